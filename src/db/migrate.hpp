// Migrations: forward only, at start, under a lock, each in one transaction. Private to src/db.
#pragma once

#include "db/db.hpp"
#include "db/schema.hpp"

namespace kunna::db {

// The database was made by a newer Kunna than this one.
struct NewerSchema : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Brings the schema to the newest migration. Killed at any point, it leaves the old or the new schema, never between.
void migrate(Connection& connection, Engine engine, const Clock& clock);

std::int64_t newest_audit(Tx& tx);

} // namespace kunna::db
