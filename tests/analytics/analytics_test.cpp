// What is near what, what sits where and at which age, what rises and falls: over rows in a database, by who asks.
#include "analytics/adjacency.hpp"
#include "analytics/ages.hpp"
#include "analytics/files.hpp"
#include "analytics/trends.hpp"
#include "support/skilled_company.hpp"

#include <gmock/gmock.h>

namespace kunna::analytics {
namespace {

using engine::Source;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Analytics : public test::SkilledCompany {
protected:
    static constexpr UnitId line{1}, office{2}, yard{3};
    static constexpr PersonId first_more{101};

    static access::Actor executive() {
        access::Actor actor;
        actor.account = AccountId{21};
        actor.grants = {{access::Role::executive, {}}};
        return actor;
    }
    // Fitters who report to Anna, in any unit; ids from `from` on.
    void more(int from, int count, UnitId unit, const char* hired = "2011-01-26") {
        std::string people = "INSERT INTO person (id, number, given, family, hired, search, sort_sv) VALUES ";
        std::string positions = "INSERT INTO position (person, unit, title, manager, valid_from) VALUES ";
        const std::string since = std::to_string(day(hired).days());
        for (int id = from; id < from + count; ++id) {
            const std::string n = std::to_string(id);
            people += (id > from ? ",(" : "(") + n + ", '" + n + "', 'P" + n + "', 'X', " + since + ", '', '')";
            positions +=
                (id > from ? ",(" : "(") + n + ", " + std::to_string(unit.value) + ", 'Fitter', 1, " + since + ")";
        }
        execute(people + ";" + positions);
        for (int id = from; id < from + count; ++id)
            (void)act([&](db::Tx& tx) {
                return skills::give_role(tx, system, PersonId{id}, {fitter, day(hired), {}});
            });
    }
    void all_state(int from, int count, SkillId in, int level, const char* on, Source source = Source::test) {
        for (int id = from; id < from + count; ++id) state(PersonId{id}, in, level, on, source);
    }
    void born(int from, int count, int year) {
        execute("UPDATE person SET birth_year = " + std::to_string(year) + " WHERE id >= " + std::to_string(from) +
                " AND id < " + std::to_string(from + count));
    }
    RoleId role(const char* key, std::vector<skills::Requirement> requirements) {
        const RoleId made = act([&](db::Tx& tx) {
                                return skills::add_role(tx, system, {key, {key, key}, {"", ""}});
                            })->id;
        if (!requirements.empty())
            (void)act([&](db::Tx& tx) {
                return skills::add_profile(tx, system, made, {day("2020-01-01"), "", std::move(requirements)});
            });
        return made;
    }
    Result<AdjacentRoles> near(RoleId of, AdjacentDirection direction = AdjacentDirection::from) {
        const auto workforce = workforces.current();
        return look(
            [&](db::Tx& tx) { return adjacent_roles(adjacency_ground(tx, *workforce), *workforce, of, direction); });
    }
    Result<RoleTransfer> between(RoleId from, RoleId to) {
        const auto workforce = workforces.current();
        return look([&](db::Tx& tx) { return role_transfer(adjacency_ground(tx, *workforce), *workforce, from, to); });
    }
    Result<Reachers> reach(const access::Actor& actor, RoleId from, RoleId to) {
        const auto workforce = workforces.current();
        const auto ground = look([&](db::Tx& tx) { return adjacency_ground(tx, *workforce); });
        return reachers(*db, ground, *workforce, actor, from, to);
    }
    Result<Concentration> spread(const access::Actor& actor, std::optional<SpreadBy> by = {},
                                 std::optional<std::int32_t> depth = {}) {
        return concentration(*db, *workforces.current(), actor, by, depth);
    }
    AgeStructure ages(const access::Actor& actor) { return age_structure(*db, *workforces.current(), actor); }
    Result<Trends> rise(const access::Actor& actor, int months = 24, std::optional<UnitId> unit = {},
                        std::optional<SkillId> skill = {}) {
        return trends(*db, *history(*db, workforces.current(), months), actor, unit, skill);
    }
    template <class List>
    static auto of(const List& list, SkillId skill) {
        const auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.skill == skill; });
        EXPECT_NE(at, list.end());
        return *at;
    }
};

