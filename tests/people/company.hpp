// A small company for tests of people.
//
//   AB (top)            Vera (100), no manager
//     PROD              Karin (200) ← Vera; Anna (201), Bo (202) ← Karin
//       LINE            Olle (203) ← Anna
//     SALES             Åke (300) ← Vera
#pragma once

#include "access/visibility.hpp"
#include "people/people.hpp"
#include "people/units.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace kunna::people {

inline Date day(const char* iso) {
    return *Date::parse(iso);
}

class Company : public ::testing::TestWithParam<db::Engine> {
protected:
    test::SetClock clock;
    test::FreshDatabase fresh{GetParam(), &clock};
    std::unique_ptr<db::Db> db = fresh.open();
    access::Actor system = access::Actor::system();

    UnitId top, prod, line, sales;
    PersonId vera, karin, anna, bo, olle, ake;

    void SetUp() override {
        top = unit("AB", "Lindvaken AB", {});
        prod = unit("PROD", "Produktion", top);
        line = unit("LINE", "Linje A", prod);
        sales = unit("SALES", "Sälj", top);
        vera = person("100", "Vera", "Ek", top, "VD", {});
        karin = person("200", "Karin", "Öberg", prod, "Produktionschef", vera);
        anna = person("201", "Anna", "Svensson", prod, "Lagledare", karin);
        bo = person("202", "Bo", "Alm", prod, "Montör", karin);
        olle = person("203", "Olle", "Zander", line, "Montör", anna);
        ake = person("300", "Åke", "Ärlig", sales, "Säljare", vera);
    }

    UnitId unit(const char* code, const char* name, std::optional<UnitId> parent) {
        return add_unit(*db, system, {code, name, parent})->id;
    }
    PersonId person(const char* number, const char* given, const char* family, UnitId in, const char* title,
                    std::optional<PersonId> manager, const char* hired = "2020-01-01") {
        NewPerson p;
        p.number = number;
        p.given = given;
        p.family = family;
        p.email = std::string{"p"} + number + "@lindvaken.se";
        p.hired = day(hired);
        p.unit = in;
        p.title = title;
        p.manager = manager;
        const auto added = add(*db, system, p);
        if (!added.ok()) throw std::runtime_error{added.error().code};
        return added->id;
    }

    // An account of a person; every person is also an employee, and a manager when somebody reports to them.
    access::Actor signed_in(PersonId who, std::vector<access::Grant> grants = {{access::Role::employee, {}}}) {
        access::Actor actor;
        actor.account = AccountId{1000 + who.value};
        actor.person = who;
        actor.grants = std::move(grants);
        return actor;
    }
    access::Actor hr() { return signed_in(PersonId{}, {{access::Role::hr, {}}}); }
    // HR of one unit; its grant is stored, since scopes read it.
    access::Actor hr_of(UnitId of);

    Profile shown(PersonId id, const access::Actor& actor = access::Actor::system()) {
        auto found = db->read([&](db::Tx& tx) { return profile(tx, actor, id); });
        if (!found.ok()) throw std::runtime_error{found.error().code};
        return *found;
    }
    std::vector<std::string> names(const Asked& asked, const access::Actor& actor = access::Actor::system()) {
        std::vector<std::string> out;
        for (const PersonRow& row : db->read([&](db::Tx& tx) { return list(tx, actor, asked); }).items)
            out.push_back(row.name);
        return out;
    }
    std::vector<std::string> trail(std::size_t newest);
};

} // namespace kunna::people
