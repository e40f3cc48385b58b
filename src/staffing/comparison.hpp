// Comparison: two units side by side, what their roles need and who is there for it.
#pragma once

#include "insights/sums.hpp"
#include "staffing/part.hpp"

namespace kunna::staffing {

struct ComparedUnit {
    UnitId unit{};
    std::string name{};
    std::int64_t people = 0;
    bool hidden = false; // too few people: no sums
    insights::Sums sums{};
};
BOOST_DESCRIBE_STRUCT(ComparedUnit, (), (unit, name, people, hidden, sums))

// One skill in one of the units.
struct SkillSide {
    bool needed = false;
    bool hidden = false;       // too few people: no numbers
    std::int32_t required = 0; // the highest that a role there requires
    std::int64_t people = 0;   // whose roles require it
    std::int64_t below = 0;    // requirements not reached
    std::int64_t unknown = 0;
    std::int64_t holders = 0; // reach `required`, sure, and are not known to leave
    std::optional<double> coverage{};
};
BOOST_DESCRIBE_STRUCT(SkillSide, (), (needed, hidden, required, people, below, unknown, holders, coverage))

struct ComparedSkill {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    SkillSide one{};
    SkillSide other{};
};
BOOST_DESCRIBE_STRUCT(ComparedSkill, (), (skill, name, kind, one, other))

struct Comparison {
    Date day{};
    ComparedUnit one{};
    ComparedUnit other{};
    std::vector<ComparedSkill> skills{}; // that either needs; the largest difference in coverage first
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (day, one, other, skills))

// Both units must be among those whose sums the actor may see: not_found, "unit.not_found".
Result<Comparison> compare_units(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 UnitId one, UnitId other);

} // namespace kunna::staffing
