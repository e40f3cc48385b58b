// Activities to begin with: those of the starter packs that are installed.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "learning/activity.hpp"

namespace kunna::learning {

struct StarterActivity {
    std::string key{};
    Text name{};
    ActivityKind kind = ActivityKind::course;
    double hours = 0;
};
BOOST_DESCRIBE_STRUCT(StarterActivity, (), (key, name, kind, hours))

struct StartersAdded {
    std::int64_t added = 0;
};
BOOST_DESCRIBE_STRUCT(StartersAdded, (), (added))

// Those that the catalogue lacks, by key and by name.
std::vector<StarterActivity> starter_activities(db::Tx& tx);
// Adds what is missing and touches nothing that is there. What the catalogue of skills no longer has is left out of
// what they raise; costs and hours are examples in SEK.
StartersAdded add_starter_activities(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::learning
