// Fit: one person beside what one role requires: how much is brought along, what is missing, and what it takes.
#pragma once

#include "learning/activity.hpp"
#include "skills/skill.hpp"

namespace kunna::reskilling {

using skills::Text;

// One requirement of the role. Nothing known of a level is told as no level.
struct FitSkill {
    SkillId skill{};
    Text name{};
    std::int32_t required = 0;
    std::optional<double> level{};
    bool sure = false; // the level's confidence has reached the threshold
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(FitSkill, (), (skill, name, required, level, sure, must))

struct FitRaise {
    SkillId skill{};
    Text name{};
    double from = 0; // where the person is then
    std::int32_t to = 0;
    double chance = 1;
};
BOOST_DESCRIBE_STRUCT(FitRaise, (), (skill, name, from, to, chance))

struct FitStep {
    learning::ActivityId activity{};
    Text name{};
    learning::ActivityKind kind = learning::ActivityKind::course;
    double hours = 0;
    std::optional<std::int64_t> cost{}; // öre; for those who may see what learning costs
    std::vector<FitRaise> raises{};
};
BOOST_DESCRIBE_STRUCT(FitStep, (), (activity, name, kind, hours, cost, raises))

// What no activity reaches, with the skill's hours a level as the time it takes without a course.
struct FitLeft {
    SkillId skill{};
    Text name{};
    double from = 0;
    std::int32_t to = 0;
    double hours = 0;
};
BOOST_DESCRIBE_STRUCT(FitLeft, (), (skill, name, from, to, hours))

struct FitPath {
    std::vector<FitStep> steps{};
    std::vector<FitLeft> left{};
    std::int64_t unknown = 0;           // levels to be assessed first; nothing is planned for them
    double hours = 0;                   // of the activities
    double practice = 0;                // of what is left
    std::optional<std::int64_t> cost{}; // öre
    std::int64_t weeks = 0;             // ⌈(hours + practice) / hours a week⌉
    double chance = 1;
    bool exact = true; // no cheaper way exists
};
BOOST_DESCRIBE_STRUCT(FitPath, (), (steps, left, unknown, hours, practice, cost, weeks, chance, exact))

struct RoleFit {
    RoleId role{};
    Text name{};
    double transferability = 0; // domain.md §3
    bool suggested = false;     // 0.6 or more
    std::int64_t musts = 0;     // must requirements that are not met
    std::vector<FitSkill> skills{};
    FitPath path{};
};
BOOST_DESCRIBE_STRUCT(RoleFit, (), (role, name, transferability, suggested, musts, skills, path))

} // namespace kunna::reskilling
