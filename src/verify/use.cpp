// What the choices of a certificate use and reach, and whether that is within the limits.
#include "verify/use.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace kunna::verify {

namespace {

// Of one thing a million still add up; of a limit a double still holds it exactly.
constexpr std::int64_t highest = 1'000'000'000'000;
constexpr std::int64_t highest_limit = std::int64_t{1} << 53;
constexpr std::int64_t highest_weight = 1'000'000;

constexpr std::size_t most_candidates = 65'534;
constexpr int most_choices = 8; // of a person; more could not be gone through

bool sensible(std::int64_t number) {
    return number >= 0 && number <= highest;
}
bool sensible(const std::optional<std::int64_t>& limit) {
    return !limit || (*limit >= 0 && *limit <= highest_limit);
}

Error malformed(std::string where) {
    return refuse_field(std::move(where), "verify.malformed");
}

Result<void> check_person(const PlanFile& plan, std::size_t p) {
    const PersonRow& person = plan.people[p];
    const auto place = [&](std::string_view list, std::size_t i) {
        return fmt::format("/people/{}/{}/{}", p, list, i);
    };
    const auto inside = [](const auto& places, std::size_t count) {
        return std::ranges::all_of(places, [&](std::size_t one) { return one < count; });
    };
    if (person.candidates.size() > most_candidates) return malformed(fmt::format("/people/{}/candidates", p));
    if (person.unit >= plan.units.size()) return malformed(fmt::format("/people/{}/unit", p));
    for (std::size_t t = 0; t < person.targets.size(); ++t)
        if (person.targets[t].need >= plan.needs.size() || person.targets[t].missing < 1 ||
            person.targets[t].missing > 1000)
            return malformed(place("targets", t));
    for (std::size_t j = 0; j < person.candidates.size(); ++j) {
        const CandidateRow& candidate = person.candidates[j];
        std::set<std::size_t> covered;
        bool fine = candidate.option < plan.options.size() && candidate.bonus >= -highest && candidate.bonus <= highest;
        for (const CoverRow& cover : candidate.covers) {
            fine = fine && cover.chance >= 1 && cover.chance <= 100;
            for (std::size_t t = cover.first; t < std::size_t{cover.first} + cover.count; ++t)
                fine = fine && t < person.targets.size() && covered.insert(t).second;
        }
        if (!fine) return malformed(place("candidates", j));
    }
    for (std::size_t c = 0; c < person.clauses.size(); ++c) {
        const ClauseRow& clause = person.clauses[c];
        if ((clause.of && *clause.of >= person.candidates.size()) || !inside(clause.any, person.candidates.size()))
            return malformed(place("clauses", c));
    }
    const std::set<std::uint16_t> once{person.chosen.begin(), person.chosen.end()};
    if (once.size() != person.chosen.size() || !inside(person.chosen, person.candidates.size()))
        return malformed(fmt::format("/people/{}/chosen", p));
    return {};
}

Result<void> check_own_limits(const PlanFile& plan, std::size_t p) {
    const PersonRow& person = plan.people[p];
    const auto broken = [&](std::string code) {
        return refuse_field(fmt::format("/people/{}/chosen", p), std::move(code), {{"name", person.name}});
    };
    std::set<std::uint32_t> activities;
    std::map<std::uint8_t, std::uint64_t> periods;
    std::uint64_t minutes = 0;
    for (const std::uint16_t j : person.chosen) {
        const OptionRow& option = plan.options[person.candidates[j].option];
        if (!activities.insert(option.activity).second) return broken("verify.activity_twice");
        minutes += option.minutes;
        periods[option.period] += option.minutes;
    }
    if (person.chosen.size() > plan.choices) return broken("verify.too_many_choices");
    if (minutes > person.minutes) return broken("verify.own_time");
    for (const auto& [period, used] : periods)
        if (used > person.minutes_a_period) return broken("verify.own_time");
    const auto chosen = [&](std::uint16_t j) { return std::ranges::find(person.chosen, j) != person.chosen.end(); };
    for (const ClauseRow& clause : person.clauses)
        if ((!clause.of || chosen(*clause.of)) && std::ranges::none_of(clause.any, chosen))
            return broken(clause.of ? "verify.prerequisite" : "verify.lock");
    return {};
}

} // namespace

