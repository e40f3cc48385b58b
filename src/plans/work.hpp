// The job that solves a plan: what it comes to first, then the budget curve.
#pragma once

#include "insights/workforces.hpp"
#include "jobs/runner.hpp"
#include "plans/plan.hpp"

namespace kunna::plans {

inline constexpr std::string_view solve_kind = "plan.solve";
struct SolveTask {
    PlanId plan{};
};
BOOST_DESCRIBE_STRUCT(SolveTask, (), (plan))

void add_kinds(jobs::Runner& runner, insights::Workforces& workforces);
// The same at once. When the plan is changed meanwhile, or another job has begun to solve it, what has been found is
// let go, and that is no refusal. Refuses what solve_plan() does.
Result<void> solve_now(db::Db& db, insights::Workforces& workforces, PlanId plan, jobs::Progress& progress,
                       JobId job = {});

} // namespace kunna::plans
