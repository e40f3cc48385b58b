// Programmes: what they ask of whoever writes them, who sees them, and how interest comes and goes.
#include "access/visibility.hpp"
#include "moving_company.hpp"
#include "reskilling/near.hpp"
#include "scenarios/scenarios.hpp"

#include <gmock/gmock.h>

namespace kunna::reskilling {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Programmes : public test::MovingCompany {
protected:
    template <class T>
    static std::vector<std::string> all_wrong(const Result<T>& result) {
        std::vector<std::string> all;
        if (!result.ok())
            for (const FieldError& field : result.error().fields) all.push_back(field.where + " " + field.code);
        return all;
    }
};

TEST_P(Programmes, EveryWrongFieldIsNamedAtOnce) {
    const RoleId empty = act([&](db::Tx& tx) {
                             return skills::add_role(tx, system, {"empty", {"Tom", ""}, {"", ""}});
                         })->id;
    ProgrammeInput wrong;
    wrong.unit = UnitId{99};
    wrong.ready = day("2026-11-21");
    wrong.hours_a_week = 0;
    wrong.owner = PersonId{99};
    wrong.roles = {{technician, 0}, {technician, 1}, {empty, 1}, {RoleId{99}, 1}};
    wrong.recruitment_cost = -1;
    wrong.onboarding_weeks = 500;
    EXPECT_THAT(all_wrong(add(wrong, hr())),
                UnorderedElementsAre(
                    "/name programme.name_missing", "/unit programme.unit_unknown", "/ready programme.day_passed",
                    "/hours_a_week programme.hours_a_week", "/owner programme.owner_unknown",
                    "/roles/0/headcount programme.headcount", "/roles/1/role programme.role_twice",
                    "/roles/2/role programme.role_without_requirements", "/roles/3/role role.not_found",
                    "/recruitment_cost programme.cost_negative", "/monthly_salary programme.cost_missing",
                    "/hour_cost programme.cost_missing", "/onboarding_weeks programme.weeks"));
    ProgrammeInput none = input();
    none.roles.clear();
    EXPECT_EQ(code(add(none, hr())), "/roles programme.no_roles");
    ASSERT_TRUE(add(input(), hr()).ok());
    EXPECT_EQ(last_entry(), "programme.added 1 name,roles,hiring");
    EXPECT_EQ(code(add(input(), hr())), "/name programme.name_taken");
}

TEST_P(Programmes, AreRunByHrAndLAndDOfTheUnitAndDraftsAreTheirsAlone) {
    EXPECT_EQ(code(add(input(), hr_of_office())), "/unit programme.not_your_unit");
    const auto id = add(input(), learning())->id;
    const auto find = [&](const access::Actor& actor) {
        return look([&](db::Tx& tx) { return find_programme(tx, actor, id); });
    };
    EXPECT_TRUE(find(hr())->may_run);
    EXPECT_FALSE(find(hr_of_office())->may_run);
    EXPECT_EQ(code(find(manager(anna))), "programme.not_found") << "a draft";
    EXPECT_EQ(code(go(id, ProgrammeState::open, hr_of_office())), "programme.not_yours");
    ASSERT_TRUE(go(id, ProgrammeState::open, learning()).ok());
    EXPECT_TRUE(find(manager(anna)).ok());
    EXPECT_EQ(code(board(id, hr_of_office())), "programme.not_yours");
}

TEST_P(Programmes, AnEditorWithAnOldVersionIsToldAndAClosedOneStays) {
    const Programme made = *add(input(), hr());
    const auto edit = [&](std::int64_t version) {
        return act(
            [&](db::Tx& tx) { return edit_programme(tx, *workforces.current(), hr(), made.id, version, input()); });
    };
    ASSERT_TRUE(edit(made.version).ok());
    EXPECT_EQ(code(edit(made.version)), "http.stale");
    EXPECT_EQ(code(go(made.id, ProgrammeState::running, hr())), "programme.state_order") << "nothing is skipped";
    ASSERT_TRUE(go(made.id, ProgrammeState::open, hr()).ok());
    EXPECT_EQ(code(act([&](db::Tx& tx) { return remove_programme(tx, hr(), made.id); })), "programme.not_draft");
    ASSERT_TRUE(go(made.id, ProgrammeState::closed, hr()).ok());
    EXPECT_EQ(code(edit(made.version + 3)), "programme.closed");
    EXPECT_EQ(code(interest(bo, made.id, {clerk})), "programme.not_open");
}

TEST_P(Programmes, RolesThatGrowComeFromAScenario) {
    scenarios::NewScenario wanted{"Tillväxt", "", true, {}};
    wanted.assumptions.changes = {{.kind = scenarios::ChangeKind::heads, .role = technician, .amount = 4},
                                  {.kind = scenarios::ChangeKind::heads, .role = clerk, .amount = -2},
                                  {.kind = scenarios::ChangeKind::growth, .role = fitter, .amount = 0.5}};
    const auto id =
        act([&](db::Tx& tx) -> Result<scenarios::ScenarioId> { return scenarios::keep_scenario(tx, hr(), wanted); });
    const auto growing = look([&](db::Tx& tx) { return growing_roles(tx, *workforces.current(), *id); });
    ASSERT_EQ(growing->items.size(), 2U);
    EXPECT_EQ(growing->items[0].role, fitter);
    EXPECT_EQ(growing->items[0].headcount, 3) << "two fitters, half as many more a year, three years";
    EXPECT_EQ(growing->items[1].headcount, 4);
}

TEST_P(Programmes, InterestIsForTheRolesAskedForAndForTheWordsThatWereRead) {
    const auto id = open_programme();
    EXPECT_EQ(code(interest(bo, id, {clerk}, interest_edition + 1)), "interest.other_words");
    EXPECT_EQ(code(interest(bo, id, {})), "/roles interest.roles");
    EXPECT_EQ(code(interest(bo, id, {fitter})), "/roles interest.roles");
    const auto told = interest(bo, id, {clerk});
    ASSERT_TRUE(told.ok()) << code(told);
    ASSERT_TRUE(told->items.at(0).interest.has_value());
    EXPECT_EQ(last_entry(), "programme.interest 2 roles,words");
    const auto again = interest(bo, id, {clerk, technician});
    EXPECT_EQ(again->items[0].interest->roles.size(), 2U) << "again changes it";
    EXPECT_EQ(code(act([&](db::Tx& tx) {
                  return express_interest(tx, hr(), id, {interest_edition, {clerk}, ""});
              })),
              "interest.only_people");
}

TEST_P(Programmes, InterestOpensTheBoardAndTakingItBackEndsThatAtOnce) {
    const auto id = open_programme();
    ASSERT_TRUE(interest(bo, id, {technician}).ok());
    const auto seen = board(id, hr());
    ASSERT_EQ(seen->items.size(), 1U);
    EXPECT_EQ(seen->items[0].person, bo);
    EXPECT_EQ(seen->items[0].words, "Jag vill");
    const auto scope_sees = [&](const access::Actor& actor) {
        return look([&](db::Tx& tx) { return access::may_see(tx, actor, access::Sight::interested, bo).ok(); });
    };
    EXPECT_TRUE(scope_sees(hr()));
    EXPECT_TRUE(scope_sees(learning()));
    EXPECT_FALSE(scope_sees(hr_of_office())) << "within their units alone";
    EXPECT_FALSE(scope_sees(manager(anna))) << "not even the own manager";
    EXPECT_FALSE(look([&](db::Tx& tx) { return access::may_see(tx, hr(), access::Sight::interested, cia).ok(); }))
        << "who has not said so is on no board";
    const auto after = take_back(bo, id);
    ASSERT_TRUE(after.ok());
    EXPECT_FALSE(after->items[0].interest.has_value());
    EXPECT_THAT(board(id, hr())->items, IsEmpty());
    EXPECT_FALSE(scope_sees(hr()));
}

TEST_P(Programmes, RolesNearMeAreByWhatOneBringsAlongWithThePathAndWhatIsUnknown) {
    state(bo, plc, 2, "2026-10-01");
    state(bo, english, 2, "2026-10-01");
    const auto id = open_programme();
    const auto near = near_roles(*db, workforces, employee(bo), 8);
    ASSERT_TRUE(near.ok()) << code(near);
    ASSERT_EQ(near->items.size(), 2U) << "the role one holds is not near";
    const NearRole& best = near->items[0];
    EXPECT_EQ(best.role, technician);
    EXPECT_NEAR(best.transferability, (2 * 3 * 2 + 2.0) / (2 * 3 * 3 + 2), 1e-4) << "a must weighs twice";
    EXPECT_THAT(best.programmes, ElementsAre(id));
    ASSERT_EQ(best.path.steps.size(), 1U) << "whoever is at 2 needs not take the first course";
    EXPECT_EQ(best.path.steps[0].activity, second);
    EXPECT_EQ(best.path.weeks, 5);
    EXPECT_FALSE(best.path.cost.has_value()) << "costs are for those who plan";
    EXPECT_EQ(near_roles(*db, workforces, employee(cia), 8)->items[0].path.unknown, 2) << "assessed first, no course";
    EXPECT_EQ(code(near_roles(*db, workforces, hr(), 8)), "interest.only_people");
}

TEST_P(Programmes, WhatNoCourseReachesIsToldInHoursOfPractice) {
    state(bo, english, 1, "2026-10-01");
    const auto id = open_programme();
    ASSERT_TRUE(interest(bo, id, {clerk}).ok());
    const auto seen = board(id, hr());
    const FitPath& path = seen->items.at(0).fits.at(0).path;
    EXPECT_THAT(path.steps, IsEmpty());
    ASSERT_EQ(path.left.size(), 1U);
    EXPECT_DOUBLE_EQ(path.practice, 80) << "two levels of forty hours";
    EXPECT_EQ(path.weeks, 10);
}

INSTANTIATE_ON_BOTH(Programmes);

} // namespace
} // namespace kunna::reskilling
