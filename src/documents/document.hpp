// The text of a document: plain text and DOCX are read here, PDF by pdftotext. Documents come from strangers, so a
// server reads them in a process of its own (reader.hpp); what is below runs there.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace kunna::documents {

inline constexpr std::uint64_t largest_file = std::uint64_t{5} << 20U;
inline constexpr std::size_t most_characters = 200'000;

enum class Format : std::uint8_t { text, docx, pdf };

// By the first bytes, whatever the file is called. Refuses document.empty, document.old_word, document.rtf,
// document.unknown.
Result<Format> format_of(std::string_view first);

// UTF-8, UTF-16 or Windows-1252, as UTF-8. Refuses document.unknown, document.too_long.
Result<std::string> text_of_plain(std::string_view bytes);
// A paragraph a line; what is deleted, hidden in fields, or stands in headers and footers is left out. Refuses
// document.not_docx, document.too_long, and what zips and XML are refused for (zip.bomb, xml.dtd …).
Result<std::string> text_of_docx(std::string_view bytes);

// For showing and searching: lines end in \n, other control characters are blanks, no more than one empty line.
// Refuses document.no_text, document.too_long.
Result<std::string> tidied(std::string_view text);

} // namespace kunna::documents
