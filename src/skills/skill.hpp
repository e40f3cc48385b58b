// A skill: one entry of the catalogue, in two languages, with a scale and what one can watch being done at each level.
#pragma once

#include "base/id.hpp"
#include "engine/evidence.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::skills {

using SkillKind = engine::SkillKind;

// One of the two may be empty (O*NET has no Swedish); whoever shows it falls back to the other.
struct Text {
    std::string sv{};
    std::string en{};
    bool operator==(const Text&) const = default;
};
BOOST_DESCRIBE_STRUCT(Text, (), (sv, en))

struct Words {
    std::vector<std::string> sv{};
    std::vector<std::string> en{};
    bool operator==(const Words&) const = default;
};
BOOST_DESCRIBE_STRUCT(Words, (), (sv, en))

struct ScaleLevel {
    std::int32_t level = 0;
    Text name{};
    Text anchor{};
};
BOOST_DESCRIBE_STRUCT(ScaleLevel, (), (level, name, anchor))

struct Scale {
    ScaleId id{};
    std::string key{};
    Text name{};
    std::int32_t min = 0;
    std::int32_t max = 0;
    std::vector<ScaleLevel> levels{};
};
BOOST_DESCRIBE_STRUCT(Scale, (), (id, key, name, min, max, levels))

struct Anchor {
    std::int32_t level = 0;
    Text text{};
    bool operator==(const Anchor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Anchor, (), (level, text))

struct Group {
    SkillGroupId id{};
    std::string key{};
    Text name{};
    std::optional<SkillGroupId> parent{};
};
BOOST_DESCRIBE_STRUCT(Group, (), (id, key, name, parent))

struct SkillRow {
    SkillId id{};
    std::optional<SkillGroupId> group{};
    std::string key{};
    Text name{};
    SkillKind kind = SkillKind::technical;
    bool retired = false;
    ScaleId scale{};
    std::int64_t roles = 0; // profiles in force that require it
};
BOOST_DESCRIBE_STRUCT(SkillRow, (), (id, group, key, name, kind, retired, scale, roles))

struct RequiredBy {
    RoleId role{};
    Text name{};
    std::int32_t level = 0;
    std::int32_t importance = 1;
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(RequiredBy, (), (role, name, level, importance, must))

struct Skill {
    SkillId id{};
    std::string key{};
    std::optional<SkillGroupId> group{};
    Text name{};
    Text description{};
    Words alternative{};
    SkillKind kind = SkillKind::technical;
    Scale scale{};
    std::vector<Anchor> anchors{}; // for levels without one, the scale's own anchor is what to show
    double hours_per_level = 0;
    bool retired = false;
    std::string source{}; // whom to name as its origin; empty for one's own and Kunna's
    std::int64_t version = 0;
    std::vector<RequiredBy> required_by{};
};
BOOST_DESCRIBE_STRUCT(Skill, (),
                      (id, key, group, name, description, alternative, kind, scale, anchors, hours_per_level, retired,
                       source, version, required_by))

// A skill as somebody writes it, new or edited. Key and scale are chosen once: levels already recorded would change
// their meaning with another scale.
struct SkillInput {
    std::optional<std::string> key{}; // made from the name when absent
    std::optional<SkillGroupId> group{};
    Text name{};
    Text description{};
    Words alternative{};
    SkillKind kind = SkillKind::technical;
    std::optional<ScaleId> scale{}; // the Kunna scale when absent
    std::vector<Anchor> anchors{};
    double hours_per_level = 40;
    std::optional<bool> retired{}; // as it was when absent
};
BOOST_DESCRIBE_STRUCT(SkillInput, (),
                      (key, group, name, description, alternative, kind, scale, anchors, hours_per_level, retired))

struct NewGroup {
    std::optional<std::string> key{};
    Text name{};
    std::optional<SkillGroupId> parent{};
};
BOOST_DESCRIBE_STRUCT(NewGroup, (), (key, name, parent))

struct Catalogue {
    std::vector<Group> groups{}; // parents before children
    std::vector<SkillRow> items{};
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (groups, items))

} // namespace kunna::skills
