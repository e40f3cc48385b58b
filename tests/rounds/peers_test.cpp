#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "notices/notices.hpp"
#include "round_company.hpp"
#include "rounds/peers.hpp"
#include "rounds/reminders.hpp"

#include <thread>

namespace kunna::rounds {
namespace {

// Eva (6) works beside Bo and Cia; Fia (7) in the office, under the same manager. Dag and Erik are no colleagues of
// theirs.
class Peers : public RoundCompany {
protected:
    static constexpr PersonId eva{6}, fia{7};

    void SetUp() override {
        RoundCompany::SetUp();
        execute("INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES"
                " (6, '0006', 'Eva', 'Elm', 15000, '', 'b'), (7, '0007', 'Fia', 'Falk', 15000, '', 'c');"
                "INSERT INTO position (person, unit, title, manager, valid_from) VALUES"
                " (6, 1, 'Fitter', 1, 15000), (7, 2, 'Buyer', 1, 15000);"
                "INSERT INTO account (id, email, email_folded, name, person, created) VALUES"
                " (16, 'v', 'v', 'Eva Elm', 6, 0), (17, 'f', 'f', 'Fia Falk', 7, 0);");
    }
    NewRound with_peers(int wished = 3) const {
        NewRound round = wanted();
        round.voices.push_back(Voice::peer);
        round.peers = wished;
        return round;
    }
    Result<PeersOf> name(const access::Actor& actor, RoundId round, PersonId person, PersonId peer) {
        return act([&](db::Tx& tx) { return name_peer(tx, actor, round, person, peer); });
    }
    Result<PeersOf> unname(const access::Actor& actor, RoundId round, PersonId person, PersonId peer) {
        return act([&](db::Tx& tx) { return unname_peer(tx, actor, round, person, peer); });
    }
    Result<void> decline(const access::Actor& actor, CaseId id) {
        return act([&](db::Tx& tx) { return decline_case(tx, actor, id); });
    }
    using RoundCompany::told;
    // "Cia Ceder proposed, Eva Elm confirmed gone"
    static std::string told(const Result<PeersOf>& of) {
        if (!of.ok()) return code(of);
        std::string text;
        for (const NamedPeer& one : of->peers)
            text += std::string{text.empty() ? "" : ", "} + one.name + " " + std::string{db::enum_name(one.state)} +
                    (one.gone ? " gone" : "") + (one.done ? " done" : "");
        return text;
    }
    std::string named(const access::Actor& actor, RoundId round, PersonId person) {
        const auto page = look([&](db::Tx& tx) { return peer_choice(tx, actor, round); });
        if (!page.ok()) return code(page);
        for (const PeersOf& one : page->people)
            if (one.person == person) return told(one);
        return "nobody";
    }
    std::string candidates(const access::Actor& actor, RoundId round, PersonId person, const char* words = "") {
        const auto found = look([&](db::Tx& tx) { return peer_candidates(tx, actor, round, person, words); });
        if (!found.ok()) return code(found);
        std::string text;
        for (const access::Colleague& one : *found) text += one.name + " (" + one.title + ") ";
        return text;
    }
    // The peer's case about a colleague.
    CaseId peer_case(PersonId peer) {
        for (const OpenCase& one : look([&](db::Tx& tx) { return my_rounds(tx, employee(peer)); }).cases)
            if (one.voice == Voice::peer) return one.case_;
        return {};
    }
    std::vector<std::string> standing(PersonId person) {
        std::vector<std::string> all;
        for (const auto& said : look([&](db::Tx& tx) { return assessments::evidence_of(tx, person); }))
            if (!said.ended) all.push_back(std::to_string(said.level) + " " + std::string{db::enum_name(said.source)});
        return all;
    }
};

TEST_P(Peers, ARoundWishesForSomeColleaguesBesideThePersonOrTheManager) {
    EXPECT_EQ(draft(with_peers(2))->peers, 2);
    EXPECT_EQ(told(draft(with_peers())->voices), "self 0 0 0, manager 0 0 0, peer 0 0 0");
    EXPECT_EQ(code(draft(with_peers(0))), "/peers round.peers_outside");
    EXPECT_EQ(code(draft(with_peers(6))), "/peers round.peers_outside");
    NewRound alone = with_peers();
    alone.voices = {Voice::peer};
    EXPECT_EQ(code(draft(alone)), "/voices round.no_voices");
    alone.voices = {Voice::self, Voice::assessor};
    EXPECT_EQ(code(draft(alone)), "/voices round.assessor_later");
}

TEST_P(Peers, OpeningMakesNoCaseForColleagues) {
    const RoundId round = opened(with_peers());
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, peer 0 0 0");
    EXPECT_FALSE(peer_case(cia).given());
}

TEST_P(Peers, ThePersonProposesAndTheManagerConfirms) {
    const RoundId round = opened(with_peers());
    EXPECT_EQ(told(name(employee(bo), round, bo, cia)), "Cia Ceder proposed");
    EXPECT_EQ(last_entry(), "round.peer_proposed " + std::to_string(round.value) + " person=2,peer=3");
    EXPECT_FALSE(peer_case(cia).given());
    const auto waits = look([&](db::Tx& tx) { return my_rounds(tx, manager(anna)); }).choices;
    ASSERT_EQ(waits.size(), 1U);
    EXPECT_EQ(waits[0].waiting, 1);
    EXPECT_EQ(told(name(manager(anna), round, bo, cia)), "Cia Ceder confirmed");
    ASSERT_TRUE(peer_case(cia).given());
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, peer 1 0 0");
    // Again changes nothing, whoever says it.
    const std::int64_t before = entries();
    EXPECT_EQ(told(name(manager(anna), round, bo, cia)), "Cia Ceder confirmed");
    EXPECT_EQ(told(name(employee(bo), round, bo, cia)), "Cia Ceder confirmed");
    EXPECT_EQ(entries(), before);
}

TEST_P(Peers, TheManagerNamesSomebodyDirectlyOrTurnsThemDown) {
    const RoundId round = opened(with_peers());
    EXPECT_EQ(told(name(manager(anna), round, bo, eva)), "Eva Elm confirmed");
    ASSERT_TRUE(name(employee(bo), round, bo, cia).ok());
    EXPECT_EQ(told(unname(manager(anna), round, bo, cia)), "Cia Ceder turned_down, Eva Elm confirmed");
    EXPECT_EQ(code(name(employee(bo), round, bo, cia)), "round.peer_turned_down");
    EXPECT_EQ(code(unname(employee(bo), round, bo, eva)), "round.peer_confirmed");
    EXPECT_EQ(told(unname(manager(anna), round, bo, eva)), "Cia Ceder turned_down, Eva Elm turned_down");
    EXPECT_FALSE(peer_case(eva).given());
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, peer 0 0 0");
    EXPECT_EQ(told(name(manager(anna), round, bo, cia)), "Cia Ceder confirmed, Eva Elm turned_down");
}

TEST_P(Peers, AColleagueIsToldWhenConfirmedAndRemindedWhileSomethingIsLeft) {
    const auto told_to = [&](PersonId person) {
        std::string titles;
        for (const auto& one :
             look([&](db::Tx& tx) { return notices::newest(tx, employee(person), std::int64_t{1} << 60, 50); }))
            titles += one.text + "|";
        return titles;
    };
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(employee(bo), round, bo, eva).ok());
    EXPECT_EQ(told_to(eva), "") << "a proposal is between the person and the manager";
    ASSERT_TRUE(name(manager(anna), round, bo, eva).ok());
    ASSERT_TRUE(name(manager(anna), round, cia, eva).ok());
    const std::string asked = "Du är utsedd att svara om en kollega, senast 5 december 2026. Den som det gäller ser "
                              "ditt namn.|";
    EXPECT_EQ(told_to(eva), asked) << "once a day, however many colleagues it is about";
    clock.set("2026-11-28");
    remind_due(*db);
    EXPECT_EQ(told_to(eva), "2 personer väntar fortfarande på dina svar om dem, senast 5 december 2026.|" + asked);
    for (const OpenCase& left : look([&](db::Tx& tx) { return my_rounds(tx, employee(eva)); }).cases) {
        if (left.voice != Voice::peer) continue;
        const auto asked_for = look([&](db::Tx& tx) { return form(tx, employee(eva), left.case_); });
        for (const FormSkill& one : asked_for->skills)
            ASSERT_TRUE(say(employee(eva), left.case_, one.skill.id, 2).ok());
    }
    const std::string before = told_to(eva);
    clock.set("2026-12-02");
    remind_due(*db);
    EXPECT_EQ(told_to(eva), before) << "nobody waits any longer";
}

TEST_P(Peers, AProposalIsTakenBackAsIfItHadNotBeenMade) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(employee(bo), round, bo, cia).ok());
    EXPECT_EQ(told(unname(employee(bo), round, bo, cia)), "");
    EXPECT_EQ(code(unname(employee(bo), round, bo, cia)), "person.not_found");
}

