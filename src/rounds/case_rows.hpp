// A case as it is stored: whose it is, and how cases of colleagues and assessors come and go. Private to rounds.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/round.hpp"

namespace kunna::rounds {

struct CaseFlat {
    CaseId id{};
    RoundId round{};
    PersonId person{};
    UnitId unit{};
    Voice voice = Voice::self;
    std::int64_t answerer = 0; // the colleague's person, the assessor's account
    std::int64_t questions = 0;
    std::int64_t answered = 0;
    std::string name{}; // of the round
    RoundState state = RoundState::draft;
    Date closes{};

    [[nodiscard]] bool open_on(Date day) const { return state == RoundState::open && day <= closes; }
};
BOOST_DESCRIBE_STRUCT(CaseFlat, (),
                      (id, round, person, unit, voice, answerer, questions, answered, name, state, closes))

// The case, for whoever answers it on the day; to everybody else it does not exist.
Result<CaseFlat> own_case(db::Tx& tx, const access::Actor& actor, CaseId id);

// A case about a member of the round; only: the skills it is about, all that are asked about the person when empty.
// Nothing when the person is not in the round, when nothing of it is asked about them, or when there is one already.
std::optional<CaseId> add_case(db::Tx& tx, RoundId round, PersonId person, Voice voice, std::int64_t answerer,
                               const std::vector<SkillId>& only = {});
// One that nothing is answered in.
void remove_case(db::Tx& tx, CaseId id);

} // namespace kunna::rounds
