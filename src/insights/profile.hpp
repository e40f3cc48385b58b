// Profile: what one person can do against what their roles need, and how each level came about.
#pragma once

#include "access/visibility.hpp"
#include "engine/fuse.hpp"
#include "insights/sums.hpp"
#include "insights/workforces.hpp"
#include "wishes/wishes.hpp"

namespace kunna::insights {

struct NewestOfSource {
    engine::Source source = engine::Source::self;
    std::int32_t level = 0;
    Date day{};
    std::optional<Date> expires{}; // the last day it holds
};
BOOST_DESCRIBE_STRUCT(NewestOfSource, (), (source, level, day, expires))

// One skill that the person's roles need, or that something is known about.
struct HeldSkill {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    std::optional<double> level{};       // nothing: unknown
    std::optional<double> uncertainty{}; // ± steps around the level
    double confidence = 0;
    bool needs_refresh = false;
    bool conflict = false;
    bool contested = false;
    std::optional<std::int32_t> required{}; // the highest of the roles'
    std::optional<std::int32_t> importance{};
    bool must = false;
    std::optional<engine::State> state{};
    std::optional<double> gap{};
    std::vector<RoleId> roles{};
    std::vector<NewestOfSource> sources{};
    std::int32_t scale_max = 5;
};
BOOST_DESCRIBE_STRUCT(HeldSkill, (),
                      (skill, name, kind, level, uncertainty, confidence, needs_refresh, conflict, contested, required,
                       importance, must, state, gap, roles, sources, scale_max))

struct SkillProfile {
    PersonId person{};
    std::string name{};
    Date day{};
    Sums sums{};
    std::vector<HeldSkill> skills{};
    wishes::Wishes wishes{};
    std::vector<engine::Source> sources{}; // what the reader may state about the person
};
BOOST_DESCRIBE_STRUCT(SkillProfile, (), (person, name, day, sums, skills, wishes, sources))

// One row of exactly what sums are made of: `kunna gaps --by requirement`.
struct RequirementRow {
    PersonId person{};
    RoleId role{};
    SkillId skill{};
    std::int32_t required = 0;
    std::optional<double> level{};
    std::optional<double> confidence{};
    std::optional<double> gap{};
    std::int32_t weight = 0;
    bool must = false;
    engine::State state = engine::State::unknown;
};
BOOST_DESCRIBE_STRUCT(RequirementRow, (), (person, role, skill, required, level, confidence, gap, weight, must, state))

std::vector<RequirementRow> requirement_rows(const Workforce& workforce, engine::PersonIndex person);

// As of a day. Refuses as may_see(levels) does; the read is logged, as `what`.
Result<SkillProfile> skill_profile(db::Db& db, Workforces& workforces, const access::Actor& actor, PersonId person,
                                   std::optional<Date> day, std::string_view what = "levels");

} // namespace kunna::insights
