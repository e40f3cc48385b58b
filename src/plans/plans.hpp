// What one does with plans: keep them, solve them, send them round, publish them.
//
// Sums of a plan are for whoever may view plans and sees the sums of all its units; what it gives to whom is personal
// (plans/reviews.hpp). Everything here refuses not_found, "plan.not_found", for a plan that is not the actor's to see.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "insights/workforce.hpp"
#include "jobs/runner.hpp"
#include "plans/plan.hpp"
#include "verify/verify.hpp"

namespace kunna::plans {

// Newest first.
std::vector<PlanRow> plans(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor);
// runner: this node's, for the progress of a job; may be null.
Result<Plan> find_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan,
                       const jobs::Runner* runner);
// Refuses plan.name_missing, what check_frame() refuses, and plan.outside_units for units that are not the actor's.
Result<PlanRow> add_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                         const NewPlan& wanted, std::optional<PlanId> based_on = {});
// A draft, or one in review. Also refuses stale, plan.not_draft. What is being solved of the
// old frame is let go.
Result<PlanRow> edit_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan,
                          std::optional<std::int64_t> version, const NewPlan& wanted);
Result<void> remove_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan);
// A new draft in the same frame, from the next quarter on at the earliest, that keeps what the published one promised.
Result<PlanRow> plan_again(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan);
// In a job, instead of one that may be under way; wake the runner afterwards. Refuses plan.not_draft.
Result<PlanRow> ask_to_solve(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan);

// To managers. Refuses plan.not_draft, plan.not_solved (as it now stands).
Result<PlanRow> send_to_managers(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                                 PlanId plan);
// Back to a draft. Refuses plan.not_in_review, plan.reason_missing.
Result<PlanRow> take_back(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan,
                          const std::string& because);
// To whoever answers for the budget. Refuses plan.not_in_review, plan.not_solved (with what managers have said since).
Result<PlanRow> ask_for_budget(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                               PlanId plan);
// Publishes it: its budget is committed, and each one sees their own part. Refuses plan.not_budget.
Result<PlanRow> approve_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan);
// Back to review. Refuses plan.not_budget, plan.reason_missing.
Result<PlanRow> send_back(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan,
                          const std::string& because);
// Refuses plan.not_published, activity.not_found, plan.cost_zero, plan.cost_ahead.
Result<PlanRow> book_cost(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan,
                          const NewPaidCost& wanted);

// The certificate, for whoever may open levels: it says who misses what. Refuses plan.not_solved.
Result<std::string> proof_of(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId plan);
// What another program makes of it. Refuses as verify_plan() does.
Result<verify::Verified> verified(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                                  PlanId plan);

} // namespace kunna::plans
