// The schema's version, for status pages and backups.
#pragma once

namespace kunna::db {

[[nodiscard]] int newest_migration();

} // namespace kunna::db
