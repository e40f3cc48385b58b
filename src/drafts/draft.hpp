// A draft of a role: skills proposed for it, each with a level, for a person to confirm, change or drop. Nothing of a
// draft is stored; only what was confirmed becomes a role.
#pragma once

#include "skills/role.hpp"
#include "taxonomies/taxonomy.hpp"

namespace kunna::drafts {

using taxonomies::ConceptRow;
using taxonomies::RelationKind;

// What an occupation's relation to a skill proposes. A level is a step of the Kunna scale, kept within the scale of a
// skill that has another.
struct Proposed {
    std::int32_t level = 0;
    std::int32_t importance = 0;
};
inline constexpr Proposed of_essential{3, 2};
inline constexpr Proposed of_optional{2, 1};

struct DraftLine {
    ConceptRow concept_{};
    std::optional<SkillId> skill{}; // that stands for the concept, or bears its name; absent: it would be taken in
    skills::Text name{};            // of the skill, else as it would be taken in
    RelationKind relation = RelationKind::essential;
    std::int32_t level = 0;
    std::int32_t importance = 0;
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(DraftLine, (), (concept_, skill, name, relation, level, importance, must))

struct OccupationDraft {
    skills::Text name{};
    skills::Text description{};
    std::string taxonomy_name{};
    std::string attribution{};
    std::string rule{}; // how levels were proposed, in the reader's words
    std::vector<DraftLine> lines{};
};
BOOST_DESCRIBE_STRUCT(OccupationDraft, (), (name, description, taxonomy_name, attribution, rule, lines))

// A confirmed line: a skill of the catalogue, or a concept that is to be taken in; both: the skill is linked to the
// concept, unless it has links already.
struct ConfirmedLine {
    std::optional<SkillId> skill{};
    std::optional<ConceptId> concept_{};
    std::int32_t level = 0;
    std::int32_t importance = 1;
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(ConfirmedLine, (), (skill, concept_, level, importance, must))

struct ConfirmedRole {
    skills::Text name{};
    skills::Text description{};
    std::optional<Date> valid_from{}; // today when absent
    std::string note{};
    std::vector<ConfirmedLine> requirements{};
};
BOOST_DESCRIBE_STRUCT(ConfirmedRole, (), (name, description, valid_from, note, requirements))

} // namespace kunna::drafts
