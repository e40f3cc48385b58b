// What a plan gives to each unit.
#include "insights/sums.hpp"
#include "plans/telling.hpp"

#include <algorithm>
#include <set>

namespace kunna::plans {

using insights::rounded;

std::vector<UnitPlanned> units_of(const Given& given, const planning::Problem& problem, const planning::Use& use,
                                  const std::vector<Item>& items) {
    const engine::Snapshot& snapshot = given.workforce.snapshot();
    const engine::Units& units = snapshot.units();
    struct Sum {
        std::set<engine::PersonIndex> people{};
        double hours = 0;
        std::int64_t cost = 0;
    };
    std::vector<Sum> sums(units.size());
    for (const Item& item : items) {
        const learning::ActivityCost& cost = *given.offers.activities()[given.offers.all()[item.offer].activity].cost;
        for (engine::UnitIndex u = snapshot.unit_of(item.person); u != engine::no_index; u = units.parent(u)) {
            sums[u].people.insert(item.person);
            sums[u].hours += item.minutes / minutes_an_hour;
            sums[u].cost += cost.seat;
        }
    }
    const auto& heads = given.workforce.headcounts();
    const std::int64_t fewest = given.workforce.suppress_rule().fewest;
    std::vector<UnitPlanned> all;
    for (engine::UnitIndex u = 0; u < units.size(); ++u) {
        const insights::UnitName& name = given.workforce.names().units[u];
        UnitPlanned told{.unit = name.id,
                         .name = name.name,
                         .depth = static_cast<std::int32_t>(units.depth(u)),
                         .few = few_in(units, heads, fewest, u)};
        const auto budget = std::find_if(given.frame.unit_budgets.begin(), given.frame.unit_budgets.end(),
                                         [&](const UnitBudget& one) { return one.unit == name.id; });
        if (budget != given.frame.unit_budgets.end()) told.budget = budget->amount;
        if (!told.few) {
            told.people = static_cast<std::int64_t>(sums[u].people.size());
            told.hours = rounded(sums[u].hours);
            told.cost = sums[u].cost;
            for (std::size_t q = 0; q < problem.units[u].away.size(); ++q) {
                const auto limit = static_cast<double>(std::max<std::int64_t>(1, problem.units[u].away[q]));
                const double full = static_cast<double>(use.away[u * problem.periods + q]) / limit;
                told.away_percent = std::max(told.away_percent.value_or(0), rounded(full * 100));
            }
        }
        if (heads[u] > 0) all.push_back(std::move(told));
    }
    return all;
}

bool few_in(const engine::Units& units, const std::vector<std::int64_t>& heads, std::int64_t fewest,
            engine::UnitIndex unit) {
    if (heads[unit] < fewest) return true;
    const engine::UnitIndex above = units.parent(unit);
    if (above == engine::no_index) return false;
    if (few_in(units, heads, fewest, above)) return true;
    // What is not told of its siblings, and who is in none of them, must be many together; else the one with the fewest
    // people that could be told is not either.
    std::int64_t untold = heads[above];
    engine::UnitIndex smallest = engine::no_index;
    for (engine::UnitIndex u = above + 1; u < units.end_of(above); u = units.end_of(u)) {
        if (heads[u] < fewest) continue;
        untold -= heads[u];
        if (smallest == engine::no_index || heads[u] < heads[smallest]) smallest = u;
    }
    return untold > 0 && untold < fewest && smallest == unit;
}

} // namespace kunna::plans
