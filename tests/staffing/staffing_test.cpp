// Who can do what is asked, what hangs on whom, what would be lost: over rows in a database, by who asks.
#include "access/trail_page.hpp"
#include "staffing/comparison.hpp"
#include "staffing/departure.hpp"
#include "staffing/finding.hpp"
#include "staffing/refresh.hpp"
#include "staffing/single_points.hpp"
#include "support/skilled_company.hpp"
#include "wishes/consent.hpp"

#include <gmock/gmock.h>

namespace kunna::staffing {
namespace {

using engine::Source;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Staffing : public test::SkilledCompany {
protected:
    static constexpr UnitId line{1}, office{2};
    wishes::Consents consents;

    Result<FoundPeople> find(const access::Actor& actor, const Wanted& wanted, std::size_t from = 0,
                             std::size_t limit = 50) {
        return find_people(*db, consents, *workforces.current(), actor, wanted, from, limit);
    }
    std::vector<std::string> names(const access::Actor& actor, const Wanted& wanted) {
        const auto found = find(actor, wanted);
        EXPECT_TRUE(found.ok()) << code(found);
        std::vector<std::string> names;
        if (found.ok())
            for (const FoundPerson& one : found->items) names.push_back(one.name);
        return names;
    }
    Result<SinglePoints> points(const access::Actor& actor, std::optional<UnitId> unit = {}, std::int64_t most = 1) {
        return single_points(*db, *workforces.current(), actor, unit, most);
    }
    Result<Departure> leave(const access::Actor& actor, const std::vector<PersonId>& people,
                            std::optional<UnitId> unit = {}) {
        return departure(*db, *workforces.current(), actor, people, unit);
    }
    Result<RefreshList> dues(const access::Actor& actor, const RefreshAsked& asked) {
        return refresh_list(*db, *workforces.current(), actor, asked, 0, 50);
    }
    void certify(PersonId about, SkillId in, const char* from, std::optional<Date> to) {
        const auto recorded = act([&](db::Tx& tx) {
            return assessments::record(tx, manager(anna), {about, in, 3, Source::certificate, day(from), {}, to});
        });
        ASSERT_TRUE(recorded.ok()) << code(recorded);
    }
    void agree(PersonId person, bool own_ratings = false) {
        const auto given = act([&](db::Tx& tx) {
            return wishes::give_consent(tx, employee(person), person, {wishes::consent_edition, own_ratings});
        });
        ASSERT_TRUE(given.ok()) << code(given);
    }
    // All five hold the role, so that sums over everybody are about enough people.
    void everybody_is_a_fitter() {
        for (const PersonId person : {anna, dag, erik})
            (void)act([&](db::Tx& tx) {
                return skills::give_role(tx, system, person, {fitter, day("2020-01-01"), {}});
            });
    }
    std::int64_t reads(std::string_view what) {
        const auto all = look([&](db::Tx& tx) { return access::reads_about(tx, bo, 1 << 30, 100); });
        return std::count_if(all.begin(), all.end(), [&](const auto& read) { return read.what == what; });
    }
    template <class List>
    static auto of(const List& list, SkillId skill) {
        const auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.skill == skill; });
        return at == list.end() ? std::nullopt : std::optional{*at};
    }
};

TEST_P(Staffing, ThoseWithTheLevelOrMoreAreFoundTheHighestFirstThenTheSurest) {
    state(bo, welding, 4, "2026-11-20");
    state(cia, welding, 4, "2026-11-20", Source::test);
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 4}}}), ElementsAre("Cia Ceder", "Bo Berg"));
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 5}}}), IsEmpty());
    state(bo, welding, 5, "2026-11-21", Source::test);
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 4}}}), ElementsAre("Bo Berg", "Cia Ceder"));
    const auto found = find(manager(anna), {.skills = {{welding, 4}}});
    EXPECT_GT(found->items[0].levels[0].level, 4);
    EXPECT_GT(found->items[1].levels[0].uncertainty, 0); // a day old
    EXPECT_EQ(found->items[0].number, "0002");
    EXPECT_EQ(found->items[0].unit_name, "Line");
}

