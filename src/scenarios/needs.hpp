// Needs ahead: what the goals need by a day, as demand from that day on, and what there will be of it under a scenario.
//
// Expected are the full-time equivalents of the need's group who will reach its level and be sure of it, if nothing but
// what is assumed happens (engine/need_ahead.hpp); today it is the number that the goal's page shows. Whoever may read
// the levels of everybody in the group may have it all. To the others a need is told when priorities tells how it
// stands (priorities/telling.hpp), when the forecast of its skill is told, and when every unit and role that the
// assumptions single out has a part of the group that may be told (as guard.hpp, of the group instead of the posts that
// require the skill).
#pragma once

#include "scenarios/forecasts.hpp"

namespace kunna::scenarios {

// Of those whose group lies within the part that the question is about, the least likely to be met first; what is
// outside the actor's reach last.
std::vector<NeedAhead> needs_ahead(db::Db& db, const Ground& ground, const access::Actor& actor,
                                   const Question& question, const std::vector<goals::PursuedNeed>& pursued,
                                   const Assumptions& assumptions, const engine::Assumptions& assumed);

// Of all goals that are pursued.
void add_needs(db::Db& db, const Ground& ground, const access::Actor& actor, const Question& question,
               const Assumptions& assumptions, const engine::Assumptions& assumed, ForecastTold& to);

struct GoalForecast {
    Date day{};
    std::int32_t months = 0;
    std::vector<Date> days{};             // of the months
    std::optional<ScenarioId> scenario{}; // none: usual assumptions
    std::string scenario_name{};
    std::vector<NeedAhead> needs{};
};
BOOST_DESCRIBE_STRUCT(GoalForecast, (), (day, months, days, scenario, scenario_name, needs))

// Under the scenario named, else the base, else usual assumptions. Refuses scenario.not_found and goal.not_found.
Result<GoalForecast> goal_forecast(db::Db& db, const Ground& ground, const access::Actor& actor, goals::GoalId goal,
                                   std::optional<ScenarioId> scenario);

} // namespace kunna::scenarios
