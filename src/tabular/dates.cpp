// Days in the forms HR systems send.
#include "base/text.hpp"
#include "tabular/bad_value.hpp"
#include "tabular/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kunna::tabular {

namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}

unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

struct MonthName {
    std::string_view name;
    unsigned month;
};
// Swedish, English, Norwegian, Danish, German; whole or the first three letters or more of a whole one.
constexpr std::array months{
    MonthName{"januari", 1},   MonthName{"january", 1},   MonthName{"januar", 1},   MonthName{"februari", 2},
    MonthName{"february", 2},  MonthName{"februar", 2},   MonthName{"mars", 3},     MonthName{"march", 3},
    MonthName{"marts", 3},     MonthName{"märz", 3},      MonthName{"april", 4},    MonthName{"maj", 5},
    MonthName{"may", 5},       MonthName{"mai", 5},       MonthName{"juni", 6},     MonthName{"june", 6},
    MonthName{"juli", 7},      MonthName{"july", 7},      MonthName{"augusti", 8},  MonthName{"august", 8},
    MonthName{"september", 9}, MonthName{"oktober", 10},  MonthName{"october", 10}, MonthName{"november", 11},
    MonthName{"december", 12}, MonthName{"desember", 12}, MonthName{"dezember", 12}};

unsigned month_of(std::string_view word) {
    std::string folded = text::fold(word);
    if (!folded.empty() && folded.back() == '.') folded.pop_back();
    if (folded.size() < 3) return 0;
    for (const MonthName& candidate : months)
        if (candidate.name.starts_with(folded)) return candidate.month;
    return 0;
}

// A time behind a day: " 08:30", "T08:30:00.000Z", " 8:30 PM", "T00:00:00+01:00".
bool is_time(std::string_view text) {
    if (text.size() < 2 || (text[0] != 'T' && text[0] != ' ' && text[0] != 't')) return false;
    text = text::trim(text.substr(1));
    std::size_t i = 0;
    while (i < text.size() && digit(text[i])) ++i;
    if (i < 1 || i > 2 || i + 2 >= text.size() || (text[i] != ':' && text[i] != '.') || !digit(text[i + 1]))
        return false;
    return text.find_first_not_of("0123456789:.,+- ZzAPMapm") == std::string_view::npos;
}

// Three parts of a day written with digits only, or nothing.
struct Parts {
    std::array<std::string_view, 3> part;
    char separator;
    std::size_t length; // characters of the cell that make up the day
};
std::optional<Parts> parts_of(std::string_view cell) {
    Parts parts{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t from = at;
        while (at < cell.size() && digit(cell[at])) ++at;
        if (at == from || at - from > 4) return std::nullopt;
        parts.part[i] = cell.substr(from, at - from);
        if (i == 2) break;
        if (at >= cell.size() || std::string_view{"-/."}.find(cell[at]) == std::string_view::npos) return std::nullopt;
        if (i == 0)
            parts.separator = cell[at];
        else if (cell[at] != parts.separator)
            return std::nullopt;
        ++at;
        if (parts.separator == '.' && at < cell.size() && cell[at] == ' ') ++at; // 1. 3. 2026
    }
    parts.length = at;
    if (at < cell.size() && !is_time(cell.substr(at))) return std::nullopt;
    return parts;
}

Result<Date> day(std::string_view cell, unsigned year, unsigned month, unsigned day_of_month) {
    const auto found = year >= 1900 ? Date::of(static_cast<int>(year), month, day_of_month) : std::nullopt;
    if (!found) return bad("value.no_such_day", cell);
    return *found;
}

Result<Date> day_of_parts(std::string_view cell, const Parts& parts, DateOrder order) {
    const auto& [a, b, c] = parts.part;
    if (a.size() == 4 && b.size() <= 2 && c.size() <= 2) return day(cell, value_of(a), value_of(b), value_of(c));
    if (a.size() > 2 || b.size() > 2) return bad("value.date_form", cell);
    if (c.size() == 2) return bad("value.date_two_digit_year", cell);
    if (c.size() != 4) return bad("value.date_form", cell);
    const unsigned first = value_of(a);
    const unsigned second = value_of(b);
    const unsigned year = value_of(c);
    if (parts.separator == '.') return day(cell, year, second, first);
    // What can be read one way only is read so, unless the column has the other order: then it is a mistake.
    if (order == DateOrder::undecided) {
        if (first == second) return day(cell, year, first, second);
        if (first > 12) return day(cell, year, second, first);
        if (second > 12) return day(cell, year, first, second);
        return bad("value.date_ambiguous", cell);
    }
    return order == DateOrder::day_first ? day(cell, year, second, first) : day(cell, year, first, second);
}

