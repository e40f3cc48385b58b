// Rows of the catalogue, in and out.
#include "skills/store.hpp"

#include "base/text.hpp"
#include "skills/queries.hpp"

namespace kunna::skills::store {

namespace {

void insert_anchors(db::Tx& tx, SkillId skill, const std::vector<Anchor>& anchors) {
    for (const Anchor& a : anchors)
        tx.run(queries::insert_anchor,
               {{"skill", skill}, {"level", a.level}, {"text_sv", a.text.sv}, {"text_en", a.text.en}});
}

void insert_requirements(db::Tx& tx, RoleProfileId profile, const std::vector<Requirement>& requirements) {
    for (const Requirement& r : requirements)
        tx.run(queries::insert_requirement, {{"profile", profile},
                                             {"skill", r.skill},
                                             {"level", r.level},
                                             {"importance", r.importance},
                                             {"must", r.must}});
}

} // namespace

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        const std::string clean = text::squeeze(word); // a line break inside would make two of it
        if (clean.empty()) continue;
        if (!all.empty()) all += '\n';
        all += clean;
    }
    return all;
}

SkillId insert_skill(db::Tx& tx, const SkillWrite& skill) {
    const std::string alternative_sv = joined(skill.alternative.sv);
    const std::string alternative_en = joined(skill.alternative.en);
    const auto id = tx.insert<SkillId>(queries::insert_skill, {{"key", skill.key},
                                                               {"skill_group", skill.group},
                                                               {"kind", skill.kind},
                                                               {"scale", skill.scale},
                                                               {"name_sv", skill.name.sv},
                                                               {"name_en", skill.name.en},
                                                               {"description_sv", skill.description.sv},
                                                               {"description_en", skill.description.en},
                                                               {"alternative_sv", alternative_sv},
                                                               {"alternative_en", alternative_en},
                                                               {"hours_per_level", skill.hours_per_level},
                                                               {"source", skill.source}});
    insert_anchors(tx, id, skill.anchors);
    return id;
}

void update_skill(db::Tx& tx, SkillId skill, const SkillInput& edit) {
    const std::string alternative_sv = joined(edit.alternative.sv);
    const std::string alternative_en = joined(edit.alternative.en);
    tx.run(queries::update_skill, {{"skill", skill},
                                   {"skill_group", edit.group},
                                   {"kind", edit.kind},
                                   {"name_sv", edit.name.sv},
                                   {"name_en", edit.name.en},
                                   {"description_sv", edit.description.sv},
                                   {"description_en", edit.description.en},
                                   {"alternative_sv", alternative_sv},
                                   {"alternative_en", alternative_en},
                                   {"hours_per_level", edit.hours_per_level},
                                   {"retired", edit.retired.value_or(false)}});
    tx.run(queries::delete_anchors, {{"skill", skill}});
    insert_anchors(tx, skill, edit.anchors);
}

std::vector<Anchor> anchors_of(db::Tx& tx, SkillId skill) {
    std::vector<Anchor> anchors;
    tx.run(queries::anchors_of_skill, {{"skill", skill}}, [&](const db::Row& row) {
        anchors.push_back(
            {static_cast<std::int32_t>(row.integer(0)), {std::string{row.text(1)}, std::string{row.text(2)}}});
    });
    return anchors;
}

SkillGroupId insert_group(db::Tx& tx, std::optional<SkillGroupId> parent, const std::string& key, const Text& name) {
    return tx.insert<SkillGroupId>(queries::insert_group,
                                   {{"parent", parent}, {"key", key}, {"name_sv", name.sv}, {"name_en", name.en}});
}

std::vector<Group> groups(db::Tx& tx) {
    std::vector<Group> all;
    tx.run(queries::groups, {}, [&](const db::Row& row) {
        Group group{SkillGroupId{row.integer(0)}, std::string{row.text(2)}, {}, {}};
        if (!row.null(1)) group.parent = SkillGroupId{row.integer(1)};
        group.name = {std::string{row.text(3)}, std::string{row.text(4)}};
        all.push_back(std::move(group));
    });
    return all;
}

RoleId insert_role(db::Tx& tx, const std::string& key, const Text& name, const Text& description,
                   const std::string& source) {
    return tx.insert<RoleId>(queries::insert_role, {{"key", key},
                                                    {"name_sv", name.sv},
                                                    {"name_en", name.en},
                                                    {"description_sv", description.sv},
                                                    {"description_en", description.en},
                                                    {"source", source}});
}

RoleProfileId insert_profile(db::Tx& tx, RoleId role, Date valid_from, const std::string& note, AccountId by,
                             const std::vector<Requirement>& requirements) {
    const auto id = tx.insert<RoleProfileId>(
        queries::insert_profile,
        {{"role", role}, {"valid_from", valid_from}, {"note", note}, {"account", by}, {"created", tx.now()}});
    insert_requirements(tx, id, requirements);
    return id;
}

void replace_profile(db::Tx& tx, RoleProfileId profile, const std::string& note, AccountId by,
                     const std::vector<Requirement>& requirements) {
    tx.run(queries::update_profile, {{"profile", profile}, {"note", note}, {"account", by}, {"created", tx.now()}});
    tx.run(queries::delete_requirements, {{"profile", profile}});
    insert_requirements(tx, profile, requirements);
}

Profile profile(db::Tx& tx, const ProfileFlat& flat) {
    Profile full{flat.id, flat.valid_from, flat.note, {}};
    for (RequirementFlat& r : tx.all<RequirementFlat>(queries::requirements_of_profile, {{"profile", flat.id}}))
        full.requirements.push_back(
            {r.skill, Text{std::move(r.name_sv), std::move(r.name_en)}, r.level, r.importance, r.must});
    return full;
}

} // namespace kunna::skills::store
