// Running an import from a file on this machine, with or without changing anything: what the wizard's jobs and the
// command line share.
#pragma once

#include "imports/content.hpp"

namespace kunna::imports {

struct Report {
    Figures figures{};
    Problems problems{};
    std::vector<RowChange> changes{}; // the first of each kind; figures count all
    std::int64_t rows = 0;
    bool applied = false;
};

inline constexpr std::size_t listed_changes = 5'000; // of each kind

// In the transaction that applies, after it: what must be kept exactly when the import is.
using Along = std::function<Result<void>(db::Tx&, const Report&)>;

// Reads and compares. A file with errors is compared too, so that everything wrong is seen at once.
Result<Report> check_file(db::Db& db, const access::Actor& actor, const SourceFile& source, ImportKind kind,
                          const Mapping& mapping, const jobs::Progress& progress);

// Reads, compares and applies in one transaction. With errors nothing is applied: report.applied says so. Applying the
// same file again changes nothing.
Result<Report> apply_file(db::Db& db, const access::Actor& actor, const SourceFile& source, ImportKind kind,
                          const Mapping& mapping, const jobs::Progress& progress, const Along& along = {});

// The command line's way: without mapping, the columns are guessed from their headings. Refuses who
// may not hand in files of the kind (forbidden, import.needs_everyone).
Result<Report> run_file(db::Db& db, const access::Actor& actor, ImportKind kind, const std::filesystem::path& path,
                        const std::optional<Mapping>& mapping, bool dry_run, const jobs::Progress& progress);

} // namespace kunna::imports
