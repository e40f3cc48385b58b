// The HTTP face of jobs: one's own for everyone, all of them for those who look after the server.
#include "jobs/routes.hpp"

#include "base/json_write.hpp"
#include "http/paging.hpp"
#include "http/router.hpp"
#include "jobs/jobs.hpp"
#include "jobs/runner.hpp"

namespace kunna::jobs {

namespace {

using access::Actor;

constexpr std::int64_t from_the_newest = std::int64_t{1} << 60;

struct JobPath {
    JobId job{};
};
BOOST_DESCRIBE_STRUCT(JobPath, (), (job))

// Tells the job whenever it has changed, until it is over.
http::EventStream events(db::Db& db, Actor actor, JobId job, const Runner* runner) {
    return {
        [&db, actor = std::move(actor), job, runner, told = std::string{}](std::vector<http::Event>& fresh) mutable {
            const auto now = db.read([&](db::Tx& tx) { return find(tx, actor, job, runner); });
            if (!now.ok()) return false;
            std::string text = json::to_text(*now);
            if (text != told) {
                fresh.push_back({"", "progress", text});
                told = std::move(text);
            }
            return !is_over(now->state);
        },
        250};
}

} // namespace

void declare_routes(http::Router& api, Runner* runner) {
    api.get("/jobs",
            {.summary = "Background work, newest first: one's own, or everybody's", .needs = http::Needs::sign_in()},
            [runner](db::Db& db, const Actor& actor, const http::PageAsked& asked) -> Result<http::Page<Job>> {
                const std::int64_t before = TRY(http::page_start("jobs", asked.cursor, from_the_newest));
                const std::size_t limit = asked.limit_or(50);
                http::Page<Job> page;
                page.items =
                    db.read([&](db::Tx& tx) { return newest(tx, actor, before, static_cast<int>(limit) + 1, runner); });
                http::cut_page(page, "jobs", limit, [](const Job& job) { return job.id.value; });
                return page;
            });
    api.get("/jobs/{job}", {.summary = "One job, with its progress", .needs = http::Needs::sign_in()},
            [runner](db::Db& db, const Actor& actor, const JobPath& path) {
                return db.read([&](db::Tx& tx) { return find(tx, actor, path.job, runner); });
            });
    api.del(
        "/jobs/{job}", {.summary = "Cancel a job: what it has begun is undone", .needs = http::Needs::sign_in()},
        [runner](db::Db& db, const Actor& actor, const JobPath& path) { return cancel(db, actor, path.job, runner); });
    api.get("/jobs/{job}/events",
            {.summary = "A job's progress as it happens",
             .needs = http::Needs::sign_in(),
             .description = "Server-sent events named progress, each the job as GET /jobs/{job} answers it; the stream "
                            "ends with the job."},
            [runner](db::Db& db, const Actor& actor, const JobPath& path) -> Result<http::EventStream> {
                TRY(db.read([&](db::Tx& tx) { return find(tx, actor, path.job, runner); }));
                return events(db, actor, path.job, runner);
            });
}

} // namespace kunna::jobs
