// Links: which concept of a taxonomy a skill of the organisation's own catalogue stands for, one a taxonomy. What is
// assessed is always the skill. When a release replaces a concept, its links lead to the one in its place.
#pragma once

#include "access/actor.hpp"
#include "skills/skill.hpp"
#include "taxonomies/taxonomies.hpp"

#include <boost/describe/enum.hpp>
#include <unordered_map>

namespace kunna::taxonomies {

struct SkillLink {
    TaxonomyId taxonomy{};
    std::string taxonomy_name{};
    std::string attribution{};
    ConceptRow concept_{};
    std::optional<ConceptRow> linked{}; // what was linked, when a release has replaced it
};
BOOST_DESCRIBE_STRUCT(SkillLink, (), (taxonomy, taxonomy_name, attribution, concept_, linked))

struct StandIn {
    SkillId skill{};
    skills::Text name{};
    bool retired = false;
};
BOOST_DESCRIBE_STRUCT(StandIn, (), (skill, name, retired))

// Refuses skill.not_found.
Result<std::vector<SkillLink>> links_of(db::Tx& tx, SkillId skill, std::string_view language);
// The skills that stand for a concept. Refuses concept.not_found.
Result<std::vector<StandIn>> stand_ins(db::Tx& tx, ConceptId concept_);
// Concept → the skill in use that stands for it; of several the one that came first.
std::unordered_map<ConceptId, SkillId> all_stand_ins(db::Tx& tx);

// What a taxonomy says of two skills in use, by the concepts they stand for. same: one concept. broader: the one is
// above the other. essential, optional: the one needs the other. siblings: directly under the same concept.
BOOST_DEFINE_ENUM_CLASS(SkillEdgeKind, same, broader, essential, optional, siblings)
struct SkillEdge {
    SkillId one{};
    SkillId other{};
    SkillEdgeKind kind = SkillEdgeKind::same;
    ConceptId through{}; // siblings: what both are under; else what the one stands for
};
// Each pair once a kind and concept. A concept with more than fifty of the skills under it says nothing of two of them.
std::vector<SkillEdge> skill_edges(db::Tx& tx);

// In the place of the skill's link to the same taxonomy, if it has one; a concept that has been replaced stands for the
// one in its place. Refuses skill.not_found, concept.not_found, concept.no_skill, concept.retired.
Result<void> link(db::Tx& tx, const access::Actor& actor, SkillId skill, ConceptId concept_);
// concept_: as the links are shown. Refuses skill.not_found, concept.not_linked.
Result<void> unlink(db::Tx& tx, const access::Actor& actor, SkillId skill, ConceptId concept_);

// The skill that stands for a concept from now on: one that does already, else one in use of the same name, else a new
// one with the concept's names and description. Refuses as link().
Result<SkillId> take_in(db::Tx& tx, const access::Actor& actor, ConceptId concept_);

} // namespace kunna::taxonomies
