// What separates the cells of a CSV file, found from its header and first rows.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kunna::tabular {

struct Shape {
    char newline = '\n'; // '\r' in files of the old Macintosh kind, which hold no '\n'
    char delimiter = '\t';
};

// `first` is the file's first text, quotes and all, `whole` whether it is all of it; `line` is the number of its first
// line. The header must have two cells or more, and at least half of the rows its number of cells; among those that do,
// the most cells win, then tab ; | , in this order (comma last: it is also the decimal sign).
// `given`: the delimiter somebody stated, or '\0'. It is refused only when it does not occur and another fits.
// Refuses csv.wrong_delimiter, csv.unknown_delimiter, csv.rows_unlike_header, csv.heading_above_header.
Result<Shape> detect_shape(std::string_view first, bool whole, std::uint64_t line, char given);

// As people call it: ; , | or tab.
std::string delimiter_name(char delimiter);

} // namespace kunna::tabular
