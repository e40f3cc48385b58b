// Readiness and the journey are pure: every rule is tried on facts made by hand.
#include "strategy/alarm.hpp"
#include "strategy/journey.hpp"
#include "strategy/readiness.hpp"

#include <boost/mp11/algorithm.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kunna::strategy {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(const char* iso) {
    return *Date::parse(iso);
}

// Everything in place.
Facts perfect() {
    Facts facts;
    facts.today = day("2026-11-21");
    facts.state = StrategyState::active;
    facts.ends = day("2029-12-31");
    facts.owner = Named{PersonId{1}, "Anna Alm", false};
    facts.sponsor = Named{PersonId{5}, "Erik Ek", false};
    facts.communication = 40;
    facts.years = 2;
    facts.next_review = day("2027-02-21");
    facts.moved = day("2026-11-20");
    facts.decided = facts.decision_documented = true;
    facts.asked = facts.answered = {4, 4};
    facts.negotiations = 1;
    facts.all_over = facts.all_minuted = true;
    facts.goals = 5;
    facts.owned_goals = facts.needing_goals = {5, 5};
    facts.goals_on_track = {5, 4};
    facts.dated_needs = 9;
    facts.target_roles = 2;
    facts.rounds_closed = 1;
    facts.requirements = {1000, 800};
    facts.people = {100, 80};
    facts.coverage = 71;
    facts.wishing = 20;
    facts.scenarios = 2;
    facts.chosen = 1;
    facts.reviews = 1;
    facts.last_review = day("2026-11-01");
    facts.changes_since_review = 1;
    for (const Criterion one :
         {Criterion::adjacency, Criterion::time_and_pay, Criterion::leaders_coached, Criterion::channels})
        facts.evidence[one] = {one, 2, "Beslutat av ledningsgruppen", "", "Hanna HR", {}};
    for (const Step one : {Step::plan, Step::learn, Step::talks}) facts.marks[one] = {{}, {}, true, "Gjort", ""};
    return facts;
}

CriterionScore score_of(const Facts& facts, Criterion wanted) {
    for (const QuestionScore& question : readiness(facts).questions)
        for (const CriterionScore& one : question.criteria)
            if (one.criterion == wanted) return one;
    ADD_FAILURE() << "no such criterion";
    return {};
}
// The score after a change to what is perfect.
template <class F>
int after(Criterion criterion, F&& change) {
    Facts facts = perfect();
    change(facts);
    return score_of(facts, criterion).score;
}

JourneyStep step_of(const Facts& facts, Step wanted) {
    for (JourneyStep& one : journey(facts))
        if (one.step == wanted) return std::move(one);
    ADD_FAILURE() << "no such step";
    return {};
}
template <class F>
JourneyStep changed(Step step, F&& change) {
    Facts facts = perfect();
    change(facts);
    return step_of(facts, step);
}

TEST(Readiness, EverythingInPlaceIsAllGreenAndNothingIsAllRed) {
    for (const QuestionScore& one : readiness(perfect()).questions) {
        EXPECT_EQ(one.percent, 100);
        EXPECT_EQ(one.light, Light::green);
    }
    EXPECT_FALSE(readiness(perfect()).red);
    Facts nothing;
    nothing.today = day("2026-11-21");
    const Readiness none = readiness(nothing);
    ASSERT_EQ(none.questions.size(), 4U);
    for (const QuestionScore& one : none.questions) {
        EXPECT_EQ(one.percent, 0);
        EXPECT_EQ(one.light, Light::red);
    }
    EXPECT_TRUE(none.red);
}

TEST(Readiness, HasTheCriteriaOfTheFourQuestions) {
    const Readiness all = readiness(perfect());
    std::vector<std::size_t> sizes;
    std::size_t sum = 0;
    for (const QuestionScore& one : all.questions) sizes.push_back(one.criteria.size()), sum += one.criteria.size();
    EXPECT_THAT(sizes, ElementsAre(5U, 3U, 4U, 4U));
    EXPECT_EQ(sum, boost::mp11::mp_size<boost::describe::describe_enumerators<Criterion>>::value);
}

TEST(Readiness, IsGreenFromSeventyFiveAndAmberFromFiftyPercent) {
    Facts facts = perfect(); // the last question has four criteria: a point is 12.5 %
    const auto light = [&] { return readiness(facts).questions[3].light; };
    facts.evidence[Criterion::leaders_coached].score = 0;
    EXPECT_EQ(readiness(facts).questions[3].percent, 75);
    EXPECT_EQ(light(), Light::green);
    facts.evidence[Criterion::channels].score = 1;
    EXPECT_EQ(light(), Light::amber);
    facts.evidence[Criterion::channels].score = 0;
    EXPECT_EQ(readiness(facts).questions[3].percent, 50);
    EXPECT_EQ(light(), Light::amber);
    facts.years = 1;
    EXPECT_EQ(light(), Light::red);
}

