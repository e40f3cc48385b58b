// CSV: RFC 4180 and what real exports make of it. Reads files of any size in bounded memory; writes safe ones.
#pragma once

#include "tabular/bytes.hpp"
#include "tabular/table.hpp"
#include "tabular/writer.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace kunna::tabular {

// Reads the header at once. What is accepted beyond RFC 4180: UTF-16 and Windows-1252 (encoding.hpp), the delimiters
// ; tab | (delimiter.hpp), LF or CR at line ends, a first line "sep=;", spaces around a quoted cell, a quotation mark
// inside an unquoted one, short rows, blank lines anywhere (skipped), and the apostrophe that guards a formula, which
// is taken off again. Refused with the row: NUL bytes, an encoding that changes, a quote never closed or followed by
// text, more than the limits allow.
Result<std::unique_ptr<Reader>> open_csv(std::unique_ptr<Bytes> bytes, const Options& options = {});

struct CsvStyle {
    char delimiter = ';';
    char decimal = ',';
    bool byte_order_mark = true; // without it Excel takes UTF-8 for Windows-1252

    static CsvStyle swedish() { return {}; }
    static CsvStyle english() { return {',', '.', true}; }
    static CsvStyle plain() { return {',', '.', false}; } // for machines
};

// CRLF at line ends. Text that a spreadsheet would take for a formula is guarded (see guarded); numbers and dates in
// columns of their type are written bare, so -3,5 stays a number.
Result<std::unique_ptr<Writer>> write_csv(Sink sink, const std::vector<ColumnSpec>& columns,
                                          const CsvStyle& style = {});

// With an apostrophe before it when the text, after any apostrophes, begins with = + - @ tab CR or LF.
std::string guarded(std::string_view text);
// Takes that apostrophe off again: unguarded(guarded(x)) == x for every x.
std::string_view unguarded(std::string_view text);

} // namespace kunna::tabular
