// Suggestion: who could be taken to which role, as one assignment of all who are interested, with a bound that no other
// one can fall below (planning/assignment.hpp). It selects nobody.
#pragma once

#include "reskilling/board.hpp"

namespace kunna::reskilling {

// hours: the fewest hours until ready. suitability: the greatest transferability, in per mille of a whole role.
BOOST_DEFINE_ENUM_CLASS(SuggestionAim, hours, suitability)
// must: in this role in any case. never: not in it; without a role, in none.
BOOST_DEFINE_ENUM_CLASS(LockKind, must, never)

struct Lock {
    PersonId person{};
    std::optional<RoleId> role{};
    LockKind kind = LockKind::must;
};
BOOST_DESCRIBE_STRUCT(Lock, (), (person, role, kind))

struct SuggestionAsked {
    SuggestionAim aim = SuggestionAim::hours;
    std::vector<Lock> locks{};
};
BOOST_DESCRIBE_STRUCT(SuggestionAsked, (), (aim, locks))

struct Suggested {
    PersonId person{};
    RoleId role{};
    double hours = 0;
    double transferability = 0;
    bool settled = false; // selected already, or locked
};
BOOST_DESCRIBE_STRUCT(Suggested, (), (person, role, hours, transferability, settled))

// Somebody whom the locks put elsewhere than the suggestion without them would.
struct SuggestionChange {
    PersonId person{};
    std::optional<RoleId> before{};
    std::optional<RoleId> after{};
};
BOOST_DESCRIBE_STRUCT(SuggestionChange, (), (person, before, after))

struct Suggestion {
    SuggestionAim aim = SuggestionAim::hours;
    std::vector<Suggested> items{}; // by name of the person
    std::int64_t left_out = 0;      // people without a role
    std::int64_t free = 0;          // places that nobody fills
    // Of hours: hours. Of suitability: what is not brought along, in per mille. bound: no assignment of as many people
    // under the same locks is below it.
    double total = 0;
    double bound = 0;
    bool least = false; // the total is proven to be the least there is
    std::optional<double> total_without_locks{};
    std::vector<SuggestionChange> changed{}; // by the locks
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (aim, items, left_out, free, total, bound, least, total_without_locks, changed))

// Nobody is suggested for a role they have not asked for. Whoever is selected already stays. Refuses, at /locks/0/…:
// lock.person (not on the board), lock.role (no target of the programme, or a must without a role), lock.not_asked_for
// (a must for a role that the person did not ask for), lock.contradiction (a must for two roles, or a must and a never
// for the same), lock.selected (somebody who is selected), lock.too_many (more musts than places).
Result<Suggestion> suggest(const CandidateBoard& board, const Fits& fits, const SuggestionAsked& asked);

} // namespace kunna::reskilling
