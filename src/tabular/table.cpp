// What CSV and XLSX have in common: places, headings, small tables.
#include "tabular/table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

namespace kunna::tabular {

std::string_view Row::trimmed(std::size_t column) const {
    return text::trim((*this)[column]);
}

std::string place(std::uint64_t row, std::string_view column) {
    return column.empty() ? fmt::format("row {}", row) : fmt::format("row {}, column {}", row, column);
}

Error refuse_at(std::string code, std::uint64_t row, std::string_view column,
                std::vector<std::pair<std::string, std::string>> values) {
    values.emplace_back("row", std::to_string(row));
    if (!column.empty()) values.emplace_back("column", std::string{column});
    Error error = refuse(Kind::invalid, code);
    error.fields.push_back({place(row, column), std::move(code), values});
    error.values = std::move(values);
    return error;
}

std::string shown(std::string_view value) {
    std::string out{text::cut(value, 80)};
    const bool valid = text::valid_utf8(out);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F' || (!valid && static_cast<unsigned char>(c) > 0x7F))
            c = '?';
    return out;
}

std::vector<Column> name_columns(std::span<const std::string_view> headings) {
    std::vector<Column> columns;
    columns.reserve(headings.size());
    // Two headings that differ only in case or spacing would be one to whoever maps them by name.
    std::unordered_set<std::string> taken;
    std::unordered_map<std::string, std::size_t> seen;
    for (const std::string_view heading : headings) taken.insert(text::fold(heading));
    for (std::size_t i = 0; i < headings.size(); ++i) {
        std::string name = text::squeeze(headings[i]);
        const bool named = !name.empty();
        if (!named) name = fmt::format("column {}", i + 1);
        const std::string key = text::fold(name);
        std::size_t& count = seen[key];
        if (++count > 1 || (!named && taken.contains(key))) {
            std::size_t number = std::max<std::size_t>(count, 2);
            std::string other = fmt::format("{} ({})", name, number);
            while (taken.contains(text::fold(other))) other = fmt::format("{} ({})", name, ++number);
            name = std::move(other);
            taken.insert(text::fold(name));
        }
        columns.push_back({std::move(name), named});
    }
    return columns;
}

std::string column_name(const std::vector<Column>& header, std::size_t column) {
    return column < header.size() ? header[column].name : fmt::format("column {}", column + 1);
}

std::optional<FieldError> beyond_header(const std::vector<Column>& header, const Row& row) {
    for (std::size_t i = header.size(); i < row.cells.size(); ++i) {
        const std::string_view value = row.trimmed(i);
        if (value.empty()) continue;
        return FieldError{place(row.number, column_name(header, i)),
                          "table.cells_beyond_header",
                          {{"row", std::to_string(row.number)},
                           {"cells", std::to_string(row.cells.size())},
                           {"columns", std::to_string(header.size())},
                           {"value", shown(value)}}};
    }
    return std::nullopt;
}

bool is_blank(std::span<const std::string_view> cells) {
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
        if (cell.empty() || cell == "\x1A") return true; // 1A: where DOS ended a text
        if (cell.front() > ' ' && cell.front() != '\x7F') return false;
        return text::trim(cell).empty();
    });
}

Result<Table> read_all(Reader& reader, std::size_t most_rows) {
    Table table;
    table.header = reader.header();
    Row row;
    while (TRY(reader.next(row))) {
        if (table.rows.size() == most_rows)
            return refuse_at("table.too_many_rows", row.number, {}, {{"limit", std::to_string(most_rows)}});
        table.rows.push_back({row.number, {row.cells.begin(), row.cells.end()}});
    }
    table.warnings = reader.warnings();
    return table;
}

} // namespace kunna::tabular
