// Tiny planning problems, drawn at random, and their best plan by going through all there are.
#pragma once

#include "planning/problem.hpp"

#include <algorithm>
#include <optional>
#include <random>

namespace kunna::planning {

struct Tiny {
    Problem problem;

    explicit Tiny(unsigned seed, bool with_locks = false) : random_(seed) {
        problem.periods = static_cast<std::uint8_t>(between(1, 2));
        problem.choices = static_cast<std::uint8_t>(between(1, 3));
        if (chance(70)) problem.budget = between(0, 60);
        for (int n = between(1, 4); n > 0; --n)
            problem.needs.push_back({between(1, 9), chance(40) ? between(20'000, 250'000) : unlimited});
        for (int o = between(2, 5); o > 0; --o) {
            Option option;
            option.activity = static_cast<std::uint32_t>(between(0, 4));
            option.period = static_cast<std::uint8_t>(between(0, problem.periods - 1));
            option.minutes = static_cast<std::uint32_t>(between(0, 40));
            option.cost = between(0, 25);
            if (chance(60)) option.seats = between(0, 2);
            if (chance(30)) option.session_cost = between(1, 20);
            problem.options.push_back(option);
        }
        for (int u = between(1, 3); u > 0; --u) {
            Unit unit;
            const auto before = static_cast<int>(problem.units.size());
            if (before > 0 && chance(70)) unit.parent = static_cast<std::uint32_t>(between(0, before - 1));
            if (chance(30)) unit.budget = between(0, 40);
            if (chance(50))
                for (int q = 0; q < problem.periods; ++q) unit.away.push_back(chance(20) ? unlimited : between(0, 80));
            problem.units.push_back(unit);
        }
        std::vector<std::uint32_t> units;
        for (int p = between(1, 4); p > 0; --p)
            units.push_back(static_cast<std::uint32_t>(between(0, static_cast<int>(problem.units.size()) - 1)));
        std::ranges::sort(units);
        for (const std::uint32_t unit : units) problem.add(someone(unit, with_locks && chance(30)));
    }

    // The most that any plan reaches; nothing when locks leave no plan at all.
    [[nodiscard]] std::optional<Value> best() const {
        std::vector<Bundle> chosen(problem.people());
        std::optional<Value> best;
        choose_for(0, chosen, best);
        return best;
    }

    [[nodiscard]] std::vector<Bundle> bundles_of(std::size_t p) const {
        std::vector<Bundle> all;
        const std::size_t count = problem.candidates(p).size();
        for (unsigned set = 0; set < (1U << count); ++set) {
            Bundle bundle;
            for (std::uint16_t j = 0; j < count; ++j)
                if (set >> j & 1U) {
                    if (bundle.count == Problem::most_choices) break;
                    bundle.chosen[bundle.count++] = j;
                }
            if (allowed(problem, p, bundle)) all.push_back(bundle);
        }
        return all;
    }

private:
    int between(int least, int most) { return std::uniform_int_distribution<int>{least, most}(random_); }
    bool chance(int percent) { return between(1, 100) <= percent; }

    NewPerson someone(std::uint32_t unit, bool locked) {
        NewPerson person;
        person.unit = unit;
        person.minutes = static_cast<std::uint32_t>(between(20, 90));
        if (problem.periods > 1 && chance(50)) person.minutes_a_period = static_cast<std::uint32_t>(between(20, 60));
        for (int t = between(1, 5); t > 0; --t)
            person.targets.push_back(
                {static_cast<std::uint32_t>(between(0, static_cast<int>(problem.needs.size()) - 1)),
                 static_cast<std::uint16_t>(between(1, 1000))});
        const int targets = static_cast<int>(person.targets.size());
        for (int c = between(1, 4); c > 0; --c) {
            NewCandidate candidate;
            candidate.option = static_cast<std::uint32_t>(between(0, static_cast<int>(problem.options.size()) - 1));
            if (chance(20)) candidate.bonus = between(1, 100'000);
            for (int first = between(0, targets - 1); first < targets;) {
                const int count = between(1, targets - first);
                candidate.covers.push_back({static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(count),
                                            static_cast<std::uint8_t>(between(1, 100))});
                first += count + between(1, 3);
            }
            person.candidates.push_back(candidate);
        }
        const auto count = static_cast<int>(person.candidates.size());
        for (NewCandidate& candidate : person.candidates)
            if (chance(25)) candidate.after.push_back({static_cast<std::uint16_t>(between(0, count - 1))});
        if (locked) person.locks.push_back({static_cast<std::uint16_t>(between(0, count - 1))});
        return person;
    }

    void choose_for(std::size_t p, std::vector<Bundle>& chosen, std::optional<Value>& best) const {
        if (p == problem.people()) {
            if (const auto value = value_of_all(chosen); value && (!best || *value > *best)) best = value;
            return;
        }
        for (const Bundle& bundle : bundles_of(p)) {
            chosen[p] = bundle;
            choose_for(p + 1, chosen, best);
        }
    }

    // Nothing when a limit that people share is overrun.
    [[nodiscard]] std::optional<Value> value_of_all(const std::vector<Bundle>& chosen) const {
        Use use{problem};
        for (std::size_t p = 0; p < chosen.size(); ++p) use.add(problem, p, chosen[p]);
        use.roll_up(problem);
        bool within = spent(problem, use) <= problem.budget;
        for (std::size_t u = 0; u < problem.units.size(); ++u) {
            within = within && use.unit_money[u] <= problem.units[u].budget;
            for (std::size_t q = 0; q < problem.units[u].away.size(); ++q)
                within = within && use.away[u * problem.periods + q] <= problem.units[u].away[q];
        }
        for (std::size_t o = 0; o < problem.options.size(); ++o)
            within = within && use.seats[o] <= problem.options[o].seats;
        return within ? std::optional{value_of(problem, use)} : std::nullopt;
    }

    std::mt19937 random_;
};

} // namespace kunna::planning
