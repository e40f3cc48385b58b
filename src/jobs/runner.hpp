// Runner: the threads that do the jobs of this node.
//
// Contract of a kind: its work may be done again from the start at any time (a node that dies leaves it half done), so
// doing it twice is the same as doing it once; it tells its progress often and passes a refusal of tell() on; what it
// changes is in one transaction. A job whose node died is done again: on SQLite at the next start, on PostgreSQL by any
// node once its heartbeat is half a minute old. A job is given up after five deserted attempts.
#pragma once

#include "base/json_read.hpp"
#include "db/db.hpp"
#include "jobs/job.hpp"
#include "jobs/progress.hpp"

#include <chrono>
#include <memory>

namespace kunna::jobs {

// A job as its work sees it.
struct Task {
    JobId id{};
    AccountId account{}; // who asked for it; 0: the server itself
    std::string kind{};
    std::string text{};

    template <class T>
    [[nodiscard]] Result<T> input() const {
        return json::from_text<T>(text);
    }
};

// Figures for whoever asked: {"new": 12}.
using Outcome = std::map<std::string, std::int64_t>;
using Work = std::function<Result<Outcome>(db::Db&, const Task&, Progress&)>;

struct RunnerOptions {
    int threads = 2;
    std::chrono::milliseconds look = std::chrono::seconds{1};        // for jobs that other nodes queued
    std::chrono::milliseconds tell = std::chrono::milliseconds{400}; // between writes of progress
    std::chrono::milliseconds silence = std::chrono::seconds{30};    // after which a node counts as dead
    std::function<void(std::string_view what)> log = {};             // breakdowns; never personal data
};

class Runner {
public:
    explicit Runner(db::Db& db, RunnerOptions options = {});
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    ~Runner(); // stops

    // Before start().
    void kind(std::string name, Work work);
    void start();
    // Running jobs are asked to stop and wait again; returns when all threads have ended.
    void stop();
    // A job was queued on this node: do not wait for the next look.
    void wake();

    // What is known here of a job that runs here, laid over its row.
    void overlay(Job& job, std::string_view language) const;
    // Asks a job that runs here to end; false when it does not run here.
    bool ask_to_cancel(JobId job);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace kunna::jobs
