// Helpers of the tabular tests: zips and workbooks built from their parts.
#pragma once

#include "reading.hpp"
#include "tabular/xlsx.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <map>

namespace kunna::tabular {

using Parts = std::vector<std::pair<std::string, std::string>>;

struct ZipWish {
    std::string passphrase = {};
    std::string link = {}; // the name of one more entry, a symbolic link
};

inline std::string zip_of(const Parts& parts, const ZipWish& wish = {}) {
    std::string out;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_bytes_per_block(zip, 0);
    if (!wish.passphrase.empty()) {
        archive_write_set_options(zip, "zip:encryption=traditional");
        archive_write_set_passphrase(zip, wish.passphrase.c_str());
    }
    archive_write_open2(
        zip, &out, nullptr,
        [](archive*, void* into, const void* bytes, std::size_t size) {
            static_cast<std::string*>(into)->append(static_cast<const char*>(bytes), size);
            return static_cast<la_ssize_t>(size);
        },
        nullptr, nullptr);
    const auto add = [&](const std::string& name, const std::string& bytes, bool link) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, link ? AE_IFLNK : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        if (link)
            archive_entry_set_symlink(entry, "/etc/passwd");
        else
            archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(zip, entry);
        if (!link) archive_write_data(zip, bytes.data(), bytes.size());
        archive_entry_free(entry);
    };
    for (const auto& [name, bytes] : parts) add(name, bytes, false);
    if (!wish.link.empty()) add(wish.link, {}, true);
    archive_write_close(zip);
    archive_write_free(zip);
    return out;
}

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
    auto reader = open_xlsx(std::string_view{bytes}, options);
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

inline std::string xlsx_refusal(const std::string& bytes, const Options& options = {}) {
    return refusal(open_xlsx(std::string_view{bytes}, options));
}

inline std::string inline_cell(const std::string& reference, const std::string& text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline const std::string ab_header = "<row r=\"1\">" + inline_cell("A1", "a") + inline_cell("B1", "b") + "</row>";

} // namespace kunna::tabular
