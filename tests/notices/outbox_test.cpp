// From being told to a letter that arrived: digests, wishes, quiet hours, and everything that goes wrong on the way.
#include "access/accounts.hpp"
#include "notices/notices.hpp"
#include "notices/queries.hpp"
#include "notices/sender.hpp"
#include "support/mail_server.hpp"
#include "support/small_company.hpp"

#include <cstdlib>
#include <gmock/gmock.h>
#include <thread>

namespace kunna::notices {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr AccountId bo_account{12}, cia_account{13}, dag_account{14};

class Outbox : public test::SmallCompany {
protected:
    MailServer server;
    std::int64_t left = 3; // what the truth says of every subject; 0: it is over

    void SetUp() override {
        ::setenv("TZ", "Europe/Stockholm", 1);
        ::tzset();
        execute("UPDATE account SET email = 'bo@house.example' WHERE id = 12;"
                "UPDATE account SET email = 'cia@house.example', language = 'en' WHERE id = 13;"
                "UPDATE account SET email = 'dag@house.example' WHERE id = 14");
        clock.set("2026-11-23"); // a Monday, ten in the morning in Stockholm
        set_up(server.port());
    }
    void set_up(std::int32_t port) { set_up(through(port)); }
    void set_up(const WantedMail& wanted) {
        const auto changed = change_mail(*db, hr(), wanted, std::nullopt);
        ASSERT_TRUE(changed.ok()) << code(changed);
    }
    // A server process's sender, without its thread.
    std::unique_ptr<Sender> sender(db::Db& through_db, SmtpSecrets secrets = {}) {
        auto made = std::make_unique<Sender>(through_db,
                                             SenderOptions{.secrets = std::move(secrets), .patience = {1s, 1s, 1s}});
        for (const auto kind : {NoticeKind::round_opened, NoticeKind::round_reminder})
            made->kind(kind, [this](db::Tx&, AccountId, std::int64_t) -> std::optional<std::int64_t> {
                return left > 0 ? std::optional{left} : std::nullopt;
            });
        return made;
    }
    std::int64_t send() { return sender(*db)->send_waiting(); }
    static Notice round_notice(std::int64_t subject = 1, bool required = false,
                               NoticeKind kind = NoticeKind::round_opened) {
        return {kind, subject, required, {{"name", "Hösten"}, {"day", "2026-12-05"}}, "/rounds/mine"};
    }
    std::int64_t tell_them(const Notice& notice, const std::vector<AccountId>& whom) {
        std::vector<Recipient> recipients;
        for (const AccountId one : whom) recipients.push_back({one, 3});
        return *act([&](db::Tx& tx) -> Result<std::int64_t> { return tell(tx, notice, recipients); });
    }
    std::vector<Mail> mails() {
        return look([](db::Tx& tx) { return newest_mails(tx, {}, std::int64_t{1} << 60, 100, "sv"); });
    }
    OutboxSums now() {
        return look([](db::Tx& tx) { return sums(tx); });
    }
    std::optional<Trouble> in_trouble() {
        return look([](db::Tx& tx) { return trouble(tx, "sv"); });
    }
    std::vector<std::string> arrived() const {
        std::vector<std::string> to;
        for (const Taken& one : server.letters()) to.push_back(one.to.at(0));
        return to;
    }
};

TEST_P(Outbox, WhatIsToldArrivesOnceInTheReadersLanguage) {
    EXPECT_EQ(tell_them(round_notice(), {bo_account, cia_account}), 2);
    EXPECT_EQ(now().waiting, 2);
    EXPECT_EQ(send(), 2);
    EXPECT_EQ(send(), 0);
    EXPECT_THAT(arrived(), ElementsAre("bo@house.example", "cia@house.example"));
    EXPECT_THAT(server.letters()[0].data, HasSubstr("Du har 3 fr=C3=A5gor att svara p=C3=A5, senast 5 december 2026."));
    EXPECT_THAT(server.letters()[1].data, HasSubstr("You have 3 questions to answer, by 5 December 2026."));
    EXPECT_THAT(server.letters()[1].data, HasSubstr("https://kunna.house.example/rounds/mine"));
    EXPECT_EQ(now().sent_today, 2);
    EXPECT_EQ(now().waiting, 0);
}

TEST_P(Outbox, TheSameIsToldOnceADay) {
    EXPECT_EQ(tell_them(round_notice(), {bo_account}), 1);
    EXPECT_EQ(tell_them(round_notice(), {bo_account, cia_account}), 1);
    EXPECT_EQ(tell_them(round_notice(2), {bo_account}), 1);
    clock.set("2026-11-24");
    EXPECT_EQ(tell_them(round_notice(), {bo_account}), 1);
}

TEST_P(Outbox, WhatWaitsForOnePersonIsOneLetter) {
    tell_them(round_notice(1), {bo_account});
    tell_them(round_notice(1, false, NoticeKind::round_reminder), {bo_account});
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(server.letters().at(0).header("Subject"), header_text("2 saker väntar på dig"));
}

TEST_P(Outbox, WhoWantsOnlyWhatIsRequiredGetsOnlyThat) {
    ASSERT_TRUE(access::change_mail_wish(*db, employee(bo), access::MailWish::required).ok());
    EXPECT_EQ(last_entry(), "account.changed 12 mail");
    tell_them(round_notice(1), {bo_account});
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(now().waiting, 0);
    tell_them(round_notice(2, true), {bo_account});
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(look([](db::Tx& tx) { return unread(tx, employee(bo)); }), 2); // in the app it stands all the same
}

TEST_P(Outbox, WhatWasReadInTheAppNeedNotComeAgainUnlessRequired) {
    tell_them(round_notice(1), {bo_account, cia_account});
    tell_them(round_notice(2, true), {cia_account});
    for (const PersonId person : {bo, cia})
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        mark_all_read(tx, employee(person));
                        return {};
                    }).ok());
    EXPECT_EQ(send(), 1);
    EXPECT_THAT(arrived(), ElementsAre("cia@house.example"));
}

