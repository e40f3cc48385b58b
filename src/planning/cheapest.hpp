// The two cheapest roles of one person at given prices: where an auction spends its time. Versions for what the
// processor has, with equal results.
#pragma once

#include "planning/cost_table.hpp"

#include <cstddef>

namespace kunna::planning {

// In parts of a cost. `role`: the first of the cheapest.
struct Cheapest {
    std::int32_t first = 0;
    std::int32_t second = 0;
    std::uint32_t role = 0;

    bool operator==(const Cheapest&) const = default;
};

// Over `width` roles, a multiple of CostTable::width_of.
using FindCheapest = Cheapest (*)(const Cost* cost, const std::int32_t* price, std::size_t width);

std::vector<FindCheapest> all_find_cheapest(); // the plain one first, the best last
FindCheapest find_cheapest();

} // namespace kunna::planning
