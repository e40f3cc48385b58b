// Frame: within what a plan is made – time, money, hours, units – and what is settled beforehand.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "learning/activity.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::plans {

using learning::ActivityId;
using skills::Text;

// Which gaps count beside those of the goals: none, those in what roles require as a must, or all that roles require.
BOOST_DEFINE_ENUM_CLASS(RoleGaps, none, musts, all)

// lock: to be in the plan. ban: not to be.
BOOST_DEFINE_ENUM_CLASS(LockKind, lock, ban)

// Of a person, of everybody in a unit and under it, or of all; of one activity, or of any.
// A lock names an activity and a person or a unit; in a unit it holds for those whom the activity brings something.
struct PlanLock {
    LockKind kind = LockKind::lock;
    std::optional<PersonId> person{};
    std::optional<UnitId> unit{};
    std::optional<ActivityId> activity{};
    bool operator==(const PlanLock&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanLock, (), (kind, person, unit, activity))

// For everybody in the unit and under it.
struct UnitBudget {
    UnitId unit{};
    std::int64_t amount = 0;
    bool operator==(const UnitBudget&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitBudget, (), (unit, amount))

// Money in hundredths of the currency. A quarter is three months from `starts` on.
struct Frame {
    Date starts{};
    std::int32_t quarters = 4; // 1–8
    std::int64_t budget = 0;
    std::string currency{"SEK"};
    double hours = 40; // of each person, in all
    std::optional<double> hours_a_quarter{};
    std::optional<double> away_percent{}; // of a unit's working hours, in a quarter
    std::vector<UnitId> units{};          // for whom; everybody when empty
    std::vector<UnitBudget> unit_budgets{};
    RoleGaps roles = RoleGaps::musts;
    bool musts_first = true;                 // nothing else before what is a must
    bool wishes = true;                      // what people wish for counts a little
    std::vector<std::string> languages{};    // any when empty
    std::vector<std::string> places{};       // any when empty; what is online or of no place always goes
    std::optional<std::int64_t> hire_cost{}; // of one newcomer who is able; nobody is hired when absent
    // An hour away from work of somebody who is reskilled from another role; nobody is when absent.
    std::optional<std::int64_t> reskill_hour_cost{};
    std::vector<PlanLock> locks{};

    // To the group that a need is about.
    [[nodiscard]] bool others_may_come() const { return hire_cost.has_value() || reskill_hour_cost.has_value(); }
    bool operator==(const Frame&) const = default;
};
BOOST_DESCRIBE_STRUCT(Frame, (),
                      (starts, quarters, budget, currency, hours, hours_a_quarter, away_percent, units, unit_budgets,
                       roles, musts_first, wishes, languages, places, hire_cost, reskill_hour_cost, locks))

inline constexpr double minutes_an_hour = 60;
inline constexpr double percent = 100;
inline constexpr double hours_of_a_quarter = 480; // worked by one full-time post: 12 weeks of 40 hours
inline constexpr std::size_t most_locks = 20'000;

} // namespace kunna::plans