TEST_P(Outbox, ClosedAccountsAndPeopleWhoLeftGetNothing) {
    tell_them(round_notice(1, true), {bo_account, cia_account, dag_account});
    execute("UPDATE account SET active = 0 WHERE id = 12; UPDATE person SET left_on = 20000 WHERE id = 3");
    EXPECT_EQ(send(), 1);
    EXPECT_THAT(arrived(), ElementsAre("dag@house.example"));
}

TEST_P(Outbox, WhatIsNoLongerTrueIsNotSent) {
    tell_them(round_notice(), {bo_account});
    left = 0;
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(now().waiting, 0);
    EXPECT_TRUE(mails().empty());
}

TEST_P(Outbox, ALetterSaysHowThingsStandWhenItLeaves) {
    tell_them(round_notice(), {bo_account});
    left = 1;
    EXPECT_EQ(send(), 1);
    EXPECT_THAT(server.letters()[0].data, HasSubstr("Du har 1 fr=C3=A5ga att svara p=C3=A5"));
}

TEST_P(Outbox, LettersWaitForQuietHoursToEnd) {
    clock.pass(9h); // seven in the evening
    tell_them(round_notice(), {bo_account});
    EXPECT_EQ(look([](db::Tx& tx) { return unread(tx, employee(bo)); }), 1); // the app does not wait
    EXPECT_EQ(send(), 0);
    clock.pass(11h); // six in the morning
    EXPECT_EQ(send(), 0);
    clock.pass(1h); // seven
    EXPECT_EQ(send(), 1);
}

TEST_P(Outbox, WeekendsAreQuietWhereTheOrganisationIs) {
    const QuietHours quiet;
    const auto at = [&](const char* instant) { return quiet_at(quiet, *Instant::parse(instant)); };
    EXPECT_FALSE(at("2026-11-20T16:59:00Z")); // Friday 17.59 in Stockholm
    EXPECT_TRUE(at("2026-11-20T17:00:00Z"));
    EXPECT_TRUE(at("2026-11-22T11:00:00Z")); // Sunday
    EXPECT_TRUE(at("2026-11-22T23:30:00Z")); // Monday half past midnight
    EXPECT_FALSE(at("2026-11-23T06:00:00Z"));
    EXPECT_TRUE(at("2026-07-20T16:00:00Z")); // summer time: Monday 18.00
    EXPECT_FALSE(quiet_at({.from = 7, .to = 7, .weekends = false}, *Instant::parse("2026-11-22T02:00:00Z")));
    EXPECT_TRUE(quiet_at({.from = 1, .to = 5, .weekends = false}, *Instant::parse("2026-11-23T02:00:00Z")));
}

TEST_P(Outbox, AServerThatIsDownIsTriedAgainLessAndLessOftenUntilItIsBack) {
    server.stop();
    tell_them(round_notice(), {bo_account, cia_account});
    EXPECT_EQ(send(), 1); // the second is spared the attempt
    ASSERT_TRUE(in_trouble());
    EXPECT_THAT(in_trouble()->problem, HasSubstr("går inte att nå"));
    EXPECT_EQ(in_trouble()->until, clock.now() + 1min);
    EXPECT_EQ(now().waiting, 2);
    EXPECT_EQ(send(), 0);
    clock.pass(61s);
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(in_trouble()->tries, 2);
    EXPECT_EQ(in_trouble()->until, clock.now() + 2min);
    server.start_again();
    clock.pass(10min);
    EXPECT_EQ(send(), 2);
    EXPECT_FALSE(in_trouble());
    EXPECT_EQ(send(), 0);
    EXPECT_THAT(arrived(), ::testing::UnorderedElementsAre("bo@house.example", "cia@house.example"));
}

