// Rows of plans, in and out. Private to plans.
#pragma once

#include "access/visibility.hpp"
#include "plans/plan.hpp"

namespace kunna::plans::store {

struct StoredPlan {
    PlanId id{};
    std::string name{};
    std::string frame{};
    PlanState state = PlanState::draft;
    std::optional<PlanId> based_on{};
    std::optional<JobId> job{};
    std::int64_t edition = 1;
    std::int64_t solved_edition = 0;
    std::string told{};
    std::optional<Instant> solved{};
    std::int64_t seen = 0;
    std::string because{};
    std::optional<Instant> published{};
    Instant created{};
    std::int64_t version = 0;
    std::string by_name{};
    std::string approver_name{};
};
BOOST_DESCRIBE_STRUCT(StoredPlan, (),
                      (id, name, frame, state, based_on, job, edition, solved_edition, told, solved, seen, because,
                       published, created, version, by_name, approver_name))

std::vector<StoredPlan> all(db::Tx& tx);
// not_found, "plan.not_found"
Result<StoredPlan> find(db::Tx& tx, PlanId plan);
// Without its locks.
Frame frame_of(const StoredPlan& plan);
// Those of whoever makes the plan; reviewed: those that managers' words have become.
std::vector<PlanLock> locks_of(db::Tx& tx, PlanId plan, bool reviewed = false);
std::vector<NamedLock> locks_shown(db::Tx& tx, const db::Scope& profiles, PlanId plan);
// The frame apart from its locks, as it is kept.
std::string written(Frame frame);
void add_locks(db::Tx& tx, PlanId plan, const std::vector<PlanLock>& locks, bool reviewed = false);
std::optional<PlanTold> told_of(const StoredPlan& plan);
// All that was solved.
void forget_solution(db::Tx& tx, PlanId plan);

// The certificate. Refuses plan.not_solved.
Result<std::string> proof_of(db::Tx& tx, PlanId plan);

// What a manager and the person have said of an item.
struct Decision {
    PersonId person{};
    ActivityId activity{};
    ItemReview review = ItemReview::waiting;
    std::optional<ActivityId> swapped_to{};
    std::string review_because{};
    std::optional<AccountId> reviewer{};
    std::optional<Instant> reviewed{};
    ItemAnswer answer = ItemAnswer::none;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (person, activity, review, swapped_to, review_because, reviewer, reviewed, answer))
std::vector<Decision> decisions(db::Tx& tx, PlanId plan);

std::vector<PlanItem> items_of_plan(db::Tx& tx, const db::Scope& scope, PlanId plan);
std::vector<PlanItem> items_of_person(db::Tx& tx, const db::Scope& scope, PersonId person);
struct FoundItem {
    PlanItem item{};
    PlanState state = PlanState::draft;
};
std::optional<FoundItem> find_item(db::Tx& tx, const db::Scope& scope, PlanItemId item);
std::vector<PersonOutcome> outcomes_of_person(db::Tx& tx, const db::Scope& scope, PersonId person);
ReviewCounts counts_of(db::Tx& tx, PlanId plan);
std::vector<PlannedCost> costs_of(db::Tx& tx, PlanId plan, const std::vector<PaidCost>& paid);
std::vector<PaidCost> paid_of(db::Tx& tx, PlanId plan);

} // namespace kunna::plans::store
