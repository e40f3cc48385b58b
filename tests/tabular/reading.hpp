// Helpers of the tabular tests: bytes in, rows or the refusal's code out.
#pragma once

#include "tabular/csv.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::tabular {

using Lines = std::vector<std::vector<std::string>>;

// All of a table; its first line is the header.
inline Lines lines_of(Result<std::unique_ptr<Reader>> reader) {
    if (!reader.ok()) return {{"refused", reader.error().code}};
    Lines lines(1);
    for (const Column& column : (*reader)->header()) lines[0].push_back(column.name);
    Row row;
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more.ok()) {
            lines.push_back({"refused", more.error().code});
            return lines;
        }
        if (!*more) return lines;
        lines.emplace_back(row.cells.begin(), row.cells.end());
    }
}

inline Lines csv_lines(std::string_view bytes, const Options& options = {}) {
    return lines_of(open_csv(memory_bytes(bytes), options));
}

// "code · where" of the first refusal, or what of the table was read without one.
inline std::string refusal(Result<std::unique_ptr<Reader>> reader) {
    const auto told = [](const Error& error) {
        return error.fields.empty() ? error.code : error.code + " · " + error.fields[0].where;
    };
    if (!reader.ok()) return told(reader.error());
    Row row;
    for (std::size_t rows = 0;; ++rows) {
        const auto more = (*reader)->next(row);
        if (!more.ok()) return told(more.error());
        if (!*more) return "read " + std::to_string(rows) + " rows";
    }
}

inline std::string csv_refusal(std::string_view bytes, const Options& options = {}) {
    return refusal(open_csv(memory_bytes(bytes), options));
}

inline std::string utf16(std::string_view latin1, bool big, bool mark) {
    std::string out;
    const auto unit = [&](unsigned c) {
        const char low = static_cast<char>(c & 0xFFU);
        const char high = static_cast<char>(c >> 8U);
        out += big ? std::string{high, low} : std::string{low, high};
    };
    if (mark) unit(0xFEFF);
    for (const char c : latin1) unit(static_cast<unsigned char>(c));
    return out;
}

} // namespace kunna::tabular
