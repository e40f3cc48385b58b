// A role and its profiles. A profile holds from its day until the next one of the same role does, so any past day can
// be asked again.
#pragma once

#include "base/date.hpp"
#include "skills/skill.hpp"

namespace kunna::skills {

struct Requirement {
    SkillId skill{};
    std::optional<Text> name{}; // of the skill, in answers
    std::int32_t level = 0;     // raw step on the skill's scale
    std::int32_t importance = 1;
    bool must = false;
    // What is required, whatever it is called.
    [[nodiscard]] bool same(const Requirement& other) const {
        return skill == other.skill && level == other.level && importance == other.importance && must == other.must;
    }
};
BOOST_DESCRIBE_STRUCT(Requirement, (), (skill, name, level, importance, must))

struct Profile {
    RoleProfileId id{};
    Date valid_from{};
    std::string note{};
    std::vector<Requirement> requirements{};
};
BOOST_DESCRIBE_STRUCT(Profile, (), (id, valid_from, note, requirements))

struct ProfileVersion {
    RoleProfileId id{};
    Date valid_from{};
    std::string note{};
    std::string by{}; // name of the account; empty for the command line
    std::int64_t requirements = 0;
};
BOOST_DESCRIBE_STRUCT(ProfileVersion, (), (id, valid_from, note, by, requirements))

struct RoleRow {
    RoleId id{};
    std::string key{};
    Text name{};
    std::int64_t requirements = 0;
    std::optional<std::int64_t> holders{}; // absent when fewer than five and the actor does not edit roles
    std::optional<Date> valid_from{};      // of the profile in force
    std::int64_t versions = 0;
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (id, key, name, requirements, holders, valid_from, versions))

struct RoleProfile {
    RoleId id{};
    std::string key{};
    Text name{};
    Text description{};
    std::string source{};
    std::int64_t version = 0;
    std::optional<Profile> profile{};       // in force on the day asked
    std::vector<ProfileVersion> versions{}; // newest first
    std::optional<std::int64_t> holders{};
};
BOOST_DESCRIBE_STRUCT(RoleProfile, (), (id, key, name, description, source, version, profile, versions, holders))

struct NewRole {
    std::optional<std::string> key{};
    Text name{};
    Text description{};
};
BOOST_DESCRIBE_STRUCT(NewRole, (), (key, name, description))

struct RoleEdit {
    Text name{};
    Text description{};
};
BOOST_DESCRIBE_STRUCT(RoleEdit, (), (name, description))

struct NewProfile {
    Date valid_from{};
    std::string note{};
    std::vector<Requirement> requirements{};
};
BOOST_DESCRIBE_STRUCT(NewProfile, (), (valid_from, note, requirements))

BOOST_DEFINE_ENUM_CLASS(RequirementChangeKind, added, removed, changed)

struct RequirementChange {
    SkillId skill{};
    Text name{};
    RequirementChangeKind kind = RequirementChangeKind::changed;
    std::optional<Requirement> before{};
    std::optional<Requirement> after{};
};
BOOST_DESCRIBE_STRUCT(RequirementChange, (), (skill, name, kind, before, after))

struct Difference {
    Profile from{};
    Profile to{};
    std::vector<RequirementChange> changes{};
    std::int64_t holders = 0; // of the role today
};
BOOST_DESCRIBE_STRUCT(Difference, (), (from, to, changes, holders))

// A role that a person holds.
struct HeldRole {
    RoleId id{};
    Text name{};
    Date from{};
    std::optional<Date> to{}; // the last day
};
BOOST_DESCRIBE_STRUCT(HeldRole, (), (id, name, from, to))

struct NewHolder {
    RoleId role{};
    std::optional<Date> from{}; // today when absent
    std::optional<Date> to{};
};
BOOST_DESCRIBE_STRUCT(NewHolder, (), (role, from, to))

} // namespace kunna::skills
