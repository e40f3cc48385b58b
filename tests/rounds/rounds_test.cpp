#include "goals/goals.hpp"
#include "round_company.hpp"
#include "rounds/queries.hpp"

namespace kunna::rounds {
namespace {

class Rounds : public RoundCompany {};

TEST_P(Rounds, ADraftSaysWhomItWouldAskAndAsksNobodyYet) {
    const auto made = draft(wanted());
    ASSERT_TRUE(made.ok()) << code(made);
    EXPECT_EQ(made->name, "Höstens kartläggning");
    EXPECT_EQ(made->state, RoundState::draft);
    ASSERT_TRUE(made->would_ask);
    EXPECT_EQ(made->would_ask->chosen, 5);
    EXPECT_EQ(made->would_ask->asked, 2); // the others hold no role
    EXPECT_EQ(last_entry(), "round.added " + std::to_string(made->id.value) + " name");
    EXPECT_EQ(own_case(bo), CaseId{});
}

TEST_P(Rounds, WhatMakesNoRoundIsRefusedAtItsPlace) {
    const auto refused = [&](auto change) {
        NewRound round = wanted();
        change(round);
        return code(draft(round));
    };
    EXPECT_EQ(refused([](NewRound& r) { r.name = "  "; }), "/name round.name_missing");
    EXPECT_EQ(refused([](NewRound& r) { r.voices.clear(); }), "/voices round.no_voices");
    EXPECT_EQ(refused([](NewRound& r) { r.closes = day("2026-11-20"); }), "/closes round.closes_before_opens");
    EXPECT_EQ(refused([](NewRound& r) { r.opens = r.closes = day("2026-11-20"); }), "/closes round.closes_passed");
    EXPECT_EQ(refused([](NewRound& r) { r.skills_from = SkillsFrom::chosen; }), "/skills round.no_skills");
    EXPECT_EQ(refused([](NewRound& r) {
                  r.skills_from = SkillsFrom::chosen;
                  r.skills = {SkillId{99}};
              }),
              "/skills skill.not_found");
    EXPECT_EQ(refused([](NewRound& r) { r.units = {UnitId{99}}; }), "/units unit.not_found");
    EXPECT_EQ(refused([](NewRound& r) { r.roles = {RoleId{99}}; }), "/roles role.not_found");
    EXPECT_EQ(refused([](NewRound& r) { r.units.resize(201, UnitId{1}); }), ""); // the same one many times is one
}

TEST_P(Rounds, ADraftIsEditedFromItsVersionAndDiscarded) {
    const auto made = draft(wanted());
    NewRound other = wanted();
    other.name = "Vinterns";
    other.units = {UnitId{1}};
    const auto edit = [&](std::int64_t version) {
        return act([&](db::Tx& tx) { return edit_round(tx, hr(), made->id, version, other); });
    };
    const auto edited = edit(made->version);
    ASSERT_TRUE(edited.ok()) << code(edited);
    EXPECT_EQ(edited->name, "Vinterns");
    ASSERT_EQ(edited->units.size(), 1U);
    EXPECT_EQ(edited->units[0].name, "Line");
    EXPECT_EQ(edited->would_ask->chosen, 3);
    EXPECT_EQ(code(edit(made->version)), "http.stale");
    ASSERT_TRUE(act([&](db::Tx& tx) { return discard_round(tx, hr(), made->id); }).ok());
    EXPECT_EQ(code(look([&](db::Tx& tx) { return find_round(tx, hr(), made->id); })), "round.not_found");
}

TEST_P(Rounds, OpeningFixesWhoIsAskedAboutWhat) {
    const RoundId round = opened();
    EXPECT_EQ(last_entry(), "round.opened " + std::to_string(round.value) + " cases=4");
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0");
    const auto mine = look([&](db::Tx& tx) { return my_rounds(tx, employee(bo)); });
    ASSERT_EQ(mine.cases.size(), 1U);
    EXPECT_EQ(mine.cases[0].questions, 3); // safety is in both of Bo's roles and asked once
    // What comes later does not come in.
    give(anna, fitter);
    make_role("Ny", {welding});
    EXPECT_EQ(own_case(anna), CaseId{});
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0");
}

TEST_P(Rounds, ChosenSkillsAreAskedOfEverybodyAndOnlyThoseWithAManagerAreRated) {
    NewRound round = wanted();
    round.skills_from = SkillsFrom::chosen;
    round.skills = {talks, welding};
    const RoundId id = opened(round);
    EXPECT_EQ(told(how_far(id).voices), "self 5 0 0, manager 3 0 0"); // Dag and Erik report to nobody
    EXPECT_EQ(look([&](db::Tx& tx) { return my_rounds(tx, employee(dag)); }).cases[0].questions, 2);
}

TEST_P(Rounds, ARoundOfAGoalAsksAboutWhatTheGoalNeedsOnTheDayItOpens) {
    goals::NewGoal aim;
    aim.name.sv = "Fler svetsar";
    aim.metric.sv = "Svetsare";
    aim.owner = anna;
    aim.target = 5;
    aim.starts = day("2026-11-21");
    aim.due = day("2028-11-21");
    const goals::GoalId goal = act([&](db::Tx& tx) { return goals::add_goal(tx, hr(), aim); })->row.id;
    const auto need = [&](const std::vector<SkillId>& skills) {
        std::vector<goals::Need> needs;
        for (const SkillId skill : skills) {
            goals::Need one;
            one.skill = skill;
            one.level = 3;
            one.headcount = 2;
            one.due = day("2028-11-21");
            needs.push_back(one);
        }
        ASSERT_TRUE(act([&](db::Tx& tx) { return goals::set_needs(tx, hr(), goal, {}, needs); }).ok());
    };
    NewRound round = wanted();
    round.skills_from = SkillsFrom::goal;
    EXPECT_EQ(code(draft(round)), "/goal round.goal_without_needs");
    round.goal = goal;
    EXPECT_EQ(code(draft(round)), "/goal round.goal_without_needs");
    need({welding});
    const auto made = draft(round);
    ASSERT_TRUE(made.ok()) << code(made);
    EXPECT_EQ(made->goal->name.sv, "Fler svetsar");
    EXPECT_EQ(made->skills.size(), 1U);
    need({welding, talks});
    ASSERT_TRUE(open(made->id).ok());
    EXPECT_EQ(look([&](db::Tx& tx) { return my_rounds(tx, employee(dag)); }).cases[0].questions, 2);
}

TEST_P(Rounds, AUnitIsAskedWithEverythingBelowItAndARoleOnlyAboutItself) {
    execute("INSERT INTO unit (id, parent, code, name) VALUES (3, 1, 'cell', 'Cell');"
            "UPDATE position SET unit = 3 WHERE person = 3");
    NewRound of_unit = wanted();
    of_unit.units = {UnitId{1}};
    EXPECT_EQ(told(how_far(opened(of_unit)).voices), "self 2 0 0, manager 2 0 0");
    of_unit.units = {UnitId{3}};
    EXPECT_EQ(told(how_far(opened(of_unit)).voices), "self 1 0 0, manager 1 0 0");
    NewRound of_role = wanted();
    of_role.roles = {lead};
    const RoundId id = opened(of_role);
    const auto mine = look([&](db::Tx& tx) { return my_rounds(tx, employee(bo)); });
    EXPECT_EQ(mine.cases.back().round, id);
    EXPECT_EQ(mine.cases.back().questions, 2);
    EXPECT_EQ(told(how_far(id).voices), "self 1 0 0, manager 1 0 0");
}

TEST_P(Rounds, WhoLeftAndRetiredSkillsAreNotAsked) {
    execute("UPDATE person SET left_on = 15001 WHERE id = 3");
    execute("UPDATE skill SET retired = 1 WHERE id = " + std::to_string(talks.value));
    const RoundId round = opened();
    EXPECT_EQ(told(how_far(round).voices), "self 1 0 0, manager 1 0 0");
    EXPECT_EQ(look([&](db::Tx& tx) { return my_rounds(tx, employee(bo)); }).cases[0].questions, 2);
}

TEST_P(Rounds, ARoundThatWouldAskNobodyStaysADraft) {
    NewRound round = wanted();
    round.units = {UnitId{2}};
    const auto made = draft(round);
    EXPECT_EQ(made->would_ask->asked, 0);
    EXPECT_EQ(code(open(made->id)), "round.nobody");
    EXPECT_EQ(look([&](db::Tx& tx) { return find_round(tx, hr(), made->id); })->state, RoundState::draft);
}

TEST_P(Rounds, ARoundOpensOnceAndIsThenNoLongerADraft) {
    const RoundId round = opened();
    EXPECT_EQ(code(open(round)), "round.not_draft");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return edit_round(tx, hr(), round, {}, wanted()); })), "round.not_draft");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return discard_round(tx, hr(), round); })), "round.not_draft");
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0");
}

