// Hazards.
#include "scenarios/hazards.hpp"

#include "scenarios/queries.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <cmath>

namespace kunna::scenarios {

namespace {

constexpr int months_back = 36;
constexpr double days_a_month = 365.2425 / 12;
constexpr double tail = 0.025;
// What is known of leaving before anybody has: one leaver in a hundred months.
constexpr double known_leavers = 1;
constexpr double known_months = 100;
constexpr double leavers_of_prior = 10;

struct Seen {
    std::int64_t leavers = 0;
    double days = 0;

    [[nodiscard]] double months() const { return days / days_a_month; }
};

// A rate a month as the chance of leaving within one.
double chance(double rate) {
    return 1 - std::exp(-rate);
}

double gamma_quantile(double shape, double share, double months) {
    return boost::math::quantile(boost::math::gamma_distribution<>{shape, 1}, share) / months;
}

// Days in [from, to] of a window.
double days_within(Date from, Date to, Date begin, Date end) {
    return std::max(0, std::min(to, end) - std::max(from, begin) + 1);
}

Date year_after(Date hired) {
    return add_months(hired, 12);
}

Hazard whole_hazard(const Seen& seen) {
    Hazard told{.leavers = seen.leavers, .months = seen.months(), .few = seen.leavers < few_leavers};
    const auto [low, high] = poisson_interval(told.leavers, told.months);
    told.low = chance(low);
    told.high = chance(high);
    const auto leavers = static_cast<double>(told.leavers);
    told.hazard =
        told.few ? chance((leavers + known_leavers) / (told.months + known_months)) : chance(leavers / told.months);
    if (told.few) {
        told.low = std::min(told.low, told.hazard);
        told.high = std::max(told.high, told.hazard);
    }
    return told;
}

Hazard role_hazard(const Seen& seen, const Hazard& company) {
    Hazard told{.leavers = seen.leavers, .months = seen.months(), .few = seen.leavers < few_leavers};
    const double prior = leavers_of_prior / -std::log1p(-company.hazard);
    const double shape = static_cast<double>(seen.leavers) + leavers_of_prior;
    told.hazard = chance(shape / (told.months + prior));
    told.low = chance(gamma_quantile(shape, tail, told.months + prior));
    told.high = chance(gamma_quantile(shape, 1 - tail, told.months + prior));
    // What is not known of the company is not known of its roles.
    if (company.few) {
        told.low = std::min(told.low, company.low);
        told.high = std::max(told.high, company.high);
    }
    return told;
}

FirstYear first_year(const Seen& first, const Seen& later) {
    FirstYear told{.leavers = first.leavers, .few = first.leavers < few_leavers / 2 || later.leavers < few_leavers / 2};
    const std::int64_t all = first.leavers + later.leavers;
    if (all == 0 || first.days <= 0 || later.days <= 0) {
        told.high = 10;
        return told;
    }
    // Of all leavers, the share in the first year is f e / (f e + 1) with e the ratio of the months at risk.
    using boost::math::binomial_distribution;
    const double ratio = first.days / later.days;
    const auto factor = [&](double share) { return share >= 1 ? 10.0 : std::min(10.0, share / (1 - share) / ratio); };
    const auto n = static_cast<double>(all);
    const auto k = static_cast<double>(first.leavers);
    told.low = k == 0 ? 0 : factor(binomial_distribution<>::find_lower_bound_on_p(n, k, tail));
    told.high = k == n ? 10 : factor(binomial_distribution<>::find_upper_bound_on_p(n, k, tail));
    // One leaver each way as prior knowledge that the first year is like the others, when there are few.
    const double extra = told.few ? 2 : 0;
    told.factor = factor((k + extra * ratio / (1 + ratio)) / (n + extra));
    return told;
}

} // namespace

std::pair<double, double> poisson_interval(std::int64_t events, double months) {
    if (months <= 0) return {0, 1};
    const auto n = static_cast<double>(events);
    return {events == 0 ? 0 : gamma_quantile(n, tail, months), gamma_quantile(n + 1, 1 - tail, months)};
}

double Hazards::of(RoleId role) const {
    const auto found = by_role.find(role.value);
    return found == by_role.end() ? later.hazard : found->second.hazard;
}

Hazards estimate(const std::vector<Employment>& people, const std::vector<RoleHeld>& roles, Date today) {
    std::optional<Date> first_left;
    for (const Employment& one : people)
        if (one.left_on && *one.left_on < today && (!first_left || *one.left_on < *first_left))
            first_left = one.left_on;
    Hazards told;
    told.to = today - 1;
    told.from = std::max(add_months(today, -months_back), first_left ? *first_left + 1 : add_months(today, -12));
    Seen first;
    Seen later;
    std::map<std::int64_t, Seen> by_role;
    auto held = roles.begin();
    for (const Employment& one : people) {
        const Date last = one.left_on.value_or(told.to);
        const Date turn = year_after(one.hired);
        first.days += days_within(one.hired, std::min(last, turn - 1), told.from, told.to);
        later.days += days_within(turn, last, told.from, told.to);
        const bool left = one.left_on && told.from <= *one.left_on && *one.left_on <= told.to;
        if (left) ++(*one.left_on < turn ? first : later).leavers;
        while (held != roles.end() && held->person < one.person) ++held;
        std::optional<RoleId> last_role;
        for (; held != roles.end() && held->person == one.person; ++held) {
            const Date until = std::min(last, held->valid_to.value_or(last));
            by_role[held->role.value].days += days_within(std::max(turn, held->valid_from), until, told.from, told.to);
            if (until == last) last_role = held->role;
        }
        if (left && last_role && *one.left_on >= turn) ++by_role[last_role->value].leavers;
    }
    told.later = whole_hazard(later);
    told.first_year = first_year(first, later);
    for (const auto& [role, seen] : by_role) told.by_role[role] = role_hazard(seen, told.later);
    return told;
}

std::vector<Employment> employments(db::Tx& tx) {
    std::vector<Employment> people;
    tx.run(queries::employments, {}, [&](const db::Row& row) {
        people.push_back({PersonId{row.integer(0)}, db::from_column<Date>(row, 1),
                          db::from_column<std::optional<Date>>(row, 2),
                          db::from_column<std::optional<std::int32_t>>(row, 3)});
    });
    return people;
}

Hazards hazards(db::Tx& tx, const std::vector<Employment>& people) {
    std::vector<RoleHeld> roles;
    tx.run(queries::roles_held, {}, [&](const db::Row& row) {
        roles.push_back({PersonId{row.integer(0)}, RoleId{row.integer(1)}, db::from_column<Date>(row, 2),
                         db::from_column<std::optional<Date>>(row, 3)});
    });
    return estimate(people, roles, tx.today());
}

} // namespace kunna::scenarios
