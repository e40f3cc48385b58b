// Calibration.
#include "engine/calibration.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kunna::engine {

namespace {

// Sums over a rater's cases, own level l and consensus m.
struct Tally {
    std::uint32_t cases = 0;
    double own = 0;
    double own_square = 0;
    double others = 0;
    double others_square = 0;
    double difference_square = 0;

    void add(double level, double consensus) {
        ++cases;
        own += level;
        own_square += level * level;
        others += consensus;
        others_square += consensus * consensus;
        difference_square += (level - consensus) * (level - consensus);
    }
};

Calibration of(std::uint32_t rater, const Tally& tally) {
    const double n = tally.cases;
    Calibration told{.rater = rater, .cases = tally.cases, .bias = (tally.own - tally.others) / n};
    if (tally.cases < fewest_cases) return told;
    told.correction = told.bias * n / (n + 10);
    // Of a level and a consensus drawn apart from each other: E(l − m)² = E l² + E m² − 2·E l·E m.
    const double by_chance = tally.own_square / n + tally.others_square / n - 2 * (tally.own / n) * (tally.others / n);
    if (by_chance > 1e-9) told.kappa = 1 - tally.difference_square / n / by_chance;
    return told;
}

} // namespace

std::vector<Calibration> calibrate(std::span<const Rating> ratings) {
    std::vector<Rating> by_case{ratings.begin(), ratings.end()};
    // Sums of fractions depend on their order, so it is fixed.
    std::sort(by_case.begin(), by_case.end(), [](const Rating& a, const Rating& b) {
        return std::tie(a.subject, a.rater) < std::tie(b.subject, b.rater);
    });
    std::map<std::uint32_t, Tally> tallies;
    for (auto begin = by_case.begin(); begin != by_case.end();) {
        const auto end =
            std::find_if(begin, by_case.end(), [&](const Rating& one) { return one.subject != begin->subject; });
        for (auto rated = begin; rated != end; ++rated) {
            double weight = 0;
            double sum = 0;
            for (auto other = begin; other != end; ++other) {
                if (other->rater == rated->rater) continue;
                weight += other->weight;
                sum += other->weight * other->level;
            }
            if (weight > 0) tallies[rated->rater].add(rated->level, sum / weight);
        }
        begin = end;
    }
    std::vector<Calibration> all;
    for (const auto& [rater, tally] : tallies) all.push_back(of(rater, tally));
    return all;
}

} // namespace kunna::engine
