// What a cell means: days, numbers, yes and no, names, employee numbers, in the forms HR systems send.
//
// Every parser takes the cell as written, trims it, and returns the value or one precise code (value.…) whose values
// hold {value}. An empty cell is always value.missing; whether that matters is the caller's to say.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kunna::tabular {

// ---- Days

// How a column writes 01/03/2026. Points (1.3.2026) always mean the day first, years of four digits in front always
// year, month, day.
enum class DateOrder : std::uint8_t { undecided, day_first, month_first };

// Looks at every cell of a column of days: one that can only be read one way (13/03/2026) decides for all.
class DateOrderFinder {
public:
    void see(std::string_view cell);
    // undecided: no cell was telling, or the column contradicts itself. Ask when ambiguous() as well.
    [[nodiscard]] DateOrder order() const;
    // Some cell can be read both ways, so an undecided order must be asked for.
    [[nodiscard]] bool ambiguous() const { return ambiguous_ > 0; }
    // Cells of both orders: 13/03/2026 and 03/13/2026.
    [[nodiscard]] bool contradictory() const { return day_first_ > 0 && month_first_ > 0; }

private:
    std::uint64_t day_first_ = 0;
    std::uint64_t month_first_ = 0;
    std::uint64_t ambiguous_ = 0;
};

// 2026-03-01, 2026/03/01, 20260301, 01/03/2026, 1-3-2026, 1.3.2026, 1 mars 2026, 1 Mar 2026, 01-MAR-2026,
// March 1, 2026, Excel's serial numbers (46082: five digits, so from 1927), each also with a time behind, which is cut
// as written, without turning it to another time zone. Years 1900–9999.
// Refuses value.date_ambiguous (order undecided), value.date_two_digit_year, value.no_such_day, value.date_form.
Result<Date> date(std::string_view cell, DateOrder order = DateOrder::undecided);
// The day of an Excel serial number, its fraction cut; 60 is Excel's 1900-02-29, which never was: nothing.
std::optional<Date> day_of_serial(double serial, bool from_1904 = false);
// The serial number of a day from 1900-03-01 on, as Excel counts it.
std::int32_t serial_of_day(Date day);

// ---- Numbers

enum class DecimalSign : std::uint8_t { undecided, comma, point };

// As DateOrderFinder: 1,234 alone may be a thousand or a decimal; 0,5 or 1.234,50 elsewhere in the column decide.
class DecimalSignFinder {
public:
    void see(std::string_view cell);
    [[nodiscard]] DecimalSign sign() const;
    [[nodiscard]] bool ambiguous() const { return ambiguous_ > 0; }

private:
    std::uint64_t comma_ = 0;
    std::uint64_t point_ = 0;
    std::uint64_t ambiguous_ = 0;
};

// 3,5  3.5  -3,5  1 234,50  1.234,50  1,234.50  1'234.50  4.0E+05. Refuses value.number_ambiguous (1,234 while the sign
// is undecided; 0,800 is clear), value.number_form.
Result<double> number(std::string_view cell, DecimalSign sign = DecimalSign::undecided);
// A whole number; 3.0 is 3. Refuses value.not_whole.
Result<std::int64_t> whole_number(std::string_view cell, DecimalSign sign = DecimalSign::undecided);
// 80 % → 0.8; without the sign the number itself.
Result<double> share(std::string_view cell, DecimalSign sign = DecimalSign::undecided);
// Full-time equivalents 0–1.5: 0,8 and 80 % and 80 are the same; without % more than 1.5 means per cent, from 5 on.
// Refuses value.fte_out_of_range.
Result<double> fte(std::string_view cell, DecimalSign sign = DecimalSign::undecided);

// ---- Words

// ja nej yes no true false sant falskt 1 0 x j n y on off oui non …; empty is value.missing.
Result<bool> yes_no(std::string_view cell);

// ---- People

struct PersonName {
    std::string given;  // may be empty: some people have one name
    std::string family; // may be empty
    bool operator==(const PersonName&) const = default;
};
// "Svensson, Anna" · "Anna Svensson" · "von der Leyen, Ursula" · "Anna-Karin af Geijerstam" · "SVENSSON Anna". Without
// a comma the last word is the family name, with the particles (von, af, de la …) before it; words in capitals beside
// others that are not are the family name wherever they stand. One word alone is a given name.
// Refuses value.name_commas, value.name_control, value.error_in_cell.
Result<PersonName> person_name(std::string_view cell);

// An employee number is text: 00123 stays 00123. Takes off what spreadsheets put on: '00123, ="00123", 123.0.
// Refuses value.number_lost_digits (1.23457E+11: the spreadsheet has already dropped digits), value.id_too_long (over
// 64 characters), value.id_control, value.error_in_cell (#N/A).
Result<std::string> employee_number(std::string_view cell);

// #N/A, #REF!, #SAKNAS!…: what a spreadsheet shows where a formula failed.
bool is_cell_error(std::string_view cell);

} // namespace kunna::tabular