TEST_P(Peers, OnlyColleaguesAreKnownByNameAndMayBeNamed) {
    const RoundId round = opened(with_peers());
    EXPECT_EQ(candidates(employee(bo), round, bo), "Cia Ceder (Fitter) Eva Elm (Fitter) Fia Falk (Buyer) ");
    EXPECT_EQ(candidates(manager(anna), round, bo, "FAL"), "Fia Falk (Buyer) ");
    EXPECT_EQ(candidates(employee(bo), round, bo, "dag"), "");
    // Oneself, one's manager, people elsewhere and people there are not: one answer to them all.
    for (const PersonId other : {bo, anna, dag, erik, PersonId{987}})
        EXPECT_EQ(code(name(employee(bo), round, bo, other)), "person.not_found") << other.value;
    for (const PersonId other : {bo, anna, dag, PersonId{987}})
        EXPECT_EQ(code(name(manager(anna), round, bo, other)), "person.not_found") << other.value;
    ASSERT_TRUE(name(employee(bo), round, bo, cia).ok());
    EXPECT_EQ(candidates(employee(bo), round, bo), "Eva Elm (Fitter) Fia Falk (Buyer) ");
}

TEST_P(Peers, OnlyThePersonAndTheManagerOfTheDayChoose) {
    const RoundId round = opened(with_peers());
    for (const access::Actor& other : {employee(cia), manager(erik), employee(dag), hr("Rättelse")}) {
        EXPECT_EQ(code(name(other, round, bo, cia)), "round.not_found");
        EXPECT_EQ(code(unname(other, round, bo, cia)), "round.not_found");
        EXPECT_EQ(candidates(other, round, bo), "round.not_found");
    }
    EXPECT_EQ(named(employee(dag), round, bo), "round.not_found");
    EXPECT_EQ(named(employee(cia), round, bo), "nobody");
    // Not in the round: nothing to choose.
    EXPECT_EQ(code(name(employee(eva), round, eva, bo)), "round.not_found");
    // Bo comes under Erik.
    execute("UPDATE position SET manager = 5 WHERE person = 2");
    EXPECT_EQ(code(name(manager(anna), round, bo, cia)), "round.not_found");
    EXPECT_EQ(told(name(manager(erik), round, bo, cia)), "Cia Ceder confirmed");
    // Nor does a round without colleagues have a choice.
    EXPECT_EQ(named(employee(bo), opened(), bo), "round.not_found");
}

