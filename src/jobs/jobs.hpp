// What one does with jobs: ask for one, look, call it off. The Runner does the work.
#pragma once

#include "access/actor.hpp"
#include "base/json_write.hpp"
#include "db/db.hpp"
#include "jobs/job.hpp"

#include <vector>

namespace kunna::jobs {

class Runner;

// Puts a job in the queue within the caller's transaction, so that it exists exactly when what asked for it does.
// `input` is a described struct, read back with Task::input<T>().
JobId add_text(db::Tx& tx, const access::Actor& actor, std::string_view kind, std::string_view input);
template <class T>
JobId add(db::Tx& tx, const access::Actor& actor, std::string_view kind, const T& input) {
    return add_text(tx, actor, kind, json::to_text(input));
}

// One's own, or anyone's with view_jobs; otherwise job.not_found. Progress of a job that runs on this node comes from
// the runner and is fresher than the row.
Result<Job> find(db::Tx& tx, const access::Actor& actor, JobId job, const Runner* runner = nullptr);
// Newest first, with ids below `before`.
std::vector<Job> newest(db::Tx& tx, const access::Actor& actor, std::int64_t before, int limit,
                        const Runner* runner = nullptr);
// A waiting job is cancelled at once; a running one when it next tells its progress. Refuses job.over.
Result<Job> cancel(db::Db& db, const access::Actor& actor, JobId job, Runner* runner = nullptr);

[[nodiscard]] std::int64_t waiting(db::Tx& tx);

} // namespace kunna::jobs
