// What an XLSX says about itself before its rows: sheets, number formats, shared strings.
#pragma once

#include "tabular/number_format.hpp"
#include "tabular/table.hpp"
#include "tabular/zip.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::tabular {

class Xml;

struct Sheet {
    std::string name;
    std::string part; // "xl/worksheets/sheet1.xml"
    bool visible = true;
};

struct Workbook {
    std::vector<Sheet> sheets; // those with cells; charts are left out
    std::string styles;        // parts; empty when there is none
    std::string strings;
    bool from_1904 = false;
    std::vector<NumberFormat> formats; // by the number a cell names
};

// Refuses xlsx.not_a_workbook, xlsx.macros, xlsx.external_links, xlsx.binary, and what zip.hpp and xml.hpp refuse.
// Hyperlinks are no external links: every sheet with e-mail addresses has them.
Result<Workbook> read_workbook(Zip& zip);

// All texts that cells share; one string holds them.
class SharedStrings {
public:
    Result<void> read(Zip& zip, const std::string& part);
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t index) const {
        const std::size_t from = index == 0 ? 0 : ends_[index - 1];
        return std::string_view{all_}.substr(from, ends_[index] - from);
    }

private:
    std::string all_;
    std::vector<std::uint32_t> ends_;
};

// Appends the text of a shared or inline string whose element has just been opened, up to its close. Phonetic guides
// are left out. Stops taking, but not reading, beyond `most` bytes.
Result<void> append_rich_text(Xml& xml, std::string& out, std::size_t most);
// _x000D_ stands for a character XML cannot hold; _x005F_ for the underscore of such a word.
void unescape(std::string& text, std::size_t from = 0);

// An Xml over a part of the zip, which must outlive it.
Xml xml_of(ZipPart& part, std::string name);

} // namespace kunna::tabular
