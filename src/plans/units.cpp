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
    std::vector<std::int64_t> chosen;
    for (const Sum& sum : sums) chosen.push_back(static_cast<std::int64_t>(sum.people.size()));
    const std::vector<bool> shown = told_units(units, heads, chosen, given.workforce.suppress_rule().fewest);
    std::vector<UnitPlanned> all;
    for (engine::UnitIndex u = 0; u < units.size(); ++u) {
        const insights::UnitName& name = given.workforce.names().units[u];
        UnitPlanned told{
            .unit = name.id, .name = name.name, .depth = static_cast<std::int32_t>(units.depth(u)), .few = !shown[u]};
        const auto budget = std::find_if(given.frame.unit_budgets.begin(), given.frame.unit_budgets.end(),
                                         [&](const UnitBudget& one) { return one.unit == name.id; });
        if (budget != given.frame.unit_budgets.end()) told.budget = budget->amount;
        if (!told.few) {
            told.people = chosen[u];
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

std::vector<bool> told_units(const engine::Units& units, const std::vector<std::int64_t>& heads,
                             const std::vector<std::int64_t>& chosen, std::int64_t fewest) {
    const auto few = [&](std::int64_t people) { return people > 0 && people < fewest; };
    std::vector<bool> told(units.size());
    for (engine::UnitIndex u = 0; u < units.size(); ++u) {
        const engine::UnitIndex above = units.parent(u);
        told[u] = heads[u] >= fewest && !few(chosen[u]) && (above == engine::no_index || told[above]);
    }
    // What is left of a unit beside those of its parts that are told must not be few either, of those who work there
    // and of those chosen; else its smallest part that could be told is not.
    for (engine::UnitIndex above = 0; above < units.size(); ++above) {
        std::int64_t left_heads = heads[above];
        std::int64_t left_chosen = chosen[above];
        engine::UnitIndex smallest = engine::no_index;
        for (engine::UnitIndex u = above + 1; u < units.end_of(above); u = units.end_of(u)) {
            if (!told[u]) continue;
            left_heads -= heads[u];
            left_chosen -= chosen[u];
            if (chosen[u] > 0 && (smallest == engine::no_index || chosen[u] < chosen[smallest])) smallest = u;
        }
        if (told[above] && smallest != engine::no_index && (few(left_heads) || few(left_chosen)))
            for (engine::UnitIndex u = smallest; u < units.end_of(smallest); ++u) told[u] = false;
    }
    return told;
}

} // namespace kunna::plans
