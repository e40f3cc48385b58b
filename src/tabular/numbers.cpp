// Numbers, shares, and yes or no, in the forms HR systems send.
#include "base/text.hpp"
#include "tabular/bad_value.hpp"
#include "tabular/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kunna::tabular {

namespace {

// The cell with its signs made plain: no spaces or apostrophes between digits, '-' for U+2212. Empty when it holds
// anything that no number has.
std::string plain(std::string_view cell) {
    std::string out;
    for (std::size_t i = 0; i < cell.size();) {
        const std::string_view rest = cell.substr(i);
        const bool between = i > 0 && cell[i - 1] >= '0' && cell[i - 1] <= '9';
        // Thousands are set apart by a space, U+00A0, U+2009, U+202F, ' or ’.
        std::size_t gap = 0;
        if (rest.starts_with("\xC2\xA0")) gap = 2;
        if (rest.starts_with("\xE2\x80\x89") || rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x99"))
            gap = 3;
        if (rest[0] == ' ' || rest[0] == '\'') gap = 1;
        if (gap > 0) {
            // Three digits must follow, and no fourth: "12 34" is not a number.
            std::size_t digits = 0;
            while (gap + digits < rest.size() && rest[gap + digits] >= '0' && rest[gap + digits] <= '9') ++digits;
            if (!between || digits != 3) return {};
            i += gap;
        } else if (rest.starts_with("\xE2\x88\x92")) {
            out.push_back('-');
            i += 3;
        } else if (std::string_view{"0123456789.,+-eE"}.find(rest[0]) != std::string_view::npos) {
            out.push_back(rest[0]);
            ++i;
        } else {
            return {};
        }
    }
    return out;
}

enum class Reads : std::uint8_t { whole, comma, point, either, never };

// How the commas and points of a number (without sign and exponent) must be meant.
Reads reading(std::string_view digits) {
    const auto count = [&](char c) { return std::count(digits.begin(), digits.end(), c); };
    const auto commas = count(',');
    const auto points = count('.');
    if (commas == 0 && points == 0) return Reads::whole;
    const std::size_t last = digits.find_last_of(",.");
    const char decimal = digits[last];
    // Groups of three before `until`, divided by `group`.
    const auto grouped = [&](char group, std::size_t until) {
        std::size_t at = digits.find(group);
        if (at == 0 || at > 3) return false;
        while (at < until) {
            const std::size_t next = std::min(digits.find(group, at + 1), until);
            if (next - at != 4) return false;
            at = next;
        }
        return true;
    };
    if (commas > 0 && points > 0) {
        const bool once = (decimal == ',' ? commas : points) == 1;
        if (!once || !grouped(decimal == ',' ? '.' : ',', last)) return Reads::never;
        return decimal == ',' ? Reads::comma : Reads::point;
    }
    if (commas + points > 1) {
        if (!grouped(decimal, digits.size())) return Reads::never;
        return decimal == ',' ? Reads::point : Reads::comma; // the other one is the decimal sign
    }
    const bool thousand_like = digits.size() - last == 4 && last >= 1 && last <= 3 && digits[0] != '0';
    if (thousand_like) return Reads::either;
    return decimal == ',' ? Reads::comma : Reads::point;
}

// The part that reading() judges.
std::string_view mantissa(std::string_view number) {
    if (!number.empty() && (number[0] == '-' || number[0] == '+')) number.remove_prefix(1);
    return number.substr(0, number.find_first_of("eE"));
}

} // namespace

void DecimalSignFinder::see(std::string_view cell) {
    std::string_view written = text::trim(cell);
    if (written.ends_with('%')) written = text::trim(written.substr(0, written.size() - 1));
    const std::string number = plain(written);
    switch (reading(mantissa(number))) {
    case Reads::comma:
        ++comma_;
        break;
    case Reads::point:
        ++point_;
        break;
    case Reads::either:
        ++ambiguous_;
        break;
    case Reads::whole:
    case Reads::never:
        break;
    }
}

DecimalSign DecimalSignFinder::sign() const {
    if ((comma_ > 0) == (point_ > 0)) return DecimalSign::undecided;
    return comma_ > 0 ? DecimalSign::comma : DecimalSign::point;
}

Result<double> number(std::string_view cell, DecimalSign sign) {
    const std::string_view written = text::trim(cell);
    if (written.empty()) return bad("value.missing", cell);
    if (written.size() > 60) return bad("value.number_form", cell);
    const std::string signs = plain(written);
    const std::string_view digits = mantissa(signs);
    if (digits.empty()) return bad("value.number_form", cell);
    Reads reads = reading(digits);
    if (reads == Reads::either) {
        if (sign == DecimalSign::undecided) return bad("value.number_ambiguous", cell);
        reads = sign == DecimalSign::comma ? Reads::comma : Reads::point;
    }
    if (reads == Reads::never) return bad("value.number_form", cell);
    std::string made;
    for (const char c : signs) {
        if (c == ',' || c == '.') {
            if ((c == ',') == (reads == Reads::comma)) made.push_back('.');
        } else {
            made.push_back(c);
        }
    }
    const char* from = made.data();
    const char* const end = from + made.size();
    if (*from == '+' && from[1] != '-') ++from;
    if (from == end || ((*from < '0' || *from > '9') && *from != '-' && *from != '.'))
        return bad("value.number_form", cell);
    double value = 0;
    const auto [stop, error] = std::from_chars(from, end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) return bad("value.number_form", cell);
    return value;
}

Result<std::int64_t> whole_number(std::string_view cell, DecimalSign sign) {
    const double value = TRY(number(cell, sign));
    if (value != std::floor(value) || std::abs(value) > 9'007'199'254'740'992.0) return bad("value.not_whole", cell);
    return static_cast<std::int64_t>(value);
}

Result<double> share(std::string_view cell, DecimalSign sign) {
    std::string_view written = text::trim(cell);
    if (!written.ends_with('%')) return number(written, sign);
    written.remove_suffix(1);
    return TRY(number(written, sign)) / 100.0;
}

Result<double> fte(std::string_view cell, DecimalSign sign) {
    const bool per_cent = text::trim(cell).ends_with('%');
    double value = TRY(share(cell, sign));
    // Nobody works 200 %, and few 2 %: between 1.5 and 5 nobody can tell which was meant.
    if (!per_cent && value >= 5) value /= 100.0;
    if (value < 0 || value > 1.5) return bad("value.fte_out_of_range", cell);
    return value;
}

Result<bool> yes_no(std::string_view cell) {
    constexpr std::array yes{"ja", "j", "yes", "y",  "true", "t",     "sant", "sann",
                             "1",  "x", "on",  "på", "oui",  "kyllä", "✓",    "✔"};
    constexpr std::array no{"nej", "n",   "no", "false", "f",   "falskt", "falsk", "0",
                            "-",   "off", "av", "nei",   "non", "nein",   "ei"};
    const std::string word = text::fold(cell);
    if (word.empty()) return bad("value.missing", cell);
    const auto is = [&](std::string_view candidate) { return candidate == word; };
    if (std::any_of(yes.begin(), yes.end(), is)) return true;
    if (std::any_of(no.begin(), no.end(), is)) return false;
    return bad("value.yes_no_form", cell);
}

} // namespace kunna::tabular
