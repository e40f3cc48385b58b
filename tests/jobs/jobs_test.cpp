// Jobs: queued with what asks for them, done once, told about, called off, done again when a node dies.
#include "jobs/jobs.hpp"
#include "jobs/queries.hpp"
#include "jobs/runner.hpp"
#include "support/databases.hpp"

#include <condition_variable>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

namespace kunna::jobs {
namespace {

using namespace std::chrono_literals;

struct Wanted {
    std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (rows))

access::Actor somebody(std::int64_t account, std::vector<access::Grant> grants = {}) {
    access::Actor actor;
    actor.account = AccountId{account};
    actor.language = "en";
    actor.grants = std::move(grants);
    return actor;
}

// A gate a test holds closed while it looks at running work.
class Gate {
public:
    void pass() {
        std::unique_lock held{mutex_};
        inside_ = true;
        change_.notify_all();
        change_.wait(held, [&] { return open_; });
    }
    void wait_inside() {
        std::unique_lock held{mutex_};
        change_.wait(held, [&] { return inside_; });
    }
    void open() {
        {
            const std::scoped_lock held{mutex_};
            open_ = true;
        }
        change_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable change_;
    bool inside_ = false;
    bool open_ = false;
};

RunnerOptions quick() {
    RunnerOptions options;
    options.look = 10ms;
    options.tell = 10ms;
    return options;
}

class Jobs : public ::testing::TestWithParam<db::Engine> {
protected:
    test::SetClock clock;
    test::FreshDatabase fresh{GetParam(), &clock};
    std::unique_ptr<db::Db> db = fresh.open();
    const access::Actor anna = somebody(1);
    const access::Actor system = access::Actor::system();

