// What forms and grids have in common.
#include "rounds/asked.hpp"

#include "assessments/assessments.hpp"
#include "rounds/queries.hpp"

#include <unordered_map>

namespace kunna::rounds {

AskedSkill asked_skill(const db::Row& row) {
    return {SkillId{row.integer(1)},
            {std::string{row.text(2)}, std::string{row.text(3)}},
            {std::string{row.text(4)}, std::string{row.text(5)}},
            ScaleId{row.integer(6)},
            {}};
}

void add_anchors(db::Tx& tx, RoundId round, const std::vector<AskedSkill*>& skills) {
    std::unordered_map<std::int64_t, AskedSkill*> by_id;
    for (AskedSkill* skill : skills) by_id[skill->id.value] = skill;
    tx.run(queries::anchors_of_round, {{"round", round}}, [&](const db::Row& row) {
        if (const auto at = by_id.find(row.integer(0)); at != by_id.end())
            at->second->anchors.push_back(
                {static_cast<std::int32_t>(row.integer(1)), {std::string{row.text(2)}, std::string{row.text(3)}}});
    });
}

GivenAnswer given_answer(const db::Row& row, int column) {
    return {db::from_column<AnswerKind>(row, column), db::from_column<std::optional<std::int32_t>>(row, column + 1)};
}

std::map<SkillId, SaidBefore> said_before(db::Tx& tx, PersonId person, assessments::Source source) {
    std::map<SkillId, SaidBefore> last;
    for (const assessments::EvidenceRow& said : assessments::evidence_of(tx, person)) {
        if (said.source != source || said.ended || (said.expires && *said.expires < tx.today())) continue;
        const auto [at, first] = last.try_emplace(said.skill, SaidBefore{said.level, said.day});
        if (!first && at->second.day <= said.day) at->second = {said.level, said.day};
    }
    return last;
}

} // namespace kunna::rounds
