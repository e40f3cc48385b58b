// Units: the tree, who is in it by number, adding and changing units.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "people/unit.hpp"

#include <unordered_map>
#include <vector>

namespace kunna::people {

// In tree order: a unit, then everything below it; siblings by code, then by name, as the language orders them.
// people counts those with a position in the unit or below it on the day.
std::vector<Unit> units(db::Tx& tx, std::optional<Date> as_of = {}, std::string_view language = "sv");
// not_found, "unit.not_found"
Result<Unit> unit(db::Tx& tx, UnitId id);

// Refuses: unit.code_missing, unit.name_missing, unit.code_taken, unit.parent_not_found, unit.not_yours (HR of a unit
// may only add and change what lies in it).
Result<Unit> add_unit(db::Tx& tx, const access::Actor& actor, const NewUnit& wanted);
Result<Unit> add_unit(db::Db& db, const access::Actor& actor, const NewUnit& wanted);
// Also refuses (conflict, unit.below_itself) to move a unit below itself, and (stale) another version than expected.
Result<Unit> edit_unit(db::Db& db, const access::Actor& actor, UnitId id, const UnitEdit& wanted,
                       std::optional<std::int64_t> expected = {});

// May the actor place people in the unit? forbidden, "unit.not_yours"; not_found, "unit.not_found".
Result<void> may_place(db::Tx& tx, const access::Actor& actor, UnitId unit);
// HR of the whole organisation, or the system itself.
bool over_whole_organisation(const access::Actor& actor);

struct Whereabouts {
    std::string code{};
    std::vector<std::string> path{}; // names from the top down to the unit: {"Kunna AB", "Produktion", "Linje A"}
    std::string located{};           // as Unit::located
};
std::unordered_map<UnitId, Whereabouts> whereabouts(db::Tx& tx);

} // namespace kunna::people
