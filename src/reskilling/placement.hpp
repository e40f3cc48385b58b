// Placement: the role that somebody was placed in becomes theirs, and the one they came from ends.
#pragma once

#include "reskilling/members.hpp"

namespace kunna::reskilling {

bool holds_role(db::Tx& tx, PersonId person, RoleId role, Date day);

// From the day of the placement; the role they came from ends the day before. By whoever runs the programme and may
// edit the person. Refuses programme.not_yours, member.not_found, member.not_placed, member.has_role, person.not_found
// (whom the actor may not edit).
Result<Member> give_placed_role(db::Tx& tx, const access::Actor& actor, MemberId member);

} // namespace kunna::reskilling