TEST_P(Peers, NoMoreAreNamedThanAreWished) {
    const RoundId round = opened(with_peers(1));
    ASSERT_TRUE(name(employee(bo), round, bo, cia).ok());
    EXPECT_EQ(code(name(employee(bo), round, bo, eva)), "round.peers_enough");
    EXPECT_EQ(code(name(manager(anna), round, bo, eva)), "round.peers_enough");
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    // Whoever has left takes no place.
    execute("UPDATE person SET left_on = 20000 WHERE id = 3");
    EXPECT_EQ(told(name(manager(anna), round, bo, eva)), "Cia Ceder confirmed gone, Eva Elm confirmed");
}

TEST_P(Peers, TheFormTellsTheColleaguesNameAndNothingThatWasSaid) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(say(employee(bo), own_case(bo), welding, 5).ok());
    ASSERT_TRUE(say(manager(anna), team_case(manager(anna), round, bo), welding, 2).ok());
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    ASSERT_TRUE(name(manager(anna), round, bo, eva).ok());
    ASSERT_TRUE(say(employee(eva), peer_case(eva), welding, 1).ok());
    const auto shown = look([&](db::Tx& tx) { return form(tx, employee(cia), peer_case(cia)); });
    ASSERT_TRUE(shown.ok()) << code(shown);
    EXPECT_EQ(shown->person, "Bo Berg");
    EXPECT_EQ(shown->voice, Voice::peer);
    ASSERT_EQ(shown->skills.size(), 3U);
    for (const FormSkill& one : shown->skills) {
        EXPECT_FALSE(one.before);
        EXPECT_FALSE(one.answer);
    }
    const auto said = say(employee(cia), peer_case(cia), welding, 3);
    ASSERT_TRUE(said.ok()) << code(said);
    EXPECT_FALSE(said->self);
    // Nor does the manager's grid mix it in.
    EXPECT_EQ(team(*db, manager(anna), round)->people[0].cells[0]->answer->level, 2);
}

