// What an XLSX says about itself before its rows.
#include "tabular/workbook.hpp"

#include "base/text.hpp"
#include "tabular/xml.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace kunna::tabular {

namespace {

using Token = Xml::Token;

Error refused(std::string code, std::string part = {}) {
    Error error = refuse(Kind::invalid, std::move(code));
    if (!part.empty()) error.values = {{"part", std::move(part)}};
    return error;
}

unsigned number_of(std::string_view digits) {
    unsigned value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && stop == digits.data() + digits.size() ? value : 0;
}

// "../worksheets/sheet1.xml" as said in xl/workbook.xml; nothing outside the package.
std::string resolve(std::string_view from_part, std::string_view target) {
    std::vector<std::string_view> levels;
    if (!target.starts_with('/')) {
        levels = text::split(from_part, '/');
        levels.pop_back();
    }
    for (const std::string_view level : text::split(target, '/')) {
        if (level.empty() || level == ".") continue;
        if (level != "..")
            levels.push_back(level);
        else if (!levels.empty())
            levels.pop_back();
    }
    std::string out;
    for (const std::string_view level : levels) {
        if (!out.empty()) out.push_back('/');
        out += level;
    }
    return out;
}

struct Relation {
    std::string id;
    std::string type; // the last word of its address: "worksheet", in the transitional and the strict kind alike
    std::string part;
};

// What `part` refers to; empty when it has no relations.
Result<std::vector<Relation>> relations_of(Zip& zip, const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    const std::string rels = folder + "_rels/" + part.substr(slash == std::string::npos ? 0 : slash + 1) + ".rels";
    std::vector<Relation> found;
    if (!zip.has(rels)) return found;
    const auto source = TRY(zip.part(rels));
    Xml xml = xml_of(*source, rels);
    for (Token token = TRY(xml.next()); token != Token::end; token = TRY(xml.next())) {
        if (token != Token::open || xml.name() != "Relationship") continue;
        const std::string_view type = xml.attribute("Type");
        Relation relation{std::string{xml.attribute("Id")}, std::string{type.substr(type.rfind('/') + 1)}, {}};
        if (relation.type == "externalLink" || relation.type == "externalLinkPath")
            return refused("xlsx.external_links");
        if (relation.type == "vbaProject" || relation.type == "xlMacrosheet" || relation.type == "xlIntlMacrosheet")
            return refused("xlsx.macros");
        if (xml.attribute("TargetMode") != "External") relation.part = resolve(part, xml.attribute("Target"));
        found.push_back(std::move(relation));
    }
    return found;
}

std::string part_of_type(const std::vector<Relation>& relations, std::string_view type) {
    const auto found =
        std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.type == type; });
    return found == relations.end() ? std::string{} : found->part;
}

Result<void> check_parts(Zip& zip) {
    for (const std::string& name : zip.names()) {
        if (name.ends_with("vbaproject.bin") || name.starts_with("xl/macrosheets/")) return refused("xlsx.macros");
        if (name.starts_with("xl/externallinks/")) return refused("xlsx.external_links");
        if (name == "xl/workbook.bin") return refused("xlsx.binary");
    }
    return {};
}

Result<void> read_formats(Zip& zip, Workbook& book) {
    const auto source = TRY(zip.part(book.styles));
    Xml xml = xml_of(*source, book.styles);
    std::map<unsigned, NumberFormat> own;
    bool in_cell_formats = false;
    for (Token token = TRY(xml.next()); token != Token::end; token = TRY(xml.next())) {
        if (token != Token::text && xml.name() == "cellXfs") in_cell_formats = token == Token::open;
        if (token != Token::open) continue;
        if (xml.name() == "numFmt") {
            own[number_of(xml.attribute("numFmtId"))] = number_format(xml.attribute("formatCode"));
        } else if (xml.name() == "xf" && in_cell_formats) {
            const unsigned id = number_of(xml.attribute("numFmtId"));
            const auto named = own.find(id);
            book.formats.push_back(named != own.end() ? named->second : builtin_number_format(id));
        }
    }
    return {};
}

} // namespace

Xml xml_of(ZipPart& part, std::string name) {
    return Xml{std::move(name), [&part](char* into, std::size_t most) { return part.read(into, most); }};
}

