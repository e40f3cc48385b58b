// Imports: upload, mapping, check, application, and what was found.
#include "imports/imports.hpp"

#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/text.hpp"
#include "imports/queries.hpp"
#include "imports/store.hpp"
#include "imports/work.hpp"
#include "jobs/jobs.hpp"
#include "people/units.hpp"

#include <fstream>

namespace kunna::imports {

namespace {

constexpr std::chrono::milliseconds kept_for = std::chrono::hours{24 * 7};
constexpr std::int64_t chunks_at_once = 4;  // in one transaction of an upload
constexpr std::int64_t glanced_chunks = 64; // of a workbook, which can only be read whole
constexpr std::size_t longest_filename = 200;

// Who may hand in files of no kind at all is told so; others find those of their kinds.
Result<void> may_any(const access::Actor& actor) {
    return may_import(actor, ImportKind::people).ok() ? Result<void>{} : may_import(actor, ImportKind::activities);
}

Result<store::StoredImport> stored(db::Tx& tx, const access::Actor& actor, ImportId id) {
    TRY(may_any(actor));
    auto found = tx.one<store::StoredImport>(queries::import_by_id, {{"import", id}});
    if (!found || !may_import(actor, found->kind).ok()) return refuse(Kind::not_found, "import.not_found");
    return std::move(*found);
}

// The job is shown to whoever may see the import, whosever it is.
std::optional<jobs::Job> job_of(db::Tx& tx, const store::StoredImport& import, std::string_view language,
                                const jobs::Runner* runner) {
    if (!import.job) return std::nullopt;
    access::Actor reader = access::Actor::system();
    reader.language = language;
    auto job = jobs::find(tx, reader, *import.job, runner);
    if (!job.ok()) return std::nullopt; // forgotten after ninety days
    return std::move(job).unwrap();
}

// A check or application whose job has ended without an outcome was called off, or failed.
ImportState state_of(const store::StoredImport& import, const std::optional<jobs::Job>& job) {
    const bool checking = import.state == ImportState::checking;
    if (!checking && import.state != ImportState::applying) return import.state;
    const jobs::JobState state = job ? job->state : jobs::JobState::cancelled;
    if (state == jobs::JobState::failed) return ImportState::failed;
    if (!is_over(state)) return import.state;
    return checking ? ImportState::uploaded : ImportState::checked;
}

bool is_busy(ImportState state) {
    return state == ImportState::checking || state == ImportState::applying || state == ImportState::uploading;
}

Import shown(db::Tx& tx, const store::StoredImport& from, std::string_view language, const jobs::Runner* runner) {
    Import import;
    import.id = from.id;
    import.kind = from.kind;
    import.filename = from.filename;
    import.size = from.size;
    import.created = from.created;
    import.by = from.by;
    import.description = from.description;
    import.rows = from.row_count;
    import.columns = store::columns_of(from);
    import.mapping = store::mapping_of(from.mapping);
    import.outcome = store::outcome_of(from);
    import.job = job_of(tx, from, language, runner);
    import.state = state_of(from, import.job);
    if (import.state == ImportState::failed && import.job) import.problem = import.job->problem;
    return import;
}

Result<Import> shown(db::Tx& tx, const access::Actor& actor, ImportId id, const jobs::Runner* runner) {
    return shown(tx, TRY(stored(tx, actor, id)), actor.language, runner);
}

void forget_old(db::Tx& tx) {
    const Instant before{tx.now().ms - kept_for.count()};
    for (const ImportId old : tx.all<ImportId>(queries::unfinished_before, {{"before", before}}))
        store::forget_all(tx, old);
    tx.run(queries::forget_problems_before, {{"before", before}});
    tx.run(queries::forget_changes_before, {{"before", before}});
}

void store_bytes(db::Db& db, ImportId import, std::ifstream& file) {
    std::string chunk(store::chunk_size, '\0');
    for (std::int64_t seq = 0; file;) {
        (void)db.transact([&](db::Tx& tx) -> Result<void> {
            for (std::int64_t i = 0; i < chunks_at_once; ++i) {
                file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
                const auto got = static_cast<std::size_t>(file.gcount());
                if (got == 0) break;
                tx.run(queries::insert_chunk,
                       {{"import", import}, {"seq", seq++}, {"bytes", std::as_bytes(std::span{chunk.data(), got})}});
            }
            return {};
        });
    }
}

// With another delimiter or sheet the file has other columns.
Result<Glance> glance_again(db::Tx& tx, const store::StoredImport& import, const ImportOptions& options) {
    std::string bytes;
    const bool workbook = import.description.starts_with("XLSX");
    store::each_chunk(tx, import.id, 0, workbook ? glanced_chunks : chunks_at_once,
                      [&](const std::string& chunk) { bytes += chunk; });
    return glance_bytes(bytes, import.filename, options);
}

} // namespace

Result<void> may_import(const access::Actor& actor, ImportKind kind) {
    // HR of one unit hands in no files: each may be about more than the unit.
    const bool everyone = people::over_whole_organisation(actor);
    const bool may = kind == ImportKind::activities ? actor.may(access::Permission::edit_learning) &&
                                                          (everyone || actor.has(access::Role::learning))
                                                    : actor.may(access::Permission::import_files) && everyone;
    if (!may) return refuse(Kind::forbidden, "import.needs_everyone");
    return {};
}

Result<Import> upload(db::Db& db, const access::Actor& actor, ImportKind kind, const SourceFile& source) {
    TRY(may_import(actor, kind));
    const Glance seen = TRY(glance(source, {}));
    const Mapping mapping = suggest(kind, seen.columns);
    const std::string columns = json::to_text(seen.columns);
    const std::string guessed = json::to_text(mapping);
    std::ifstream file{source.path, std::ios::binary};
    if (!file) return refuse(Kind::invalid, "table.no_such_file");
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(source.path));
    const std::string filename{text::cut(source.filename, longest_filename)};
    const ImportId import = TRY(db.transact([&](db::Tx& tx) -> Result<ImportId> {
        forget_old(tx);
        return tx.insert<ImportId>(queries::insert_import, {{"kind", kind},
                                                            {"filename", filename},
                                                            {"size", size},
                                                            {"account", actor.account},
                                                            {"created", tx.now()},
                                                            {"columns", columns},
                                                            {"description", seen.description},
                                                            {"mapping", guessed}});
    }));
    store_bytes(db, import, file);
    return db.transact([&](db::Tx& tx) -> Result<Import> {
        tx.run(queries::upload_done, {{"import", import}});
        audit::append(tx, actor.account, "import.uploaded", import.value);
        return shown(tx, actor, import, nullptr);
    });
}

