// Fusing evidence: from dated statements to one level with a confidence, and the account of how.
//
// domain.md §3: level L = Σwδl / Σwδ, confidence c = 1 − Π(1 − wδ), recency δ = 0.5^(age / half-life).
// All statements count, also several by one assessor: an older one fades, it is not replaced.
// Certificates do not fade; they expire.
#pragma once

#include "engine/settings.hpp"

#include <span>
#include <vector>

namespace kunna::engine {

// δ by age, tabulated once for a Settings: a Snapshot fuses millions of statements.
class Recency {
public:
    explicit Recency(const Settings& settings);
    // δ of a statement `age` days old (0…65535). A certificate's is always 1.
    [[nodiscard]] double of(SkillKind kind, Source source, int age) const {
        return source == Source::certificate ? 1.0
                                             : by_age_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(age)];
    }

private:
    std::array<std::vector<double>, skill_kind_count> by_age_;
};

// What is known of one person's level in one skill on one day.
struct Fused {
    bool known = false;     // false: no statement holds on the day; then level and confidence mean nothing
    Level level;            // rounded half up, once
    Confidence confidence;  // rounded down
    bool conflict = false;  // two sources' latest levels are conflict_distance apart or more
    bool self_only = false; // only self-ratings hold: the confidence is capped just under the threshold

    [[nodiscard]] bool sure(const Settings& settings) const { return known && confidence >= settings.threshold; }
    [[nodiscard]] bool needs_refresh(const Settings& settings) const {
        return known && confidence < settings.threshold;
    }
    bool operator==(const Fused&) const = default;
};

// `statements`: all of one person and one skill, in canonical order (operator<). Day and skill kind as asked.
Fused fuse(std::span<const Evidence> statements, SkillKind kind, const Settings& settings, const Recency& recency,
           Date on);

// Half the width of the band a known level may lie in, in steps: the spread of the statements that hold (weighted
// standard deviation, at least half a step) times how unsure they are together, √(1 − c). domain.md gives no formula;
// this one is explained with the level.
double uncertainty(std::span<const Evidence> statements, const Fused& fused, SkillKind kind, const Settings& settings,
                   const Recency& recency, Date on);

// One statement's part in the result, so that the number can be explained.
struct Part {
    std::size_t statement = 0; // position in the span given
    bool counts = false;       // false: dated after the day asked, or lapsed
    int age_days = 0;
    double weight = 0;  // w
    double recency = 0; // δ
    double share = 0;   // wδ / Σwδ: how much of the level is due to it; the shares add up to 1
};

struct Explanation {
    Fused fused;
    std::vector<Part> parts; // one for each statement given, same order
};

Explanation explain(std::span<const Evidence> statements, SkillKind kind, const Settings& settings,
                    const Recency& recency, Date on);

} // namespace kunna::engine
