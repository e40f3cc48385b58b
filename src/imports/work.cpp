// The jobs of an import: the check that changes nothing, and the application in one transaction. Both may be done again
// from the start: a check overwrites what the one before found, an application that was committed is not made twice.
#include "imports/work.hpp"

#include "access/accounts.hpp"
#include "access/sessions.hpp"
#include "audit/trail.hpp"
#include "base/json_write.hpp"
#include "imports/imports.hpp"
#include "imports/queries.hpp"
#include "imports/store.hpp"

#include <fstream>
#include <unistd.h>

namespace kunna::imports {

namespace {

// The file on this node's disk while it is read; it goes however the work ends.
class Scratch {
public:
    Scratch(db::Db& db, ImportId import, const std::filesystem::path& folder) {
        std::string name = (folder / "kunna-import-XXXXXX").string();
        const int file = ::mkstemp(name.data());
        if (file < 0) throw std::system_error{errno, std::generic_category(), "no scratch file"};
        ::close(file);
        path_ = name;
        try {
            fill(db, import);
        } catch (...) {
            std::filesystem::remove(path_);
            throw;
        }
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    void fill(db::Db& db, ImportId import) {
        constexpr std::int64_t at_once = 8;
        std::ofstream out{path_, std::ios::binary};
        for (std::int64_t seq = 0;; seq += at_once) {
            std::int64_t got = 0;
            db.read([&](db::Tx& tx) {
                store::each_chunk(tx, import, seq, at_once, [&](const std::string& chunk) {
                    out.write(chunk.data(), static_cast<std::streamsize>(chunk.size()));
                    ++got;
                });
            });
            if (!out) throw db::StorageFull{"the scratch folder is full"};
            if (got < at_once) break;
        }
        out.close();
        if (!out) throw db::StorageFull{"the scratch folder is full"};
    }

    std::filesystem::path path_;
};

struct Given {
    store::StoredImport import;
    access::Actor actor;
};

// Whoever asked must still be allowed to when the work begins.
Result<Given> given(db::Db& db, const jobs::Task& task) {
    const ImportTask wanted = TRY(task.input<ImportTask>());
    return db.read([&](db::Tx& tx) -> Result<Given> {
        auto import = tx.one<store::StoredImport>(queries::import_by_id, {{"import", wanted.import}});
        if (!import) return refuse(Kind::not_found, "import.not_found");
        access::Actor actor = access::Actor::system();
        bool active = true;
        if (task.account.given()) {
            active = TRY(access::account(tx, task.account)).active;
            actor = TRY(access::actor_of(tx, task.account));
        }
        if (!active) return refuse(Kind::forbidden, "import.needs_everyone");
        TRY(may_import(actor, import->kind));
        return Given{std::move(*import), std::move(actor)};
    });
}

jobs::Outcome figures_of(const Figures& figures) {
    return {{"new", figures.new_},
            {"changed", figures.changed},
            {"unchanged", figures.unchanged},
            {"would_leave", figures.would_leave},
            {"problems", figures.problems},
            {"warnings", figures.warnings}};
}

void keep(db::Tx& tx, ImportId import, const Report& report, ImportState state) {
    store::forget_findings(tx, import);
    store::keep_problems(tx, import, report.problems);
    store::keep_changes(tx, import, report.changes);
    tx.run(queries::set_outcome,
           {{"import", import}, {"state", state}, {"outcome", json::to_text(report.figures)}, {"rows", report.rows}});
}

Result<jobs::Outcome> check(db::Db& db, const jobs::Task& task, jobs::Progress& progress,
                            const std::filesystem::path& folder) {
    const Given given_ = TRY(given(db, task));
    const auto& import = given_.import;
    const Scratch file{db, import.id, folder};
    const Report report = TRY(check_file(db, given_.actor, {file.path(), import.filename}, import.kind,
                                         store::mapping_of(import.mapping), progress));
    TRY(progress.tell(1));
    return db.transact([&](db::Tx& tx) -> Result<jobs::Outcome> {
        keep(tx, import.id, report, ImportState::checked);
        return figures_of(report.figures);
    });
}

Result<jobs::Outcome> apply_now(db::Db& db, const jobs::Task& task, jobs::Progress& progress,
                                const std::filesystem::path& folder) {
    const Given given_ = TRY(given(db, task));
    const auto& import = given_.import;
    const auto expected = store::outcome_of(import);
    if (import.state == ImportState::applied) return figures_of(expected.value_or(Figures{}));
    const Scratch file{db, import.id, folder};
    const Report report =
        TRY(apply_file(db, given_.actor, {file.path(), import.filename}, import.kind, store::mapping_of(import.mapping),
                       progress, [&](db::Tx& tx, const Report& done) -> Result<void> {
                           keep(tx, import.id, done, ImportState::applied);
                           tx.run(queries::delete_chunks, {{"import", import.id}});
                           audit::append(tx, given_.actor.account, "import.applied", import.id.value);
                           return {};
                       }));
    jobs::Outcome outcome = figures_of(report.figures);
    if (!report.applied) {
        // Something was stored since the check that made the file wrong: show what.
        (void)db.transact([&](db::Tx& tx) -> Result<void> {
            keep(tx, import.id, report, ImportState::checked);
            return {};
        });
        return Error{Kind::conflict, "import.has_problems", {}, {{"count", std::to_string(report.figures.problems)}}};
    }
    if (expected && !(report.figures == *expected)) outcome["differs_from_check"] = 1;
    return outcome;
}

} // namespace

void add_kinds(jobs::Runner& runner, const std::filesystem::path& scratch) {
    runner.kind(std::string{check_kind}, [scratch](db::Db& db, const jobs::Task& task, jobs::Progress& progress) {
        return check(db, task, progress, scratch);
    });
    runner.kind(std::string{apply_kind}, [scratch](db::Db& db, const jobs::Task& task, jobs::Progress& progress) {
        return apply_now(db, task, progress, scratch);
    });
}

} // namespace kunna::imports
