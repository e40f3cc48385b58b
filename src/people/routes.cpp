// The HTTP face of people: persons, positions, units. Roles held are a matter of skills, levels of insights.
#include "people/routes.hpp"

#include "access/visibility.hpp"
#include "http/paging.hpp"
#include "http/router.hpp"
#include "people/people.hpp"
#include "people/units.hpp"

namespace kunna::people {

namespace {

using access::Actor;
using access::Permission;

struct PeopleAsked : http::PageAsked {
    std::optional<std::string> query{};
    std::optional<UnitId> unit{};
    std::optional<std::string> place{};
    std::optional<PersonId> manager{};
    std::optional<Status> status{};
    std::optional<Date> as_of{};
    std::optional<Order> sort{};
};
BOOST_DESCRIBE_STRUCT(PeopleAsked, (http::PageAsked), (query, unit, place, manager, status, as_of, sort))

struct PersonPath {
    PersonId person{};
};
BOOST_DESCRIBE_STRUCT(PersonPath, (), (person))

struct PersonAsked {
    PersonId person{};
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(PersonAsked, (), (person, as_of))

struct UnitPath {
    UnitId unit{};
};
BOOST_DESCRIBE_STRUCT(UnitPath, (), (unit))

struct AsOf {
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(AsOf, (), (as_of))

struct UnitList {
    std::vector<Unit> items{};
};
BOOST_DESCRIBE_STRUCT(UnitList, (), (items))

struct UnmanagedList {
    std::vector<Unmanaged> items{};
};
BOOST_DESCRIBE_STRUCT(UnmanagedList, (), (items))

std::string at(std::string_view place, std::int64_t id) {
    return std::string{place} + std::to_string(id);
}

Result<http::Page<PersonRow>> list_people(db::Db& db, const Actor& actor, const PeopleAsked& asked) {
    Asked wanted;
    wanted.query = asked.query.value_or("");
    wanted.unit = asked.unit.value_or(UnitId{});
    wanted.place = asked.place.value_or("");
    wanted.manager = asked.manager.value_or(PersonId{});
    wanted.status = asked.status.value_or(Status::employed);
    wanted.as_of = asked.as_of;
    wanted.order = asked.sort.value_or(Order::name);
    wanted.limit = static_cast<int>(asked.limit_or(50));
    const std::string name = "people by " + std::string{db::enum_name(wanted.order)};
    wanted.after = PersonId{TRY(http::page_start(name, asked.cursor, 0))};

    PeoplePage found = db.read([&](db::Tx& tx) { return list(tx, actor, wanted); });
    http::Page<PersonRow> page;
    page.items = std::move(found.items);
    if (found.next) page.next = http::seal_cursor(name, {std::to_string(found.next->value)});
    return page;
}

Result<Profile> show_person(db::Db& db, const Actor& actor, const PersonAsked& asked) {
    const Profile shown = TRY(db.read([&](db::Tx& tx) { return profile(tx, actor, asked.person, asked.as_of); }));
    access::note_read(db, actor, {asked.person}, "profile");
    return shown;
}

// The answers of what is created are made inside the transaction: so they are kept with it for a request that is
// repeated because the first answer never arrived.
Result<http::Created<Profile>> add_person(db::Db& db, const Actor& actor, const NewPerson& wanted) {
    return db.transact([&](db::Tx& tx) -> Result<http::Created<Profile>> {
        Profile added = TRY(add(tx, actor, wanted));
        return http::Created<Profile>{at("/people/", added.id.value), std::move(added)};
    });
}

Result<http::Created<Position>> begin_position(db::Db& db, const Actor& actor, const PersonPath& path,
                                               const NewPosition& wanted) {
    return db.transact([&](db::Tx& tx) -> Result<http::Created<Position>> {
        Position opened = TRY(open_position(tx, actor, path.person, wanted));
        return http::Created<Position>{at("/people/", path.person.value), std::move(opened)};
    });
}

Result<http::Created<Unit>> new_unit(db::Db& db, const Actor& actor, const NewUnit& wanted) {
    return db.transact([&](db::Tx& tx) -> Result<http::Created<Unit>> {
        Unit added = TRY(add_unit(tx, actor, wanted));
        return http::Created<Unit>{at("/units/", added.id.value), std::move(added)};
    });
}

} // namespace

void declare_routes(http::Router& api) {
    api.get("/people", {.summary = "Find people, a page at a time", .needs = Permission::view_people}, list_people);
    api.get("/people/unmanaged",
            {.summary = "People whose manager is not employed on the day", .needs = Permission::view_people},
            [](db::Db& db, const Actor& actor, const AsOf& asked) -> Result<UnmanagedList> {
                return UnmanagedList{db.read([&](db::Tx& tx) { return unmanaged(tx, actor, asked.as_of); })};
            });
    api.get("/people/{person}",
            {.summary = "One person: employment, positions, manager and reports",
             .needs = {Permission::view_people, Permission::view_own}},
            show_person);
    api.post("/people", {.summary = "Add a person with a first position", .needs = Permission::edit_people},
             add_person);
    api.patch(
        "/people/{person}",
        {.summary = "Change a person's name, number, e-mail or days of employment", .needs = Permission::edit_people},
        [](db::Db& db, const Actor& actor, const PersonPath& path, const PersonEdit& wanted, http::IfMatch match) {
            return edit(db, actor, path.person, wanted, match.version);
        });
    api.del("/people/{person}/left",
            {.summary = "Take back that a person leaves: the last position goes on", .needs = Permission::edit_people},
            [](db::Db& db, const Actor& actor, const PersonPath& path) { return come_back(db, actor, path.person); });
    api.post("/people/{person}/positions",
             {.summary = "Begin a position; the one before ends on the day before", .needs = Permission::edit_people},
             begin_position);

    api.get("/units", {.summary = "The tree of units with headcounts", .needs = Permission::view_units},
            [](db::Db& db, const Actor& actor, const AsOf& asked) -> Result<UnitList> {
                return UnitList{db.read([&](db::Tx& tx) { return units(tx, asked.as_of, actor.language); })};
            });
    api.post("/units", {.summary = "Add a unit", .needs = Permission::edit_people}, new_unit);
    api.patch("/units/{unit}",
              {.summary = "Rename a unit, move it in the tree, or say where it is", .needs = Permission::edit_people},
              [](db::Db& db, const Actor& actor, const UnitPath& path, const UnitEdit& wanted, http::IfMatch match) {
                  return edit_unit(db, actor, path.unit, wanted, match.version);
              });
}

} // namespace kunna::people
