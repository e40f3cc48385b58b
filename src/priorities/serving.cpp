// From a goal to the learning that serves it.
#include "priorities/serving.hpp"

#include "learning/activities.hpp"
#include "learning/serving.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace kunna::priorities {

namespace {

using access::Permission;

std::int64_t lacking_of(const goals::Need& need, const Standing& standing) {
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(std::ceil(need.headcount - standing.qualified)));
}

std::optional<Date> next_session(const learning::Activity& activity, Date today) {
    for (const learning::ActivitySession& session : activity.sessions)
        if (session.starts >= today) return session.starts;
    return std::nullopt;
}

void add_activities(NeedLearning& of, const std::vector<learning::Activity>& activities, Date today, bool costs) {
    for (const learning::Activity& one : activities) {
        if (!learning::offered(one, today)) continue;
        for (const learning::SkillRaise& raise : one.raises) {
            if (!learning::serves(raise, of.row.need)) continue;
            ServingActivity serving{one.id,
                                    one.name,
                                    one.kind,
                                    one.hours,
                                    raise.from,
                                    raise.to,
                                    raise.probability,
                                    raise.to >= of.row.need.level,
                                    next_session(one, today),
                                    {}};
            if (costs && of.lacking) serving.estimate = estimate(*one.cost, one.seats, *of.lacking);
            of.activities.push_back(std::move(serving));
        }
    }
    std::stable_sort(of.activities.begin(), of.activities.end(), [](const auto& a, const auto& b) {
        return std::tuple{a.from, a.to} < std::tuple{b.from, b.to};
    });
    for (const ServingActivity& one : of.activities)
        if (one.reaches && one.estimate && (!of.least || one.estimate->amount < of.least->amount))
            of.least = one.estimate;
}

} // namespace

CostEstimate estimate(const learning::ActivityCost& cost, std::optional<std::int32_t> seats, std::int64_t people) {
    CostEstimate sum{.people = people, .currency = cost.currency};
    if (people == 0) return sum;
    sum.sessions = seats ? (people + *seats - 1) / *seats : 1;
    sum.amount = people * cost.seat + sum.sessions * cost.session;
    return sum;
}

Result<GoalLearning> learning_of(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 goals::GoalId goal) {
    GoalLearning told{.day = workforce.day()};
    std::vector<learning::Activity> activities;
    TRY(db.read([&](db::Tx& tx) -> Result<void> {
        TRY(goals::find_goal(tx, actor, goal));
        for (goals::PursuedNeed& need : goals::needs_of(tx, goal)) told.needs.push_back({.row = std::move(need.row)});
        activities = learning::every_activity(tx);
        return {};
    }));
    if (actor.may(Permission::view_aggregates)) {
        const Priorities standing = TRY(priorities_of(db, workforce, actor, goal));
        for (NeedLearning& need : told.needs)
            for (const auto* list : {&standing.items, &standing.not_funded})
                for (const Priority& one : *list) {
                    if (one.row.need.id != need.row.need.id) continue;
                    need.untold = one.untold;
                    if (one.standing) need.lacking = lacking_of(need.row.need, *one.standing);
                }
    }
    std::map<std::string, CostEstimate> sums;
    for (NeedLearning& need : told.needs) {
        add_activities(need, activities, told.day, actor.may(Permission::view_learning_costs));
        const bool reached = std::any_of(need.activities.begin(), need.activities.end(),
                                         [](const ServingActivity& one) { return one.reaches; });
        if (!reached) ++told.unreached;
        if (!need.least) continue;
        CostEstimate& sum = sums[need.least->currency];
        sum.currency = need.least->currency;
        sum.people += need.least->people;
        sum.sessions += need.least->sessions;
        sum.amount += need.least->amount;
    }
    for (auto& [currency, sum] : sums) told.least.push_back(std::move(sum));
    return told;
}

} // namespace kunna::priorities
