// Directory: names and database ids of what a Snapshot holds as bare positions.
#pragma once

#include "engine/builder.hpp"
#include "skills/skill.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kunna::insights {

struct UnitName {
    UnitId id{};
    std::optional<UnitId> parent{};
    std::string code{};
    std::string name{};
    std::string located{}; // its own place, or that of the nearest unit above that has one
};

struct SkillName {
    SkillId id{};
    std::string key{};
    skills::Text name{};
    std::optional<SkillGroupId> group{};
    engine::SkillKind kind = engine::SkillKind::technical;
    int highest = 5; // of its scale
    double hours_per_level = 0;
};

struct RoleName {
    RoleId id{};
    std::string key{};
    skills::Text name{};
};

struct Directory {
    std::vector<UnitName> units;   // by UnitIndex
    std::vector<SkillName> skills; // by SkillIndex
    std::vector<RoleName> roles;   // by RoleIndex
    std::unordered_map<std::int64_t, engine::UnitIndex> unit_index;
    std::unordered_map<std::int64_t, engine::SkillIndex> skill_index;
    std::unordered_map<std::int64_t, engine::RoleIndex> role_index;

    [[nodiscard]] std::optional<engine::UnitIndex> find(UnitId id) const { return found(unit_index, id.value); }
    [[nodiscard]] std::optional<engine::SkillIndex> find(SkillId id) const { return found(skill_index, id.value); }
    [[nodiscard]] std::optional<engine::RoleIndex> find(RoleId id) const { return found(role_index, id.value); }

private:
    template <class Index>
    static std::optional<Index> found(const std::unordered_map<std::int64_t, Index>& map, std::int64_t id) {
        const auto at = map.find(id);
        if (at == map.end()) return std::nullopt;
        return at->second;
    }
};

} // namespace kunna::insights