TEST_P(Analytics, ARoleBringsAlongWhatTheOtherRequiresAsFarAsItReaches) {
    const RoleId turner = role("turner", {{lathe, {}, 4, 3, false}, {lean, {}, 3, 1, true}});
    const RoleId clerk = role("clerk", {});
    const auto from = near(fitter);
    ASSERT_TRUE(from.ok());
    ASSERT_EQ(from->items.size(), 1U) << "a role without a profile is not compared with";
    const AdjacentRole& one = from->items[0];
    EXPECT_EQ(one.role, turner);
    // Lathe 3 of 4 at weight 3, lean 3 of 3 at 1 × the must-factor 2.
    EXPECT_DOUBLE_EQ(one.transferability, 0.8333);
    EXPECT_TRUE(one.suggested);
    EXPECT_EQ(one.full, 1);
    EXPECT_EQ(one.musts, 0);
    ASSERT_EQ(one.lacking.size(), 1U);
    EXPECT_EQ(one.lacking[0].skill, lathe);
    EXPECT_DOUBLE_EQ(one.lacking[0].brought, 3);
    // Back again: nothing of welding 4 × 3.
    const auto back = near(fitter, AdjacentDirection::towards);
    EXPECT_DOUBLE_EQ(back->items[0].transferability, 0.4286) << "(6 + 3) of 21";
    EXPECT_EQ(code(near(clerk)), "role.no_profile");
    EXPECT_EQ(code(near(RoleId{99})), "role.not_found");
}

TEST_P(Analytics, ARoleThatAsksForLittleTakesAnybodyButIsNotNearForThat) {
    const RoleId turner = role("turner", {{lathe, {}, 4, 3, false}, {lean, {}, 3, 1, true}});
    const RoleId helper = role("helper", {{lean, {}, 1, 1, false}});
    const auto from = near(fitter);
    ASSERT_EQ(from->items.size(), 2U);
    EXPECT_EQ(from->items[0].role, turner);
    EXPECT_DOUBLE_EQ(from->items[0].similarity, 0.5976) << "√(15/18 × 9/21)";
    EXPECT_EQ(from->items[1].role, helper);
    EXPECT_DOUBLE_EQ(from->items[1].transferability, 1);
    EXPECT_LT(from->items[1].similarity, 0.3);
    EXPECT_DOUBLE_EQ(near(fitter, AdjacentDirection::towards)->items[0].similarity, 0.5976) << "the same back again";
}

TEST_P(Analytics, TheAccountOfAShareAddsUpToIt) {
    const RoleId turner = role("turner", {{lathe, {}, 4, 3, false}, {lean, {}, 3, 1, false}});
    const auto told = between(turner, fitter);
    ASSERT_TRUE(told.ok());
    double counted = 0;
    double all = 0;
    for (const TransferPart& part : told->parts) {
        counted += part.counted;
        all += part.of;
    }
    EXPECT_DOUBLE_EQ(counted, told->counted);
    EXPECT_DOUBLE_EQ(all, told->of);
    EXPECT_NEAR(told->transferability, counted / all, 1e-4);
    EXPECT_FALSE(of(told->parts, welding).own);
    EXPECT_DOUBLE_EQ(*of(told->parts, lathe).own, 4);
}

TEST_P(Analytics, SkillsThatRolesAskForTogetherAreNearAndLendALittle) {
    const RoleId turner = role("turner", {{lathe, {}, 5, 3, false}, {lean, {}, 3, 1, false}});
    const RoleId welder = role("welder", {{welding, {}, 4, 3, false}});
    const auto workforce = workforces.current();
    const auto near =
        look([&](db::Tx& tx) { return adjacent_skills(adjacency_ground(tx, *workforce), *workforce, lathe); });
    ASSERT_TRUE(near.ok());
    ASSERT_EQ(near->items.size(), 1U) << "welding is asked for together with it by one role only";
    EXPECT_EQ(near->items[0].skill, lean);
    EXPECT_EQ(near->items[0].together, 2);
    EXPECT_EQ(near->items[0].either, 2);
    EXPECT_DOUBLE_EQ(near->items[0].likeness, 0.5);
    (void)role("smith", {{lathe, {}, 2, 1, false}, {welding, {}, 2, 1, false}});
    const auto told = between(turner, welder);
    ASSERT_EQ(told->parts.size(), 1U);
    ASSERT_TRUE(told->parts[0].neighbour);
    EXPECT_EQ(told->parts[0].neighbour->skill, lathe);
    // Together in 2 of the 4 that ask for one of them: likeness ¼; 0.7 × ¼ × 5.
    EXPECT_DOUBLE_EQ(told->parts[0].neighbour->likeness, 0.25);
    EXPECT_DOUBLE_EQ(told->parts[0].brought, 0.875);
}

