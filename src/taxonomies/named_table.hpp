// A table whose columns are found by name, in whatever order they stand.
#pragma once

#include "tabular/table.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::taxonomies {

struct WantedColumn {
    std::vector<std::string_view> names{}; // any of them, whatever its case
    bool required = false;
};

class NamedTable {
public:
    // The headings are in the first row, or below at most `lines_above` others. Refuses taxonomy.missing_columns with
    // the file and the first name of each column that the first row lacks.
    static Result<NamedTable> open(std::unique_ptr<tabular::Reader> reader, std::string file,
                                   const std::vector<WantedColumn>& wanted, std::size_t lines_above = 0);

    // Refuses what the reader does (see in_file), and cells beyond the header.
    Result<bool> next();
    // Of the n-th wanted column, without white space at its ends; empty when the file or the row has none. Lives until
    // the next call of next().
    [[nodiscard]] std::string_view cell(std::size_t wanted) const;
    [[nodiscard]] bool has(std::size_t wanted) const { return places_[wanted] != nowhere; }
    // As the file writes it; the first name when the file has no such column.
    [[nodiscard]] std::string heading(std::size_t wanted) const;
    [[nodiscard]] std::int64_t row() const { return static_cast<std::int64_t>(row_.number); }
    [[nodiscard]] const std::string& file() const { return file_; }
    // Equal for rows whose cells are equal.
    [[nodiscard]] std::size_t fingerprint() const;
    // taxonomy.bad_value, with file, row, column and value.
    [[nodiscard]] Error bad_value(std::size_t wanted) const;

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    NamedTable() = default;
    // Returns the first names of the required columns that are missing.
    std::string find_columns(const std::vector<WantedColumn>& wanted);

    std::unique_ptr<tabular::Reader> reader_;
    std::string file_;
    std::vector<tabular::Column> header_;
    std::vector<std::string> names_;
    std::vector<std::size_t> places_;
    tabular::Row row_{};
};

// taxonomy.file_refused: the refusal of a file among several, with its name.
Error in_file(Error error, const std::string& file);

} // namespace kunna::taxonomies