TEST_P(Peers, AnAnswerBecomesAStatementWithTheColleaguesName) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    const CaseId id = peer_case(cia);
    ASSERT_TRUE(say(employee(cia), id, welding, 3).ok());
    EXPECT_EQ(standing(bo), std::vector<std::string>{"3 peer"});
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, peer 1 1 0");
    const auto history = look([&](db::Tx& tx) {
        return assessments::history(tx, access::visible_people(tx, employee(bo), access::Sight::levels), bo);
    });
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(history[0].assessor_name, "Cia Ceder");
    const auto stored = look([&](db::Tx& tx) {
        return answers_about(tx, access::visible_people(tx, employee(bo), access::Sight::levels), bo);
    });
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_EQ(stored[0].voice, Voice::peer);
    EXPECT_EQ(stored[0].by, "Cia Ceder");
    ASSERT_TRUE(say(employee(cia), id, safety, {AnswerKind::unknown, {}}).ok());
    ASSERT_TRUE(say(employee(cia), id, talks, 1).ok());
    EXPECT_EQ(named(employee(bo), round, bo), "Cia Ceder confirmed done");
    // Changed and taken back like anybody's.
    ASSERT_TRUE(say(employee(cia), id, welding, 4).ok());
    EXPECT_EQ(unsay(employee(cia), id, talks)->answered, 2);
    EXPECT_EQ(standing(bo), std::vector<std::string>{"4 peer"});
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, peer 1 1 0");
}

TEST_P(Peers, WithoutACaseNobodyStatesAnythingAsAColleague) {
    opened(with_peers());
    const auto tried = act([&](db::Tx& tx) {
        return assessments::record(tx, employee(cia), {bo, welding, 3, assessments::Source::peer, {}, {}, {}});
    });
    EXPECT_EQ(code(tried), "person.not_found");
}

TEST_P(Peers, ACaseIsTheColleaguesAlone) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    const CaseId id = peer_case(cia);
    for (const access::Actor& other : {employee(bo), employee(eva), manager(anna), hr("Rättelse")}) {
        EXPECT_EQ(code(say(other, id, welding, 3)), "round.case_not_found");
        EXPECT_EQ(code(look([&](db::Tx& tx) { return form(tx, other, id); })), "round.case_not_found");
        EXPECT_EQ(code(decline(other, id)), "round.case_not_found");
    }
}

TEST_P(Peers, AColleagueMayDeclineAsLongAsNothingIsAnswered) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    const CaseId id = peer_case(cia);
    ASSERT_TRUE(say(employee(cia), id, welding, 3).ok());
    EXPECT_EQ(code(decline(employee(cia), id)), "round.case_answered");
    EXPECT_EQ(code(unname(manager(anna), round, bo, cia)), "round.case_answered");
    ASSERT_TRUE(unsay(employee(cia), id, welding).ok());
    ASSERT_TRUE(decline(employee(cia), id).ok());
    EXPECT_FALSE(peer_case(cia).given());
    EXPECT_EQ(named(employee(bo), round, bo), "Cia Ceder declined");
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, peer 0 0 0");
    EXPECT_EQ(code(name(manager(anna), round, bo, cia)), "round.peer_declined");
    EXPECT_EQ(code(decline(employee(bo), own_case(bo))), "round.case_not_found");
}

