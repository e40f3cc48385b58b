// A wish: a skill that somebody wants, to a level or just so, or a role they are curious about.
#pragma once

#include "skills/skill.hpp"

namespace kunna::wishes {

using skills::Text;

struct WishedSkill {
    SkillId skill{};
    Text name{};
    std::optional<std::int32_t> level{};
};
BOOST_DESCRIBE_STRUCT(WishedSkill, (), (skill, name, level))

struct WishedRole {
    RoleId role{};
    Text name{};
};
BOOST_DESCRIBE_STRUCT(WishedRole, (), (role, name))

struct Wishes {
    std::vector<WishedSkill> skills{}; // the oldest first
    std::vector<WishedRole> roles{};
};
BOOST_DESCRIBE_STRUCT(Wishes, (), (skills, roles))

} // namespace kunna::wishes
