// Wished: how many want which skills, and are curious about which roles. Sums over whole units only; what too few want
// is not told, nor what could be counted back from other sums.
#pragma once

#include "insights/fence.hpp"

namespace kunna::insights {

struct SkillWanted {
    SkillId skill{};
    skills::Text name{};
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(SkillWanted, (), (skill, name, people))

struct RoleWanted {
    RoleId role{};
    skills::Text name{};
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(RoleWanted, (), (role, name, people))

struct Wished {
    std::vector<SkillWanted> skills{}; // the most wanted first
    std::vector<RoleWanted> roles{};
    std::int64_t hidden_skills = 0; // wanted, but by too few to show
    std::int64_t hidden_roles = 0;
};
BOOST_DESCRIBE_STRUCT(Wished, (), (skills, roles, hidden_skills, hidden_roles))

// Of those who work here today: in the unit, or in all units whose sums the actor may see. not_found, "unit.not_found".
Result<Wished> wished(db::Db& db, const Workforce& workforce, const access::Actor& actor, std::optional<UnitId> unit);

} // namespace kunna::insights
