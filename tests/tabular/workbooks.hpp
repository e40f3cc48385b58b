// Workbooks built from their parts.
#pragma once

#include "reading.hpp"
#include "support/zip.hpp"
#include "tabular/xlsx.hpp"

namespace kunna::tabular {

using test::Parts;
using test::zip_of;
using test::ZipWish;

inline const std::string main_rels =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";

inline std::string relation(const std::string& id, const std::string& type, const std::string& target,
                            const std::string& more = {}) {
    return "<Relationship Id=\"" + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" +
           target + "\"" + more + "/>";
}

// What a small workbook is made of; each piece can be changed before it is zipped.
struct Book {
    std::string sheets = R"(<sheet name="Blad1" sheetId="1" r:id="rId1"/>)";
    std::string properties = {}; // <workbookPr/>
    std::string relations = relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                            relation("rId8", "styles", "styles.xml") +
                            relation("rId9", "sharedStrings", "/xl/sharedStrings.xml");
    std::string styles = "<styleSheet/>";
    std::string strings = "<sst/>";
    std::string rows = {}; // of the first sheet
    std::string sheet_head = {};
    Parts more = {};

    [[nodiscard]] std::string bytes(const ZipWish& wish = {}) const {
        Parts parts{
            {"[Content_Types].xml", "<Types/>"},
            {"_rels/.rels", main_rels},
            {"xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<workbook xmlns:r=\"x\">" + properties +
                                    "<sheets>" + sheets + "</sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"},
            {"xl/styles.xml", styles},
            {"xl/sharedStrings.xml", strings},
            {"xl/worksheets/sheet1.xml", sheet_head + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
        parts.insert(parts.end(), more.begin(), more.end());
        return zip_of(parts, wish);
    }
};

inline Lines xlsx_lines(const std::string& bytes, const Options& options = {}) {
    return lines_of(open_xlsx(std::string_view{bytes}, options));
}

inline std::string xlsx_refusal(const std::string& bytes, const Options& options = {}) {
    return refusal(open_xlsx(std::string_view{bytes}, options));
}

inline std::string inline_cell(const std::string& reference, const std::string& text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline const std::string ab_header = "<row r=\"1\">" + inline_cell("A1", "a") + inline_cell("B1", "b") + "</row>";

} // namespace kunna::tabular