TEST_P(Staffing, SeveralSkillsAreAllAskedForAndUnitAndRoleNarrow) {
    state(bo, welding, 4, "2026-11-20");
    state(cia, welding, 4, "2026-11-20");
    state(cia, lathe, 3, "2026-11-20");
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 4}, {lathe, 3}}}), ElementsAre("Cia Ceder"));
    EXPECT_THAT(names(manager(anna), {.skills = {{lathe, 4}, {welding, 4}}}), IsEmpty());
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 4}}, .unit = office}), IsEmpty());
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 4}}, .unit = line, .role = fitter}),
                ElementsAre("Bo Berg", "Cia Ceder"));
}

TEST_P(Staffing, APlaceNarrowsToTheUnitsThatAreThere) {
    state(bo, welding, 4, "2026-11-20");
    execute("UPDATE unit SET place = 'Västerås' WHERE id = 1");
    const auto welders = [&](const char* place) {
        return names(manager(anna), {.skills = {{welding, 4}}, .place = place});
    };
    EXPECT_THAT(welders("västerås"), ElementsAre("Bo Berg"));
    EXPECT_THAT(welders("Norrköping"), IsEmpty());
    EXPECT_EQ(find(manager(anna), {.skills = {{welding, 4}}})->items[0].place, "Västerås");
}

TEST_P(Staffing, WhatOnlyThePersonSaysIsLeftOutWhenLevelsMustBeSure) {
    state(bo, welding, 5, "2026-11-20", Source::self);
    state(cia, welding, 4, "2026-11-20");
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 4}}}), ElementsAre("Bo Berg", "Cia Ceder"));
    EXPECT_THAT(names(manager(anna), {.skills = {{welding, 4}}, .sure = true}), ElementsAre("Cia Ceder"));
    EXPECT_FALSE(find(manager(anna), {.skills = {{welding, 4}}})->items[0].levels[0].sure);
}

TEST_P(Staffing, OnlyPeopleWhoseLevelsMayBeSeenAreFoundOrCounted) {
    state(bo, welding, 4, "2026-11-20");
    state(cia, welding, 4, "2026-11-20");
    const Wanted wanted{.skills = {{welding, 4}}};
    EXPECT_THAT(names(manager(erik), wanted), IsEmpty()); // the chain sees sums only
    EXPECT_THAT(names(hr(), wanted), IsEmpty());
    EXPECT_EQ(find(hr(), wanted)->total, 0U);
    EXPECT_EQ(find(hr("Bemanning"), wanted)->total, 2U);
    EXPECT_THAT(names(hr_of_office("Bemanning"), wanted), IsEmpty());
}

TEST_P(Staffing, APageHoldsSoManyAndCountsThemAll) {
    state(bo, welding, 4, "2026-11-20");
    state(cia, welding, 4, "2026-11-20");
    const auto second = find(manager(anna), {.skills = {{welding, 4}}}, 1, 1);
    ASSERT_EQ(second->items.size(), 1U);
    EXPECT_EQ(second->items[0].name, "Cia Ceder");
    EXPECT_EQ(second->total, 2U);
    EXPECT_THAT(find(manager(anna), {.skills = {{welding, 4}}}, 9, 1)->items, IsEmpty());
}

TEST_P(Staffing, WhoeverIsFoundSeesThatAndWhy) {
    state(bo, welding, 4, "2026-11-20");
    (void)find(hr("Bemanning"), {.skills = {{welding, 4}}});
    EXPECT_EQ(reads("levels"), 1);
    (void)find(hr("Bemanning"), {.skills = {{welding, 5}}});
    EXPECT_EQ(reads("levels"), 1);
    std::string bytes;
    ASSERT_TRUE(write_found(*db, consents, *workforces.current(), hr("Bemanning"), {.skills = {{welding, 4}}},
                            insights::FileKind::csv, tabular::string_sink(bytes))
                    .ok());
    EXPECT_EQ(reads("export"), 1);
    EXPECT_NE(bytes.find("0002;Bo Berg;Line;;welding;4"), std::string::npos) << bytes;
}

