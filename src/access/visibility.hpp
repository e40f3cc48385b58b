// Visibility: which people's rows an actor may see. The one place where it is decided (security.md §3).
#pragma once

#include "access/actor.hpp"
#include "base/result.hpp"
#include "db/db.hpp"

#include <boost/describe.hpp>

namespace kunna::access {

// What is looked at decides who may look.
enum class Sight : std::uint8_t {
    profile,    // name, position, roles: self, the whole chain of managers, HR and L&D within their units
    levels,     // assessments, person by person: self, the direct manager, HR with a stated reason
    edit,       // persons, positions, roles held: HR within its units
    findable,   // name, unit and the levels searched for, of those elsewhere who consented: any manager
    interested, // what reskilling asks for, of those whose interest in it stands: HR and L&D within their units
};

// No query about people runs without one.
[[nodiscard]] db::Scope visible_people(db::Tx& tx, const Actor& actor, Sight sight);

// Whether consent opens anybody to the actor (Sight::findable): of managers alone.
[[nodiscard]] bool finds_by_consent(const Actor& actor);

// The same answer for a missing and an invisible person: not_found, "person.not_found". HR that has not yet stated why
// it opens a person's levels gets forbidden, "access.reason_needed".
Result<void> may_see(db::Tx& tx, const Actor& actor, Sight sight, PersonId person);
// Would may_see(levels) say reason_needed?
[[nodiscard]] bool reason_needed(db::Tx& tx, const Actor& actor, PersonId person);
// The direct manager of the person today, by reporting line.
[[nodiscard]] bool manages(db::Tx& tx, PersonId manager, PersonId person);

// A colleague as one may be told of: name and title, nothing else.
struct Colleague {
    PersonId person{};
    std::string name{};
    std::string title{};
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (person, name, title))
// Whom a person may choose among to be assessed by, and by whom they are known by name: those who work on the day in
// one of the person's units or under the same manager, neither of whom leads the other. By name; at most as many as
// the limit whose name has the words asked for. The caller has asked that it is the person, or their manager, who
// looks.
[[nodiscard]] std::vector<Colleague> colleagues(db::Tx& tx, PersonId person, std::string_view words, std::size_t limit);
[[nodiscard]] bool are_colleagues(db::Tx& tx, PersonId person, PersonId other);

// One entry for each person other than the actor whose data was opened; the person sees it. Own transaction.
// what: "levels", "profile", "team", "everything", "export", "wishes", "found", "round" …
void note_read(db::Db& db, const Actor& actor, const std::vector<PersonId>& people, std::string_view what);

} // namespace kunna::access
