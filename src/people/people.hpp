// People: finding, showing, adding and editing persons; leaving and coming back; what is stored about one.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "people/person.hpp"

namespace kunna::people {

BOOST_DEFINE_ENUM_CLASS(Status, employed, left, all)
// name: family name first; unit: by the unit's name, then the person's; hired: the newest first.
BOOST_DEFINE_ENUM_CLASS(Order, name, unit, hired)

struct Asked {
    std::string query{}; // words found anywhere in name, number, e-mail or title; letters' case does not matter
    UnitId unit{};       // and everything below it; 0: any
    std::string place{}; // where the unit is; empty: anywhere
    PersonId manager{};  // direct reports only; 0: any
    Status status = Status::employed;
    std::optional<Date> as_of{};
    Order order = Order::name;
    PersonId after{}; // the last of the page before; 0: from the start
    int limit = 50;
};

struct PeoplePage {
    std::vector<PersonRow> items{};
    std::optional<PersonId> next{}; // Asked::after of the next page; none at the end
};

// Only people the actor may see. A page begins where the one before ended, whoever came or went in between.
PeoplePage list(db::Tx& tx, const access::Actor& actor, const Asked& asked);

// not_found, "person.not_found", for a missing and for an invisible person alike.
Result<Profile> profile(db::Tx& tx, const access::Actor& actor, PersonId id, std::optional<Date> as_of = {});

// The first position begins on the hiring day. Refuses field by field: person.number_missing, person.number_taken,
// person.name_missing, person.email_invalid, person.email_taken, person.left_before_hired, unit.not_found,
// person.manager_not_found, position.fte_outside; and unit.not_yours.
Result<Profile> add(db::Tx& tx, const access::Actor& actor, const NewPerson& wanted);
Result<Profile> add(db::Db& db, const access::Actor& actor, const NewPerson& wanted);
// expected: the version the change was made from; another is refused (stale). `left` is leaving, see leave().
Result<Profile> edit(db::Db& db, const access::Actor& actor, PersonId id, const PersonEdit& wanted,
                     std::optional<std::int64_t> expected = {});

struct Leaving {
    Profile person{};
    std::vector<Colleague> without_manager{}; // those who then report to somebody who has left
};
// The last day of employment: positions end with it. Reports stay, and are listed: they need another manager.
Result<Leaving> leave(db::Db& db, const access::Actor& actor, PersonId id, Date last_day);
// Leaving is taken back; the position that ended with it goes on. conflict, "person.has_not_left".
Result<Profile> come_back(db::Db& db, const access::Actor& actor, PersonId id);

// The new position begins on wanted.from and ends the one before on the day before; gaps are allowed. Refuses
// position.overlaps, position.before_hiring, position.after_leaving, position.manager_cycle and what add() refuses.
Result<Position> open_position(db::Tx& tx, const access::Actor& actor, PersonId person, const NewPosition& wanted);
Result<Position> open_position(db::Db& db, const access::Actor& actor, PersonId person, const NewPosition& wanted);

// Visible people whose manager is not employed on the day.
std::vector<Unmanaged> unmanaged(db::Tx& tx, const access::Actor& actor, std::optional<Date> as_of = {});

// What this folder stores about a person, for "my data". The caller has asked access.
struct Everything {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
    std::optional<std::string> email{};
    Date hired{};
    std::optional<Date> left{};
    std::optional<std::int32_t> birth_year{};
    std::optional<Gender> gender{};
    std::vector<Position> positions{};
};
BOOST_DESCRIBE_STRUCT(Everything, (), (id, number, given, family, email, hired, left, birth_year, gender, positions))
Result<Everything> everything(db::Tx& tx, const access::Actor& actor, PersonId id);

// A line of the people file: importing it again changes nothing.
struct ExportRow {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
    std::string email{};
    std::string unit_code{};
    std::string unit_name{};
    std::vector<std::string> unit_path{};
    std::string unit_place{};
    std::string title{};
    std::string manager{}; // number
    double fte = 1;
    Date hired{};
    std::optional<Date> left{};
    std::optional<std::int32_t> birth_year{};
    Gender gender = Gender::unstated;
};
// HR alone may have it: years of birth and genders are in it.
std::vector<ExportRow> all_for_export(db::Tx& tx, const db::Scope& scope, std::optional<Date> as_of = {});

} // namespace kunna::people
