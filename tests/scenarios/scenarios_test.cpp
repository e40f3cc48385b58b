// Scenarios: keeping them, what they may say, and what is told of them to whom.
#include "base/json_write.hpp"
#include "scenarios/assumed.hpp"
#include "scenarios/comparison.hpp"
#include "scenarios/routes.hpp"
#include "scenarios/scenarios.hpp"
#include "support/harness.hpp"
#include "support/skilled_company.hpp"

#include <gmock/gmock.h>

namespace kunna::scenarios {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;

class ScenarioTest : public test::SkilledCompany {
protected:
    Grounds grounds{*db, workforces};

    Result<Scenario> add(const NewScenario& wanted) {
        const auto ground = grounds.current();
        return act([&](db::Tx& tx) { return add_scenario(tx, hr(), *ground, wanted); });
    }
    static NewScenario named(const char* name) { return {name, "", false, {}}; }
    Result<engine::Assumptions> read(const Assumptions& assumptions) {
        return assumed(*grounds.current(), assumptions, "/assumptions");
    }
    static std::string where(const Result<engine::Assumptions>& refused) {
        return refused.ok() ? "" : refused.error().fields.at(0).where + " " + refused.error().fields.at(0).code;
    }
    std::string with(const ScenarioChange& change) {
        Assumptions assumptions;
        assumptions.changes = {change};
        return where(read(assumptions));
    }
    // All five hold the role, so that sums over everybody are about enough people.
    void everybody_is_a_fitter() {
        for (const PersonId person : {anna, dag, erik})
            (void)act([&](db::Tx& tx) {
                return skills::give_role(tx, system, person, {fitter, day("2020-01-01"), {}});
            });
    }
};

TEST_P(ScenarioTest, TheFirstIsTheBaseAndTheBaseCanBeAnother) {
    const auto first = add(named("Som nu"));
    ASSERT_TRUE(first.ok()) << code(first);
    EXPECT_TRUE(first->base);
    NewScenario other = named("Snabbt");
    other.base = true;
    const auto second = add(other);
    ASSERT_TRUE(second.ok());
    const auto all = look([&](db::Tx& tx) { return scenarios(tx); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].name, "Snabbt");
    EXPECT_FALSE(all[1].base);
    EXPECT_EQ(all[1].version, 2); // whoever edits it must see that it is the base no longer
    const auto removed = act([&](db::Tx& tx) { return remove_scenario(tx, hr(), second->id); });
    EXPECT_EQ(code(removed), "scenario.base_needed");
    EXPECT_TRUE(act([&](db::Tx& tx) { return remove_scenario(tx, hr(), first->id); }).ok());
    EXPECT_TRUE(act([&](db::Tx& tx) { return remove_scenario(tx, hr(), second->id); }).ok());
}

TEST_P(ScenarioTest, NamesAreNeededAndTakenOnce) {
    EXPECT_EQ(add(named("  ")).error().fields.at(0).code, "scenario.name_missing");
    ASSERT_TRUE(add(named("Bas")).ok());
    EXPECT_EQ(add(named(" BAS ")).error().fields.at(0).code, "scenario.name_taken");
}

TEST_P(ScenarioTest, TwoEditorsAtOnceLoseNothing) {
    const auto made = add(named("Bas"));
    ASSERT_TRUE(made.ok());
    const auto ground = grounds.current();
    NewScenario mine = named("Bas A");
    mine.base = true;
    const auto edit = [&](const NewScenario& wanted) {
        return act([&](db::Tx& tx) { return edit_scenario(tx, hr(), *ground, made->id, made->version, wanted); });
    };
    ASSERT_TRUE(edit(mine).ok());
    mine.name = "Bas B";
    EXPECT_EQ(code(edit(mine)), "http.stale");
    EXPECT_EQ(look([&](db::Tx& tx) { return scenarios(tx); }).at(0).name, "Bas A");
}

TEST_P(ScenarioTest, EveryChangeIsInTheTrail) {
    const auto made = add(named("Bas"));
    const auto entries = look([&](db::Tx& tx) { return audit::newest(tx, {.action = "scenario.added"}, 1 << 30, 10); });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].object, made->id.value);
}