Result<void> check_shape(const PlanFile& plan) {
    if (plan.periods < 1) return malformed("/periods");
    if (plan.choices < 1 || plan.choices > most_choices) return malformed("/choices");
    if (!sensible(plan.budget)) return malformed("/budget");
    for (std::size_t n = 0; n < plan.needs.size(); ++n)
        if (plan.needs[n].weight < 0 || plan.needs[n].weight > highest_weight || !sensible(plan.needs[n].most))
            return malformed(fmt::format("/needs/{}", n));
    for (std::size_t o = 0; o < plan.options.size(); ++o) {
        const OptionRow& it = plan.options[o];
        if (it.period >= plan.periods || !sensible(it.cost) || !sensible(it.session_cost) || !sensible(it.seats))
            return malformed(fmt::format("/options/{}", o));
    }
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const UnitRow& it = plan.units[u];
        // A parent stands before its units, so that there are no circles.
        if ((it.parent && *it.parent >= u) || !sensible(it.budget) || it.away.size() != it.away_prices.size() ||
            (!it.away.empty() && it.away.size() != plan.periods) ||
            !std::ranges::all_of(it.away, [](const auto& limit) { return sensible(limit); }))
            return malformed(fmt::format("/units/{}", u));
    }
    for (std::size_t p = 0; p < plan.people.size(); ++p) TRY(check_person(plan, p));
    return {};
}

Used use_of(const PlanFile& plan) {
    Used used;
    used.unit_money.resize(plan.units.size());
    used.away.assign(plan.units.size(), std::vector<std::int64_t>(plan.periods));
    used.seats.resize(plan.options.size());
    std::vector<std::int64_t> credit(plan.needs.size());
    for (const PersonRow& person : plan.people) {
        std::vector<int> reached(person.targets.size());
        for (const std::uint16_t j : person.chosen) {
            const CandidateRow& candidate = person.candidates[j];
            const OptionRow& option = plan.options[candidate.option];
            used.money += option.cost + (used.seats[candidate.option]++ == 0 ? option.session_cost : 0);
            used.value += candidate.bonus;
            ++used.chosen;
            for (std::optional<std::uint32_t> u = person.unit; u; u = plan.units[*u].parent) {
                used.unit_money[*u] += option.cost;
                used.away[*u][option.period] += option.minutes;
            }
            for (const CoverRow& cover : candidate.covers)
                for (std::size_t t = cover.first; t < std::size_t{cover.first} + cover.count; ++t)
                    reached[t] = std::max<int>(reached[t], cover.chance);
        }
        for (std::size_t t = 0; t < reached.size(); ++t)
            credit[person.targets[t].need] += std::int64_t{reached[t]} * person.targets[t].missing;
    }
    for (std::size_t n = 0; n < plan.needs.size(); ++n)
        used.value += plan.needs[n].weight * std::min(credit[n], plan.needs[n].most.value_or(credit[n]));
    return used;
}

Result<void> check_limits(const PlanFile& plan, const Used& used) {
    for (std::size_t p = 0; p < plan.people.size(); ++p) TRY(check_own_limits(plan, p));
    const auto within = [](std::string where, std::string code, std::int64_t use,
                           const std::optional<std::int64_t>& limit, const std::string& name) -> Result<void> {
        if (!limit || use <= *limit) return {};
        return refuse_field(std::move(where), std::move(code),
                            {{"name", name}, {"used", fmt::to_string(use)}, {"limit", fmt::to_string(*limit)}});
    };
    TRY(within("/budget", "verify.budget", used.money, plan.budget, ""));
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const UnitRow& unit = plan.units[u];
        TRY(within(fmt::format("/units/{}/budget", u), "verify.unit_budget", used.unit_money[u], unit.budget,
                   unit.name));
        for (std::size_t q = 0; q < unit.away.size(); ++q)
            TRY(within(fmt::format("/units/{}/away/{}", u, q), "verify.unit_away", used.away[u][q], unit.away[q],
                       unit.name));
    }
    for (std::size_t o = 0; o < plan.options.size(); ++o)
        TRY(within(fmt::format("/options/{}/seats", o), "verify.seats", used.seats[o], plan.options[o].seats,
                   plan.options[o].name));
    return {};
}

} // namespace kunna::verify
