// Sums.
#include "insights/sums.hpp"

#include <cmath>

namespace kunna::insights {

double steps(std::int64_t level_units) {
    return rounded(static_cast<double>(level_units) / engine::Level::units_per_step);
}

double rounded(double value) {
    return std::round(value * 10'000) / 10'000;
}

Sums sums_of(const engine::Sums& counted) {
    Sums out{.requirements = counted.rows,
             .met = counted.met,
             .uncertain = counted.uncertain,
             .gap = counted.below,
             .unknown = counted.unknown,
             .weighted_gap_sum = steps(counted.weighted_gap),
             .weighted_required = steps(counted.weighted_required)};
    if (const auto share = counted.weighted_share()) {
        out.weighted_gap = rounded(*share);
        out.fit = rounded(1 - *share);
    }
    if (const auto coverage = counted.coverage()) out.coverage = rounded(*coverage);
    return out;
}

Sums sums_of(const engine::PersonSums& counted) {
    Sums out = sums_of(counted.sums);
    out.ready = counted.ready();
    return out;
}

} // namespace kunna::insights
