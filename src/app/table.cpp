// Table.
#include "app/table.hpp"

#include "base/json_write.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace kunna::app {

namespace {

std::string plain(const Cell& cell) {
    return std::visit(
        [](const auto& v) -> std::string {
            using V = std::remove_cvref_t<decltype(v)>;
            if constexpr (std::is_same_v<V, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<V, bool>)
                return v ? "true" : "false";
            else if constexpr (std::is_same_v<V, std::string>)
                return v;
            else
                return fmt::format("{}", v);
        },
        cell);
}

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    return out + '"';
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool numeric(const Cell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell);
}

void write_json(std::string& out, const Cell& cell) {
    std::visit(
        [&](const auto& v) {
            using V = std::remove_cvref_t<decltype(v)>;
            if constexpr (std::is_same_v<V, std::monostate>)
                out += "null";
            else
                json::write(out, v);
        },
        cell);
}

} // namespace

void Table::print(std::ostream& out, Format format) const {
    std::string text;
    const auto flush = [&](std::size_t least) {
        if (text.size() < least) return;
        out << text;
        text.clear();
    };
    if (format == Format::json) {
        text = "[";
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            text += r == 0 ? "\n{" : ",\n{";
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                if (c > 0) text += ", ";
                json::write_text(text, columns_[c]);
                text += ": ";
                write_json(text, rows_[r][c]);
            }
            text += '}';
            flush(1U << 16U);
        }
        text += rows_.empty() ? "]\n" : "\n]\n";
        return flush(0);
    }
    if (format == Format::csv) {
        for (std::size_t c = 0; c < columns_.size(); ++c) text += (c > 0 ? "," : "") + columns_[c];
        text += '\n';
        for (const auto& row : rows_) {
            for (std::size_t c = 0; c < row.size(); ++c) text += (c > 0 ? "," : "") + quoted(plain(row[c]));
            text += '\n';
            flush(1U << 16U);
        }
        return flush(0);
    }
    std::vector<std::size_t> widths;
    for (const auto& name : columns_) widths.push_back(width(name));
    for (const auto& row : rows_)
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width(plain(row[c])));
    const auto line = [&](std::size_t column, const std::string& value, bool right) {
        const std::string space(widths[column] - width(value), ' ');
        text += (column > 0 ? "  " : "") + (right ? space + value : value + space);
    };
    for (std::size_t c = 0; c < columns_.size(); ++c) line(c, columns_[c], !rows_.empty() && numeric(rows_.front()[c]));
    text += '\n';
    for (const auto& row : rows_) {
        for (std::size_t c = 0; c < row.size(); ++c) line(c, plain(row[c]), numeric(row[c]));
        text += '\n';
        flush(1U << 16U);
    }
    flush(0);
}

} // namespace kunna::app
