// From rows in a database to answers: the worked example, freshness after a commit, past days, and who sees what.
#include "insights/cell.hpp"
#include "insights/explanation.hpp"
#include "insights/figures.hpp"
#include "insights/files.hpp"
#include "insights/gap_map.hpp"
#include "insights/my_data.hpp"
#include "insights/next_assessments.hpp"
#include "insights/person_list.hpp"
#include "insights/profile_change.hpp"
#include "insights/team.hpp"
#include "insights/wished.hpp"
#include "support/skilled_company.hpp"

#include <gmock/gmock.h>

namespace kunna::insights {
namespace {

using assessments::Source;

class Insights : public test::SkilledCompany {
protected:
    SkillProfile bos() { return *skill_profile(*db, workforces, employee(bo), bo, {}); }
    static const HeldSkill& in(const SkillProfile& profile, SkillId skill) {
        return *std::find_if(profile.skills.begin(), profile.skills.end(),
                             [&](const HeldSkill& h) { return h.skill == skill; });
    }
    void want(PersonId person, SkillId skill, std::optional<std::int32_t> level = {}) {
        const auto wished =
            act([&](db::Tx& tx) { return wishes::wish_skill(tx, employee(person), person, skill, {level}); });
        ASSERT_TRUE(wished.ok()) << code(wished);
    }
    Result<Wished> wanted(const access::Actor& actor, std::optional<UnitId> unit = {}) {
        return wished(*db, *workforces.current(), actor, unit);
    }
    std::int64_t reads() {
        return look([&](db::Tx& tx) { return access::reads_about(tx, bo, 1 << 30, 100).size(); });
    }
};

TEST_P(Insights, TheWorkedExampleComesOutOfTheDatabaseAsDomainMdSays) {
    state(bo, welding, 3, "2026-11-20", Source::test);
    state(bo, lathe, 3, "2026-11-20", Source::test);
    state(bo, lean, 1, "2026-11-20", Source::test);
    const SkillProfile profile = bos();
    EXPECT_NEAR(*profile.sums.weighted_gap, 5.0 / 21, 0.0001);
    EXPECT_NEAR(*profile.sums.fit, 1 - 5.0 / 21, 0.0001);
    EXPECT_EQ(profile.sums.met, 1);
    EXPECT_EQ(profile.sums.gap, 2);
    EXPECT_EQ(profile.sums.requirements, 3);
}

TEST_P(Insights, WhatNobodyHasAssessedIsUnknownAndInNoSum) {
    state(bo, lathe, 3, "2026-11-20");
    const SkillProfile profile = bos();
    EXPECT_EQ(profile.sums.unknown, 2);
    EXPECT_EQ(profile.sums.weighted_gap, 0);
    EXPECT_EQ(in(profile, welding).state, engine::State::unknown);
    EXPECT_FALSE(in(profile, welding).level);
    EXPECT_FALSE(in(profile, welding).gap);
}

TEST_P(Insights, AnAssessmentIsInTheNextAnswerAndOnlyItsPersonIsReadAnew) {
    (void)workforces.current();
    const auto before = workforces.built();
    state(bo, welding, 4, "2026-11-20");
    EXPECT_NEAR(*in(bos(), welding).level, 4, 0.001);
    EXPECT_EQ(workforces.built().whole, before.whole);
    EXPECT_EQ(workforces.built().partial, before.partial + 1);
    clock.set("2026-11-22");
    EXPECT_EQ(workforces.current()->day(), day("2026-11-22"));
}

TEST_P(Insights, TheExplanationGivesTheSameLevelAndSharesThatAddUp) {
    state(bo, welding, 4, "2024-05-02");
    state(bo, welding, 2, "2026-10-01", Source::test);
    state(bo, welding, 3, "2026-11-01", Source::self);
    const auto explained = explain_level(*db, workforces, employee(bo), bo, welding, {});
    ASSERT_TRUE(explained.ok());
    EXPECT_EQ(explained->level, in(bos(), welding).level);
    EXPECT_EQ(explained->confidence, in(bos(), welding).confidence);
    EXPECT_EQ(explained->uncertainty, in(bos(), welding).uncertainty);
    ASSERT_EQ(explained->evidence.size(), 3U);
    double shares = 0;
    for (const auto& statement : explained->evidence) shares += statement.share;
    EXPECT_NEAR(shares, 1, 0.001);
    EXPECT_TRUE(explained->conflict);
}

TEST_P(Insights, TheExplanationTellsWhatOneMoreStatementWouldHaveToSay) {
    state(bo, welding, 3, "2026-11-20", Source::self);
    const auto open = *explain_level(*db, workforces, employee(bo), bo, welding, {});
    EXPECT_EQ(open.required, 4);
    EXPECT_FALSE(open.covered);
    const auto manager_says =
        std::find_if(open.covered_by.begin(), open.covered_by.end(),
                     [](const CoveringStatement& cover) { return cover.source == Source::manager; });
    ASSERT_NE(manager_says, open.covered_by.end());
    // It is so: the step below leaves it open, this one covers.
    state(bo, welding, manager_says->level, "2026-11-21");
    const auto covered = *explain_level(*db, workforces, employee(bo), bo, welding, {});
    EXPECT_TRUE(covered.covered);
    EXPECT_TRUE(covered.covered_by.empty());
    EXPECT_EQ(in(bos(), welding).state, engine::State::met);
    const auto not_required = *explain_level(*db, workforces, manager(anna), bo, skill("sewing"), {});
    EXPECT_FALSE(not_required.required);
    EXPECT_TRUE(not_required.covered_by.empty());
}

TEST_P(Insights, WhatWouldTellMostComesFirstAndOnlyAboutPeopleOneMaySee) {
    const auto next = [&](const access::Actor& actor, std::size_t limit = 20) {
        return *next_assessments(*db, *workforces.current(), actor, {.limit = limit});
    };
    state(bo, welding, 4, "2026-11-21", Source::test);
    state(bo, lathe, 3, "2026-11-20");
    const NextAssessments annas = next(manager(anna));
    // Bo: lathe, lean; Cia: welding, lathe, lean. A test of today leaves nothing to ask about Bo's welding.
    ASSERT_EQ(annas.items.size(), 5U);
    EXPECT_EQ(annas.count, 5);
    EXPECT_EQ(annas.items.front().person, cia);
    EXPECT_EQ(annas.items.front().skill, welding) << "nothing is known of it, and it weighs most";
    EXPECT_FALSE(annas.items.front().level);
    EXPECT_EQ(annas.items.front().weight, 3);
    double shares = 0;
    for (const NextAssessment& one : annas.items) shares += one.share;
    EXPECT_NEAR(shares, 1, 0.001);
    EXPECT_EQ(next(manager(anna), 2).items.size(), 2U);
    EXPECT_EQ(next(manager(anna), 2).count, 5) << "how many there are does not depend on how many are shown";
    EXPECT_TRUE(next(employee(bo)).items.empty()) << "not about oneself";
    EXPECT_TRUE(next(hr()).items.empty());
    EXPECT_EQ(next(hr("Planering av bedömningar")).items.size(), 5U);
    EXPECT_EQ(code(next_assessments(*db, *workforces.current(), manager(anna), {.unit = UnitId{99}})),
              "unit.not_found");
    EXPECT_EQ(code(next_assessments(*db, *workforces.current(), manager(anna), {.skill = SkillId{99}})),
              "skill.not_found");
    state(cia, welding, 4, "2026-11-21", Source::test);
    EXPECT_EQ(next(manager(anna)).count, 4) << "what is asked for and answered is gone";
}

TEST_P(Insights, APastDayIsAnsweredAsItWasThen) {
    state(bo, welding, 2, "2025-03-01");
    state(bo, welding, 4, "2026-11-20");
    new_profile("2026-06-01", {{welding, {}, 5, 3, true}});
    const auto then = skill_profile(*db, workforces, employee(bo), bo, day("2025-12-31"));
    EXPECT_NEAR(*in(*then, welding).level, 2, 0.001);
    EXPECT_EQ(in(*then, welding).required, 4);
    EXPECT_EQ(in(bos(), welding).required, 5);
    EXPECT_TRUE(in(bos(), welding).must);
    // What is recorded today about an earlier day changes the answer about that day.
    state(bo, lathe, 3, "2025-06-01");
    const auto again = skill_profile(*db, workforces, employee(bo), bo, day("2025-12-31"));
    EXPECT_NEAR(*in(*again, lathe).level, 3, 0.001);
}

TEST_P(Insights, LevelsAreForThePersonTheManagerAndHrWithAReason) {
    const auto asks = [&](const access::Actor& actor) { return code(skill_profile(*db, workforces, actor, bo, {})); };
    EXPECT_EQ(asks(employee(bo)), "");
    EXPECT_EQ(asks(manager(anna)), "");
    EXPECT_EQ(asks(manager(erik)), "person.not_found"); // the chain sees sums only
    EXPECT_EQ(asks(employee(cia)), "person.not_found");
    EXPECT_EQ(asks(hr()), "access.reason_needed");
    EXPECT_EQ(asks(hr("Förhandling")), "");
    EXPECT_EQ(asks(hr_of_office("Förhandling")), "person.not_found");
    EXPECT_EQ(asks(learning()), "person.not_found");
}

TEST_P(Insights, AProfileGoesOutAsAFileWithWhatEachLevelRestsOn) {
    state(bo, welding, 3, "2026-11-21", Source::test);
    state(bo, lean, 4, "2026-11-20", Source::self);
    std::string bytes;
    ASSERT_TRUE(write_profile(bos(), FileKind::csv, "sv", tabular::string_sink(bytes)).ok());
    EXPECT_NE(bytes.find("welding;4;;3;0;1;under kravet;1;test 3 (2026-11-21)"), std::string::npos) << bytes;
    EXPECT_NE(bytes.find("självskattning 4 (2026-11-20)"), std::string::npos) << bytes;
    EXPECT_NE(bytes.find("lathe;3;;;;;okänd;;"), std::string::npos) << bytes;
    (void)skill_profile(*db, workforces, hr("Revision"), bo, {}, "export");
    const auto all = look([&](db::Tx& tx) { return access::reads_about(tx, bo, 1 << 30, 1); });
    EXPECT_EQ(all.front().what, "export");
}

TEST_P(Insights, EachReadOfAnothersLevelsIsLoggedOnceAndOnesOwnIsNot) {
    (void)bos();
    EXPECT_EQ(reads(), 0);
    (void)skill_profile(*db, workforces, hr("Revision"), bo, {});
    EXPECT_EQ(reads(), 1);
    (void)team(*db, workforces, manager(anna));
    EXPECT_EQ(reads(), 2);
    const auto mine = my_data(*db, employee(bo), bo);
    ASSERT_TRUE(mine.ok());
    EXPECT_EQ(mine->reads.back().reason, "Revision");
    EXPECT_EQ(mine->reads.back().who, "Hanna HR");
    EXPECT_EQ(code(my_data(*db, manager(anna), bo)), "person.not_found");
}

TEST_P(Insights, HowManyWantASkillIsToldOfFiveAndNotOfFewerNorOfAPartThatWouldTellTheRest) {
    for (const PersonId person : {anna, bo, cia, dag, erik}) want(person, welding);
    for (const PersonId person : {anna, bo, cia, dag}) want(person, lathe);
    (void)act([&](db::Tx& tx) { return wishes::wish_role(tx, employee(bo), bo, fitter); });
    const auto all = wanted(learning());
    ASSERT_TRUE(all.ok()) << code(all);
    ASSERT_EQ(all->skills.size(), 1U);
    EXPECT_EQ(all->skills[0].skill, welding);
    EXPECT_EQ(all->skills[0].people, 5);
    EXPECT_EQ(all->hidden_skills, 1);
    EXPECT_TRUE(all->roles.empty());
    EXPECT_EQ(all->hidden_roles, 1);
    EXPECT_TRUE(wanted(learning(), UnitId{1})->skills.empty()) << "three in the line would tell of two in the office";
    EXPECT_EQ(wanted(learning(), UnitId{1})->hidden_skills, 2);
    EXPECT_EQ(code(wanted(manager(anna), UnitId{2})), "unit.not_found");
}

TEST_P(Insights, MyDataSaysWhatAPersonAnswersForThoseThatAreOverLast) {
    const std::string goal = "INSERT INTO goal (id, name_sv, name_en, description_sv, description_en, owner, "
                             "metric_sv, metric_en, measure_sv,"
                             " measure_en, baseline, target, starts, due, weight, dropped, account, created) VALUES ";
    execute(
        goal + "(1, 'Gammalt', '', '', '', 2, 'm', '', '', '', 0, 1, 20000, 21000, 1, 20500, 0, 0);" + goal +
        "(2, 'Nytt', '', '', '', 2, 'm', '', '', '', 0, 1, 20000, 21000, 1, NULL, 0, 0);"
        "INSERT INTO strategy (id, name_sv, name_en, state, starts, ends, owner, sponsor, aim, principles,"
        " communication, quiet_days, created) VALUES (1, 'Resan', '', 'draft', 20000, 21000, 1, 2, '', '', '', 30, 0);"
        "INSERT INTO strategy_step (strategy, step, owner, done, note, link) VALUES (1, 'inventory', 2, 0, '', '')");
    const auto mine = my_data(*db, employee(bo), bo);
    ASSERT_TRUE(mine.ok());
    std::vector<std::string> said;
    for (const Responsibility& one : mine->responsibilities)
        said.push_back(std::string{db::enum_name(one.kind)} + " " + one.name.sv + one.step + (one.over ? " over" : ""));
    EXPECT_THAT(said, ::testing::ElementsAre("goal Nytt", "strategy_sponsor Resan", "strategy_step Resaninventory",
                                             "goal Gammalt over"));
    EXPECT_EQ(my_data(*db, employee(cia), cia)->responsibilities.size(), 0U);
}

TEST_P(Insights, WishesAreInTheProfileItsFileAndMyDataAndConsentInMyDataOnly) {
    state(bo, welding, 3, "2026-11-20");
    want(bo, welding, 4);
    const auto extra = skill("cad");
    want(bo, extra);
    (void)act([&](db::Tx& tx) { return wishes::give_consent(tx, employee(bo), bo, {wishes::consent_edition, true}); });
    EXPECT_EQ(bos().wishes.skills.size(), 2U);
    std::string bytes;
    ASSERT_TRUE(write_profile(bos(), FileKind::csv, "sv", tabular::string_sink(bytes)).ok());
    EXPECT_NE(bytes.find("vill kunna, nivå 4"), std::string::npos) << bytes;
    EXPECT_NE(bytes.find("cad;;;;;;;;;vill kunna"), std::string::npos) << bytes;
    const auto mine = my_data(*db, employee(bo), bo);
    EXPECT_EQ(mine->wishes.skills.size(), 2U);
    ASSERT_EQ(mine->consents.size(), 1U);
    EXPECT_TRUE(mine->consents[0].own_ratings);
}

TEST_P(Insights, WishesAndConsentMoveNoLevels) {
    (void)workforces.current();
    const auto before = workforces.built();
    want(bo, welding);
    (void)act([&](db::Tx& tx) { return wishes::give_consent(tx, employee(bo), bo, {wishes::consent_edition, true}); });
    (void)workforces.current();
    EXPECT_EQ(workforces.built().whole, before.whole);
    EXPECT_EQ(workforces.built().partial, before.partial);
}

TEST_P(Insights, TheTeamMatrixShowsDirectReportsAndHidesAChainOfFew) {
    state(bo, welding, 3, "2026-11-20");
    const auto matrix = team(*db, workforces, manager(anna));
    ASSERT_EQ(matrix->people.size(), 2U);
    ASSERT_EQ(matrix->skills.size(), 3U);
    EXPECT_EQ(matrix->skills[0].required_by, 2);
    const auto above = team(*db, workforces, manager(erik));
    ASSERT_EQ(above->people.size(), 1U);
    EXPECT_TRUE(above->chain.hidden); // Bo and Cia would be what is left over
}

TEST_P(Insights, ACellOfFewIsHiddenAndItsPeopleAreShownOnlyToTheirManager) {
    state(bo, welding, 3, "2026-11-20");
    const auto workforce = workforces.current();
    const auto map = gap_map(*workforce, fence_of(*workforce, hr()), {});
    ASSERT_TRUE(map.ok());
    for (const std::int32_t value : map->required) EXPECT_TRUE(value == hidden || value == nobody);
    const auto cell = cell_detail(*db, *workforce, hr(), UnitId{1}, welding);
    EXPECT_TRUE(cell->hidden);
    EXPECT_EQ(cell->sums.requirements, 0);
    EXPECT_TRUE(cell->people.empty());
    // Anna leads all of unit 1, and sees her own reports one by one.
    const auto hers = cell_detail(*db, *workforce, manager(anna), UnitId{1}, welding);
    EXPECT_EQ(hers->people.size(), 2U);
    EXPECT_EQ(code(cell_detail(*db, *workforce, manager(anna), UnitId{2}, welding)), "unit.not_found");
}

TEST_P(Insights, PeopleListedWithTheirGapsAreThoseWhoseLevelsMayBeSeen) {
    state(bo, welding, 1, "2026-11-20");
    const auto workforce = workforces.current();
    const auto found =
        people_with_gaps(*db, *workforce, manager(anna), {.skill = welding, .state = engine::State::gap});
    ASSERT_EQ(found.total, 1U);
    EXPECT_EQ(found.items[0].name, "Bo Berg");
    EXPECT_EQ(people_with_gaps(*db, *workforce, hr(), {}).total, 0U);
    EXPECT_EQ(people_with_gaps(*db, *workforce, hr("Revision"), {}).total, 5U);
}

TEST_P(Insights, FiguresOfTheWholeAreTheSumOfTheRows) {
    state(bo, welding, 1, "2026-11-20");
    const auto workforce = workforces.current();
    const auto lists = by_unit(*workforce, fence_of(*workforce, system), Audience::whole);
    std::int64_t requirements = 0;
    for (const auto& unit : lists)
        if (!unit.parent) requirements += unit.sums.requirements;
    EXPECT_EQ(requirements, 6);
    EXPECT_TRUE(figures(*workforce, fence_of(*workforce, hr()), {})->hidden);
    EXPECT_EQ(code(figures(*workforce, fence_of(*workforce, hr_of_office()), UnitId{1})), "unit.not_found");
}

TEST_P(Insights, AnotherVersionOfAProfileTellsHowManyItTouchesUnlessTheyAreFew) {
    const auto harder = new_profile("2026-12-01", {{welding, {}, 5, 3, true}});
    const auto told = role_difference(*db, *workforces.current(), fitter, first_profile, harder);
    ASSERT_TRUE(told.ok()) << code(told);
    EXPECT_EQ(told->holders, 2);
    EXPECT_FALSE(told->touched);
    EXPECT_EQ(told->changes.size(), 3U);
}

TEST_P(Insights, SomebodyWhoLeavesIsOutOfTomorrowsPicture) {
    (void)workforces.current();
    execute("UPDATE person SET left_on = " + std::to_string(day("2026-11-21").days()) + " WHERE id = 2");
    clock.set("2026-11-22");
    EXPECT_FALSE(workforces.current()->find(bo));
    EXPECT_TRUE(workforces.as_of(day("2026-11-20"))->find(bo));
}

INSTANTIATE_ON_BOTH(Insights);

} // namespace
} // namespace kunna::insights
