// Role: what a set of duties requires, as columns of slots, one a requirement.
#pragma once

#include "base/result.hpp"
#include "engine/columns.hpp"
#include "engine/settings.hpp"

#include <vector>

namespace kunna::engine {

struct Requirement {
    SkillIndex skill = 0;
    Level required{};
    std::uint8_t importance = 1; // 1–3 in the product; importance × must-factor may reach 30
    bool must = false;

    bool operator==(const Requirement&) const = default;
};

// A person's level in one skill as the kernels read it: bits 0–14 the level's units, bit 15 "sure" (the confidence
// has reached the threshold). Unknown is a level higher than any, not sure: its gap comes out as 0 and it never
// counts as met, without a test of its own.
namespace held {
inline constexpr std::uint16_t sure_bit = 0x8000;
inline constexpr std::uint16_t level_bits = 0x7FFF;
inline constexpr std::uint16_t unknown = 0x7FFF;
// Fills the slots behind a role's last: level 0, sure, against a requirement of 0 it is met.
inline constexpr std::uint16_t padding = 0x8000;
constexpr std::uint16_t word(Level level, bool sure) {
    return static_cast<std::uint16_t>(level.units | (sure ? sure_bit : 0U));
}
constexpr Level level(std::uint16_t word) {
    return {static_cast<std::uint16_t>(word & level_bits)};
}
constexpr bool sure(std::uint16_t word) {
    return (word & sure_bit) != 0;
}
} // namespace held

// Bounds that keep the kernels' sums exact in the bits they have: 2,000 × 8 steps × weight 30 < 2^31, and 256 people ×
// 16 roles < 2^16.
inline constexpr int highest_weight = 30;
inline constexpr std::size_t most_roles_of_a_person = 16;
inline constexpr std::size_t most_requirements_of_a_role = 2000;

// A role's requirements by skill; slot = position. All columns are `width` long (a multiple of 32), filled up with
// slots that require nothing.
class Role {
public:
    static constexpr std::uint32_t slots_per_register = 32;

    // Refuses a skill named twice, more than 2,000 requirements, and a weight above 30.
    static Result<Role> of(std::int64_t id, std::vector<Requirement> requirements, const Settings& settings);

    [[nodiscard]] std::int64_t id() const { return id_; }
    [[nodiscard]] const std::vector<Requirement>& requirements() const { return requirements_; } // by skill
    [[nodiscard]] std::uint32_t slots() const { return static_cast<std::uint32_t>(requirements_.size()); }
    [[nodiscard]] std::uint32_t width() const { return width_; }
    [[nodiscard]] const std::uint16_t* required() const { return columns_.data(); }        // level units
    [[nodiscard]] const std::uint16_t* weight() const { return columns_.data() + width_; } // importance × must-factor
    [[nodiscard]] const std::uint16_t* blank() const { return columns_.data() + 2 * width_; } // held words, all unknown
    [[nodiscard]] const SkillIndex* skill() const { return columns_.data() + 3 * width_; }    // the first slots() only
    // Is the slot a must: a bit a slot, the next 32 from a multiple of 32 on.
    [[nodiscard]] std::uint32_t must(std::uint32_t slot) const { return must_[slot / 32]; }
    [[nodiscard]] std::uint32_t weighted_required() const { return weighted_required_; } // Σ wR over all slots

private:
    std::int64_t id_ = 0;
    std::vector<Requirement> requirements_;
    std::uint32_t width_ = 0;
    std::uint32_t weighted_required_ = 0;
    // One after the other in one piece of memory: a sweep comes to roles in no order.
    AlignedColumn<std::uint16_t> columns_;
    std::vector<std::uint32_t> must_;
};

} // namespace kunna::engine
