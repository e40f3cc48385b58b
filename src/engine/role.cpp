// Role: checks requirements and lays them out in slots.
#include "engine/role.hpp"

#include <algorithm>

namespace kunna::engine {

Result<Role> Role::of(std::int64_t id, std::vector<Requirement> requirements, const Settings& settings) {
    std::sort(requirements.begin(), requirements.end(),
              [](const Requirement& a, const Requirement& b) { return a.skill < b.skill; });
    const auto twice =
        std::adjacent_find(requirements.begin(), requirements.end(),
                           [](const Requirement& a, const Requirement& b) { return a.skill == b.skill; });
    if (twice != requirements.end()) return refuse(Kind::invalid, "engine.skill_required_twice");
    if (requirements.size() > most_requirements_of_a_role) return refuse(Kind::invalid, "engine.too_many_requirements");

    Role role;
    role.id_ = id;
    const auto slots = static_cast<std::uint32_t>(requirements.size());
    role.width_ = (slots + slots_per_register - 1) / slots_per_register * slots_per_register;
    const std::size_t width = role.width_;
    role.columns_.resize(4 * width, 0);
    std::fill_n(role.columns_.begin() + static_cast<std::ptrdiff_t>(2 * width), width, held::padding);
    role.must_.resize(width / 32, 0);
    for (std::uint32_t slot = 0; slot < slots; ++slot) {
        const Requirement& r = requirements[slot];
        const int weight = r.importance * (r.must ? settings.must_factor : 1);
        if (weight > highest_weight) return refuse(Kind::invalid, "engine.weight_too_large");
        if (r.required > Level::of_step(Level::highest_step)) return refuse(Kind::invalid, "engine.level_too_high");
        role.columns_[slot] = r.required.units;
        role.columns_[width + slot] = static_cast<std::uint16_t>(weight);
        role.columns_[2 * width + slot] = held::unknown;
        role.columns_[3 * width + slot] = r.skill;
        if (r.must) role.must_[slot / 32] |= 1U << (slot % 32);
        role.weighted_required_ += static_cast<std::uint32_t>(weight) * r.required.units;
    }
    role.requirements_ = std::move(requirements);
    return role;
}

} // namespace kunna::engine
