// What people keeps in the database. Private to the folder.
#pragma once

#include "db/db.hpp"
#include "people/person.hpp"
#include "people/record.hpp"
#include "people/reporting.hpp"
#include "people/unit.hpp"

namespace kunna::people::store {

struct StoredPerson {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
    std::optional<std::string> email{};
    Date hired{};
    std::optional<Date> left_on{};
    std::optional<std::int32_t> birth_year{};
    Gender gender = Gender::unstated;
    std::int64_t version = 0;

    [[nodiscard]] Details details() const { return {number, given, family, email, hired, left_on, birth_year, gender}; }
};
BOOST_DESCRIBE_STRUCT(StoredPerson, (), (id, number, given, family, email, hired, left_on, birth_year, gender, version))

struct StoredUnit {
    UnitId id{};
    std::optional<UnitId> parent{};
    std::string code{};
    std::string name{};
    std::optional<std::string> place{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(StoredUnit, (), (id, parent, code, name, place, version))

std::optional<StoredPerson> person(db::Tx& tx, PersonId id);
std::optional<StoredPerson> visible_person(db::Tx& tx, const db::Scope& scope, PersonId id);
std::optional<std::string> name_in_scope(db::Tx& tx, const db::Scope& scope, PersonId id);
Career career_of(db::Tx& tx, PersonId id);
std::vector<Position> positions_of(db::Tx& tx, const db::Scope& scope, PersonId id);
std::vector<Line> lines_of(db::Tx& tx, PersonId id);

PersonId insert_person(db::Tx& tx, const Details& person);
void update_person(db::Tx& tx, PersonId id, const Details& person);
// Writes the steps; the caller raises the person's version by update_person or touch.
void write_positions(db::Tx& tx, PersonId id, const Steps& steps);
void touch(db::Tx& tx, PersonId id);
bool number_taken(db::Tx& tx, std::string_view number, PersonId but);
bool email_taken(db::Tx& tx, std::string_view email, PersonId but);

std::vector<StoredUnit> units(db::Tx& tx);
// A unit without id and version.
UnitId insert_unit(db::Tx& tx, const StoredUnit& unit);
void update_unit(db::Tx& tx, const StoredUnit& unit);
bool unit_code_taken(db::Tx& tx, std::string_view code, UnitId but);

// For imports.
std::int64_t basis(db::Tx& tx);
std::vector<StoredPerson> everyone(db::Tx& tx);
std::unordered_map<PersonId, Career> everyones_careers(db::Tx& tx);
void forget_email(db::Tx& tx, PersonId id);
void insert_people(db::Tx& tx, const std::vector<const Details*>& people);
struct NumberedPerson {
    PersonId id{};
    std::string number{};
};
BOOST_DESCRIBE_STRUCT(NumberedPerson, (), (id, number))
std::vector<NumberedPerson> numbers(db::Tx& tx);
struct OpenedPosition {
    PersonId person{};
    Held held{};
};
void insert_positions(db::Tx& tx, const std::vector<OpenedPosition>& opened);

} // namespace kunna::people::store