TEST_P(Rounds, ARoundClosesByHandOrWhenItsLastDayIsOver) {
    const RoundId first = opened();
    ASSERT_TRUE(close(first).ok());
    EXPECT_EQ(code(close(first)), "round.not_open");
    const RoundId second = opened();
    const auto state = [&] { return look([&](db::Tx& tx) { return find_round(tx, hr(), second); })->state; };
    clock.set("2026-12-05");
    EXPECT_EQ(state(), RoundState::open);
    clock.set("2026-12-06");
    EXPECT_EQ(state(), RoundState::closed);
    EXPECT_EQ(code(close(second)), "round.not_open");
}

TEST_P(Rounds, ADraftThatWasToBeOpenByNowWaitsForWhoeverMadeIt) {
    NewRound round = wanted();
    round.opens = day("2026-11-23");
    ASSERT_TRUE(draft(round).ok());
    const auto waiting = [&](const access::Actor& actor) {
        return look([&](db::Tx& tx) { return overdue_drafts(tx, actor); });
    };
    EXPECT_EQ(waiting(hr()), 0);
    clock.set("2026-11-23");
    EXPECT_EQ(waiting(hr()), 1);
    EXPECT_EQ(waiting(hr_of_office()), 0);
}

TEST_P(Rounds, HrOfAUnitAsksOnlyItsOwnAndSeesOnlyItsPartOfOthers) {
    NewRound round = wanted();
    round.skills_from = SkillsFrom::chosen;
    round.skills = {welding};
    const auto made = draft(round, hr_of_office());
    ASSERT_TRUE(made.ok()) << code(made);
    EXPECT_EQ(made->would_ask->chosen, 2); // Dag and Erik
    ASSERT_TRUE(open(made->id, hr_of_office()).ok());
    EXPECT_EQ(told(how_far(made->id).voices), "self 2 0 0");
    round.units = {UnitId{1}};
    EXPECT_EQ(code(draft(round, hr_of_office())), "/units unit.not_yours");

    round.units.clear();
    const RoundId whole = opened(round);
    const RoundProgress part = how_far(whole, hr_of_office());
    EXPECT_EQ(told(part.voices), "self 2 0 0");
    ASSERT_EQ(part.units.size(), 1U);
    EXPECT_EQ(part.units[0].name, "Office");
    EXPECT_EQ(code(close(whole, hr_of_office())), "round.not_yours");

    round.units = {UnitId{1}};
    const RoundId elsewhere = opened(round);
    EXPECT_EQ(code(close(elsewhere, hr_of_office())), "round.not_found");
    EXPECT_EQ(code(look([&](db::Tx& tx) { return progress(tx, hr_of_office(), elsewhere); })), "round.not_found");
    EXPECT_EQ(look([&](db::Tx& tx) { return rounds(tx, hr_of_office()); }).size(), 2U);
    EXPECT_EQ(look([&](db::Tx& tx) { return rounds(tx, hr()); }).size(), 3U);
}

