// Setting goals, following how far they have come, and what they need.
#include "goals/goals.hpp"
#include "goals/starters.hpp"
#include "skills/catalogue.hpp"
#include "skills/packs.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"

#include <gmock/gmock.h>

namespace kunna::goals {
namespace {

using ::testing::ElementsAre;

class Goals : public test::SmallCompany {
protected:
    SkillId plc{}, welding{};
    RoleId fitter{};

    void SetUp() override {
        (void)act([&](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            return {};
        });
        plc = skill("PLC");
        welding = skill("Svetsning");
        fitter = act([&](db::Tx& tx) {
                     return skills::add_role(tx, access::Actor::system(), {"fitter", {"Montör", ""}, {"", ""}});
                 })->id;
    }
    SkillId skill(const char* name) {
        skills::SkillInput wanted;
        wanted.name.sv = name;
        return act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
    }
    void retire(SkillId retired, const char* name) {
        skills::SkillInput edit;
        edit.name.sv = name;
        edit.retired = true;
        ASSERT_TRUE(act([&](db::Tx& tx) { return skills::edit_skill(tx, hr(), retired, {}, edit); }).ok());
    }
    static access::Actor executive(PersonId person) {
        access::Actor actor = employee(person);
        actor.grants.push_back({access::Role::executive, {}});
        return actor;
    }
    // From today, 2026-11-21, for two years: from 15 to 40 per cent.
    NewGoal automation() {
        NewGoal wanted;
        wanted.name = {"40 procent automatiserat", "40 per cent automated"};
        wanted.owner = anna;
        wanted.metric = {"Automatiserade timmar", "Automated hours"};
        wanted.measure = {"%", "%"};
        wanted.baseline = 15;
        wanted.target = 40;
        wanted.starts = day("2026-11-21");
        wanted.due = day("2028-11-21");
        return wanted;
    }
    Result<Goal> add(const NewGoal& wanted, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return add_goal(tx, actor, wanted); });
    }
    Result<Goal> read(GoalId goal, const char* on, double value, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return add_reading(tx, actor, goal, {day(on), value, ""}); });
    }
    Result<Goal> need(GoalId goal, const std::vector<Need>& needs, std::optional<std::int64_t> version = {}) {
        return act([&](db::Tx& tx) { return set_needs(tx, hr(), goal, version, needs); });
    }
    Need two_at_four() {
        Need need;
        need.role = fitter;
        need.skill = plc;
        need.level = 4;
        need.headcount = 2;
        need.due = day("2027-12-31");
        need.must = true;
        return need;
    }
    std::vector<std::string> tree() {
        std::vector<std::string> lines;
        for (const GoalRow& row : look([](db::Tx& tx) { return goals(tx); }))
            lines.push_back(std::string(static_cast<std::size_t>(row.depth), '.') + row.name.sv);
        return lines;
    }
};

TEST_P(Goals, AGoalSaysWhatIsMeasuredFromWhereToWhereByWhenAndWhoAnswersForIt) {
    const auto added = add(automation());
    ASSERT_TRUE(added.ok()) << code(added);
    EXPECT_EQ(added->row.owner.name, "Anna Alm");
    EXPECT_EQ(added->row.state, GoalState::unread);
    EXPECT_EQ(added->row.progress, std::nullopt);
    EXPECT_TRUE(added->may_edit);
    EXPECT_EQ(last_entry(), "goal.added " + std::to_string(added->row.id.value) + " name,metric,target");
}

TEST_P(Goals, AGoalWithoutMetricOrWithNothingToReachIsRefusedByField) {
    const auto refused = [&](auto change) {
        NewGoal wanted = automation();
        change(wanted);
        return code(add(wanted));
    };
    EXPECT_EQ(refused([](NewGoal& g) { g.name = {" ", ""}; }), "/name goal.name_missing");
    EXPECT_EQ(refused([](NewGoal& g) { g.metric = {"", "  "}; }), "/metric goal.metric_missing");
    EXPECT_EQ(refused([](NewGoal& g) { g.target = 15; }), "/target goal.target_is_baseline");
    EXPECT_EQ(refused([](NewGoal& g) { g.target = 1e15; }), "/target goal.figure_too_large");
    EXPECT_EQ(refused([](NewGoal& g) { g.due = g.starts; }), "/due goal.due_before_start");
    EXPECT_EQ(refused([](NewGoal& g) { g.starts = day("2020-01-01"), g.due = day("2026-11-20"); }),
              "/due goal.due_passed");
    EXPECT_EQ(refused([](NewGoal& g) { g.weight = 6; }), "/weight goal.weight");
    EXPECT_EQ(refused([](NewGoal& g) { g.units = {UnitId{99}}; }), "/units unit.not_found");
    EXPECT_EQ(refused([](NewGoal& g) { g.owner = PersonId{99}; }), "/owner goal.owner_unknown");
    EXPECT_EQ(refused([](NewGoal& g) { g.parent = GoalId{99}; }), "/parent goal.parent_not_found");
    EXPECT_EQ(entries(), 3) << "two skills and a role, and nothing of what was refused";
}

