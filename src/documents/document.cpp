// Plain text and DOCX.
#include "documents/document.hpp"

#include "base/text.hpp"
#include "tabular/encoding.hpp"
#include "tabular/xml.hpp"
#include "tabular/zip.hpp"

#include <algorithm>

namespace kunna::documents {

namespace {

using tabular::Xml;
using namespace std::string_view_literals;

constexpr std::uint64_t unpacked = std::uint64_t{50} << 20U;
constexpr std::size_t entries = 2000;

Error too_long() {
    return Error{Kind::invalid, "document.too_long", {}, {{"limit", std::to_string(most_characters)}}};
}

// UTF-8 has so many characters, and maybe more.
bool too_long(std::string_view text) {
    if (text.size() <= most_characters) return false;
    const auto characters = std::count_if(text.begin(), text.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return static_cast<std::size_t>(characters) > most_characters;
}

std::string everything(tabular::Bytes& bytes) {
    std::string all;
    std::string piece(std::size_t{64} << 10U, '\0');
    for (std::size_t got = 0; (got = bytes.read(piece.data(), piece.size())) > 0;) all.append(piece, 0, got);
    return all;
}

} // namespace

Result<Format> format_of(std::string_view first) {
    if (first.empty()) return refuse(Kind::invalid, "document.empty");
    if (first.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
    if (first.starts_with("PK\x03\x04")) return Format::docx;
    if (first.starts_with("\xD0\xCF\x11\xE0")) return refuse(Kind::invalid, "document.old_word");
    if (first.starts_with("{\\rtf")) return refuse(Kind::invalid, "document.rtf");
    const bool wide = tabular::detect_encoding(first).encoding == tabular::Encoding::utf16_le ||
                      tabular::detect_encoding(first).encoding == tabular::Encoding::utf16_be;
    if (!wide && first.find('\0') != std::string_view::npos) return refuse(Kind::invalid, "document.unknown");
    return Format::text;
}

Result<std::string> text_of_plain(std::string_view bytes) {
    const tabular::Detected found = tabular::detect_encoding(bytes.substr(0, 4096));
    bytes.remove_prefix(found.mark);
    std::string read;
    if (found.encoding == tabular::Encoding::utf16_le || found.encoding == tabular::Encoding::utf16_be)
        read = everything(*tabular::utf16_as_utf8(tabular::memory_bytes(bytes), found.encoding));
    else if (text::valid_utf8(bytes))
        read = bytes;
    else if (!tabular::append_windows_1252(read, bytes))
        return refuse(Kind::invalid, "document.unknown");
    if (!text::valid_utf8(read)) return refuse(Kind::invalid, "document.unknown");
    if (too_long(read)) return too_long();
    return read;
}

Result<std::string> text_of_docx(std::string_view bytes) {
    tabular::ZipLimits limits;
    limits.packed = largest_file;
    limits.unpacked = unpacked;
    limits.entries = entries;
    tabular::Zip zip = TRY(tabular::Zip::open(bytes, limits));
    constexpr std::string_view body = "word/document.xml";
    if (!zip.has(body)) return refuse(Kind::invalid, "document.not_docx");
    const std::unique_ptr<tabular::ZipPart> part = TRY(zip.part(body));
    Xml xml{std::string{body}, [&](char* into, std::size_t most) { return part->read(into, most); }};
    std::string read;
    bool shown = false; // inside w:t
    for (;;) {
        const Xml::Token token = TRY(xml.next());
        if (token == Xml::Token::end) break;
        if (token == Xml::Token::open) {
            shown = xml.name() == "t";
            if (xml.name() == "tab") read += '\t';
            if (xml.name() == "br" || xml.name() == "cr") read += '\n';
        } else if (token == Xml::Token::close) {
            shown = false;
            if (xml.name() == "p") read += '\n';
        } else if (shown) {
            read += xml.text();
        }
        if (too_long(read)) return too_long();
    }
    if (!text::valid_utf8(read)) return Error{Kind::invalid, "xml.broken", {}, {{"part", std::string{body}}}};
    return read;
}

Result<std::string> tidied(std::string_view text) {
    std::string tidy;
    std::size_t breaks = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (c == '\f' || c == '\r' || c == '\v') c = '\n';
        if (c == '\n') {
            while (!tidy.empty() && (tidy.back() == ' ' || tidy.back() == '\t')) tidy.pop_back();
            if (++breaks <= 2 && !tidy.empty()) tidy += '\n';
            continue;
        }
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (!control && c != ' ') breaks = 0;
        tidy += control && c != '\t' ? ' ' : c;
    }
    while (!tidy.empty() && (tidy.back() == '\n' || tidy.back() == ' ')) tidy.pop_back();
    if (text::trim(tidy).empty()) return refuse(Kind::invalid, "document.no_text");
    if (too_long(tidy)) return too_long();
    return tidy;
}

} // namespace kunna::documents