TEST_P(ScenarioTest, NumbersOutsideAreRefusedWhereTheyStand) {
    Assumptions a;
    a.attrition = 1.2;
    EXPECT_EQ(where(read(a)), "/assumptions/attrition scenario.share");
    a = {};
    a.attrition = -0.01;
    EXPECT_EQ(where(read(a)), "/assumptions/attrition scenario.share");
    a = {};
    a.months = 121;
    EXPECT_EQ(where(read(a)), "/assumptions/months scenario.months");
    a = {};
    a.growth = -1.5;
    EXPECT_EQ(where(read(a)), "/assumptions/growth scenario.growth");
    a = {};
    a.refill = std::nan("");
    EXPECT_EQ(where(read(a)), "/assumptions/refill scenario.share");
    a = {};
    a.training_from = day("2020-01-01");
    EXPECT_EQ(where(read(a)), "/assumptions/training_from scenario.past");
}

TEST_P(ScenarioTest, WhoeverReachesThePensionAgeRetiresWithinThatYear) {
    Assumptions a;
    a.months = 36;
    const auto usual = read(a); // 66, on 24 November 2026
    ASSERT_TRUE(usual.ok());
    const auto cohort = [](const engine::Assumptions& of, int turns) {
        return std::size_t{of.cohort_of[engine::age_number(turns)]};
    };
    const auto retired_by = [](const engine::Assumptions& of, std::size_t number, int month) {
        double there = 1;
        for (int m = 1; m <= month; ++m) there *= 1 - of.retires(number, m);
        return 1 - there;
    };
    EXPECT_EQ(usual->cohort_of[0], 0); // not known: the share that retires a year
    EXPECT_NEAR(retired_by(*usual, cohort(*usual, 66), 6), 0.5, 1e-9);
    EXPECT_NEAR(retired_by(*usual, cohort(*usual, 69), 12), 1, 1e-9);
    EXPECT_EQ(retired_by(*usual, cohort(*usual, 65), 2), 0); // December and most of January
    EXPECT_NEAR(retired_by(*usual, cohort(*usual, 65), 3), 1.0 / 12, 1e-9);
    EXPECT_NEAR(retired_by(*usual, cohort(*usual, 65), 14), 1, 1e-9);
    EXPECT_NEAR(retired_by(*usual, cohort(*usual, 64), 15), 1.0 / 12, 1e-9);
    EXPECT_EQ(retired_by(*usual, cohort(*usual, 40), 36), 0);
    a.pension_age = 68;
    EXPECT_EQ(retired_by(*read(a), cohort(*read(a), 66), 12), 0);
    for (const std::int32_t age : {59, 71}) {
        a.pension_age = age;
        EXPECT_EQ(where(read(a)), "/assumptions/pension_age scenario.pension_age");
    }
}

TEST_P(ScenarioTest, AYearOfBirthCountsOnlyAmongMany) {
    everybody_is_a_fitter();
    const auto ground = grounds.current();
    const engine::Snapshot& snapshot = ground->workforce->snapshot();
    const std::vector<std::uint8_t> all(snapshot.person_end(), engine::age_number(60));
    std::map<engine::UnitIndex, std::uint32_t> here;
    for (engine::PersonIndex p = 0; p < snapshot.person_end(); ++p) here[snapshot.unit_of(p)] += snapshot.present(p);
    for (const std::uint32_t fewest : {2U, 3U, 4U, 5U, 6U}) {
        std::vector<std::uint8_t> age = all;
        keep_ages_of_many(snapshot, age, fewest);
        std::uint32_t left = 0; // who are in units large enough; they must be enough of the role together
        for (const auto& [unit, people] : here) left += people >= fewest ? people : 0;
        for (engine::PersonIndex p = 0; p < snapshot.person_end(); ++p)
            EXPECT_EQ(age[p] != 0, left >= fewest && here[snapshot.unit_of(p)] >= fewest) << fewest;
    }
}

