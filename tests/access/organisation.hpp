// A small organisation in a fresh database, for tests of who may see whom:
//
//   Verk ── Linje A ── Lag 1        Vera heads Verk; Allan heads Linje A and reports to Vera;
//      └─── Linje B                 Ida and Omar work in Lag 1 and report to Allan; Berit works in Linje B, reports to
//      Vera.
#pragma once

#include "access/accounts.hpp"
#include "access/secret.hpp"
#include "access/sessions.hpp"
#include "access/visibility.hpp"
#include "support/databases.hpp"

namespace kunna::access {

class SmallOrganisation {
public:
    explicit SmallOrganisation(db::Engine engine, const Clock* clock = nullptr) :
        fresh(engine, clock), db(fresh.open()) {
        (void)db->transact([&](db::Tx& tx) -> Result<void> {
            works = unit(tx, "V", {});
            line_a = unit(tx, "A", works);
            team = unit(tx, "A1", line_a);
            line_b = unit(tx, "B", works);
            vera = person(tx, "1", works, {});
            allan = person(tx, "2", line_a, vera);
            ida = person(tx, "3", team, allan);
            omar = person(tx, "4", team, allan);
            berit = person(tx, "5", line_b, vera);
            return {};
        });
    }

    // Its actor, as a session would make it.
    Actor actor(PersonId of, std::vector<WantedRole> roles = {}) {
        static int made = 0;
        const std::string email = "person" + std::to_string(++made) + "@example.test";
        auto added = db->transact([&](db::Tx& tx) -> Result<Account> {
            return add_account(tx, Actor::system(),
                               {email, "Namn", of.given() ? std::optional{of} : std::nullopt, roles, {}});
        });
        return db->read([&](db::Tx& tx) { return *actor_of(tx, added->id); });
    }

    test::FreshDatabase fresh;
    std::unique_ptr<db::Db> db;
    UnitId works, line_a, team, line_b;
    PersonId vera, allan, ida, omar, berit;

private:
    static UnitId unit(db::Tx& tx, std::string_view code, UnitId parent) {
        static constexpr std::array<std::string_view, 3> parameters{"parent", "code", "name"};
        static constexpr db::Query insert{
            "test.unit", "INSERT INTO unit (parent, code, name) VALUES (:parent, :code, :name) RETURNING id",
            "INSERT INTO unit (parent, code, name) VALUES ($1, $2, $3) RETURNING id", parameters, ""};
        const auto above = parent.given() ? std::optional{parent} : std::nullopt;
        return tx.insert<UnitId>(insert, {{"parent", above}, {"code", code}, {"name", code}});
    }
    static PersonId person(db::Tx& tx, std::string_view number, UnitId in, PersonId manager) {
        static constexpr std::array<std::string_view, 1> person_parameters{"number"};
        static constexpr db::Query insert_person{"test.person",
                                                 "INSERT INTO person (number, given, family, hired, search, sort_sv) "
                                                 "VALUES (:number, 'F', 'E', 0, '', '') RETURNING id",
                                                 "INSERT INTO person (number, given, family, hired, search, sort_sv) "
                                                 "VALUES ($1, 'F', 'E', 0, '', '') RETURNING id",
                                                 person_parameters, ""};
        static constexpr std::array<std::string_view, 3> position_parameters{"person", "unit", "manager"};
        static constexpr db::Query insert_position{
            "test.position",
            "INSERT INTO position (person, unit, title, manager, valid_from) VALUES (:person, :unit, '', :manager, 0)",
            "INSERT INTO position (person, unit, title, manager, valid_from) VALUES ($1, $2, '', $3, 0)",
            position_parameters, ""};
        const auto id = tx.insert<PersonId>(insert_person, {{"number", number}});
        const auto above = manager.given() ? std::optional{manager} : std::nullopt;
        tx.run(insert_position, {{"person", id}, {"unit", in}, {"manager", above}});
        return id;
    }
};

} // namespace kunna::access
