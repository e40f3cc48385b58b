// What kind of file somebody handed us.
#include "tabular/sniff.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace kunna::tabular {

namespace {

using namespace std::literals;

Error looks_like(std::string code, std::string_view filename) {
    Error error = refuse(Kind::invalid, std::move(code));
    error.values = {{"file", std::string{filename}}};
    return error;
}

bool has(std::string_view bytes, std::string_view part) {
    return bytes.find(part) != std::string_view::npos;
}

bool holds_at(std::string_view bytes, std::size_t at, std::string_view part) {
    return bytes.size() >= at && bytes.substr(at).starts_with(part);
}

// As OLE writes the names of its streams.
std::string wide(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) out += {c, '\0'};
    return out;
}

Result<FileKind> kind_of_zip(std::string_view first, std::string_view filename) {
    if (has(first, "opendocument.spreadsheet")) return looks_like("file.ods", filename);
    if (has(first, "xl/workbook.bin")) return looks_like("file.xlsb", filename);
    if (has(first, "xl/")) return FileKind::xlsx;
    if (has(first, "word/") || has(first, "ppt/") || has(first, "application/vnd.oasis.opendocument"))
        return looks_like("file.document", filename);
    // The names of what comes after the first MiB are not seen: believe the file's.
    if (ascii::lower(filename).ends_with(".xlsx")) return FileKind::xlsx;
    return looks_like("file.zip", filename);
}

Result<FileKind> kind_of_ole(std::string_view first, std::string_view filename) {
    if (has(first, wide("EncryptedPackage"))) return looks_like("file.encrypted", filename);
    if (has(first, wide("Workbook")) || has(first, wide("Book"))) return looks_like("file.xls", filename);
    const std::string name = ascii::lower(filename);
    if (name.ends_with(".xls")) return looks_like("file.xls", filename);
    if (name.ends_with(".xlsx")) return looks_like("file.encrypted", filename);
    return looks_like("file.ole", filename);
}

} // namespace

Result<FileKind> sniff(std::string_view first, std::string_view filename) {
    if (first.empty()) return looks_like("file.empty", filename);
    if (first.starts_with("PK\x03\x04") || first.starts_with("PK\x05\x06")) return kind_of_zip(first, filename);
    if (first.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return kind_of_ole(first, filename);
    if (first.starts_with("%PDF-")) return looks_like("file.pdf", filename);
    if (first.starts_with("\x1F\x8B") || first.starts_with("7z\xBC\xAF\x27\x1C") || first.starts_with("Rar!") ||
        first.starts_with("\x28\xB5\x2F\xFD") || first.starts_with("BZh") ||
        first.starts_with("\xFD"
                          "7zXZ"))
        return looks_like("file.compressed", filename);
    if (first.starts_with("\x89PNG") || first.starts_with("\xFF\xD8\xFF") || first.starts_with("GIF8") ||
        (first.starts_with("RIFF") && holds_at(first, 8, "WEBP")) || first.starts_with("BM\0"sv) ||
        first.starts_with("II*\0"sv) || first.starts_with("MM\0*"sv) || holds_at(first, 4, "ftyphei"))
        return looks_like("file.image", filename);
    if (first.starts_with("\x7F"
                          "ELF") ||
        first.starts_with("MZ\x90"))
        return looks_like("file.program", filename);
    if (first.starts_with("\x09\x08\x10\x00"sv) || first.starts_with("\x09\x00\x04\x00"sv))
        return looks_like("file.xls", filename);

    // Text: HR systems are fond of sending HTML tables and XML under the name .xls.
    std::string_view begin = first.substr(0, 4096);
    if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
    const std::string head = ascii::lower(text::trim(begin));
    if (head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<table") ||
        head.starts_with("<meta") || head.starts_with("<head") || (head.starts_with("<") && has(head, "<table")))
        return looks_like("file.html", filename);
    if (head.starts_with("<?xml") || head.starts_with("<!doctype") || head.starts_with("<workbook"))
        return looks_like("file.xml", filename);
    const bool object =
        head.starts_with('{') && head.find_first_not_of(" \t\r\n", 1) != std::string::npos &&
        (head[head.find_first_not_of(" \t\r\n", 1)] == '"' || head[head.find_first_not_of(" \t\r\n", 1)] == '}');
    const bool array = head.starts_with('[') && head.find_first_not_of(" \t\r\n", 1) != std::string::npos &&
                       "{[]\""sv.find(head[head.find_first_not_of(" \t\r\n", 1)]) != std::string_view::npos;
    if (object || array) return looks_like("file.json", filename);
    return FileKind::csv;
}

} // namespace kunna::tabular
