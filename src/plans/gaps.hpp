// Gaps: which level steps each person is expected to miss of what is asked.
//
// A level is known with a deviation, L ~ N(μ, σ²) (engine/next_statement.hpp); of the step from s − 1 to s somebody
// misses E[clip(s − L, 0, 1)] = E max(0, s − L) − E max(0, s − 1 − L). Less than a twentieth is no gap.
#pragma once

#include "plans/asking.hpp"

#include <unordered_set>

namespace kunna::plans {

struct MissingStep {
    std::uint32_t need = 0;
    std::int32_t step = 0;
    std::uint16_t missing = 0; // thousandths of the step
};

struct Gaps {
    std::vector<engine::PersonIndex> people{}; // who are planned for, in the order of their units
    std::vector<std::size_t> at{};             // one longer: where each one's begin in `steps`
    std::vector<MissingStep> steps{};          // by need, then by step
    // Whose level of something is not known: it is assessed first.
    std::unordered_set<engine::PersonIndex> assess_first{};
    std::int64_t leaving = 0; // people with gaps who are known to leave within six months: not planned for
    // By need: thousandths of steps that count, and people who are lacking. With a headcount: as many as are lacking of
    // it, the nearest first; where others may come to the group, also those for whom nobody is left in it.
    std::vector<std::int64_t> open{};
    std::vector<std::int64_t> lacking{};
    // By need with a headcount: what each of those lacking misses, the most first, of as many as others may come for.
    std::vector<std::vector<std::int64_t>> farthest{};

    [[nodiscard]] std::span<const MissingStep> of(std::size_t place) const {
        return std::span{steps}.subspan(at[place], at[place + 1] - at[place]);
    }
};

inline constexpr std::size_t most_coming = 200; // to a need's group, hired or reskilled

// also: those who are to have something even if they miss nothing, or leave.
Gaps gaps_of(const insights::Workforce& workforce, const std::vector<AskedNeed>& needs, const Frame& frame,
             const std::unordered_set<engine::PersonIndex>& also = {});

} // namespace kunna::plans
