// The person page, made within a given scope. Private to the folder.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "people/person.hpp"

namespace kunna::people {

Result<Profile> profile_within(db::Tx& tx, const access::Actor& actor, const db::Scope& scope, PersonId id,
                               std::optional<Date> as_of = {});

} // namespace kunna::people
