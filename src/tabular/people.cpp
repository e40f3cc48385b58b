// Names of people and employee numbers, as cells hold them.
#include "base/text.hpp"
#include "tabular/bad_value.hpp"
#include "tabular/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <vector>

namespace kunna::tabular {

namespace {

// Words that belong to the family name after them.
constexpr std::array particles{"af",  "av",  "von", "van", "vom", "der", "den", "de",  "del", "della",
                               "di",  "da",  "do",  "dos", "das", "du",  "des", "la",  "las", "le",
                               "los", "ter", "ten", "te",  "zu",  "zum", "zur", "bin", "ibn", "al",
                               "el",  "ben", "abu", "st",  "st.", "'t",  "op",  "y"};
// Words that belong to the family name before them.
constexpr std::array suffixes{"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};

template <std::size_t N>
bool among(std::string_view word, const std::array<const char*, N>& list) {
    const std::string folded = text::fold(word);
    return std::any_of(list.begin(), list.end(), [&](std::string_view candidate) { return candidate == folded; });
}

// At least two letters, all of them capitals: SVENSSON, O'NEIL, ÅS; not "A." and not "III".
bool in_capitals(std::string_view word) {
    int letters = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    for (std::int32_t at = 0; at < static_cast<std::int32_t>(word.size());) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, static_cast<std::int32_t>(word.size()), c);
        if (c < 0 || u_islower(c)) return false;
        letters += u_isupper(c) ? 1 : 0;
    }
    return letters >= 2 && !among(word, suffixes);
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; });
}

std::string join(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
        if (i > from) out.push_back(' ');
        out += words[i];
    }
    return out;
}

PersonName without_comma(std::string_view name) {
    const auto words = text::split(name, ' ');
    const std::size_t count = words.size();
    if (count == 1) return {std::string{name}, {}};
    // SVENSSON Anna, Anna SVENSSON: capitals set the family name apart when they stand at one end.
    std::size_t leading = 0;
    while (leading < count && in_capitals(words[leading])) ++leading;
    std::size_t trailing = 0;
    while (trailing < count && in_capitals(words[count - 1 - trailing])) ++trailing;
    if (leading > 0 && leading < count && trailing == 0) return {join(words, leading, count), join(words, 0, leading)};
    std::size_t begin = count - 1;
    if (leading == 0 && trailing > 0) begin = count - trailing;
    if (among(words[begin], suffixes) && begin > 1) --begin;
    while (begin > 1 && among(words[begin - 1], particles)) --begin;
    // "von Rosen" alone is a family name; "Al Jones" and "Ben Berg" have given names that look like particles.
    if (begin == 1 && count > 2 && among(words[0], particles) && words[0].front() >= 'a' && words[0].front() <= 'z')
        begin = 0;
    return {join(words, 0, begin), join(words, begin, count)};
}

} // namespace

bool is_cell_error(std::string_view cell) {
    const std::string_view written = text::trim(cell);
    if (written.size() < 3 || written.size() > 20 || written[0] != '#') return false;
    if (written == "#N/A" || written == "#SAKNAS") return true;
    if (written.back() != '!' && written.back() != '?') return false; // #REF! #NAMN?
    for (const char c : written.substr(1, written.size() - 2))
        if (static_cast<unsigned char>(c) < 0x80 && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '/' &&
            c != '_')
            return false;
    return true;
}

Result<PersonName> person_name(std::string_view cell) {
    const std::string name = text::squeeze(cell);
    if (name.empty()) return bad("value.missing", cell);
    if (is_cell_error(name)) return bad("value.error_in_cell", cell);
    if (has_control(name)) return bad("value.name_control", cell);
    const auto sides = text::split(name, ',');
    if (sides.size() == 1) return without_comma(name);
    const std::string_view family = text::trim(sides[0]);
    const std::string_view given = text::trim(sides[1]);
    if (sides.size() == 2) {
        if (among(given, suffixes)) { // "Anna Svensson, Jr."
            PersonName found = without_comma(family);
            found.family += (found.family.empty() ? "" : " ") + std::string{given};
            return found;
        }
        return PersonName{std::string{given}, std::string{family}};
    }
    if (sides.size() == 3 && among(text::trim(sides[2]), suffixes)) // "Svensson, Anna, Jr."
        return PersonName{std::string{given}, std::string{family} + " " + std::string{text::trim(sides[2])}};
    return bad("value.name_commas", cell);
}

Result<std::string> employee_number(std::string_view cell) {
    std::string_view written = text::trim(cell);
    if (is_cell_error(written)) return bad("value.error_in_cell", cell);
    if (written.size() >= 4 && written.starts_with("=\"") && written.ends_with('"'))
        written = text::trim(written.substr(2, written.size() - 3));
    else if (written.size() > 1 && written.front() == '\'')
        written = text::trim(written.substr(1));
    if (written.empty()) return bad("value.missing", cell);
    if (has_control(written)) return bad("value.id_control", cell);
    if (written.size() > 64) return bad("value.id_too_long", cell);
    if (written.front() == '=') return bad("value.formula", cell);
    const std::size_t digits = written.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0) {
        const std::string_view rest = written.substr(digits);
        // 123.0: a number once, whole again without its decimals.
        if (rest.size() > 1 && (rest[0] == '.' || rest[0] == ',') &&
            rest.find_first_not_of('0', 1) == std::string_view::npos && rest.size() <= 3)
            return std::string{written.substr(0, digits)};
        // 1.23457E+11: the digits behind are gone.
        const std::size_t exponent = written.find_first_of("eE");
        if ((rest[0] == '.' || rest[0] == ',') && exponent != std::string_view::npos && exponent + 2 < written.size() &&
            (written[exponent + 1] == '+' || written[exponent + 1] == '-') &&
            written.substr(digits + 1, exponent - digits - 1).find_first_not_of("0123456789") ==
                std::string_view::npos &&
            written.find_first_not_of("0123456789", exponent + 2) == std::string_view::npos)
            return bad("value.number_lost_digits", cell);
    }
    return std::string{written};
}

} // namespace kunna::tabular
