// Lattice.
#include "engine/lattice.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::engine {

namespace {

constexpr double weighs_nothing = 1e-13;

// Chances of a count outwards from its mode: ratio(k) is that of k + 1 to that of k.
template <class Ratio>
std::pair<int, std::vector<double>> around(int mode, double at_mode, int most, const Ratio& ratio) {
    std::vector<double> below;
    double chance = at_mode;
    for (int k = mode; k > 0; --k) {
        chance /= ratio(k - 1);
        if (chance < weighs_nothing) break;
        below.push_back(chance);
    }
    std::vector<double> all(below.rbegin(), below.rend());
    all.push_back(at_mode);
    chance = at_mode;
    for (int k = mode; k < most; ++k) {
        chance *= ratio(k);
        if (chance < weighs_nothing) break;
        all.push_back(chance);
    }
    return {mode - static_cast<int>(below.size()), std::move(all)};
}

} // namespace

void Lattice::mix(int step, int from, const std::vector<double>& chances) {
    std::vector<double> made(chance_.size() + (chances.size() - 1) * static_cast<std::size_t>(step), 0);
    for (std::size_t k = 0; k < chances.size(); ++k)
        for (std::size_t i = 0; i < chance_.size(); ++i)
            made[i + k * static_cast<std::size_t>(step)] += chance_[i] * chances[k];
    const auto weighs = [](double chance) { return chance >= weighs_nothing; };
    const auto begin = std::find_if(made.begin(), made.end(), weighs);
    const auto end = std::find_if(made.rbegin(), made.rend(), weighs).base();
    first_ += from * step + static_cast<int>(begin - made.begin());
    chance_.assign(begin, end);
}

void Lattice::add(int step, std::uint32_t count, double chance) {
    const int most = static_cast<int>(count);
    if (chance <= 0 || step == 0) return;
    if (chance >= 1) {
        first_ += most * step;
        return;
    }
    const int mode = std::min(most, static_cast<int>((most + 1) * chance));
    const double odds = chance / (1 - chance);
    const double at_mode = std::exp(std::lgamma(most + 1.0) - std::lgamma(mode + 1.0) - std::lgamma(most - mode + 1.0) +
                                    mode * std::log(chance) + (most - mode) * std::log1p(-chance));
    const auto [from, chances] = around(mode, at_mode, most, [&](int k) { return odds * (most - k) / (k + 1); });
    mix(step, from, chances);
}

void Lattice::add_arrivals(int step, double mean) {
    if (mean <= 0 || step == 0) return;
    const int mode = static_cast<int>(mean);
    const double at_mode = std::exp(mode * std::log(mean) - mean - std::lgamma(mode + 1.0));
    constexpr int any = 1 << 20;
    const auto [from, chances] = around(mode, at_mode, any, [&](int k) { return mean / (k + 1); });
    mix(step, from, chances);
}

double Lattice::at_least(int units) const {
    double sum = 0;
    for (std::size_t i = 0; i < chance_.size(); ++i)
        if (first_ + static_cast<int>(i) >= units) sum += chance_[i];
    return std::min(1.0, sum);
}

double Lattice::lacking(int units) const {
    double sum = 0;
    for (std::size_t i = 0; i < chance_.size(); ++i)
        sum += chance_[i] * std::max(0, units - first_ - static_cast<int>(i));
    return sum;
}

} // namespace kunna::engine
