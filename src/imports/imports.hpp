// What one does with imports: hand in a file, map its columns and have it checked, look at what it would do, apply it.
//
// A file may hold everybody, so all of this is for HR of the whole organisation (forbidden, import.needs_everyone); a
// file of activities holds nobody, and is for those who keep their catalogue. What one of them handed in, the others
// see too; for who may not hand in files of a kind, those that are there do not exist (import.not_found). The bytes go
// when the import is applied or removed, and a week after the upload at the latest.
#pragma once

#include "db/db.hpp"
#include "imports/import.hpp"
#include "imports/run.hpp"
#include "jobs/runner.hpp"

namespace kunna::imports {

// Refuses import.needs_everyone to who may not hand in files of the kind.
Result<void> may_import(const access::Actor& actor, ImportKind kind);

// Looks at the file, guesses the mapping, and stores the bytes. Refuses what is no table.
Result<Import> upload(db::Db& db, const access::Actor& actor, ImportKind kind, const SourceFile& source);

Result<Import> find(db::Tx& tx, const access::Actor& actor, ImportId id, const jobs::Runner* runner = nullptr);
// Newest first, with ids below `before`.
Result<std::vector<Import>> newest(db::Tx& tx, const access::Actor& actor, std::int64_t before, int limit,
                                   const jobs::Runner* runner = nullptr);
// With its bytes and all that was found. Refuses import.busy while a job works on it.
Result<void> remove(db::Db& db, const access::Actor& actor, ImportId id);

// Starts the check. Refuses what check_mapping refuses, import.busy, import.applied_already.
Result<Import> set_mapping(db::Db& db, const access::Actor& actor, ImportId id, const Mapping& mapping,
                           jobs::Runner* runner = nullptr);
// Starts the application. Refuses import.not_checked, import.has_problems, import.busy, import.applied_already.
Result<Import> apply(db::Db& db, const access::Actor& actor, ImportId id, jobs::Runner* runner = nullptr);

// In the order of rows; `after` counts those of the pages before.
Result<std::vector<ImportProblem>> problems(db::Tx& tx, const access::Actor& actor, ImportId id, std::int64_t after,
                                            int limit);
// The first 5,000 of each kind; the outcome counts all. `after` is the last place of the page before.
struct PlacedChange {
    std::int64_t place = 0;
    RowChange change{};
};
Result<std::vector<PlacedChange>> changes(db::Tx& tx, const access::Actor& actor, ImportId id, std::string_view kind,
                                          std::int64_t after, int limit);

Result<std::vector<SavedMapping>> mappings(db::Tx& tx, const access::Actor& actor, ImportKind kind);
// One of the same kind and name is replaced.
Result<SavedMapping> save_mapping(db::Db& db, const access::Actor& actor, const NewMapping& wanted);
Result<void> forget_mapping(db::Db& db, const access::Actor& actor, MappingId id);

// The work behind "import.check" and "import.apply". `scratch` is a folder for the file while it is read.
void add_kinds(jobs::Runner& runner, const std::filesystem::path& scratch);

} // namespace kunna::imports