Result<Import> find(db::Tx& tx, const access::Actor& actor, ImportId id, const jobs::Runner* runner) {
    return shown(tx, actor, id, runner);
}

Result<std::vector<Import>> newest(db::Tx& tx, const access::Actor& actor, std::int64_t before, int limit,
                                   const jobs::Runner* runner) {
    TRY(may_any(actor));
    std::vector<Import> imports;
    for (const auto& one : tx.all<store::StoredImport>(
             queries::imports_before, {{"before", before},
                                       {"limit", limit},
                                       {"people", may_import(actor, ImportKind::people).ok()},
                                       {"activities", may_import(actor, ImportKind::activities).ok()}}))
        imports.push_back(shown(tx, one, actor.language, runner));
    return imports;
}

Result<void> remove(db::Db& db, const access::Actor& actor, ImportId id) {
    return db.transact([&](db::Tx& tx) -> Result<void> {
        const auto import = TRY(stored(tx, actor, id));
        const auto state = state_of(import, job_of(tx, import, actor.language, nullptr));
        if (is_busy(state) && state != ImportState::uploading) return refuse(Kind::conflict, "import.busy");
        store::forget_all(tx, id);
        audit::append(tx, actor.account, "import.removed", id.value);
        return {};
    });
}

Result<Import> set_mapping(db::Db& db, const access::Actor& actor, ImportId id, const Mapping& mapping,
                           jobs::Runner* runner) {
    auto answer = db.transact([&](db::Tx& tx) -> Result<Import> {
        const auto import = TRY(stored(tx, actor, id));
        const auto state = state_of(import, job_of(tx, import, actor.language, nullptr));
        if (state == ImportState::applied) return refuse(Kind::conflict, "import.applied_already");
        if (is_busy(state)) return refuse(Kind::conflict, "import.busy");
        const Mapping before = store::mapping_of(import.mapping);
        auto columns = store::columns_of(import);
        if (before.options.delimiter != mapping.options.delimiter || before.options.sheet != mapping.options.sheet) {
            Glance seen = TRY(glance_again(tx, import, mapping.options));
            const bool others = json::to_text(seen.columns) != import.file_columns;
            columns = std::move(seen.columns);
            Mapping guessed = mapping;
            if (others) guessed.columns = suggest(import.kind, columns).columns;
            tx.run(queries::set_columns, {{"import", id},
                                          {"columns", json::to_text(columns)},
                                          {"description", seen.description},
                                          {"mapping", json::to_text(guessed)}});
            // The columns the user chose from are gone: show the new ones before anything is checked.
            if (others && !check_mapping(import.kind, mapping, columns).ok()) {
                store::forget_findings(tx, id);
                return shown(tx, actor, id, runner);
            }
        }
        TRY(check_mapping(import.kind, mapping, columns));
        TRY(check_options(import.kind, mapping.options));
        store::forget_findings(tx, id);
        const JobId job = jobs::add(tx, actor, check_kind, ImportTask{id});
        tx.run(queries::start_check, {{"import", id}, {"mapping", json::to_text(mapping)}, {"job", job}});
        audit::append(tx, actor.account, "import.mapped", id.value);
        return shown(tx, actor, id, runner);
    });
    if (answer.ok() && runner != nullptr) runner->wake();
    return answer;
}