TEST_P(Analytics, HowManyReachAnotherRoleIsToldOfEnoughPeopleOnly) {
    const RoleId turner = role("turner", {{lathe, {}, 4, 3, false}});
    state(bo, lathe, 4, "2026-11-01");
    EXPECT_TRUE(reach(executive(), fitter, turner)->hidden) << "two hold it";
    const auto own = reach(manager(anna), fitter, turner);
    EXPECT_FALSE(own->hidden) << "no: but Anna may read the levels of both";
    more(101, 18, line);
    all_state(101, 5, lathe, 4, "2026-11-01");
    all_state(106, 2, lathe, 1, "2026-11-01");
    const auto told = reach(executive(), fitter, turner);
    ASSERT_TRUE(told.ok());
    ASSERT_FALSE(told->hidden);
    EXPECT_EQ(told->people, 20);
    EXPECT_EQ(told->reaching, 6);
    EXPECT_EQ(told->unknown, 12);
    // Two who hold both would be the difference to all who hold the first.
    for (const int id : {101, 102})
        (void)act([&](db::Tx& tx) {
            return skills::give_role(tx, system, PersonId{id}, {turner, day("2020-01-01"), {}});
        });
    EXPECT_TRUE(reach(executive(), fitter, turner)->hidden);
    EXPECT_EQ(reach(system, fitter, turner)->people, 18);
}

TEST_P(Analytics, WhatSitsInOnePlaceIsSeenWithItsShareAndIndex) {
    execute("UPDATE unit SET place = 'Västerås' WHERE id = 1; UPDATE unit SET place = 'Norrköping' WHERE id = 2");
    more(101, 20, line);
    more(201, 20, office);
    all_state(101, 12, welding, 4, "2026-11-01");
    all_state(201, 6, welding, 3, "2026-11-01");
    all_state(207, 3, welding, 2, "2026-11-01");
    all_state(210, 2, welding, 5, "2026-11-01", Source::self);
    const auto told = spread(executive());
    ASSERT_TRUE(told.ok());
    EXPECT_EQ(told->by, SpreadBy::place);
    ASSERT_EQ(told->groups.size(), 2U);
    EXPECT_EQ(told->groups[0].name, "Norrköping");
    const SkillSpread one = of(told->skills, welding);
    ASSERT_FALSE(one.hidden);
    EXPECT_EQ(one.able, 18);
    EXPECT_EQ(one.uncertain, 2) << "what only they say themselves is not sure";
    EXPECT_THAT(one.groups, ElementsAre(6, 12));
    EXPECT_EQ(*one.largest, 1);
    EXPECT_NEAR(*one.largest_share, 2.0 / 3, 1e-4);
    EXPECT_NEAR(*one.herfindahl, 1.0 / 9 + 4.0 / 9, 1e-4);
    EXPECT_NEAR(*one.as_many, 1.8, 1e-3);
    EXPECT_EQ(code(spread(executive(), SpreadBy::unit, 7)), "/query/depth analytics.depth");
}

TEST_P(Analytics, APlaceOfFewIsHiddenAndCannotBeHadFromTheRest) {
    execute("INSERT INTO unit (id, code, name, place) VALUES (3, 'yard', 'Yard', 'Ön');"
            "UPDATE unit SET place = 'Västerås' WHERE id = 1; UPDATE unit SET place = 'Norrköping' WHERE id = 2");
    more(101, 30, line);
    more(201, 20, office);
    more(301, 3, yard);
    all_state(101, 12, welding, 4, "2026-11-01");
    all_state(201, 6, welding, 3, "2026-11-01");
    all_state(301, 1, welding, 3, "2026-11-01");
    const auto told = spread(executive());
    const SkillSpread one = of(told->skills, welding);
    ASSERT_FALSE(one.hidden);
    EXPECT_EQ(one.able, 19);
    EXPECT_EQ(std::count(one.groups.begin(), one.groups.end(), told_nothing), 2) << "one alone would be a subtraction";
    EXPECT_FALSE(one.herfindahl);
    // By unit it is the same pieces, so the same are hidden.
    const SkillSpread by_unit = of(spread(executive(), SpreadBy::unit)->skills, welding);
    EXPECT_EQ(std::count(by_unit.groups.begin(), by_unit.groups.end(), told_nothing), 2);
    EXPECT_THAT(of(spread(system)->skills, welding).groups, ElementsAre(6, 12, 1)) << "the command line has the rows";
}

