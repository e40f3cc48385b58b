// Text as people write it: trimming, validity, case folding, order by locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kunna::text {

// Without white space (also U+00A0, U+FEFF and the like) at both ends.
std::string_view trim(std::string_view text);
// Trimmed, and every run of white space inside made one space.
std::string squeeze(std::string_view text);
bool valid_utf8(std::string_view text);
// For comparing words: NFKC, case folded, squeezed. "  ÅSA " and "åsa" are equal after it.
std::string fold(std::string_view text);
// Bytes whose memcmp order is the order of the locale ("sv", "en"): Å Ä Ö after Z in Swedish.
std::string sort_key(std::string_view text, std::string_view locale);
// With a capital first, as names of a list are written: "gjuta betong" → "Gjuta betong"; "iOS" stays.
std::string capitalise(std::string_view text);
// At most `bytes` bytes, cut at a character's border.
std::string_view cut(std::string_view text, std::size_t bytes);
std::vector<std::string_view> split(std::string_view text, char delimiter);
std::vector<std::string_view> split(std::string&& text, char delimiter) = delete; // nothing would hold the pieces
// The lines of a list that is stored one a line; none when it is empty.
std::vector<std::string> lines(std::string_view text);
bool looks_like_email(std::string_view text);

} // namespace kunna::text
