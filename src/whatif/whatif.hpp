// What-if: the gap map and the figures as they would be, beside how they are. A question to the picture; nothing is
// stored.
#pragma once

#include "insights/gap_map.hpp"
#include "whatif/assumptions.hpp"

namespace kunna::whatif {

// A unit with all under it, or all that the actor has sums of.
struct UnitDifference {
    std::optional<UnitId> unit{}; // none: the whole
    std::string name{};
    std::int64_t people = 0;
    std::optional<std::int64_t> people_after{}; // vacant posts are nobody; nothing when it would tell on few
    insights::Sums before{};
    insights::Sums after{};
    bool hidden = false;       // too few people: no numbers
    bool hidden_after = false; // what would be would tell on few
};
BOOST_DESCRIBE_STRUCT(UnitDifference, (), (unit, name, people, people_after, before, after, hidden, hidden_after))

struct AssumedLeaver {
    PersonId person{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(AssumedLeaver, (), (person, name))

struct WhatIf {
    Date day{};
    std::vector<AssumedLeaver> people{}; // assumed to leave
    UnitDifference whole{};
    std::vector<UnitDifference> units{}; // in the order of the maps'
    insights::GapMap before{};
    insights::GapMap after{}; // the same units and skills; people of a unit −2: not told
};
BOOST_DESCRIBE_STRUCT(WhatIf, (), (day, people, whole, units, before, after))

// Refuses what overlay() refuses, and unit.not_found for the unit asked for. People assumed to leave are noted as read.
Result<WhatIf> what_if(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                       const WhatIfAssumptions& assumed, const insights::MapAsked& asked);

} // namespace kunna::whatif
