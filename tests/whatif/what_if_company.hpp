// The company that what-ifs are asked of.
#pragma once

#include "support/skilled_company.hpp"
#include "whatif/assumptions.hpp"

namespace kunna::whatif {

// Twelve fitters on the line, two of them unknown, and three assemblers beside them; eight fitters in the office.
class WhatIfCompany : public test::SkilledCompany {
protected:
    static constexpr UnitId line{1}, office{2};
    RoleId assembler;

    void SetUp() override {
        SkilledCompany::SetUp();
        assembler = act([&](db::Tx& tx) {
                        return skills::add_role(tx, system, {"assembler", {"Montör B", "Assembler"}, {"", ""}});
                    })->id;
        (void)act([&](db::Tx& tx) {
            return skills::add_profile(tx, system, assembler, {day("2020-01-01"), "", {{welding, {}, 2, 3, false}}});
        });
        for (int n = 0; n < 10; ++n) add(PersonId{100 + n}, line, fitter, 2 + n % 4);
        for (int n = 0; n < 3; ++n) add(PersonId{200 + n}, line, assembler, 1 + 2 * n);
        for (int n = 0; n < 8; ++n) add(PersonId{300 + n}, office, fitter, 2 + n % 4);
    }
    void add(PersonId id, UnitId unit, RoleId role, int level) {
        const std::string key = std::to_string(id.value);
        execute("INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES (" + key + ", '" + key +
                "', 'P', '" + key +
                "', 15000, '', ''); INSERT INTO position (person, unit, title, manager, valid_from) VALUES (" + key +
                ", " + std::to_string(unit.value) + ", 'Fitter', 1, 15000);");
        ASSERT_TRUE(act([&](db::Tx& tx) {
                        return skills::give_role(tx, system, id, {role, day("2020-01-01"), {}});
                    }).ok());
        state(id, welding, level, "2026-11-20", engine::Source::test);
    }
    static access::Actor executive() {
        access::Actor actor;
        actor.account = AccountId{23};
        actor.grants = {{access::Role::executive, {}}};
        return actor;
    }
    template <class Answer>
    static std::vector<std::string> fields_of(const Answer& answer) {
        std::vector<std::string> fields;
        if (!answer.ok())
            for (const FieldError& field : answer.error().fields) fields.push_back(field.where + ' ' + field.code);
        return fields;
    }
};

} // namespace kunna::whatif
