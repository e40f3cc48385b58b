// Drafting, anchoring, overriding, activating and closing a strategy.
#include "strategy_company.hpp"

#include <gmock/gmock.h>

namespace kunna::strategy {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Strategies : public StrategyCompany {};

TEST_P(Strategies, ADraftSaysWhoAnswersForItAndWhatItMayCost) {
    drafted();
    const Strategy made = now();
    EXPECT_EQ(made.name.sv, "Kompetens 2030");
    EXPECT_EQ(made.state, StrategyState::draft);
    EXPECT_EQ(made.owner->name, "Anna Alm");
    EXPECT_EQ(made.sponsor->name, "Erik Ek");
    ASSERT_EQ(made.years.size(), 2U);
    EXPECT_EQ(made.years[1].budget, 6'000'000);
    EXPECT_EQ(made.quiet_days, 30);
    EXPECT_EQ(last_entry().substr(0, 17), "strategy.sponsor ");
}

TEST_P(Strategies, WhatMakesNoStrategyIsRefusedAtItsPlace) {
    const auto refused = [&](auto&& change) {
        StrategyInput input = wanted();
        change(input);
        return code(draft(input));
    };
    EXPECT_EQ(refused([](auto& s) { s.name = {" ", ""}; }), "/name/sv strategy.name_missing");
    EXPECT_EQ(refused([](auto& s) { s.ends = s.starts; }), "/ends strategy.ends_before_starts");
    EXPECT_EQ(refused([](auto& s) { s.starts = day("2020-01-01"), s.ends = day("2026-11-20"), s.years = {}; }),
              "/ends strategy.ends_passed");
    EXPECT_EQ(refused([](auto& s) { s.sponsor = PersonId{99}; }), "/sponsor person.not_found");
    EXPECT_EQ(refused([](auto& s) { s.years[1].year = 2031; }), "/years/1/year strategy.year_outside");
    EXPECT_EQ(refused([](auto& s) { s.years[1].year = 2027; }), "/years/1/year strategy.year_twice");
    EXPECT_EQ(refused([](auto& s) { s.years[0].budget = -1; }), "/years/0/budget strategy.amount_outside");
    EXPECT_EQ(refused([](auto& s) { s.years[0].hours = 2001; }), "/years/0/hours strategy.amount_outside");
    EXPECT_EQ(refused([](auto& s) { s.quiet_days = 6; }), "/quiet_days strategy.quiet_outside");
    EXPECT_EQ(refused([](auto& s) { s.next_review = day("2026-11-20"); }), "/next_review strategy.review_passed");
    execute("UPDATE person SET left_on = 20000 WHERE id = 5");
    EXPECT_EQ(refused([](auto&) {}), "/sponsor strategy.person_left");
}

TEST_P(Strategies, HrOfEverythingAndExecutivesRunItAndNobodyElse) {
    EXPECT_TRUE(draft(wanted(), executive(erik)).ok()); // who sees nobody but names those who lead
    EXPECT_EQ(code(draft(wanted(), hr_of_office())), "strategy.not_yours");
    StrategyInput other = wanted();
    other.owner = cia;
    EXPECT_EQ(code(draft(other, executive(dag))), "/owner person.not_found");
    other.owner = dag; // oneself
    EXPECT_TRUE(draft(other, executive(dag)).ok());
    drafted();
    EXPECT_EQ(code(edit(wanted(), {}, hr_of_office())), "strategy.not_yours");
    EXPECT_EQ(code(edit(wanted(), {}, manager(anna))), "strategy.not_yours");
}

TEST_P(Strategies, OfTwoEditorsAtOnceTheSecondIsToldAndNothingIsLost) {
    drafted();
    const std::int64_t seen = now().version;
    StrategyInput first = wanted();
    first.aim = "Alla linjer kan köra den nya cellen.";
    ASSERT_TRUE(edit(first, seen).ok());
    StrategyInput second = wanted();
    second.aim = "Något annat";
    EXPECT_EQ(code(edit(second, seen)), "http.stale");
    EXPECT_EQ(now().aim, first.aim);
    EXPECT_EQ(code(asked(UnitId{1}, supports(), seen)), "http.stale");
    EXPECT_TRUE(asked(UnitId{1}, supports(), now().version).ok());
}

TEST_P(Strategies, ActivationNamesEachThingThatIsLackingAtItsPlace) {
    StrategyInput bare = wanted();
    bare.owner.reset();
    bare.sponsor.reset();
    const auto made = draft(bare);
    ASSERT_TRUE(made.ok());
    id = made->id;
    const auto all = places(activated());
    for (const char* lack :
         {"/owner strategy.lack.owner", "/sponsor strategy.lack.sponsor", "/decided strategy.lack.decision",
          "/documents strategy.lack.decision_document", "/consultations strategy.lack.consultations",
          "/negotiations strategy.lack.negotiation", "/readiness/execution strategy.lack.red"})
        EXPECT_THAT(all, Contains(lack));
    EXPECT_EQ(now().state, StrategyState::draft);
}

TEST_P(Strategies, AnsweringUnitsOutcomeAndMinutesAreAskedForOneByOne) {
    drafted();
    ASSERT_TRUE(asked(UnitId{1}, {day("2026-11-10"), {}, {}, ""}).ok());
    ASSERT_TRUE(negotiated(Outcome::central).ok());
    const auto all = places(activated());
    EXPECT_THAT(all, Contains("/consultations strategy.lack.consultations")); // the office has not been asked
    EXPECT_THAT(all, Contains("/consultations strategy.lack.answers"));
    EXPECT_THAT(all, Contains("/negotiations strategy.lack.outcome"));
    EXPECT_THAT(all, Contains("/negotiations strategy.lack.minutes"));
    EXPECT_THAT(all, Not(Contains("/negotiations strategy.lack.negotiation")));
    EXPECT_EQ(stands().to_consult.size(), 1U);
    EXPECT_EQ(stands().to_consult[0].name, "Office");
}

TEST_P(Strategies, AnAnchoredDraftStillNeedsReadinessWithoutARed) {
    anchored();
    for (const std::string& place : places(activated())) EXPECT_THAT(place, StartsWith("/readiness/"));
    EXPECT_EQ(now().state, StrategyState::draft);
}

TEST_P(Strategies, OnlyTheSponsorsOwnAccountOverridesAndInWordsOfSubstance) {
    anchored();
    EXPECT_EQ(code(overridden(hr())), "strategy.only_sponsor");
    EXPECT_EQ(code(overridden(executive(anna))), "strategy.only_sponsor");
    EXPECT_EQ(code(overridden(manager(erik), "Kör.")), "/why strategy.words_missing");
    const auto said = overridden();
    ASSERT_TRUE(said.ok()) << code(said);
    EXPECT_EQ(said->override_->by, "Erik Ek");
    const auto active = activated();
    ASSERT_TRUE(active.ok()) << code(active);
    EXPECT_EQ(active->state, StrategyState::active);
    const auto log = look([&](db::Tx& tx) { return log_of(tx, id); });
    EXPECT_EQ(log[0].kind, EntryKind::activated);
    EXPECT_EQ(log[0].by, "Hanna HR");
    EXPECT_EQ(log[1].kind, EntryKind::overridden);
    EXPECT_EQ(log[1].by, "Erik Ek");
    EXPECT_EQ(log[1].why, "Vi börjar med de linjer som är redo och tar resten i vår.");
}

TEST_P(Strategies, AnotherSponsorMakesTheOverrideVoidAndOneWhoLeftOverridesNothing) {
    anchored();
    ASSERT_TRUE(overridden().ok());
    StrategyInput other = wanted();
    other.sponsor = anna;
    ASSERT_TRUE(edit(other).ok());
    EXPECT_FALSE(now().override_);
    EXPECT_FALSE(activated().ok());
    ASSERT_TRUE(edit(wanted()).ok());
    ASSERT_TRUE(overridden().ok());
    execute("UPDATE person SET left_on = 20000 WHERE id = 5");
    EXPECT_THAT(places(activated()), ElementsAre("/sponsor strategy.lack.sponsor"));
}

TEST_P(Strategies, OneIsActiveAtATimeAndWhatIsClosedIsNotChanged) {
    anchored();
    ASSERT_TRUE(overridden().ok());
    ASSERT_TRUE(activated().ok());
    EXPECT_EQ(code(activated()), "strategy.not_draft");
    const StrategyId first = id;
    anchored();
    ASSERT_TRUE(overridden().ok());
    EXPECT_EQ(code(activated()), "strategy.other_active");
    const auto close = [&](const char* why) {
        return act([&](db::Tx& tx) { return close_strategy(tx, hr(), first, {why}); });
    };
    EXPECT_EQ(code(close("  ")), "/why strategy.words_missing");
    ASSERT_TRUE(close("Perioden är slut").ok());
    EXPECT_TRUE(activated().ok());
    id = first;
    EXPECT_EQ(code(edit(wanted())), "strategy.closed");
    EXPECT_EQ(code(decided()), "strategy.closed");
}

TEST_P(Strategies, ConsultationsSayWhenAndWhatWasAnswered) {
    drafted();
    const auto with = [&](std::optional<Date> answered, std::optional<Stance> stance, const char* answer = "") {
        return code(asked(UnitId{1}, {day("2026-11-10"), answered, stance, answer}));
    };
    EXPECT_EQ(code(asked(UnitId{9}, supports())), "/unit unit.not_found");
    EXPECT_EQ(with(day("2026-11-18"), {}), "/stance strategy.stance_missing");
    EXPECT_EQ(with({}, Stance::support), "/answered strategy.stance_missing");
    EXPECT_EQ(with(day("2026-11-09"), Stance::support), "/answered strategy.answer_before_asking");
    EXPECT_EQ(with(day("2026-11-22"), Stance::support), "/answered strategy.day_ahead");
    EXPECT_EQ(with(day("2026-11-18"), Stance::against), "/answer strategy.answer_missing");
    EXPECT_EQ(with(day("2026-11-18"), Stance::reservations, "Inte under juli"), "");
    const auto told = look([&](db::Tx& tx) { return anchoring(tx, id); });
    ASSERT_EQ(told.consultations.size(), 1U);
    EXPECT_EQ(told.consultations[0].answer, "Inte under juli");
    EXPECT_EQ(told.consultations[0].unit_name, "Line");
    const auto remove = [&] { return act([&](db::Tx& tx) { return remove_consultation(tx, hr(), id, UnitId{1}); }); };
    EXPECT_TRUE(remove().ok());
    EXPECT_EQ(code(remove()), "unit.not_found");
}

TEST_P(Strategies, ANegotiationWithMinutesStaysAndAFileComesBackAsItWas) {
    drafted();
    EXPECT_EQ(code(negotiated(Outcome::agreed, "2026-11-30")), "/day strategy.day_ahead");
    EXPECT_TRUE(negotiated(Outcome::pending, "2026-11-30").ok());
    const auto held = negotiated();
    const auto file = act([&](db::Tx& tx) { return add_file(tx, hr(), id, *held, "protokoll.pdf", "%PDF"); });
    ASSERT_TRUE(file.ok()) << code(file);
    const auto remove = [&] { return act([&](db::Tx& tx) { return remove_negotiation(tx, hr(), id, *held); }); };
    EXPECT_EQ(code(remove()), "strategy.negotiation_has_minutes");
    const auto read = look([&](db::Tx& tx) { return stored_file(tx, file->id); });
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->bytes, "%PDF");
    EXPECT_EQ(read->content_type, "application/pdf");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return add_file(tx, hr(), id, {}, "tom.pdf", ""); })),
              "attachment.file_empty");
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return add_link(tx, hr(), id, {"javascript:alert(1)", "", {}});
              })),
              "/link attachment.link_wrong");
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return add_link(tx, hr(), id, {"https://a.example", "", NegotiationId{99}});
              })),
              "strategy.negotiation_not_found");
    EXPECT_TRUE(act([&](db::Tx& tx) { return remove_document(tx, hr(), file->id); }).ok());
    EXPECT_TRUE(remove().ok());
}