TEST_P(ScenarioTest, YearsOfBirthMoveTheCurveOfManyAndNeverThatOfOne) {
    execute("INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES"
            " (6, '0006', 'F', 'F', 15000, '', ''), (7, '0007', 'G', 'G', 15000, '', '');"
            "INSERT INTO position (person, unit, title, valid_from) VALUES"
            " (6, 1, 'Fitter', 15000), (7, 1, 'Fitter', 15000);");
    everybody_is_a_fitter();
    for (const PersonId person : {PersonId{6}, PersonId{7}})
        (void)act([&](db::Tx& tx) { return skills::give_role(tx, system, person, {fitter, day("2020-01-01"), {}}); });
    Assumptions nobody_leaves;
    nobody_leaves.attrition = nobody_leaves.retirement = nobody_leaves.moves = nobody_leaves.refill = 0;
    const auto curve = [&] {
        Grounds fresh_grounds{*db, workforces};
        const auto ground = fresh_grounds.current();
        const auto read_now = assumed(*ground, nobody_leaves, "/assumptions");
        return Question::of(*db, *ground, access::Actor::system(), {})->told(nobody_leaves, *read_now).curve.able;
    };
    execute("UPDATE person SET birth_year = 1960 WHERE id = 2"); // 66 this year
    EXPECT_NEAR(curve()[12], 7, 1e-3);
    // Dag and Erik of the office are two only, whoever else is old.
    execute("UPDATE person SET birth_year = 1960 WHERE id IN (1, 3, 4, 5, 6, 7)");
    EXPECT_NEAR(curve()[6], 4.5, 1e-3);
    EXPECT_NEAR(curve()[12], 2, 1e-3);
    EXPECT_NEAR(curve()[36], 2, 1e-3);
}

TEST_P(ScenarioTest, ChangesAreRefusedWhereTheyStand) {
    EXPECT_EQ(with({.kind = ChangeKind::attrition, .role = fitter, .amount = 1.5}),
              "/assumptions/changes/0/amount scenario.share");
    EXPECT_EQ(with({.kind = ChangeKind::closing, .unit = UnitId{99}, .by = day("2027-01-01")}),
              "/assumptions/changes/0/unit scenario.unit_gone");
    EXPECT_EQ(with({.kind = ChangeKind::growth, .role = RoleId{99}}), "/assumptions/changes/0/role scenario.role_gone");
    EXPECT_EQ(with({.kind = ChangeKind::closing, .unit = UnitId{1}, .by = day("2026-01-01")}),
              "/assumptions/changes/0/by scenario.past");
    EXPECT_EQ(with({.kind = ChangeKind::closing, .unit = UnitId{1}}), "/assumptions/changes/0/by scenario.day_needed");
    EXPECT_EQ(with({.kind = ChangeKind::heads, .role = fitter, .amount = -3}),
              "/assumptions/changes/0/amount scenario.negative_headcount");
    EXPECT_EQ(with({.kind = ChangeKind::heads, .role = fitter, .amount = -2}), "");
    EXPECT_EQ(with({.kind = ChangeKind::growth, .amount = 0.1}), "/assumptions/changes/0/role scenario.role_or_unit");
}

TEST_P(ScenarioTest, ARoleThatNobodyHoldsNeedsAUnitAndGetsPosts) {
    const auto welder = act([&](db::Tx& tx) {
        return skills::add_role(tx, system, {"welder", {"Svetsare", "Welder"}, {"", ""}});
    });
    ScenarioChange three{.kind = ChangeKind::heads, .role = welder->id, .amount = 3, .from = day("2027-06-01")};
    EXPECT_EQ(with(three), "/assumptions/changes/0/unit scenario.nobody");
    three.unit = UnitId{2};
    Assumptions a;
    a.changes = {three};
    const auto ground = grounds.current();
    const auto question = Question::of(*db, *ground, access::Actor::system(), {.role = welder->id});
    ASSERT_TRUE(question.ok());
    const ForecastTold told = question->told(a, *read(a));
    EXPECT_NEAR(told.curve.demand[6], 0, 1e-6); // before June
    EXPECT_NEAR(told.curve.demand[8], 3, 1e-4);
    EXPECT_GT(told.curve.able[36], 1.5);
}

