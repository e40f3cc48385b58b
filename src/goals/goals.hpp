// What one does with business goals. They are no secret: whoever may view them sees them all, and the name of whoever
// answers for each.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "goals/goal.hpp"

namespace kunna::goals {

// In tree order: a goal, then everything below it; siblings by weight, then by day.
std::vector<GoalRow> goals(db::Tx& tx);
// not_found, "goal.not_found"
Result<Goal> find_goal(db::Tx& tx, const access::Actor& actor, GoalId goal);
// Refuses by field: goal.name_missing, goal.metric_missing, goal.target_is_baseline, goal.weight, goal.due_passed,
// goal.due_before_start, goal.owner_unknown, goal.parent_not_found, goal.below_itself, unit.not_found.
Result<Goal> add_goal(db::Tx& tx, const access::Actor& actor, const NewGoal& wanted);
// A day that has passed may stay as it was. Also refuses (stale) another version than expected.
Result<Goal> edit_goal(db::Tx& tx, const access::Actor& actor, GoalId goal, std::optional<std::int64_t> version,
                       const NewGoal& wanted);
// Given up, for a reason that is kept; and taken up again. A goal is never deleted: decisions refer to it.
Result<Goal> drop_goal(db::Tx& tx, const access::Actor& actor, GoalId goal, const std::string& because);
Result<Goal> resume_goal(db::Tx& tx, const access::Actor& actor, GoalId goal);

// One for each day: another of the same day replaces it. Its owner may, and who may edit goals.
Result<Goal> add_reading(db::Tx& tx, const access::Actor& actor, GoalId goal, const NewReading& wanted);
Result<Goal> remove_reading(db::Tx& tx, const access::Actor& actor, GoalId goal, Date day);

// All needs at once, as the matrix shows them. What is the same as before keeps its id. Refuses by field,
// /needs/2/skill: skill.not_found, skill.retired (unless the goal needed it already), requirement.level_outside,
// need.headcount, need.due_passed, need.twice, role.not_found, unit.not_found.
Result<Goal> set_needs(db::Tx& tx, const access::Actor& actor, GoalId goal, std::optional<std::int64_t> version,
                       const std::vector<Need>& needs);

// Another priority than the formula's, or deliberately no money; because is kept and shown. Refuses
// need.reason_missing, need.priority_outside, need.not_found.
Result<Goal> choose(db::Tx& tx, const access::Actor& actor, GoalId goal, NeedId need, const NewChoice& wanted);

// The needs of all goals that are pursued: neither dropped nor reached.
struct PursuedNeed {
    GoalId goal{};
    Text goal_name{};
    std::int32_t weight = 1;
    std::vector<UnitId> units{}; // of the goal
    NeedRow row{};
};
BOOST_DESCRIBE_STRUCT(PursuedNeed, (), (goal, goal_name, weight, units, row))
std::vector<PursuedNeed> pursued_needs(db::Tx& tx);
// Of one goal, whatever its state; empty when there is no such goal.
std::vector<PursuedNeed> needs_of(db::Tx& tx, GoalId goal);

// Who may be made the owner of a goal by those who see no people: all who lead somebody today, by name.
std::vector<Owner> leaders(db::Tx& tx, std::string_view words, std::size_t limit);

} // namespace kunna::goals
