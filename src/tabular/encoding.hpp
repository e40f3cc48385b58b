// Which encoding a text file is in, and its text as UTF-8.
//
// The rule. A byte order mark decides. Without one, NUL bytes in every second place mean UTF-16. All else is ASCII
// until the first byte above 127: if it begins a whole UTF-8 character the file is UTF-8, otherwise Windows-1252.
// From then on the file must keep to it: a cell that does not is refused with its row and column, because a name
// silently read wrong stays wrong for years.
#pragma once

#include "tabular/bytes.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kunna::tabular {

enum class Encoding : std::uint8_t { ascii, utf8, windows_1252, utf16_le, utf16_be };

// "UTF-8", "Windows-1252" …
std::string_view name_of(Encoding encoding);

struct Detected {
    Encoding encoding = Encoding::ascii;
    std::size_t mark = 0; // bytes of the byte order mark
};
// From the file's first bytes. ASCII means: nothing above 127 seen yet.
Detected detect_encoding(std::string_view first);

// The encoding that the first non-ASCII byte of `text`, which is whole, shows; ascii when there is none.
Encoding encoding_of(std::string_view text);
bool is_ascii(std::string_view text);
// Appends as UTF-8; false at a byte that Windows-1252 does not define (81 8D 8F 90 9D).
bool append_windows_1252(std::string& out, std::string_view text);
// Text of a Windows-1252 file that is UTF-8 nonetheless: whole UTF-8 characters with the lead bytes C2 or C3 only.
// In Windows-1252 they would read "Ã¥", which nobody writes.
bool utf8_within_windows_1252(std::string_view text);

// UTF-16 as UTF-8. Half a surrogate pair, or half a unit at the end, becomes the byte FF, which is never valid UTF-8,
// so that whoever reads the cell refuses it with its place.
std::unique_ptr<Bytes> utf16_as_utf8(std::unique_ptr<Bytes> from, Encoding encoding);

} // namespace kunna::tabular
