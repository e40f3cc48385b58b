// The goals' needs in the forecast: as demand from their day on, and to whom they are told.
#include "goals/goals.hpp"
#include "scenarios/assumed.hpp"
#include "scenarios/files.hpp"
#include "scenarios/needs.hpp"
#include "scenarios/scenarios.hpp"
#include "support/skilled_company.hpp"

#include <fmt/format.h>

namespace kunna::scenarios {
namespace {

class NeedsAheadTest : public test::SkilledCompany {
protected:
    Grounds grounds{*db, workforces};
    goals::GoalId goal{};

    void SetUp() override {
        SkilledCompany::SetUp();
        goals::NewGoal wanted;
        wanted.name.sv = "Mål";
        wanted.owner = anna;
        wanted.metric.sv = "Antal";
        wanted.target = 10;
        wanted.starts = day("2026-01-01");
        wanted.due = day("2028-12-31");
        wanted.weight = 3;
        goal = act([&](db::Tx& tx) { return goals::add_goal(tx, system, wanted); })->row.id;
    }
    static goals::Need needed(SkillId skill, std::int32_t level, std::int32_t headcount, const char* due) {
        goals::Need need;
        need.skill = skill;
        need.level = level;
        need.headcount = headcount;
        need.due = day(due);
        return need;
    }
    void set(const std::vector<goals::Need>& needs) {
        const auto done = act([&](db::Tx& tx) { return goals::set_needs(tx, system, goal, {}, needs); });
        ASSERT_TRUE(done.ok()) << code(done);
    }
    // So many more in the line, from the number on, who hold no role.
    void more(int from, int count) {
        for (int id = from; id < from + count; ++id)
            execute(fmt::format("INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES "
                                "({0}, '{0}', 'P', 'X', 15000, '', '');"
                                "INSERT INTO position (person, unit, title, manager, valid_from) VALUES "
                                "({0}, 1, 'Fitter', 1, 15000);",
                                id));
    }
    void give_fitter(PersonId person) {
        (void)act([&](db::Tx& tx) { return skills::give_role(tx, system, person, {fitter, day("2020-01-01"), {}}); });
    }
    static access::Actor executive() {
        access::Actor actor;
        actor.account = AccountId{21};
        actor.grants = {{access::Role::executive, {}}};
        return actor;
    }
    ForecastTold told_to(const access::Actor& actor, const Assumptions& assumptions = {}) {
        const auto ground = grounds.current();
        const auto question = Question::of(*db, *ground, actor, {});
        ForecastTold told;
        add_needs(*db, *ground, actor, *question, assumptions, *assumed(*ground, assumptions, "/assumptions"), told);
        return told;
    }
    static Assumptions nothing_happens() {
        Assumptions a;
        a.attrition = a.retirement = a.moves = a.training = a.decay = 0;
        return a;
    }
    static Assumptions with(const ScenarioChange& change) {
        Assumptions a;
        a.changes = {change};
        return a;
    }
};

TEST_P(NeedsAheadTest, ANeedIsDemandFromItsDayOnAndTodayItIsAsTheGoalTells) {
    state(bo, welding, 4, "2026-11-01", engine::Source::test);
    state(cia, welding, 3, "2026-11-01", engine::Source::test);
    set({needed(welding, 4, 2, "2027-11-21")});
    const auto told = told_to(system, nothing_happens());
    ASSERT_EQ(told.needs.size(), 1U);
    const NeedAhead& one = told.needs[0];
    const auto standing = priorities::priorities_of(*db, *workforces.current(), system, goal)->items.at(0).standing;
    EXPECT_DOUBLE_EQ(*one.able_now, standing->qualified);
    EXPECT_EQ(one.curve.demand[11], 0);
    EXPECT_EQ(one.curve.demand[12], 2);
    EXPECT_EQ(one.curve.shortage[11], 0);
    EXPECT_DOUBLE_EQ(*one.able_then, 1);
    EXPECT_DOUBLE_EQ(*one.shortage_then, 1);
    EXPECT_DOUBLE_EQ(*one.chance_then, 0);
    EXPECT_EQ(one.first_shortage, add_months(workforces.current()->day(), 12));

    // Whoever is below is trained to what their role requires.
    Assumptions training = nothing_happens();
    training.training = 0.5;
    const NeedAhead trained = told_to(system, training).needs.at(0);
    EXPECT_NEAR(*trained.able_then, 1.5, 0.01);
    EXPECT_NEAR(*trained.chance_then, 0.5, 0.01);
}

TEST_P(NeedsAheadTest, ADayAfterTheHorizonHasNoNumbersOfThatDay) {
    set({needed(welding, 4, 2, "2028-11-21")});
    Assumptions near = nothing_happens();
    near.months = 12;
    const NeedAhead one = told_to(system, near).needs.at(0);
    EXPECT_TRUE(one.beyond);
    EXPECT_FALSE(one.chance_then || one.able_then || one.first_shortage);
    EXPECT_EQ(one.curve.able.size(), 13U);
}

TEST_P(NeedsAheadTest, AGoalIsTreatedUnderTheBaseOrUsualAssumptions) {
    set({needed(welding, 4, 2, "2027-11-21")});
    const auto usual = goal_forecast(*db, *grounds.current(), system, goal, {});
    ASSERT_TRUE(usual.ok());
    EXPECT_FALSE(usual->scenario);
    const auto base = act([&](db::Tx& tx) {
        return add_scenario(tx, hr(), *grounds.current(), {"Bas", "", true, {.months = 24}});
    });
    const auto told = goal_forecast(*db, *grounds.current(), system, goal, {});
    EXPECT_EQ(told->scenario, base->id);
    EXPECT_EQ(told->days.size(), 25U);
    EXPECT_EQ(told->needs.size(), 1U);
    EXPECT_EQ(code(goal_forecast(*db, *grounds.current(), system, goals::GoalId{99}, {})), "goal.not_found");
}

TEST_P(NeedsAheadTest, FewPeopleAreHiddenAndSoIsWhatAssumptionsSingleOutOfTheGroup) {
    more(101, 20);
    for (int id = 101; id <= 110; ++id) give_fitter(PersonId{id});
    for (const PersonId person : {bo, PersonId{101}, PersonId{111}}) state(person, welding, 4, "2026-11-01");
    set({needed(welding, 4, 2, "2027-11-21")});
    const auto hidden = [&](const access::Actor& actor, const Assumptions& a) {
        const ForecastTold told = told_to(actor, a);
        EXPECT_EQ(told.needs.at(0).curve.able.empty(), told.needs.at(0).untold.has_value());
        return told.needs.at(0).untold.has_value();
    };
    EXPECT_FALSE(hidden(executive(), {}));
    // Two in the office: closing it would tell of them by the difference, though no role there requires the skill.
    const Assumptions closing = with({.kind = ChangeKind::closing, .unit = UnitId{2}, .by = day("2027-01-01")});
    EXPECT_TRUE(hidden(executive(), closing));
    EXPECT_FALSE(hidden(system, closing));
    EXPECT_FALSE(hidden(executive(), with({.kind = ChangeKind::attrition, .role = fitter, .amount = 0.5})));
}

TEST_P(NeedsAheadTest, ARoleOfFewIsNotToldByEmptyingItThoughItRequiresNothingOfTheNeed) {
    more(101, 20);
    const SkillId diving = skill("diving");
    for (const PersonId person : {bo, PersonId{101}}) state(person, diving, 4, "2026-11-01");
    set({needed(diving, 3, 2, "2027-11-21")});
    const bool told = !told_to(executive()).needs.at(0).untold;
    EXPECT_TRUE(told);
    EXPECT_TRUE(
        told_to(executive(), with({.kind = ChangeKind::attrition, .role = fitter, .amount = 1})).needs.at(0).untold);
}

TEST_P(NeedsAheadTest, AManagerHasTheNeedsOfTheirOwnUnits) {
    goals::Need of_line = needed(welding, 4, 2, "2027-11-21");
    of_line.unit = UnitId{1};
    set({of_line, needed(lathe, 3, 2, "2027-11-21")});
    const auto told = told_to(manager(anna));
    ASSERT_EQ(told.needs.size(), 1U);
    EXPECT_EQ(told.needs[0].row.need.skill, welding);
    EXPECT_EQ(told_to(system).needs.size(), 2U);
}

TEST_P(NeedsAheadTest, TheFileHasALineAMonth) {
    set({needed(welding, 4, 2, "2027-11-21")});
    const auto ground = grounds.current();
    const Assumptions a;
    const auto question = Question::of(*db, *ground, system, {});
    const auto told = told_to(system);
    std::string text;
    const auto written = write_forecast(*question, *ground, a, *assumed(*ground, a, "/assumptions"), told.needs,
                                        insights::FileKind::csv, "sv", [&](std::string_view part) -> Result<void> {
                                            text += part;
                                            return {};
                                        });
    ASSERT_TRUE(written.ok());
    std::size_t lines = 0;
    for (std::size_t at = text.find("måls behov"); at != std::string::npos; at = text.find("måls behov", at + 1))
        ++lines;
    EXPECT_EQ(lines, 37U);
    EXPECT_NE(text.find("Mål: welding 4"), std::string::npos);
}

INSTANTIATE_ON_BOTH(NeedsAheadTest);

} // namespace
} // namespace kunna::scenarios
