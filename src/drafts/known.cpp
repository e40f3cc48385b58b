// What the catalogue has already.
#include "drafts/known.hpp"

#include "base/text.hpp"
#include "taxonomies/links.hpp"

#include <algorithm>

namespace kunna::drafts {

Known::Known(db::Tx& tx) : finder_{tx}, stand_ins_{taxonomies::all_stand_ins(tx)} {}

const skills::KnownSkill* Known::skill_for(const taxonomies::ConceptRow& concept_) {
    if (const auto at = stand_ins_.find(concept_.id); at != stand_ins_.end()) return finder_.by_id(at->second);
    // By an alternative name a broader skill would be found: "SQL" among those of data analysis.
    const skills::KnownSkill* named = finder_.find(concept_.label.text);
    const std::string folded = text::fold(concept_.label.text);
    const bool same = named != nullptr && !named->retired &&
                      (text::fold(named->name.sv) == folded || text::fold(named->name.en) == folded);
    return same ? named : nullptr;
}

std::int32_t within(const skills::KnownSkill& skill, std::int32_t level) {
    return std::clamp(level, std::min(skill.lowest + 1, skill.highest), skill.highest);
}

skills::Text name_of(const taxonomies::ConceptRow& concept_) {
    skills::Text name;
    (concept_.label.language == "sv" ? name.sv : name.en) = text::capitalise(concept_.label.text);
    return name;
}

} // namespace kunna::drafts
