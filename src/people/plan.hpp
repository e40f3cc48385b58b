// An import of people: compared first, then applied, exactly as compared.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "people/record.hpp"

#include <span>

namespace kunna::people {

// What the records would change; changes nothing. Problems name row, column and value; see texts/people.json.
// Compares with everyone, so what it tells is for HR of the whole organisation (apply_people checks).
PeopleChange plan_people(db::Tx& tx, std::span<const PersonRecord> records, const PlanOptions& options);

// Applies exactly the change, with one entry in the trail ("people.imported", counts as fields); a change of nothing
// writes nothing. Refuses: people.import_has_problems (errors), people.import_needs_everyone (HR of a unit only),
// people.changed_meanwhile (something else was stored since it was compared: plan again).
Result<void> apply_people(db::Tx& tx, const access::Actor& actor, const PeopleChange& change);

} // namespace kunna::people