TEST_P(Analytics, AHeadOnTheirOwnDoesNotHideTheirWholePlace) {
    // The line and the office lie under a top unit with one person, who is where the office is.
    execute("INSERT INTO unit (id, code, name, place) VALUES (4, 'top', 'Top', 'Stockholm');"
            "UPDATE unit SET parent = 4, place = 'Västerås' WHERE id = 1;"
            "UPDATE unit SET parent = 4, place = 'Stockholm' WHERE id = 2");
    more(101, 30, line);
    more(201, 20, office);
    more(301, 1, UnitId{4});
    all_state(101, 12, welding, 4, "2026-11-01");
    all_state(201, 6, welding, 3, "2026-11-01");
    all_state(301, 1, welding, 3, "2026-11-01");
    const auto told = spread(executive());
    EXPECT_THAT(of(told->skills, welding).groups, ElementsAre(7, 12));
    const auto by_unit = spread(executive(), SpreadBy::unit, 1);
    ASSERT_EQ(by_unit->groups.size(), 3U) << "the head is a group of their own";
    const auto groups = of(by_unit->skills, welding).groups;
    EXPECT_EQ(std::count(groups.begin(), groups.end(), told_nothing), 2) << "the head, and the office beside them";
    EXPECT_NE(std::find(groups.begin(), groups.end(), 12), groups.end());
}

TEST_P(Analytics, AManagerHasSumsOfTheirOwnPeopleOnly) {
    more(101, 20, line);
    more(201, 20, office);
    all_state(101, 12, welding, 4, "2026-11-01");
    all_state(201, 6, welding, 3, "2026-11-01");
    execute("UPDATE position SET manager = NULL WHERE person >= 201");
    const auto told = spread(manager(anna));
    ASSERT_TRUE(told.ok());
    EXPECT_EQ(told->people, 23);
    EXPECT_EQ(of(told->skills, welding).able, 12);
    EXPECT_EQ(rise(manager(anna), 3)->people.back(), 23);
    EXPECT_EQ(code(rise(manager(anna), 3, office)), "unit.not_found");
}

TEST_P(Analytics, AgesAreToldInGroupsOfFiveOrMoreWhoeverAsks) {
    more(101, 40, line);
    born(101, 12, 1960);
    born(113, 20, 1980);
    born(133, 3, 2000);
    all_state(101, 35, welding, 4, "2026-11-01");
    for (const access::Actor& actor : {executive(), hr("Planering"), system}) {
        const SkillAges one = of(ages(actor).skills, welding);
        ASSERT_FALSE(one.hidden);
        EXPECT_EQ(one.able, 35);
        EXPECT_EQ(one.bands[static_cast<std::size_t>(AgeBand::under_30)], told_nothing) << "three people";
        std::int64_t shown = 0;
        for (const std::int64_t n : one.bands) {
            EXPECT_TRUE(n == told_nothing || n == 0 || n >= 5);
            shown += std::max<std::int64_t>(n, 0);
        }
        EXPECT_GE(one.able - shown, 5) << "what is left over is about five or more";
        EXPECT_EQ(one.bands[static_cast<std::size_t>(AgeBand::from_40)], 20);
    }
}

TEST_P(Analytics, AgesAreNotToldWhenFewAreAble) {
    more(101, 40, line);
    born(101, 40, 1960);
    all_state(101, 8, welding, 4, "2026-11-01");
    all_state(109, 12, welding, 1, "2026-11-01");
    EXPECT_THAT(of(ages(executive()).skills, welding).bands, ::testing::Each(told_nothing));
    all_state(109, 4, welding, 4, "2026-11-02");
    all_state(109, 4, welding, 5, "2026-11-03");
    const SkillAges twelve = of(ages(executive()).skills, welding);
    EXPECT_EQ(twelve.able, 12);
    EXPECT_EQ(twelve.bands[static_cast<std::size_t>(AgeBand::from_60)], 12);
    EXPECT_DOUBLE_EQ(*twelve.leaving_share, 1);
    all_state(101, 4, lathe, 4, "2026-11-01");
    EXPECT_TRUE(of(ages(executive()).skills, lathe).hidden) << "four are able";
}