TEST_P(Staffing, WhoeverAgreedIsFoundByManagersElsewhereAndSeesWhoFoundThem) {
    state(bo, welding, 4, "2026-11-20");
    state(cia, welding, 4, "2026-11-20");
    const Wanted wanted{.skills = {{welding, 4}}};
    agree(bo);
    const auto found = find(manager(erik), wanted);
    ASSERT_EQ(found->items.size(), 1U);
    EXPECT_EQ(found->total, 1U);
    EXPECT_EQ(found->items[0].name, "Bo Berg");
    EXPECT_EQ(found->items[0].unit_name, "Line");
    EXPECT_TRUE(found->items[0].by_consent);
    EXPECT_EQ(found->items[0].number, "") << "only what was agreed to";
    EXPECT_EQ(reads("found"), 1);
    EXPECT_EQ(reads("levels"), 0);
    // The own manager reads levels anyway, and those who are no managers find nobody.
    EXPECT_FALSE(find(manager(anna), wanted)->items[0].by_consent);
    EXPECT_THAT(names(employee(dag), wanted), IsEmpty());
    EXPECT_THAT(names(hr(), wanted), IsEmpty());
}

TEST_P(Staffing, ConsentOpensNothingButTheSearchAndEndsAtOnce) {
    state(bo, welding, 4, "2026-11-20");
    agree(bo);
    EXPECT_EQ(code(look([&](db::Tx& tx) { return access::may_see(tx, manager(dag), access::Sight::profile, bo); })),
              "person.not_found");
    EXPECT_EQ(code(leave(manager(erik), {bo})), "person.not_found");
    EXPECT_THAT(names(manager(dag), {.skills = {{welding, 4}}, .role = fitter}), IsEmpty());
    EXPECT_THAT(names(manager(dag), {.skills = {{welding, 4}}}), ElementsAre("Bo Berg"));
    const auto earlier = find_people(*db, consents, *workforces.as_of(day("2026-11-20")), manager(dag),
                                     {.skills = {{welding, 4}}}, 0, 50);
    EXPECT_EQ(earlier->total, 0U) << "nobody agreed to be looked up on another day";
    (void)act([&](db::Tx& tx) { return wishes::withdraw_consent(tx, employee(bo), bo); });
    EXPECT_THAT(names(manager(dag), {.skills = {{welding, 4}}}), IsEmpty());
}

TEST_P(Staffing, OwnRatingsOfThoseFoundByConsentCountOnlyIfTheyAgreedToThat) {
    state(bo, welding, 3, "2026-11-20");
    state(bo, welding, 5, "2026-11-20", Source::self);
    state(cia, welding, 5, "2026-11-20", Source::self);
    agree(bo);
    agree(cia);
    const auto found = find(manager(dag), {.skills = {{welding, 3}}});
    ASSERT_EQ(found->items.size(), 1U);
    EXPECT_EQ(found->items[0].levels[0].level, 3);
    EXPECT_FALSE(found->items[0].levels[0].conflict);
    EXPECT_GT(find(manager(anna), {.skills = {{welding, 3}}})->items[1].levels[0].level, 3);
    agree(bo, true);
    agree(cia, true);
    EXPECT_THAT(names(manager(dag), {.skills = {{welding, 3}}}), ElementsAre("Cia Ceder", "Bo Berg"));
}

TEST_P(Staffing, AQuestionThatCannotBeAnsweredIsRefused) {
    const auto asks = [&](const Wanted& wanted) { return code(find(manager(anna), wanted)); };
    EXPECT_EQ(asks({}), "/query/skill staffing.skills");
    EXPECT_EQ(asks({.skills = std::vector<WantedSkill>(9, {welding, 3})}), "/query/skill staffing.skills");
    EXPECT_EQ(asks({.skills = {{welding, 0}}}), "/query/level staffing.level");
    EXPECT_EQ(asks({.skills = {{welding, 6}}}), "/query/level staffing.level");
    EXPECT_EQ(asks({.skills = {{SkillId{999}, 3}}}), "skill.not_found");
    EXPECT_EQ(asks({.skills = {{welding, 3}}, .unit = UnitId{999}}), "unit.not_found");
    EXPECT_EQ(asks({.skills = {{welding, 3}}, .role = RoleId{999}}), "role.not_found");
}

