// Refresh.
#include "engine/refresh.hpp"

namespace kunna::engine {

std::optional<Date> sure_until(std::span<const Evidence> statements, SkillKind kind, const Settings& settings,
                               const Recency& recency, Date on, Date until) {
    const std::uint16_t today = Evidence::number_of(on);
    // Canonical order is by day: what is known on the day comes first.
    const auto known =
        static_cast<std::size_t>(std::partition_point(statements.begin(), statements.end(),
                                                      [&](const Evidence& e) { return e.day_number <= today; }) -
                                 statements.begin());
    if (known == 0) return std::nullopt;
    const auto said = statements.first(known);
    const auto sure = [&](Date day) { return fuse(said, kind, settings, recency, day).sure(settings); };
    Date last = said.back().day();
    if (!sure(last)) return std::nullopt;
    if (until <= last || sure(until)) return until;
    Date first_not = until;
    while (first_not - last > 1) {
        const Date between = last + (first_not - last) / 2;
        (sure(between) ? last : first_not) = between;
    }
    return last;
}

} // namespace kunna::engine
