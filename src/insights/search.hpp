// Search: people, units, roles and skills by a few letters, as far as the actor may see them.
#pragma once

#include "access/actor.hpp"
#include "insights/workforces.hpp"

namespace kunna::insights {

struct Found {
    std::string kind{}; // person, unit, role, skill
    std::int64_t id = 0;
    std::string name{};
    std::string detail{};
};
BOOST_DESCRIBE_STRUCT(Found, (), (kind, id, name, detail))

// At most `limit` of each kind; whatever begins with the letters comes first.
std::vector<Found> search(db::Db& db, const Workforce& workforce, const access::Actor& actor, std::string_view query,
                          std::size_t limit);

} // namespace kunna::insights
