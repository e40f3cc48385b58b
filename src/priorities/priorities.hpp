// Priorities: what the goals need, ranked: k × (1 − C) × urgency / effort, with every part shown (domain.md §3).
#pragma once

#include "engine/need.hpp"
#include "goals/goals.hpp"
#include "insights/fence.hpp"

namespace kunna::priorities {

// What stands in the way of telling how a need stands.
// few: so few people are behind it, or behind what is left beside it, that a figure would tell on one of them.
// outside: not all of the group is within the units whose sums the actor has.
BOOST_DEFINE_ENUM_CLASS(Untold, few, outside)

struct Standing {
    std::int64_t people = 0;    // in the group that the need is about
    double qualified = 0;       // Q: full-time equivalents at the level, sure
    std::int64_t uncertain = 0; // people at the level, not sure
    std::int64_t below = 0;
    std::int64_t near = 0; // of those below: at most one step away
    std::int64_t unknown = 0;
    double coverage = 0;      // C = min(1, Q / headcount)
    double hours = 0;         // to fill the headcount with the nearest: levels × the skill's hours a level
    std::int64_t outside = 0; // of those to be filled: nobody in the group is known to be on the way
};
BOOST_DESCRIBE_STRUCT(Standing, (), (people, qualified, uncertain, below, near, unknown, coverage, hours, outside))

struct Parts {
    std::int32_t goal_weight = 1; // 1–5
    std::int32_t consequence = 1; // 1–3
    std::int32_t scarcity = 1;    // 1–3
    std::int32_t criticality = 1; // k, their product
    bool high = false;            // k ≥ 20
    double months_left = 0;
    double urgency = 0;               // min(4, 12 / max(3, months left))
    std::optional<double> effort{};   // hours / 40; as the standing
    std::optional<double> computed{}; // the priority by formula
    std::optional<double> value{};    // that counts: the chosen one, else the computed
};
BOOST_DESCRIBE_STRUCT(Parts, (),
                      (goal_weight, consequence, scarcity, criticality, high, months_left, urgency, effort, computed,
                       value))

struct Priority {
    goals::GoalId goal{};
    goals::Text goal_name{};
    goals::NeedRow row{};
    std::optional<Standing> standing{};
    std::optional<Untold> untold{};
    Parts parts{};
};
BOOST_DESCRIBE_STRUCT(Priority, (), (goal, goal_name, row, standing, untold, parts))

// Skills coverage Σ k·C / Σ k (domain.md §4), over the needs that are told.
struct GoalCoverage {
    goals::GoalId goal{};
    goals::Text name{};
    std::optional<double> coverage{};
    std::int64_t needs = 0;
    std::int64_t untold = 0; // of them
};
BOOST_DESCRIBE_STRUCT(GoalCoverage, (), (goal, name, coverage, needs, untold))

struct Priorities {
    Date day{};
    std::optional<double> coverage{}; // of all goals
    std::vector<GoalCoverage> goals{};
    std::vector<Priority> items{};      // the highest first; those untold last
    std::vector<Priority> not_funded{}; // deliberately
};
BOOST_DESCRIBE_STRUCT(Priorities, (), (day, coverage, goals, items, not_funded))

// A need as the engine takes it, how it stands, and what may be told of it.
struct Standings {
    std::vector<engine::Need> needs{};
    std::vector<engine::NeedStanding> counted{};
    std::vector<std::optional<Untold>> untold{};
    std::vector<bool> open{}; // the actor may read the levels of everybody in the group
};
// The need as the engine takes it: its group's outermost units, its skill and level.
engine::Need asked_of(const insights::Workforce& workforce, const goals::PursuedNeed& pursued);
Standings standings_of(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                       const std::vector<goals::PursuedNeed>& pursued);

// Of the needs of all goals that are pursued, as the workforce stands.
Priorities priorities(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor);
// Of one goal, whatever its state. not_found, "goal.not_found".
Result<Priorities> priorities_of(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 goals::GoalId goal);

} // namespace kunna::priorities