TEST(Readiness, GoalsCountWhenSomebodyWhoWorksHereAnswersForEach) {
    EXPECT_EQ(after(Criterion::measurable_goals, [](Facts& f) { f.owned_goals.n = 4; }), 1);
    EXPECT_EQ(after(Criterion::measurable_goals, [](Facts& f) { f.goals = 0, f.owned_goals = {}; }), 0);
}

TEST(Readiness, ASponsorCountsWhollyWithADecisionThatCanBeRead) {
    EXPECT_EQ(after(Criterion::sponsor, [](Facts& f) { f.decision_documented = false; }), 1);
    EXPECT_EQ(after(Criterion::sponsor, [](Facts& f) { f.decided = false; }), 1);
    EXPECT_EQ(after(Criterion::sponsor, [](Facts& f) { f.sponsor->left = true; }), 0);
    EXPECT_EQ(after(Criterion::sponsor, [](Facts& f) { f.sponsor.reset(); }), 0);
}

TEST(Readiness, UnitsCountWhenTheyHaveAnswered) {
    EXPECT_EQ(after(Criterion::units_consulted, [](Facts& f) { f.answered.n = 3; }), 1);
    EXPECT_EQ(after(Criterion::units_consulted, [](Facts& f) { f.answered.n = 2; }), 1);
    EXPECT_EQ(after(Criterion::units_consulted, [](Facts& f) { f.answered.n = 1; }), 0);
    EXPECT_EQ(after(Criterion::units_consulted, [](Facts& f) { f.answered = {0, 0}; }), 0);
}

TEST(Readiness, NeedsAndStaffAreKnownFromEightyPercentAndHalfKnownFromFifty) {
    EXPECT_EQ(after(Criterion::needs_analysis, [](Facts& f) { f.requirements.n = 799; }), 1);
    EXPECT_EQ(after(Criterion::needs_analysis, [](Facts& f) { f.requirements.n = 500; }), 1);
    EXPECT_EQ(after(Criterion::needs_analysis, [](Facts& f) { f.requirements.n = 499; }), 0);
    EXPECT_EQ(after(Criterion::staff_inventoried, [](Facts& f) { f.people.n = 79; }), 1);
    EXPECT_EQ(after(Criterion::staff_inventoried, [](Facts& f) { f.people.n = 49; }), 0);
    EXPECT_EQ(after(Criterion::staff_inventoried, [](Facts& f) { f.people = {}; }), 0);
}

TEST(Readiness, APlanOfCommunicationHasSubstanceOrIsHalfAPlan) {
    EXPECT_EQ(after(Criterion::communication, [](Facts& f) { f.communication = 39; }), 1);
    EXPECT_EQ(after(Criterion::communication, [](Facts& f) { f.communication = 0; }), 0);
}

TEST(Readiness, GoalsLinkedToSkillsAreAllSomeOrNone) {
    EXPECT_EQ(after(Criterion::linked_to_skills, [](Facts& f) { f.needing_goals.n = 1; }), 1);
    EXPECT_EQ(after(Criterion::linked_to_skills, [](Facts& f) { f.needing_goals.n = 0; }), 0);
}

TEST(Readiness, GapsAreRankedAsSoonAsTheGoalsHaveNeeds) {
    EXPECT_EQ(after(Criterion::gaps_ranked, [](Facts& f) { f.dated_needs = 0; }), 0);
    EXPECT_EQ(after(Criterion::gaps_ranked, [](Facts& f) { f.dated_needs = 1; }), 2);
}

TEST(Readiness, WhatKunnaComputesOrPeopleSayIsTheBetterOfTheTwo) {
    const auto said = [](Facts& f, int roles, int score) {
        f.target_roles = roles;
        f.evidence[Criterion::target_roles] = {Criterion::target_roles, score, "Sagt", "", "", {}};
    };
    EXPECT_EQ(after(Criterion::target_roles, [](Facts& f) { f.target_roles = 0; }), 0);
    EXPECT_EQ(after(Criterion::target_roles, [&](Facts& f) { said(f, 0, 1); }), 1);
    EXPECT_EQ(after(Criterion::target_roles, [&](Facts& f) { said(f, 2, 0); }), 2);
}

TEST(Readiness, NobodyTalksUpWhatKunnaComputes) {
    EXPECT_EQ(after(Criterion::needs_analysis,
                    [](Facts& f) {
                        f.requirements.n = 0;
                        f.evidence[Criterion::needs_analysis] = {Criterion::needs_analysis, 2, "Klart!", "", "", {}};
                    }),
              0);
}

