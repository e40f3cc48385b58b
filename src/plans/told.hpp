// Told: what a solved plan comes to, in sums that may be shown to whoever sees plans; nothing in it is of one person.
//
// Shares are of everything that is open: Σ weight × open steps of all needs. Figures of fewer people than may be told
// of (security.md §3) are absent, and few is set.
#pragma once

#include "goals/goal.hpp"
#include "people/gender.hpp"
#include "plans/solving.hpp"

namespace kunna::plans {

struct NeedPlanned {
    std::optional<goals::NeedId> need{}; // a goal's; nothing: what a role requires
    std::optional<RoleId> role{};        // of those it is about; anybody when absent
    SkillId skill{};
    Text skill_name{};
    std::int32_t level = 0;
    double weight = 0; // of a step
    bool must = false;
    bool few = false;
    std::optional<std::int64_t> lacking{};   // people
    std::optional<double> open{};            // steps to be closed
    std::optional<double> closed{};          // share of them, expected
    std::int64_t people = 0;                 // who have something planned for it
    std::int64_t hired = 0;                  // newcomers instead
    std::optional<std::int64_t> reskilled{}; // of other roles instead; absent where the frame has none
};
BOOST_DESCRIBE_STRUCT(NeedPlanned, (),
                      (need, role, skill, skill_name, level, weight, must, few, lacking, open, closed, people, hired,
                       reskilled))

struct ActivityName {
    ActivityId activity{};
    Text name{};
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(ActivityName, (), (activity, name, people))

// Of a goal, or of what a role requires. What somebody's activity costs is shared among the needs it works towards, as
// it closes them.
struct GoalPlanned {
    std::optional<goals::GoalId> goal{};
    std::optional<RoleId> role{};
    Text name{};
    bool few = false;
    std::int64_t people = 0;
    double hours = 0;
    std::int64_t cost = 0;
    std::optional<double> closed{};         // share of what is open of it, weighted
    std::vector<NeedPlanned> needs{};       // by weight
    std::vector<ActivityName> activities{}; // by people
};
BOOST_DESCRIBE_STRUCT(GoalPlanned, (), (goal, role, name, few, people, hours, cost, closed, needs, activities))

struct UnitPlanned {
    UnitId unit{};
    std::string name{};
    std::int32_t depth = 0;
    bool few = false;
    std::optional<std::int64_t> people{}; // who have something planned, with all under it
    std::optional<double> hours{};
    std::optional<std::int64_t> cost{}; // seats
    std::optional<std::int64_t> budget{};
    std::optional<double> away_percent{}; // of the limit, in the fullest quarter
};
BOOST_DESCRIBE_STRUCT(UnitPlanned, (), (unit, name, depth, few, people, hours, cost, budget, away_percent))

struct SessionPlanned {
    std::optional<learning::ActivitySessionId> session{}; // nothing: to be held in the quarter
    Date from{};
    std::int32_t quarter = 0;
    std::optional<std::int32_t> seats{};
    std::int64_t taken = 0;
};
BOOST_DESCRIBE_STRUCT(SessionPlanned, (), (session, from, quarter, seats, taken))

struct ActivityPlanned {
    ActivityId activity{};
    Text name{};
    learning::ActivityKind kind = learning::ActivityKind::course;
    std::int64_t people = 0;
    double hours = 0;
    std::int64_t cost = 0; // seats and sessions
    std::vector<SessionPlanned> sessions{};
};
BOOST_DESCRIBE_STRUCT(ActivityPlanned, (), (activity, name, kind, people, hours, cost, sessions))

struct QuarterPlanned {
    Date from{};
    std::int64_t people = 0;
    std::int64_t items = 0;
    double hours = 0;
    std::int64_t cost = 0;
};
BOOST_DESCRIBE_STRUCT(QuarterPlanned, (), (from, people, items, hours, cost))

// What one more of something limited would be worth, at the prices that prove the bound: a shadow price.
BOOST_DEFINE_ENUM_CLASS(LimitKind, budget, unit_budget, away, seat)
struct ShadowPrice {
    LimitKind kind = LimitKind::budget;
    std::optional<UnitId> unit{};
    std::optional<ActivityId> activity{};
    Text name{};                // of the unit or the activity
    std::optional<Date> from{}; // of the session, or the quarter
    double limit = 0;           // hundredths of the currency, hours, seats
    double used = 0;
    double more = 0;   // how much more of it …
    double closes = 0; // … closes this share of everything
};
BOOST_DESCRIBE_STRUCT(ShadowPrice, (), (kind, unit, activity, name, from, limit, used, more, closes))

struct BudgetPoint {
    std::int64_t budget = 0;
    double closed = 0;
    double bound = 0;
};
BOOST_DESCRIBE_STRUCT(BudgetPoint, (), (budget, closed, bound))

// Against the plan as it is: what more money would add, and in which activities.
struct NextMoney {
    std::int64_t amount = 0;
    double closes = 0;
    std::vector<ActivityName> more{}; // people, by activity; negative: fewer
};
BOOST_DESCRIBE_STRUCT(NextMoney, (), (amount, closes, more))

// Against the published plan that it replaces, else against how it was solved before: by person and activity.
struct PlanDifference {
    bool replaces = false;
    std::int64_t kept = 0;
    std::int64_t added = 0;
    std::int64_t dropped = 0;
};
BOOST_DESCRIBE_STRUCT(PlanDifference, (), (replaces, kept, added, dropped))

// Selected / those with something to learn, with a 95 % interval (Wilson).
struct SelectionRate {
    bool few = false;
    std::optional<std::int64_t> people{};
    std::optional<double> rate{};
    std::optional<double> low{};
    std::optional<double> high{};
    std::optional<double> hours{}; // of a person
};
BOOST_DESCRIBE_STRUCT(SelectionRate, (), (few, people, rate, low, high, hours))

struct AgeBandRate : SelectionRate {
    std::int32_t from = 0;
    std::optional<std::int32_t> to{}; // the last age
};
BOOST_DESCRIBE_STRUCT(AgeBandRate, (SelectionRate), (from, to))

struct GenderRate : SelectionRate {
    people::Gender gender = people::Gender::unstated;
};
BOOST_DESCRIBE_STRUCT(GenderRate, (SelectionRate), (gender))

struct PlanTold {
    Date day{}; // of the workforce it was made from
    double closed = 0;
    double bound = 0;       // share that no plan within the frame can exceed
    double gap = 0;         // (bound − value) / value
    std::int64_t value = 0; // as the certificate has it
    double bound_value = 0;
    std::int64_t people = 0;
    std::int64_t items = 0;
    std::int64_t hired = 0;
    std::optional<std::int64_t> reskilled{};
    double hours = 0;
    std::int64_t cost = 0;
    double ms = 0;                    // that solving took
    std::int64_t assess_first = 0;    // people of whom some level is not known
    std::int64_t leaving = 0;         // known to leave within six months: not planned for
    std::int64_t nothing_offered = 0; // people with gaps whom no activity is for
    std::int64_t out_of_hours = 0;    // people whose own hours leave no room for half a day more
    ActivitiesLeftOut left_out{};
    std::vector<LockConflict> conflicts{};
    std::vector<GoalPlanned> goals{}; // goals by what they close, then roles
    std::vector<UnitPlanned> units{}; // in tree order
    std::vector<ActivityPlanned> activities{};
    std::vector<QuarterPlanned> quarters{};
    std::vector<ShadowPrice> prices{}; // the dearest first
    std::vector<BudgetPoint> curve{};  // when it has been worked out
    std::optional<NextMoney> next{};
    std::vector<AgeBandRate> ages{};
    std::vector<GenderRate> genders{}; // none where no stated one is of enough
    std::optional<PlanDifference> difference{};
};
BOOST_DESCRIBE_STRUCT(PlanTold, (),
                      (day, closed, bound, gap, value, bound_value, people, items, hired, reskilled, hours, cost, ms,
                       assess_first, leaving, nothing_offered, out_of_hours, left_out, conflicts, goals, units,
                       activities, quarters, prices, curve, next, ages, genders, difference))

// What one person is to do, and why.
struct ItemCloses {
    std::uint32_t need = 0; // among the needs asked
    std::int32_t from = 0;  // the first step that it closes, less one
    std::int32_t to = 0;
    double steps = 0; // expected
};
struct Item {
    engine::PersonIndex person = 0;
    std::size_t offer = 0;
    std::int64_t cost = 0; // the seat, and its part of the session
    std::uint32_t minutes = 0;
    std::vector<ItemCloses> closes{};
    std::optional<std::int64_t> margin{}; // money: how much dearer, and it were not chosen; nothing: money is no limit
    std::optional<std::size_t> instead{}; // activity that were chosen then
    bool must = false;                    // works towards something that is a must
};
std::vector<Item> items_of(const Given& given, const Solved& solved);

// Without curve, next, ages and difference.
PlanTold told_of(const Given& given, const Solved& solved, const std::vector<Item>& items);

} // namespace kunna::plans