TEST_P(Goals, AnExecutiveWhoSeesNoPeopleMakesALeaderOrThemselvesTheOwnerAndNobodyElse) {
    NewGoal wanted = automation();
    EXPECT_TRUE(add(wanted, executive(cia)).ok()) << "Anna leads others";
    wanted.owner = cia;
    EXPECT_TRUE(add(wanted, executive(cia)).ok());
    wanted.owner = dag;
    EXPECT_EQ(code(add(wanted, executive(cia))), "/owner goal.owner_unknown");
    EXPECT_TRUE(add(wanted).ok()) << "HR sees Dag";
    const auto names = [&](std::string_view words) {
        std::vector<std::string> found;
        for (const Owner& leader : look([&](db::Tx& tx) { return leaders(tx, words, 10); }))
            found.push_back(leader.name);
        return found;
    };
    EXPECT_THAT(names(""), ElementsAre("Anna Alm", "Erik Ek"));
}

TEST_P(Goals, GoalsStandInATreeWithTheWeightiestFirstAndNeverBelowThemselves) {
    NewGoal top = automation();
    top.name.sv = "Lönsamhet";
    const GoalId above = add(top)->row.id;
    NewGoal light = automation();
    light.parent = above;
    light.weight = 1;
    light.name.sv = "Lätt";
    ASSERT_TRUE(add(light).ok());
    NewGoal heavy = automation();
    heavy.parent = above;
    heavy.weight = 5;
    heavy.name.sv = "Tung";
    const GoalId below = add(heavy)->row.id;
    EXPECT_THAT(tree(), ElementsAre("Lönsamhet", ".Tung", ".Lätt"));
    top.parent = below;
    EXPECT_EQ(code(act([&](db::Tx& tx) { return edit_goal(tx, hr(), above, {}, top); })), "/parent goal.below_itself");
    top.parent = above;
    EXPECT_EQ(code(act([&](db::Tx& tx) { return edit_goal(tx, hr(), above, {}, top); })), "/parent goal.below_itself");
}

TEST_P(Goals, TheSecondOfTwoEditorsIsToldThatTheGoalHasChanged) {
    const Goal before = *add(automation());
    NewGoal edit = automation();
    edit.weight = 5;
    const auto edited = [&] {
        return act([&](db::Tx& tx) { return edit_goal(tx, hr(), before.row.id, before.row.version, edit); });
    };
    ASSERT_TRUE(edited().ok());
    EXPECT_EQ(code(edited()), "http.stale");
    EXPECT_EQ(code(need(before.row.id, {two_at_four()}, before.row.version)), "http.stale");
}

TEST_P(Goals, ProgressIsTheShareOfTheWayAndIsJudgedAgainstTheTimeThatHasPassed) {
    const GoalId goal = add(automation())->row.id;
    clock.set("2027-11-21"); // half of the time
    auto behind = read(goal, "2027-11-01", 22.5);
    ASSERT_TRUE(behind.ok()) << code(behind);
    EXPECT_DOUBLE_EQ(*behind->row.progress, 0.3);
    EXPECT_NEAR(behind->row.expected, 0.5, 0.001);
    EXPECT_EQ(behind->row.state, GoalState::behind);
    EXPECT_EQ(read(goal, "2027-11-02", 26)->row.state, GoalState::on_track);
    EXPECT_EQ(read(goal, "2027-11-03", 40)->row.state, GoalState::reached);
    EXPECT_EQ(read(goal, "2027-11-03", 12)->row.progress, -0.12) << "another of the same day replaces it";
    EXPECT_EQ(code(read(goal, "2027-11-22", 30)), "/day goal.reading_ahead");
    clock.set("2028-11-22");
    const auto over = look([&](db::Tx& tx) { return find_goal(tx, hr(), goal); });
    EXPECT_EQ(over->row.state, GoalState::missed);
    ASSERT_EQ(over->readings.size(), 3U);
    EXPECT_EQ(over->readings[0].day, day("2027-11-03"));
    EXPECT_EQ(over->readings[0].by, "Hanna HR");
}

