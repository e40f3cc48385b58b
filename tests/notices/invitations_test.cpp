// Invitations by e-mail: the link is made when the letter leaves, works once, and stands nowhere but in the letter.
#include "access/accounts.hpp"
#include "access/secret.hpp"
#include "notices/invitations.hpp"
#include "notices/sender.hpp"
#include "support/mail_server.hpp"
#include "support/small_company.hpp"

#include <cstdlib>
#include <gmock/gmock.h>

namespace kunna::notices {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr AccountId bo_account{12};
constexpr const char* password = "en mening som bara vi kan";

// Of quoted-printable text: soft line ends are taken away.
std::string unfolded(std::string text) {
    for (std::size_t at = text.find("=\r\n"); at != std::string::npos; at = text.find("=\r\n", at)) text.erase(at, 3);
    return text;
}

class Invitations : public test::SmallCompany {
protected:
    MailServer server;

    void SetUp() override {
        ::setenv("TZ", "Europe/Stockholm", 1);
        ::tzset();
        to("bo@house.example");
        clock.set("2026-11-23"); // a Monday, ten in the morning in Stockholm
        set_up(through(server.port()));
    }
    void to(const std::string& address) {
        execute("UPDATE account SET email = '" + address + "', email_folded = '" + address + "' WHERE id = 12");
    }
    void set_up(const WantedMail& wanted) {
        const auto changed = change_mail(*db, hr(), wanted, std::nullopt);
        ASSERT_TRUE(changed.ok()) << code(changed);
    }
    access::Invitation asked(bool by_hand = false) {
        return act([&](db::Tx& tx) { return invite(tx, hr(), bo_account, by_hand); }).unwrap();
    }
    std::int64_t send() {
        Sender sender{*db, {.patience = {1s, 1s, 1s}}};
        return sender.send_waiting();
    }
    std::optional<Mail> letter() {
        return look([](db::Tx& tx) { return invitation_letter(tx, bo_account, "sv"); });
    }
    static std::string secret_in(const std::string& text) {
        constexpr std::string_view before = "/invitation/";
        const std::size_t at = text.find(before);
        return at == std::string::npos ? "" : text.substr(at + before.size(), 43);
    }
    std::vector<std::string> secrets() const {
        std::vector<std::string> all;
        for (const Taken& one : server.letters()) all.push_back(secret_in(unfolded(one.data)));
        return all;
    }
    std::string open(const std::string& secret) { return code(access::accept_invitation(*db, secret, password)); }
};

TEST_P(Invitations, WithoutEMailTheLinkIsShown) {
    WantedMail off;
    set_up(off);
    const auto told = asked();
    ASSERT_TRUE(told.invitation);
    EXPECT_FALSE(told.mailed_to);
    EXPECT_EQ(open(secret_in(*told.invitation)), "");
}

TEST_P(Invitations, AnAddressThatCannotBeSentToGetsALinkToHandOver) {
    to("shift-4");
    EXPECT_TRUE(asked().invitation);
    EXPECT_FALSE(letter());
}

TEST_P(Invitations, WithEMailTheLetterCarriesTheLinkAndNobodyElseSeesIt) {
    const auto told = asked();
    EXPECT_FALSE(told.invitation);
    EXPECT_EQ(told.mailed_to, "bo@house.example");
    EXPECT_EQ(last_entry(), "account.invited 12 mail");
    EXPECT_EQ(letter()->state, MailState::waiting);
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(letter()->state, MailState::sent);
    const Taken taken = server.letters().at(0);
    EXPECT_EQ(taken.header("Subject"), header_text("Välkommen till Kunna"));
    EXPECT_EQ(taken.header("List-Unsubscribe"), "");
    EXPECT_THAT(unfolded(taken.data), HasSubstr("https://kunna.house.example/invitation/"));
    EXPECT_THAT(unfolded(taken.data), Not(HasSubstr("https://kunna.house.example/account")));
    const std::string secret = secrets().at(0);
    EXPECT_EQ(open(secret), "");
    EXPECT_EQ(open(secret), "invitation.not_open");
}

TEST_P(Invitations, TheLinkStandsNowhereInTheDatabase) {
    asked();
    EXPECT_EQ(send(), 1);
    const std::string secret = secrets().at(0);
    const auto count = [&](const std::string& what) {
        return look([&](db::Tx& tx) {
            const std::string sql = "SELECT COUNT(*) AS n FROM mail WHERE invitation = '" + what +
                                    "' OR message_id LIKE '%" + what + "%' OR answer LIKE '%" + what + "%'";
            return *tx.one<std::int64_t>(db::Query{"looked_for", sql, sql, {}, {}});
        });
    };
    EXPECT_EQ(count(secret), 0);
    EXPECT_EQ(count(access::hash_secret(secret)), 1);
}

TEST_P(Invitations, AskingForALetterEndsTheLinksBefore) {
    const auto shown = asked(true);
    asked();
    EXPECT_EQ(open(secret_in(*shown.invitation)), "invitation.not_open");
}

TEST_P(Invitations, EachTryMakesANewLinkAndEndsTheOneBefore) {
    MailServer loses{{"--lose", "1"}}; // takes the letter, and breaks off before it says so
    set_up(through(loses.port()));
    asked();
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(letter()->state, MailState::waiting);
    clock.pass(61s);
    EXPECT_EQ(send(), 1);
    const auto letters = loses.letters();
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_NE(letters[0].header("Message-ID"), letters[1].header("Message-ID"));
    EXPECT_EQ(open(secret_in(unfolded(letters[0].data))), "invitation.not_open");
    EXPECT_EQ(open(secret_in(unfolded(letters[1].data))), "");
}

TEST_P(Invitations, WhoeverCameInByALetterThatWasThoughtLostGetsNoSecond) {
    MailServer loses{{"--lose", "1"}};
    set_up(through(loses.port()));
    asked();
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(open(secret_in(unfolded(loses.letters().at(0).data))), "");
    clock.pass(61s);
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(letter()->state, MailState::dropped);
}

TEST_P(Invitations, ALinkMadeByHandTakesThePlaceOfALetterThatWaits) {
    server.stop();
    asked();
    EXPECT_EQ(send(), 1);
    const auto shown = asked(true);
    server.start_again();
    clock.pass(10min);
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(letter()->state, MailState::dropped);
    EXPECT_EQ(open(secret_in(*shown.invitation)), "");
}

TEST_P(Invitations, QuietHoursDoNotHoldThemUp) {
    clock.pass(9h); // seven in the evening
    asked();
    EXPECT_EQ(send(), 1);
}

TEST_P(Invitations, WhoHasAPasswordIsToldOfANewOne) {
    execute("UPDATE account SET password = 'x', language = 'en' WHERE id = 12");
    asked();
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(server.letters().at(0).header("Subject"), "A new password for Kunna");
}

TEST_P(Invitations, AnAddressThatIsRefusedIsShownAndCanBeTriedAgain) {
    to("nobody@house.example");
    asked();
    EXPECT_EQ(send(), 1);
    ASSERT_EQ(letter()->state, MailState::failed);
    EXPECT_TRUE(letter()->invitation);
    EXPECT_THAT(letter()->problem, HasSubstr("tar inte emot"));
    to("bo@house.example");
    EXPECT_EQ(*act([](db::Tx& tx) -> Result<std::int64_t> { return try_again(tx, hr()); }), 1);
    EXPECT_EQ(send(), 1);
    EXPECT_EQ(open(secrets().at(0)), "");
}

TEST_P(Invitations, AClosedAccountGetsNoLetter) {
    asked();
    execute("UPDATE account SET active = 0 WHERE id = 12");
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(letter()->state, MailState::dropped);
}

TEST_P(Invitations, WhatWaitedThreeDaysWithoutAServerIsGivenUp) {
    asked();
    WantedMail off;
    set_up(off);
    clock.pass(73h);
    Sender{*db}.look_for_due();
    EXPECT_EQ(letter()->state, MailState::failed);
    EXPECT_THAT(letter()->problem, HasSubstr("inte inställd"));
}

INSTANTIATE_ON_BOTH(Invitations);

} // namespace
} // namespace kunna::notices
