#include "tabular/number_format.hpp"
#include "tabular/tables.hpp"
#include "workbooks.hpp"

#include <fstream>
#include <random>

namespace kunna::tabular {
namespace {

TEST(Xlsx, ReadsSharedInlineAndRichText) {
    Book book;
    book.strings =
        "<sst><si><t>Namn</t></si><si><r><rPr><b/></rPr><t>An</t></r><r><t xml:space=\"preserve\">na </t></r>"
        "<rPh><t>phonetic</t></rPh></si><si><t>a&amp;b&#229;_x000D__x0041_</t></si></sst>";
    book.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Ort</t></is></c></row>"
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>2</v></c></row>";
    EXPECT_EQ(xlsx_lines(book.bytes()), (Lines{{"Namn", "Ort"}, {"Anna ", "a&bå\r_x0041_"}}));
}

TEST(Xlsx, NumbersReadAsPeopleWroteThem) {
    Book book;
    book.styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/></numFmts>"
                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    book.rows = ab_header;
    int row = 2;
    Lines expected{{"a", "b"}};
    for (const auto& [stored, shown] :
         std::vector<std::pair<std::string, std::string>>{{"123", "123"},
                                                          {"123.0", "123"},
                                                          {"4.0E+05", "400000"},
                                                          {"0.80000000000000004", "0.8"},
                                                          {"0.30000000000000004", "0.3"},
                                                          {"-3.5", "-3.5"},
                                                          {"1E-3", "0.001"},
                                                          {"198001011234", "198001011234"},
                                                          {"1.23457E+11", "123457000000"},
                                                          {"007", "7"}}) {
        const std::string at = std::to_string(row++);
        book.rows += "<row r=\"" + at + "\">" + inline_cell("A" + at, "00123") + "<c r=\"B" + at + "\"><v>" + stored +
                     "</v></c></row>";
        expected.push_back({"00123", shown});
    }
    book.rows +=
        "<row><c s=\"1\"><v>123</v></c><c s=\"1\"><v>1234567</v></c></row><row><c s=\"1\"><v>12.0</v></c></row>";
    expected.push_back({"00123", "1234567"});
    expected.push_back({"00012"});
    EXPECT_EQ(xlsx_lines(book.bytes()), expected);
}

TEST(Xlsx, TheFormatDecidesWhetherANumberIsADay) {
    Book book;
    book.styles = "<styleSheet><numFmts><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts>"
                  "<cellStyleXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellStyleXfs>"
                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/><xf "
                  "numFmtId=\"20\"/></cellXfs></styleSheet>";
    book.rows = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>"
                "<row><c s=\"0\"><v>46082</v></c><c s=\"1\"><v>46082</v></c><c s=\"2\"><v>46082.354166666664</v></c>"
                "<c s=\"3\"><v>0.35416666666666669</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>59</v></c><c "
                "s=\"1\"><v>-1</v></c>"
                "<c t=\"d\"><v>2026-03-01T00:00:00</v></c><c t=\"b\"><v>1</v></c></row>";
    EXPECT_EQ(xlsx_lines(book.bytes()).at(1),
              (std::vector<std::string>{"46082", "2026-03-01", "2026-03-01 08:30", "08:30", "1900-02-29", "1900-02-28",
                                        "-1", "2026-03-01", "true"}));
    book.properties = "<workbookPr date1904=\"1\"/>";
    EXPECT_EQ(xlsx_lines(book.bytes()).at(1)[1], "2030-03-02");
}

TEST(Xlsx, FormatsOfEveryKindAreTold) {
    using Shows = NumberFormat::Shows;
    for (const char* code : {"yyyy-mm-dd", "yyyy\\-mm\\-dd;@", "[$-41D]d mmmm yyyy;@", "dd/mm/yy", "mmm-yy", "m/d/yyyy",
                             "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"})
        EXPECT_EQ(number_format(code).shows, Shows::date) << code;
    for (const char* code : {"General", "0", "0.00", "#,##0.00 [$kr-41D]", "#,##0 \"dagar\"", "0%", "0.00E+00", "@",
                             "_-* #,##0_-", "\"d\"0", "\\d0", "[Red]0"})
        EXPECT_EQ(number_format(code).shows, Shows::number) << code;
    EXPECT_EQ(number_format("h:mm AM/PM").shows, Shows::time);
    EXPECT_EQ(number_format("mm:ss.0").shows, Shows::time);
    EXPECT_EQ(number_format("[h]:mm").shows, Shows::elapsed);
    EXPECT_EQ(number_format("yyyy-mm-dd hh:mm:ss").shows, Shows::date_time);
    EXPECT_EQ(number_format("00000").zeros, 5U);
    EXPECT_EQ(number_format("00000\"x\"").zeros, 0U);
}

TEST(Xlsx, SparseCellsAndRowsKeepTheirPlaces) {
    Book book;
    book.rows = "<row r=\"3\">" + inline_cell("A3", "a") + inline_cell("D3", "d") +
                "</row><row r=\"4\"><c r=\"A4\" s=\"0\"/></row>" + "<row r=\"7\">" + inline_cell("C7", "x") +
                "<c r=\"Z7\" s=\"0\"/></row>";
    auto bytes = book.bytes();
    auto reader = open_xlsx(std::string_view{bytes});
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ((*reader)->header_row(), 3U);
    EXPECT_EQ((*reader)->header()[1].name, "column 2");
    EXPECT_FALSE((*reader)->header()[1].named);
    Row row;
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_EQ(row.number, 7U);
    EXPECT_EQ(std::vector<std::string>(row.cells.begin(), row.cells.end()), (std::vector<std::string>{"", "", "x"}));
    EXPECT_FALSE(*(*reader)->next(row));
    EXPECT_EQ((*reader)->bytes_read(), (*reader)->bytes_total());
}

TEST(Xlsx, TakesTheFirstVisibleSheetOrTheOneNamed) {
    Book book;
    book.sheets =
        R"(<sheet name="Gömd" sheetId="3" state="hidden" r:id="rId2"/><sheet name="Personal" sheetId="1" r:id="rId1"/>)"
        R"(<sheet name="Roller" sheetId="2" r:id="rId2"/>)";
    book.relations += relation("rId2", "worksheet", "worksheets/sheet2.xml");
    book.rows = ab_header;
    book.more = {{"xl/worksheets/sheet2.xml", "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c "
                                              "t=\"str\"><x:v>roll</x:v></x:c></x:row></x:sheetData></x:worksheet>"}};
    const auto bytes = book.bytes();
    EXPECT_EQ(xlsx_lines(bytes), (Lines{{"a", "b"}}));
    Options named;
    named.sheet = "roller";
    EXPECT_EQ(xlsx_lines(bytes, named), (Lines{{"roll"}}));
    named.sheet = "Annat";
    EXPECT_EQ(xlsx_refusal(bytes, named), "xlsx.no_such_sheet");
    auto reader = open_xlsx(std::string_view{bytes});
    ASSERT_EQ((*reader)->warnings().size(), 1U);
    EXPECT_EQ((*reader)->warnings()[0].code, "xlsx.other_sheets");
}

TEST(Xlsx, FormulasAreReadByTheirStoredValueWithOneWarningAColumn) {
    Book book;
    book.rows = ab_header +
                "<row r=\"2\"><c r=\"B2\"><f>1+1</f><v>2</v></c></row><row r=\"3\"><c r=\"B3\" "
                "t=\"str\"><f>X()</f><v></v></c>" +
                inline_cell("A3", "=1+1") + "</row><row r=\"4\"><c r=\"B4\" t=\"e\"><f>X()</f><v>#N/A</v></c></row>";
    const auto bytes = book.bytes();
    EXPECT_EQ(xlsx_lines(bytes), (Lines{{"a", "b"}, {"", "2"}, {"=1+1"}, {"", "#N/A"}}));
    auto reader = open_xlsx(std::string_view{bytes});
    ASSERT_TRUE(reader.ok() && read_all(**reader).ok());
    ASSERT_EQ((*reader)->warnings().size(), 2U);
    const FieldError& formulas = (*reader)->warnings()[0];
    EXPECT_EQ(formulas.code, "xlsx.formulas");
    EXPECT_EQ(formulas.where, "row 2, column b");
    EXPECT_EQ(formulas.values[2].second, "B2");
    EXPECT_EQ(formulas.values[3].second, "3");
    EXPECT_EQ((*reader)->warnings()[1].code, "xlsx.error_values");
    book.rows += "<row r=\"5\"><c r=\"B5\"><f>1+1</f></c></row>";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xlsx.formula_without_value · row 5, column b");
}

TEST(Xlsx, MacrosAndExternalLinksAreRefusedButHyperlinksAreNot) {
    Book book;
    book.rows = ab_header;
    book.more = {{"xl/worksheets/_rels/sheet1.xml.rels",
                  "<Relationships>" + relation("rId1", "hyperlink", "mailto:a@b.example", " TargetMode=\"External\"") +
                      "</Relationships>"}};
    EXPECT_EQ(xlsx_refusal(book.bytes()), "read 0 rows");
    for (const char* name : {"xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"}) {
        book.more = {{name, "x"}};
        EXPECT_EQ(xlsx_refusal(book.bytes()), "xlsx.macros");
    }
    book.more = {{"xl/externalLinks/externalLink1.xml", "<x/>"}};
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xlsx.external_links");
    book.more.clear();
    book.relations += relation("rId7", "externalLink", "elsewhere/link.xml");
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xlsx.external_links");
}

TEST(Xlsx, DtdsEntitiesAndOtherEncodingsAreRefused) {
    const std::string laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    Book book;
    book.sheet_head = laughs;
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xml.dtd");
    book = {};
    book.strings = laughs + "<sst><si><t>&b;</t></si></sst>";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xml.dtd");
    book = {};
    book.strings = "<sst><si><t>&b;</t></si></sst>";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xml.entity");
    book = {};
    book.sheet_head = "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xml.dtd");
    book = {};
    book.sheet_head = "<?xml version='1.0' encoding='UTF-7'?>";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xml.encoding");
    book = {};
    book.strings = utf16("<sst/>", false, true);
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xml.encoding");
}

TEST(Xlsx, BrokenXmlIsRefused) {
    for (const char* rows : {"<row",
                             "<row>",
                             "<row></c>",
                             "<row><c></row></c>",
                             "<row a=1/>",
                             "<row><c t=\"s\"><v>0</v></c></row>",
                             "<row><c t=\"s\"><v>x</v></c></row>",
                             "<row r=\"0\"/>",
                             "<row r=\"2\"/><row r=\"2\"/>",
                             "<row r=\"1048577\"/>",
                             "<row><c r=\"AAAA1\"/></row>",
                             "<row><c r=\"1A\"/></row>",
                             "<row><c><v>x</v></c></row>",
                             "<row>&#0;</row>",
                             "<row>&#xD800;</row>",
                             "<row>\x01</row>",
                             "<row><c t=\"str\"><v>\xC3</v></c></row>",
                             "<a>&amp</a>",
                             "<!-- ",
                             "<![CDATA["})
        EXPECT_EQ(xlsx_refusal([&] {
                      Book book;
                      book.rows = rows;
                      return book.bytes();
                  }()),
                  "xml.broken")
            << rows;
    Book deep;
    for (int i = 0; i < 100; ++i) deep.rows += "<a>";
    EXPECT_EQ(xlsx_refusal(deep.bytes()), "xml.broken");
    Book cdata;
    cdata.rows = "<!-- <row> --><row><c t=\"str\"><v><![CDATA[<a>]]]></v></c></row><?pi <row>?>";
    EXPECT_EQ(xlsx_lines(cdata.bytes()), (Lines{{"<a>]"}}));
}

TEST(Xlsx, LimitsAreRefusalsThatNameThePlace) {
    Book book;
    book.rows = ab_header + "<row r=\"2\">" + inline_cell("NTP2", "x") + "</row>"; // the 10,000th column
    EXPECT_EQ(xlsx_refusal(book.bytes()), "table.too_many_columns · row 2");
    book.rows = ab_header + "<row r=\"2\">" + inline_cell("B2", std::string(40'000, 'x')) + "</row>";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "table.cell_too_long · row 2, column b");
    std::string returns = "x"; // and 6,000 characters more in 42,000 bytes
    for (int i = 0; i < 6'000; ++i) returns += "_x000D_";
    book.strings = "<sst><si><t>" + returns + "</t></si><si><t>" + std::string(500'000, 'x') + "</t></si></sst>";
    book.rows = ab_header + "<row><c t=\"s\"><v>0</v></c><c t=\"str\"><v>" + returns + "</v></c></row>";
    EXPECT_EQ(xlsx_lines(book.bytes()).back(), (std::vector<std::string>(2, "x" + std::string(6'000, '\r'))));
    book.rows = ab_header + "<row><c t=\"s\"><v>1</v></c></row>";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "table.cell_too_long · row 2, column a");
    book.rows = ab_header + "<row r=\"2\">" + inline_cell("B2", "x") + "</row>";
    Options few;
    few.limits.rows = 0;
    EXPECT_EQ(xlsx_refusal(book.bytes(), few), "table.too_many_rows · row 2");
    book.rows.clear();
    EXPECT_EQ(xlsx_refusal(book.bytes()), "table.empty");
    book.sheets.clear();
    EXPECT_EQ(xlsx_refusal(book.bytes()), "xlsx.no_sheet");
}

TEST(Xlsx, AZipThatMeansHarmIsRefused) {
    Book book;
    book.rows = ab_header + "<!--" + std::string(4 << 20, ' ') + "-->";
    EXPECT_EQ(xlsx_refusal(book.bytes()), "zip.bomb");
    Options small;
    small.limits.unpacked = 100'000;
    EXPECT_EQ(xlsx_refusal(book.bytes(), small), "zip.too_large");
    book.rows = ab_header;
    for (const char* name : {"../evil", "/etc/passwd", "a/../../b", "a\\..\\b", "C:evil", "a//b", "./a"}) {
        book.more = {{name, "x"}};
        EXPECT_EQ(xlsx_refusal(book.bytes()), "zip.bad_name") << name;
    }
    book.more = {{std::string(300, 'a'), "x"}};
    EXPECT_EQ(xlsx_refusal(book.bytes()), "zip.bad_name");
    book.more = {{"a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a", "x"}};
    EXPECT_EQ(xlsx_refusal(book.bytes()), "zip.bad_name");
    book.more = {{"XL/Workbook.xml", "<x/>"}};
    EXPECT_EQ(xlsx_refusal(book.bytes()), "zip.duplicate_name");
    book.more.clear();
    EXPECT_EQ(xlsx_refusal(book.bytes({.link = "xl/link"})), "zip.link");
    EXPECT_EQ(xlsx_refusal(book.bytes({.passphrase = "hemligt"})), "zip.encrypted");
    for (int i = 0; i < 20'001; ++i) book.more.emplace_back("x/" + std::to_string(i), "");
    EXPECT_EQ(xlsx_refusal(book.bytes()), "zip.too_many_entries");
}

TEST(Xlsx, DeclaredSizesAreNotBelieved) {
    Book book;
    book.rows = ab_header + "<!--" + std::string(4 << 20, ' ') + "-->";
    std::string bytes = book.bytes();
    // Every directory entry (PK 1 2) claims that its file has ten bytes.
    for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos; at = bytes.find("PK\x01\x02", at + 4))
        bytes.replace(at + 24, 4, std::string{"\x0A\0\0\0", 4});
    EXPECT_NE(xlsx_refusal(bytes).find("zip."), std::string::npos) << xlsx_refusal(bytes);
}

// Where the zip's directory has the entry of a file.
std::size_t entry_of(const std::string& zip, const std::string& name) {
    std::size_t at = zip.find("PK\x01\x02");
    while (at != std::string::npos && zip.compare(at + 46, name.size(), name) != 0) at = zip.find("PK\x01\x02", at + 4);
    return at;
}

TEST(Xlsx, EntriesThatShareTheirBytesAreNotTwoFiles) {
    std::mt19937 random{7};
    std::string noise;
    while (noise.size() < 60'000) noise += "0123456789abcdef"[random() % 16];
    Book book;
    book.rows = ab_header;
    book.strings = "<sst><!--" + noise + "--></sst>";
    Options small;
    small.limits.unpacked = 100'000;
    std::string bytes = book.bytes();
    ASSERT_EQ(xlsx_refusal(bytes, small), "read 0 rows") << "once is little enough";
    const std::size_t strings = entry_of(bytes, "xl/sharedStrings.xml");
    const std::size_t sheet = entry_of(bytes, "xl/worksheets/sheet1.xml");
    ASSERT_NE(strings, std::string::npos);
    ASSERT_NE(sheet, std::string::npos);
    // Checksum, sizes and place of the strings become those of the sheet as well.
    bytes.replace(sheet + 16, 12, bytes, strings + 16, 12);
    bytes.replace(sheet + 42, 4, bytes, strings + 42, 4);
    EXPECT_EQ(xlsx_refusal(bytes, small), "zip.missing_part");
}

TEST(Xlsx, EveryCutOfAFileIsRefusedWithoutHarm) {
    Book book;
    book.rows = ab_header;
    const std::string bytes = book.bytes();
    for (std::size_t size = 0; size < bytes.size(); size += 7)
        EXPECT_NE(xlsx_refusal(bytes.substr(0, size)), "read 0 rows") << size;
    EXPECT_EQ(xlsx_refusal("PK\x03\x04 no zip at all"), "zip.damaged");
    EXPECT_EQ(xlsx_refusal(zip_of({{"a.txt", "x"}})), "xlsx.not_a_workbook");
}

TEST(Xlsx, ReadsBackWhatItWrote) {
    std::string bytes;
    auto writer = write_xlsx(string_sink(bytes), "Personal",
                             {{"Anställningsnr"}, {"Tjänst", CellType::number}, {"Anställd", CellType::date}, {"Not"}});
    ASSERT_TRUE(writer.ok());
    const std::vector<Cell> first{Cell{"00123"}, Cell{0.8}, Cell{*Date::parse("2026-03-01")}, Cell{"=1+1"}};
    const std::vector<Cell> second{Cell{"A&<b>\"å"}, Cell{std::int64_t{-3}}, Cell{*Date::parse("1900-01-05")},
                                   Cell{"_x0041_\nrad\x01"}};
    const std::vector<Cell> third{Cell{}, Cell{}, Cell{}, Cell{std::int64_t{9'007'199'254'740'993}}};
    for (const auto* row : {&first, &second, &third}) ASSERT_TRUE((*writer)->row(*row).ok());
    const std::string long_text(32'768, 'x');
    EXPECT_EQ((*writer)->row(std::vector<Cell>{Cell{long_text}}).error().code, "table.cell_too_long");
    ASSERT_TRUE((*writer)->finish().ok());
    const Lines expected{{"Anställningsnr", "Tjänst", "Anställd", "Not"},
                         {"00123", "0.8", "2026-03-01", "=1+1"},
                         {"A&<b>\"å", "-3", "1900-01-05", "_x0041_\nrad\x01"},
                         {"", "", "", "9007199254740993"}};
    EXPECT_EQ(xlsx_lines(bytes), expected);
    auto reader = open_bytes(bytes, "personal.xlsx");
    ASSERT_TRUE(reader.ok() && read_all(**reader).ok());
    EXPECT_TRUE((*reader)->warnings().empty()); // no formulas
    EXPECT_EQ((*reader)->description(), "XLSX, Personal");
}

// tests/fixtures/tabular/exceljs-4.4.xlsx was written by exceljs 4.4: rich text, a hyperlink, merged cells, formats.
TEST(Xlsx, ReadsWhatAnotherLibraryWrote) {
    auto reader = open(KUNNA_SOURCE_DIR "/tests/fixtures/tabular/exceljs-4.4.xlsx");
    ASSERT_TRUE(reader.ok()) << reader.error().code;
    const auto table = read_all(**reader);
    ASSERT_TRUE(table.ok()) << table.error().code;
    ASSERT_EQ(table->header.size(), 7U);
    EXPECT_EQ(table->header[0].name, "Anställningsnr");
    ASSERT_EQ(table->rows.size(), 3U);
    EXPECT_EQ(table->rows[0].cells, (std::vector<std::string>{"00123", "Svensson, Åsa", "2026-03-01", "0.8", "true",
                                                              "asa@lindvaken.example", "40000"}));
    EXPECT_EQ(table->rows[1].cells,
              (std::vector<std::string>{"00124", "Öberg, Bo & Co", "1999-12-31 08:30", "1", "false", "", "400000"}));
    EXPECT_EQ(table->rows[2].number, 5U);
    EXPECT_EQ(table->rows[2].cells[0], "00125");
    EXPECT_EQ(table->rows[2].cells[6], "00123");
    ASSERT_EQ(table->warnings.size(), 1U); // the hidden sheet is not worth one
    EXPECT_EQ(table->warnings[0].code, "xlsx.formulas");
}

TEST(Xlsx, OpensFilesOfEitherKindByTheirContent) {
    const auto path = std::filesystem::temp_directory_path() / ("kunna-tabular-" + std::to_string(::getpid()));
    const auto write = [&](const std::string& bytes) { std::ofstream{path, std::ios::binary} << bytes; };
    Book book;
    book.rows = ab_header;
    write(book.bytes());
    EXPECT_EQ(refusal(open(path)), "read 0 rows");
    write("a;b\n1;2\n");
    EXPECT_EQ(refusal(open(path, {}, "people.csv")), "read 1 rows");
    write("%PDF-1.7");
    EXPECT_EQ(refusal(open(path)), "file.pdf");
    std::filesystem::remove(path);
    EXPECT_EQ(refusal(open(path)), "table.no_such_file");
}

} // namespace
} // namespace kunna::tabular
