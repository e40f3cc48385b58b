// The HTTP face of goals: the tree, one goal, its readings and its needs.
#include "goals/routes.hpp"

#include "goals/goals.hpp"
#include "goals/starters.hpp"
#include "http/router.hpp"

namespace kunna::goals {

namespace {

using access::Actor;
using access::Permission;

constexpr std::size_t most_leaders = 20;

struct GoalPath {
    GoalId goal{};
};
BOOST_DESCRIBE_STRUCT(GoalPath, (), (goal))

struct ReadingPath {
    GoalId goal{};
    Date day{};
};
BOOST_DESCRIBE_STRUCT(ReadingPath, (), (goal, day))

struct LeadersAsked {
    std::optional<std::string> query{};
};
BOOST_DESCRIBE_STRUCT(LeadersAsked, (), (query))

struct GoalList {
    std::vector<GoalRow> items{};
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(GoalList, (), (items, may_edit))

struct StarterList {
    std::vector<Starter> items{};
};
BOOST_DESCRIBE_STRUCT(StarterList, (), (items))

struct LeaderList {
    std::vector<Owner> items{};
};
BOOST_DESCRIBE_STRUCT(LeaderList, (), (items))

struct GoalInput {
    NewGoal goal{};
    std::vector<Need> needs{};
};
BOOST_DESCRIBE_STRUCT(GoalInput, (), (goal, needs))

struct NeedPath {
    GoalId goal{};
    NeedId need{};
};
BOOST_DESCRIBE_STRUCT(NeedPath, (), (goal, need))

struct Needs {
    std::vector<Need> needs{};
};
BOOST_DESCRIBE_STRUCT(Needs, (), (needs))

struct Because {
    std::string because{};
};
BOOST_DESCRIBE_STRUCT(Because, (), (because))

void declare_goals(http::Router& api) {
    api.get("/goals", {.summary = "The goals, in tree order, and how they stand", .needs = Permission::view_goals},
            [](db::Db& db, const Actor& actor) -> Result<GoalList> {
                return GoalList{db.read([](db::Tx& tx) { return goals(tx); }), actor.may(Permission::edit_goals)};
            });
    api.get("/goals/starters",
            {.summary = "Goals to begin with, from the packs that are installed", .needs = Permission::edit_goals},
            [](db::Db& db) -> Result<StarterList> {
                return StarterList{db.read([](db::Tx& tx) { return starters(tx); })};
            });
    api.get("/goals/leaders",
            {.summary = "Those who lead somebody, by name: who may own a goal", .needs = Permission::edit_goals},
            [](db::Db& db, const LeadersAsked& asked) -> Result<LeaderList> {
                return LeaderList{
                    db.read([&](db::Tx& tx) { return leaders(tx, asked.query.value_or(""), most_leaders); })};
            });
    api.get("/goals/{goal}",
            {.summary = "One goal: its readings, newest first, and what it needs", .needs = Permission::view_goals},
            [](db::Db& db, const Actor& actor, const GoalPath& path) {
                return db.read([&](db::Tx& tx) { return find_goal(tx, actor, path.goal); });
            });
    api.post("/goals",
             {.summary = "Set a goal, with what it needs",
              .needs = Permission::edit_goals,
              .description = "A goal has a metric, a baseline and a target to reach by a day; it is refused without."},
             [](db::Db& db, const Actor& actor, const GoalInput& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Goal>> {
                     Goal added = TRY(add_goal(tx, actor, wanted.goal));
                     if (!wanted.needs.empty()) added = TRY(set_needs(tx, actor, added.row.id, {}, wanted.needs));
                     return http::Created<Goal>{"/goals/" + std::to_string(added.row.id.value), std::move(added)};
                 });
             });
    api.put("/goals/{goal}", {.summary = "Change a goal", .needs = Permission::edit_goals},
            [](db::Db& db, const Actor& actor, const GoalPath& path, const NewGoal& wanted, http::IfMatch match) {
                return db.transact([&](db::Tx& tx) { return edit_goal(tx, actor, path.goal, match.version, wanted); });
            });
    api.post("/goals/{goal}/drop", {.summary = "Give a goal up, for a reason", .needs = Permission::edit_goals},
             [](db::Db& db, const Actor& actor, const GoalPath& path, const Because& why) {
                 return db.transact([&](db::Tx& tx) { return drop_goal(tx, actor, path.goal, why.because); });
             });
    api.post("/goals/{goal}/resume", {.summary = "Pursue a dropped goal again", .needs = Permission::edit_goals},
             [](db::Db& db, const Actor& actor, const GoalPath& path) {
                 return db.transact([&](db::Tx& tx) { return resume_goal(tx, actor, path.goal); });
             });
}

void declare_needs_and_readings(http::Router& api) {
    api.put("/goals/{goal}/needs",
            {.summary = "All that a goal needs: how many, in which role or unit, at which level, when",
             .needs = Permission::edit_goals},
            [](db::Db& db, const Actor& actor, const GoalPath& path, const Needs& wanted, http::IfMatch match) {
                return db.transact(
                    [&](db::Tx& tx) { return set_needs(tx, actor, path.goal, match.version, wanted.needs); });
            });
    api.put("/goals/{goal}/needs/{need}/choice",
            {.summary = "Choose another priority for a need, or to fund it deliberately not; or take that back",
             .needs = Permission::edit_goals},
            [](db::Db& db, const Actor& actor, const NeedPath& path, const NewChoice& wanted) {
                return db.transact([&](db::Tx& tx) { return choose(tx, actor, path.goal, path.need, wanted); });
            });
    api.post("/goals/{goal}/readings",
             {.summary = "What the metric was on a day; another of the same day replaces it",
              .needs = Permission::view_goals,
              .description = "Open to the goal's owner and to those who edit goals."},
             [](db::Db& db, const Actor& actor, const GoalPath& path, const NewReading& wanted) {
                 return db.transact([&](db::Tx& tx) { return add_reading(tx, actor, path.goal, wanted); });
             });
    api.del("/goals/{goal}/readings/{day}",
            {.summary = "Take a reading back",
             .needs = Permission::view_goals,
             .description = "Open to the goal's owner and to those who edit goals."},
            [](db::Db& db, const Actor& actor, const ReadingPath& path) {
                return db.transact([&](db::Tx& tx) { return remove_reading(tx, actor, path.goal, path.day); });
            });
}

} // namespace

void declare_routes(http::Router& api) {
    declare_goals(api);
    declare_needs_and_readings(api);
}

} // namespace kunna::goals
