// Any bytes as CSV: read to the end or refused, and what was read writes and reads back the same. Every cell also goes
// through the parsers of values.hpp.
#include "tabular/csv.hpp"

#include "base/text.hpp"
#include "tabular/sniff.hpp"
#include "tabular/values.hpp"

#include <cstdlib>

using namespace kunna;
using namespace kunna::tabular;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

void parse(std::string_view cell) {
    DateOrderFinder orders;
    orders.see(cell);
    (void)date(cell, orders.order());
    DecimalSignFinder signs;
    signs.see(cell);
    (void)number(cell, signs.sign());
    (void)whole_number(cell);
    (void)fte(cell);
    (void)yes_no(cell);
    if (const auto name = person_name(cell); name.ok())
        must(!name->given.empty() || !name->family.empty() || cell.find(',') != std::string_view::npos);
    if (const auto id = employee_number(cell); id.ok()) must(!id->empty());
    must(unguarded(guarded(cell)) == cell);
}

// What a refusal says goes into JSON.
void check(const Error& error) {
    for (const auto& [name, value] : error.values) must(text::valid_utf8(value));
    for (const FieldError& field : error.fields) must(text::valid_utf8(field.where));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    (void)sniff(bytes, "people.csv");
    Options options;
    options.limits.row_bytes = 1 << 16;
    auto reader = open_csv(memory_bytes(bytes), options);
    if (!reader.ok()) {
        check(reader.error());
        return 0;
    }
    std::string written;
    std::vector<ColumnSpec> columns;
    for (const Column& column : (*reader)->header()) columns.push_back({column.name});
    must(!columns.empty());
    auto writer = write_csv(string_sink(written), columns, CsvStyle::plain());
    must(writer.ok());
    std::vector<std::vector<std::string>> rows;
    Row row;
    std::uint64_t last = (*reader)->header_row();
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more.ok()) check(more.error());
        if (!more.ok() || !*more) break;
        must(row.number > last && row.cells.size() <= options.limits.columns);
        last = row.number;
        std::vector<Cell> cells;
        for (const std::string_view cell : row.cells) {
            must(text::valid_utf8(cell) && cell.find('\0') == std::string_view::npos);
            parse(cell);
            if (cells.size() < columns.size()) cells.emplace_back(cell);
        }
        (void)beyond_header((*reader)->header(), row);
        if (!is_blank(row.cells.first(cells.size()))) {
            must((*writer)->row(cells).ok());
            rows.emplace_back(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(cells.size()));
        }
    }
    must((*writer)->finish().ok());

    Options given; // a table of one column shows no delimiter
    given.delimiter = ',';
    auto again = open_csv(memory_bytes(written), given);
    must(again.ok() && (*again)->header().size() == columns.size());
    for (const auto& expected : rows) {
        const auto more = (*again)->next(row);
        must(more.ok() && *more);
        for (std::size_t i = 0; i < expected.size(); ++i) must(row[i] == expected[i]);
    }
    must(!*(*again)->next(row));
    return 0;
}
