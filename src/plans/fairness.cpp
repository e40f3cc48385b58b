// Fairness.
#include "plans/fairness.hpp"

#include "insights/sums.hpp"
#include "plans/queries.hpp"

#include <array>
#include <cmath>
#include <unordered_map>

namespace kunna::plans {

namespace {

constexpr std::array<std::int32_t, 4> band_begins{0, 30, 45, 60};

struct Band {
    std::int64_t people = 0;
    std::int64_t chosen = 0;
    double hours = 0;
};

} // namespace

Interval wilson(std::int64_t chosen, std::int64_t of) {
    if (of == 0) return {};
    constexpr double z = 1.959964;
    const auto n = static_cast<double>(of);
    const double p = static_cast<double>(chosen) / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::vector<AgeBandRate> rates_by_age(db::Tx& tx, const insights::Workforce& workforce, const Gaps& gaps,
                                      const std::vector<Item>& items) {
    std::unordered_map<engine::PersonIndex, std::size_t> band_of;
    const int year = static_cast<int>(workforce.day().civil().year());
    tx.run(queries::births, {}, [&](const db::Row& row) {
        const auto who = workforce.find(PersonId{row.integer(0)});
        if (!who) return;
        const auto age = year - row.integer(1);
        std::size_t band = band_begins.size() - 1;
        while (band > 0 && age < band_begins[band]) --band;
        band_of[*who] = band;
    });
    std::unordered_map<engine::PersonIndex, double> hours;
    for (const Item& item : items) hours[item.person] += item.minutes / minutes_an_hour;
    std::array<Band, band_begins.size()> bands{};
    for (const engine::PersonIndex who : gaps.people) {
        const auto at = band_of.find(who);
        if (at == band_of.end()) continue;
        Band& band = bands[at->second];
        ++band.people;
        if (const auto planned = hours.find(who); planned != hours.end()) {
            ++band.chosen;
            band.hours += planned->second;
        }
    }
    std::vector<std::int64_t> people;
    for (const Band& band : bands) people.push_back(band.people);
    const std::vector<bool> shown = engine::tellable(people, workforce.suppress_rule().fewest);
    std::vector<AgeBandRate> told;
    for (std::size_t b = 0; b < bands.size(); ++b) {
        AgeBandRate one{.from = band_begins[b]};
        if (b + 1 < bands.size()) one.to = band_begins[b + 1] - 1;
        one.few = !shown[b] || bands[b].people == 0;
        if (!one.few) {
            const Interval interval = wilson(bands[b].chosen, bands[b].people);
            one.people = bands[b].people;
            one.rate = insights::rounded(static_cast<double>(bands[b].chosen) / static_cast<double>(bands[b].people));
            one.low = insights::rounded(interval.low);
            one.high = insights::rounded(interval.high);
            one.hours = insights::rounded(bands[b].hours / static_cast<double>(bands[b].people));
        }
        told.push_back(one);
    }
    return told;
}

} // namespace kunna::plans
