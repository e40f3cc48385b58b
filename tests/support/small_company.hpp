// A small company for tests: Anna (1) leads Bo (2) and Cia (3) in unit 1; Dag (4) works in unit 2 and reports to
// nobody. Erik (5) leads Anna. Today is 2026-11-21 until a test sets the clock.
#pragma once

#include "access/actor.hpp"
#include "audit/trail.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>

namespace kunna::test {

class SmallCompany : public ::testing::TestWithParam<db::Engine> {
protected:
    SetClock clock{};
    FreshDatabase fresh{GetParam(), &clock};
    std::unique_ptr<db::Db> db = fresh.open();

    static constexpr PersonId anna{1}, bo{2}, cia{3}, dag{4}, erik{5};

    SmallCompany() {
        execute(
            "INSERT INTO unit (id, code, name) VALUES (1, 'line', 'Line'), (2, 'office', 'Office');"
            "INSERT INTO person (id, number, given, family, email, email_folded, hired, search, sort_sv) VALUES"
            " (1, '0001', 'Anna', 'Alm', 'anna@example.org', 'anna@example.org', 15000, '', ''),"
            " (2, '0002', 'Bo', 'Berg', NULL, NULL, 15000, '', ''),"
            " (3, '0003', 'Cia', 'Ceder', NULL, NULL, 15000, '', ''),"
            " (4, '0004', 'Dag', 'Dahl', NULL, NULL, 15000, '', ''),"
            " (5, '0005', 'Erik', 'Ek', NULL, NULL, 15000, '', '');"
            "INSERT INTO position (person, unit, title, manager, valid_from) VALUES"
            " (1, 1, 'Lead', 5, 15000), (2, 1, 'Fitter', 1, 15000), (3, 1, 'Fitter', 1, 15000),"
            " (4, 2, 'Clerk', NULL, 15000), (5, 2, 'Head', NULL, 15000);"
            "INSERT INTO account (id, email, email_folded, name, person, created) VALUES"
            " (11, 'a', 'a', 'Anna Alm', 1, 0), (12, 'b', 'b', 'Bo Berg', 2, 0), (13, 'c', 'c', 'Cia Ceder', 3, 0),"
            " (14, 'd', 'd', 'Dag Dahl', 4, 0), (15, 'e', 'e', 'Erik Ek', 5, 0), (20, 'h', 'h', 'Hanna HR', NULL, 0),"
            " (21, 'l', 'l', 'Lo Lind', NULL, 0), (22, 'u', 'u', 'Ulla Unit', NULL, 0);"
            "INSERT INTO account_role (account, role, unit) VALUES (20, 'hr', NULL), (21, 'learning', NULL),"
            " (22, 'hr', 2);");
    }

    void execute(const std::string& sql) {
        (void)db->transact([&](db::Tx& tx) -> Result<void> {
            tx.connection().execute(sql);
            return {};
        });
    }

    static access::Actor employee(PersonId person) {
        access::Actor actor;
        actor.account = AccountId{10 + person.value};
        actor.person = person;
        actor.grants = {{access::Role::employee, {}}};
        return actor;
    }
    static access::Actor manager(PersonId person) {
        access::Actor actor = employee(person);
        actor.grants.push_back({access::Role::manager, {}});
        return actor;
    }
    // hr() sees everybody; with a reason, their levels too.
    static access::Actor hr(std::string reason = "") {
        access::Actor actor;
        actor.account = AccountId{20};
        actor.grants = {{access::Role::hr, {}}};
        actor.reason = std::move(reason);
        return actor;
    }
    static access::Actor learning() {
        access::Actor actor;
        actor.account = AccountId{21};
        actor.grants = {{access::Role::learning, {}}};
        return actor;
    }
    // HR of unit 2 only: Dag and Erik.
    static access::Actor hr_of_office(std::string reason = "") {
        access::Actor actor;
        actor.account = AccountId{22};
        actor.grants = {{access::Role::hr, UnitId{2}}};
        actor.reason = std::move(reason);
        return actor;
    }

    // The operation in a transaction of its own.
    template <class F>
    auto act(F&& operation) {
        return db->transact(std::forward<F>(operation));
    }
    template <class F>
    auto look(F&& question) {
        return db->read(std::forward<F>(question));
    }
    // The newest entry of the trail: "action object fields".
    std::string last_entry() {
        const auto newest = db->read([](db::Tx& tx) { return audit::newest(tx, {}, std::int64_t{1} << 60, 1); });
        if (newest.empty()) return "";
        return newest[0].action + " " + std::to_string(newest[0].object) + " " + newest[0].fields;
    }
    std::int64_t entries() {
        return db->read([](db::Tx& tx) { return audit::verify(tx).entries; });
    }
    // The code of a refusal; of the first field when the input was invalid; empty when it went well.
    template <class T>
    static std::string code(const Result<T>& result) {
        if (result.ok()) return "";
        const Error& error = result.error();
        return error.fields.empty() ? error.code : error.fields[0].where + " " + error.fields[0].code;
    }
    static Date day(const char* iso) { return *Date::parse(iso); }
};

} // namespace kunna::test
