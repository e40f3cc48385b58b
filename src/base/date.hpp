// Days and instants. A Date is a calendar day; an Instant a moment in UTC, in milliseconds.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kunna {

// A calendar day of the proleptic Gregorian calendar, 0001-01-01 to 9999-12-31.
class Date {
public:
    constexpr Date() = default;
    constexpr explicit Date(std::chrono::sys_days days) :
        days_(static_cast<std::int32_t>(days.time_since_epoch().count())) {}
    static constexpr Date from_days(std::int32_t since_1970) {
        Date d;
        d.days_ = since_1970;
        return d;
    }
    // Nothing when there is no such day (2026-02-30).
    static std::optional<Date> of(int year, unsigned month, unsigned day);
    // Reads exactly YYYY-MM-DD.
    static std::optional<Date> parse(std::string_view iso);

    [[nodiscard]] constexpr std::int32_t days() const { return days_; }
    [[nodiscard]] constexpr std::chrono::year_month_day civil() const {
        return std::chrono::sys_days{std::chrono::days{days_}};
    }
    [[nodiscard]] std::string iso() const;

    constexpr Date operator+(int days) const { return from_days(days_ + days); }
    constexpr Date operator-(int days) const { return from_days(days_ - days); }
    constexpr int operator-(Date other) const { return days_ - other.days_; }
    constexpr auto operator<=>(const Date&) const = default;

private:
    std::int32_t days_ = 0;
};

// The same day n months later or earlier; the last of the month when that day does not exist.
Date add_months(Date from, int months);

struct Instant {
    std::int64_t ms = 0; // since 1970-01-01T00:00:00Z

    constexpr auto operator<=>(const Instant&) const = default;
    constexpr Instant operator+(std::chrono::milliseconds d) const { return {ms + d.count()}; }
    constexpr std::chrono::milliseconds operator-(Instant other) const {
        return std::chrono::milliseconds{ms - other.ms};
    }
    // RFC 3339 in UTC: 2026-11-21T20:49:00.123Z
    [[nodiscard]] std::string rfc3339() const;
    static std::optional<Instant> parse(std::string_view rfc3339);
    [[nodiscard]] Date utc_day() const;
};

// Time is an argument: whoever needs "now" is handed a Clock, so a test can set it.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    // The day it is where the organisation is (the process's time zone).
    [[nodiscard]] virtual Date today() const = 0;
};

const Clock& system_clock();

} // namespace kunna
