#include "tabular/sniff.hpp"
#include "workbooks.hpp"

using namespace std::literals;

namespace kunna::tabular {
namespace {

std::string kind(std::string_view bytes, std::string_view name = "fil") {
    const auto found = sniff(bytes, name);
    if (!found.ok()) return found.error().code;
    return *found == FileKind::csv ? "csv" : "xlsx";
}

TEST(Sniff, ATableIsKnownByItsContentNotItsName) {
    EXPECT_EQ(kind("a;b\n1;2\n", "x.xlsx"), "csv");
    EXPECT_EQ(kind("[Enhet];[Chef]\n"), "csv");
    for (const char* few : {"a", "ii", "R", "RIFF", "{", "["}) EXPECT_EQ(kind(few), "csv") << few;
    EXPECT_EQ(kind("\xFF\xFE"
                   "a\0;\0"sv),
              "csv");
    EXPECT_EQ(kind(Book{}.bytes(), "x.csv"), "xlsx");
}

TEST(Sniff, WhatIsNoTableIsRefusedForWhatItIs) {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_EQ(kind(""), "file.empty");
    EXPECT_EQ(kind("%PDF-1.4"), "file.pdf");
    EXPECT_EQ(kind(ole + "W\0o\0r\0k\0b\0o\0o\0k\0"s), "file.xls");
    EXPECT_EQ(kind(ole + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s), "file.encrypted");
    EXPECT_EQ(kind(ole, "x.XLSX"), "file.encrypted");
    EXPECT_EQ(kind(ole, "x.doc"), "file.ole");
    EXPECT_EQ(kind(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})), "file.zip"); // packed
    EXPECT_EQ(kind("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "file.ods");
    EXPECT_EQ(kind(zip_of({{"xl/workbook.bin", "x"}})), "file.xlsb");
    EXPECT_EQ(kind(zip_of({{"word/document.xml", "x"}})), "file.document");
    EXPECT_EQ(kind(zip_of({{"people.csv", "x"}})), "file.zip");
    EXPECT_EQ(kind("\x1F\x8B\x08"), "file.compressed");
    EXPECT_EQ(kind("\x89PNG\r\n"), "file.image");
    EXPECT_EQ(kind("\xFF\xD8\xFF\xE0"), "file.image");
    EXPECT_EQ(kind("\n <html xmlns:x=\"urn\"><table>", "x.xls"), "file.html");
    EXPECT_EQ(kind("<?xml version=\"1.0\"?><Workbook>", "x.xls"), "file.xml");
    EXPECT_EQ(kind("{\"a\": 1}"), "file.json");
    EXPECT_EQ(kind("[ {\"a\": 1}]"), "file.json");
    EXPECT_EQ(kind("\x7F"
                   "ELF\x02"),
              "file.program");
}

} // namespace
} // namespace kunna::tabular
