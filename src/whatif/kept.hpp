// Kept: what of a what-if a scenario can say, so that it can be stored as one.
//
// A what-if is of today; a scenario says when. So all that is kept happens from one day on, as an alternative to the
// base. What a scenario cannot say is counted, and left to whoever asks:
//
//   leave        Whoever reads the scenario may not see who it was, and its hazards already say how many leave.
//   place        Of a place where a unit stays open below one that closes.
//   new_role     A role is there first; then the scenario can let it grow.
//   levels       Of who is hired. A scenario says how many newcomers are able.
//   requirement  A role profile has days of validity of its own: a version of it says what is required from when on.
#pragma once

#include "scenarios/assumed.hpp"
#include "whatif/assumptions.hpp"

namespace kunna::whatif {

BOOST_DEFINE_ENUM_CLASS(LeftOutKind, leave, place, new_role, levels, requirement)

struct LeftOut {
    LeftOutKind kind = LeftOutKind::leave;
    std::int32_t count = 0; // assumptions
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (kind, count))

struct KeptWhatIf {
    scenarios::Assumptions assumptions{}; // the base's, and the changes
    std::int32_t changes = 0;             // how many of them are of the what-if
    std::vector<LeftOut> left_out{};
};
BOOST_DESCRIBE_STRUCT(KeptWhatIf, (), (assumptions, changes, left_out))

// Refuses what overlay() refuses, and scenario.past at /query/from.
Result<KeptWhatIf> as_scenario(db::Db& db, const scenarios::Ground& ground, const access::Actor& actor,
                               const WhatIfAssumptions& assumed, Date from);

} // namespace kunna::whatif