TEST_P(ScenarioTest, TodayIsWhatIsKnownTodayAndTheUnknownStandBeside) {
    everybody_is_a_fitter();
    state(bo, welding, 4, "2026-11-01");
    state(cia, welding, 2, "2026-11-01");
    const auto ground = grounds.current();
    const auto question = Question::of(*db, *ground, access::Actor::system(), {.skill = welding});
    const ForecastTold told = question->told({}, *read({}));
    EXPECT_EQ(told.curve.able[0], 1);
    EXPECT_EQ(told.curve.unknown[0], 3);
    EXPECT_EQ(told.curve.demand[0], 5);
    EXPECT_NEAR(told.curve.shortage[0], 1, 1e-3);
    EXPECT_GT(told.curve.high[36], told.curve.low[36]);
}

TEST_P(ScenarioTest, TheCurveAloneHasTheSameNumbers) {
    everybody_is_a_fitter();
    state(bo, welding, 4, "2026-11-01");
    Assumptions a;
    a.growth = 0.1;
    a.changes = {{.kind = ChangeKind::closing, .unit = UnitId{2}, .by = day("2027-06-01")}};
    const auto ground = grounds.current();
    access::Actor executive = learning();
    executive.grants = {{access::Role::executive, {}}};
    for (const access::Actor& actor : {access::Actor::system(), executive})
        for (const Asked& asked : {Asked{}, Asked{.skill = welding}, Asked{.role = fitter}, Asked{.unit = UnitId{1}}}) {
            const auto question = Question::of(*db, *ground, actor, asked);
            ForecastTold all = question->told(a, *read(a));
            const ForecastTold quick = question->told_curve(a, *read(a));
            EXPECT_EQ(quick.curve.able.empty(), quick.hidden);
            EXPECT_TRUE(quick.skills.empty() && quick.curve.lacking.empty());
            all.curve.lacking.clear();
            EXPECT_EQ(json::to_text(quick.curve), json::to_text(all.curve));
            EXPECT_EQ(json::to_text(quick.whole), json::to_text(all.whole));
            EXPECT_EQ(quick.hidden, all.hidden);
        }
}

TEST_P(ScenarioTest, FewPeopleAreHiddenAndSoIsWhatAssumptionsSingleOut) {
    state(bo, welding, 4, "2026-11-01");
    access::Actor executive = learning();
    executive.grants = {{access::Role::executive, {}}};
    const auto told_to = [&](const access::Actor& actor, const Assumptions& a) {
        const auto ground = grounds.current();
        return Question::of(*db, *ground, actor, {.skill = welding})->told(a, *read(a));
    };
    EXPECT_TRUE(told_to(executive, {}).hidden); // two people
    EXPECT_FALSE(told_to(access::Actor::system(), {}).hidden);
    everybody_is_a_fitter();
    EXPECT_FALSE(told_to(executive, {}).hidden); // five
    // Closing the unit of two would tell, by the difference, what the two can do.
    Assumptions closing;
    closing.changes = {{.kind = ChangeKind::closing, .unit = UnitId{2}, .by = day("2027-01-01")}};
    const ForecastTold told = told_to(executive, closing);
    EXPECT_TRUE(told.hidden);
    EXPECT_TRUE(told.curve.able.empty());
    for (const SkillAhead& skill : told.skills) EXPECT_TRUE(skill.hidden);
    EXPECT_FALSE(told_to(hr("planering"), closing).hidden);
}