TEST_P(Analytics, TheAgeIsTheOneReachedDuringTheYear) {
    EXPECT_EQ(age_band(1966, day("2026-01-01")), AgeBand::from_60);
    EXPECT_EQ(age_band(1967, day("2026-12-31")), AgeBand::from_50);
    EXPECT_EQ(age_band(1997, day("2026-06-01")), AgeBand::under_30);
    EXPECT_EQ(age_band({}, day("2026-06-01")), AgeBand::unknown);
    EXPECT_FALSE(holds(access::Role::manager, access::Permission::view_ages));
    EXPECT_FALSE(holds(access::Role::administrator, access::Permission::view_ages));
}

TEST_P(Analytics, EveryDayIsAsItWasThen) {
    more(101, 30, line);
    more(201, 10, line, "2026-06-01");
    all_state(101, 10, welding, 4, "2024-06-01");
    all_state(111, 6, welding, 4, "2026-03-01");
    all_state(201, 7, welding, 3, "2026-07-01");
    execute("UPDATE person SET left_on = " + std::to_string(day("2026-04-30").days()) + " WHERE id = 101");
    const auto told = rise(system);
    ASSERT_TRUE(told.ok());
    const SkillTrend one = of(told->skills, welding);
    ASSERT_EQ(told->days.size(), 9U);
    EXPECT_EQ(told->days.front(), day("2024-11-21"));
    for (std::size_t i = 0; i < told->days.size(); ++i) {
        const auto then = workforces.as_of(told->days[i]);
        const Count all = counts_of(*then).of(*then->names().find(welding), {}).of({*then->names().find(line), false});
        EXPECT_EQ(one.points[i].able, all.able) << told->days[i].iso();
        EXPECT_EQ(one.points[i].known, all.known()) << told->days[i].iso();
        EXPECT_EQ(told->people[i],
                  then->headcounts()[*then->names().find(line)] + then->headcounts()[*then->names().find(office)]);
    }
    EXPECT_EQ(one.points.front().able, 10);
    EXPECT_EQ(one.points.back().able, 9 + 6 + 7);
}

TEST_P(Analytics, ThatMoreAreAssessedIsNotThatMoreHaveLearnt) {
    more(101, 40, line);
    all_state(101, 12, welding, 3, "2024-06-01");
    all_state(101, 12, lathe, 2, "2024-06-01");
    // Welding: fifteen more are assessed. Lathe: the same twelve have learnt.
    all_state(113, 15, welding, 3, "2026-10-01");
    all_state(101, 12, lathe, 5, "2026-10-01");
    const auto told = rise(executive());
    ASSERT_TRUE(told.ok());
    const SkillTrend assessed = of(told->skills, welding);
    EXPECT_EQ(*assessed.change, 15);
    EXPECT_EQ(*assessed.assessed, 15);
    EXPECT_EQ(assessed.reading, TrendReading::assessed);
    EXPECT_EQ(*assessed.causes->first, 15);
    ASSERT_TRUE(assessed.same);
    EXPECT_EQ(assessed.same->people, 12);
    EXPECT_DOUBLE_EQ(assessed.same->before, assessed.same->after);
    const SkillTrend learnt = of(told->skills, lathe);
    EXPECT_EQ(*learnt.change, 12);
    EXPECT_EQ(*learnt.assessed, 0);
    EXPECT_EQ(learnt.reading, TrendReading::learnt);
    EXPECT_GT(learnt.same->after, learnt.same->before + 1);
}

TEST_P(Analytics, OldEvidenceFadesAndIsToldAsThat) {
    more(101, 40, line);
    all_state(101, 15, welding, 4, "2024-10-01", Source::manager);
    const SkillTrend one = of(rise(executive())->skills, welding);
    EXPECT_EQ(one.points.front().able, 15);
    EXPECT_EQ(one.points.back().able, 0) << "0.7 fades below one half";
    EXPECT_EQ(one.points.back().uncertain, 15);
    EXPECT_DOUBLE_EQ(*one.points.back().mean, 4) << "age lowers confidence, not level";
    EXPECT_EQ(one.reading, TrendReading::faded);
}