TEST_P(Goals, AGoalToLessenSomethingIsReachedFromAbove) {
    NewGoal scrap = automation();
    scrap.baseline = 100;
    scrap.target = 80;
    const GoalId goal = add(scrap)->row.id;
    EXPECT_DOUBLE_EQ(*read(goal, "2026-11-21", 95)->row.progress, 0.25);
    EXPECT_EQ(read(goal, "2026-11-21", 79)->row.state, GoalState::reached);
}

TEST_P(Goals, ReadingsAreGivenByTheOwnerAndByThoseWhoSetGoals) {
    const GoalId goal = add(automation())->row.id;
    EXPECT_TRUE(read(goal, "2026-11-21", 16, employee(anna)).ok());
    EXPECT_EQ(code(read(goal, "2026-11-21", 16, employee(bo))), "goal.not_yours");
    const auto back = [&] {
        return act([&](db::Tx& tx) { return remove_reading(tx, employee(anna), goal, day("2026-11-21")); });
    };
    EXPECT_TRUE(back()->readings.empty());
    EXPECT_EQ(code(back()), "goal.reading_not_found");
}

TEST_P(Goals, AGoalIsGivenUpForAReasonAndTakenUpAgain) {
    const GoalId goal = add(automation())->row.id;
    const auto drop = [&](const char* why) { return act([&](db::Tx& tx) { return drop_goal(tx, hr(), goal, why); }); };
    EXPECT_EQ(code(drop("  ")), "/because goal.reason_missing");
    const auto dropped = drop("Ordern kom inte");
    EXPECT_EQ(dropped->row.state, GoalState::dropped);
    EXPECT_EQ(dropped->dropped_because, "Ordern kom inte");
    EXPECT_EQ(code(drop("igen")), "goal.dropped_already");
    const auto resume = [&] { return act([&](db::Tx& tx) { return resume_goal(tx, hr(), goal); }); };
    EXPECT_EQ(resume()->row.state, GoalState::unread);
    EXPECT_EQ(code(resume()), "goal.not_dropped");
}

TEST_P(Goals, WhatAGoalNeedsIsSetAtOnceAndWhatStaysKeepsItsId) {
    const GoalId goal = add(automation())->row.id;
    const auto set = need(goal, {two_at_four()});
    ASSERT_TRUE(set.ok()) << code(set);
    ASSERT_EQ(set->needs.size(), 1U);
    EXPECT_EQ(set->needs[0].role_name->sv, "Montör");
    EXPECT_EQ(set->needs[0].skill_name.sv, "PLC");
    Need more = two_at_four();
    more.headcount = 3;
    Need other = two_at_four();
    other.role = {};
    other.unit = UnitId{1};
    other.skill = welding;
    const auto again = need(goal, {other, more});
    ASSERT_EQ(again->needs.size(), 2U);
    EXPECT_EQ(again->needs[0].need.id, set->needs[0].need.id);
    EXPECT_EQ(again->needs[0].need.headcount, 3);
    EXPECT_EQ(again->needs[1].unit_name, "Line");
    EXPECT_EQ(need(goal, {other})->needs.size(), 1U);
}

TEST_P(Goals, EveryWrongNeedIsNamedByItsPlaceAndNothingIsWritten) {
    const GoalId goal = add(automation())->row.id;
    const auto refused = [&](auto change) {
        Need wrong = two_at_four();
        change(wrong);
        return code(need(goal, {two_at_four(), wrong}));
    };
    EXPECT_EQ(refused([](Need& n) { n.skill = SkillId{99}; }), "/needs/1/skill skill.not_found");
    EXPECT_EQ(refused([](Need& n) { n.level = 6; }), "/needs/1/level requirement.level_outside");
    EXPECT_EQ(refused([](Need& n) { n.role = RoleId{99}; }), "/needs/1/role role.not_found");
    EXPECT_EQ(refused([](Need& n) { n.unit = UnitId{99}; }), "/needs/1/unit unit.not_found");
    EXPECT_EQ(refused([](Need& n) { n.level = 3, n.headcount = 0; }), "/needs/1/headcount need.headcount");
    EXPECT_EQ(refused([](Need& n) { n.due = day("2026-11-20"); }), "/needs/1/due need.due_passed");
    EXPECT_EQ(refused([](Need& n) { n.level = 3, n.scarcity = 4; }), "/needs/1/scarcity need.one_to_three");
    EXPECT_EQ(refused([](Need& n) { n.headcount = 7; }), "/needs/1/skill need.twice");
    EXPECT_TRUE(look([&](db::Tx& tx) { return find_goal(tx, hr(), goal); })->needs.empty());
}

