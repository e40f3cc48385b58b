// One message to one address, through a real server.
#include "support/mail_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace kunna::notices {
namespace {

using End = Delivery::End;
using ::testing::HasSubstr;
using ::testing::Not;

Letter letter(std::string to = "asa@house.example") {
    return {
        .message_id = "abc@house.example",
        .date = *Instant::parse("2026-11-22T09:00:00Z"),
        .language = "sv",
        .organisation = "Lindväken",
        .sender = "kunna@house.example",
        .name = "Åsa Öberg",
        .to = std::move(to),
        .house = "https://kunna.house.example",
        .lines = {{{"Kartläggning: höst", "Du har 3 frågor att svara på, senast 5 december 2026."}, "/rounds/mine"}}};
}

const auto go_on = [] { return false; };

Delivery post(const WantedMail& by, const Letter& what, SmtpSecrets secrets = {}) {
    Smtp smtp{std::move(secrets)};
    return smtp.send(by, what.to, message_of(what), go_on);
}

// A certificate for 127.0.0.1 that signs itself.
struct Certificate {
    test::TempFolder folder;
    std::string cert = folder.path() + "/cert.pem";
    std::string key = folder.path() + "/key.pem";
    Certificate() {
        const std::string command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext "
                                    "subjectAltName=IP:127.0.0.1 -keyout " +
                                    key + " -out " + cert + " 2>/dev/null";
        if (std::system(command.c_str()) != 0) throw std::runtime_error{"openssl made no certificate"};
    }
};

TEST(Smtp, ALetterArrivesWithEverythingAMailProgramNeeds) {
    const MailServer server;
    EXPECT_EQ(post(through(server.port()), letter()).end, End::sent);
    const auto taken = server.letters();
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_EQ(taken[0].from, "kunna@house.example");
    EXPECT_THAT(taken[0].to, ::testing::ElementsAre("asa@house.example"));
    EXPECT_EQ(taken[0].header("Message-ID"), "<abc@house.example>");
    EXPECT_EQ(taken[0].header("Date"), "Sun, 22 Nov 2026 09:00:00 +0000");
    EXPECT_EQ(taken[0].header("Auto-Submitted"), "auto-generated");
    EXPECT_EQ(taken[0].header("List-Unsubscribe"), "<https://kunna.house.example/account>");
    EXPECT_EQ(taken[0].header("Subject"), "=?UTF-8?B?S2FydGzDpGdnbmluZzogaMO2c3Q=?=");
    EXPECT_THAT(taken[0].header("To"), HasSubstr("<asa@house.example>"));
    EXPECT_THAT(taken[0].header("Content-Type"), HasSubstr("multipart/alternative; boundary="));
    EXPECT_EQ(taken[0].header("Mime-Version"), "1.0");
    EXPECT_THAT(taken[0].data, HasSubstr("Content-Type: text/plain; charset=utf-8"));
    EXPECT_THAT(taken[0].data, HasSubstr("Content-Type: text/html; charset=utf-8"));
    EXPECT_THAT(taken[0].data, HasSubstr("Hej =C3=85sa =C3=96berg!"));
}

TEST(Smtp, WhatIsRequiredOffersNoUnsubscribing) {
    const MailServer server;
    Letter required = letter();
    required.required = true;
    EXPECT_EQ(post(through(server.port()), required).end, End::sent);
    EXPECT_EQ(server.letters().at(0).header("List-Unsubscribe"), "");
}

TEST(Smtp, NamesAddNoHeadersAndNoRecipients) {
    const MailServer server;
    Letter sly = letter();
    sly.name = "Eve\r\nBcc: all@house.example\r\n\r\nHello, <other@house.example>";
    sly.organisation = "Firm\r\nX-Evil: 1";
    sly.lines[0].words.title = "Round\r\nX-Evil: 2\r\n\r\nbody";
    EXPECT_EQ(post(through(server.port()), sly).end, End::sent);
    const Taken taken = server.letters().at(0);
    EXPECT_THAT(taken.to, ::testing::ElementsAre("asa@house.example"));
    EXPECT_EQ(taken.header("Bcc"), "");
    EXPECT_EQ(taken.header("X-Evil"), "");
    EXPECT_THAT(taken.header("To"), Not(HasSubstr("other@house.example")));
}

TEST(Smtp, AnAddressThatIsNoneIsRefusedBeforeItIsSent) {
    for (const char* address :
         {"a@b.se,c@d.se", "a@b.se\r\nRCPT TO:<c@d.se>", "<a@b.se>", "a b@c.se", "åsa@b.se", "", "a"}) {
        const Delivery delivery = post(through(1), letter(address));
        EXPECT_EQ(delivery.end, End::refused) << address;
        EXPECT_EQ(delivery.problem, "mail.unusable_address");
    }
}

TEST(Smtp, RefusalsOfOneLetterAreToldFromTroubleWithTheServer) {
    const MailServer server;
    const WantedMail by = through(server.port());
    const Delivery nobody = post(by, letter("nobody@house.example"));
    EXPECT_EQ(nobody.end, End::refused);
    EXPECT_EQ(nobody.answer, "550 5.1.1 no such mailbox");
    EXPECT_EQ(post(by, letter("full@house.example")).end, End::refused);
    EXPECT_EQ(post(by, letter("busy@house.example")).end, End::later);
    EXPECT_EQ(post(by, letter("busy@house.example")).end, End::sent);
    EXPECT_EQ(post(by, letter("late@house.example")).end, End::later);

    const MailServer strict{{"--sender-refused"}};
    const Delivery sender = post(through(strict.port()), letter());
    EXPECT_EQ(sender.end, End::trouble);
    EXPECT_EQ(sender.problem, "mail.sender_refused");
    EXPECT_EQ(sender.answer, "550 5.7.1 you may not send as that");
}

TEST(Smtp, OneConnectionServesManyAndSurvivesARefusal) {
    const MailServer server;
    Smtp smtp{{}};
    for (const char* to :
         {"a@house.example", "nobody@house.example", "b@house.example", "full@house.example", "c@house.example"})
        (void)smtp.send(through(server.port()), to, message_of(letter(to)), go_on);
    EXPECT_EQ(server.letters().size(), 3U);
}

TEST(Smtp, AServerThatIsAwayIsTrouble) {
    MailServer server;
    server.stop();
    const Delivery delivery = post(through(server.port()), letter());
    EXPECT_EQ(delivery.end, End::trouble);
    EXPECT_EQ(delivery.problem, "mail.unreachable");
    EXPECT_NE(delivery.answer, "");
}

TEST(Smtp, ConnectionsAreEncryptedAndSignedInWhereThatIsAskedFor) {
    const Certificate certificate;
    const MailServer server{{"--tls", certificate.cert, certificate.key, "--user", "kunna", "s3cret"}};
    WantedMail by = through(server.port());
    by.security = Security::starttls;
    by.user = "kunna";
    EXPECT_EQ(post(by, letter(), {"s3cret", certificate.cert}).end, End::sent);
    const Taken taken = server.letters().at(0);
    EXPECT_TRUE(taken.tls);
    EXPECT_EQ(taken.user, "kunna");

    const Delivery wrong = post(by, letter(), {"guess", certificate.cert});
    EXPECT_EQ(wrong.end, End::trouble);
    EXPECT_EQ(wrong.problem, "mail.login_refused");
    EXPECT_THAT(wrong.answer, Not(HasSubstr("guess")));
    EXPECT_EQ(post(by, letter(), {"", certificate.cert}).problem, "mail.password_missing");
    EXPECT_EQ(server.letters().size(), 1U);
}

TEST(Smtp, NothingIsSaidToAServerThatCannotBeTrusted) {
    const Certificate certificate;
    const MailServer stranger{{"--tls", certificate.cert, certificate.key}};
    WantedMail by = through(stranger.port());
    by.security = Security::starttls;
    EXPECT_EQ(post(by, letter()).problem, "mail.tls_failed"); // nobody vouches for it
    const MailServer plain;
    by = through(plain.port());
    by.security = Security::starttls;
    EXPECT_EQ(post(by, letter()).problem, "mail.tls_failed"); // it offers no encryption
    EXPECT_TRUE(stranger.letters().empty());
    EXPECT_TRUE(plain.letters().empty());
}

TEST(Smtp, AHangingServerIsLeftAtOnceWhenAskedToStop) {
    const DeafServer server;
    Smtp smtp{{}};
    int asked = 0;
    const Delivery delivery =
        smtp.send(through(server.port()), "a@house.example", message_of(letter()), [&] { return ++asked > 1; });
    EXPECT_EQ(delivery.end, End::stopped);
}

TEST(Smtp, AHangingServerIsTroubleAfterAWhile) {
    const DeafServer server;
    Smtp smtp{{}, {std::chrono::seconds{1}, std::chrono::seconds{1}, std::chrono::seconds{1}}};
    const Delivery delivery = smtp.send(through(server.port()), "a@house.example", message_of(letter()), go_on);
    EXPECT_EQ(delivery.end, End::trouble);
    EXPECT_EQ(delivery.problem, "mail.timeout");
}

TEST(Letter, SeveralThingsAreOneLetterInTheReadersLanguage) {
    Letter both = letter();
    both.language = "en";
    both.lines.push_back({{"Other <b>thing</b>", "Text & more"}, "/here"});
    const Message message = message_of(both);
    EXPECT_THAT(message.headers, ::testing::Contains("Subject: 2 things are waiting for you"));
    EXPECT_THAT(message.plain, HasSubstr("Hello Åsa Öberg,\r\n"));
    EXPECT_THAT(message.plain, HasSubstr("https://kunna.house.example/here\r\n"));
    EXPECT_THAT(message.html, HasSubstr("Other &lt;b&gt;thing&lt;/b&gt;"));
    EXPECT_THAT(message.html, HasSubstr("Text &amp; more"));
}

TEST(Letter, LongHeadersAreFoldedBetweenCharacters) {
    std::string name;
    for (int i = 0; i < 60; ++i) name += "å";
    const std::string written = header_text(name);
    std::size_t from = 0;
    for (std::size_t end = 0; end != std::string::npos; from = end + 2) {
        end = written.find("\r\n", from);
        EXPECT_LE(written.substr(from, end == std::string::npos ? end : end - from).size(), 76U);
        if (end == std::string::npos) break;
    }
    EXPECT_EQ(written.find("77+9"), std::string::npos); // U+FFFD: a character cut in two
}

} // namespace
} // namespace kunna::notices