TEST_P(Analytics, CausesAddUpAndThoseAboutFewAreInTheRest) {
    more(101, 40, line);
    more(201, 3, line, "2026-06-01");
    all_state(101, 20, welding, 3, "2024-10-01");
    all_state(121, 8, welding, 3, "2026-10-01");
    all_state(201, 3, welding, 5, "2026-10-01");
    execute("UPDATE person SET left_on = " + std::to_string(day("2026-04-30").days()) +
            " WHERE id BETWEEN 101 AND 106");
    const auto adds_up = [](const SkillTrend& one) {
        const TrendCauses& by = *one.causes;
        std::int64_t sum = by.others;
        for (const auto& cause : {by.came, by.left, by.first, by.restated, by.aged}) sum += cause.value_or(0);
        return sum;
    };
    const SkillTrend guarded = of(rise(executive())->skills, welding);
    ASSERT_TRUE(guarded.causes);
    EXPECT_EQ(adds_up(guarded), *guarded.change);
    EXPECT_FALSE(guarded.causes->came) << "three came";
    const SkillTrend whole = of(rise(system)->skills, welding);
    EXPECT_EQ(adds_up(whole), *whole.change);
    EXPECT_EQ(*whole.causes->came, 3);
    EXPECT_EQ(*whole.causes->left, -6);
    EXPECT_EQ(*whole.causes->first, 8);
    EXPECT_EQ(whole.causes->others, 0);
    EXPECT_FALSE(of(rise(system, 24, line)->skills, welding).causes) << "of one unit asked for they are not told";
}

TEST_P(Analytics, OneSkillMayBeAskedForAndPeriodsAreWholeQuarters) {
    more(101, 40, line);
    const auto told = rise(executive(), 12, {}, lean);
    ASSERT_TRUE(told.ok());
    ASSERT_EQ(told->skills.size(), 1U);
    EXPECT_EQ(told->skills[0].points.size(), 5U);
    EXPECT_EQ(code(rise(executive(), 12, {}, SkillId{99})), "skill.not_found");
    EXPECT_EQ(*months_asked({}), 24);
    for (const int wrong : {0, -3, 4, 63}) EXPECT_EQ(code(months_asked(wrong)), "/query/months analytics.months");
}

TEST_P(Analytics, FilesSayWhatTheScreensSayAndHideWhatTheyHide) {
    execute("INSERT INTO unit (id, code, name, place) VALUES (3, 'yard', 'Yard', 'Ön');"
            "UPDATE unit SET place = 'Västerås' WHERE id = 1; UPDATE unit SET place = 'Norrköping' WHERE id = 2");
    more(101, 30, line);
    more(201, 20, office);
    more(301, 3, yard);
    born(101, 30, 1960);
    born(301, 3, 1960);
    all_state(101, 12, welding, 4, "2026-11-01");
    all_state(301, 1, welding, 3, "2026-11-01");
    const auto written = [](const auto& write) {
        std::string bytes;
        EXPECT_TRUE(write(tabular::string_sink(bytes)).ok());
        return bytes;
    };
    const auto kind = insights::FileKind::csv;
    const auto places = *spread(executive());
    EXPECT_THAT(written([&](tabular::Sink sink) { return write_concentration(places, kind, "en", std::move(sink)); }),
                HasSubstr("welding,Ön,3,,13,,"));
    const AgeStructure old = ages(executive());
    EXPECT_THAT(written([&](tabular::Sink sink) { return write_ages(old, kind, "en", std::move(sink)); }),
                HasSubstr("welding,60 or older,13,13"));
    const auto risen = *rise(executive(), 3);
    EXPECT_THAT(written([&](tabular::Sink sink) { return write_trends(risen, kind, "en", std::move(sink)); }),
                HasSubstr("welding,2026-11-21,58,13,13,0,"));
    (void)role("turner", {{lathe, {}, 4, 3, false}});
    const auto roles = *near(fitter);
    EXPECT_THAT(written([&](tabular::Sink sink) { return write_adjacent(roles, kind, "en", std::move(sink)); }),
                HasSubstr("Fitter,turner,0.75,0.4629,yes,1,0,0,lathe 4"));
}

INSTANTIATE_ON_BOTH(Analytics);

} // namespace
} // namespace kunna::analytics