TEST_P(Strategies, TheLogOnlyGrowsAndEveryActStandsInItAndInTheTrail) {
    drafted();
    const auto entries = [&] { return look([&](db::Tx& tx) { return log_of(tx, id).size(); }); };
    std::size_t before = entries();
    EXPECT_EQ(before, 3U); // made, owner, sponsor
    ASSERT_TRUE(decided().ok());
    EXPECT_EQ(entries(), ++before);
    EXPECT_THAT(last_entry(), StartsWith("strategy.decided "));
    ASSERT_TRUE(asked(UnitId{1}, supports()).ok());
    EXPECT_EQ(entries(), ++before);
    const auto noted = act([&](db::Tx& tx) { return note(tx, hr(), id, {"Mentorer först", "Billigast per nivå"}); });
    ASSERT_TRUE(noted.ok());
    EXPECT_EQ(noted->what, "Mentorer först");
    EXPECT_EQ(entries(), ++before);
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return note(tx, hr(), id, {"Mentorer först", ""});
              })),
              "/why strategy.words_missing");
    ASSERT_TRUE(act([&](db::Tx& tx) { return remove_consultation(tx, hr(), id, UnitId{1}); }).ok());
    EXPECT_EQ(entries(), ++before);
}

TEST_P(Strategies, EverybodyReadsTheActiveOneWithoutWhatOthersAnswered) {
    anchored();
    ASSERT_TRUE(asked(UnitId{1}, {day("2026-11-10"), day("2026-11-18"), Stance::against, "För tidigt"}).ok());
    const auto read = [&] { return look([&](db::Tx& tx) { return written_for_all(tx, employee(bo)); }); };
    EXPECT_EQ(code(read()), "strategy.none_active");
    ASSERT_TRUE(overridden().ok());
    ASSERT_TRUE(activated().ok());
    const auto told = read();
    ASSERT_TRUE(told.ok());
    EXPECT_EQ(told->strategy.name.en, "Skills 2030");
    ASSERT_EQ(told->anchoring.consultations.size(), 2U);
    EXPECT_EQ(told->anchoring.consultations[0].answer, "");
    EXPECT_FALSE(told->anchoring.consultations[0].stance);
    EXPECT_EQ(told->anchoring.negotiations[0].note, "");
    EXPECT_FALSE(told->strategy.override_);
    EXPECT_FALSE(told->readiness);
    EXPECT_THAT(told->log, IsEmpty());
}

INSTANTIATE_ON_BOTH(Strategies);

} // namespace
} // namespace kunna::strategy
