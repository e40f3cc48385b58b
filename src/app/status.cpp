// Status.
#include "app/status.hpp"

#include "app/guide.hpp"
#include "app/queries.hpp"
#include "db/schema.hpp"
#include "jobs/jobs.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace kunna::app {

namespace {

// Resident memory of this process.
std::int64_t memory_bytes() {
    std::ifstream statm{"/proc/self/statm"};
    std::int64_t all = 0;
    std::int64_t resident = 0;
    statm >> all >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

} // namespace

Status status(db::Db& db, const Standing& standing) {
    Status told{.version = KUNNA_VERSION, .started = standing.started, .memory_bytes = memory_bytes()};
    told.database = db.engine() == db::Engine::sqlite ? "SQLite" : "PostgreSQL";
    db.read([&](db::Tx& tx) {
        told.schema = db::newest_migration();
        for (const GuideStep& step : guide(tx).steps)
            if (step.key == "people") told.people = step.count;
        told.assessments = *tx.one<std::int64_t>(queries::assessments);
        told.jobs_waiting = jobs::waiting(tx);
    });
    const auto picture = standing.workforces->current();
    told.snapshot = {picture->day(), picture->seq(), standing.workforces->built().last_ms,
                     static_cast<std::int64_t>(picture->snapshot().bytes())};
    std::error_code error;
    const auto space = std::filesystem::space(standing.data_folder.empty() ? "/" : standing.data_folder, error);
    if (!error) told.disk_free_bytes = static_cast<std::int64_t>(space.available);
    return told;
}

} // namespace kunna::app
