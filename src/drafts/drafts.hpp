// What one does with drafts: an occupation becomes one, and a confirmed one becomes a role.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "drafts/draft.hpp"

namespace kunna::drafts {

// What the occupation needs, essential first. Refuses concept.not_found, draft.no_occupation.
Result<OccupationDraft> of_occupation(db::Tx& tx, const access::Actor& actor, ConceptId occupation);

// The role, its first profile, and the skills that are missing, in the caller's transaction. Refuses what adding each
// of them refuses; draft.empty, draft.of_what; and forbidden, when a concept is to be taken in by somebody who may not
// edit the catalogue.
Result<skills::RoleProfile> add_confirmed(db::Tx& tx, const access::Actor& actor, const ConfirmedRole& wanted);

} // namespace kunna::drafts
