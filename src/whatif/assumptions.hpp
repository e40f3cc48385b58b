// Assumptions: what a what-if takes to be so. One shape for the API, the command line and whatever keeps them.
#pragma once

#include "skills/role.hpp"

namespace kunna::whatif {

inline constexpr std::size_t most_assumptions = 100;
inline constexpr std::int32_t most_hired = 1'000; // by one assumption
inline constexpr double most_growth = 1000;       // per cent

// A role that is not there yet: a draft of its requirements.
struct AssumedRole {
    skills::Text name{};
    std::vector<skills::Requirement> requirements{};
};
BOOST_DESCRIBE_STRUCT(AssumedRole, (), (name, requirements))

struct StatedLevel {
    SkillId skill{};
    std::int32_t level = 0;
};
BOOST_DESCRIBE_STRUCT(StatedLevel, (), (skill, level))

// So many more hold the role in the unit. Their levels are as stated, and otherwise unknown.
struct Hire {
    std::optional<RoleId> role{};           // one that there is,
    std::optional<std::int32_t> new_role{}; // or one of new_roles, the first is 0
    UnitId unit{};
    std::int32_t count = 1;
    std::vector<StatedLevel> levels{};
};
BOOST_DESCRIBE_STRUCT(Hire, (), (role, new_role, unit, count, levels))

// What a role requires is another level, or is required for the first time; level 0: no longer.
struct AssumedRequirement {
    RoleId role{};
    SkillId skill{};
    std::int32_t level = 0;
    std::optional<std::int32_t> importance{}; // as it is, or 1
    std::optional<bool> must{};               // as it is, or no
};
BOOST_DESCRIBE_STRUCT(AssumedRequirement, (), (role, skill, level, importance, must))

// The role grows, or shrinks, by so many per cent, evenly everywhere. Posts that come are empty; who goes is not known,
// so that as much of each state goes as of all: the expected numbers, rounded.
struct Growth {
    RoleId role{};
    double percent = 0; // −100 … 1,000
};
BOOST_DESCRIBE_STRUCT(Growth, (), (role, percent))

struct WhatIfAssumptions {
    std::vector<PersonId> leave{};     // their posts stay, empty
    std::vector<UnitId> close{};       // with all units under them: people and posts go
    std::vector<std::string> places{}; // likewise every unit that is there
    std::vector<AssumedRole> new_roles{};
    std::vector<Hire> hire{};
    std::vector<AssumedRequirement> requirements{};
    std::vector<Growth> growth{};

    [[nodiscard]] std::size_t count() const {
        return leave.size() + close.size() + places.size() + new_roles.size() + hire.size() + requirements.size() +
               growth.size();
    }
};
BOOST_DESCRIBE_STRUCT(WhatIfAssumptions, (), (leave, close, places, new_roles, hire, requirements, growth))

} // namespace kunna::whatif
