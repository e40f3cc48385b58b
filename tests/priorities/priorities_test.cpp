// What the goals need, ranked, and to whom its figures are told.
#include "priorities/files.hpp"
#include "support/skilled_company.hpp"

namespace kunna::priorities {
namespace {

class Prioritising : public test::SkilledCompany {
protected:
    goals::GoalId goal{};

    void SetUp() override {
        SkilledCompany::SetUp();
        goal = set_goal(5);
    }
    goals::GoalId set_goal(std::int32_t weight) {
        goals::NewGoal wanted;
        wanted.name.sv = "Mål " + std::to_string(weight);
        wanted.owner = anna;
        wanted.metric.sv = "Antal";
        wanted.baseline = 0;
        wanted.target = 10;
        wanted.starts = day("2026-01-01");
        wanted.due = day("2028-12-31");
        wanted.weight = weight;
        return act([&](db::Tx& tx) { return goals::add_goal(tx, system, wanted); })->row.id;
    }
    static goals::Need needed(SkillId skill, std::int32_t level, std::int32_t headcount, const char* due) {
        goals::Need need;
        need.skill = skill;
        need.level = level;
        need.headcount = headcount;
        need.due = day(due);
        return need;
    }
    void set(const std::vector<goals::Need>& needs, goals::GoalId of = {}) {
        const auto done =
            act([&](db::Tx& tx) { return goals::set_needs(tx, system, of.given() ? of : goal, {}, needs); });
        ASSERT_TRUE(done.ok()) << code(done);
    }
    void choose(std::size_t which, const goals::NewChoice& choice) {
        const auto done = act([&](db::Tx& tx) -> Result<goals::Goal> {
            const auto now = TRY(goals::find_goal(tx, system, goal));
            return goals::choose(tx, system, goal, *now.needs[which].need.id, choice);
        });
        ASSERT_TRUE(done.ok()) << code(done);
    }
    // Fifteen more in the line, who hold no role, so that figures about it may be told.
    void many_more() {
        std::string people = "INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES ";
        std::string positions = "INSERT INTO position (person, unit, title, manager, valid_from) VALUES ";
        for (int id = 101; id <= 115; ++id) {
            const std::string n = std::to_string(id);
            people += (id > 101 ? ",(" : "(") + n + ", '" + n + "', 'P" + n + "', 'X', 15000, '', '')";
            positions += (id > 101 ? ",(" : "(") + n + ", 1, 'Fitter', 1, 15000)";
        }
        execute(people + ";" + positions);
    }
    Priorities ask(const access::Actor& actor) { return priorities(*db, *workforces.current(), actor); }
    Priorities ask() { return ask(system); }
    static access::Actor executive() {
        access::Actor actor;
        actor.account = AccountId{21};
        actor.grants = {{access::Role::executive, {}}};
        return actor;
    }
};

TEST_P(Prioritising, ThePriorityIsTheFormulasWithEveryPartShown) {
    state(bo, welding, 4, "2026-11-01", engine::Source::test);
    state(cia, welding, 3, "2026-11-01", engine::Source::test);
    set({needed(welding, 4, 2, "2027-11-21")});
    const Priorities told = ask();
    ASSERT_EQ(told.items.size(), 1U);
    const Priority& one = told.items[0];
    ASSERT_TRUE(one.standing);
    EXPECT_EQ(one.standing->people, 5);
    EXPECT_DOUBLE_EQ(one.standing->qualified, 1);
    EXPECT_DOUBLE_EQ(one.standing->coverage, 0.5);
    EXPECT_EQ(one.standing->unknown, 3);
    EXPECT_DOUBLE_EQ(one.standing->hours, 40) << "Cia learns one level";
    EXPECT_EQ(one.parts.criticality, 5 * 2 * 2);
    EXPECT_TRUE(one.parts.high);
    EXPECT_NEAR(one.parts.urgency, 1, 0.01);
    EXPECT_DOUBLE_EQ(*one.parts.effort, 1);
    EXPECT_NEAR(*one.parts.value, 20 * 0.5, 0.1);
    EXPECT_DOUBLE_EQ(*told.coverage, 0.5);
}

TEST_P(Prioritising, TheHighestComesFirstAndAChoiceCountsBeforeTheFormula) {
    set({needed(welding, 4, 2, "2028-12-31"), needed(lathe, 3, 2, "2027-02-21")});
    EXPECT_EQ(ask().items[0].row.need.skill, lathe) << "more urgent, and less to learn";
    choose(0, {1000, false, "kundkrav"});
    const Priorities chosen = ask();
    EXPECT_EQ(chosen.items[0].row.need.skill, welding);
    EXPECT_DOUBLE_EQ(*chosen.items[0].parts.value, 1000);
    EXPECT_LT(*chosen.items[0].parts.computed, 1000);
    EXPECT_EQ(chosen.items[0].row.choice->because, "kundkrav");
}

TEST_P(Prioritising, WhatIsDeliberatelyNotFundedStandsApartAndStillCountsInTheCoverage) {
    state(bo, lathe, 3, "2026-11-01", engine::Source::test);
    set({needed(welding, 4, 1, "2028-12-31"), needed(lathe, 3, 1, "2028-12-31")});
    choose(0, {{}, true, "köps in"});
    const Priorities told = ask();
    ASSERT_EQ(told.items.size(), 1U);
    ASSERT_EQ(told.not_funded.size(), 1U);
    EXPECT_EQ(told.not_funded[0].row.need.skill, welding);
    EXPECT_DOUBLE_EQ(*told.coverage, 0.5);
}

TEST_P(Prioritising, EachGoalHasItsOwnCoverage) {
    state(bo, lathe, 3, "2026-11-01", engine::Source::test);
    const goals::GoalId light = set_goal(1);
    set({needed(welding, 4, 1, "2028-12-31")});
    set({needed(lathe, 3, 1, "2028-12-31")}, light);
    const Priorities told = ask();
    ASSERT_EQ(told.goals.size(), 2U);
    for (const GoalCoverage& of : told.goals) EXPECT_DOUBLE_EQ(*of.coverage, of.goal == light ? 1 : 0);
    EXPECT_NEAR(*told.coverage, 1.0 / 6, 0.0001) << "weighted by criticality";
    const auto alone = priorities_of(*db, *workforces.current(), system, light);
    ASSERT_TRUE(alone.ok());
    EXPECT_EQ(alone->items.size(), 1U);
    EXPECT_EQ(code(priorities_of(*db, *workforces.current(), system, goals::GoalId{99})), "goal.not_found");
}

TEST_P(Prioritising, AFigureAboutFewIsToldOnlyToThoseWhoMayReadTheirLevels) {
    goals::Need fitters = needed(welding, 4, 2, "2028-12-31");
    fitters.role = fitter;
    set({fitters});
    EXPECT_EQ(ask(executive()).items[0].untold, Untold::few);
    EXPECT_FALSE(ask(executive()).items[0].standing);
    EXPECT_EQ(ask(executive()).items[0].parts.value, std::nullopt);
    EXPECT_EQ(ask(executive()).coverage, std::nullopt);
    EXPECT_TRUE(ask(hr("inventering")).items[0].standing);
    EXPECT_FALSE(ask(hr()).items[0].standing) << "without a reason HR reads no levels";
}

TEST_P(Prioritising, WhatIsLeftBesideAGroupMustNotBeFewEither) {
    many_more();
    goals::Need in_line = needed(welding, 4, 2, "2028-12-31");
    in_line.unit = UnitId{1};
    state(bo, welding, 4, "2026-11-01", engine::Source::test);
    set({in_line});
    EXPECT_TRUE(ask(executive()).items[0].standing) << "eighteen work there";
    set({in_line, needed(welding, 4, 2, "2028-12-31")});
    for (const Priority& one : ask(executive()).items)
        EXPECT_EQ(one.standing.has_value(), !one.row.need.unit) << "the difference would be the two in the office";
}

TEST_P(Prioritising, AManagerIsToldWhatLiesWithinTheirOwnUnits) {
    goals::Need office = needed(welding, 4, 2, "2028-12-31");
    office.unit = UnitId{2};
    set({office});
    EXPECT_EQ(ask(manager(anna)).items[0].untold, Untold::outside);
}

TEST_P(Prioritising, TheFileSaysWhatTheBoardSaysAndHidesWhatItHides) {
    state(bo, welding, 4, "2026-11-01", engine::Source::test);
    set({needed(welding, 4, 2, "2027-11-21"), needed(lathe, 3, 2, "2027-11-21")});
    choose(1, {.priority = {}, .not_funded = true, .because = "inte i år"});
    const auto written = [](const Priorities& told) {
        std::string bytes;
        EXPECT_TRUE(write_priorities(told, insights::FileKind::csv, "en", tabular::string_sink(bytes)).ok());
        return bytes;
    };
    const std::string whole = written(ask());
    EXPECT_EQ(std::count(whole.begin(), whole.end(), '\n'), 3) << whole;
    EXPECT_NE(whole.find("Mål 5,welding,,,4,2,2027-11-21,,5,1,0,0,4,0.5,"), std::string::npos) << whole;
    EXPECT_NE(whole.find("yes,inte i år"), std::string::npos) << whole;
    const std::string guarded = written(ask(executive()));
    EXPECT_NE(guarded.find("Mål 5,lathe,,,3,2,2027-11-21,,,,,,,,,20,"), std::string::npos) << guarded;
    EXPECT_NE(guarded.find("too few people"), std::string::npos) << guarded;
}

INSTANTIATE_ON_BOTH(Prioritising);

} // namespace
} // namespace kunna::priorities