Result<Workbook> read_workbook(Zip& zip) {
    TRY(check_parts(zip));
    Workbook book;
    std::string part = part_of_type(TRY(relations_of(zip, "")), "officeDocument");
    if (part.empty()) part = "xl/workbook.xml";
    if (!zip.has(part)) return refused("xlsx.not_a_workbook");
    const std::vector<Relation> relations = TRY(relations_of(zip, part));
    book.styles = part_of_type(relations, "styles");
    book.strings = part_of_type(relations, "sharedStrings");

    const auto source = TRY(zip.part(part));
    Xml xml = xml_of(*source, part);
    for (Token token = TRY(xml.next()); token != Token::end; token = TRY(xml.next())) {
        if (token != Token::open) continue;
        if (xml.name() == "workbookPr") {
            const std::string_view from_1904 = xml.attribute("date1904");
            book.from_1904 = from_1904 == "1" || from_1904 == "true" || from_1904 == "on";
        } else if (xml.name() == "sheet") {
            // The name has an id too, "sheetId"; the relation's is the one with a prefix.
            const std::string id{xml.attribute("id")};
            const auto relation =
                std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.id == id; });
            if (relation == relations.end()) return xml.broken();
            if (relation->type != "worksheet") continue;
            const std::string_view state = xml.attribute("state");
            const std::string_view name = xml.attribute("name");
            if (!text::valid_utf8(name)) return xml.broken();
            book.sheets.push_back({std::string{name}, relation->part, state.empty() || state == "visible"});
        }
    }
    if (!book.styles.empty()) TRY(read_formats(zip, book));
    return book;
}

void unescape(std::string& text, std::size_t from) {
    const auto hex = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                      : -1;
    };
    std::size_t at = text.find("_x", from);
    if (at == std::string::npos) return;
    std::size_t out = at;
    while (at < text.size()) {
        int code = 0;
        bool escape = text[at] == '_' && at + 6 < text.size() && text[at + 1] == 'x' && text[at + 6] == '_';
        for (std::size_t i = at + 2; escape && i < at + 6; ++i) {
            escape = hex(text[i]) >= 0;
            code = code * 16 + hex(text[i]);
        }
        // Only what Excel writes so: control characters and the underscore itself.
        if (escape && code > 0 && (code < 0x20 || code == 0x5F)) {
            text[out++] = static_cast<char>(code);
            at += 7;
        } else {
            text[out++] = text[at++];
        }
    }
    text.resize(out);
}

Result<void> append_rich_text(Xml& xml, std::string& out, std::size_t most) {
    const std::size_t from = out.size();
    bool in_text = false;
    for (int depth = 1; depth > 0;) {
        switch (TRY(xml.next())) {
        case Token::open:
            if (xml.name() == "rPh") {
                TRY(xml.skip());
                break;
            }
            in_text = xml.name() == "t";
            ++depth;
            break;
        case Token::close:
            in_text = false;
            --depth;
            break;
        case Token::text:
            if (in_text && out.size() - from <= most * escape_length) out += xml.text();
            break;
        case Token::end:
            return xml.broken();
        }
    }
    unescape(out, from);
    if (out.size() - from > most) out.resize(from + text::cut(std::string_view{out}.substr(from), most + 4).size());
    if (!text::valid_utf8(std::string_view{out}.substr(from))) return xml.broken();
    return {};
}

Result<void> SharedStrings::read(Zip& zip, const std::string& part, std::size_t cell_bytes) {
    const auto source = TRY(zip.part(part));
    Xml xml = xml_of(*source, part);
    std::string text;
    for (Token token = TRY(xml.next()); token != Token::end; token = TRY(xml.next())) {
        if (token != Token::open || xml.name() != "si") continue;
        text.clear();
        TRY(append_rich_text(xml, text, cell_bytes));
        if (blocks_.empty() || blocks_.back().size() + text.size() + 1 > block) {
            if (blocks_.size() == UINT32_MAX / block) return xml.broken();
            blocks_.emplace_back().reserve(block);
        }
        at_.push_back(static_cast<std::uint32_t>((blocks_.size() - 1) * block + blocks_.back().size()));
        blocks_.back().append(text).push_back('\0');
    }
    return {};
}

} // namespace kunna::tabular
