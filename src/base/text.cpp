// Text as people write it, by ICU.
#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace kunna::text {

namespace {

bool blank(UChar32 c) {
    return u_isUWhiteSpace(c) || c == 0xFEFF || c == 0x200B;
}

// A collator is not safe to share between threads while it compares; one per thread and locale.
const icu::Collator& collator(std::string_view locale) {
    thread_local std::map<std::string, std::unique_ptr<icu::Collator>, std::less<>> made;
    auto found = made.find(locale);
    if (found == made.end()) {
        UErrorCode status = U_ZERO_ERROR;
        const std::string name{locale};
        std::unique_ptr<icu::Collator> fresh{icu::Collator::createInstance(icu::Locale{name.c_str()}, status)};
        if (U_FAILURE(status)) throw std::runtime_error{"no collator for the locale " + name};
        found = made.emplace(name, std::move(fresh)).first;
    }
    return *found->second;
}

} // namespace

std::string_view trim(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto size = static_cast<std::int32_t>(text.size());
    std::int32_t start = 0;
    while (start < size) {
        std::int32_t next = start;
        UChar32 c = 0;
        U8_NEXT(bytes, next, size, c);
        if (c < 0 || !blank(c)) break;
        start = next;
    }
    while (size > start) {
        std::int32_t before = size;
        UChar32 c = 0;
        U8_PREV(bytes, start, before, c);
        if (c < 0 || !blank(c)) break;
        size = before;
    }
    return text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(size - start));
}

std::string squeeze(std::string_view text) {
    const std::string_view inner = trim(text);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(inner.data());
    const auto size = static_cast<std::int32_t>(inner.size());
    std::string out;
    out.reserve(inner.size());
    bool gap = false;
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c >= 0 && blank(c)) {
            gap = true;
            continue;
        }
        if (gap) out.push_back(' ');
        gap = false;
        out.append(inner.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
    }
    return out;
}

std::string capitalise(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t after_first = 0;
    UChar32 first = -1;
    if (size > 0) U8_NEXT(bytes, after_first, size, first);
    if (first < 0) return std::string{text};
    for (std::int32_t at = after_first; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0 || blank(c)) break;
        if (u_isupper(c) != 0) return std::string{text};
    }
    std::string out;
    icu::StringByteSink<std::string> sink{&out};
    icu::UnicodeString{u_toupper(first)}.toUTF8(sink);
    return out.append(text.substr(static_cast<std::size_t>(after_first)));
}

bool valid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) return false;
    }
    return true;
}

std::string fold(std::string_view text) {
    const std::string squeezed = squeeze(text);
    if (std::all_of(squeezed.begin(), squeezed.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::string lower = squeezed;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return lower;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error{"ICU has no NFKC data"};
    std::string out;
    nfkc->normalize(
            icu::UnicodeString::fromUTF8(icu::StringPiece{squeezed.data(), static_cast<std::int32_t>(squeezed.size())}),
            status)
        .toUTF8String(out);
    return out;
}

std::string sort_key(std::string_view text, std::string_view locale) {
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    const icu::Collator& order = collator(locale);
    std::string key(static_cast<std::size_t>(order.getSortKey(unicode, nullptr, 0)), '\0');
    order.getSortKey(unicode, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    return key;
}

std::string_view cut(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

std::vector<std::string_view> split(std::string_view text, char delimiter) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(delimiter, start);
        parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> lines;
    if (text.empty()) return lines;
    for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
    return lines;
}

bool looks_like_email(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 >= text.size() || text.size() > 254) return false;
    if (text.find('@', at + 1) != std::string_view::npos) return false;
    return text.find_first_of(" \t\r\n,;<>\"") == std::string_view::npos;
}

} // namespace kunna::text
