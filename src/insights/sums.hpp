// Sums: what the engine counted, in the numbers that screens, files and the command line show.
#pragma once

#include "engine/gap.hpp"

#include <boost/describe.hpp>
#include <optional>

namespace kunna::insights {

// Of requirement rows (person, role, skill). Levels are steps of the scale; unknown rows are in no weighted sum.
struct Sums {
    std::int64_t requirements = 0;
    std::int64_t met = 0;
    std::int64_t uncertain = 0;
    std::int64_t gap = 0;
    std::int64_t unknown = 0;
    double weighted_gap_sum = 0;          // Σ w·g
    double weighted_required = 0;         // Σ w·R of the known rows
    std::optional<double> weighted_gap{}; // G, nothing when nothing is known
    std::optional<double> fit{};          // 1 − G
    std::optional<double> coverage{};     // FTE that meet it / FTE that need it
    bool ready = false;                   // of one person: every must is met
};
BOOST_DESCRIBE_STRUCT(Sums, (),
                      (requirements, met, uncertain, gap, unknown, weighted_gap_sum, weighted_required, weighted_gap,
                       fit, coverage, ready))

Sums sums_of(const engine::Sums& counted);
Sums sums_of(const engine::PersonSums& counted);
// As the engine's, for a list over everybody.
double steps(std::int64_t level_units);
// At most four decimals, as everywhere in answers and files.
double rounded(double value);

} // namespace kunna::insights
