// The HTTP face of scenarios: what may come, and what everybody will be able to do if it does.
#include "scenarios/routes.hpp"

#include "http/router.hpp"
#include "http/table_file.hpp"
#include "insights/sums.hpp"
#include "scenarios/assumed.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/files.hpp"
#include "scenarios/needs.hpp"
#include "scenarios/scenarios.hpp"

namespace kunna::scenarios {

namespace {

using access::Actor;
using access::Permission;

struct ScenarioPath {
    ScenarioId scenario{};
};
BOOST_DESCRIBE_STRUCT(ScenarioPath, (), (scenario))

struct ForecastQuery {
    ScenarioId scenario{};
    std::optional<UnitId> unit{};
    std::optional<SkillId> skill{};
    std::optional<RoleId> role{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ForecastQuery, (), (scenario, unit, skill, role, reason))

struct GoalForecastQuery {
    goals::GoalId goal{};
    std::optional<ScenarioId> scenario{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(GoalForecastQuery, (), (goal, scenario, reason))

struct ForecastFileQuery {
    ScenarioId scenario{};
    std::optional<UnitId> unit{};
    std::optional<insights::FileKind> format{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ForecastFileQuery, (), (scenario, unit, format, reason))

// What is not stored: the sliders.
struct ForecastAsked {
    Assumptions assumptions{};
    std::optional<UnitId> unit{};
    std::optional<SkillId> skill{};
    std::optional<RoleId> role{};
    std::optional<bool> only_curve{};
};
BOOST_DESCRIBE_STRUCT(ForecastAsked, (), (assumptions, unit, skill, role, only_curve))

struct ComparisonQuery {
    std::vector<ScenarioId> scenario{};
    std::optional<UnitId> unit{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(ComparisonQuery, (), (scenario, unit, reason))

struct ScenarioList {
    std::vector<Scenario> items{};
    Assumptions usual{}; // to begin with
};
BOOST_DESCRIBE_STRUCT(ScenarioList, (), (items, usual))

struct RoleHazard {
    RoleId role{};
    skills::Text name{};
    Hazard of{};
};
BOOST_DESCRIBE_STRUCT(RoleHazard, (), (role, name, of))

struct HazardsTold {
    Date from{};
    Date to{};
    Hazard later{};
    FirstYear first_year{};
    std::vector<RoleHazard> roles{}; // those with leavers enough
    double ages_counted = 0;         // share of the posts of which it is assumed when their holder retires
};
BOOST_DESCRIBE_STRUCT(HazardsTold, (), (from, to, later, first_year, roles, ages_counted))

HazardsTold told(const Ground& ground) {
    const Hazards& hazards = ground.hazards;
    HazardsTold told{hazards.from,       hazards.to, hazards.later,
                     hazards.first_year, {},         insights::rounded(ground.ages_counted)};
    for (const insights::RoleName& role : ground.workforce->names().roles)
        if (const auto found = hazards.by_role.find(role.id.value);
            found != hazards.by_role.end() && !found->second.few)
            told.roles.push_back({role.id, role.name, found->second});
    return told;
}

void declare_keeping(http::Router& api, Grounds* grounds) {
    api.get("/scenarios", {.summary = "Scenarios, the base first", .needs = Permission::view_forecast},
            [](db::Db& db) -> Result<ScenarioList> {
                return ScenarioList{db.read([&](db::Tx& tx) { return scenarios(tx); }), {}};
            });
    api.post("/scenarios", {.summary = "Keep a scenario", .needs = Permission::plan_future},
             [grounds](db::Db& db, const Actor& actor, const NewScenario& wanted) {
                 const auto ground = grounds->current();
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Scenario>> {
                     Scenario made = TRY(add_scenario(tx, actor, *ground, wanted));
                     return http::Created<Scenario>{"/scenarios/" + std::to_string(made.id.value), std::move(made)};
                 });
             });
    api.get("/scenarios/{scenario}", {.summary = "One scenario", .needs = Permission::view_forecast},
            [](db::Db& db, const ScenarioPath& path) {
                return db.read([&](db::Tx& tx) { return find_scenario(tx, path.scenario); });
            });
    api.put("/scenarios/{scenario}", {.summary = "ScenarioChange a scenario", .needs = Permission::plan_future},
            [grounds](db::Db& db, const Actor& actor, const ScenarioPath& path, const NewScenario& wanted,
                      http::IfMatch match) {
                const auto ground = grounds->current();
                return db.transact([&](db::Tx& tx) {
                    return edit_scenario(tx, actor, *ground, path.scenario, match.version, wanted);
                });
            });
    api.del("/scenarios/{scenario}", {.summary = "Throw a scenario away", .needs = Permission::plan_future},
            [](db::Db& db, const Actor& actor, const ScenarioPath& path) {
                return db.transact([&](db::Tx& tx) { return remove_scenario(tx, actor, path.scenario); });
            });
}

} // namespace

void declare_routes(http::Router& api, Grounds* grounds) {
    declare_keeping(api, grounds);
    api.get("/scenarios/{scenario}/forecast",
            {.summary = "What everybody will be able to do, month by month, if a scenario comes",
             .needs = Permission::view_forecast,
             .description = "The curve is that of the skill or the role when one is given, else of all posts. Between "
                            "low and high lie 80 of 100 futures. Whoever's level is not known is counted beside: "
                            "neither able nor short. hidden: too few people are behind it. needs: what the goals need "
                            "by a day, as demand from that day on; of their groups only who is sure to be able counts, "
                            "in full-time equivalents."},
            [grounds](db::Db& db, const Actor& actor, const ForecastQuery& asked) -> Result<ForecastTold> {
                const auto ground = grounds->current();
                const auto scenario = TRY(db.read([&](db::Tx& tx) { return find_scenario(tx, asked.scenario); }));
                const auto question = TRY(Question::of(db, *ground, access::with_reason(actor, asked.reason),
                                                       {asked.unit, asked.skill, asked.role}));
                const auto assumed = TRY(assumed_by_now(*ground, scenario.assumptions));
                ForecastTold told = question.told(scenario.assumptions, assumed);
                add_needs(db, *ground, actor, question, scenario.assumptions, assumed, told);
                return told;
            });
    api.get("/scenarios/{scenario}/forecast/export",
            {.summary = "The same as a file: a line for each month of a skill, a role and a need of a goal",
             .needs = Permission::view_forecast,
             .produces = http::table_files},
            [grounds](db::Db& db, const Actor& actor, const ForecastFileQuery& asked) -> Result<http::File> {
                const auto ground = grounds->current();
                const auto scenario = TRY(db.read([&](db::Tx& tx) { return find_scenario(tx, asked.scenario); }));
                const auto question =
                    TRY(Question::of(db, *ground, access::with_reason(actor, asked.reason), {.unit = asked.unit}));
                const auto assumed = TRY(assumed_by_now(*ground, scenario.assumptions));
                ForecastTold told{.day = ground->workforce->day()};
                add_needs(db, *ground, actor, question, scenario.assumptions, assumed, told);
                return http::table_of("forecast", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_forecast(question, *ground, scenario.assumptions, assumed, told.needs, kind,
                                          actor.language, std::move(sink));
                });
            });
    api.get("/goals/{goal}/forecast",
            {.summary = "What there will be of a goal's needs by their days",
             .needs = Permission::view_forecast,
             .description = "Under the scenario named, else the base, else usual assumptions. Months before a need's "
                            "day ask for nobody."},
            [grounds](db::Db& db, const Actor& actor, const GoalForecastQuery& asked) {
                const auto ground = grounds->current();
                return goal_forecast(db, *ground, access::with_reason(actor, asked.reason), asked.goal, asked.scenario);
            });
    api.post("/forecasts",
             {.summary = "The same under assumptions that are not stored",
              .needs = Permission::plan_future,
              .description = "With only_curve the answer has the curve and the whole alone, the same numbers sooner: "
                             "for a hand on a slider."},
             [grounds](db::Db& db, const Actor& actor, const ForecastAsked& asked) -> Result<ForecastTold> {
                 const auto ground = grounds->current();
                 const auto question = TRY(Question::of(db, *ground, actor, {asked.unit, asked.skill, asked.role}));
                 const auto read = TRY(assumed(*ground, asked.assumptions, "/assumptions"));
                 if (asked.only_curve.value_or(false)) return question.told_curve(asked.assumptions, read);
                 ForecastTold told = question.told(asked.assumptions, read);
                 add_needs(db, *ground, actor, question, asked.assumptions, read, told);
                 return told;
             });
    api.get("/forecasts/comparison",
            {.summary = "Scenarios beside each other: the gaps that all have, the regret of preparing for another one "
                        "than comes, the price of waiting a year",
             .needs = Permission::view_forecast,
             .description = "scenario is given once for each, two to six. Shortages are in people and skills on the "
                            "nearest horizon."},
            [grounds](db::Db& db, const Actor& actor, const ComparisonQuery& asked) -> Result<ScenarioComparison> {
                const auto ground = grounds->current();
                const auto chosen = TRY(db.read([&](db::Tx& tx) -> Result<std::vector<Scenario>> {
                    std::vector<Scenario> all;
                    for (const ScenarioId id : asked.scenario) all.push_back(TRY(find_scenario(tx, id)));
                    return all;
                }));
                return compare(db, *ground, access::with_reason(actor, asked.reason), chosen, asked.unit);
            });
    api.get("/forecasts/hazards",
            {.summary = "How often people leave, estimated from those who have left, with 95 % intervals",
             .needs = Permission::view_forecast},
            [grounds](db::Db&) -> Result<HazardsTold> { return told(*grounds->current()); });
}

} // namespace kunna::scenarios