TEST_P(ScenarioTest, AManagerHasTheirOwnUnitsOnly) {
    const auto ground = grounds.current();
    const auto of_office = Question::of(*db, *ground, manager(anna), {.unit = UnitId{2}});
    EXPECT_EQ(code(of_office), "unit.not_found");
}

TEST_P(ScenarioTest, AScenarioGrowsOldWithoutBreaking) {
    NewScenario wanted = named("Bas");
    wanted.assumptions.changes = {{.kind = ChangeKind::heads, .role = fitter, .amount = 2, .by = day("2026-12-24")},
                                  {.kind = ChangeKind::closing, .unit = UnitId{2}, .by = day("2026-12-24")}};
    ASSERT_TRUE(add(wanted).ok());
    clock.set("2027-03-01");
    const auto now = assumed_by_now(*grounds.current(), wanted.assumptions);
    ASSERT_TRUE(now.ok()) << code(now);
    EXPECT_TRUE(std::all_of(now->shapes.begin(), now->shapes.end(), [](const engine::DemandPath& path) {
        return path.demand.back() < 1.001; // the two are there by now
    }));
}

TEST_P(ScenarioTest, ComparedScenariosTellWhatNobodyRegretsAndWhatWaitingCosts) {
    everybody_is_a_fitter();
    for (const PersonId person : {bo, cia}) {
        state(person, welding, 2, "2026-11-01");
        state(person, lean, 5, "2026-11-01");
    }
    const auto base = add(named("Bas"));
    NewScenario more = named("Fler");
    more.assumptions.changes = {{.kind = ChangeKind::heads, .role = fitter, .amount = 5, .by = day("2027-11-01")}};
    const auto growing = add(more);
    const auto found = compare(*db, *grounds.current(), access::Actor::system(), {*base, *growing}, {});
    ASSERT_TRUE(found.ok()) << code(found);
    ASSERT_EQ(found->scenarios.size(), 2U);
    ASSERT_EQ(found->regrets.size(), 4U);
    EXPECT_EQ(found->regrets[0].short_ + found->regrets[0].spare, 0); // preparing for what comes
    EXPECT_GT(found->regrets[1].short_, 0);                           // for the base, and more are needed
    EXPECT_EQ(found->regrets[1].short_, found->regrets[2].spare);
    EXPECT_GT(found->scenarios[1].shortage_then, found->scenarios[0].shortage_then);
    EXPECT_GT(found->scenarios[0].waiting_years, 0);
    const auto& first = found->skills.at(0);
    EXPECT_EQ(first.skill, welding);
    EXPECT_TRUE(first.no_regret);
    EXPECT_TRUE(first.everywhere);
    EXPECT_LE(first.least, first.shortage[0].value());
    EXPECT_EQ(compare(*db, *grounds.current(), hr(), {*base}, {}).error().fields.at(0).code, "scenario.compare_number");
}

