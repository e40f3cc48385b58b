// How a spreadsheet's number format turns a stored number into what people see: 46082 → 2026-03-01, 123 → 00123.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kunna::tabular {

struct NumberFormat {
    enum class Shows : std::uint8_t { number, date, date_time, time, elapsed } shows = Shows::number;
    std::size_t zeros = 0; // "00000": whole numbers are filled up to so many digits

    bool operator==(const NumberFormat&) const = default;
};

// Of a format's code, "yyyy-mm-dd;@"; its first section counts.
NumberFormat number_format(std::string_view code);
// Of the formats that have a number only (ECMA-376 18.8.30); 14 is a date, 0 is General.
NumberFormat builtin_number_format(unsigned id);

// Appends the number as people see it, days and times in ISO form. Plain numbers have up to 15 digits, as spreadsheets
// show, and no exponent: 123.0 → 123, 4.0E+05 → 400000. False when `stored` is not a number.
bool append_number(std::string& out, std::string_view stored, NumberFormat format, bool from_1904);

} // namespace kunna::tabular
