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
    role.required_.resize(role.width_, 0);
    role.weight_.resize(role.width_, 0);
    role.blank_.resize(role.width_, held::padding);
    role.must_.resize(role.width_ / 32, 0);
    for (std::uint32_t slot = 0; slot < slots; ++slot) {
        const Requirement& r = requirements[slot];
        const int weight = r.importance * (r.must ? settings.must_factor : 1);
        if (weight > highest_weight) return refuse(Kind::invalid, "engine.weight_too_large");
        if (r.required > Level::of_step(Level::highest_step)) return refuse(Kind::invalid, "engine.level_too_high");
        role.required_[slot] = r.required.units;
        role.weight_[slot] = static_cast<std::uint16_t>(weight);
        role.blank_[slot] = held::unknown;
        if (r.must) role.must_[slot / 32] |= 1U << (slot % 32);
        role.weighted_required_ += static_cast<std::uint32_t>(weight) * r.required.units;
    }
    role.requirements_ = std::move(requirements);
    return role;
}

} // namespace kunna::engine
