// What a plan gives to whom: seen and reviewed by the manager, answered by the person.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "insights/workforce.hpp"
#include "plans/plan.hpp"

namespace kunna::plans {

// What a plan gives everybody whose levels the actor may see; reads are noted. not_found, "plan.not_found".
Result<std::vector<PlanItem>> items_of_plan(db::Db& db, const access::Actor& actor, PlanId plan);
// Plans that managers review, or have reviewed, and what they give the actor's own people.
std::vector<PlanReview> reviews(db::Db& db, const access::Actor& actor);
// Agreed: it is kept when the plan is solved again. Swapped: the other activity instead. Deferred: not in this plan,
// however often it is solved.
// Refuses plan_item.not_found, plan.only_managers, plan.not_in_review, plan.reason_missing, plan.swap_to,
// plan.swap_not_held, plan.swap_hours, plan.swap_banned.
Result<PlanItem> review_item(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                             PlanItemId item, const ReviewInput& said);

// What published plans give oneself, and why where they give nothing.
MyPlan my_plan(db::Tx& tx, const access::Actor& actor);
// Refuses plan_item.not_found, plan.only_own, plan.not_published, plan.reason_missing.
Result<PlanItem> answer_item(db::Tx& tx, const access::Actor& actor, PlanItemId item, const AnswerInput& said);

} // namespace kunna::plans
