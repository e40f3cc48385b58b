// Serving: which learning activities work towards what a goal needs, and what their seats would cost.
#pragma once

#include "learning/activity.hpp"
#include "priorities/priorities.hpp"

namespace kunna::priorities {

// What one activity would cost for those whom the need lacks: people × the seat's cost + sessions × the session's cost,
// where people = ⌈headcount − qualified⌉ and sessions = ⌈people / seats⌉, or 1 without a limit of seats. An estimate:
// who takes what, and what they know before, is decided by plans.
struct CostEstimate {
    std::int64_t people = 0;
    std::int64_t sessions = 0;
    std::int64_t amount = 0; // hundredths of the currency
    std::string currency{};
};
BOOST_DESCRIBE_STRUCT(CostEstimate, (), (people, sessions, amount, currency))

struct ServingActivity {
    learning::ActivityId activity{};
    learning::Text name{};
    learning::ActivityKind kind = learning::ActivityKind::course;
    double hours = 0;
    std::int32_t from = 0;
    std::int32_t to = 0;
    double probability = 1;
    bool reaches = false; // the level that is needed
    std::optional<Date> next_session{};
    std::optional<CostEstimate> estimate{}; // for those who may see it
};
BOOST_DESCRIBE_STRUCT(ServingActivity, (),
                      (activity, name, kind, hours, from, to, probability, reaches, next_session, estimate))

struct NeedLearning {
    goals::NeedRow row{};
    std::optional<std::int64_t> lacking{}; // people; for those who may see how the need stands
    std::optional<Untold> untold{};
    std::vector<ServingActivity> activities{}; // by the level they begin at
    // The cheapest that reaches the level, what comes before it not counted.
    std::optional<CostEstimate> least{};
};
BOOST_DESCRIBE_STRUCT(NeedLearning, (), (row, lacking, untold, activities, least))

struct GoalLearning {
    Date day{};
    std::vector<NeedLearning> needs{};
    std::vector<CostEstimate> least{}; // the sum of the needs', by currency; sessions and people added up
    std::int64_t unreached = 0;        // needs whose level no activity reaches
};
BOOST_DESCRIBE_STRUCT(GoalLearning, (), (day, needs, least, unreached))

CostEstimate estimate(const learning::ActivityCost& cost, std::optional<std::int32_t> seats, std::int64_t people);

// Of one goal, whatever its state. Counts and kronor are for who may see aggregates and costs, within what may be told.
// not_found, "goal.not_found".
Result<GoalLearning> learning_of(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 goals::GoalId goal);

} // namespace kunna::priorities
