// Telling people of rounds: at the opening, and again those who still have something to answer.
#include "notices/notices.hpp"
#include "notices/sender.hpp"
#include "round_company.hpp"
#include "rounds/reminders.hpp"
#include "support/mail_server.hpp"

#include <gmock/gmock.h>

namespace kunna::rounds {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RoundReminders : public RoundCompany {
protected:
    std::vector<std::string> told(PersonId person) {
        std::vector<std::string> texts;
        for (const auto& one :
             look([&](db::Tx& tx) { return notices::newest(tx, employee(person), std::int64_t{1} << 60, 50); }))
            texts.push_back(one.title + ": " + one.text);
        return texts;
    }
    Result<Reminders> by_hand(RoundId round, const access::Actor& actor = hr()) {
        return act([&](db::Tx& tx) { return remind(tx, actor, round); });
    }
    Reminders seen(RoundId round) {
        return *look([&](db::Tx& tx) { return reminders(tx, hr(), round); });
    }
    // From 21 November to 5 December: half time is the 28th, then the 2nd and the 4th.
};

TEST_P(RoundReminders, WhoIsAskedIsToldWhenTheRoundOpensAndManagersOnceForTheTeam) {
    opened();
    EXPECT_THAT(
        told(bo),
        ElementsAre("Kartläggning: Höstens kartläggning: Du har 3 frågor att svara på, senast 5 december 2026."));
    EXPECT_THAT(
        told(cia),
        ElementsAre("Kartläggning: Höstens kartläggning: Du har 2 frågor att svara på, senast 5 december 2026."));
    EXPECT_THAT(told(anna), ElementsAre("Ditt team i kartläggningen Höstens kartläggning: 2 medarbetare väntar på din "
                                        "bedömning, senast 5 december 2026."));
    EXPECT_THAT(told(dag), IsEmpty());
    EXPECT_EQ(last_entry().substr(0, 12), "round.opened");
}

TEST_P(RoundReminders, ADraftTellsNobody) {
    ASSERT_TRUE(draft(wanted()).ok());
    EXPECT_THAT(told(bo), IsEmpty());
}

TEST_P(RoundReminders, TheServerRemindsAtHalfTimeAndBeforeTheEndOnlyThoseWithSomethingLeft) {
    const RoundId round = opened();
    ASSERT_TRUE(say(employee(cia), own_case(cia), welding, 2).ok());
    ASSERT_TRUE(say(employee(cia), own_case(cia), safety, 2).ok());
    EXPECT_EQ(seen(round).next, day("2026-11-28"));
    remind_due(*db);
    clock.set("2026-11-27");
    remind_due(*db);
    EXPECT_EQ(told(bo).size(), 1U);
    clock.set("2026-11-28");
    remind_due(*db);
    remind_due(*db); // another server
    EXPECT_EQ(told(bo).size(), 2U);
    EXPECT_EQ(told(bo)[0],
              "Påminnelse: Höstens kartläggning: Du har 3 frågor kvar att svara på, senast 5 december 2026.");
    EXPECT_EQ(told(cia).size(), 1U); // she has answered
    EXPECT_EQ(told(anna).size(), 2U);
    ASSERT_EQ(seen(round).items.size(), 1U);
    EXPECT_EQ(seen(round).items[0].reached, 2);
    EXPECT_EQ(seen(round).items[0].by, "");
    EXPECT_EQ(seen(round).next, day("2026-12-02"));
    EXPECT_EQ(last_entry(), "round.reminded " + std::to_string(round.value) + " accounts=2");
    // A server that was away on the 2nd makes up for it on the 3rd, and then waits for the 4th.
    clock.set("2026-12-03");
    remind_due(*db);
    remind_due(*db);
    EXPECT_EQ(told(bo).size(), 3U);
    clock.set("2026-12-04");
    remind_due(*db);
    EXPECT_EQ(told(bo).size(), 4U);
    clock.set("2026-12-06");
    remind_due(*db);
    EXPECT_EQ(told(bo).size(), 4U);
}

TEST_P(RoundReminders, AClosedRoundRemindsNobody) {
    const RoundId round = opened();
    ASSERT_TRUE(close(round).ok());
    clock.set("2026-11-28");
    remind_due(*db);
    EXPECT_EQ(told(bo).size(), 1U);
    EXPECT_EQ(code(by_hand(round)), "round.not_open");
    EXPECT_FALSE(seen(round).may_remind);
}

TEST_P(RoundReminders, HrRemindsByHandOnceADay) {
    const RoundId round = opened();
    EXPECT_TRUE(seen(round).may_remind);
    EXPECT_FALSE(seen(round).mail_set_up);
    const auto first = by_hand(round);
    ASSERT_TRUE(first.ok()) << code(first);
    EXPECT_EQ(first->items[0].reached, 3);
    EXPECT_EQ(first->items[0].by, "Hanna HR");
    EXPECT_FALSE(first->may_remind);
    EXPECT_EQ(code(by_hand(round)), "round.reminded_today");
    clock.set("2026-11-22");
    EXPECT_TRUE(by_hand(round).ok());
    EXPECT_EQ(told(bo).size(), 3U);
    EXPECT_EQ(code(by_hand(round, hr_of_office())), "round.not_found");
}

TEST_P(RoundReminders, PeopleWhoLeftAndClosedAccountsAreNotTold) {
    execute("UPDATE account SET active = 0 WHERE id = 12; UPDATE person SET left_on = 20000 WHERE id = 3");
    const RoundId round = opened();
    (void)by_hand(round);
    EXPECT_THAT(told(bo), IsEmpty());
    EXPECT_THAT(told(cia), IsEmpty());
}

TEST_P(RoundReminders, LettersAboutARoundSayWhatIsLeftAndStopWhenItCloses) {
    const notices::MailServer server;
    notices::WantedMail through = notices::through(server.port());
    through.quiet = {0, 0, false};
    ASSERT_TRUE(notices::change_mail(*db, hr(), through, std::nullopt).ok());
    execute("UPDATE account SET email = 'bo@house.example' WHERE id = 12;"
            "UPDATE account SET email = 'cia@house.example' WHERE id = 13;"
            "UPDATE account SET email = 'anna@house.example' WHERE id = 11;"
            "UPDATE account SET mail = 'required' WHERE id = 13");
    NewRound strict = wanted();
    strict.required = true;
    const RoundId round = opened(strict);
    ASSERT_TRUE(say(employee(bo), own_case(bo), welding, 2).ok());
    notices::Sender sender{*db};
    add_notices(sender);
    EXPECT_EQ(sender.send_waiting(), 3); // Cia too: HR has said that it has to be answered
    const auto letters = server.letters();
    EXPECT_THAT(letters[1].data, ::testing::HasSubstr("Du har 2 fr=C3=A5gor att svara p=C3=A5"));
    EXPECT_EQ(letters[0].to.at(0), "anna@house.example");
    EXPECT_TRUE(seen(round).mail_set_up);
    ASSERT_TRUE(by_hand(round).ok());
    ASSERT_TRUE(close(round).ok());
    EXPECT_EQ(sender.send_waiting(), 0);
    EXPECT_EQ(server.letters().size(), 3U);
}

INSTANTIATE_ON_BOTH(RoundReminders);

} // namespace
} // namespace kunna::rounds
