// Ascent: prices under which what everybody would choose just fits the limits, and how often each bundle was chosen on
// the way there.
#pragma once

#include "planning/solve.hpp"

namespace kunna::planning {

// Bundles that a person chose in the last passes, and how often: together they come near the best fractional plan.
struct Habit {
    static constexpr std::size_t most = 6;
    Bundle bundle[most]{};
    std::uint16_t times[most]{};

    void note(const Bundle& chosen);
};

struct Ascended {
    Prices prices; // the best met
    double bound = 0;
    std::vector<Habit> habits;
    std::vector<std::uint32_t> impossible{};
    int passes = 0;
    bool cancelled = false;
};

Ascended ascend(const Problem& problem, const Effort& effort, const Prices* from);

// Everybody's choice at the prices: the bound, the use of the limits, and each choice to `tell` (from any thread).
struct Pass {
    double bound = 0;
    Use use;
    std::vector<std::uint32_t> impossible{};
};
Pass everybody_chooses(const Problem& problem, const Prices& prices, int threads,
                       const std::function<void(std::size_t, const Bundle&)>& tell = {});

} // namespace kunna::planning
