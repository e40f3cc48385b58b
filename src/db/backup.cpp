// Backup. Table by table, in one transaction on the reading side; the schema itself names tables and columns.
#include "db/backup.hpp"

#include "db/sqlite.hpp"

#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace kunna::db {

namespace {

struct Column {
    std::string name{};
    std::string type{};
};
BOOST_DESCRIBE_STRUCT(Column, (), (name, type))

struct Table {
    std::string name;
    std::vector<Column> columns;
};

// SQL whose text is made while running. Only names from our own schema go into it.
struct OwnQuery {
    std::string name;
    std::string text;
    std::string placed;
    std::string copy;
    std::vector<std::string_view> parameters{};
    [[nodiscard]] Query query() const { return {name, text, placed, parameters, copy}; }
};

// Both engines have the same tables; SQLite's own catalogue lists them, parents before children.
std::vector<Table> tables_of(Tx& sqlite) {
    static constexpr Query names{"backup.tables",
                                 "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                 "AND name <> 'schema_migration' ORDER BY rowid",
                                 "",
                                 {},
                                 ""};
    static constexpr std::array<std::string_view, 1> table{"table"};
    static constexpr Query columns{"backup.columns", "SELECT name, type FROM pragma_table_info(:table) ORDER BY cid",
                                   "", table, ""};
    std::vector<Table> found;
    for (const std::string& name : sqlite.all<std::string>(names))
        found.push_back({name, sqlite.all<Column>(columns, {{"table", name}})});
    return found;
}

OwnQuery select_all(const Table& table) {
    std::string list;
    for (const Column& column : table.columns) list += (list.empty() ? "" : ", ") + column.name;
    const std::string text = "SELECT " + list + " FROM " + table.name;
    return {"backup.read_" + table.name, text, text, {}, {}};
}

OwnQuery insert_row(const Table& table) {
    std::string list;
    std::string named;
    std::string numbered;
    OwnQuery made;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string comma = i > 0 ? ", " : "";
        list += comma + table.columns[i].name;
        named += comma + ":" + table.columns[i].name;
        numbered += comma + "$" + std::to_string(i + 1);
        made.parameters.push_back(table.columns[i].name);
    }
    made.name = "backup.write_" + table.name;
    made.text = "INSERT INTO " + table.name + " (" + list + ") VALUES (" + named + ")";
    made.placed = "INSERT INTO " + table.name + " (" + list + ") VALUES (" + numbered + ")";
    made.copy = "COPY " + table.name + " (" + list + ") FROM STDIN";
    return made;
}

// A row's values by the declared types; texts and bytes live in `kept`.
void take(const Row& row, const Table& table, std::vector<std::string>& kept, std::vector<Value>& values) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const int c = static_cast<int>(i);
        const std::string& type = table.columns[i].type;
        if (row.null(c)) {
            values[i] = std::monostate{};
        } else if (type == "BLOB") {
            kept[i] = row.bytes(c);
            values[i] = Bytes{reinterpret_cast<const std::byte*>(kept[i].data()), kept[i].size()};
        } else if (type == "TEXT") {
            kept[i] = row.text(c);
            values[i] = std::string_view{kept[i]};
        } else if (type.starts_with("DOUBLE")) {
            values[i] = row.real(c);
        } else {
            values[i] = row.integer(c);
        }
    }
}

std::int64_t copy_table(Tx& from, Tx& to, const Table& table) {
    const OwnQuery read = select_all(table);
    const OwnQuery write = insert_row(table);
    const Query insert = write.query();
    std::vector<std::string> kept(table.columns.size());
    std::vector<Value> values(table.columns.size());
    std::int64_t rows = 0;
    const auto bulk = to.connection().bulk(insert);
    from.run(read.query(), {}, [&](const Row& row) {
        take(row, table, kept, values);
        bulk->add(values);
        ++rows;
    });
    bulk->finish();
    return rows;
}

// PostgreSQL numbers new rows from its own counters, which a copy does not move.
void move_counters(Tx& postgres, const std::vector<Table>& tables) {
    for (const Table& table : tables) {
        if (table.columns.front().name != "id" || table.columns.front().type != "INTEGER") continue;
        postgres.connection().execute(fmt::format(
            "SELECT setval(pg_get_serial_sequence('{0}', 'id'), GREATEST((SELECT COALESCE(MAX(id), 0) FROM {0}), 1))",
            table.name));
    }
}