// 1 mars 2026, 1st Mar 2026, den 1 mars 2026, 01-MAR-2026, March 1, 2026; 0 when there is no month's name in it.
std::optional<Result<Date>> day_with_words(std::string_view cell) {
    std::array<std::string_view, 4> words;
    std::size_t count = 0;
    for (std::size_t at = 0; at < cell.size();) {
        const std::size_t from = cell.find_first_not_of(" ,-/", at);
        if (from == std::string_view::npos) break;
        at = std::min(cell.find_first_of(" ,-/", from), cell.size());
        if (count == words.size() || (count == 3 && is_time(cell.substr(from - 1)))) break;
        words[count++] = cell.substr(from, at - from);
        if (count == 3 && text::fold(words[0]) != "den") break;
    }
    std::size_t begin = count == 4 && text::fold(words[0]) == "den" ? 1 : 0;
    if (count - begin != 3) return std::nullopt;
    std::string_view day_word = words[begin];
    std::string_view month_word = words[begin + 1];
    const std::string_view year_word = words[begin + 2];
    if (!digit(day_word.front())) std::swap(day_word, month_word);
    const unsigned month = month_of(month_word);
    if (month == 0) return std::nullopt;
    const std::size_t rest = static_cast<std::size_t>(year_word.data() + year_word.size() - cell.data());
    if (rest < cell.size() && !is_time(cell.substr(rest))) return bad("value.date_form", cell);
    std::size_t digits = 0;
    while (digits < day_word.size() && digit(day_word[digits])) ++digits;
    const std::string ending = text::fold(day_word.substr(digits));
    const bool ordinal = ending.empty() || ending == "." || ending == ":a" || ending == ":e" || ending == "st" ||
                         ending == "nd" || ending == "rd" || ending == "th";
    if (digits == 0 || digits > 2 || !ordinal || !all_digits(year_word)) return bad("value.date_form", cell);
    if (year_word.size() == 2) return bad("value.date_two_digit_year", cell);
    if (year_word.size() != 4) return bad("value.date_form", cell);
    return day(cell, value_of(year_word), month, value_of(day_word.substr(0, digits)));
}

} // namespace

void DateOrderFinder::see(std::string_view cell) {
    const auto parts = parts_of(text::trim(cell));
    if (!parts || parts->separator == '.' || parts->part[0].size() > 2 || parts->part[1].size() > 2) return;
    const unsigned first = value_of(parts->part[0]);
    const unsigned second = value_of(parts->part[1]);
    if (first > 12 && first <= 31 && second <= 12)
        ++day_first_;
    else if (second > 12 && second <= 31 && first <= 12)
        ++month_first_;
    else if (first <= 12 && second <= 12 && first != second)
        ++ambiguous_;
}

DateOrder DateOrderFinder::order() const {
    if (contradictory() || (day_first_ == 0 && month_first_ == 0)) return DateOrder::undecided;
    return day_first_ > 0 ? DateOrder::day_first : DateOrder::month_first;
}

Result<Date> date(std::string_view cell, DateOrder order) {
    const std::string_view written = text::trim(cell);
    if (written.empty()) return bad("value.missing", cell);
    if (const auto iso = Date::parse(written); iso && iso->civil().year() >= std::chrono::year{1900})
        return *iso; // nearly all
    if (const auto parts = parts_of(written)) return day_of_parts(written, *parts, order);
    std::size_t digits = 0;
    while (digits < written.size() && digit(written[digits])) ++digits;
    const std::string_view rest = written.substr(digits);
    if (digits == 8 && (rest.empty() || is_time(rest)))
        return day(written, value_of(written.substr(0, 4)), value_of(written.substr(4, 2)),
                   value_of(written.substr(6, 2)));
    if (digits == 5) {
        // 46082 or 46082.354 or 46082,354: the fraction is the time of day.
        const bool fraction = rest.size() > 1 && (rest[0] == '.' || rest[0] == ',') && all_digits(rest.substr(1));
        if (rest.empty() || fraction) {
            const auto found = day_of_serial(value_of(written.substr(0, 5)));
            if (found && value_of(written.substr(0, 5)) >= 10'000) return *found;
        }
    }
    if (digits == 6 && rest.empty()) return bad("value.date_two_digit_year", written); // 260301
    if (auto worded = day_with_words(written)) return std::move(*worded);
    return bad("value.date_form", written);
}

std::optional<Date> day_of_serial(double serial, bool from_1904) {
    if (!(serial >= 0) || serial >= 2'958'466) return std::nullopt; // until 9999-12-31
    auto days = static_cast<std::int32_t>(serial);
    if (from_1904) return Date::from_days(days - 24'107);
    if (days == 60 || days == 0) return std::nullopt;
    // Excel believes in 1900-02-29 (serial 60), so the days before it are one off.
    return Date::from_days(days - 25'569 + (days < 60 ? 1 : 0));
}

std::int32_t serial_of_day(Date day) {
    return day.days() + 25'569;
}

} // namespace kunna::tabular
