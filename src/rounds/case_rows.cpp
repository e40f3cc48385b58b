// Cases as they are stored.
#include "rounds/case_rows.hpp"

#include "access/visibility.hpp"
#include "rounds/queries.hpp"

#include <algorithm>

namespace kunna::rounds {

namespace {

struct Member {
    UnitId unit{};
    std::int64_t questions = 0;
};
BOOST_DESCRIBE_STRUCT(Member, (), (unit, questions))

bool answers(db::Tx& tx, const access::Actor& actor, const CaseFlat& one) {
    if (one.voice == Voice::assessor) return actor.has(access::Role::assessor) && actor.account.value == one.answerer;
    if (!actor.person.given()) return false;
    if (one.voice == Voice::self) return actor.person == one.person;
    if (one.voice == Voice::manager) return access::manages(tx, actor.person, one.person);
    // Whoever has moved away no longer works with the person.
    return actor.person.value == one.answerer && access::are_colleagues(tx, one.person, actor.person);
}

void count_case(db::Tx& tx, RoundId round, UnitId unit, Voice voice, std::int64_t change) {
    tx.run(queries::count_case, {{"round", round}, {"unit", unit}, {"voice", voice}, {"change", change}});
}

} // namespace

Result<CaseFlat> own_case(db::Tx& tx, const access::Actor& actor, CaseId id) {
    const auto found = tx.one<CaseFlat>(queries::case_by_id, {{"case", id}});
    if (!found || !answers(tx, actor, *found)) return refuse(Kind::not_found, "round.case_not_found");
    return *found;
}

std::optional<CaseId> add_case(db::Tx& tx, RoundId round, PersonId person, Voice voice, std::int64_t answerer,
                               const std::vector<SkillId>& only) {
    const auto member = tx.one<Member>(queries::member_of, {{"round", round}, {"person", person}});
    if (!member || tx.one<CaseId>(queries::case_of,
                                  {{"round", round}, {"person", person}, {"voice", voice}, {"answerer", answerer}}))
        return std::nullopt;
    std::vector<SkillId> about;
    if (!only.empty()) {
        about = tx.all<SkillId>(queries::asked_of, {{"round", round}, {"person", person}});
        std::erase_if(about, [&](SkillId one) { return std::find(only.begin(), only.end(), one) == only.end(); });
        if (about.empty()) return std::nullopt;
    }
    const auto questions = about.empty() ? member->questions : static_cast<std::int64_t>(about.size());
    const auto id = tx.insert<CaseId>(queries::insert_case, {{"round", round},
                                                             {"person", person},
                                                             {"unit", member->unit},
                                                             {"voice", voice},
                                                             {"answerer", answerer},
                                                             {"questions", questions}});
    for (const SkillId skill : about) tx.run(queries::insert_case_skill, {{"case", id}, {"skill", skill}});
    count_case(tx, round, member->unit, voice, 1);
    return id;
}

void remove_case(db::Tx& tx, CaseId id) {
    const CaseFlat gone = *tx.one<CaseFlat>(queries::case_by_id, {{"case", id}});
    tx.run(queries::delete_case_skills, {{"case", id}});
    tx.run(queries::delete_case, {{"case", id}});
    count_case(tx, gone.round, gone.unit, gone.voice, -1);
}

} // namespace kunna::rounds