Result<Import> apply(db::Db& db, const access::Actor& actor, ImportId id, jobs::Runner* runner) {
    auto answer = db.transact([&](db::Tx& tx) -> Result<Import> {
        const auto import = TRY(stored(tx, actor, id));
        const auto state = state_of(import, job_of(tx, import, actor.language, nullptr));
        if (state == ImportState::applied) return refuse(Kind::conflict, "import.applied_already");
        if (is_busy(state)) return refuse(Kind::conflict, "import.busy");
        const auto outcome = store::outcome_of(import);
        if (!outcome) return refuse(Kind::conflict, "import.not_checked");
        if (outcome->problems > 0)
            return Error{Kind::conflict, "import.has_problems", {}, {{"count", std::to_string(outcome->problems)}}};
        const JobId job = jobs::add(tx, actor, apply_kind, ImportTask{id});
        tx.run(queries::start_apply, {{"import", id}, {"job", job}});
        return shown(tx, actor, id, runner);
    });
    if (answer.ok() && runner != nullptr) runner->wake();
    return answer;
}

Result<std::vector<ImportProblem>> problems(db::Tx& tx, const access::Actor& actor, ImportId id, std::int64_t after,
                                            int limit) {
    TRY(stored(tx, actor, id));
    std::vector<ImportProblem> shown;
    for (Problem& problem : store::problems_after(tx, id, after, limit)) {
        std::string text = say(problem, actor.language);
        shown.push_back({problem.row, std::move(problem.column), std::move(problem.value), std::move(problem.code),
                         std::move(text), problem.warning ? ProblemSeverity::warning : ProblemSeverity::error});
    }
    return shown;
}

Result<std::vector<PlacedChange>> changes(db::Tx& tx, const access::Actor& actor, ImportId id, std::string_view kind,
                                          std::int64_t after, int limit) {
    TRY(stored(tx, actor, id));
    std::vector<PlacedChange> placed;
    tx.run(queries::changes_after, {{"import", id}, {"after", after}, {"kind", kind}, {"limit", limit}},
           [&](const db::Row& row) {
               PlacedChange one{row.integer(0),
                                {row.integer(1), {}, std::string{row.text(3)}, std::string{row.text(4)}, {}}};
               json::enum_of(row.text(2), one.change.kind);
               auto fields = json::from_text<std::vector<FieldChange>>(row.text(5));
               if (!fields.ok()) throw std::runtime_error{"a stored change cannot be read"};
               one.change.fields = std::move(fields).unwrap();
               placed.push_back(std::move(one));
           });
    return placed;
}

} // namespace kunna::imports
