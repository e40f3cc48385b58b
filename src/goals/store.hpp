// Rows of goals as they are stored. Private to goals.
#pragma once

#include "goals/goals.hpp"

#include <map>

namespace kunna::goals::store {

struct GoalFlat {
    GoalId id{};
    std::optional<GoalId> parent{};
    std::string name_sv{};
    std::string name_en{};
    std::string description_sv{};
    std::string description_en{};
    PersonId owner{};
    std::string metric_sv{};
    std::string metric_en{};
    std::string measure_sv{};
    std::string measure_en{};
    double baseline = 0;
    double target = 0;
    Date starts{};
    Date due{};
    std::int32_t weight = 1;
    std::optional<Instant> dropped{};
    std::string dropped_because{};
    std::int64_t version = 0;
    std::string given{};
    std::string family{};
    std::optional<Date> left_on{};
    std::int64_t needs = 0;
};
BOOST_DESCRIBE_STRUCT(GoalFlat, (),
                      (id, parent, name_sv, name_en, description_sv, description_en, owner, metric_sv, metric_en,
                       measure_sv, measure_en, baseline, target, starts, due, weight, dropped, dropped_because, version,
                       given, family, left_on, needs))

// Beside the goals, by goal.
struct Around {
    std::map<GoalId, std::vector<ConcernedUnit>> units{};
    std::map<GoalId, std::vector<Reading>> readings{}; // newest first
};

std::optional<GoalFlat> find(db::Tx& tx, GoalId goal);
Around around(db::Tx& tx);
GoalRow row(const GoalFlat& flat, const Around& around, Date today);
std::map<GoalId, std::vector<NeedRow>> needs(db::Tx& tx);
GoalId insert(db::Tx& tx, const NewGoal& wanted, AccountId by);
void update(db::Tx& tx, GoalId goal, const NewGoal& wanted);

} // namespace kunna::goals::store
