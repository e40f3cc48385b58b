// Lattice: the distribution of a sum of independent counts, each in steps of its own, by whole units.
#pragma once

#include <cstdint>
#include <vector>

namespace kunna::engine {

class Lattice {
public:
    // `count` who each add `step` with the same chance.
    void add(int step, std::uint32_t count, double chance);
    // Who add `step` and come as a Poisson count.
    void add_arrivals(int step, double mean);

    [[nodiscard]] double at_least(int units) const;
    // The mean of what is lacking to so many.
    [[nodiscard]] double lacking(int units) const;

private:
    // Adds a count whose chances begin at `from`.
    void mix(int step, int from, const std::vector<double>& chances);

    int first_ = 0;
    std::vector<double> chance_{1}; // of first_, first_ + 1, …; tails that weigh nothing are cut
};

} // namespace kunna::engine
