// A business goal: something measurable that the organisation wants by a day, and the skills it takes.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::goals {

using GoalId = Id<struct GoalTag>;
using NeedId = Id<struct NeedTag>;
using skills::Text;

// How it goes, by the newest reading. on_track: at least as far as the share of the time that has passed, less a tenth.
// unread: nobody has said yet; missed: the day is over and the target was not reached.
BOOST_DEFINE_ENUM_CLASS(GoalState, unread, behind, on_track, reached, missed, dropped)

struct Owner {
    PersonId person{};
    std::string name{};
    bool left = false; // no longer employed
};
BOOST_DESCRIBE_STRUCT(Owner, (), (person, name, left))

struct ConcernedUnit {
    UnitId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(ConcernedUnit, (), (id, name))

// What the metric was on a day.
struct Reading {
    Date day{};
    double value = 0;
    std::string note{};
    std::string by{}; // name of the account; empty for the command line
};
BOOST_DESCRIBE_STRUCT(Reading, (), (day, value, note, by))

struct GoalRow {
    GoalId id{};
    std::optional<GoalId> parent{};
    std::int32_t depth = 0;
    Text name{};
    Owner owner{};
    Text metric{};
    Text measure{}; // what the figures count: "%", "days"; may be empty
    double baseline = 0;
    double target = 0;
    Date starts{};
    Date due{};
    std::int32_t weight = 1;            // 1–5
    std::vector<ConcernedUnit> units{}; // the whole organisation when empty
    std::optional<Reading> latest{};    // the newest reading
    std::optional<double> progress{};   // (latest − baseline) / (target − baseline); below 0: farther away
    double expected = 0;                // the share of the time that has passed, 0–1
    GoalState state = GoalState::unread;
    std::int64_t needs = 0;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(GoalRow, (),
                      (id, parent, depth, name, owner, metric, measure, baseline, target, starts, due, weight, units,
                       latest, progress, expected, state, needs, version))

// So many people are to have the skill at the level on the day: those who hold the role, within the unit and what is
// below it. Neither: within the units of the goal.
struct Need {
    std::optional<NeedId> id{}; // in answers
    std::optional<RoleId> role{};
    std::optional<UnitId> unit{};
    SkillId skill{};
    std::int32_t level = 0;     // raw step on the skill's scale
    std::int32_t headcount = 0; // full-time equivalents
    Date due{};
    bool must = false;
    std::int32_t consequence = 2; // of not having it, 1–3
    std::int32_t scarcity = 2;    // how hard it is to find, 1–3
};
BOOST_DESCRIBE_STRUCT(Need, (), (id, role, unit, skill, level, headcount, due, must, consequence, scarcity))

// What was chosen against the formula, and why.
struct Choice {
    std::optional<double> priority{}; // in place of the computed one
    bool not_funded = false;          // deliberately
    std::string because{};
    std::string by{}; // name of the account; empty for the command line
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Choice, (), (priority, not_funded, because, by, at))

struct NeedRow {
    Need need{};
    std::optional<Text> role_name{};
    std::optional<std::string> unit_name{};
    Text skill_name{};
    bool retired = false; // the skill, since
    std::optional<Choice> choice{};
};
BOOST_DESCRIBE_STRUCT(NeedRow, (), (need, role_name, unit_name, skill_name, retired, choice))

// Neither a priority nor not_funded takes the choice back.
struct NewChoice {
    std::optional<double> priority{};
    bool not_funded = false;
    std::string because{};
};
BOOST_DESCRIBE_STRUCT(NewChoice, (), (priority, not_funded, because))

struct Goal {
    GoalRow row{};
    Text description{};
    std::vector<Reading> readings{}; // newest first
    std::vector<NeedRow> needs{};
    std::optional<std::string> dropped_because{};
    bool may_edit = false;
    bool may_report = false; // its owner, and who may edit
};
BOOST_DESCRIBE_STRUCT(Goal, (), (row, description, readings, needs, dropped_because, may_edit, may_report))

struct NewGoal {
    std::optional<GoalId> parent{};
    Text name{};
    Text description{};
    PersonId owner{};
    Text metric{};
    Text measure{};
    double baseline = 0;
    double target = 0;
    Date starts{};
    Date due{};
    std::int32_t weight = 3;
    std::vector<UnitId> units{};
};
BOOST_DESCRIBE_STRUCT(NewGoal, (),
                      (parent, name, description, owner, metric, measure, baseline, target, starts, due, weight, units))

struct NewReading {
    Date day{};
    double value = 0;
    std::string note{};
};
BOOST_DESCRIBE_STRUCT(NewReading, (), (day, value, note))

// How far: nothing without a reading.
std::optional<double> progress(double baseline, double target, const std::optional<Reading>& latest);
GoalState state_of(std::optional<double> progress, double expected, bool over, bool dropped);

} // namespace kunna::goals