TEST_P(ScenarioTest, AScenarioThatSinglesOutFewHidesItsOwnNumbersOnly) {
    everybody_is_a_fitter();
    state(bo, welding, 2, "2026-11-01");
    const auto base = add(named("Bas"));
    NewScenario closing = named("Utan kontor");
    closing.assumptions.changes = {{.kind = ChangeKind::closing, .unit = UnitId{2}, .by = day("2027-01-01")}};
    const auto without = add(closing);
    NewScenario more = named("Fler");
    more.assumptions.growth = 0.1;
    const auto growing = add(more);
    access::Actor executive = learning();
    executive.grants = {{access::Role::executive, {}}};
    const auto ground = grounds.current();
    const auto found = compare(*db, *ground, executive, {*base, *without, *growing}, {});
    ASSERT_TRUE(found.ok()) << code(found);
    // What each is told of alone, it is told of here, and nothing else.
    const auto alone = [&](const Scenario& scenario) {
        const auto question = Question::of(*db, *ground, executive, {});
        return question->told(scenario.assumptions, *assumed_by_now(*ground, scenario.assumptions));
    };
    std::size_t at = 0;
    for (const auto& scenario : {*base, *without, *growing}) {
        const ForecastTold told = alone(scenario);
        EXPECT_EQ(found->scenarios[at].hidden, !told.whole);
        EXPECT_EQ(found->scenarios[at].posts_then, told.whole ? told.whole->able_then : 0);
        for (const SkillAhead& skill : told.skills)
            for (const RobustSkill& row : found->skills)
                EXPECT_TRUE(row.skill != skill.skill || row.shortage[at].has_value() == !skill.hidden);
        ++at;
    }
    EXPECT_FALSE(found->scenarios[0].hidden);
    EXPECT_TRUE(found->scenarios[1].hidden);
    EXPECT_FALSE(found->scenarios[2].hidden);
    ASSERT_EQ(found->skills.size(), 1U); // of the others nothing is known of anybody
    EXPECT_EQ(found->hidden_skills, 2);
    for (const RobustSkill& skill : found->skills) EXPECT_FALSE(skill.everywhere || skill.no_regret);
    for (const ComparedScenario& one : found->scenarios) EXPECT_EQ(one.shortage_then, 0);
    // Alone with each other, the two that single out nobody are told of all.
    const auto both = compare(*db, *ground, executive, {*base, *growing}, {});
    EXPECT_GT(both->scenarios[1].shortage_then, 0);
}

INSTANTIATE_ON_BOTH(ScenarioTest);

class ScenarioRoutes : public ScenarioTest {
protected:
    http::test::TestServer server;

    void SetUp() override {
        ScenarioTest::SetUp();
        server.gate.token("bo", employee(bo));
        server.gate.token("anna", manager(anna));
        server.gate.token("hr", hr());
        declare_routes(server.api, &grounds);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    Answer as(std::string_view who, std::string_view method, const std::string& path, std::string_view body = "",
              std::string_view match = "") {
        http::test::TestServer::Headers headers;
        headers.emplace_back("Authorization", "Bearer " + std::string{who});
        if (!body.empty()) headers.emplace_back("Content-Type", "application/json");
        if (!match.empty()) headers.emplace_back("If-Match", std::string{match});
        return server.ask(method, "/api/v1" + path, headers, body);
    }
    static std::string body_of(const std::string& name) {
        return R"({"name":")" + name +
               R"(","description":"","base":false,"assumptions":{"months":24,"growth":0.02,"attrition_factor":1,)" +
               R"("retirement":0.01,"moves":0.02,"refill":0.9,"ready":0.5,"training":0.2,"decay":0.02,)" +
               R"("demand_spread":0.03,"attrition_spread":0.2,"changes":[]}})";
    }
};

TEST_P(ScenarioRoutes, PlannersKeepThemManagersReadThemOthersDoNot) {
    EXPECT_EQ(as("bo", "GET", "/scenarios").status, 403);
    EXPECT_EQ(as("anna", "POST", "/scenarios", body_of("Bas")).status, 403);
    const Answer made = as("hr", "POST", "/scenarios", body_of("Bas"));
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(as("anna", "GET", "/scenarios").status, 200);
    EXPECT_EQ(as("hr", "PUT", "/scenarios/1", body_of("Bas 2")).status, 428);
    EXPECT_EQ(as("hr", "PUT", "/scenarios/1", body_of("Bas 2"), "\"7\"").status, 412);
    const Answer told = as("hr", "GET", "/scenarios/1/forecast");
    ASSERT_EQ(told.status, 200) << told.body;
    EXPECT_THAT(told.body, HasSubstr(R"("months":24)"));
    EXPECT_EQ(as("hr", "GET", "/scenarios/9/forecast").code(), "scenario.not_found");
    EXPECT_EQ(as("hr", "GET", "/forecasts/hazards").status, 200);
    EXPECT_EQ(as("hr", "GET", "/scenarios/1/forecast/export").status, 200);
}

INSTANTIATE_ON_BOTH(ScenarioRoutes);

} // namespace
} // namespace kunna::scenarios