TEST_P(Goals, ARetiredSkillIsNotTakenUpButANeedThatIsThereMayStay) {
    const GoalId goal = add(automation())->row.id;
    ASSERT_TRUE(need(goal, {two_at_four()}).ok());
    retire(plc, "PLC");
    const auto kept = need(goal, {two_at_four()});
    ASSERT_TRUE(kept.ok()) << code(kept);
    EXPECT_TRUE(kept->needs[0].retired);
    const GoalId other = add(automation())->row.id;
    EXPECT_EQ(code(need(other, {two_at_four()})), "/needs/0/skill skill.retired");
}

TEST_P(Goals, AChoiceAgainstTheFormulaKeepsItsReasonThroughTheNextEditOfTheMatrix) {
    const GoalId goal = add(automation())->row.id;
    const NeedId of = *need(goal, {two_at_four()})->needs[0].need.id;
    const auto chosen = [&](const NewChoice& choice, NeedId which) {
        return act([&](db::Tx& tx) { return choose(tx, hr(), goal, which, choice); });
    };
    EXPECT_EQ(code(chosen({{}, true, " "}, of)), "/because need.reason_missing");
    EXPECT_EQ(code(chosen({-1, false, "först"}, of)), "/priority need.priority_outside");
    EXPECT_EQ(code(chosen({{}, true, "inte i år"}, NeedId{99})), "need.not_found");
    ASSERT_TRUE(chosen({{}, true, "inte i år"}, of).ok());
    const auto edited = need(goal, {two_at_four()});
    ASSERT_TRUE(edited->needs[0].choice);
    EXPECT_TRUE(edited->needs[0].choice->not_funded);
    EXPECT_EQ(edited->needs[0].choice->because, "inte i år");
    EXPECT_EQ(edited->needs[0].choice->by, "Hanna HR");
    EXPECT_FALSE(chosen({}, of)->needs[0].choice) << "taken back";
}

TEST_P(Goals, OnlyTheNeedsOfGoalsThatArePursuedCount) {
    const GoalId goal = add(automation())->row.id;
    const GoalId reached = add(automation())->row.id;
    const GoalId dropped = add(automation())->row.id;
    for (const GoalId each : {goal, reached, dropped}) ASSERT_TRUE(need(each, {two_at_four()}).ok());
    ASSERT_TRUE(read(reached, "2026-11-21", 40).ok());
    ASSERT_TRUE(act([&](db::Tx& tx) { return drop_goal(tx, hr(), dropped, "nej"); }).ok());
    const auto pursued = look([](db::Tx& tx) { return pursued_needs(tx); });
    ASSERT_EQ(pursued.size(), 1U);
    EXPECT_EQ(pursued[0].goal, goal);
    EXPECT_EQ(pursued[0].row.need.headcount, 2);
}

TEST_P(Goals, StartersComeFromTheInstalledPacksWithRolesAndSkillsThatAreThere) {
    EXPECT_TRUE(look([](db::Tx& tx) { return starters(tx); }).empty());
    ASSERT_TRUE(act([&](db::Tx& tx) { return skills::install_pack(tx, hr(), "manufacturing"); }).ok());
    const auto offered = look([](db::Tx& tx) { return starters(tx); });
    ASSERT_EQ(offered.size(), 3U);
    for (const Starter& starter : offered) {
        EXPECT_FALSE(starter.metric.sv.empty() || starter.metric.en.empty()) << starter.key;
        EXPECT_NE(starter.baseline, starter.target) << starter.key;
        ASSERT_FALSE(starter.needs.empty()) << starter.key;
        NewGoal wanted = automation();
        wanted.name = starter.name;
        std::vector<Need> needs;
        for (const NeedRow& row : starter.needs) needs.push_back(row.need);
        EXPECT_TRUE(need(add(wanted)->row.id, needs).ok()) << starter.key;
    }
}

INSTANTIATE_ON_BOTH(Goals);

} // namespace
} // namespace kunna::goals
