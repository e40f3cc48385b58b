// Running an import: read outside the transaction, compare and apply inside it.
#include "imports/run.hpp"

#include "imports/imports.hpp"

#include <array>

namespace kunna::imports {

namespace {

// Reading's share of the whole, roughly as long as it takes.
constexpr double read_until = 0.4;

// Keeps the first of each kind.
class Listing {
public:
    explicit Listing(std::vector<RowChange>& list) : list_(list) {}
    void operator()(RowChange change) {
        if (listed_.at(static_cast<std::size_t>(change.kind))++ < listed_changes) list_.push_back(std::move(change));
    }

private:
    std::vector<RowChange>& list_;
    std::array<std::size_t, 3> listed_{};
};

void finish(Report& report, const Content& content, const Figures& figures) {
    report.rows = content.rows();
    report.figures = figures;
    report.figures.problems = report.problems.errors();
    report.figures.warnings = report.problems.warnings();
}

} // namespace

Result<std::unique_ptr<Content>> read_content(db::Db& db, const access::Actor& actor, const SourceFile& source,
                                              ImportKind kind, const Mapping& mapping, Problems& problems,
                                              const jobs::Progress& progress) {
    const jobs::Progress surveying = progress.part(0, 0.3);
    const jobs::Progress reading = progress.part(0.3, 1);
    Lines lines = TRY(Lines::open(source, kind, mapping, problems, surveying));
    if (lines.empty()) return refuse(Kind::invalid, "import.no_rows");
    switch (kind) {
    case ImportKind::people:
        return people_content(db, actor, std::move(lines), problems, reading);
    case ImportKind::roles:
        return roles_content(db, actor, std::move(lines), problems, reading);
    case ImportKind::activities:
        return activities_content(db, actor, std::move(lines), problems, reading);
    case ImportKind::assessments:
        break;
    }
    return assessments_content(db, actor, std::move(lines), problems, reading);
}

Result<Report> check_file(db::Db& db, const access::Actor& actor, const SourceFile& source, ImportKind kind,
                          const Mapping& mapping, const jobs::Progress& progress) {
    TRY(progress.tell(0, "import.note.reading"));
    Report report;
    const jobs::Progress reading = progress.part(0, read_until);
    const jobs::Progress comparing = progress.part(read_until, 1);
    const auto content = TRY(read_content(db, actor, source, kind, mapping, report.problems, reading));
    TRY(progress.tell(read_until, "import.note.comparing"));
    Listing listing{report.changes};
    const Figures figures =
        TRY(db.read([&](db::Tx& tx) { return content->compare(tx, report.problems, std::ref(listing), comparing); }));
    finish(report, *content, figures);
    return report;
}

Result<Report> apply_file(db::Db& db, const access::Actor& actor, const SourceFile& source, ImportKind kind,
                          const Mapping& mapping, const jobs::Progress& progress, const Along& along) {
    TRY(progress.tell(0, "import.note.reading"));
    Report report;
    const jobs::Progress reading = progress.part(0, read_until);
    const jobs::Progress applying = progress.part(read_until, 1);
    const auto content = TRY(read_content(db, actor, source, kind, mapping, report.problems, reading));
    TRY(progress.tell(read_until, "import.note.applying"));
    Listing listing{report.changes};
    const auto applied = db.transact([&](db::Tx& tx) -> Result<void> {
        const Figures figures = TRY(content->apply(tx, actor, report.problems, std::ref(listing), applying));
        finish(report, *content, figures);
        if (along) TRY(along(tx, report));
        return {};
    });
    if (!applied.ok()) {
        if (report.problems.errors() == 0) return applied.error();
        finish(report, *content, {});
        return report;
    }
    report.applied = true;
    return report;
}

Result<Report> run_file(db::Db& db, const access::Actor& actor, ImportKind kind, const std::filesystem::path& path,
                        const std::optional<Mapping>& mapping, bool dry_run, const jobs::Progress& progress) {
    TRY(may_import(actor, kind));
    const SourceFile source{path, path.filename().string()};
    Mapping chosen;
    if (mapping) chosen = *mapping;
    if (chosen.columns.empty()) {
        const Glance seen = TRY(glance(source, chosen.options));
        chosen.columns = suggest(kind, seen.columns).columns;
    }
    return dry_run ? check_file(db, actor, source, kind, chosen, progress)
                   : apply_file(db, actor, source, kind, chosen, progress);
}

} // namespace kunna::imports
