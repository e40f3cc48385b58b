// What one does with rounds: draft, open, close. HR's work; HR of some units sees the rounds that reach into them and
// changes its own.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/round.hpp"

namespace kunna::rounds {

// Newest first.
std::vector<RoundRow> rounds(db::Tx& tx, const access::Actor& actor);
// not_found, "round.not_found": missing, or none of the actor's.
Result<Round> find_round(db::Tx& tx, const access::Actor& actor, RoundId round);

// Refuses names, dates, skills, voices, units and roles that make no round, each at its place.
Result<Round> add_round(db::Tx& tx, const access::Actor& actor, const NewRound& wanted);
// version: what the editor had before it. Only drafts: round.not_draft. Another's: forbidden, round.not_yours.
Result<Round> edit_round(db::Tx& tx, const access::Actor& actor, RoundId round, std::optional<std::int64_t> version,
                         const NewRound& wanted);
Result<void> discard_round(db::Tx& tx, const access::Actor& actor, RoundId round);
// Fixes who is asked about what, as of today and within what the actor may edit. Refuses round.nobody when that is
// nobody, round.closes_passed, and round.not_draft the second time.
Result<Round> open_round(db::Tx& tx, const access::Actor& actor, RoundId round);
// Before its last day; refuses round.not_open.
Result<Round> close_round(db::Tx& tx, const access::Actor& actor, RoundId round);

// Drafts of the actor's that were to be open by now.
std::int64_t overdue_drafts(db::Tx& tx, const access::Actor& actor);

} // namespace kunna::rounds
