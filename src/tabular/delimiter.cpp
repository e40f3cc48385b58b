// What separates the cells of a CSV file, found from its header and first rows.
#include "tabular/delimiter.hpp"

#include "tabular/table.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace kunna::tabular {

namespace {

constexpr std::size_t most_records = 100;

struct Record {
    std::uint64_t line;
    std::size_t cells;
    std::size_t filled = 0; // cells up to the last that holds anything
};

// How many cells each of the first records has when `delimiter` separates them. Blank records are left out, and the
// last one when the text was cut inside it.
std::vector<Record> records(std::string_view text, bool whole, std::uint64_t line, char newline, char delimiter) {
    std::vector<Record> found;
    Record now{line, 1};
    enum class At { cell_begin, plain, quotes, closed } at = At::cell_begin;
    bool blank = true;
    const auto close = [&] {
        if (!blank) found.push_back(now);
        now = {line, 1};
        at = At::cell_begin;
        blank = true;
    };
    for (const char c : text) {
        if (c == newline) ++line;
        if (at == At::quotes) {
            if (c == '"') at = At::closed;
        } else if (c == newline) {
            close();
            if (found.size() > most_records) return found;
        } else if (c == delimiter) {
            ++now.cells;
            at = At::cell_begin;
        } else if (c == '"' && at != At::plain) {
            at = At::quotes; // closed and opened again: a doubled quote
            now.filled = now.cells;
            blank = false;
        } else if (c != ' ' && c != '\r') {
            at = At::plain;
            now.filled = now.cells;
            blank = false;
        }
    }
    if (whole) close();
    return found;
}

struct Fit {
    char delimiter;
    std::size_t columns;   // of the header
    double share;          // of the rows that have as many cells; a shorter one counts half
    Record first_misfit{}; // a row with more cells than the header, or just one
};

std::optional<Fit> fit(const std::vector<Record>& found, char delimiter) {
    if (found.empty() || found.front().cells < 2) return std::nullopt;
    Fit result{delimiter, found.front().cells, 1.0};
    double fitting = 0;
    for (std::size_t i = 1; i < found.size(); ++i) {
        const std::size_t cells = found[i].cells;
        if (cells == result.columns || (cells > result.columns && found[i].filled <= result.columns))
            fitting += 1;
        else if (cells > 1 && cells < result.columns)
            fitting += 0.5;
        else if (result.first_misfit.line == 0)
            result.first_misfit = found[i];
    }
    if (found.size() > 1) result.share = fitting / static_cast<double>(found.size() - 1);
    return result;
}

bool better(const Fit& one, const Fit& other) {
    if (one.share > other.share + 0.1) return true;
    if (one.share < other.share - 0.1) return false;
    return one.columns > other.columns;
}

// The header has one cell, but nearly all rows have the same number of two or more: a heading stands above the header.
std::optional<Record> same_below(const std::vector<Record>& found) {
    if (found.size() < 3 || found[0].cells != 1 || found[1].cells < 2) return std::nullopt;
    const auto same =
        std::count_if(found.begin() + 1, found.end(), [&](const Record& r) { return r.cells == found[1].cells; });
    if (static_cast<std::size_t>(same) * 10 < (found.size() - 1) * 8) return std::nullopt;
    return found[1];
}

Error refuse_shape(std::string code, std::uint64_t row, std::vector<std::pair<std::string, std::string>> values) {
    return refuse_at(std::move(code), row, {}, std::move(values));
}

} // namespace

std::string delimiter_name(char delimiter) {
    switch (delimiter) {
    case '\t':
        return "tab";
    case ' ':
        return "space";
    case '\x1F':
        return "U+001F";
    default:
        return {delimiter};
    }
}

Result<Shape> detect_shape(std::string_view first, bool whole, std::uint64_t line, char given) {
    Shape shape;
    const bool has_lf = first.find('\n') != std::string_view::npos;
    if (!has_lf && first.find('\r') != std::string_view::npos) shape.newline = '\r';
    // One line longer than all we were shown: let the reader refuse it by its limits.
    const auto count = [&](char delimiter) { return records(first, whole, line, shape.newline, delimiter); };

    std::optional<Fit> best;
    for (const char candidate : {'\t', ';', '|', ','}) {
        const auto now = fit(count(candidate), candidate);
        if (now && (!best || better(*now, *best))) best = now;
    }
    if (given != '\0') {
        const auto stated = count(given);
        if (best && best->delimiter != given && best->share >= 0.5 && !stated.empty() && stated.front().cells == 1)
            return refuse_shape("csv.wrong_delimiter", stated.front().line,
                                {{"given", delimiter_name(given)},
                                 {"found", delimiter_name(best->delimiter)},
                                 {"columns", std::to_string(best->columns)}});
        shape.delimiter = given;
        return shape;
    }
    if (best) {
        // Two rows say too little to refuse a file for; the rows themselves are judged one by one later.
        if (best->share < 0.5 && count(best->delimiter).size() > 3)
            return refuse_shape("csv.rows_unlike_header", best->first_misfit.line,
                                {{"delimiter", delimiter_name(best->delimiter)},
                                 {"columns", std::to_string(best->columns)},
                                 {"cells", std::to_string(best->first_misfit.cells)}});
        shape.delimiter = best->delimiter;
        return shape;
    }
    for (const char candidate : {'\t', ';', '|', ','}) {
        const auto found = count(candidate);
        if (found.empty() && whole) { // nothing but delimiters
            shape.delimiter = candidate;
            return shape;
        }
        if (const auto below = same_below(found))
            return refuse_shape("csv.heading_above_header", found.front().line,
                                {{"delimiter", delimiter_name(candidate)},
                                 {"cells", std::to_string(below->cells)},
                                 {"line", std::to_string(below->line)}});
    }
    for (const char unusual : {':', '^', '~', '#', '\x1F'}) {
        const auto now = fit(count(unusual), unusual);
        if (now && now->share > 0.9)
            return refuse_shape("csv.unknown_delimiter", line,
                                {{"found", delimiter_name(unusual)}, {"columns", std::to_string(now->columns)}});
    }
    return shape; // one column: a tab, which does not occur in the header, separates nothing
}

} // namespace kunna::tabular
