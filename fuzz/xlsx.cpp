// Any bytes as XLSX, in three ways: as the zip itself; as the sheet, and as the shared strings and styles, of a whole
// workbook, so that what lies behind the zip is reached as well. The first byte chooses.
#include "tabular/xlsx.hpp"

#include "base/text.hpp"
#include "support/zip.hpp"
#include "tabular/csv.hpp"
#include "tabular/tables.hpp"

#include <cstdlib>

using namespace kunna;
using namespace kunna::tabular;

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

std::string workbook(std::string_view sheet, std::string_view strings, std::string_view styles, std::string_view book) {
    return test::zip_of(
        {{"xl/workbook.xml", std::string{book}},
         {"xl/_rels/workbook.xml.rels",
          R"(<R><Relationship Id="1" Type="/worksheet" Target="s.xml"/><Relationship Id="2" Type="/sharedStrings" Target="t.xml"/>)"
          R"(<Relationship Id="3" Type="/styles" Target="y.xml"/></R>)"},
         {"xl/s.xml", std::string{sheet}},
         {"xl/t.xml", std::string{strings}},
         {"xl/y.xml", std::string{styles}}},
        {.stored = true});
}

// What a refusal says goes into JSON.
void check(const Error& error) {
    for (const auto& [name, value] : error.values) must(text::valid_utf8(value));
    for (const FieldError& field : error.fields) must(text::valid_utf8(field.where));
}

void read(std::string_view bytes) {
    Options options;
    options.limits.unpacked = 1 << 20;
    auto reader = open_bytes(bytes, "people.xlsx", options);
    if (!reader.ok()) return check(reader.error());
    Row row;
    std::uint64_t last = (*reader)->header_row();
    for (;;) {
        const auto more = (*reader)->next(row);
        if (!more.ok()) check(more.error());
        if (!more.ok() || !*more) break;
        must(row.number > last && row.cells.size() <= options.limits.columns);
        last = row.number;
        for (const std::string_view cell : row.cells)
            must(text::valid_utf8(cell) && cell.size() <= options.limits.cell_bytes);
    }
    for (const FieldError& warning : (*reader)->warnings()) must(text::valid_utf8(warning.where));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    if (bytes.empty()) return 0;
    constexpr std::string_view plain_book = R"(<w><sheets><sheet name="a" id="1"/></sheets></w>)";
    constexpr std::string_view plain_styles =
        R"(<y><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs></y>)";
    const std::string_view rest = bytes.substr(1);
    switch (bytes[0]) {
    case '<':
        read(workbook(bytes, "<t><si><t>x</t></si><si><r><t>y</t></r></si></t>", plain_styles, plain_book));
        break;
    case '1':
        read(workbook(R"(<s><sheetData><row><c t="s"><v>0</v></c></row></sheetData></s>)", rest, plain_styles,
                      plain_book));
        break;
    case '2':
        read(workbook(R"(<s><sheetData><row><c s="1"><v>46082.5</v></c></row></sheetData></s>)", "<t/>", rest,
                      plain_book));
        break;
    case '3':
        read(workbook(R"(<s><sheetData><row><c><v>1</v></c></row></sheetData></s>)", "<t/>", plain_styles, rest));
        break;
    default:
        read(bytes);
    }
    return 0;
}