// Everything of one into the other, which is empty and has the same schema. `catalogue`: whichever of the two is
// SQLite.
Result<BackupReport> copy_all(Db& from, Db& to, Db& catalogue) {
    const auto tables = catalogue.read([](Tx& tx) { return tables_of(tx); });
    return from.read([&](Tx& source) {
        return to.transact([&](Tx& target) -> Result<BackupReport> {
            BackupReport report;
            if (target.engine() == Engine::sqlite) target.connection().execute("PRAGMA defer_foreign_keys = ON");
            for (const Table& table : tables) {
                report.rows += copy_table(source, target, table);
                ++report.tables;
            }
            if (target.engine() == Engine::postgres) move_counters(target, tables);
            return report;
        });
    });
}

BackupReport count(Db& sqlite) {
    return sqlite.read([](Tx& tx) {
        BackupReport report;
        for (const Table& table : tables_of(tx)) {
            const std::string text = "SELECT COUNT(*) FROM " + table.name;
            report.rows += *tx.one<std::int64_t>(Query{"backup.count_" + table.name, text, "", {}, ""});
            ++report.tables;
        }
        return report;
    });
}

void flush(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) throw std::runtime_error{"cannot open " + path};
    const int failed = ::fsync(fd);
    ::close(fd);
    if (failed != 0) throw std::runtime_error{"cannot flush " + path};
}

// Flushes the file, gives it its name, and flushes the folder: only then does it exist for good.
void publish(const std::string& temporary, const std::string& file) {
    // All that is known about everybody: for the owner alone, whatever the umask.
    std::filesystem::permissions(temporary, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    flush(temporary);
    std::filesystem::rename(temporary, file);
    const auto folder = std::filesystem::path{file}.parent_path();
    flush(folder.empty() ? "." : folder.string());
}

// A scratch folder beside the file, gone at the end whatever happens.
struct Scratch {
    std::string path;
    explicit Scratch(const std::string& beside) : path(beside + ".part") {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

// Opens the copy of a backup and has SQLite check every page of it.
Result<std::unique_ptr<Db>> whole(const Options& copy) {
    static constexpr Query check{"backup.check", "PRAGMA integrity_check", "", {}, ""};
    try {
        auto opened = TRY(open(copy));
        const auto verdict = opened->read([](Tx& tx) { return tx.one<std::string>(check); });
        if (verdict == "ok") return opened;
    } catch (const std::runtime_error&) {
        // No database at all; the same answer.
    }
    return refuse(Kind::invalid, "backup.damaged");
}

bool empty(Db& db) {
    static constexpr Query trail{
        "backup.trail", "SELECT COUNT(*) AS n FROM audit_entry", "SELECT COUNT(*) AS n FROM audit_entry", {}, ""};
    return db.read([](Tx& tx) { return *tx.one<std::int64_t>(trail) == 0; });
}

} // namespace

Result<BackupReport> back_up(Db& db, const std::string& file) {
    if (std::filesystem::exists(file)) return Error{Kind::conflict, "backup.exists", {}, {{"file", file}}};
    const Scratch scratch{file};
    const std::string made = scratch.path + "/kunna.db";
    BackupReport report;
    if (db.engine() == Engine::sqlite) {
        db.backup_to(made);
        Options looking;
        looking.data = scratch.path;
        looking.read_only = true;
        report = count(*TRY(open(looking)));
    } else {
        Options into;
        into.data = scratch.path;
        const auto target = TRY(open(into));
        report = TRY(copy_all(db, *target, *target));
        target->backup_to(scratch.path + "/whole.db"); // without a journal beside it
        std::filesystem::rename(scratch.path + "/whole.db", made);
    }
    publish(made, file);
    return report;
}

Result<BackupReport> restore(const std::string& file, const Options& into) {
    if (!std::filesystem::is_regular_file(file)) return Error{Kind::not_found, "backup.missing", {}, {{"file", file}}};
    const bool folder = into.url.empty();
    if (folder && std::filesystem::exists(into.data + "/kunna.db"))
        return Error{Kind::conflict, "backup.not_empty", {}, {{"place", into.data}}};
    if (folder) {
        std::filesystem::create_directories(into.data);
        std::filesystem::permissions(into.data, std::filesystem::perms::owner_all);
    }
    const Scratch scratch{folder ? into.data + "/restore" : file + ".restore"};
    std::filesystem::copy_file(file, scratch.path + "/kunna.db");
    Options copy;
    copy.data = scratch.path;
    BackupReport report;
    {
        // Opening for writing also brings an older backup's schema up to date.
        auto source = TRY(whole(copy));
        report = count(*source);
        if (!folder) {
            const auto target = TRY(open(into));
            if (!empty(*target)) return Error{Kind::conflict, "backup.not_empty", {}, {{"place", "PostgreSQL"}}};
            return copy_all(*source, *target, *source);
        }
        source->backup_to(scratch.path + "/whole.db");
    }
    publish(scratch.path + "/whole.db", into.data + "/kunna.db");
    return report;
}

} // namespace kunna::db
