// Person: who works here, with number, name and employment; and what others see of them.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "people/gender.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::people {

// "Anna Svensson"; either part may be empty, not both.
std::string full_name(std::string_view given, std::string_view family);

struct Position {
    PositionId id{};
    UnitId unit{};
    std::string unit_name{};
    std::string title{};
    std::optional<PersonId> manager{};
    std::string manager_name{};
    double fte = 1;
    Date from{};
    std::optional<Date> to{}; // the last day
};
BOOST_DESCRIBE_STRUCT(Position, (), (id, unit, unit_name, title, manager, manager_name, fte, from, to))

// One line of a list of people, as of a day. Who has left is shown with the last position.
struct PersonRow {
    PersonId id{};
    std::string number{};
    std::string name{};
    std::optional<std::string> email{};
    std::optional<UnitId> unit{};
    std::string unit_name{};
    std::string title{};
    std::optional<PersonId> manager{};
    std::string manager_name{};
    Date hired{};
    std::optional<Date> left{}; // the last day of employment
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (id, number, name, email, unit, unit_name, title, manager, manager_name, hired, left))

struct Colleague {
    PersonId id{};
    std::string name{};
    std::string title{};
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (id, name, title))

// What the actor may do with this person. What they may state of the person's levels is told with the levels.
struct May {
    bool edit = false;
    bool levels = false;        // see levels now
    bool reason_needed = false; // levels open once a reason is stated
};
BOOST_DESCRIBE_STRUCT(May, (), (edit, levels, reason_needed))

// The person page. Roles held come from skills: GET /people/{person}/roles.
struct Profile {
    PersonId id{};
    std::string number{};
    std::string given{};
    std::string family{};
    std::string name{};
    std::optional<std::string> email{};
    Date hired{};
    std::optional<Date> left{};
    std::optional<std::int32_t> birth_year{}; // told to the person and to who may edit
    std::optional<Gender> gender{};           // to the same
    std::int64_t version = 0;
    May may{};
    std::vector<Position> positions{}; // all, newest first
    std::optional<Colleague> manager{};
    std::vector<Colleague> reports{}; // those the actor may see; also of one who has left: they need a manager
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (id, number, given, family, name, email, hired, left, birth_year, gender, version, may, positions,
                       manager, reports))

struct NewPerson {
    std::string number{};
    std::string given{};
    std::string family{};
    std::optional<std::string> email{};
    Date hired{};
    std::optional<Date> left{};
    UnitId unit{};
    std::string title{};
    std::optional<PersonId> manager{};
    std::optional<double> fte{}; // 1 when not given
    std::optional<std::int32_t> birth_year{};
    std::optional<Gender> gender{};
};
BOOST_DESCRIBE_STRUCT(NewPerson, (),
                      (number, given, family, email, hired, left, unit, title, manager, fte, birth_year, gender))

// What is given is changed; an empty e-mail and a birth year of 0 take it away.
struct PersonEdit {
    std::optional<std::string> number{};
    std::optional<std::string> given{};
    std::optional<std::string> family{};
    std::optional<std::string> email{};
    std::optional<Date> hired{};
    std::optional<Date> left{};
    std::optional<std::int32_t> birth_year{};
    std::optional<Gender> gender{};
};
BOOST_DESCRIBE_STRUCT(PersonEdit, (), (number, given, family, email, hired, left, birth_year, gender))

struct NewPosition {
    UnitId unit{};
    std::string title{};
    std::optional<PersonId> manager{};
    std::optional<double> fte{};
    Date from{};
    std::optional<Date> to{};
};
BOOST_DESCRIBE_STRUCT(NewPosition, (), (unit, title, manager, fte, from, to))

// A report whose manager is not employed on the day.
struct Unmanaged {
    PersonId id{};
    std::string name{};
    std::string title{};
    PersonId manager{};
    std::string manager_name{};
    std::optional<Date> manager_left{};
};
BOOST_DESCRIBE_STRUCT(Unmanaged, (), (id, name, title, manager, manager_name, manager_left))

} // namespace kunna::people
