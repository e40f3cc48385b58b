// From an occupation to a draft, from a draft to a role.
#include "drafts/drafts.hpp"

#include "base/text.hpp"
#include "base/texts.hpp"
#include "drafts/known.hpp"
#include "skills/roles.hpp"
#include "taxonomies/links.hpp"

namespace kunna::drafts {

namespace {

using taxonomies::Concept;
using taxonomies::ConceptLabel;

skills::Text role_name(const Concept& occupation) {
    skills::Text name;
    for (const ConceptLabel& label : occupation.labels) {
        if (label.language == "sv") name.sv = text::capitalise(label.preferred);
        if (label.language == "en") name.en = text::capitalise(label.preferred);
    }
    return name;
}

skills::Text role_description(const Concept& occupation) {
    skills::Text description;
    for (const ConceptLabel& label : occupation.labels) {
        if (label.language == "sv") description.sv = text::cut(label.description, skills::longest_text);
        if (label.language == "en") description.en = text::cut(label.description, skills::longest_text);
    }
    return description;
}

DraftLine line_of(const ConceptRow& row, RelationKind relation, Known& known) {
    const Proposed proposed = relation == RelationKind::essential ? of_essential : of_optional;
    DraftLine line;
    line.concept_ = row;
    line.relation = relation;
    line.level = proposed.level;
    line.importance = proposed.importance;
    if (const skills::KnownSkill* skill = known.skill_for(row)) {
        line.skill = skill->id;
        line.name = skill->name;
        line.level = within(*skill, line.level);
    } else {
        line.name = name_of(row);
    }
    return line;
}

// The skill that a confirmed line requires.
Result<SkillId> skill_of(db::Tx& tx, const access::Actor& actor, const ConfirmedLine& line, const std::string& where) {
    const bool edits = actor.may(access::Permission::edit_catalogue);
    if (line.skill) {
        if (line.concept_ && edits && TRY(taxonomies::links_of(tx, *line.skill, actor.language)).empty())
            TRY(taxonomies::link(tx, actor, *line.skill, *line.concept_));
        return *line.skill;
    }
    if (!line.concept_) return refuse_field(where, "draft.of_what");
    if (!edits) return access::lacks(access::Permission::edit_catalogue);
    return taxonomies::take_in(tx, actor, *line.concept_);
}

} // namespace

Result<OccupationDraft> of_occupation(db::Tx& tx, const access::Actor& actor, ConceptId occupation) {
    const Concept found = TRY(taxonomies::find_concept(tx, occupation, actor.language));
    if (found.type != taxonomies::ConceptType::occupation) return refuse(Kind::invalid, "draft.no_occupation");
    OccupationDraft draft;
    draft.name = role_name(found);
    draft.description = role_description(found);
    draft.taxonomy_name = found.taxonomy_name;
    draft.attribution = found.attribution;
    draft.rule =
        texts::say(actor.language, "draft.rule",
                   std::vector<std::pair<std::string, std::string>>{{"essential", std::to_string(of_essential.level)},
                                                                    {"optional", std::to_string(of_optional.level)}});
    Known known{tx};
    for (const ConceptRow& row : found.essential) draft.lines.push_back(line_of(row, RelationKind::essential, known));
    for (const ConceptRow& row : found.optional) draft.lines.push_back(line_of(row, RelationKind::optional, known));
    return draft;
}

Result<skills::RoleProfile> add_confirmed(db::Tx& tx, const access::Actor& actor, const ConfirmedRole& wanted) {
    if (wanted.requirements.empty()) return refuse_field("/requirements", "draft.empty");
    const skills::RoleProfile role = TRY(skills::add_role(tx, actor, {{}, wanted.name, wanted.description}));
    skills::NewProfile profile;
    profile.valid_from = wanted.valid_from.value_or(tx.today());
    profile.note = wanted.note;
    for (std::size_t i = 0; i < wanted.requirements.size(); ++i) {
        const ConfirmedLine& line = wanted.requirements[i];
        const SkillId skill = TRY(skill_of(tx, actor, line, "/requirements/" + std::to_string(i)));
        profile.requirements.push_back({skill, {}, line.level, line.importance, line.must});
    }
    return skills::add_profile(tx, actor, role.id, profile);
}

} // namespace kunna::drafts
