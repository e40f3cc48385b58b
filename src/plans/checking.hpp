// Checking: what makes a frame one that a plan can be made in.
#pragma once

#include "base/result.hpp"
#include "insights/workforce.hpp"
#include "plans/frame.hpp"

#include <unordered_set>

namespace kunna::plans {

// The first day of the next calendar quarter.
Date next_quarter(Date today);

// Every problem at once, by JSON pointer: plan.starts, plan.quarters, plan.budget, plan.currency, plan.hours,
// plan.hours_a_quarter, plan.away, plan.hire_cost, plan.language, unit.not_found, plan.unit_twice, plan.too_many_locks,
// plan.lock_whom, plan.lock_what, plan.lock_twice, plan.lock_banned, person.not_found, activity.not_found.
// activities: ids of those there are.
Result<void> check_frame(const Frame& frame, const insights::Workforce& workforce,
                         const std::unordered_set<std::int64_t>& activities);

} // namespace kunna::plans