TEST_P(Rounds, ProgressIsOpenedUnitByUnit) {
    execute("INSERT INTO unit (id, parent, code, name, sort_sv) VALUES (3, 1, 'cell', 'Cell', 'a'),"
            " (4, 3, 'bench', 'Bench', 'b'), (5, 1, 'empty', 'Empty', 'c');"
            "UPDATE position SET unit = 4 WHERE person = 3");
    const RoundId round = opened();
    const auto names = [&](std::optional<UnitId> unit) {
        const auto told_of = look([&](db::Tx& tx) { return progress(tx, hr(), round, unit); });
        std::string text;
        for (const UnitProgress& one : told_of->units)
            text += one.name + (one.opens ? "+ " : " ") + told(one.voices) + "; ";
        return text;
    };
    EXPECT_EQ(names({}), "Line+ self 2 0 0, manager 2 0 0; Cell+ self 1 0 0, manager 1 0 0; ");
    EXPECT_EQ(names(UnitId{3}), "Cell+ self 1 0 0, manager 1 0 0; Bench self 1 0 0, manager 1 0 0; ");
    EXPECT_EQ(code(look([&](db::Tx& tx) { return progress(tx, hr(), round, UnitId{5}); })), "unit.not_found");
    EXPECT_EQ(code(look([&](db::Tx& tx) { return progress(tx, hr(), round, UnitId{99}); })), "unit.not_found");
}

INSTANTIATE_ON_BOTH(Rounds);

} // namespace
} // namespace kunna::rounds
