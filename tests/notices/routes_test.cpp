// The HTTP face of notices and of e-mail: everybody's own, and the administrator's.
#include "jobs/jobs.hpp"
#include "notices/notices.hpp"
#include "notices/routes.hpp"
#include "notices/sender.hpp"
#include "support/harness.hpp"
#include "support/mail_server.hpp"
#include "support/small_company.hpp"

namespace kunna::notices {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

class NoticeRoutes : public test::SmallCompany {
protected:
    static constexpr const char* secret = "vy-hemlig-mening";
    http::test::TestServer server;
    std::unique_ptr<Sender> sender = std::make_unique<Sender>(*db, SenderOptions{.secrets = {secret, ""}});

    void SetUp() override {
        server.gate.token("bo", employee(bo));
        server.gate.token("cia", employee(cia));
        server.gate.token("hr", hr());
        access::Actor administrator;
        administrator.account = AccountId{20};
        administrator.grants = {{access::Role::administrator, {}}};
        server.gate.token("admin", administrator);
        declare_routes(server.api, nullptr, sender.get());
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
        (void)act([](db::Tx& tx) -> Result<void> {
            tell(tx,
                 {NoticeKind::round_opened, 1, false, {{"name", "<Hösten>"}, {"day", "2026-12-05"}}, "/rounds/mine"},
                 {{AccountId{12}, 3}});
            tell(tx, {NoticeKind::round_reminder, 1, true, {{"name", "Hösten"}, {"day", "2026-12-05"}}, "/rounds/mine"},
                 {{AccountId{12}, 1}});
            return {};
        });
    }
    static constexpr const char* settings =
        R"({"server":"mail.house.example","port":587,"security":"starttls","user":"kunna","sender":"kunna@house.example",)"
        R"("address":"https://kunna.house.example/","quiet":{"from":18,"to":7,"weekends":true}})";
};

TEST_P(NoticeRoutes, EverybodyReadsTheirOwnAndNobodyElses) {
    EXPECT_THAT(server.as("bo", "GET", "/notices/unread").body, HasSubstr(R"("unread":2)"));
    const std::string all = server.as("bo", "GET", "/notices").body;
    EXPECT_THAT(all, HasSubstr("Kartläggning: <Hösten>"));
    EXPECT_THAT(all, HasSubstr("Du har 1 fråga kvar att svara på, senast 5 december 2026."));
    EXPECT_THAT(server.as("cia", "GET", "/notices").body, HasSubstr(R"("items":[])"));
    EXPECT_EQ(server.as("cia", "POST", "/notices/1/reading").code(), "notice.not_found");
    EXPECT_EQ(server.as("bo", "POST", "/notices/999/reading").code(), "notice.not_found");
    EXPECT_EQ(server.as("bo", "POST", "/notices/1/reading").status, 204);
    EXPECT_EQ(server.as("bo", "POST", "/notices/1/reading").status, 204);
    EXPECT_THAT(server.as("bo", "GET", "/notices/unread").body, HasSubstr(R"("unread":1)"));
    EXPECT_EQ(server.as("cia", "POST", "/notices/reading").status, 204);
    EXPECT_THAT(server.as("bo", "GET", "/notices/unread").body, HasSubstr(R"("unread":1)"));
    EXPECT_EQ(server.as("bo", "POST", "/notices/reading").status, 204);
    EXPECT_THAT(server.as("bo", "GET", "/notices/unread").body, HasSubstr(R"("unread":0)"));
}

TEST_P(NoticeRoutes, AListGoesOnPageByPage) {
    const Answer first = server.as("bo", "GET", "/notices?limit=1");
    const auto page = json::parse(first.body);
    const std::size_t at = first.body.find(R"("next":")") + 8;
    const std::string cursor = first.body.substr(at, first.body.find('"', at) - at);
    EXPECT_THAT(first.body, HasSubstr("round_reminder"));
    EXPECT_THAT(server.as("bo", "GET", "/notices?limit=1&cursor=" + cursor).body, HasSubstr("round_opened"));
}

TEST_P(NoticeRoutes, OnlyAnAdministratorLooksAfterMailAndThePasswordIsNeverTold) {
    for (const char* who : {"bo", "hr"})
        for (const auto& [method, path] : {std::pair{"GET", "/mail"}, std::pair{"GET", "/mail/outbox"},
                                           std::pair{"POST", "/mail/retry"}, std::pair{"POST", "/mail/test"}})
            EXPECT_EQ(server.as(who, method, path).status, 403) << who << path;
    EXPECT_EQ(server.as("hr", "PUT", "/mail", settings, "\"0\"").status, 403);
    EXPECT_EQ(server.as("admin", "POST", "/mail/test").code(), "mail.not_set_up");
    EXPECT_EQ(server.as("admin", "PUT", "/mail", settings).status, 428);
    const Answer saved = server.as("admin", "PUT", "/mail", settings, "\"0\"");
    ASSERT_EQ(saved.status, 200) << saved.body;
    EXPECT_THAT(saved.body, HasSubstr(R"("address":"https://kunna.house.example")"));
    EXPECT_THAT(saved.body, HasSubstr(R"("password":true)"));
    EXPECT_THAT(saved.body, Not(HasSubstr(secret)));
    EXPECT_EQ(server.as("admin", "PUT", "/mail", settings, "\"0\"").status, 412);
    EXPECT_EQ(server.as("admin", "GET", "/mail/outbox?state=failed").status, 200);
    EXPECT_EQ(server.as("admin", "GET", "/mail/outbox?state=odd").status, 422);
    EXPECT_EQ(server.as("admin", "POST", "/mail/retry").status, 200);
    EXPECT_EQ(server.as("admin", "POST", "/mail/test").status, 202);
}

TEST_P(NoticeRoutes, ATestIsAnsweredInTheWordsOfTheMailServer) {
    const MailServer mail;
    WantedMail wanted = through(mail.port());
    ASSERT_TRUE(change_mail(*db, hr(), wanted, std::nullopt).ok());
    execute("UPDATE account SET email = 'nobody@house.example' WHERE id = 20;"
            "UPDATE account SET email = 'bo@house.example' WHERE id = 12");
    const auto test = [&](const access::Actor& actor) {
        jobs::Runner runner{*db, {.look = std::chrono::milliseconds{5}}};
        add_kinds(runner, {});
        runner.start();
        const JobId job =
            *act([&](db::Tx& tx) -> Result<JobId> { return jobs::add_text(tx, actor, "mail.test", "{}"); });
        runner.wake();
        for (;;) {
            const auto now = look([&](db::Tx& tx) { return jobs::find(tx, actor, job); });
            if (jobs::is_over(now->state)) return *now;
            std::this_thread::yield();
        }
    };
    EXPECT_EQ(test(employee(bo)).state, jobs::JobState::done);
    EXPECT_EQ(mail.letters().at(0).to.at(0), "bo@house.example");
    const jobs::Job refused = test(hr());
    EXPECT_EQ(refused.state, jobs::JobState::failed);
    EXPECT_THAT(refused.problem->detail, HasSubstr("550 5.1.1 no such mailbox"));
}

INSTANTIATE_ON_BOTH(NoticeRoutes);

} // namespace
} // namespace kunna::notices
