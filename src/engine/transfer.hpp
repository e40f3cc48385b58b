// Transfer: how much of what a role requires somebody brings along, be it a person with levels or another role with
// what it asks for (domain.md §3).
//
// transferability = Σ w·min(L̂, R) / Σ wR over the role's requirements; L̂ = max(L, 0.7·sim·L_neighbour). Everything is
// a whole number of level units until the last division, so the answer is the same in any order.
#pragma once

#include "engine/likeness.hpp"

#include <optional>

namespace kunna::engine {

inline constexpr double worth_of_neighbour = 0.7;
inline constexpr double worth_reskilling = 0.6; // suggested from here on

struct SkillLevel {
    SkillIndex skill = 0;
    Level level{};
};

// What the holders of a role are asked for, as if they all just reached it.
std::vector<SkillLevel> levels_of(const Role& role);

// What of a neighbour's level counts for a skill: 0.7·sim·L, rounded down to a unit.
Level lent(Level neighbour, Likeness likeness);

// L̂ of every skill, from the levels that somebody has. Made once and filled again for the next one: only what was
// touched is cleared.
class Brought {
public:
    explicit Brought(const Likenesses& likenesses);

    // Instead of what was there. A skill named twice counts at its highest.
    void take(std::span<const SkillLevel> levels);
    [[nodiscard]] Level operator[](SkillIndex skill) const {
        const std::uint16_t area = lent_in_area_[area_[skill]];
        return {area > level_[skill] ? area : level_[skill]};
    }

private:
    const Likenesses* likenesses_;
    std::vector<std::uint32_t> area_;         // by skill; those without one share a last one that lends nothing
    std::vector<std::uint16_t> level_;        // by skill: own, or lent over a tie; level units
    std::vector<std::uint16_t> lent_in_area_; // by area: what its best skill lends the others
    std::vector<SkillIndex> touched_;
};

struct Transfer {
    std::int64_t brought = 0;  // Σ w·min(L̂, R), level units × weight
    std::int64_t required = 0; // Σ wR
    std::int32_t full = 0;     // requirements with L̂ ≥ R
    std::int32_t musts = 0;    // must requirements with L̂ < R

    // Nothing when the role requires nothing.
    [[nodiscard]] std::optional<double> share() const {
        if (required == 0) return std::nullopt;
        return static_cast<double>(brought) / static_cast<double>(required);
    }
    [[nodiscard]] bool suggested() const {
        return required > 0 && static_cast<double>(brought) >= worth_reskilling * static_cast<double>(required);
    }
    bool operator==(const Transfer&) const = default;
};

Transfer transfer(const Brought& brought, const Role& to);
// The same towards what a person can, each skill weighing as much.
Transfer transfer(const Brought& brought, std::span<const SkillLevel> to);

// How alike two are: √(share there × share back), 0 where either asks for nothing. What one brings along says whether a
// step can be taken, not whether it is a near one: what asks for little takes anybody. Against the groups of O*NET and
// of ISCO this order finds most (./bench adjacency; decision 0023).
double similarity(const Transfer& there, const Transfer& back);

// One requirement with where its L̂ came from, so that the number can be followed.
struct TransferRow {
    SkillIndex skill = 0;
    Level required{};
    std::uint16_t weight = 0;
    bool must = false;
    std::optional<Level> own{}; // L; nothing when the skill is not among the levels
    Level brought{};            // L̂
    // When a neighbour lends more than the own level: which one (of equals the first), its level, how near it is.
    std::optional<SkillLevel> neighbour{};
    Likenesses::Parts likeness{};
};
// By skill. Their sums are those of transfer().
std::vector<TransferRow> transfer_rows(const Likenesses& likenesses, std::span<const SkillLevel> levels,
                                       const Role& to);

} // namespace kunna::engine
