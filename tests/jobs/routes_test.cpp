// The HTTP face of jobs: one's own and nobody else's, cancelling, and progress as it happens.
#include "jobs/jobs.hpp"
#include "jobs/routes.hpp"
#include "jobs/runner.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"

#include <condition_variable>

namespace kunna::jobs {
namespace {

using namespace std::chrono_literals;
using http::test::Answer;
using ::testing::HasSubstr;

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

class JobRoutes : public test::SmallCompany {
protected:
    std::mutex mutex;
    std::condition_variable change;
    bool open = false;
    std::unique_ptr<Runner> runner;
    http::test::TestServer server;

    void SetUp() override {
        RunnerOptions options;
        options.look = 10ms;
        options.tell = 10ms;
        runner = std::make_unique<Runner>(*db, options);
        runner->kind("slow", [this](db::Db&, const Task&, Progress& progress) -> Result<Outcome> {
            TRY(progress.tell(0.25));
            std::unique_lock held{mutex};
            change.wait(held, [&] { return open; });
            TRY(progress.tell(0.75));
            return Outcome{{"rows", 3}};
        });
        runner->start();
        server.gate.token("bo", employee(bo));
        server.gate.token("cia", employee(cia));
        server.gate.token("hr", hr());
        declare_routes(server.api, runner.get());
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    void TearDown() override {
        let_go();
        server.stop();
        runner->stop();
    }
    void let_go() {
        {
            const std::scoped_lock held{mutex};
            open = true;
        }
        change.notify_all();
    }
    JobId queue(PersonId person) {
        const auto job = act([&](db::Tx& tx) -> Result<JobId> { return add(tx, employee(person), "slow", Nothing{}); });
        runner->wake();
        return *job;
    }
    std::string seen(JobId job, std::string_view text) {
        for (int i = 0; i < 1000; ++i) {
            const Answer answer = server.as("bo", "GET", "/jobs/" + std::to_string(job.value));
            if (answer.body.find(text) != std::string::npos) return answer.body;
            std::this_thread::sleep_for(5ms);
        }
        return server.as("bo", "GET", "/jobs/" + std::to_string(job.value)).body;
    }
};

TEST_P(JobRoutes, NobodySeesJobsWithoutSigningIn) {
    EXPECT_EQ(server.as("nobody", "GET", "/jobs").status, 401);
    EXPECT_EQ(server.as("nobody", "GET", "/jobs/1").status, 401);
    EXPECT_EQ(server.as("nobody", "DELETE", "/jobs/1").status, 401);
    EXPECT_EQ(server.as("nobody", "GET", "/jobs/1/events").status, 401);
}

TEST_P(JobRoutes, OneSeesOnesOwnAndAnothersIsAnsweredLikeAMissingOne) {
    const std::string path = "/jobs/" + std::to_string(queue(bo).value);
    EXPECT_EQ(server.as("bo", "GET", path).status, 200);
    EXPECT_EQ(server.as("hr", "GET", path).status, 200);
    for (const char* method : {"GET", "DELETE"}) {
        EXPECT_EQ(server.as("cia", method, path).status, 404);
        EXPECT_EQ(server.as("cia", method, path).code(), server.as("cia", method, "/jobs/999").code());
    }
    EXPECT_EQ(server.as("cia", "GET", path + "/events").status, 404);
    EXPECT_EQ(server.as("cia", "GET", "/jobs").body, R"({"items":[],"next":null,"total":null})");
    EXPECT_THAT(server.as("bo", "GET", "/jobs").body, HasSubstr(R"("kind":"slow")"));
}

TEST_P(JobRoutes, AListGoesOnWhereThePageBeforeEnded) {
    const JobId first = queue(bo);
    const JobId second = queue(bo);
    const Answer page = server.as("bo", "GET", "/jobs?limit=1");
    EXPECT_THAT(page.body, HasSubstr("\"id\":" + std::to_string(second.value)));
    const std::string link = page.header("Link");
    const std::string next = link.substr(link.find("/jobs"), link.find('>') - link.find("/jobs"));
    EXPECT_THAT(server.as("bo", "GET", next).body, HasSubstr("\"id\":" + std::to_string(first.value)));
    EXPECT_EQ(server.as("bo", "GET", "/jobs?cursor=forged").status, 422);
}

TEST_P(JobRoutes, ARunningJobIsCancelledAndAnOverOneIsNot) {
    const JobId job = queue(bo);
    const std::string path = "/jobs/" + std::to_string(job.value);
    EXPECT_THAT(seen(job, R"("progress":0.25)"), HasSubstr(R"("state":"running")"));
    EXPECT_EQ(server.as("bo", "DELETE", path).status, 200);
    let_go();
    EXPECT_THAT(seen(job, "cancelled"), HasSubstr(R"("state":"cancelled")"));
    const Answer again = server.as("bo", "DELETE", path);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.code(), "job.over");
}

TEST_P(JobRoutes, EventsTellTheProgressAndEndWithTheJob) {
    const JobId job = queue(bo);
    seen(job, R"("progress":0.25)");
    http::test::Wire wire{server.port()};
    wire.send("GET /api/v1/jobs/" + std::to_string(job.value) +
              "/events HTTP/1.1\r\nHost: kunna\r\nAuthorization: Bearer bo\r\nConnection: close\r\n\r\n");
    const std::string first = wire.read_until(R"("progress":0.25)");
    EXPECT_THAT(first, HasSubstr("text/event-stream"));
    EXPECT_THAT(first, HasSubstr("event: progress"));
    let_go();
    const std::string last = wire.read_until(R"("state":"done")");
    EXPECT_THAT(last, HasSubstr(R"("result":{"rows":3})"));
    EXPECT_TRUE(wire.closed_within(5s));
}

INSTANTIATE_ON_BOTH(JobRoutes);

} // namespace
} // namespace kunna::jobs
