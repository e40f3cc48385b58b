#include "tabular/values.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace kunna::tabular {
namespace {

std::string day_or_code(std::string_view cell, DateOrder order = DateOrder::undecided) {
    const auto found = date(cell, order);
    return found.ok() ? found->iso() : found.error().code;
}

TEST(Dates, ReadsTheFormsHrSystemsSend) {
    for (const char* cell : {"2026-03-01",
                             " 2026-03-01 ",
                             "2026/03/01",
                             "2026.03.01",
                             "2026-3-1",
                             "20260301",
                             "1.3.2026",
                             "01.03.2026",
                             "1. 3. 2026",
                             "1 mars 2026",
                             "1 Mar 2026",
                             "01-MAR-2026",
                             "1 mar. 2026",
                             "den 1 mars 2026",
                             "March 1, 2026",
                             "Mar 1 2026",
                             "1st March 2026",
                             "1. März 2026",
                             "1:a mars 2026",
                             "1 MARS 2026",
                             "46082",
                             "46082.354",
                             "2026-03-01 00:00:00",
                             "2026-03-01T08:30:00.000Z",
                             "2026-03-01T08:30:00+01:00",
                             "2026-03-01 08:30",
                             "1.3.2026 08:30",
                             "1 mars 2026 08:30",
                             "March 1, 2026 8:30 AM",
                             "2026-03-01 8.30"})
        EXPECT_EQ(day_or_code(cell), "2026-03-01") << cell;
    for (const char* cell : {"01/03/2026", "1/3/2026", "01-03-2026", "01/03/2026 08:30:00", "1/3/2026 8:30 PM"}) {
        EXPECT_EQ(day_or_code(cell, DateOrder::day_first), "2026-03-01") << cell;
        EXPECT_EQ(day_or_code(cell, DateOrder::month_first), "2026-01-03") << cell;
        EXPECT_EQ(day_or_code(cell), "value.date_ambiguous") << cell;
    }
    EXPECT_EQ(day_or_code("9999-12-31"), "9999-12-31");
    EXPECT_EQ(day_or_code("31 okt 2026"), "2026-10-31");
    EXPECT_EQ(day_or_code("31 oct 2026"), "2026-10-31");
}

TEST(Dates, EveryMonthIsKnownInSwedishAndEnglish) {
    const char* const names[12][4] = {{"januari", "january", "jan", "Jan."},
                                      {"februari", "february", "feb", "febr"},
                                      {"mars", "march", "mar", "Mar"},
                                      {"april", "april", "apr", "APR"},
                                      {"maj", "may", "maj", "May"},
                                      {"juni", "june", "jun", "Jun"},
                                      {"juli", "july", "jul", "Jul"},
                                      {"augusti", "august", "aug", "Aug"},
                                      {"september", "september", "sep", "sept"},
                                      {"oktober", "october", "okt", "Oct"},
                                      {"november", "november", "nov", "Nov"},
                                      {"december", "december", "dec", "Dec"}};
    for (unsigned month = 1; month <= 12; ++month)
        for (const char* name : names[month - 1])
            EXPECT_EQ(day_or_code("7 " + std::string{name} + " 2026"), Date::of(2026, month, 7)->iso()) << name;
}

TEST(Dates, WhatIsNoDayIsRefusedPrecisely) {
    EXPECT_EQ(day_or_code(""), "value.missing");
    EXPECT_EQ(day_or_code(" \t"), "value.missing");
    EXPECT_EQ(day_or_code("2026-02-30"), "value.no_such_day");
    EXPECT_EQ(day_or_code("20261301"), "value.no_such_day");
    EXPECT_EQ(day_or_code("0026-02-03"), "value.no_such_day");
    EXPECT_EQ(day_or_code("31 februari 2026"), "value.no_such_day");
    EXPECT_EQ(day_or_code("13/03/2026", DateOrder::month_first), "value.no_such_day");
    EXPECT_EQ(day_or_code("01/03/26"), "value.date_two_digit_year");
    EXPECT_EQ(day_or_code("1 mars 26"), "value.date_two_digit_year");
    EXPECT_EQ(day_or_code("260301"), "value.date_two_digit_year");
    for (const char* cell :
         {"2026", "2026-03", "mars 2026", "snart", "2026-03-01x", "1 2 3 4", "19800101-1234", "2026-03/01",
          "1 xyz 2026", "#N/A", "00123", "1/3/2026/4", "2026-03-01 till 2026-04-01", "den mars 2026 1"})
        EXPECT_EQ(day_or_code(cell), "value.date_form") << cell;
}

TEST(Dates, OneTellingCellDecidesForTheColumn) {
    DateOrderFinder finder;
    finder.see("01/03/2026");
    finder.see("2026-03-31");
    finder.see("28.2.2026");
    finder.see("05/05/2026");
    EXPECT_EQ(finder.order(), DateOrder::undecided);
    EXPECT_TRUE(finder.ambiguous());
    finder.see("13/03/2026 00:00");
    EXPECT_EQ(finder.order(), DateOrder::day_first);
    finder.see("03/14/2026");
    EXPECT_EQ(finder.order(), DateOrder::undecided);
    EXPECT_TRUE(finder.contradictory());
    DateOrderFinder american;
    american.see("03/14/2026");
    EXPECT_EQ(american.order(), DateOrder::month_first);
    EXPECT_FALSE(american.ambiguous());
}

TEST(Dates, ExcelsSerialNumbersKnowThe29thOfFebruary1900ThatNeverWas) {
    EXPECT_EQ(day_of_serial(1)->iso(), "1900-01-01");
    EXPECT_EQ(day_of_serial(59)->iso(), "1900-02-28");
    EXPECT_FALSE(day_of_serial(60));
    EXPECT_EQ(day_of_serial(61)->iso(), "1900-03-01");
    EXPECT_EQ(day_of_serial(46082.99)->iso(), "2026-03-01");
    EXPECT_EQ(day_of_serial(46082 - 1462, true)->iso(), "2026-03-01");
    EXPECT_EQ(day_of_serial(2'958'465)->iso(), "9999-12-31");
    EXPECT_FALSE(day_of_serial(2'958'466));
    EXPECT_FALSE(day_of_serial(-1));
    EXPECT_EQ(serial_of_day(*Date::parse("2026-03-01")), 46082);
}

std::string number_or_code(std::string_view cell, DecimalSign sign = DecimalSign::undecided) {
    const auto found = number(cell, sign);
    return found.ok() ? fmt::format("{}", *found) : found.error().code;
}

TEST(Numbers, ReadsCommaAndPointAndThousands) {
    EXPECT_EQ(number_or_code("3,5"), "3.5");
    EXPECT_EQ(number_or_code("3.5"), "3.5");
    EXPECT_EQ(number_or_code(" -3,50 "), "-3.5");
    EXPECT_EQ(number_or_code("\xE2\x88\x92"
                             "3,5"),
              "-3.5");
    EXPECT_EQ(number_or_code("+7"), "7");
    EXPECT_EQ(number_or_code(",5"), "0.5");
    EXPECT_EQ(number_or_code("0,800"), "0.8");
    EXPECT_EQ(number_or_code("1234,567"), "1234.567");
    for (const char* cell : {"1 234,50",
                             "1\xC2\xA0"
                             "234,50",
                             "1.234,50", "1,234.50", "1'234.50",
                             "1\xE2\x80\xAF"
                             "234.50",
                             "1234.5"})
        EXPECT_EQ(number_or_code(cell), "1234.5") << cell;
    EXPECT_EQ(number_or_code("1,234,567"), "1234567");
    EXPECT_EQ(number_or_code("1.234.567"), "1234567");
    EXPECT_EQ(number_or_code("4.0E+05"), "400000");
    EXPECT_EQ(number_or_code("4,0e5"), "400000");
}

TEST(Numbers, WhatMayBeAThousandOrADecimalIsAskedOfTheColumn) {
    EXPECT_EQ(number_or_code("1,234"), "value.number_ambiguous");
    EXPECT_EQ(number_or_code("1,234", DecimalSign::comma), "1.234");
    EXPECT_EQ(number_or_code("1,234", DecimalSign::point), "1234");
    DecimalSignFinder finder;
    finder.see("1,234");
    EXPECT_EQ(finder.sign(), DecimalSign::undecided);
    EXPECT_TRUE(finder.ambiguous());
    finder.see("17");
    finder.see("2.5 %");
    EXPECT_EQ(finder.sign(), DecimalSign::point);
    DecimalSignFinder swedish;
    swedish.see("1.234.567");
    EXPECT_EQ(swedish.sign(), DecimalSign::comma);
    swedish.see("0.5");
    EXPECT_EQ(swedish.sign(), DecimalSign::undecided);
}

TEST(Numbers, WhatIsNoNumberIsRefused) {
    EXPECT_EQ(number_or_code(""), "value.missing");
    for (const char* cell :
         {"x",  "1 2", "1 23", "12 3456", "1,2,3", "1.2.3,4", "--1",  "1-2",  "inf",  "nan",        "0x10",
          "e5", "1e",  "-",    ",",       ".",     "1e999",   "5 st", "=1+1", "#N/A", "1,23.456,7", "+-1"})
        EXPECT_EQ(number_or_code(cell), "value.number_form") << cell;
    EXPECT_EQ(*whole_number("3.0"), 3);
    EXPECT_EQ(whole_number("3,5").error().code, "value.not_whole");
    EXPECT_EQ(whole_number("1e300").error().code, "value.not_whole");
}

TEST(Numbers, SharesAndFullTimeEquivalents) {
    for (const char* cell : {"80 %", "80%", "0,8", "0.80", "80", "80,0 %", "80\xC2\xA0%"})
        EXPECT_DOUBLE_EQ(*fte(cell), 0.8) << cell;
    EXPECT_DOUBLE_EQ(*fte("1"), 1.0);
    EXPECT_DOUBLE_EQ(*fte("100"), 1.0);
    EXPECT_DOUBLE_EQ(*fte("1 %"), 0.01);
    EXPECT_DOUBLE_EQ(*fte("0"), 0.0);
    for (const char* cell : {"2", "-1", "160", "-80 %", "200 %"})
        EXPECT_EQ(fte(cell).error().code, "value.fte_out_of_range") << cell;
    EXPECT_DOUBLE_EQ(*share("12,5 %"), 0.125);
    EXPECT_DOUBLE_EQ(*share("12,5"), 12.5);
}

TEST(Words, YesAndNoInTheWordsPeopleUse) {
    for (const char* cell : {"ja", "JA", " Yes ", "true", "1", "x", "X", "Sant"}) EXPECT_TRUE(*yes_no(cell)) << cell;
    for (const char* cell : {"nej", "No", "FALSE", "0", "falskt"}) EXPECT_FALSE(*yes_no(cell)) << cell;
    EXPECT_EQ(yes_no("").error().code, "value.missing");
    EXPECT_EQ(yes_no("kanske").error().code, "value.yes_no_form");
}

TEST(People, NamesJoinedAreTakenApart) {
    const auto name = [](std::string_view cell) {
        const auto found = person_name(cell);
        return found.ok() ? found->given + "|" + found->family : found.error().code;
    };
    EXPECT_EQ(name("Svensson, Anna"), "Anna|Svensson");
    EXPECT_EQ(name(" Svensson ,  Anna  Maria "), "Anna Maria|Svensson");
    EXPECT_EQ(name("Anna Svensson"), "Anna|Svensson");
    EXPECT_EQ(name("Anna Maria Svensson"), "Anna Maria|Svensson");
    EXPECT_EQ(name("von der Leyen, Ursula"), "Ursula|von der Leyen");
    EXPECT_EQ(name("Ursula von der Leyen"), "Ursula|von der Leyen");
    EXPECT_EQ(name("Anna-Karin af Geijerstam"), "Anna-Karin|af Geijerstam");
    EXPECT_EQ(name("SVENSSON Anna"), "Anna|SVENSSON");
    EXPECT_EQ(name("Anna SVENSSON LIND"), "Anna|SVENSSON LIND");
    EXPECT_EQ(name("ANNA SVENSSON"), "ANNA|SVENSSON");
    EXPECT_EQ(name("ÅSA Öberg"), "Öberg|ÅSA");
    EXPECT_EQ(name("John Smith Jr."), "John|Smith Jr.");
    EXPECT_EQ(name("Smith, John, Jr."), "John|Smith Jr.");
    EXPECT_EQ(name("John Smith, Jr."), "John|Smith Jr.");
    EXPECT_EQ(name("Al Jones"), "Al|Jones");
    EXPECT_EQ(name("Sukarno"), "Sukarno|");
    EXPECT_EQ(name("Sukarno,"), "|Sukarno");
    EXPECT_EQ(name("O'Neil, Seán"), "Seán|O'Neil");
    EXPECT_EQ(name("a, b, c"), "value.name_commas");
    EXPECT_EQ(name(""), "value.missing");
    EXPECT_EQ(name("#N/A"), "value.error_in_cell");
    EXPECT_EQ(name("#REF!"), "value.error_in_cell");
}

TEST(People, EmployeeNumbersAreText) {
    const auto id = [](std::string_view cell) {
        const auto found = employee_number(cell);
        return found.ok() ? *found : found.error().code;
    };
    EXPECT_EQ(id("00123"), "00123");
    EXPECT_EQ(id(" A-17 "), "A-17");
    EXPECT_EQ(id("'00123"), "00123");
    EXPECT_EQ(id("=\"00123\""), "00123");
    EXPECT_EQ(id("123.0"), "123");
    EXPECT_EQ(id("1.5"), "1.5");
    EXPECT_EQ(id("12E5"), "12E5"); // nobody's spreadsheet writes 12E5 for a number
    EXPECT_EQ(id("1.23457E+11"), "value.number_lost_digits");
    EXPECT_EQ(id("1,23457E+11"), "value.number_lost_digits");
    EXPECT_EQ(id("=A1"), "value.formula");
    EXPECT_EQ(id("#VALUE!"), "value.error_in_cell");
    EXPECT_EQ(id("#42"), "#42");
    EXPECT_EQ(id("a\tb"), "value.id_control");
    EXPECT_EQ(id(std::string(65, '1')), "value.id_too_long");
    EXPECT_EQ(id("  "), "value.missing");
}

} // namespace
} // namespace kunna::tabular
