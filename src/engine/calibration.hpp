// Calibration: how a rater's levels lie against those of others who rated the same (domain.md §3).
//
//   bias       b = mean(l_rater − leave-one-out consensus), the consensus being the others' mean, weighted by source
//   correction l − b·n/(n + 10), from n = 5 cases on
//   agreement  κ = 1 − E(l − consensus)² / expected of independent pairs: kappa with quadratic weights, computed from
//              means and variances because the consensus need not be a whole step
//
// It is told, and never applied: a level stays what its evidence says.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kunna::engine {

// What one rater says of one case (a person's skill). At most one a rater and case.
struct Rating {
    std::uint32_t rater = 0;
    std::uint32_t subject = 0; // the case
    double level = 0;          // steps
    double weight = 1;         // of the source, above 0
};

struct Calibration {
    std::uint32_t rater = 0;
    std::uint32_t cases = 0;            // n: rated by somebody else too
    double bias = 0;                    // b, in steps; above 0 rates higher than the others
    std::optional<double> correction{}; // b·n/(n + 10), to be taken from each level; nothing below five cases
    std::optional<double> kappa{};      // −1…1; nothing below five cases, or when nobody's levels differ

    bool operator==(const Calibration&) const = default;
};

inline constexpr std::uint32_t fewest_cases = 5;

// By rater, ascending; raters without a case that another rated too are left out. The order of the ratings does not
// matter.
std::vector<Calibration> calibrate(std::span<const Rating> ratings);

} // namespace kunna::engine