TEST(Readiness, InterestCountsFromFivePeopleAndWhollyFromAFifth) {
    EXPECT_EQ(after(Criterion::interest_asked, [](Facts& f) { f.wishing = 19; }), 1);
    EXPECT_EQ(after(Criterion::interest_asked, [](Facts& f) { f.wishing = 5; }), 1);
    Facts few = perfect();
    few.wishing = 4;
    EXPECT_EQ(score_of(few, Criterion::interest_asked).score, 0);
    EXPECT_FALSE(score_of(few, Criterion::interest_asked).value); // told of fewer than five: nothing
}

TEST(Readiness, WhatOnlyPeopleKnowIsWorthWhatTheySay) {
    for (const Criterion one :
         {Criterion::adjacency, Criterion::time_and_pay, Criterion::leaders_coached, Criterion::channels}) {
        EXPECT_EQ(after(one, [&](Facts& f) { f.evidence[one].score = 1; }), 1);
        EXPECT_EQ(after(one, [&](Facts& f) { f.evidence.erase(one); }), 0);
    }
}

TEST(Readiness, BudgetAndHoursForTwoYearsCountWholly) {
    EXPECT_EQ(after(Criterion::budget_and_hours, [](Facts& f) { f.years = 1; }), 1);
    EXPECT_EQ(after(Criterion::budget_and_hours, [](Facts& f) { f.years = 0; }), 0);
}

TEST(Readiness, FollowUpIsQuarterlyOrLaterOrMissed) {
    EXPECT_EQ(after(Criterion::follow_up, [](Facts& f) { f.next_review = f.today + 100; }), 2);
    EXPECT_EQ(after(Criterion::follow_up, [](Facts& f) { f.next_review = f.today + 101; }), 1);
    EXPECT_EQ(after(Criterion::follow_up, [](Facts& f) { f.next_review = f.today - 1; }), 0);
    EXPECT_EQ(after(Criterion::follow_up, [](Facts& f) { f.next_review.reset(); }), 0);
}

TEST(Journey, EverythingInPlaceIsElevenStepsDone) {
    const auto steps = journey(perfect());
    ASSERT_EQ(steps.size(), 11U);
    for (const JourneyStep& one : steps) {
        EXPECT_EQ(one.state, StepState::done) << one.number;
        EXPECT_EQ(one.next, NextAct::none) << one.number;
        EXPECT_THAT(one.stuck, IsEmpty());
    }
    EXPECT_EQ(steps[10].number, 11);
}

TEST(Journey, NothingIsElevenStepsWaitingAndEachSaysWhatToDoNext) {
    Facts nothing;
    nothing.today = day("2026-11-21");
    for (const JourneyStep& one : journey(nothing)) {
        EXPECT_EQ(one.state, StepState::waiting) << one.number;
        EXPECT_NE(one.next, NextAct::none) << one.number;
    }
}

TEST(Journey, AnchoringAsksForOneThingAfterTheOther) {
    const auto next = [](auto&& change) { return changed(Step::anchor, change).next; };
    EXPECT_EQ(next([](Facts& f) { f.sponsor.reset(); }), NextAct::name_sponsor);
    EXPECT_EQ(next([](Facts& f) { f.decision_documented = false; }), NextAct::record_decision);
    EXPECT_EQ(next([](Facts& f) { f.asked.n = f.answered.n = 3; }), NextAct::consult_units);
    EXPECT_EQ(next([](Facts& f) { f.answered.n = 3; }), NextAct::record_answers);
    EXPECT_EQ(next([](Facts& f) { f.all_minuted = false; }), NextAct::negotiate);
    // What the sponsor has taken upon themself, the journey does not wait for.
    EXPECT_EQ(changed(Step::anchor, [](Facts& f) { f.negotiations = 0, f.overridden = true; }).state, StepState::done);
    EXPECT_EQ(changed(Step::anchor, [](Facts& f) { f.negotiations = 0; }).state, StepState::under_way);
}

TEST(Journey, GoalsNeedSkillsAndFutureNeedsAScenario) {
    EXPECT_EQ(changed(Step::goals, [](Facts& f) { f.needing_goals.n = 4; }).next, NextAct::add_needs);
    EXPECT_EQ(changed(Step::goals, [](Facts& f) { f.goals = 0, f.needing_goals = {}; }).next, NextAct::add_goals);
    EXPECT_EQ(changed(Step::future_needs, [](Facts& f) { f.scenarios = 1; }).next, NextAct::add_scenario);
    EXPECT_EQ(changed(Step::future_needs, [](Facts& f) { f.dated_needs = 0; }).next, NextAct::add_needs);
}

TEST(Journey, AnOpenRoundIsFollowedUntilItCloses) {
    const JourneyStep open = changed(Step::inventory, [](Facts& f) { f.rounds_open = 1, f.cases = {200, 120}; });
    EXPECT_EQ(open.state, StepState::under_way);
    EXPECT_EQ(open.next, NextAct::follow_round);
    EXPECT_EQ(open.facts.back().key, FactKey::cases_done);
    EXPECT_EQ(open.facts.back().value, 120);
    EXPECT_EQ(changed(Step::inventory, [](Facts& f) { f.people.n = 79; }).next, NextAct::start_round);
}