TEST_P(Outbox, PausesGrowToSixHours) {
    EXPECT_EQ(pause_after(1), 1min);
    EXPECT_EQ(pause_after(2), 2min);
    EXPECT_EQ(pause_after(9), 256min);
    EXPECT_EQ(pause_after(10), 6h);
    EXPECT_EQ(pause_after(1000), 6h);
}

TEST_P(Outbox, ALetterThatIsPutOffIsTriedAgainAndHoldsNobodyUp) {
    execute("UPDATE account SET email = 'busy@house.example' WHERE id = 12");
    tell_them(round_notice(), {bo_account, cia_account});
    EXPECT_EQ(send(), 2);
    EXPECT_THAT(arrived(), ElementsAre("cia@house.example"));
    EXPECT_FALSE(in_trouble());
    const auto waiting = mails().back();
    EXPECT_EQ(waiting.state, MailState::waiting);
    EXPECT_EQ(waiting.answer, "451 4.2.1 try again later");
    EXPECT_EQ(waiting.next, clock.now() + 1min);
    clock.pass(61s);
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(arrived().size(), 2U);
}

TEST_P(Outbox, ARefusedAddressIsShownAndNotTriedAgainUntilSomebodyAsks) {
    execute("UPDATE account SET email = 'nobody@house.example' WHERE id = 12");
    tell_them(round_notice(), {bo_account});
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(now().failed, 1);
    const auto failed = mails().at(0);
    EXPECT_EQ(failed.state, MailState::failed);
    EXPECT_EQ(failed.address, "nobody@house.example");
    EXPECT_THAT(failed.kinds, ElementsAre(NoticeKind::round_opened));
    EXPECT_EQ(failed.answer, "550 5.1.1 no such mailbox");
    clock.set("2026-11-24");
    EXPECT_EQ(send(), 0);
    execute("UPDATE account SET email = 'bo@house.example' WHERE id = 12");
    EXPECT_EQ(*act([](db::Tx& tx) -> Result<std::int64_t> { return try_again(tx, hr()); }), 1);
    EXPECT_EQ(last_entry(), "mail.retried 0 letters=1");
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(arrived().size(), 1U);
}

TEST_P(Outbox, AfterThreeDaysALetterIsGivenUpAndShown) {
    execute("UPDATE account SET email = 'late@house.example' WHERE id = 12");
    tell_them(round_notice(), {bo_account});
    EXPECT_EQ(send(), 1);
    for (int i = 0; i < 40 && now().failed == 0; ++i) {
        clock.pass(6h);
        send();
    }
    EXPECT_EQ(now().failed, 1);
    EXPECT_EQ(mails().at(0).answer, "451 4.3.0 try again later");
}

TEST_P(Outbox, WhatNeverLeftAServerInTroubleIsShownAsFailedToo) {
    server.stop();
    tell_them(round_notice(), {bo_account, cia_account});
    EXPECT_EQ(send(), 1);
    clock.pass(73h);
    const auto one = sender(*db);
    one->look_for_due();
    (void)one->send_waiting();
    EXPECT_EQ(now().waiting, 0);
    EXPECT_EQ(now().failed, 2);
    server.start_again();
    EXPECT_EQ(*act([](db::Tx& tx) -> Result<std::int64_t> { return try_again(tx, hr()); }), 2);
    EXPECT_EQ(send(), 2);
}

TEST_P(Outbox, WhatWasToldLongBeforeMailWasSetUpIsNotMailed) {
    WantedMail off;
    off.sender = "";
    set_up(off);
    tell_them(round_notice(), {bo_account});
    EXPECT_EQ(send(), 0);
    clock.set("2026-11-30");
    sender(*db)->look_for_due();
    set_up(server.port());
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(look([](db::Tx& tx) { return unread(tx, employee(bo)); }), 1);
}

TEST_P(Outbox, AServerThatDiesWhileSendingSendsAtMostOnceMoreAndRecognisably) {
    tell_them(round_notice(), {bo_account});
    const auto truths = Truths{
        {NoticeKind::round_opened, [](db::Tx&, AccountId, std::int64_t) { return std::optional<std::int64_t>{3}; }}};
    const auto take = [&] {
        return *act([&](db::Tx& tx) -> Result<std::optional<Claimed>> { return claim(tx, truths); });
    };
    const auto mine = take();
    ASSERT_TRUE(mine);
    Smtp smtp{{}};
    ASSERT_EQ(smtp.send(mine->through, mine->letter.to, message_of(mine->letter), [] { return false; }).end,
              Delivery::End::sent);
    // It dies here, before it has said so. Nobody else takes the letter while it is ours …
    EXPECT_EQ(send(), 0);
    clock.pass(5min);
    // … then somebody does, and what the dead one might still say is not heard.
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(send(), 0);
    const auto letters = server.letters();
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_NE(letters[0].header("Message-ID"), "");
    EXPECT_EQ(letters[0].header("Message-ID"), letters[1].header("Message-ID"));
    (void)act([&](db::Tx& tx) -> Result<void> {
        settle(tx, *mine, {Delivery::End::refused, "mail.refused", "550"});
        return {};
    });
    EXPECT_EQ(mails().at(0).state, MailState::sent);
}