TEST_P(Staffing, ASkillThatOnePersonHoldsIsAPointThatNamesThePersonToTheManager) {
    state(bo, welding, 4, "2026-11-20");
    state(bo, lathe, 3, "2026-11-20");
    state(cia, lathe, 3, "2026-11-20");
    const auto told = points(manager(anna));
    ASSERT_TRUE(told.ok()) << code(told);
    EXPECT_EQ(told->skills, 3);
    EXPECT_EQ(told->hidden, 0); // she may read the levels of all three in the unit
    ASSERT_EQ(told->items.size(), 2U);
    EXPECT_EQ(told->items[0].skill, lean);
    EXPECT_EQ(told->items[0].holders, 0);
    EXPECT_EQ(told->items[1].skill, welding);
    EXPECT_EQ(told->items[1].holders, 1);
    EXPECT_EQ(told->items[1].experts, 1);
    EXPECT_EQ(told->items[1].required, 4);
    EXPECT_NEAR(*told->items[1].coverage, 0.5, 0.001);
    EXPECT_EQ(told->items[1].holder->name, "Bo Berg");
    EXPECT_EQ(points(manager(anna), {}, 2)->items.size(), 3U);
    const auto before = reads("levels");
    EXPECT_FALSE(single_points(*db, *workforces.current(), manager(anna), {}, 1, false)->items[1].holder);
    EXPECT_EQ(reads("levels"), before); // nobody is named, so nobody was read
    EXPECT_EQ(code(points(manager(anna), office)), "unit.not_found");
}

TEST_P(Staffing, SomebodyWhoIsLeavingHoldsNoSkillUp) {
    state(bo, welding, 4, "2026-11-20");
    execute("UPDATE person SET left_on = " + std::to_string(day("2027-01-31").days()) + " WHERE id = 2");
    EXPECT_EQ(of(points(manager(anna))->items, welding)->holders, 0);
}

TEST_P(Staffing, PointsAmongFewAreHiddenFromThoseWhoSeeSumsOnly) {
    state(bo, welding, 4, "2026-11-20");
    EXPECT_EQ(points(learning())->hidden, 3);
    EXPECT_THAT(points(learning())->items, IsEmpty());
    EXPECT_EQ(points(hr())->hidden, 3); // without a reason
    EXPECT_EQ(points(hr("Sårbarhet"))->hidden, 0);
    everybody_is_a_fitter();
    const auto told = points(learning());
    const auto welders = of(told->items, welding);
    ASSERT_TRUE(welders);
    EXPECT_EQ(welders->holders, 1);
    EXPECT_EQ(welders->people, 5);
    EXPECT_FALSE(welders->holder); // a number, no name
}

TEST_P(Staffing, WhenTheOnlyHolderLeavesTheSkillIsLostAndThePostStays) {
    state(bo, welding, 4, "2026-11-20");
    state(bo, lathe, 3, "2026-11-20");
    state(cia, lathe, 3, "2026-11-20");
    const auto told = leave(manager(anna), {bo});
    ASSERT_TRUE(told.ok()) << code(told);
    EXPECT_EQ(told->people[0].name, "Bo Berg");
    ASSERT_EQ(told->covers.size(), 1U); // her unit is all she has sums of
    EXPECT_EQ(told->covers[0].requirements, 6);
    EXPECT_EQ(told->covers[0].met, 3);
    EXPECT_EQ(told->covers[0].met_after, 1);
    EXPECT_NEAR(*told->covers[0].coverage_after, 1.0 / 6, 0.001);
    ASSERT_EQ(told->skills.size(), 2U);
    EXPECT_EQ(told->skills[0].skill, welding);
    EXPECT_EQ(told->skills[0].holders, 1);
    EXPECT_EQ(told->skills[0].holders_after, 0);
    EXPECT_EQ(told->skills[0].coverage_after, 0);
    EXPECT_EQ(told->skills[1].holders_after, 1);
    // Nothing is stored: the next question finds everything as it was.
    EXPECT_EQ(leave(manager(anna), {bo})->covers[0].met, 3);
    EXPECT_TRUE(workforces.current()->find(bo));
}

