// The next statement: what one more would tell about a gap, and what it would have to say to cover a requirement.
#pragma once

#include "engine/fuse.hpp"

namespace kunna::engine {

// What is believed of a level before the next statement: a normal distribution, in steps.
struct Belief {
    double level = 0;
    double deviation = 0; // standard deviation
};

// Known: the fused level ± its uncertainty. Unknown may lie anywhere on the scale, evenly: its middle, and its width
// divided by √12.
Belief belief(std::span<const Evidence> statements, SkillKind kind, int highest_step, const Settings& settings,
              const Recency& recency, Date on);

// E max(0, R − L), L ~ N(μ, σ²): what is expected to be missing up to a level, in steps.
double expected_gap(double required, const Belief& belief);

// Value of information: the expected fall in the variance of a gap g = max(0, R − L), L ~ N(μ, σ²), by one more
// statement of weight w.
//
// It leaves (1 − w)σ², as it leaves (1 − w) of 1 − c (domain.md §3), around a new mean μ' ~ N(μ, wσ²). By the law of
// total variance the fall is the variance of what is then expected,
//   Var E[g | μ'],  E[g | μ'] = dΦ(d/τ) + τφ(d/τ),  d = R − μ', τ² = (1 − w)σ².
// Divided by σ² it depends on (R − μ)/σ alone and is tabulated over that.
class Information {
public:
    explicit Information(double weight); // 0…1
    // In steps². 0 when nothing is open.
    [[nodiscard]] double of(double required, const Belief& belief) const;

private:
    double weight_;
    std::vector<double> table_;
};

// The least step that one new statement of the source, made on the day, has to say for the level to be `required` or
// more, and sure. Nothing when no step of the scale would do.
std::optional<int> step_to_cover(std::span<const Evidence> statements, Source source, Level required, int highest_step,
                                 SkillKind kind, const Settings& settings, const Recency& recency, Date on);

} // namespace kunna::engine
