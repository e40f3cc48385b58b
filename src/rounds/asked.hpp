// What forms and grids have in common: the skills that are asked about, and what was said of them. Private to rounds.
#pragma once

#include "assessments/assessment.hpp"
#include "db/db.hpp"
#include "rounds/answer.hpp"

#include <map>

namespace kunna::rounds {

// Columns: group, id, name_sv, name_en, description_sv, description_en, scale.
AskedSkill asked_skill(const db::Row& row);
// Gives each skill the anchors of its own.
void add_anchors(db::Tx& tx, RoundId round, const std::vector<AskedSkill*>& skills);
// Columns from the given one on: kind, level.
GivenAnswer given_answer(const db::Row& row, int column);
// By skill, what the source said last about the person and still stands.
std::map<SkillId, SaidBefore> said_before(db::Tx& tx, PersonId person, assessments::Source source);

} // namespace kunna::rounds