TEST_P(Staffing, SeveralWhoLeaveAreCountedTogetherAndOnceEach) {
    state(bo, lathe, 3, "2026-11-20");
    state(cia, lathe, 3, "2026-11-20");
    const auto told = leave(manager(anna), {bo, cia, bo});
    EXPECT_EQ(told->people.size(), 2U);
    EXPECT_EQ(of(told->skills, lathe)->holders, 2);
    EXPECT_EQ(of(told->skills, lathe)->holders_after, 0);
}

TEST_P(Staffing, ADepartureIsTriedByThoseWhoMaySeeTheLevelsOnly) {
    const auto asks = [&](const access::Actor& actor) { return code(leave(actor, {bo})); };
    EXPECT_EQ(asks(manager(anna)), "");
    EXPECT_EQ(asks(manager(erik)), "person.not_found");
    EXPECT_EQ(asks(hr()), "access.reason_needed");
    EXPECT_EQ(asks(hr("Bemanning")), "");
    EXPECT_EQ(reads("levels"), 2);
    EXPECT_EQ(code(leave(manager(anna), {})), "/query/person staffing.people");
    EXPECT_EQ(code(leave(manager(anna), {bo, PersonId{999}})), "person.not_found");
    EXPECT_EQ(code(leave(manager(anna), {bo}, office)), "unit.not_found");
}

TEST_P(Staffing, HrSeesTheUnitBesideTheWholeAndASkillHeldElsewhereIsNotLost) {
    state(bo, welding, 4, "2026-11-20");
    everybody_is_a_fitter();
    const auto told = leave(hr("Bemanning"), {bo});
    ASSERT_EQ(told->covers.size(), 2U);
    EXPECT_EQ(told->covers[0].name, "Line");
    EXPECT_EQ(told->covers[0].people, 3);
    EXPECT_EQ(told->covers[1].people, 5);
    EXPECT_EQ(told->covers[1].met, 1);
    EXPECT_EQ(of(told->skills, welding)->holders_after, 0);
    EXPECT_THAT(leave(hr("Bemanning"), {bo}, office)->skills, IsEmpty());
}

TEST_P(Staffing, WhatLapsesAndWhatAgesIsListedByDay) {
    certify(bo, lean, "2024-12-01", day("2026-12-24")); // not the role's only evidence
    state(bo, lean, 3, "2026-11-20", Source::test);
    certify(cia, lathe, "2024-12-01", day("2027-01-15"));
    state(cia, welding, 4, "2026-01-10"); // technical: 0.7 falls below 0.5 after 17.5 months
    const auto told = dues(manager(anna), {.days = 365});
    ASSERT_TRUE(told.ok()) << code(told);
    ASSERT_EQ(told->items.size(), 3U);
    EXPECT_EQ(told->items[0].name, "Bo Berg");
    EXPECT_EQ(told->items[0].day, day("2026-12-24"));
    EXPECT_EQ(told->items[0].cause, RefreshCause::certificate);
    EXPECT_TRUE(told->items[0].stays_sure);
    EXPECT_EQ(told->items[1].day, day("2027-01-15"));
    EXPECT_FALSE(told->items[1].stays_sure);
    EXPECT_EQ(told->items[2].skill, welding);
    EXPECT_EQ(told->items[2].cause, RefreshCause::age);
    EXPECT_TRUE(told->items[2].required);
    EXPECT_EQ(dues(manager(anna), {.days = 30})->total, 0U);
    EXPECT_EQ(dues(manager(anna), {.days = 33})->total, 1U);
    EXPECT_EQ(dues(manager(anna), {.unit = office, .days = 365})->total, 0U);
}

