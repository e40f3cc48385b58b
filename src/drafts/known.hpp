// Known: the catalogue, as far as drafts ask it.
#pragma once

#include "db/db.hpp"
#include "skills/catalogue.hpp"
#include "taxonomies/taxonomy.hpp"

#include <unordered_map>

namespace kunna::drafts {

class Known {
public:
    explicit Known(db::Tx& tx);

    // The skill in use that stands for a concept, else one that bears its name; null when there is none.
    const skills::KnownSkill* skill_for(const taxonomies::ConceptRow& concept_);
    [[nodiscard]] const skills::SkillFinder& skills() const { return finder_; }

private:
    skills::SkillFinder finder_;
    std::unordered_map<ConceptId, SkillId> stand_ins_;
};

// The level within the skill's scale.
std::int32_t within(const skills::KnownSkill& skill, std::int32_t level);
// The name under which a concept would be taken in, as far as its row tells.
skills::Text name_of(const taxonomies::ConceptRow& concept_);

} // namespace kunna::drafts
