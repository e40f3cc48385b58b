// Solving: from a model to a plan, what is a must first.
#pragma once

#include "planning/solve.hpp"
#include "plans/model.hpp"

namespace kunna::plans {

// What is locked and does not fit together, or not within a limit.
BOOST_DEFINE_ENUM_CLASS(ConflictKind, budget, unit_budget, seats, away, time)
struct LockConflict {
    ConflictKind kind = ConflictKind::budget;
    std::optional<UnitId> unit{};
    std::optional<ActivityId> activity{};
    Text name{};       // of the unit or the activity
    double needed = 0; // hours, hundredths of the currency, seats
    double limit = 0;
    std::int64_t people = 0; // who have such locks
};
BOOST_DESCRIBE_STRUCT(LockConflict, (), (kind, unit, activity, name, needed, limit, people))

struct Solved {
    Model model{};
    planning::Solution solution{};
    std::vector<LockConflict> conflicts{}; // why some of what is locked is not in the plan
    double ms = 0;
};

// Over everybody, where there is time enough to prove nearly all of what is lost.
inline constexpr int thorough_passes = 1500;

// The musts are planned for alone; what is chosen for them is then locked, by activity, in the plan for everything. The
// bound holds for every plan that keeps those. Refuses plan.locks_impossible when somebody's own locks do not go
// together.
Result<Solved> solve_plan(const Given& given, const Promised& promised, const planning::Effort& effort);

} // namespace kunna::plans
