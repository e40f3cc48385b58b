// Rows of the reference files that benches read. What cannot be read throws.
#pragma once

#include "base/text.hpp"
#include "tabular/csv.hpp"
#include "tabular/table.hpp"

#include <fstream>
#include <map>
#include <stdexcept>

namespace kunna::bench {

// Calls with a function that gives a column's cell.
template <class F>
void each_row(const std::string& path, F&& take) {
    auto table = tabular::open_csv(tabular::file_bytes(path).unwrap(), {.delimiter = ','}).unwrap();
    std::map<std::string, std::size_t, std::less<>> at;
    for (std::size_t i = 0; i < table->header().size(); ++i) at[table->header()[i].name] = i;
    for (tabular::Row row; table->next(row).unwrap();)
        take([&](std::string_view name) { return std::string{row[at.at(std::string{name})]}; });
}

inline std::vector<std::vector<std::string>> tsv(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in{path};
    if (!in) throw std::runtime_error{"cannot read " + path};
    for (std::string line; std::getline(in, line);) {
        auto& row = rows.emplace_back();
        for (const std::string_view cell : text::split(line, '\t')) row.emplace_back(cell);
    }
    return rows;
}

} // namespace kunna::bench
