// Assumptions of a scenario as the engine takes them, checked against what there is.
#pragma once

#include "engine/forecast.hpp"
#include "scenarios/ground.hpp"
#include "scenarios/scenario.hpp"

namespace kunna::scenarios {

inline constexpr std::size_t most_changes = 200;
inline constexpr std::int32_t usual_pension_age = 66;
inline constexpr std::int32_t earliest_pension = 60;
inline constexpr std::int32_t latest_pension = 70;
static_assert(latest_pension == engine::oldest_age && earliest_pension - engine::first_age == engine::most_months / 12);

// Refuses by field, below `at` ("/assumptions"): scenario.months, scenario.share, scenario.growth, scenario.spread,
// scenario.factor, scenario.pension_age, scenario.too_many_changes, scenario.role_needed, scenario.unit_needed,
// scenario.unit_gone, scenario.role_gone, scenario.past, scenario.by_before_from, scenario.negative_headcount,
// scenario.nobody.
Result<engine::Assumptions> assumed(const Ground& ground, const Assumptions& assumptions, const std::string& at);
// Of a scenario stored some time ago: what was to be done by a day that has passed is taken to be done, and in the
// posts of today; a unit that was to be closed by then closes at once.
Assumptions by_now(Date today, Assumptions assumptions);
Result<engine::Assumptions> assumed_by_now(const Ground& ground, const Assumptions& assumptions);

// The same, with learning begun so many months later.
engine::Assumptions later(engine::Assumptions assumed, int months);
// The same, seen to a nearer horizon.
engine::Assumptions shortened(engine::Assumptions assumed, int months);

} // namespace kunna::scenarios
