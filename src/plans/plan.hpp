// A plan of learning as it is kept: within what it is made, how far it has come, what it comes to.
#pragma once

#include "jobs/job.hpp"
#include "plans/told.hpp"

namespace kunna::plans {

using PlanId = Id<struct PlanTag>;
using PlanItemId = Id<struct PlanItemTag>;

inline constexpr std::size_t longest_reason = 1000;

// draft → review (by managers) → budget (its owner decides) → published; replaced once another one based on it is.
BOOST_DEFINE_ENUM_CLASS(PlanState, draft, review, budget, published, replaced)

struct PlanRow {
    PlanId id{};
    std::string name{};
    PlanState state = PlanState::draft;
    Date starts{};
    std::int32_t quarters = 4;
    std::int64_t budget = 0;
    std::string currency{};
    std::optional<Instant> solved{};
    std::optional<double> closed{}; // share, as PlanTold
    std::optional<double> bound{};
    std::optional<std::int64_t> cost{};
    std::optional<std::int64_t> people{};
    std::string by{};
    Instant created{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (),
                      (id, name, state, starts, quarters, budget, currency, solved, closed, bound, cost, people, by,
                       created, version))

// How far the managers have come.
struct ReviewCounts {
    std::int64_t waiting = 0;
    std::int64_t agreed = 0;
    std::int64_t swapped = 0;
    std::int64_t deferred = 0;
    std::int64_t declined = 0; // by the people themselves
    std::int64_t contested = 0;
};
BOOST_DESCRIBE_STRUCT(ReviewCounts, (), (waiting, agreed, swapped, deferred, declined, contested))

// Planned, and really paid.
struct PlannedCost {
    ActivityId activity{};
    Text name{};
    std::int64_t planned = 0;
    std::int64_t paid = 0;
};
BOOST_DESCRIBE_STRUCT(PlannedCost, (), (activity, name, planned, paid))

struct PaidCost {
    std::int64_t id = 0;
    ActivityId activity{};
    Text name{};
    Date day{};
    std::int64_t amount = 0;
    std::string note{};
    std::string by{};
};
BOOST_DESCRIBE_STRUCT(PaidCost, (), (id, activity, name, day, amount, note, by))

// Names of who and what the locks are about; of people only for those who see their profiles.
struct NamedLock : PlanLock {
    std::string person_name{};
    std::string unit_name{};
    Text activity_name{};
};
BOOST_DESCRIBE_STRUCT(NamedLock, (PlanLock), (person_name, unit_name, activity_name))

struct Plan {
    PlanRow row{};
    Frame frame{};
    std::vector<NamedLock> locks{};
    std::optional<PlanId> based_on{};
    std::string because{}; // why it was sent back
    std::string approved_by{};
    std::optional<Instant> published{};
    std::optional<PlanTold> told{};
    std::optional<jobs::Job> job{}; // while it is being solved, and when that failed
    bool outdated = false;          // the workforce or the catalogue has changed since it was solved
    ReviewCounts reviews{};
    std::vector<PlannedCost> costs{}; // once published
    std::vector<PaidCost> paid{};     // the newest first
    bool may_edit = false;
    bool may_approve = false;
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (row, frame, locks, based_on, because, approved_by, published, told, job, outdated, reviews,
                       costs, paid, may_edit, may_approve))

struct NewPlan {
    std::string name{};
    Frame frame{};
};
BOOST_DESCRIBE_STRUCT(NewPlan, (), (name, frame))

BOOST_DEFINE_ENUM_CLASS(ItemReview, waiting, agreed, swapped, deferred)
BOOST_DEFINE_ENUM_CLASS(ItemAnswer, none, accepted, declined, contested)

// Part of a gap that an item works towards.
struct ItemStep {
    std::optional<goals::GoalId> goal{};
    std::optional<RoleId> role{};
    Text towards{}; // name of the goal or the role
    SkillId skill{};
    Text skill_name{};
    std::int32_t from = 0;
    std::int32_t to = 0;
    double steps = 0; // expected to be closed
};
BOOST_DESCRIBE_STRUCT(ItemStep, (), (goal, role, towards, skill, skill_name, from, to, steps))

struct PlanItem {
    PlanItemId id{};
    PlanId plan{};
    std::string plan_name{};
    PersonId person{};
    std::string person_name{};
    ActivityId activity{};
    Text activity_name{};
    learning::ActivityKind kind = learning::ActivityKind::course;
    std::optional<learning::ActivitySessionId> session{};
    std::int32_t quarter = 0;
    Date starts{};
    double hours = 0;
    std::int64_t cost = 0;
    std::string currency{};
    bool must = false;
    std::vector<ItemStep> steps{};
    // How much dearer, and it would not have been chosen; nothing where money is no limit.
    std::optional<std::int64_t> margin{};
    std::optional<ActivityId> instead{}; // what would have been chosen then
    Text instead_name{};
    ItemReview review = ItemReview::waiting;
    std::optional<ActivityId> swapped_to{};
    Text swapped_name{};
    std::string review_because{};
    ItemAnswer answer = ItemAnswer::none;
    std::string answer_because{};
};
BOOST_DESCRIBE_STRUCT(PlanItem, (),
                      (id, plan, plan_name, person, person_name, activity, activity_name, kind, session, quarter,
                       starts, hours, cost, currency, must, steps, margin, instead, instead_name, review, swapped_to,
                       swapped_name, review_because, answer, answer_because))

// Why somebody with gaps has nothing planned. assess_first: their levels are not known. no_activity: nothing is offered
// that they are ready for. not_chosen: it brings more elsewhere. no_time: it takes more hours than they have.
BOOST_DEFINE_ENUM_CLASS(NothingPlanned, assess_first, no_activity, not_chosen, no_time)

struct PersonOutcome {
    PlanId plan{};
    std::string plan_name{};
    NothingPlanned why = NothingPlanned::not_chosen;
    std::optional<ActivityId> nearest{};
    Text nearest_name{};
    std::optional<std::int64_t> lacks{}; // how much cheaper it would have had to be
    std::string currency{};
};
BOOST_DESCRIBE_STRUCT(PersonOutcome, (), (plan, plan_name, why, nearest, nearest_name, lacks, currency))

// What a plan gives oneself.
struct MyPlan {
    std::vector<PlanItem> items{};        // by day
    std::vector<PersonOutcome> nothing{}; // of plans that give nothing
};
BOOST_DESCRIBE_STRUCT(MyPlan, (), (items, nothing))

// What a plan gives the people of a manager.
struct PlanReview {
    PlanId plan{};
    std::string name{};
    PlanState state = PlanState::review;
    std::vector<PlanItem> items{};
};
BOOST_DESCRIBE_STRUCT(PlanReview, (), (plan, name, state, items))

struct ReviewInput {
    ItemReview review = ItemReview::agreed;
    std::optional<ActivityId> to{}; // swapped
    std::string because{};
};
BOOST_DESCRIBE_STRUCT(ReviewInput, (), (review, to, because))

struct AnswerInput {
    ItemAnswer answer = ItemAnswer::accepted;
    std::string because{};
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (answer, because))

struct NewPaidCost {
    ActivityId activity{};
    Date day{};
    std::int64_t amount = 0; // hundredths; negative takes back
    std::string note{};
};
BOOST_DESCRIBE_STRUCT(NewPaidCost, (), (activity, day, amount, note))

} // namespace kunna::plans
