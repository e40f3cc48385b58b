// Those whose interest in a programme stands, as far as the actor may see them. Private to reskilling.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "reskilling/programme.hpp"

namespace kunna::reskilling {

struct Interested {
    PersonId person{};
    std::string number{};
    std::string name{};
    std::string words{};
    Instant since{};
    std::vector<RoleId> roles{}; // that they asked for
};

// By name; employed today.
std::vector<Interested> interested(db::Tx& tx, const access::Actor& actor, ProgrammeId programme);

} // namespace kunna::reskilling
