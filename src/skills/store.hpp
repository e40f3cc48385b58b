// Rows of the catalogue as they are stored, and what they become. Private to skills.
#pragma once

#include "db/db.hpp"
#include "skills/role.hpp"

namespace kunna::skills::store {

struct SkillFlat {
    SkillId id{};
    std::string key{};
    std::optional<SkillGroupId> skill_group{};
    SkillKind kind = SkillKind::technical;
    ScaleId scale{};
    std::string name_sv{};
    std::string name_en{};
    std::string description_sv{};
    std::string description_en{};
    std::string alternative_sv{}; // one a line
    std::string alternative_en{};
    double hours_per_level = 0;
    bool retired = false;
    std::string source{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SkillFlat, (),
                      (id, key, skill_group, kind, scale, name_sv, name_en, description_sv, description_en,
                       alternative_sv, alternative_en, hours_per_level, retired, source, version))

struct RoleFlat {
    RoleId id{};
    std::string key{};
    std::string name_sv{};
    std::string name_en{};
    std::string description_sv{};
    std::string description_en{};
    std::string source{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(RoleFlat, (), (id, key, name_sv, name_en, description_sv, description_en, source, version))

struct ProfileFlat {
    RoleProfileId id{};
    RoleId role{};
    Date valid_from{};
    std::string note{};
};
BOOST_DESCRIBE_STRUCT(ProfileFlat, (), (id, role, valid_from, note))

struct RequirementFlat {
    RoleProfileId profile{};
    SkillId skill{};
    std::int32_t level = 0;
    std::int32_t importance = 1;
    bool must = false;
    std::string name_sv{};
    std::string name_en{};
};
BOOST_DESCRIBE_STRUCT(RequirementFlat, (), (profile, skill, level, importance, must, name_sv, name_en))

struct HoldingFlat {
    std::int64_t id = 0;
    PersonId person{};
    RoleId role{};
    Date valid_from{};
    std::optional<Date> valid_to{};
};
BOOST_DESCRIBE_STRUCT(HoldingFlat, (), (id, person, role, valid_from, valid_to))

// A skill as it is written, before it has an id.
struct SkillWrite {
    std::string key{};
    std::optional<SkillGroupId> group{};
    Text name{};
    Text description{};
    Words alternative{};
    SkillKind kind = SkillKind::technical;
    ScaleId scale{};
    std::vector<Anchor> anchors{};
    double hours_per_level = 40;
    std::string source{};
};

SkillId insert_skill(db::Tx& tx, const SkillWrite& skill);
void update_skill(db::Tx& tx, SkillId skill, const SkillInput& edit);
std::vector<Anchor> anchors_of(db::Tx& tx, SkillId skill);

SkillGroupId insert_group(db::Tx& tx, std::optional<SkillGroupId> parent, const std::string& key, const Text& name);
std::vector<Group> groups(db::Tx& tx);

RoleId insert_role(db::Tx& tx, const std::string& key, const Text& name, const Text& description,
                   const std::string& source);
RoleProfileId insert_profile(db::Tx& tx, RoleId role, Date valid_from, const std::string& note, AccountId by,
                             const std::vector<Requirement>& requirements);
// The same day, other content: only for a profile that has not yet held on a past day.
void replace_profile(db::Tx& tx, RoleProfileId profile, const std::string& note, AccountId by,
                     const std::vector<Requirement>& requirements);
Profile profile(db::Tx& tx, const ProfileFlat& flat);

std::string joined(const std::vector<std::string>& words);

} // namespace kunna::skills::store
