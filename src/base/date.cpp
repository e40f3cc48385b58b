// Days and instants: parsing, printing, the system's clock.
#include "base/date.hpp"

#include <charconv>
#include <ctime>
#include <fmt/format.h>

namespace kunna {

namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    }
    [[nodiscard]] Date today() const override {
        const std::time_t seconds = std::time(nullptr);
        std::tm local{};
        localtime_r(&seconds, &local);
        return *Date::of(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                         static_cast<unsigned>(local.tm_mday));
    }
};

} // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999) return std::nullopt;
    const std::chrono::year_month_day civil{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!civil.ok()) return std::nullopt;
    return Date{std::chrono::sys_days{civil}};
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = digits(iso, 0, 4);
    const auto month = digits(iso, 5, 2);
    const auto day = digits(iso, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string Date::iso() const {
    const auto c = civil();
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(c.year()), static_cast<unsigned>(c.month()),
                       static_cast<unsigned>(c.day()));
}

Date add_months(Date from, int months) {
    const auto c = from.civil();
    const std::chrono::year_month ym = std::chrono::year_month{c.year(), c.month()} + std::chrono::months{months};
    const auto last = std::chrono::year_month_day_last{ym.year(), std::chrono::month_day_last{ym.month()}};
    const auto day = std::min(c.day(), last.day());
    return Date{std::chrono::sys_days{std::chrono::year_month_day{ym.year(), ym.month(), day}}};
}

std::string Instant::rfc3339() const {
    const Date day = utc_day();
    const std::int64_t rest = ms - std::int64_t{day.days()} * 86'400'000;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", day.iso(), rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60,
                       rest % 1000);
}

std::optional<Instant> Instant::parse(std::string_view text) {
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z')
        return std::nullopt;
    const auto day = Date::parse(text.substr(0, 10));
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    std::int64_t milli = 0;
    if (text.size() > 20) {
        if (text[19] != '.' || text.size() != 24) return std::nullopt;
        const auto fraction = digits(text, 20, 3);
        if (!fraction) return std::nullopt;
        milli = *fraction;
    }
    return Instant{std::int64_t{day->days()} * 86'400'000 + *hour * 3'600'000LL + *minute * 60'000LL +
                   *second * 1000LL + milli};
}

Date Instant::utc_day() const {
    const std::int64_t day = ms / 86'400'000 - (ms % 86'400'000 < 0 ? 1 : 0);
    return Date::from_days(static_cast<std::int32_t>(day));
}

const Clock& system_clock() {
    static const SystemClock clock;
    return clock;
}

} // namespace kunna
