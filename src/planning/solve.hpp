// Solve: a plan that keeps every limit, and a bound that no plan can exceed.
//
// The limits that people share (money, hours away, seats, what a need takes) get prices; at any prices the best that
// everybody could choose for themselves, exactly, plus what the limits are worth, is a bound (Lagrangian relaxation).
// Prices move until demand meets the limits; what people chose on the way is rounded to a plan.
#pragma once

#include "planning/prices.hpp"

#include <functional>

namespace kunna::planning {

struct Effort {
    int threads = 1;
    int passes = 0;                         // over everybody, while prices move; 0: as many as the size calls for
    std::function<void(double)> progress{}; // a share, 0 … 1
    std::function<bool()> cancelled{};      // asked between passes; what there is by then is made into a plan
};

// An earlier plan of nearly the same problem: its prices, and what was chosen in it, by place among the candidates of
// the new problem. What is promised stays where it still fits.
struct Start {
    Prices prices;
    std::vector<Bundle> chosen;
};

struct Solution {
    std::vector<Bundle> chosen{}; // by person
    Value value = 0;
    double bound = 0;
    Prices prices{}; // that prove the bound
    int passes = 0;
    bool cancelled = false;
    // People whose locks cannot be kept together whatever the others do; then nothing else is answered.
    std::vector<std::uint32_t> impossible{};
    // People whose locks found no room within what is shared; the plan leaves them out.
    std::vector<std::uint32_t> unkept{};

    [[nodiscard]] double gap() const {
        return value > 0 ? (bound - static_cast<double>(value)) / static_cast<double>(value) : 0;
    }
};

// Equal for any number of threads.
Solution solve(const Problem& problem, const Effort& effort, const Start* start = nullptr);

} // namespace kunna::planning
