// What there will be of a goal's need by its day.
#pragma once

#include "priorities/priorities.hpp"

namespace kunna::scenarios {

// By month: today first, as the forecast's days. demand: the headcount from its day on. low, high: 80 of 100 futures.
struct NeedCurve {
    std::vector<double> able{};
    std::vector<double> low{};
    std::vector<double> high{};
    std::vector<double> demand{};
    std::vector<double> shortage{};
    std::vector<double> chance{}; // that as many are able as are needed; 1 before the day
};
BOOST_DESCRIBE_STRUCT(NeedCurve, (), (able, low, high, demand, shortage, chance))

struct NeedAhead {
    goals::GoalId goal{};
    goals::Text goal_name{};
    goals::NeedRow row{};
    std::optional<priorities::Untold> untold{}; // no numbers
    bool beyond = false;                        // its day comes after the horizon: no numbers of that day
    std::optional<double> able_now{};
    std::optional<double> able_then{}; // on its day
    std::optional<double> shortage_then{};
    std::optional<double> chance_then{};
    std::optional<Date> first_shortage{}; // half a person or more
    NeedCurve curve{};
};
BOOST_DESCRIBE_STRUCT(NeedAhead, (),
                      (goal, goal_name, row, untold, beyond, able_now, able_then, shortage_then, chance_then,
                       first_shortage, curve))

} // namespace kunna::scenarios
