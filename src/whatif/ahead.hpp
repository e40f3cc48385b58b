// Ahead of a what-if: the forecast of the workforce as it would be, beside that of today's under the same scenario.
//
// Both are told as scenarios tells a forecast (scenarios/guard.hpp), and the one after as well only when the what-if
// may tell the sums it is made of (told.hpp). A forecast is no plain sum: people in one cell bear on each other, so who
// comes to, or leaves, others in the same role and unit would tell on them. There the others' part must be told too.
// Nobody's age counts on either side (scenarios/ground.hpp): all retire by the share that is assumed.
#pragma once

#include "scenarios/forecasts.hpp"
#include "whatif/assumptions.hpp"

namespace kunna::whatif {

struct AheadAsked {
    std::optional<UnitId> unit{};
    std::optional<SkillId> skill{};
    std::optional<scenarios::ScenarioId> scenario{}; // the base when not given; usual assumptions when there is none
    std::optional<std::int32_t> months{};            // the scenario's when not given
};

// Of the skill asked for, else of all posts.
struct ForecastSide {
    bool hidden = false; // too few people: no numbers
    scenarios::Curve curve{};
    std::optional<scenarios::Ahead> of{};
    double short_now = 0; // requirements that nobody meets, over the skills that are told on both sides
    double short_then = 0;
    std::optional<Date> first_shortage{}; // of any of them: half a person or more
};
BOOST_DESCRIBE_STRUCT(ForecastSide, (), (hidden, curve, of, short_now, short_then, first_shortage))

struct SkillDifference {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    bool hidden = false;       // today
    bool hidden_after = false; // what would be would tell on few
    scenarios::Ahead before{};
    scenarios::Ahead after{};
};
BOOST_DESCRIBE_STRUCT(SkillDifference, (), (skill, name, kind, hidden, hidden_after, before, after))

struct RoleAheadDifference {
    std::optional<RoleId> role{}; // none: new
    skills::Text name{};
    bool hidden = false;
    bool hidden_after = false;
    scenarios::PostsAhead before{};
    scenarios::PostsAhead after{};
};
BOOST_DESCRIBE_STRUCT(RoleAheadDifference, (), (role, name, hidden, hidden_after, before, after))

struct UnitAheadDifference {
    UnitId unit{};
    std::string name{};
    bool hidden = false;
    bool hidden_after = false;
    scenarios::PostsAhead before{};
    scenarios::PostsAhead after{};
};
BOOST_DESCRIBE_STRUCT(UnitAheadDifference, (), (unit, name, hidden, hidden_after, before, after))

struct WhatIfForecast {
    Date day{};
    std::int32_t months = 0;
    std::vector<Date> days{}; // of the months
    std::optional<scenarios::ScenarioId> scenario{};
    std::string scenario_name{};
    std::string name{}; // of the unit or the organisation
    ForecastSide before{};
    ForecastSide after{};
    std::vector<SkillDifference> skills{}; // the largest difference of the shortage on the horizon first
    std::vector<RoleAheadDifference> roles{};
    std::vector<UnitAheadDifference> units{}; // one level down
};
BOOST_DESCRIBE_STRUCT(WhatIfForecast, (),
                      (day, months, days, scenario, scenario_name, name, before, after, skills, roles, units))

// Refuses what overlay() refuses, scenario.not_found, scenario.months at /query/months, unit.not_found and
// skill.not_found. People assumed to leave are noted as read.
Result<WhatIfForecast> forecast(db::Db& db, const scenarios::Ground& ground, const access::Actor& actor,
                                const WhatIfAssumptions& assumed, const AheadAsked& asked);

} // namespace kunna::whatif
