// How needs stand, against people counted one by one.
#include "engine/need.hpp"
#include "reference.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace kunna::engine {
namespace {

using namespace testing;

bool in_group(const Snapshot& snapshot, const NeedGroup& of, PersonIndex person) {
    const UnitIndex unit = snapshot.unit_of(person);
    return of.tops.empty() || std::any_of(of.tops.begin(), of.tops.end(), [&](UnitIndex top) {
               return top <= unit && unit < snapshot.units().end_of(top);
           });
}

TEST(Needs, AreMetByThoseOfTheGroupWhoReachTheLevelSurely) {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const Snapshot snapshot = snapshot_of(random_workforce(seed, {}));
        std::vector<Need> needs;
        for (SkillIndex skill = 0; skill < snapshot.skills().size(); ++skill)
            needs.push_back({{{skill % snapshot.units().size()}, {}}, skill, Level::of_step(3), 4});
        for (RoleIndex role = 0; role < snapshot.role_count(); ++role)
            needs.push_back({{{}, role}, 0, Level::of_step(2), 9});
        const auto told = standings(snapshot, needs, 1);
        EXPECT_EQ(told.size(), needs.size());
        for (std::size_t n = 0; n < needs.size(); ++n) {
            NeedStanding by_hand;
            for (PersonIndex p = 0; p < snapshot.person_end(); ++p) {
                if (!snapshot.present(p) || !in_group(snapshot, needs[n].of, p)) continue;
                const auto roles = snapshot.roles_of(p);
                if (needs[n].of.role && std::find(roles.begin(), roles.end(), *needs[n].of.role) == roles.end()) {
                    ++by_hand.others;
                    continue;
                }
                ++by_hand.people;
                const auto held = snapshot.held(p, needs[n].skill);
                if (!held)
                    ++by_hand.unknown;
                else if (held->level < needs[n].level)
                    ++by_hand.below;
                else if (held->sure)
                    by_hand.fte_qualified += snapshot.fte_of(p);
                else
                    ++by_hand.uncertain;
            }
            EXPECT_EQ(told[n].people, by_hand.people);
            EXPECT_EQ(told[n].others, by_hand.others);
            EXPECT_EQ(told[n].unknown, by_hand.unknown);
            EXPECT_EQ(told[n].below, by_hand.below);
            EXPECT_EQ(told[n].uncertain, by_hand.uncertain);
            EXPECT_EQ(told[n].fte_qualified, by_hand.fte_qualified);
        }
        const auto on_three = standings(snapshot, needs, 3);
        for (std::size_t n = 0; n < needs.size(); ++n) {
            EXPECT_EQ(told[n].gap_units, on_three[n].gap_units);
            EXPECT_EQ(told[n].fte_qualified, on_three[n].fte_qualified);
        }
    }
}

// One unit, one skill: a sure 4, an unsure 4, a 3, a 1.5 and somebody unknown.
class NeedOfFive : public ::testing::Test {
protected:
    Snapshot snapshot;
    SkillIndex skill = 0;

    void SetUp() override {
        Builder builder{Settings{}};
        builder.add_unit(1, no_index);
        skill = builder.add_skill({.id = 1, .kind = SkillKind::technical, .highest_step = 5});
        const Date day = *Date::parse("2026-11-21");
        const auto person = [&](std::int64_t id, std::vector<Evidence> said) {
            NewPerson one{.id = id, .unit = 0};
            one.evidence = std::move(said);
            builder.add_person(std::move(one));
        };
        person(1, {Evidence::of(skill, Source::test, 4, day)});
        person(2, {Evidence::of(skill, Source::self, 4, day)});
        person(3, {Evidence::of(skill, Source::test, 3, day)});
        person(4, {Evidence::of(skill, Source::test, 1, day), Evidence::of(skill, Source::test, 2, day)});
        person(5, {});
        snapshot = *builder.build(day);
    }
    NeedStanding at_four(std::int64_t headcount) {
        const std::vector<Need> needs{{{}, skill, Level::of_step(4), headcount}};
        return standings(snapshot, needs)[0];
    }
};

TEST_F(NeedOfFive, TheUnsureAreAnAssessmentAwayAndTheNearestLearnTheRest) {
    EXPECT_EQ(at_four(1).gap_units, 0);
    EXPECT_EQ(at_four(2).gap_units, 0) << "the unsure one fills it";
    EXPECT_EQ(at_four(3).gap_units, Level::of_step(1).units);
    EXPECT_EQ(at_four(4).gap_units, Level::of_number(1 + 2.5).units);
    EXPECT_EQ(at_four(4).from_outside, 0);
    EXPECT_EQ(at_four(4).near, 1);
}

TEST_F(NeedOfFive, WhoIsUnknownIsNeverTakenForABeginner) {
    const NeedStanding five = at_four(5);
    EXPECT_EQ(five.unknown, 1);
    EXPECT_EQ(five.from_outside, 1);
    EXPECT_EQ(five.gap_units, Level::of_number(3.5 + 4).units);
    EXPECT_DOUBLE_EQ(five.coverage(5), 0.2);
    EXPECT_DOUBLE_EQ(at_four(1).coverage(1), 1.0) << "more than enough is enough";
}

} // namespace
} // namespace kunna::engine
