// Import: a file handed in, from the upload to what came of it.
#pragma once

#include "imports/content.hpp"
#include "jobs/job.hpp"

namespace kunna::imports {

// uploading: its bytes are not all here yet. A check or an application that is called off leaves the state before it;
// failed: one that could not be carried through; problem says why, and both may be tried again.
BOOST_DEFINE_ENUM_CLASS(ImportState, uploading, uploaded, checking, checked, applying, applied, failed)

struct Import {
    ImportId id{};
    ImportKind kind = ImportKind::people;
    std::string filename{};
    std::int64_t size = 0;
    ImportState state = ImportState::uploading;
    Instant created{};
    std::string by{};
    std::string description{}; // "CSV, UTF-8, semicolon"
    std::optional<std::int64_t> rows{};
    std::vector<SeenColumn> columns{};
    Mapping mapping{};
    std::optional<jobs::Job> job{}; // the newest: check or application
    std::optional<Figures> outcome{};
    std::optional<jobs::Failure> problem{};
};
BOOST_DESCRIBE_STRUCT(Import, (),
                      (id, kind, filename, size, state, created, by, description, rows, columns, mapping, job, outcome,
                       problem))

BOOST_DEFINE_ENUM_CLASS(ProblemSeverity, error, warning)

struct ImportProblem {
    std::int64_t row = 0;
    std::string column{};
    std::string value{};
    std::string code{};
    std::string text{}; // in the actor's language, with the remedy
    ProblemSeverity severity = ProblemSeverity::error;
};
BOOST_DESCRIBE_STRUCT(ImportProblem, (), (row, column, value, code, text, severity))

using MappingId = Id<struct MappingTag>;

struct SavedMapping {
    MappingId id{};
    ImportKind kind = ImportKind::people;
    std::string name{};
    std::map<std::string, std::string> columns{};
    ImportOptions options{};
};
BOOST_DESCRIBE_STRUCT(SavedMapping, (), (id, kind, name, columns, options))

struct NewMapping {
    ImportKind kind = ImportKind::people;
    std::string name{};
    std::map<std::string, std::string> columns{};
    std::optional<ImportOptions> options{};
};
BOOST_DESCRIBE_STRUCT(NewMapping, (), (kind, name, columns, options))

} // namespace kunna::imports
