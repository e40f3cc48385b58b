// What an XLSX says about itself before its rows: sheets, number formats, shared strings.
#pragma once

#include "tabular/number_format.hpp"
#include "tabular/table.hpp"
#include "tabular/zip.hpp"

#include <cstdint>
#include <deque>
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

// All texts that cells share. They lie in blocks of a MiB, each text with a NUL behind it, so that a million of them
// cost four bytes each besides, and none is ever moved.
class SharedStrings {
public:
    // A text longer than `cell_bytes` is kept cut, but longer than that: whoever uses it refuses it.
    Result<void> read(Zip& zip, const std::string& part, std::size_t cell_bytes);
    [[nodiscard]] std::size_t size() const { return at_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t index) const {
        return blocks_[at_[index] / block].data() + at_[index] % block;
    }

private:
    static constexpr std::size_t block = 1 << 20;

    std::vector<std::string> blocks_;
    std::deque<std::uint32_t> at_;
};

// _x000D_ stands for a character XML cannot hold; _x005F_ for the underscore of such a word.
inline constexpr std::size_t escape_length = 7;
void unescape(std::string& text, std::size_t from = 0);

// Appends the text of a shared or inline string whose element has just been opened, up to its close. Phonetic guides
// are left out. Of a text longer than `most` bytes at least one byte more is kept.
Result<void> append_rich_text(Xml& xml, std::string& out, std::size_t most);

// An Xml over a part of the zip, which must outlive it.
Xml xml_of(ZipPart& part, std::string name);

} // namespace kunna::tabular
