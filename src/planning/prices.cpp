// Prices of all that is limited.
#include "planning/prices.hpp"

#include <algorithm>

namespace kunna::planning {

Prices::Prices(const Problem& problem) :
    unit_money(problem.units.size()), away(problem.units.size() * problem.periods), seat(problem.options.size()),
    credit(problem.needs.size()) {}

Prices Prices::scaled(double by) const {
    Prices scaled = *this;
    scaled.money *= by;
    for (auto* list : {&scaled.unit_money, &scaled.away, &scaled.seat, &scaled.credit})
        for (double& price : *list) price *= by;
    return scaled;
}

Tariff::Tariff(const Problem& problem) :
    item(problem.options.size()), unit_money(problem.units.size()), away(problem.units.size() * problem.periods),
    worth(problem.needs.size()) {}

void Tariff::set(const Problem& problem, const Prices& prices) {
    for (std::size_t o = 0; o < item.size(); ++o) {
        const Option& option = problem.options[o];
        const auto cost = static_cast<double>(option.cost);
        item[o] = {cost, static_cast<double>(option.minutes), prices.seat[o] + cost * prices.money, option.period};
    }
    for (std::size_t u = 0; u < unit_money.size(); ++u) { // parents stand before their units
        const std::uint32_t parent = problem.units[u].parent;
        unit_money[u] = prices.unit_money[u] + (parent == none ? 0 : unit_money[parent]);
        for (std::size_t q = 0; q < problem.periods; ++q)
            away[u * problem.periods + q] =
                prices.away[u * problem.periods + q] + (parent == none ? 0 : away[parent * problem.periods + q]);
    }
    for (std::size_t n = 0; n < worth.size(); ++n)
        worth[n] = std::max(0.0, static_cast<double>(problem.needs[n].weight) - prices.credit[n]);
}

double worth_of_limits(const Problem& problem, const Prices& prices) {
    const auto of = [](double price, std::int64_t limit) { return price > 0 ? price * static_cast<double>(limit) : 0; };
    double worth = of(prices.money, problem.budget);
    for (std::size_t u = 0; u < problem.units.size(); ++u) {
        worth += of(prices.unit_money[u], problem.units[u].budget);
        for (std::size_t q = 0; q < problem.units[u].away.size(); ++q)
            worth += of(prices.away[u * problem.periods + q], problem.units[u].away[q]);
    }
    // A session takes place when its seats bring in more than it costs at the price of money.
    for (std::size_t o = 0; o < problem.options.size(); ++o)
        worth += std::max(0.0, of(prices.seat[o], problem.options[o].seats) -
                                   static_cast<double>(problem.options[o].session_cost) * prices.money);
    for (std::size_t n = 0; n < problem.needs.size(); ++n) worth += of(prices.credit[n], problem.needs[n].most);
    return worth;
}

} // namespace kunna::planning
