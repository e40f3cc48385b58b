// The numbers an organisation may choose: weights of sources, half-lives, thresholds. Defaults are domain.md §3's.
#pragma once

#include "engine/evidence.hpp"
#include "engine/level.hpp"

namespace kunna::engine {

struct Settings {
    // Weight w of one fresh statement, 0…1, by Source.
    std::array<double, source_count> weight{0.4, 0.6, 0.7, 0.7, 0.7, 0.7, 0.9, 0.9, 1.0};
    // Months until a statement counts half, by SkillKind. A month is 365.2425 / 12 days.
    std::array<double, skill_kind_count> half_life_months{18, 36, 60};
    // A level is sure from here on; below it "needs refresh".
    Confidence threshold{5000};
    // Weight of a requirement = importance (1–3) × this when it is a must; 1…10.
    int must_factor = 2;
    // Sources whose latest levels are this many steps apart are flagged for a talk.
    int conflict_distance = 2;

    [[nodiscard]] double weight_of(Source source) const { return weight[static_cast<std::size_t>(source)]; }
    bool operator==(const Settings&) const = default;
};

} // namespace kunna::engine
