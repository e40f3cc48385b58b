// Solve: a plan that keeps every limit, and a bound that no plan can exceed.
#include "planning/solve.hpp"

#include "planning/ascent.hpp"
#include "planning/round.hpp"

namespace kunna::planning {

Solution solve(const Problem& problem, const Effort& effort, const Start* start) {
    Ascended ascended = ascend(problem, effort, start ? &start->prices : nullptr);
    Solution solution{.bound = ascended.bound,
                      .prices = std::move(ascended.prices),
                      .passes = ascended.passes,
                      .cancelled = ascended.cancelled,
                      .impossible = std::move(ascended.impossible)};
    if (!solution.impossible.empty()) return solution;
    Rounded rounded =
        round_off(problem, solution.prices, ascended.habits, start ? start->chosen : std::vector<Bundle>{});
    solution.chosen = std::move(rounded.chosen);
    solution.value = rounded.value;
    solution.unkept = std::move(rounded.unkept);
    return solution;
}

} // namespace kunna::planning
