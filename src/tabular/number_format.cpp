// How a spreadsheet's number format turns a stored number into what people see.
#include "tabular/number_format.hpp"

#include "tabular/values.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace kunna::tabular {

namespace {

using Shows = NumberFormat::Shows;

void append_plain(std::string& out, double value) {
    if (value == 0) {
        out.push_back('0');
        return;
    }
    // 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3.
    const double shown = std::strtod(fmt::format("{:.15g}", value).c_str(), nullptr);
    std::array<char, 400> text{};
    const bool modest = std::abs(shown) < 1e21 && std::abs(shown) > 1e-12;
    const auto made = modest ? std::to_chars(text.data(), text.data() + text.size(), shown, std::chars_format::fixed)
                             : std::to_chars(text.data(), text.data() + text.size(), shown);
    out.append(text.data(), made.ptr);
}

void append_time(std::string& out, std::int64_t seconds) {
    fmt::format_to(std::back_inserter(out), "{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60 != 0) fmt::format_to(std::back_inserter(out), ":{:02}", seconds % 60);
}

} // namespace

NumberFormat number_format(std::string_view code) {
    bool year_or_day = false;
    bool month_or_minute = false;
    bool hour_or_second = false;
    bool elapsed = false;
    bool digits = false;
    std::size_t zeros = 0;
    bool only_zeros = true;
    std::string section; // without what is literal
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i] >= 'A' && code[i] <= 'Z' ? static_cast<char>(code[i] + 32) : code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const std::size_t stop = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, stop - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) elapsed = true;
            i = stop;
        } else {
            section.push_back(c);
            continue;
        }
        only_zeros = false;
    }
    if (section == "general" || section == "standard" || section == "@") return {};
    for (const char c : section) {
        year_or_day = year_or_day || c == 'y' || c == 'd';
        month_or_minute = month_or_minute || c == 'm';
        hour_or_second = hour_or_second || c == 'h' || c == 's';
        digits = digits || c == '0' || c == '#' || c == '?';
        zeros += c == '0' ? 1 : 0;
    }
    only_zeros = only_zeros && !section.empty() && zeros == section.size();
    if (elapsed) return {Shows::elapsed};
    if (only_zeros) return {Shows::number, zeros > 1 ? zeros : 0};
    if (year_or_day) return {hour_or_second ? Shows::date_time : Shows::date};
    if (hour_or_second && (!digits || section.find(':') != std::string::npos)) return {Shows::time};
    if (month_or_minute && !digits) return {Shows::date};
    return {};
}

NumberFormat builtin_number_format(unsigned id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return {Shows::date};
    if (id == 22) return {Shows::date_time};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
        return {Shows::time};
    if (id == 46) return {Shows::elapsed};
    return {};
}

bool append_number(std::string& out, std::string_view stored, NumberFormat format, bool from_1904) {
    const bool whole =
        !stored.empty() && stored.size() <= 15 && stored.find_first_not_of("0123456789") == std::string_view::npos;
    if (whole && format.shows == Shows::number && (stored[0] != '0' || stored.size() == 1)) {
        if (stored.size() < format.zeros) out.append(std::min<std::size_t>(format.zeros, 64) - stored.size(), '0');
        out += stored;
        return true;
    }
    double value = 0;
    if (stored.starts_with('+')) stored.remove_prefix(1);
    const auto [stop, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    if (error != std::errc{} || stop != stored.data() + stored.size() || !std::isfinite(value)) return false;

    // To the nearest second, as spreadsheets do: 0.999999999 is midnight.
    const bool in_range = value >= 0 && value < 2'958'466;
    auto seconds = in_range ? static_cast<std::int64_t>(std::llround(value * 86'400)) : 0;
    const std::int64_t days = seconds / 86'400;
    switch (in_range ? format.shows : Shows::number) {
    case Shows::elapsed:
        append_time(out, seconds);
        return true;
    case Shows::time:
        if (days > 0) break;
        append_time(out, seconds);
        return true;
    case Shows::date:
    case Shows::date_time: {
        const auto day = day_of_serial(static_cast<double>(days), from_1904);
        if (!day && days != 60) break;
        out += day ? day->iso() : "1900-02-29"; // as Excel shows its day that never was
        seconds %= 86'400;
        if (format.shows == Shows::date_time && seconds != 0) {
            out.push_back(' ');
            append_time(out, seconds);
        }
        return true;
    }
    case Shows::number:
        break;
    }
    const std::size_t at = out.size();
    append_plain(out, value);
    const std::size_t length = out.size() - at;
    const bool all_digits = out.find_first_not_of("0123456789", at) == std::string::npos;
    if (all_digits && length < format.zeros) out.insert(at, std::min<std::size_t>(format.zeros, 64) - length, '0');
    return true;
}

} // namespace kunna::tabular
