// The schema's version, for status pages and backups.
#pragma once

namespace kunna::db {

class Tx;

// The newest that this program knows.
[[nodiscard]] int newest_migration();
// The newest that the database has; less when it was opened read-only and not served by this version yet.
[[nodiscard]] int schema_version(Tx& tx);

} // namespace kunna::db
