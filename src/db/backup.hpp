// Backup: everything of one tenant as a single SQLite file, from either engine, taken while serving; and back into
// either.
#pragma once

#include "db/db.hpp"

namespace kunna::db {

struct BackupReport {
    std::int64_t tables = 0;
    std::int64_t rows = 0;
};

// Written beside `file`, flushed, then renamed, so that a half-written backup never has its name. Refuses
// backup.exists.
Result<BackupReport> back_up(Db& db, const std::string& file);

// Into an empty folder or schema. Refuses backup.missing, backup.damaged, backup.not_empty, and what open() refuses
// (data.in_use while a server serves the folder, data.newer).
Result<BackupReport> restore(const std::string& file, const Options& into);

} // namespace kunna::db
