// Assessors from outside: whoever runs a round makes an account for somebody who answers about some of its people. The
// account opens those cases and nothing else, and nothing at all after its last day. Only of those who may change the
// round (round.not_yours); people are those of the round that the actor may edit.
#pragma once

#include "access/account.hpp"
#include "db/db.hpp"
#include "notices/outbox.hpp"
#include "rounds/round.hpp"

namespace kunna::rounds {

// invited: the link has not been used. closed: by an administrator.
BOOST_DEFINE_ENUM_CLASS(AssessorState, invited, active, over, closed)

struct AssessorCase {
    PersonId person{};
    std::string name{};
    std::int64_t questions = 0;
    std::int64_t answered = 0;
};
BOOST_DESCRIBE_STRUCT(AssessorCase, (), (person, name, questions, answered))

struct Assessor {
    AccountId account{};
    std::string name{};
    std::string email{};
    std::string organisation{};
    Date last_day{};
    AssessorState state = AssessorState::invited;
    std::optional<notices::Mail> letter{}; // of one who is invited by e-mail: how it fares
    std::vector<AssessorCase> cases{};     // by name
};
BOOST_DESCRIBE_STRUCT(Assessor, (), (account, name, email, organisation, last_day, state, letter, cases))

// Whom to answer about: people, and everybody of the round in a unit with all below it.
struct GivenCases {
    std::vector<PersonId> people{};
    std::optional<UnitId> unit{};
    std::vector<SkillId> skills{}; // of those that are asked; all of them when empty
};
BOOST_DESCRIBE_STRUCT(GivenCases, (), (people, unit, skills))

struct NewRoundAssessor : GivenCases {
    std::string email{};
    std::string name{};
    std::string organisation{};
    std::optional<std::string> language{};
    std::optional<Date> last_day{}; // the round's, when absent
};
BOOST_DESCRIBE_STRUCT(NewRoundAssessor, (GivenCases), (email, name, organisation, language, last_day))

struct InvitedAssessor : access::Invitation {
    Assessor assessor{};
};
BOOST_DESCRIBE_STRUCT(InvitedAssessor, (access::Invitation), (assessor))

struct RoundMember {
    PersonId person{};
    std::string name{};
    std::string unit_name{};
};
BOOST_DESCRIBE_STRUCT(RoundMember, (), (person, name, unit_name))

Result<std::vector<Assessor>> assessors(db::Tx& tx, const access::Actor& actor, RoundId round);
// Of an open round. Whoever was an assessor in a round that is over may come back. Refuses, each at its place, what
// makes no account, /last_day outside today and the round's last day (round.last_day_outside), /people and /unit that
// the actor may not edit, and /people when no case comes of it.
Result<InvitedAssessor> add_assessor(db::Tx& tx, const access::Actor& actor, RoundId round,
                                     const NewRoundAssessor& wanted);
// Those that it has already are let be. round.assessor_not_found.
Result<Assessor> give_cases(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account,
                            const GivenCases& wanted);
// Refuses round.case_answered.
Result<Assessor> take_case(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account, PersonId person);
// Prolongs or shortens, also what was over.
Result<Assessor> set_assessor_last_day(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account,
                                       Date last_day);
// From now on it opens nothing.
Result<Assessor> end_assessor(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account);
// Anew, by a letter where e-mail is set up, unless by hand; refuses round.assessor_over.
Result<access::Invitation> invite_again(db::Tx& tx, const access::Actor& actor, RoundId round, AccountId account,
                                        bool by_hand);
// People of the round to choose among, by name; at most fifty.
Result<std::vector<RoundMember>> members(db::Tx& tx, const access::Actor& actor, RoundId round, std::string_view words);

// "Eva Ek, Nordkontroll": as whom the actor's statements are signed.
std::string assessor_named(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::rounds
