// Rounding: a plan that keeps every limit, out of what people chose on the way to the prices.
#pragma once

#include "planning/ascent.hpp"

namespace kunna::planning {

struct Rounded {
    std::vector<Bundle> chosen; // by person
    Value value = 0;
    std::vector<std::uint32_t> unkept{}; // people whose locks found no room
};

// `before`: what was promised, by person; empty when nothing was.
Rounded round_off(const Problem& problem, const Prices& prices, std::span<const Habit> habits,
                  std::span<const Bundle> before);

} // namespace kunna::planning
