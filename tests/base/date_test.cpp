#include "base/date.hpp"

#include <gtest/gtest.h>

namespace kunna {
namespace {

TEST(Date, RefusesDaysThatDoNotExist) {
    EXPECT_FALSE(Date::parse("2026-02-29"));
    EXPECT_FALSE(Date::parse("2026-13-01"));
    EXPECT_FALSE(Date::parse("26-01-01"));
    EXPECT_FALSE(Date::parse("2026-1-1"));
    EXPECT_TRUE(Date::parse("2024-02-29"));
}

TEST(Date, PrintsTheDayItRead) {
    for (const char* day : {"1969-12-31", "1970-01-01", "2026-11-21", "9999-12-31"})
        EXPECT_EQ(Date::parse(day)->iso(), day);
}

TEST(Date, MonthsLaterStaysInTheMonthWhenTheDayIsMissing) {
    EXPECT_EQ(add_months(*Date::parse("2026-01-31"), 1).iso(), "2026-02-28");
    EXPECT_EQ(add_months(*Date::parse("2026-03-15"), -18).iso(), "2024-09-15");
}

TEST(Instant, ReadsWhatItPrints) {
    const auto at = Instant::parse("2026-11-21T20:49:00.123Z");
    ASSERT_TRUE(at);
    EXPECT_EQ(at->rfc3339(), "2026-11-21T20:49:00.123Z");
    EXPECT_EQ((Instant{-1}).rfc3339(), "1969-12-31T23:59:59.999Z");
    EXPECT_FALSE(Instant::parse("2026-11-21 20:49:00Z"));
    EXPECT_FALSE(Instant::parse("2026-11-21T24:00:00Z"));
}

} // namespace
} // namespace kunna