TEST_P(Peers, WhoHasLeftOrMovedAwayDropsOutAndWhatTheySaidStands) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    ASSERT_TRUE(name(manager(anna), round, bo, eva).ok());
    const CaseId cias = peer_case(cia);
    const CaseId evas = peer_case(eva);
    ASSERT_TRUE(say(employee(cia), cias, welding, 3).ok());
    execute(
        "UPDATE person SET left_on = 20000 WHERE id = 3; UPDATE position SET unit = 2, manager = 5 WHERE person = 6");
    EXPECT_EQ(code(say(employee(cia), cias, safety, 3)), "round.case_not_found");
    EXPECT_EQ(code(say(employee(eva), evas, safety, 3)), "round.case_not_found");
    EXPECT_FALSE(peer_case(eva).given());
    EXPECT_EQ(named(employee(bo), round, bo), "Cia Ceder confirmed gone, Eva Elm confirmed gone");
    EXPECT_EQ(standing(bo), std::vector<std::string>{"3 peer"});
}

TEST_P(Peers, AClosedRoundTakesNoChoices) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    const CaseId id = peer_case(cia);
    ASSERT_TRUE(close(round).ok());
    EXPECT_EQ(code(name(employee(bo), round, bo, eva)), "round.closed");
    EXPECT_EQ(code(unname(manager(anna), round, bo, cia)), "round.closed");
    EXPECT_EQ(code(decline(employee(cia), id)), "round.closed");
    EXPECT_EQ(code(say(employee(cia), id, welding, 3)), "round.closed");
}

TEST_P(Peers, WhoWasNamedIsToldToThePersonAndToWhoeverWasAsked) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(employee(bo), round, bo, cia).ok());
    ASSERT_TRUE(name(employee(bo), round, bo, eva).ok());
    ASSERT_TRUE(name(manager(anna), round, bo, eva).ok());
    const auto about = [&](const access::Actor& actor, PersonId person) {
        std::string text;
        for (const StoredNaming& one : look([&](db::Tx& tx) {
                 return namings_about(tx, access::visible_people(tx, actor, access::Sight::levels), person);
             }))
            text += one.person + " " + one.peer + " " + std::string{db::enum_name(one.state)} + "; ";
        return text;
    };
    EXPECT_EQ(about(employee(bo), bo), "Bo Berg Cia Ceder proposed; Bo Berg Eva Elm confirmed; ");
    EXPECT_EQ(about(employee(eva), eva), "Bo Berg Eva Elm confirmed; ");
    EXPECT_EQ(about(employee(cia), cia), "");
    EXPECT_EQ(about(employee(cia), bo), "");
}

TEST_P(Peers, ConfirmedByManyAtOnceThereIsOneCase) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(employee(bo), round, bo, cia).ok());
    std::vector<std::thread> all;
    for (int i = 0; i < 8; ++i)
        all.emplace_back([&] { EXPECT_EQ(told(name(manager(anna), round, bo, cia)), "Cia Ceder confirmed"); });
    for (std::thread& one : all) one.join();
    EXPECT_EQ(told(how_far(round).voices), "self 2 0 0, manager 2 0 0, peer 1 0 0");
}

TEST_P(Peers, TheMeetingAboutDifferencesHearsThemToo) {
    const RoundId round = opened(with_peers());
    ASSERT_TRUE(name(manager(anna), round, bo, cia).ok());
    ASSERT_TRUE(say(employee(bo), own_case(bo), welding, 5).ok());
    ASSERT_TRUE(say(manager(anna), team_case(manager(anna), round, bo), welding, 2).ok());
    ASSERT_TRUE(say(employee(cia), peer_case(cia), welding, 4).ok());
    const auto meeting = calibration_meeting(*db, manager(anna), {round, {}});
    ASSERT_EQ(meeting->items.size(), 1U);
    ASSERT_EQ(meeting->items[0].beside.size(), 1U);
    EXPECT_EQ(meeting->items[0].beside[0].voice, Voice::peer);
    EXPECT_EQ(meeting->items[0].beside[0].level, 4);
    EXPECT_EQ(meeting->items[0].beside[0].by, "Cia Ceder");
}

INSTANTIATE_ON_BOTH(Peers);

} // namespace
} // namespace kunna::rounds
