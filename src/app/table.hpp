// Table: rows for the terminal, for a file or for a program; one set of columns for all three.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

namespace kunna::app {

enum class Format : std::uint8_t { table, csv, json };

using Cell = std::variant<std::monostate, std::int64_t, double, bool, std::string>;

class Table {
public:
    explicit Table(std::vector<std::string> columns) : columns_(std::move(columns)) {}
    void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
    // table: aligned columns. csv: comma, UTF-8, RFC 4180. json: a list of objects.
    void print(std::ostream& out, Format format) const;

private:
    std::vector<std::string> columns_;
    std::vector<std::vector<Cell>> rows_;
};

template <class T>
Cell cell(const std::optional<T>& value) {
    if (!value) return std::monostate{};
    return Cell{*value};
}

} // namespace kunna::app
