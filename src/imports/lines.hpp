// Lines: the rows of a file seen through a mapping: cells by field, values read as their kind, problems noted by place.
#pragma once

#include "imports/mapping.hpp"
#include "imports/problem.hpp"
#include "jobs/progress.hpp"
#include "tabular/tables.hpp"
#include "tabular/values.hpp"

#include <filesystem>
#include <memory>
#include <unordered_map>

namespace kunna::imports {

// A job tells how far it is, and hears that it is cancelled, once in so many rows.
inline constexpr std::int64_t rows_between_tellings = 2048;

// A file on this machine, and what the user calls it.
struct SourceFile {
    std::filesystem::path path{};
    std::string filename{};
};

// The file's columns with the first values under each, and how many rows were looked at for them.
struct Glance {
    std::vector<SeenColumn> columns{};
    std::string description{}; // "CSV, UTF-8, semicolon"
};
// Refuses what is no table, with the remedy.
Result<Glance> glance(const SourceFile& source, const ImportOptions& options);
// The same of a file's bytes, or of its first megabytes if it is CSV.
Result<Glance> glance_bytes(std::string_view bytes, std::string_view filename, const ImportOptions& options);

// What only the whole file tells: how its columns write days and numbers.
struct Survey {
    std::int64_t rows = 0;
    bool torn = false;                         // the file could not be read to its end
    std::vector<tabular::DateOrder> orders{};  // by field
    std::vector<tabular::DecimalSign> signs{}; // by field
    std::vector<bool> unreadable{};            // by field: days that can be read two ways; one problem was noted
};

class Lines {
public:
    // Opens the file, checks the mapping against its header, and reads it once through. Refuses what glance and
    // check_mapping refuse. `problems` outlives the lines.
    static Result<Lines> open(const SourceFile& source, ImportKind kind, const Mapping& mapping, Problems& problems,
                              const jobs::Progress& progress);

    // The place of a field in fields(kind); the key must exist.
    [[nodiscard]] int field(std::string_view key) const;
    [[nodiscard]] bool has(int field) const { return columns_[static_cast<std::size_t>(field)] >= 0; }
    [[nodiscard]] bool has(std::string_view key) const { return has(field(key)); }
    [[nodiscard]] const std::string& column(int field) const; // its heading; the field's own name when it has none
    [[nodiscard]] const std::string& column(std::string_view key) const { return column(field(key)); }
    [[nodiscard]] std::int64_t rows() const { return survey_.rows; }
    // No rows, and nothing wrong that would say why.
    [[nodiscard]] bool empty() const { return survey_.rows == 0 && !survey_.torn; }
    [[nodiscard]] const Mapping& mapping() const { return mapping_; }

    // From the top again, noting to other problems.
    Result<void> rewind(Problems& problems);
    // Moves to the next row that holds anything. What makes the rest unreadable (a quote never closed) is noted as a
    // problem and ends the file.
    bool next();
    [[nodiscard]] std::int64_t row() const { return static_cast<std::int64_t>(row_.number); }
    [[nodiscard]] std::uint64_t bytes_read() const { return reader_->bytes_read(); }
    [[nodiscard]] double fraction() const;

    // Without white space at its ends; empty when the field has no column.
    [[nodiscard]] std::string_view cell(int field) const {
        const int at = columns_[static_cast<std::size_t>(field)];
        return at < 0 ? std::string_view{} : row_.trimmed(static_cast<std::size_t>(at));
    }
    // Nothing when there is no column, the cell is empty, or it cannot be read; the last is noted.
    std::optional<Date> day(int field);
    std::optional<double> fte(int field);
    std::optional<std::int64_t> whole(int field);
    std::optional<double> number(int field);
    std::optional<double> share(int field);            // 70 % and 0.7 are the same
    std::optional<std::int64_t> hundredths(int field); // of an amount of money
    std::optional<bool> yes_no(int field);
    std::optional<std::string> employee_number(int field);
    // The same for millions of rows: mostly the cell itself. Lives until the field is asked of again.
    std::string_view number_or_text(int field);

    // Notes that the row's cell has this problem.
    void wrong(int field, std::string code, std::vector<std::pair<std::string, std::string>> values = {});
    void wrong(int field, const Error& error) { wrong(field, error.code, error.values); }
    void warn(int field, std::string code, std::vector<std::pair<std::string, std::string>> values = {});

private:
    Lines() = default;
    Result<void> survey(const jobs::Progress& progress);
    void note_warnings();
    void note_formulas();
    [[nodiscard]] tabular::DecimalSign sign(int field) const { return survey_.signs[static_cast<std::size_t>(field)]; }

    ImportKind kind_ = ImportKind::people;
    Mapping mapping_{};
    Problems* problems_ = nullptr;
    std::unique_ptr<tabular::Reader> reader_{};
    tabular::Row row_{};
    SourceFile source_{};
    tabular::Options reading_{};
    std::vector<int> columns_{};       // by field; -1: none
    std::vector<std::string> names_{}; // by field
    std::vector<int> texts_{};         // fields with a column whose cells are taken as they are
    Survey survey_{};
    bool over_ = false;
    // Files repeat their days: each spelling is read once.
    std::unordered_map<std::string, std::optional<Date>> days_{};
    std::string spelling_{};
    std::string number_{};
};

} // namespace kunna::imports
