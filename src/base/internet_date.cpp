// The date of headers.
#include "base/internet_date.hpp"

#include <array>
#include <fmt/format.h>

namespace kunna {

std::string internet_date(Instant instant, std::string_view zone) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date day = instant.utc_day();
    const auto civil = day.civil();
    const auto second = (instant.ms - std::int64_t{day.days()} * 86'400'000) / 1000;
    const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day.days()}}};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} {}", days[weekday.c_encoding()],
                       static_cast<unsigned>(civil.day()), months[static_cast<unsigned>(civil.month()) - 1],
                       static_cast<int>(civil.year()), second / 3600, second / 60 % 60, second % 60, zone);
}

} // namespace kunna