    JobId queue(std::string_view kind, std::int64_t rows = 0) {
        auto job = db->transact([&](db::Tx& tx) -> Result<JobId> { return add(tx, anna, kind, Wanted{rows}); });
        return *job;
    }
    Job look(JobId job, const Runner* runner = nullptr) {
        return *db->read([&](db::Tx& tx) { return find(tx, anna, job, runner); });
    }
    Job wait_for(JobId job, JobState state) {
        for (int i = 0; i < 2000; ++i) {
            Job now = look(job);
            if (now.state == state) return now;
            std::this_thread::sleep_for(5ms);
        }
        return look(job);
    }
};

TEST_P(Jobs, AJobIsDoneWithItsInputAndItsFiguresAreKept) {
    Runner runner{*db, quick()};
    runner.kind("count", [](db::Db&, const Task& task, Progress& progress) -> Result<Outcome> {
        const Wanted wanted = TRY(task.input<Wanted>());
        TRY(progress.tell(0.5));
        return Outcome{{"rows", wanted.rows}, {"by", task.account.value}};
    });
    runner.start();
    const JobId job = queue("count", 12);
    const Job done = wait_for(job, JobState::done);
    EXPECT_EQ(done.state, JobState::done);
    EXPECT_EQ(done.progress, 1);
    EXPECT_TRUE(done.finished.has_value());
    ASSERT_TRUE(done.result.has_value());
    EXPECT_EQ(done.result->at("rows"), 12);
    EXPECT_EQ(done.result->at("by"), 1);
}

TEST_P(Jobs, AJobQueuedInARefusedTransactionDoesNotExist) {
    (void)db->transact([&](db::Tx& tx) -> Result<void> {
        add(tx, anna, "count", Wanted{});
        return refuse(Kind::conflict, "test.refused");
    });
    EXPECT_EQ(db->read([](db::Tx& tx) { return waiting(tx); }), 0);
}

TEST_P(Jobs, ARefusalOfTheWorkIsTheJobsProblemInTheReadersLanguage) {
    Runner runner{*db, quick()};
    runner.kind("refuse",
                [](db::Db&, const Task&, Progress&) -> Result<Outcome> { return refuse_field("row 3", "job.over"); });
    runner.start();
    const Job failed = wait_for(queue("refuse"), JobState::failed);
    ASSERT_TRUE(failed.problem.has_value());
    EXPECT_EQ(failed.problem->code, "job.over");
    EXPECT_EQ(failed.problem->detail, "The job has already ended and cannot be cancelled.");
}

TEST_P(Jobs, AnExceptionIsABreakdownWithoutInternalsAndTheRunnerGoesOn) {
    std::mutex mutex;
    std::string logged;
    RunnerOptions options = quick();
    options.log = [&](std::string_view what) {
        const std::scoped_lock held{mutex};
        logged += what;
    };
    Runner runner{*db, options};
    runner.kind("break",
                [](db::Db&, const Task&, Progress&) -> Result<Outcome> { throw std::runtime_error{"secret detail"}; });
    runner.kind("fine", [](db::Db&, const Task&, Progress&) -> Result<Outcome> { return Outcome{}; });
    runner.start();
    const Job failed = wait_for(queue("break"), JobState::failed);
    ASSERT_TRUE(failed.problem.has_value());
    EXPECT_EQ(failed.problem->code, "job.broken");
    EXPECT_EQ(wait_for(queue("fine"), JobState::done).state, JobState::done);
    const std::scoped_lock held{mutex};
    EXPECT_THAT(logged, ::testing::HasSubstr("secret detail"));
}

TEST_P(Jobs, ProgressIsHeardAtOnceFromTheRunnerAndSoonFromTheRow) {
    Gate gate;
    Runner runner{*db, quick()};
    runner.kind("slow", [&](db::Db&, const Task&, Progress& whole) -> Result<Outcome> {
        const Progress half = whole.part(0.5, 1);
        TRY(half.tell(0.5, "job.over"));
        gate.pass();
        return Outcome{};
    });
    runner.start();
    const JobId job = queue("slow");
    gate.wait_inside();
    EXPECT_EQ(look(job, &runner).progress, 0.75);
    EXPECT_EQ(look(job, &runner).note, "The job has already ended and cannot be cancelled.");
    for (int i = 0; i < 2000 && look(job).progress == 0; ++i) std::this_thread::sleep_for(5ms);
    EXPECT_EQ(look(job).progress, 0.75);
    EXPECT_EQ(look(job).note, "The job has already ended and cannot be cancelled.");
    gate.open();
    EXPECT_EQ(wait_for(job, JobState::done).progress, 1);
}

TEST_P(Jobs, ACancelledJobIsRolledBackAndTellsSo) {
    Gate gate;
    Runner runner{*db, quick()};
    runner.kind("write", [&](db::Db& d, const Task& task, Progress& progress) -> Result<Outcome> {
        TRY(progress.tell(0.1));
        gate.pass();
        return d.transact([&](db::Tx& tx) -> Result<Outcome> {
            tx.run(queries::insert_job,
                   {{"kind", "trace"}, {"input", "{}"}, {"account", task.account}, {"created", tx.now()}});
            TRY(progress.tell(0.2));
            return Outcome{};
        });
    });
    runner.start();
    const JobId job = queue("write");
    gate.wait_inside();
    ASSERT_TRUE(cancel(*db, anna, job, &runner).ok());
    gate.open();
    EXPECT_EQ(wait_for(job, JobState::cancelled).state, JobState::cancelled);
    EXPECT_EQ(db->read([](db::Tx& tx) { return waiting(tx); }), 0);
    const auto again = cancel(*db, anna, job, &runner);
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "job.over");
}

TEST_P(Jobs, AWaitingJobIsCancelledAtOnceAndNeverDone) {
    const JobId job = queue("count");
    ASSERT_TRUE(cancel(*db, anna, job).ok());
    EXPECT_EQ(look(job).state, JobState::cancelled);
    bool ran = false;
    Runner runner{*db, quick()};
    runner.kind("count", [&](db::Db&, const Task&, Progress&) -> Result<Outcome> {
        ran = true;
        return Outcome{};
    });
    runner.kind("after", [](db::Db&, const Task&, Progress&) -> Result<Outcome> { return Outcome{}; });
    runner.start();
    wait_for(queue("after"), JobState::done);
    runner.stop();
    EXPECT_FALSE(ran);
}

TEST_P(Jobs, AStoppedRunnerPutsItsJobBackAndTheNextOneDoesIt) {
    Gate gate;
    JobId job;
    {
        Runner runner{*db, quick()};
        runner.kind("long", [&](db::Db&, const Task&, Progress& progress) -> Result<Outcome> {
            gate.pass();
            for (;;) {
                TRY(progress.tell(0.5));
                std::this_thread::sleep_for(1ms);
            }
        });
        runner.start();
        job = queue("long");
        gate.wait_inside();
        gate.open();
        runner.stop();
    }
    EXPECT_EQ(look(job).state, JobState::waiting);
    EXPECT_EQ(look(job).progress, 0);
    Runner next{*db, quick()};
    next.kind("long", [](db::Db&, const Task&, Progress&) -> Result<Outcome> { return Outcome{}; });
    next.start();
    EXPECT_EQ(wait_for(job, JobState::done).state, JobState::done);
}

TEST_P(Jobs, AJobWhoseNodeDiedIsDoneAgainAndGivenUpAfterFiveDeaths) {
    const JobId job = queue("heavy");
    const auto die = [&] {
        return db->transact([&](db::Tx& tx) -> Result<std::int64_t> {
            return tx.run(queries::claim_job, {{"job", job}, {"node", "dead"}, {"now", tx.now()}});
        });
    };
    std::atomic<int> done{0};
    const auto next_node = [&](bool works) {
        Runner runner{*db, quick()};
        if (works)
            runner.kind("heavy", [&](db::Db&, const Task&, Progress&) -> Result<Outcome> {
                ++done;
                return Outcome{};
            });
        runner.start();
        if (works) wait_for(job, JobState::done);
    };
    ASSERT_EQ(*die(), 1);
    if (GetParam() == db::Engine::postgres) {
        // Another node may be at work: only silence says that it is dead.
        next_node(false);
        EXPECT_EQ(look(job).state, JobState::running);
    }
    clock.pass(31s);
    next_node(true);
    EXPECT_EQ(done, 1);

    const JobId cursed = queue("cursed");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(look(cursed).state, JobState::waiting);
        ASSERT_EQ(*db->transact([&](db::Tx& tx) -> Result<std::int64_t> {
            return tx.run(queries::claim_job, {{"job", cursed}, {"node", "dead"}, {"now", tx.now()}});
        }),
                  1);
        clock.pass(31s);
        next_node(false);
    }
    const Job failed = look(cursed);
    EXPECT_EQ(failed.state, JobState::failed);
    ASSERT_TRUE(failed.problem.has_value());
    EXPECT_EQ(failed.problem->code, "job.given_up");
}

TEST_P(Jobs, ANodeThatLostItsJobToAnotherWritesNothingMore) {
    Gate gate;
    Runner runner{*db, quick()};
    runner.kind("slow", [&](db::Db&, const Task&, Progress&) -> Result<Outcome> {
        gate.pass();
        return Outcome{{"late", 1}};
    });
    runner.start();
    const JobId job = queue("slow");
    gate.wait_inside();
    const Instant later = clock.now() + 1h;
    (void)db->transact([&](db::Tx& tx) -> Result<void> {
        tx.run(queries::take_back, {{"job", job}, {"silent", later}});
        tx.run(queries::claim_job, {{"job", job}, {"node", "other"}, {"now", later}});
        return {};
    });
    gate.open();
    runner.stop();
    EXPECT_EQ(look(job).state, JobState::running);
    EXPECT_FALSE(look(job).result.has_value());
}

TEST_P(Jobs, OneSeesOnesOwnJobsAndAllWithThePermission) {
    const JobId job = queue("count");
    const auto stranger = somebody(2);
    const auto administrator = somebody(3, {{access::Role::administrator, {}}});
    db->read([&](db::Tx& tx) {
        EXPECT_TRUE(find(tx, anna, job).ok());
        EXPECT_TRUE(find(tx, administrator, job).ok());
        const auto invisible = find(tx, stranger, job);
        const auto missing = find(tx, stranger, JobId{4711});
        ASSERT_FALSE(invisible.ok());
        ASSERT_FALSE(missing.ok());
        EXPECT_EQ(invisible.error().code, missing.error().code);
        EXPECT_EQ(newest(tx, anna, 1'000'000, 10).size(), 1U);
        EXPECT_EQ(newest(tx, administrator, 1'000'000, 10).size(), 1U);
        EXPECT_TRUE(newest(tx, stranger, 1'000'000, 10).empty());
    });
    const auto refused = cancel(*db, stranger, job);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "job.not_found");
    EXPECT_EQ(look(job).state, JobState::waiting);
}

TEST_P(Jobs, ManyJobsAndTwoRunnersDoEachJobOnce) {
    std::atomic<int> done{0};
    const auto work = [&](db::Db&, const Task&, Progress&) -> Result<Outcome> {
        ++done;
        return Outcome{};
    };
    Runner one{*db, quick()};
    Runner two{*db, quick()};
    one.kind("count", work);
    two.kind("count", work);
    one.start();
    two.start();
    std::vector<JobId> jobs;
    for (int i = 0; i < 30; ++i) jobs.push_back(queue("count"));
    for (const JobId job : jobs) EXPECT_EQ(wait_for(job, JobState::done).state, JobState::done);
    EXPECT_EQ(done, 30);
}

INSTANTIATE_ON_BOTH(Jobs);

class JobQueries : public ::testing::TestWithParam<db::Engine> {};
TEST_P(JobQueries, CanAllBePrepared) {
    const test::FreshDatabase fresh{GetParam()};
    const auto db = fresh.open();
    db->read([](db::Tx& tx) {
        for (const auto& query : queries::all) EXPECT_NO_THROW(tx.connection().prepare(query)) << query.name;
    });
}
INSTANTIATE_ON_BOTH(JobQueries);

} // namespace
} // namespace kunna::jobs
