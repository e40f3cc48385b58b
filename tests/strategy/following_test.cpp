// Following a strategy: steps by hand, evidence, reviews that freeze what was seen, and the alarm.
#include "notices/notices.hpp"
#include "strategy_company.hpp"

#include <gmock/gmock.h>

namespace kunna::strategy {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Following : public StrategyCompany {
protected:
    void active() {
        anchored();
        ASSERT_TRUE(overridden().ok());
        ASSERT_TRUE(activated().ok());
    }
    Result<Review> review(const char* decided = "Mer tid till linje C.", const char* next = "2027-02-15") {
        const auto workforce = workforces.current();
        return act([&](db::Tx& tx) { return hold_review(tx, *workforce, hr(), id, {decided, day(next)}); });
    }
    std::vector<std::string> told(PersonId person) {
        std::vector<std::string> texts;
        for (const auto& one :
             look([&](db::Tx& tx) { return notices::newest(tx, employee(person), std::int64_t{1} << 60, 50); }))
            texts.push_back(one.title + ". " + one.text);
        return texts;
    }
    JourneyStep step(Step wanted) {
        for (JourneyStep& one : stands().journey)
            if (one.step == wanted) return std::move(one);
        return {};
    }
    void alarm(const char* on) {
        clock.set(on);
        tell_stalls(*db, workforces);
    }
};

TEST_P(Following, AStepByHandIsDoneWithANoteAndASeenStepIsNotTicked) {
    drafted();
    EXPECT_EQ(code(marked(Step::plan, {cia, {}, true, "", ""})), "/done strategy.step_evidence");
    EXPECT_EQ(code(marked(Step::gaps, {cia, {}, true, "Klart", ""})), "/done strategy.step_seen");
    EXPECT_EQ(code(marked(Step::plan, {cia, day("2026-11-20"), false, "", ""})), "/due strategy.due_passed");
    EXPECT_EQ(code(marked(Step::plan, {cia, {}, false, "", "ftp://plan"})), "/link attachment.link_wrong");
    ASSERT_TRUE(marked(Step::plan, {cia, day("2026-12-20"), true, "Planen är antagen", "https://plan.example"}).ok());
    EXPECT_EQ(step(Step::plan).state, StepState::done);
    EXPECT_EQ(step(Step::plan).owner->name, "Cia Ceder");
    EXPECT_EQ(look([&](db::Tx& tx) { return log_of(tx, id); })[0].what, "plan");
}

TEST_P(Following, WhoAnswersForAStepMarksItAndNobodyElsesAndHandsItToNobody) {
    drafted();
    ASSERT_TRUE(marked(Step::talks, {anna, {}, false, "", ""}).ok());
    EXPECT_TRUE(marked(Step::talks, {anna, {}, true, "Alla har haft samtal", ""}, manager(anna)).ok());
    EXPECT_EQ(code(marked(Step::learn, {anna, {}, true, "Klart", ""}, manager(anna))), "strategy.not_yours");
    EXPECT_EQ(code(marked(Step::talks, {bo, {}, false, "", ""}, manager(anna))), "strategy.not_yours");
}

TEST_P(Following, EvidenceAnswersOnlyWhatKunnaCannotCompute) {
    drafted();
    const auto say = [&](Criterion criterion, int score, const char* evidence) {
        return code(act([&](db::Tx& tx) { return give_evidence(tx, hr(), id, criterion, {score, evidence, ""}); }));
    };
    EXPECT_EQ(say(Criterion::needs_analysis, 2, "Allt är klart redan"), "strategy.criterion_computed");
    EXPECT_EQ(say(Criterion::channels, 3, "Allt är klart redan"), "/score strategy.score_outside");
    EXPECT_EQ(say(Criterion::channels, 2, "Ja"), "/evidence strategy.words_missing");
    EXPECT_EQ(say(Criterion::channels, 2, "Plattform, mentorer och nätverk finns"), "");
    const CriterionScore said = stands().readiness.questions[3].criteria[3];
    EXPECT_EQ(said.score, 2);
    EXPECT_EQ(said.said->by, "Hanna HR");
    EXPECT_EQ(said.said->evidence, "Plattform, mentorer och nätverk finns");
}

TEST_P(Following, AReviewFreezesWhatWasSeenAndSetsTheNext) {
    drafted();
    EXPECT_EQ(code(review()), "strategy.not_active");
    active();
    EXPECT_EQ(code(review("Kör på")), "/decided strategy.words_missing");
    EXPECT_EQ(code(review("Mer tid till linje C.", "2026-11-21")), "/next strategy.next_outside");
    EXPECT_EQ(code(review("Mer tid till linje C.", "2027-11-22")), "/next strategy.next_outside");
    const auto held = review();
    ASSERT_TRUE(held.ok()) << code(held);
    EXPECT_EQ(held->seen.people, 5);
    ASSERT_EQ(held->seen.readiness.size(), 4U);
    const int before = held->seen.readiness[3].percent;
    EXPECT_EQ(step(Step::adjust).state, StepState::under_way); // nothing has been changed yet
    clock.pass(std::chrono::hours{1});
    ASSERT_TRUE(act([&](db::Tx& tx) {
                    return give_evidence(tx, hr(), id, Criterion::channels, {2, "Plattform och mentorer", ""});
                }).ok());
    EXPECT_GT(stands().readiness.questions[3].percent, before);
    EXPECT_EQ(stands().last_review->seen.readiness[3].percent, before); // as it was that day
    EXPECT_EQ(now().next_review, day("2027-02-15"));
    EXPECT_EQ(step(Step::follow_up).state, StepState::done);
    EXPECT_EQ(step(Step::adjust).state, StepState::done); // something was changed after it
}

TEST_P(Following, OwnerAndSponsorAreToldWhenNothingHasMovedAndAgainAfterAWeek) {
    active();
    tell_stalls(*db, workforces);
    alarm("2026-12-21");
    EXPECT_THAT(told(anna), IsEmpty());
    alarm("2026-12-22");
    tell_stalls(*db, workforces); // another server
    EXPECT_THAT(told(anna), ElementsAre("Strategin står still: Kompetens 2030. En sak har stannat av. Öppna strategin "
                                        "för att se vad, och ta nästa steg."));
    EXPECT_EQ(told(erik).size(), 1U);
    EXPECT_THAT(told(bo), IsEmpty());
    EXPECT_EQ(last_entry(), "strategy.alarm " + std::to_string(id.value) + " accounts=2");
    alarm("2026-12-28");
    EXPECT_EQ(told(anna).size(), 1U);
    alarm("2026-12-29");
    EXPECT_EQ(told(anna).size(), 2U);
    ASSERT_TRUE(act([&](db::Tx& tx) { return note(tx, hr(), id, {"Omstart", "Ny projektledare"}); }).ok());
    alarm("2027-01-10");
    EXPECT_EQ(told(anna).size(), 2U);
}

TEST_P(Following, SomethingNewThatStopsIsToldAtOnceAndToThoseWhoAreStillHere) {
    active();
    alarm("2026-12-22");
    EXPECT_EQ(told(erik).size(), 1U);
    execute("UPDATE person SET left_on = 20809 WHERE id = 1"); // Anna, on 22 December
    alarm("2026-12-23");
    ASSERT_EQ(told(erik).size(), 2U);
    EXPECT_EQ(told(erik)[0],
              "Strategin står still: Kompetens 2030. 2 saker har stannat av. Öppna strategin för att se vad, och ta "
              "nästa steg.");
    EXPECT_EQ(told(anna).size(), 1U);
}

TEST_P(Following, AMissedReviewIsAStall) {
    active();
    clock.set("2027-01-16");
    std::vector<StallKind> kinds;
    for (const Stall& one : stands().stalls) kinds.push_back(one.kind);
    EXPECT_THAT(kinds, ElementsAre(StallKind::quiet, StallKind::review_late));
}

INSTANTIATE_ON_BOTH(Following);

} // namespace
} // namespace kunna::strategy
