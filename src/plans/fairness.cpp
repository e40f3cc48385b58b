// Fairness.
#include "plans/fairness.hpp"

#include "insights/sums.hpp"
#include "plans/queries.hpp"

#include <array>
#include <cmath>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace kunna::plans {

namespace {

constexpr std::array<std::int32_t, 4> band_begins{0, 30, 45, 60};

constexpr std::size_t nowhere = band_begins.size(); // of whoever's age is not known

struct Trait {
    PersonId id{};
    std::optional<std::int32_t> birth_year{};
    people::Gender gender = people::Gender::unstated;
};
BOOST_DESCRIBE_STRUCT(Trait, (), (id, birth_year, gender))

struct Group {
    std::int64_t people = 0;
    std::int64_t chosen = 0;
    double hours = 0;

    // hours: planned for the person; nothing when nothing is.
    void add(std::optional<double> planned) {
        ++people;
        if (!planned) return;
        ++chosen;
        hours += *planned;
    }
};

std::size_t band_of(std::optional<std::int32_t> birth_year, Date today) {
    if (!birth_year) return nowhere;
    const int age = static_cast<int>(today.civil().year()) - *birth_year;
    std::size_t band = band_begins.size() - 1;
    while (band > 0 && age < band_begins[band]) --band;
    return band;
}

SelectionRate rate_of(const Group& group, bool shown) {
    if (!shown || group.people == 0) return {.few = true};
    const Interval interval = wilson(group.chosen, group.people);
    const auto people = static_cast<double>(group.people);
    return {.people = group.people,
            .rate = insights::rounded(static_cast<double>(group.chosen) / people),
            .low = insights::rounded(interval.low),
            .high = insights::rounded(interval.high),
            .hours = insights::rounded(group.hours / people)};
}

// Two solutions beside each other would tell of whomever the one leaves out.
bool for_everybody(const Frame& frame) {
    return frame.units.empty() && frame.unit_budgets.empty() &&
           std::none_of(frame.locks.begin(), frame.locks.end(),
                        [](const PlanLock& lock) { return lock.person || lock.unit; });
}

std::vector<bool> shown_of(std::span<const Group> groups, const insights::Workforce& workforce) {
    std::vector<std::int64_t> people;
    for (const Group& group : groups) people.push_back(group.people);
    return engine::tellable(people, workforce.suppress_rule().fewest);
}

std::vector<AgeBandRate> told_ages(std::span<const Group> bands, const insights::Workforce& workforce) {
    const std::vector<bool> shown = shown_of(bands, workforce);
    std::vector<AgeBandRate> told;
    for (std::size_t b = 0; b < nowhere; ++b) {
        AgeBandRate one{rate_of(bands[b], shown[b]), band_begins[b], {}};
        if (b + 1 < nowhere) one.to = band_begins[b + 1] - 1;
        told.push_back(one);
    }
    return told;
}

std::vector<GenderRate> told_genders(std::span<const Group> groups, const insights::Workforce& workforce) {
    const std::vector<bool> shown = shown_of(groups, workforce);
    std::vector<GenderRate> told;
    bool any = false;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto gender = static_cast<people::Gender>(g);
        told.push_back({rate_of(groups[g], shown[g]), gender});
        any = any || (gender != people::Gender::unstated && !told.back().few);
    }
    // Nobody and few are told alike: a row that is there only when somebody is would say of whom.
    return any ? told : std::vector<GenderRate>{};
}

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

SelectionRates selection_rates(db::Tx& tx, const insights::Workforce& workforce, const Gaps& gaps,
                               const std::vector<Item>& items, const Frame& frame) {
    if (!for_everybody(frame)) return {};
    std::unordered_map<engine::PersonIndex, double> hours;
    for (const Item& item : items) hours[item.person] += item.minutes / minutes_an_hour;
    const std::unordered_set<engine::PersonIndex> learning{gaps.people.begin(), gaps.people.end()};
    std::array<Group, band_begins.size() + 1> bands{};
    std::array<Group, static_cast<std::size_t>(people::Gender::other) + 1> genders{};
    tx.each<Trait>(queries::traits, {}, [&](const Trait& trait) {
        const auto who = workforce.find(trait.id);
        if (!who || !learning.contains(*who)) return;
        const auto planned = hours.find(*who);
        const auto own = planned == hours.end() ? std::nullopt : std::optional{planned->second};
        bands[band_of(trait.birth_year, workforce.day())].add(own);
        genders[static_cast<std::size_t>(trait.gender)].add(own);
    });
    return {told_ages(bands, workforce), told_genders(genders, workforce)};
}

} // namespace kunna::plans
