// The skills and roles of the demonstration company: what the starter packs state, and what the company changed since.
#pragma once

#include "engine/evidence.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::demo {

using SkillNumber = std::uint16_t; // position in Catalogue::skills
using RoleNumber = std::uint16_t;  // position in Catalogue::roles

struct RequiredSkill {
    SkillNumber skill = 0;
    int level = 0;
    int importance = 1;
    bool must = false;
    bool operator==(const RequiredSkill&) const = default;
};

struct SkillEntry {
    std::string key;
    engine::SkillKind kind = engine::SkillKind::technical;
};

struct RoleEntry {
    std::string key;
    std::string name; // in Swedish: the title of those who hold it
    std::vector<RequiredSkill> requirements;
};

struct Catalogue {
    std::vector<SkillEntry> skills; // in the order of the packs; the first twelve are the core's
    std::vector<RoleEntry> roles;   // those in use, in the order of company_roles
    std::size_t core_skills = 0;

    // Throw when the packs have none of that key.
    [[nodiscard]] SkillNumber skill(std::string_view key) const;
    [[nodiscard]] RoleNumber role(std::string_view key) const;
};

// What the company asks of a role beyond the packs, from the turn of a month on: a new version of its profile.
struct ProfileChange {
    std::string_view role;
    int month = 0;
    std::string_view note;
    struct Wanted {
        std::string_view skill;
        int level = 0;
        int importance = 1;
        bool must = false;
    };
    std::vector<Wanted> wanted; // added, or in place of what the pack asks
};
const std::vector<ProfileChange>& profile_changes();

// The packs the company has, in the order in which they are installed.
const std::vector<std::string>& company_packs();

// Read from the packs inside the program, once.
const Catalogue& catalogue();

} // namespace kunna::demo