TEST(Journey, GapsWaitUntilEnoughIsKnown) {
    const JourneyStep gaps = changed(Step::gaps, [](Facts& f) { f.requirements.n = 640; });
    EXPECT_EQ(gaps.state, StepState::under_way);
    EXPECT_EQ(gaps.next, NextAct::close_unknowns);
    EXPECT_EQ(gaps.facts[0].value, 64);
}

TEST(Journey, ARankingIsDoneWhenManagementHasChosenOrReviewedIt) {
    const auto priorities = [](std::int64_t needs, std::int64_t chosen, std::int64_t reviews) {
        return changed(Step::priorities,
                       [=](Facts& f) { f.dated_needs = needs, f.chosen = chosen, f.reviews = reviews; });
    };
    EXPECT_EQ(priorities(0, 0, 0).next, NextAct::add_needs);
    EXPECT_EQ(priorities(9, 0, 0).next, NextAct::choose);
    EXPECT_EQ(priorities(9, 0, 0).state, StepState::under_way);
    EXPECT_EQ(priorities(9, 1, 0).state, StepState::done);
    EXPECT_EQ(priorities(9, 0, 1).state, StepState::done);
}

TEST(Journey, WhatKunnaCannotSeeIsMarkedByHandAndSaysSo) {
    const JourneyStep talks = changed(Step::talks, [](Facts& f) { f.marks.erase(Step::talks); });
    EXPECT_TRUE(talks.by_hand);
    EXPECT_EQ(talks.state, StepState::waiting);
    EXPECT_EQ(talks.next, NextAct::mark_by_hand);
    EXPECT_EQ(changed(Step::talks, [](Facts& f) { f.marks[Step::talks].done = false; }).state, StepState::under_way);
    EXPECT_FALSE(changed(Step::priorities, [](Facts& f) { f.dated_needs = 0; }).by_hand);
}

TEST(Journey, FollowingUpIsRecentAndAdjustingIsAChangeAfterTheReview) {
    EXPECT_EQ(changed(Step::follow_up, [](Facts& f) { f.last_review = f.today - 101; }).next, NextAct::hold_review);
    EXPECT_EQ(changed(Step::follow_up, [](Facts& f) { f.next_review = f.today - 1; }).state, StepState::under_way);
    EXPECT_EQ(
        changed(Step::follow_up, [](Facts& f) { f.next_review.reset(), f.reviews = 0, f.last_review.reset(); }).next,
        NextAct::plan_review);
    EXPECT_EQ(changed(Step::adjust, [](Facts& f) { f.changes_since_review = 0; }).next, NextAct::change_plan);
    EXPECT_EQ(changed(Step::adjust, [](Facts& f) { f.reviews = 0; }).next, NextAct::hold_review);
}

TEST(Alarm, NothingIsStuckWhereEverythingMoves) {
    EXPECT_THAT(stalls(perfect()), IsEmpty());
}

TEST(Alarm, NothingMovedForSoManyDaysIsAStall) {
    Facts facts = perfect();
    facts.moved = facts.today - 30;
    EXPECT_THAT(stalls(facts), IsEmpty());
    facts.moved = facts.today - 31;
    ASSERT_EQ(stalls(facts).size(), 1U);
    EXPECT_EQ(stalls(facts)[0].kind, StallKind::quiet);
    EXPECT_EQ(stalls(facts)[0].since, facts.moved);
}

TEST(Alarm, OwnersWhoLeftDaysThatPassedAndMissedReviewsAreStalls) {
    Facts facts = perfect();
    facts.owner->left = true;
    facts.sponsor->left = true;
    facts.needing_goals.n = 4; // the step is open
    facts.marks[Step::goals] = {Named{PersonId{2}, "Bo Berg", true}, facts.today - 1, false, "", ""};
    facts.marks[Step::gaps] = {Named{PersonId{2}, "Bo Berg", true}, facts.today - 1, false, "", ""}; // done
    facts.next_review = facts.today - 1;
    facts.ends = facts.today - 1;
    std::vector<StallKind> kinds;
    for (const Stall& one : stalls(facts)) kinds.push_back(one.kind);
    EXPECT_THAT(kinds, ElementsAre(StallKind::owner_left, StallKind::sponsor_left, StallKind::step_owner_left,
                                   StallKind::step_late, StallKind::review_late, StallKind::ended));
    facts.state = StrategyState::draft; // whose reviews have not begun
    EXPECT_EQ(stalls(facts).size(), 4U);
    facts.state = StrategyState::closed;
    EXPECT_THAT(stalls(facts), IsEmpty());
}

} // namespace
} // namespace kunna::strategy
