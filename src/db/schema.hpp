// The schema's version, for status pages and backups.
#pragma once

#include "base/result.hpp"

namespace kunna::db {

class Db;
class Tx;

// The newest that this program knows.
[[nodiscard]] int newest_migration();
// The newest that the database has; less when it was opened read-only and not served by this version yet.
[[nodiscard]] int schema_version(Tx& tx);
// For what was opened for reading only and so not brought up to date. conflict, "data.older".
[[nodiscard]] Result<void> of_this_version(Db& db);

} // namespace kunna::db