TEST_P(Outbox, AConnectionThatBreaksBeforeTheAnswerIsTriedAgainUnderTheSameId) {
    MailServer loses{{"--lose", "1"}};
    set_up(loses.port());
    tell_them(round_notice(), {bo_account});
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(now().waiting, 1);
    clock.pass(61s);
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(now().sent_today, 1);
    const auto letters = loses.letters();
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[0].header("Message-ID"), letters[1].header("Message-ID"));
}

TEST_P(Outbox, AStoppedSenderPutsItsLetterBack) {
    const DeafServer deaf;
    set_up(deaf.port());
    tell_them(round_notice(), {bo_account});
    Sender one{*db, {.patience = {60s, 60s, 60s}, .look = 1ms}};
    one.kind(NoticeKind::round_opened, [](db::Tx&, AccountId, std::int64_t) { return std::optional<std::int64_t>{1}; });
    one.start();
    while (mails().empty()) std::this_thread::yield(); // until it has the letter in hand
    one.stop();
    ASSERT_EQ(mails().size(), 1U);
    EXPECT_EQ(mails()[0].state, MailState::waiting);
    EXPECT_EQ(mails()[0].attempts, 0);
    EXPECT_EQ(mails()[0].next, clock.now());
}

TEST_P(Outbox, ManyServersSendEachLetterOnce) {
    std::vector<std::unique_ptr<db::Db>> nodes;
    std::string sql;
    std::vector<AccountId> whom;
    for (int i = 100; i < 140; ++i) {
        const std::string n = std::to_string(i);
        sql += "INSERT INTO account (id, email, email_folded, name, created) VALUES (" + n + ", 'p" + n +
               "@house.example', 'p" + n + "', 'P', 0);";
        whom.emplace_back(i);
    }
    execute(sql);
    tell_them(round_notice(), whom);
    const auto a = sender(*db);
    std::unique_ptr<db::Db> other = GetParam() == db::Engine::postgres ? fresh.open() : nullptr;
    const auto b = sender(other ? *other : *db);
    std::thread beside{[&] { (void)b->send_waiting(); }};
    (void)a->send_waiting();
    beside.join();
    EXPECT_EQ(now().sent_today, 40);
    auto to = arrived();
    std::sort(to.begin(), to.end());
    EXPECT_EQ(std::unique(to.begin(), to.end()) - to.begin(), 40);
    EXPECT_EQ(to.size(), 40U);
}

TEST_P(Outbox, SettingsAreCheckedAndTheTrailNamesFieldsOnly) {
    const auto refused = [&](auto change) {
        WantedMail wanted = through(25);
        change(wanted);
        return code(change_mail(*db, hr(), wanted, std::nullopt));
    };
    EXPECT_EQ(refused([](WantedMail& w) { w.server = "evil.example/@x"; }), "/server mail.server_invalid");
    EXPECT_EQ(refused([](WantedMail& w) { w.port = 0; }), "/port mail.port_invalid");
    EXPECT_EQ(refused([](WantedMail& w) { w.user = "someone"; }), "/security mail.password_in_clear");
    EXPECT_EQ(refused([](WantedMail& w) { w.sender = "a@b.se\r\nBcc: c@d.se"; }), "/sender email.invalid");
    EXPECT_EQ(refused([](WantedMail& w) { w.sender = "a@b.se,c@d.se"; }), "/sender email.invalid");
    EXPECT_EQ(refused([](WantedMail& w) { w.address = "javascript:alert(1)"; }), "/address mail.address_invalid");
    EXPECT_EQ(refused([](WantedMail& w) { w.quiet.to = 24; }), "/quiet/to mail.hour_invalid");
    EXPECT_EQ(refused([](WantedMail& w) { w.port = 26; }), "");
    EXPECT_EQ(last_entry(), "mail.changed 1 port");
    EXPECT_EQ(code(change_mail(*db, hr(), through(27), 1)), "version.stale");
}

TEST_P(Outbox, EveryQueryCanBePrepared) {
    look([](db::Tx& tx) {
        for (const auto& query : queries::all) tx.connection().prepare(query);
    });
}

INSTANTIATE_ON_BOTH(Outbox);

} // namespace
} // namespace kunna::notices
