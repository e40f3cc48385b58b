// The forecast under a what-if beside that of today: what it says month by month, and what nobody may find out by it.
#include "scenarios/scenarios.hpp"
#include "what_if_company.hpp"
#include "whatif/files.hpp"
#include "whatif/kept.hpp"
#include "whatif/whatif.hpp"

#include <gmock/gmock.h>

namespace kunna::whatif {
namespace {

using scenarios::ChangeKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class WhatIfsAhead : public WhatIfCompany {
protected:
    scenarios::Grounds grounds{*db, workforces};

    // A year in which nobody leaves, retires, moves, learns or forgets, and posts that come are filled.
    static scenarios::Assumptions calm() {
        scenarios::Assumptions calm;
        calm.months = 12;
        calm.attrition = calm.first_year = calm.retirement = calm.moves = calm.training = calm.decay = 0;
        calm.refill = calm.ready = 1;
        calm.demand_spread = calm.attrition_spread = 0;
        return calm;
    }
    void base(const scenarios::Assumptions& assumptions) {
        ASSERT_TRUE(act([&](db::Tx& tx) {
                        return scenarios::add_scenario(tx, hr(), *grounds.current(), {"Bas", "", true, assumptions});
                    }).ok());
    }
    Result<WhatIfForecast> ask(const access::Actor& actor, const WhatIfAssumptions& assumed,
                               const AheadAsked& asked = {}) {
        return forecast(*db, *grounds.current(), actor, assumed, asked);
    }
    WhatIfForecast told(const access::Actor& actor, const WhatIfAssumptions& assumed, const AheadAsked& asked = {}) {
        auto answer = ask(actor, assumed, asked);
        if (!answer.ok()) throw std::runtime_error{code(answer)};
        return std::move(answer).unwrap();
    }
    static const SkillDifference& row(const WhatIfForecast& answer, SkillId skill) {
        return *std::find_if(answer.skills.begin(), answer.skills.end(),
                             [&](const auto& one) { return one.skill == skill; });
    }
};

TEST_P(WhatIfsAhead, NothingAssumedBothAreTheForecastOfTheBase) {
    base({});
    const WhatIfForecast answer = told(system, {});
    EXPECT_EQ(answer.scenario_name, "Bas");
    EXPECT_EQ(answer.months, 36);
    EXPECT_EQ(answer.before.curve.able, answer.after.curve.able);
    EXPECT_EQ(answer.before.short_then, answer.after.short_then);
    const auto ground = grounds.current();
    const auto question = scenarios::Question::of(*db, *ground, system, {});
    const auto alone = question->told({}, *scenarios::assumed(*ground, {}, ""));
    EXPECT_EQ(answer.before.curve.able, alone.curve.able);
    EXPECT_EQ(answer.before.curve.shortage, alone.curve.shortage);
    for (const scenarios::SkillAhead& one : alone.skills)
        EXPECT_EQ(row(answer, one.skill).after.shortage_then, one.of.shortage_then);
}

TEST_P(WhatIfsAhead, ThePostOfWhoLeavesIsVacantAndFilledAMonthLater) {
    base(calm());
    state(bo, welding, 4, "2026-11-20", engine::Source::test);
    const WhatIfForecast answer = told(system, {.leave = {bo}}, {.skill = welding});
    EXPECT_EQ(answer.after.curve.demand[0], answer.before.curve.demand[0]);
    EXPECT_EQ(answer.after.curve.able[0], answer.before.curve.able[0] - 1);
    EXPECT_EQ(answer.after.curve.unknown[0], answer.before.curve.unknown[0]);
    EXPECT_NEAR(answer.after.curve.able[1], answer.before.curve.able[1], 1e-4); // somebody ready for it
    scenarios::Assumptions half = calm();
    half.refill = 0.5;
    const auto later = act([&](db::Tx& tx) {
        return scenarios::add_scenario(tx, hr(), *grounds.current(), {"Halva", "", false, half});
    });
    const WhatIfForecast slower = told(system, {.leave = {bo}}, {.skill = welding, .scenario = later->id});
    EXPECT_NEAR(slower.after.curve.able[12], slower.before.curve.able[12] - 0.5, 1e-4);
}

TEST_P(WhatIfsAhead, WhenTheOnlyHolderLeavesThePostIsStillWanted) {
    base(calm());
    add(PersonId{500}, office, assembler, 3);
    const WhatIfForecast answer = told(system, {.leave = {PersonId{500}}}, {.unit = office});
    EXPECT_EQ(answer.after.curve.demand[0], 9);
    EXPECT_EQ(answer.after.curve.able[0], 8);
    EXPECT_NEAR(answer.after.curve.able[1], 9, 1e-4);
}

TEST_P(WhatIfsAhead, AUnitThatClosesTakesItsPostsWithItAndLeavesTheOthersAsTheyAre) {
    base({});
    const WhatIfForecast answer = told(system, {.close = {office}}, {.skill = welding});
    const WhatIfForecast of_line = told(system, {}, {.unit = line, .skill = welding});
    EXPECT_EQ(answer.after.curve.demand[0], 15);
    EXPECT_EQ(answer.after.curve.able, of_line.before.curve.able);
    EXPECT_EQ(answer.after.curve.shortage, of_line.before.curve.shortage);
}

TEST_P(WhatIfsAhead, ARoleThatGrowsHasEmptyPostsThatAreFilledAndOneThatShrinksHasFewerOfAll) {
    base(calm());
    const WhatIfForecast more = told(system, {.growth = {{fitter, 50}}});
    EXPECT_EQ(more.before.curve.able[0], 23);
    EXPECT_EQ(more.after.curve.able[0], 23);
    EXPECT_EQ(more.after.curve.demand[0], 33);
    EXPECT_NEAR(more.after.curve.able[1], 33, 1e-3);
    const WhatIfForecast fewer = told(system, {.growth = {{fitter, -50}}}, {.skill = welding});
    EXPECT_EQ(fewer.before.curve.demand[0], 23);
    EXPECT_EQ(fewer.after.curve.demand[0], 13); // twenty fitters become ten, three assemblers stay
    EXPECT_EQ(fewer.after.curve.unknown[0], 1); // of two
    const WhatIfForecast none = told(system, {.growth = {{fitter, -100}}}, {.skill = welding});
    EXPECT_EQ(none.after.curve.demand[12], 3);
}

TEST_P(WhatIfsAhead, ANewRoleAndARequirementAreSeenAhead) {
    base(calm());
    const SkillId robots = skill("robots");
    const WhatIfForecast role =
        told(system, {.new_roles = {{{"Robot", "Robot"}, {{robots, {}, 3, 2, false}}}},
                      .hire = {{.new_role = 0, .unit = office, .count = 4, .levels = {{robots, 2}}}}});
    EXPECT_EQ(row(role, robots).before.demand_then, 0);
    EXPECT_NEAR(row(role, robots).after.demand_then, 4, 1e-4);
    EXPECT_NEAR(row(role, robots).after.shortage_then, 4, 1e-3); // a level below, and nobody learns
    const WhatIfForecast raised =
        told(system, {.requirements = {{.role = fitter, .skill = welding, .level = 5}}}, {.skill = welding});
    EXPECT_EQ(raised.before.curve.able[0], 10);
    EXPECT_EQ(raised.after.curve.able[0], 6);
}

TEST_P(WhatIfsAhead, WhatTheScenarioSaysOfARoleItSaysOfEachPost) {
    scenarios::Assumptions growing = calm();
    growing.changes = {{.kind = ChangeKind::heads, .role = fitter, .amount = -10, .from = day("2026-12-01")}};
    base(growing);
    const WhatIfForecast answer = told(system, {.close = {line}}, {.skill = lathe});
    EXPECT_NEAR(answer.before.curve.demand[12], 10, 1e-4); // of twenty
    EXPECT_NEAR(answer.after.curve.demand[12], 4, 1e-4);   // of the eight that are left
    EXPECT_TRUE(ask(system, {.close = {line, office}}).ok());
    EXPECT_TRUE(ask(system, {.growth = {{fitter, -100}}}).ok());
}

TEST_P(WhatIfsAhead, TheMapAfterAndTheForecastAfterBeginWithTheSamePosts) {
    base({});
    for (const WhatIfAssumptions& assumed :
         {WhatIfAssumptions{.leave = {bo}}, WhatIfAssumptions{.close = {office}},
          WhatIfAssumptions{.hire = {{.role = fitter, .unit = line, .count = 3, .levels = {{welding, 5}}}}},
          WhatIfAssumptions{.growth = {{fitter, 50}}}, WhatIfAssumptions{.growth = {{fitter, -25}}},
          WhatIfAssumptions{.requirements = {{.role = fitter, .skill = lean, .level = 0}}}}) {
        const auto map = what_if(*db, *workforces.current(), system, assumed, {});
        ASSERT_TRUE(map.ok());
        const WhatIfForecast answer = told(system, assumed);
        double posts = 0;
        for (const SkillDifference& one : answer.skills) posts += one.after.demand_now;
        EXPECT_NEAR(posts, static_cast<double>(map->whole.after.requirements), 1.5); // the map rounds each state
    }
}

TEST_P(WhatIfsAhead, ARoleOfFewIsNotTakenApartByWhatIsAssumedOfIt) {
    base({});
    const auto hidden = [&](const WhatIfAssumptions& assumed) {
        const WhatIfForecast answer = told(executive(), assumed, {.skill = welding});
        EXPECT_FALSE(answer.before.hidden);
        EXPECT_EQ(answer.after.curve.able.empty(), answer.after.hidden);
        EXPECT_EQ(row(answer, welding).hidden_after, answer.after.hidden);
        return answer.after.hidden;
    };
    EXPECT_FALSE(hidden({}));
    EXPECT_TRUE(hidden({.requirements = {{.role = assembler, .skill = welding, .level = 5}}}));
    EXPECT_TRUE(hidden({.requirements = {{.role = fitter, .skill = welding, .level = 5}}}));
    EXPECT_TRUE(hidden({.growth = {{assembler, 100}}}));
    // Whoever comes to the three bears on them in the cell.
    EXPECT_TRUE(hidden({.hire = {{.role = assembler, .unit = line, .count = 1, .levels = {{welding, 5}}}}}));
    EXPECT_FALSE(hidden({.hire = {{.role = assembler, .unit = office, .count = 1}}}));
    EXPECT_FALSE(hidden({.hire = {{.role = fitter, .unit = office, .count = 1}}}));
    EXPECT_FALSE(hidden({.close = {office}}));
    const WhatIfForecast posts = told(executive(), {.growth = {{assembler, 100}}});
    EXPECT_TRUE(posts.after.hidden);
    EXPECT_FALSE(posts.after.of.has_value());
    EXPECT_FALSE(told(system, {.growth = {{assembler, 100}}}).after.hidden);
}

TEST_P(WhatIfsAhead, AUnitOfFewIsNotTakenApartByClosingIt) {
    execute("INSERT INTO unit (id, code, name, parent) VALUES (3, 'store', 'Store', 2)");
    for (int n = 0; n < 3; ++n) add(PersonId{400 + n}, UnitId{3}, fitter, 2 + n);
    base({});
    const WhatIfForecast answer = told(executive(), {.close = {UnitId{3}}}, {.skill = welding});
    EXPECT_TRUE(answer.after.hidden);
    EXPECT_EQ(answer.after.short_then, 0); // no sum of what is hidden
    for (const SkillDifference& one : answer.skills) EXPECT_TRUE(!one.hidden_after || one.after.demand_now == 0);
}

TEST_P(WhatIfsAhead, RolesAndUnitsAreToldBesideTheSkills) {
    base(calm());
    const WhatIfForecast grown = told(system, {.growth = {{fitter, 50}}});
    ASSERT_EQ(grown.roles.size(), 2U);
    const RoleAheadDifference& first = grown.roles.front(); // the largest difference
    EXPECT_EQ(first.role, fitter);
    EXPECT_EQ(first.before.of.demand_then, 20);
    EXPECT_NEAR(first.after.of.demand_then, 30, 1e-3);
    EXPECT_NEAR(first.after.of.able_then, 30, 1e-3);
    EXPECT_EQ(grown.roles.back().before.of.able_then, grown.roles.back().after.of.able_then);
    // Roles, and units, are parts of the whole on both sides.
    for (const WhatIfAssumptions& assumed :
         {WhatIfAssumptions{.growth = {{fitter, 50}}}, WhatIfAssumptions{.close = {office}},
          WhatIfAssumptions{.hire = {{.role = assembler, .unit = line, .count = 3}}}}) {
        const WhatIfForecast answer = told(system, assumed);
        double roles = 0;
        double units = 0;
        double lacking = 0;
        for (const RoleAheadDifference& one : answer.roles) {
            roles += one.after.of.able_then;
            lacking += one.after.lacking_then;
        }
        for (const UnitAheadDifference& one : answer.units) units += one.after.of.able_then;
        EXPECT_NEAR(roles, answer.after.of->able_then, 1e-2);
        EXPECT_NEAR(units, answer.after.of->able_then, 1e-2);
        EXPECT_NEAR(lacking, answer.after.short_then, 1e-2);
    }
    const SkillId robots = skill("robots");
    const WhatIfForecast with_robots = told(system, {.new_roles = {{{"Robot", "Robot"}, {{robots, {}, 3, 2, false}}}},
                                                     .hire = {{.new_role = 0, .unit = office, .count = 4}}});
    const auto robot =
        std::find_if(with_robots.roles.begin(), with_robots.roles.end(), [](const auto& one) { return !one.role; });
    ASSERT_NE(robot, with_robots.roles.end());
    EXPECT_EQ(robot->name.sv, "Robot");
    EXPECT_EQ(robot->before.of.able_now, 0);
    EXPECT_EQ(robot->after.of.able_now, 4);
}

TEST_P(WhatIfsAhead, ARoleOrUnitOfFewIsToldNeitherBeforeNorAfter) {
    base({});
    const auto role = [&](const WhatIfForecast& answer, RoleId wanted) {
        return *std::find_if(answer.roles.begin(), answer.roles.end(),
                             [&](const auto& one) { return one.role == wanted; });
    };
    const WhatIfForecast answer = told(executive(), {.close = {office}});
    EXPECT_TRUE(role(answer, assembler).hidden && role(answer, assembler).hidden_after); // three
    EXPECT_EQ(role(answer, assembler).before.of.able_now, 0);
    EXPECT_EQ(role(answer, assembler).after.lacking_then, 0);
    // Who comes to the three would tell on them.
    const WhatIfForecast joined =
        told(executive(), {.hire = {{.role = assembler, .unit = line, .count = 1, .levels = {{welding, 5}}}}});
    EXPECT_TRUE(role(joined, assembler).hidden_after);
    const auto of_line = std::find_if(joined.units.begin(), joined.units.end(),
                                      [](const UnitAheadDifference& one) { return one.unit == line; });
    ASSERT_NE(of_line, joined.units.end());
    EXPECT_TRUE(of_line->hidden_after);
    EXPECT_EQ(of_line->after.of.demand_then, 0);
}

TEST_P(WhatIfsAhead, OfARoleThatPartlyClosesNothingIsToldThatTellsOnTheFewWhoAreThere) {
    execute("INSERT INTO unit (id, code, name, parent) VALUES (3, 'store', 'Store', 2)");
    for (int n = 0; n < 3; ++n) add(PersonId{400 + n}, UnitId{3}, fitter, 2 + n);
    for (int n = 0; n < 6; ++n)
        add(PersonId{500 + n}, office, assembler, 1 + n % 3); // so many that both roles are told
    base({});
    const auto after_closing = [&](const access::Actor& actor, UnitId unit) {
        const WhatIfForecast answer = told(actor, {.close = {unit}});
        return *std::find_if(answer.roles.begin(), answer.roles.end(),
                             [&](const auto& one) { return one.role == fitter; });
    };
    EXPECT_FALSE(after_closing(executive(), UnitId{3}).hidden);
    EXPECT_TRUE(after_closing(executive(), UnitId{3}).hidden_after);
    EXPECT_FALSE(after_closing(executive(), line).hidden_after); // twelve
    EXPECT_FALSE(after_closing(system, UnitId{3}).hidden_after);
    EXPECT_NEAR(after_closing(system, UnitId{3}).after.of.demand_now, 20, 1e-3);
}

TEST_P(WhatIfsAhead, WhoComesToFewOfARoleThatIsToldHidesIt) {
    for (int n = 0; n < 6; ++n) add(PersonId{500 + n}, office, assembler, 1 + n % 3);
    base({});
    const auto after_hiring = [&](const access::Actor& actor, RoleId into, UnitId unit) {
        const WhatIfForecast answer =
            told(actor, {.hire = {{.role = into, .unit = unit, .count = 1, .levels = {{welding, 5}}}}});
        return *std::find_if(answer.roles.begin(), answer.roles.end(),
                             [&](const auto& one) { return one.role == into; });
    };
    EXPECT_FALSE(after_hiring(executive(), assembler, line).hidden);
    EXPECT_TRUE(after_hiring(executive(), assembler, line).hidden_after); // beside three
    EXPECT_FALSE(after_hiring(system, assembler, line).hidden_after);
}

TEST_P(WhatIfsAhead, TheFileHasALineForEachSkillRoleAndUnit) {
    base({});
    const WhatIfForecast answer = told(executive(), {.close = {office}});
    std::string text;
    ASSERT_TRUE(write_forecast(answer, insights::FileKind::csv, "en", [&](std::string_view part) -> Result<void> {
                    text += part;
                    return {};
                }).ok());
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    EXPECT_EQ(lines, 1 + answer.skills.size() + answer.roles.size() + answer.units.size());
    EXPECT_NE(text.find("too few people"), std::string::npos);
    EXPECT_NE(text.find("role, people"), std::string::npos);
}

TEST_P(WhatIfsAhead, NobodysAgeCountsThoughItDoesInTheScenario) {
    execute("UPDATE person SET birth_year = 1960 WHERE id >= 100"); // the year they reach the pension age
    base(calm());
    const auto ground = grounds.current();
    ASSERT_GT(ground->ages_counted, 0);
    const auto question = scenarios::Question::of(*db, *ground, system, {.skill = welding});
    const auto alone = question->told(calm(), *scenarios::assumed(*ground, calm(), "")).curve.able;
    const WhatIfForecast answer = told(system, {.leave = {PersonId{300}}}, {.skill = welding});
    EXPECT_NEAR(answer.before.curve.able[12], answer.before.curve.able[0], 1e-3);
    EXPECT_GT(std::abs(alone[12] - alone[0]), 1);
}

TEST_P(WhatIfsAhead, WhatIsWrongIsToldByField) {
    const auto refused = [&](const WhatIfAssumptions& assumed, const AheadAsked& asked) {
        return fields_of(ask(system, assumed, asked));
    };
    EXPECT_THAT(refused({}, {.months = 0}), ElementsAre("/query/months scenario.months"));
    EXPECT_THAT(refused({}, {.months = 121}), ElementsAre("/query/months scenario.months"));
    EXPECT_THAT(refused({.close = {UnitId{99}}}, {}), ElementsAre("/close/0 unit.not_found"));
    EXPECT_EQ(code(ask(system, {}, {.scenario = scenarios::ScenarioId{99}})), "scenario.not_found");
    EXPECT_EQ(code(ask(manager(anna), {}, {.unit = office})), "unit.not_found");
    EXPECT_EQ(code(ask(hr(), {.leave = {bo}})), "access.reason_needed");
}

TEST_P(WhatIfsAhead, WhatAScenarioCanSayIsKeptAndTheRestIsCounted) {
    scenarios::Assumptions own = calm();
    own.changes = {{.kind = ChangeKind::heads, .role = fitter, .amount = 2, .from = day("2026-12-01")}};
    execute("UPDATE unit SET place = 'Västerås' WHERE id = 2");
    base(own);
    const WhatIfAssumptions assumed{.leave = {bo},
                                    .places = {"Västerås"},
                                    .new_roles = {{{"Robot", "Robot"}, {}}},
                                    .hire = {{.role = fitter, .unit = line, .count = 3, .levels = {{welding, 5}}},
                                             {.new_role = 0, .unit = line, .count = 2}},
                                    .requirements = {{.role = fitter, .skill = welding, .level = 5}},
                                    .growth = {{assembler, 300}, {fitter, -20}}};
    const auto kept = as_scenario(*db, *grounds.current(), hr("prov"), assumed, day("2027-06-01"));
    ASSERT_TRUE(kept.ok()) << code(kept);
    EXPECT_EQ(kept->changes, 4);
    ASSERT_EQ(kept->assumptions.changes.size(), 5U) << "after those of the base";
    const auto& changes = kept->assumptions.changes;
    EXPECT_EQ(changes[1].kind, ChangeKind::closing);
    EXPECT_EQ(changes[1].unit, office);
    EXPECT_EQ(changes[1].by, day("2027-06-01"));
    EXPECT_EQ(changes[2].kind, ChangeKind::heads);
    EXPECT_EQ(changes[2].amount, 3);
    EXPECT_NEAR(changes[3].amount, 1, 1e-9); // × 4 in two years
    EXPECT_EQ(changes[3].by, day("2029-06-01"));
    EXPECT_NEAR(changes[4].amount, -0.2, 1e-9);
    std::map<LeftOutKind, int> left_out;
    for (const LeftOut& one : kept->left_out) left_out[one.kind] = one.count;
    EXPECT_EQ(left_out, (std::map<LeftOutKind, int>{{LeftOutKind::leave, 1},
                                                    {LeftOutKind::new_role, 1},
                                                    {LeftOutKind::levels, 1},
                                                    {LeftOutKind::requirement, 1}}));
    const auto stored = act([&](db::Tx& tx) {
        return scenarios::add_scenario(tx, hr(), *grounds.current(), {"Prov", "", false, kept->assumptions});
    });
    EXPECT_TRUE(stored.ok()) << code(stored);
    EXPECT_THAT(fields_of(as_scenario(*db, *grounds.current(), hr(), {}, day("2020-01-01"))),
                ElementsAre("/query/from scenario.past"));
}

TEST_P(WhatIfsAhead, OnlyWhatClosesWholeIsKeptOfAPlace) {
    execute("UPDATE unit SET place = 'Västerås' WHERE id = 2;"
            "INSERT INTO unit (id, code, name, parent, place) VALUES (3, 'store', 'Store', 2, 'Kiruna')");
    base({});
    const auto kept = as_scenario(*db, *grounds.current(), hr(), {.places = {"Västerås"}}, day("2027-06-01"));
    ASSERT_TRUE(kept.ok()) << code(kept);
    EXPECT_THAT(kept->assumptions.changes, IsEmpty());
    ASSERT_EQ(kept->left_out.size(), 1U);
    EXPECT_EQ(kept->left_out[0].kind, LeftOutKind::place);
}

INSTANTIATE_ON_BOTH(WhatIfsAhead);

} // namespace
} // namespace kunna::whatif