TEST_P(Staffing, WhatHasLapsedIsOverdueUntilALaterCertificateIsHeld) {
    certify(bo, lathe, "2023-01-10", day("2026-03-01"));
    state(cia, welding, 4, "2023-01-10"); // has been too old since 2024
    const auto told = dues(manager(anna), {.overdue = true});
    ASSERT_EQ(told->items.size(), 2U);
    EXPECT_EQ(told->items[0].day, day("2026-03-01"));
    EXPECT_FALSE(told->items[0].level); // nothing else is known
    EXPECT_EQ(told->items[1].skill, welding);
    EXPECT_LT(*told->items[1].confidence, 0.5);
    EXPECT_EQ(dues(manager(anna), {})->total, 0U);
    certify(bo, lathe, "2026-03-02", day("2029-03-01"));
    EXPECT_EQ(dues(manager(anna), {.overdue = true})->total, 1U);
    certify(cia, lathe, "2023-01-10", day("2026-03-01"));
    EXPECT_EQ(dues(manager(anna), {.overdue = true})->total, 2U);
    certify(cia, lathe, "2026-03-02", {}); // never lapses
    EXPECT_EQ(dues(manager(anna), {.overdue = true})->total, 1U);
}

TEST_P(Staffing, DuesAreThoseOfPeopleWhoseLevelsMayBeSeenAndTheySeeWhoLooked) {
    certify(bo, lathe, "2024-12-01", day("2027-01-15"));
    EXPECT_EQ(dues(hr(), {})->total, 0U);
    EXPECT_EQ(dues(manager(erik), {})->total, 0U);
    EXPECT_EQ(reads("levels"), 0);
    EXPECT_EQ(dues(hr("Kurser i vår"), {})->total, 1U);
    EXPECT_EQ(reads("levels"), 1);
    std::string bytes;
    ASSERT_TRUE(write_refresh(*db, *workforces.current(), hr("Kurser i vår"), {}, insights::FileKind::csv,
                              tabular::string_sink(bytes))
                    .ok());
    EXPECT_NE(bytes.find("2027-01-15;0002;Bo Berg;Line;lathe;intyget går ut;nej;3"), std::string::npos) << bytes;
    EXPECT_EQ(reads("export"), 1);
    EXPECT_EQ(code(dues(hr("Kurser i vår"), {.unit = UnitId{999}})), "unit.not_found");
    EXPECT_EQ(code(dues(hr("Kurser i vår"), {.days = 0})), "/query/days staffing.days");
}

TEST_P(Staffing, TwoUnitsAreComparedSkillBySkill) {
    state(bo, welding, 4, "2026-11-20");
    (void)act([&](db::Tx& tx) { return skills::give_role(tx, system, dag, {fitter, day("2020-01-01"), {}}); });
    const SkillId ledger = skill("ledger");
    (void)act([&](db::Tx& tx) -> Result<void> {
        const RoleId clerk = TRY(skills::add_role(tx, system, {"clerk", {"Ekonom", "Clerk"}, {"", ""}})).id;
        TRY(skills::add_profile(tx, system, clerk, {day("2020-01-01"), "", {{ledger, {}, 2, 1, false}}}));
        TRY(skills::give_role(tx, system, erik, {clerk, day("2020-01-01"), {}}));
        return {};
    });
    const auto compare = [&](const access::Actor& actor) {
        return compare_units(*db, *workforces.current(), actor, line, office);
    };
    const auto told = compare(hr("Bemanning"));
    ASSERT_TRUE(told.ok()) << code(told);
    EXPECT_EQ(told->one.name, "Line");
    EXPECT_EQ(told->other.people, 2);
    ASSERT_EQ(told->skills.size(), 4U);
    EXPECT_EQ(told->skills[0].skill, welding); // the largest difference first
    EXPECT_EQ(told->skills[3].skill, ledger);  // what only one of them needs last
    EXPECT_FALSE(told->skills[3].one.needed);
    EXPECT_NEAR(*told->skills[0].one.coverage, 0.5, 0.001);
    EXPECT_EQ(told->skills[0].other.coverage, 0);
    EXPECT_EQ(told->skills[0].other.unknown, 1);
    const auto few = compare(learning());
    EXPECT_TRUE(few->one.hidden);
    EXPECT_TRUE(few->skills[0].one.hidden);
    EXPECT_EQ(few->skills[0].one.people, 0);
    EXPECT_EQ(code(compare(manager(anna))), "unit.not_found"); // the office is not hers
}

INSTANTIATE_ON_BOTH(Staffing);

} // namespace
} // namespace kunna::staffing
