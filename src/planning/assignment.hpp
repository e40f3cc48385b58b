// Assignment: people to roles at least total cost, each role within its places, whoever costs more than staying where
// they are left out; with a bound that no assignment can fall below.
//
// An auction (Bertsekas): whoever is without a role bids for the cheapest one at the present prices, as much more as
// the second cheapest would cost them; a role keeps as many bids as it has places, and its price is the lowest of
// them, or nothing while places are free. Prices only rise, and the last ones prove the bound:
//     Σ over people of min(stay, min over roles of cost + price) − Σ over roles of price × places  ≤  any total cost.
#pragma once

#include "planning/cost_table.hpp"

#include <functional>

namespace kunna::planning {

struct Places {
    std::vector<std::uint32_t> of_role;
    Cost stay = 0; // what leaving a person out counts
    // By person: the role that is settled already, or `anywhere`. Empty: none is.
    static constexpr std::uint32_t anywhere = 0xFFFFFFFF;
    std::vector<std::uint32_t> locks{};
};

struct Assignment {
    static constexpr std::uint32_t left_out = 0xFFFFFFFF;
    static constexpr std::int64_t part = 4096; // a price is in parts of a cost

    std::vector<std::uint32_t> role; // by person
    std::int64_t cost = 0;
    std::int64_t bound = 0;           // in parts
    std::vector<std::int32_t> prices; // by role, in parts
    std::int64_t bids = 0;
    bool cancelled = false; // then only some people have bid, and what there is keeps every limit all the same

    // Costs are whole numbers: closer than one is the least there is.
    [[nodiscard]] bool proven_least() const { return cost * part - bound < part; }
    [[nodiscard]] double gap() const {
        return cost == 0 ? 0 : static_cast<double>(cost * part - bound) / static_cast<double>(cost * part);
    }
};

// Throws std::invalid_argument when a role has no number of places, or more people are locked to it than it has.
// A lock holds even where the table says `barred`; it counts what the table says, at most `stay`.
Assignment assign(const CostTable& costs, const Places& places, const std::function<bool()>& cancelled = {});

} // namespace kunna::planning
