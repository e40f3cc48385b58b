// Migrations, and opening either engine.
#include "db/migrate.hpp"

#include "db/migrations.hpp"
#include "db/postgres.hpp"
#include "db/queries.hpp"
#include "db/schema.hpp"
#include "db/sqlite.hpp"

namespace kunna::db {

namespace {

struct Applied {
    int number = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (number, hash))

constexpr std::string_view version_table =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    "number BIGINT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied BIGINT NOT NULL)";

// Begins so that a second process waits until this one is done.
void begin_alone(Connection& connection, Engine engine) {
    if (engine == Engine::sqlite) {
        connection.execute("BEGIN EXCLUSIVE");
    } else {
        connection.execute("BEGIN");
        connection.execute("SELECT pg_advisory_xact_lock(7501)");
    }
}

bool apply_next(Connection& connection, Engine engine, const Clock& clock) {
    begin_alone(connection, engine);
    try {
        connection.execute(version_table);
        Tx tx{connection, clock, engine};
        const auto applied = tx.all<Applied>(queries::applied_migrations);
        if (applied.size() > migrations.size())
            throw NewerSchema{"migration " + std::to_string(applied.back().number) + " is not known to this version"};
        for (std::size_t i = 0; i < applied.size(); ++i)
            if (applied[i].hash != migrations[i].hash)
                throw NewerSchema{"migration " + std::to_string(applied[i].number) +
                                  " was another text when it was applied"};
        const bool more = applied.size() < migrations.size();
        if (more) {
            const Migration& next = migrations[applied.size()];
            connection.execute(engine == Engine::sqlite ? next.sqlite : next.postgres);
            tx.run(queries::record_migration,
                   {{"number", next.number}, {"name", next.name}, {"hash", next.hash}, {"applied", clock.now()}});
        }
        connection.execute("COMMIT");
        return more;
    } catch (...) {
        connection.execute("ROLLBACK");
        throw;
    }
}

} // namespace

void migrate(Connection& connection, Engine engine, const Clock& clock) {
    while (apply_next(connection, engine, clock)) {
    }
}

int newest_migration() {
    return static_cast<int>(migrations.size());
}

int schema_version(Tx& tx) {
    return *tx.one<int>(queries::schema_version);
}

Result<void> of_this_version(Db& db) {
    const int version = db.read([](Tx& tx) { return schema_version(tx); });
    if (version < newest_migration())
        return Error{Kind::conflict,
                     "data.older",
                     {},
                     {{"schema", std::to_string(version)}, {"newest", std::to_string(newest_migration())}}};
    return {};
}

std::int64_t newest_audit(Tx& tx) {
    return *tx.one<std::int64_t>(queries::newest_audit);
}

Result<std::unique_ptr<Db>> open(const Options& options) {
    try {
        if (!options.url.empty()) return open_postgres(options);
        return open_sqlite(options);
    } catch (const NewerSchema& newer) {
        return Error{Kind::conflict, "data.newer", {}, {{"detail", newer.what()}}};
    } catch (const Unavailable& unavailable) {
        return Error{Kind::unavailable, "data.unavailable", {}, {{"detail", unavailable.what()}}};
    } catch (const StorageFull&) {
        return Error{Kind::storage_full, "storage.full"};
    }
}

} // namespace kunna::db
