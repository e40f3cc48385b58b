// Interest: somebody says that they would like to be reskilled in a programme, for which of its roles, with a few
// words. Nothing is planned for anybody who has not said so. While it stands, HR and L&D within whose units the person
// is see on the candidate board what the person can do of what the programme's roles ask for, and nothing else; each
// look is noted. Taking it back ends that at once, and ends the person's part in the programme.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "reskilling/programme.hpp"

namespace kunna::reskilling {

// Of the words that are agreed to now: texts "reskilling.interest.1" …; an earlier one is never changed.
inline constexpr std::int32_t interest_edition = 1;

struct Interest {
    ProgrammeId programme{};
    std::string words{};
    Instant since{};
    std::vector<RoleId> roles{};
};
BOOST_DESCRIBE_STRUCT(Interest, (), (programme, words, since, roles))

struct InterestInput {
    std::int32_t edition = 0; // of the words that were read
    std::vector<RoleId> roles{};
    std::string words{};
};
BOOST_DESCRIBE_STRUCT(InterestInput, (), (edition, roles, words))

// A programme as everybody is told of it.
struct OpenProgramme {
    ProgrammeId id{};
    std::string name{};
    std::string description{};
    ProgrammeState state = ProgrammeState::open;
    std::string unit_name{};
    Date ready{};
    double hours_a_week = 0;
    std::string owner{}; // name; empty when nobody is named
    std::vector<ProgrammeRole> roles{};
    std::optional<Interest> interest{}; // the actor's own
};
BOOST_DESCRIBE_STRUCT(OpenProgramme, (),
                      (id, name, description, state, unit_name, ready, hours_a_week, owner, roles, interest))

struct OpenProgrammes {
    std::int32_t edition = interest_edition;
    std::string consent{}; // what interest means, in the actor's language
    std::vector<OpenProgramme> items{};
};
BOOST_DESCRIBE_STRUCT(OpenProgrammes, (), (edition, consent, items))

// Those open for interest, and those the actor has an interest in that stands.
OpenProgrammes open_programmes(db::Tx& tx, const access::Actor& actor);
// Again with other roles or words changes it. Refuses programme.not_found, programme.not_open, interest.only_people
// (an account without a person), interest.other_words when others than today's were read, interest.roles at /roles,
// skill.text_too_long at /words, interest.already_member for those who are past the choice of roles.
Result<OpenProgrammes> express_interest(db::Tx& tx, const access::Actor& actor, ProgrammeId programme,
                                        const InterestInput& wanted);
// What does not stand is taken back without a word. Whoever was selected leaves the programme by it.
Result<OpenProgrammes> take_back_interest(db::Tx& tx, const access::Actor& actor, ProgrammeId programme);

} // namespace kunna::reskilling
