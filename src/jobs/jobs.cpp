// Asking for jobs, looking at them, calling them off.
#include "jobs/jobs.hpp"

#include "audit/trail.hpp"
#include "jobs/queries.hpp"
#include "jobs/runner.hpp"
#include "jobs/store.hpp"

namespace kunna::jobs {

namespace {

bool sees_all(const access::Actor& actor) {
    return actor.is_system() || actor.may(access::Permission::view_jobs);
}

Job freshest(const store::StoredJob& stored, const access::Actor& actor, const Runner* runner) {
    Job job = store::shown(stored, actor.language);
    if (runner != nullptr && job.state == JobState::running) runner->overlay(job, actor.language);
    return job;
}

} // namespace

JobId add_text(db::Tx& tx, const access::Actor& actor, std::string_view kind, std::string_view input) {
    const auto job = tx.insert<JobId>(
        queries::insert_job, {{"kind", kind}, {"input", input}, {"account", actor.account}, {"created", tx.now()}});
    audit::append(tx, actor.account, "job.queued", job.value);
    return job;
}

Result<Job> find(db::Tx& tx, const access::Actor& actor, JobId job, const Runner* runner) {
    const auto stored = tx.one<store::StoredJob>(
        queries::job_by_id, {{"job", job}, {"account", actor.account}, {"everyone", sees_all(actor)}});
    if (!stored) return refuse(Kind::not_found, "job.not_found");
    return freshest(*stored, actor, runner);
}

std::vector<Job> newest(db::Tx& tx, const access::Actor& actor, std::int64_t before, int limit, const Runner* runner) {
    std::vector<Job> jobs;
    for (const auto& stored : tx.all<store::StoredJob>(
             queries::jobs_before,
             {{"before", before}, {"account", actor.account}, {"everyone", sees_all(actor)}, {"limit", limit}}))
        jobs.push_back(freshest(stored, actor, runner));
    return jobs;
}

Result<Job> cancel(db::Db& db, const access::Actor& actor, JobId job, Runner* runner) {
    const Job before = TRY(db.read([&](db::Tx& tx) { return find(tx, actor, job); }));
    if (is_over(before.state)) return refuse(Kind::conflict, "job.over");
    // First the thread that works, if it is ours: its transaction may keep our own from being written until it ends.
    if (runner != nullptr) runner->ask_to_cancel(job);
    return db.transact([&](db::Tx& tx) -> Result<Job> {
        const std::int64_t asked = tx.run(queries::cancel_waiting, {{"job", job}, {"now", tx.now()}}) +
                                   tx.run(queries::ask_to_cancel, {{"job", job}});
        // Meanwhile it may have ended; then there is nothing to write down.
        if (asked > 0) audit::append(tx, actor.account, "job.cancelled", job.value);
        return find(tx, actor, job, runner);
    });
}

std::int64_t waiting(db::Tx& tx) {
    return tx.one<std::int64_t>(queries::count_waiting).value_or(0);
}

} // namespace kunna::jobs
