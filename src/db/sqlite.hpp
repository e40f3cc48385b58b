// SQLite behind Db. Private to src/db.
#pragma once

#include "db/db.hpp"

namespace kunna::db {

Result<std::unique_ptr<Db>> open_sqlite(const Options& options);

} // namespace kunna::db
