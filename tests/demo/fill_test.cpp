#include "access/secret.hpp"
#include "access/sessions.hpp"
#include "access/visibility.hpp"
#include "assessments/contests.hpp"
#include "audit/trail.hpp"
#include "demo/evidence.hpp"
#include "demo/fill.hpp"
#include "people/people.hpp"
#include "people/reporting.hpp"
#include "people/units.hpp"
#include "skills/holders.hpp"
#include "skills/roles.hpp"
#include "summary.hpp"
#include "support/databases.hpp"

#include <gtest/gtest.h>
#include <set>

namespace kunna::demo {
namespace {

class Fill : public ::testing::TestWithParam<db::Engine> {
protected:
    kunna::test::SetClock clock;
    kunna::test::FreshDatabase fresh{GetParam(), &clock};
    std::unique_ptr<db::Db> db = fresh.open();
    Company company = generate(500, 1, clock.today());
    std::vector<DemoAccount> accounts;

    void SetUp() override {
        auto made = fill(*db, company);
        ASSERT_TRUE(made.ok()) << made.error().code;
        accounts = *std::move(made);
    }
    access::Actor sign_in(Persona persona) {
        const DemoAccount& account = accounts.at(static_cast<std::size_t>(persona));
        auto opened = access::Sessions{*db}.sign_in(account.email, account.password, "127.0.0.1");
        EXPECT_TRUE(opened.ok()) << account.persona;
        return opened.ok() ? opened->actor : access::Actor{};
    }
};

TEST_P(Fill, StoresEveryPersonUnitRoleAndStatement) {
    std::int64_t said = 0;
    for (PersonNumber p = 0; p < company.people.size(); ++p)
        said += static_cast<std::int64_t>(statements_of(company, p).size());
    db->read([&](db::Tx& tx) {
        const auto units = people::units(tx);
        EXPECT_EQ(units.size(), company.units.size());
        EXPECT_EQ(units.front().name, "Lindvaken Industri AB");
        EXPECT_EQ(units.front().people, 500);
        people::Asked all;
        all.status = people::Status::all;
        all.limit = 2'000;
        EXPECT_EQ(people::list(tx, access::Actor::system(), all).items.size(), company.people.size());
        // Two statements of the past were corrected or more: a correction adds one.
        EXPECT_GE(assessments::count(tx), said);
        EXPECT_LE(assessments::count(tx), said + 40);
        EXPECT_TRUE(audit::verify(tx).ok);
        return 0;
    });
}

TEST_P(Fill, CountsTheDepartmentsAsTheyWereOnAnyDay) {
    const Date before = company.months.turn(1) - 1;
    const auto expected = demo::test::headcount(company, before);
    db->read([&](db::Tx& tx) {
        std::map<std::string, int> stored;
        const auto units = people::units(tx, before);
        for (const auto& unit : units)
            if (unit.depth == 1) stored[unit.name] = static_cast<int>(unit.people);
        EXPECT_EQ(stored, expected);
        EXPECT_EQ(stored.at("Trainees"), 5);
        return 0;
    });
}

TEST_P(Fill, LeavesNobodyWithoutAManagerWhoIsEmployed) {
    db->read([&](db::Tx& tx) {
        EXPECT_TRUE(people::unmanaged(tx, access::Actor::system()).empty());
        return 0;
    });
}

TEST_P(Fill, GivesEverybodyEmployedOneRole) {
    std::map<PersonId, int> roles;
    db->read([&](db::Tx& tx) {
        skills::each_holding(tx, [&](const skills::Holding& held) {
            if (held.from <= clock.today() && (!held.to || *held.to >= clock.today())) ++roles[held.person];
        });
        return 0;
    });
    EXPECT_EQ(roles.size(), 500U);
    for (const auto& [person, n] : roles) EXPECT_EQ(n, 1);
}

TEST_P(Fill, KeepsTwoVersionsOfTheProfilesThatWereChanged) {
    db->read([&](db::Tx& tx) {
        skills::RoleFinder roles{tx};
        const RoleId role = roles.find("machine_operator")->id;
        const auto now = skills::find_role(tx, access::Actor::system(), role, clock.today());
        const auto then = skills::find_role(tx, access::Actor::system(), role, company.months.turn(8));
        EXPECT_EQ(now->versions.size(), 2U);
        EXPECT_EQ(now->profile->requirements.size(), then->profile->requirements.size() + 1);
        return 0;
    });
}

TEST_P(Fill, MakesAnAccountForEachPersonaThatOpensWithItsStatedPassword) {
    ASSERT_EQ(accounts.size(), 8U);
    std::set<std::string> emails;
    for (const DemoAccount& account : accounts) {
        EXPECT_TRUE(emails.insert(account.email).second);
        EXPECT_FALSE(account.name.empty());
        EXPECT_TRUE(access::check_password(account.password, account.email).ok()) << account.password;
    }
    EXPECT_EQ(accounts.front().persona, "hr");
    EXPECT_EQ(accounts.back().persona, "administrator");
    for (const Persona persona : {Persona::hr, Persona::learning, Persona::manager, Persona::upper_manager,
                                  Persona::employee, Persona::executive, Persona::auditor, Persona::administrator}) {
        const access::Actor actor = sign_in(persona);
        EXPECT_EQ(actor.person.given(), persona != Persona::administrator);
        EXPECT_EQ(actor.has(access::Role::hr), persona == Persona::hr);
        EXPECT_EQ(actor.has(access::Role::administrator), persona == Persona::administrator);
    }
}

TEST_P(Fill, TheManagerPersonaHasATeamAndSomethingToAnswer) {
    const access::Actor manager = sign_in(Persona::manager);
    const access::Actor employee = sign_in(Persona::employee);
    db->read([&](db::Tx& tx) {
        EXPECT_TRUE(access::manages(tx, manager.person, employee.person));
        people::Asked team;
        team.manager = manager.person;
        const auto reports = people::list(tx, manager, team).items.size();
        EXPECT_GE(reports, 8U);
        EXPECT_LE(reports, 12U);
        const auto open = assessments::contests(tx, manager, assessments::ContestState::open, {}, 50);
        EXPECT_GE(open.size(), 1U);
        return 0;
    });
}

TEST_P(Fill, TheEmployeePersonaHasAnOpenAndAnAnsweredContest) {
    const access::Actor employee = sign_in(Persona::employee);
    db->read([&](db::Tx& tx) {
        std::set<assessments::ContestState> states;
        for (const auto& row : assessments::contests(tx, employee, {}, {}, 50)) states.insert(row.contest.state);
        EXPECT_TRUE(states.contains(assessments::ContestState::open));
        EXPECT_TRUE(states.contains(assessments::ContestState::corrected));
        return 0;
    });
}

TEST_P(Fill, RefusesADatabaseThatHoldsPeopleAlready) {
    const auto again = fill(*db, company);
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "demo.not_empty");
}

INSTANTIATE_ON_BOTH(Fill);

TEST(Size, OfACompanyIsFiftyToAMillion) {
    EXPECT_TRUE(check_size(50).ok());
    EXPECT_TRUE(check_size(1'000'000).ok());
    EXPECT_EQ(check_size(49).error().code, "demo.people_outside");
    EXPECT_EQ(check_size(1'000'001).error().code, "demo.people_outside");
}

} // namespace
} // namespace kunna::demo
