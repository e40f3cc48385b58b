// Prices of all that is limited. Any prices at all give a bound: no plan can exceed what everybody would choose if
// they paid them, plus what the limits are worth at them.
#pragma once

#include "planning/problem.hpp"

namespace kunna::planning {

// Value per öre, minute, seat and credit; each at least 0, and a need's at most its weight. Of what is unlimited: 0.
struct Prices {
    double money = 0;
    std::vector<double> unit_money; // of the unit's own budget
    std::vector<double> away;       // unit × periods + period, of the unit's own limit
    std::vector<double> seat;       // by option
    std::vector<double> credit;     // by need

    Prices() = default;
    explicit Prices(const Problem& problem);
    [[nodiscard]] Prices scaled(double by) const;
};

// The same as a person meets them: with the prices of all units above, and by option.
struct Tariff {
    explicit Tariff(const Problem& problem);
    void set(const Problem& problem, const Prices& prices);

    struct Item {
        double cost = 0;
        double minutes = 0;
        double base = 0; // seat, and cost × price of money
        std::uint32_t period = 0;
    };
    std::vector<Item> item;         // by option
    std::vector<double> unit_money; // of the unit and all above
    std::vector<double> away;       // unit × periods + period, likewise
    std::vector<double> worth;      // of a credit, by need: weight − price

    // What the candidate's use costs somebody of the unit.
    [[nodiscard]] double of(std::uint32_t unit, std::uint32_t option, std::size_t periods) const {
        const Item& it = item[option];
        return it.base + it.cost * unit_money[unit] + it.minutes * away[unit * periods + it.period];
    }
};

// What the limits themselves are worth at the prices: the part of the bound that does not depend on who chooses what.
double worth_of_limits(const Problem& problem, const Prices& prices);

} // namespace kunna::planning
