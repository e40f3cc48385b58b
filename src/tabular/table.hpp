// A table of text as a file holds it: a header, then rows one at a time. What CSV and XLSX have in common.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::tabular {

// What a file may ask of us at most. Each breach is a refusal that names the place.
struct Limits {
    std::uint64_t bytes = 4ULL << 30;      // the file as it lies on the disk
    std::uint64_t rows = 20'000'000;       // not counting the header
    std::size_t columns = 1'000;           //
    std::size_t cell_bytes = 32 * 1024;    // in UTF-8
    std::size_t row_bytes = 4 << 20;       // in UTF-8
    std::uint64_t unpacked = 100ULL << 20; // XLSX: all parts together, counted while inflating
};

struct Options {
    Limits limits{};
    char delimiter = '\0';  // CSV: '\0' detects , ; tab |
    std::string sheet = {}; // XLSX: empty takes the first visible sheet
};

struct Column {
    std::string name;  // as written, squeezed; "column 7" when the heading is empty; "Namn (2)" when it comes again
    bool named = true; // the file has a heading for it
};

// One row; its cells live until the reader's next call.
struct Row {
    std::uint64_t number = 0; // as people see it: the line on which it begins (CSV) or the sheet's row (XLSX)
    std::span<const std::string_view> cells{};
    std::span<const std::size_t> formulas{}; // columns of CSV whose text a spreadsheet would calculate: =…, not '=…

    // The cell as written; empty when the row is shorter than the header.
    [[nodiscard]] std::string_view operator[](std::size_t column) const {
        return column < cells.size() ? cells[column] : std::string_view{};
    }
    // The same without white space at its ends (also U+00A0 and the like).
    [[nodiscard]] std::string_view trimmed(std::size_t column) const;
};

// Reads a table once, from the top. Not for sharing between threads. After a refusal there are no more rows.
class Reader {
public:
    virtual ~Reader() = default;

    [[nodiscard]] virtual const std::vector<Column>& header() const = 0;
    // The header's own row: line or sheet row.
    [[nodiscard]] virtual std::uint64_t header_row() const = 0;
    // True: `row` is the next one that holds anything; false: the table has ended.
    virtual Result<bool> next(Row& row) = 0;

    // What the user should know though the file is read: one for each code and column, complete once next() is false.
    [[nodiscard]] virtual const std::vector<FieldError>& warnings() const = 0;
    // For progress. XLSX counts unpacked bytes of the sheet.
    [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
    [[nodiscard]] virtual std::uint64_t bytes_total() const = 0;
    // "CSV, UTF-8, semicolon" or "XLSX, sheet Personal": what the file was taken for.
    [[nodiscard]] virtual std::string description() const = 0;
};

// "row 12, column Chef"; without a column "row 12".
std::string place(std::uint64_t row, std::string_view column = {});
// A refusal at one place; its values are row, column (when given) and those of the caller.
Error refuse_at(std::string code, std::uint64_t row, std::string_view column = {},
                std::vector<std::pair<std::string, std::string>> values = {});

// A hostile file's words as they may stand in a message: at most 80 bytes, valid UTF-8, no control characters.
std::string shown(std::string_view value);

// Headings made usable: squeezed, empty ones "column 7", repeated ones "Namn (2)".
std::vector<Column> name_columns(std::span<const std::string_view> headings);
// The heading of a cell, also of one beyond the header.
std::string column_name(const std::vector<Column>& header, std::size_t column);
// The row's first cell beyond the header, if any: table.cells_beyond_header. In CSV that is nearly always an unquoted
// delimiter that has moved the cells after it, so no cell of the row can be trusted.
std::optional<FieldError> beyond_header(const std::vector<Column>& header, const Row& row);

// Nothing in any cell but white space.
bool is_blank(std::span<const std::string_view> cells);

// All of a small table, the cells copied.
struct Table {
    struct Line {
        std::uint64_t number = 0;
        std::vector<std::string> cells;
    };
    std::vector<Column> header;
    std::vector<Line> rows;
    std::vector<FieldError> warnings;
};
Result<Table> read_all(Reader& reader, std::size_t most_rows = 100'000);

} // namespace kunna::tabular
