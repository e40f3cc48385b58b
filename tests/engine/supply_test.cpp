// What units need and who is there, against the sums and bus factors that are counted another way.
#include "engine/coverage.hpp"
#include "engine/heat_map.hpp"
#include "engine/supply.hpp"
#include "reference.hpp"

#include <gtest/gtest.h>

namespace kunna::engine {
namespace {

using namespace testing;

TEST(Supply, OfTheWholeIsWhatTheSweepAndTheBusFactorsTell) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        const Snapshot snapshot = snapshot_of(random_workforce(seed, {}));
        std::vector<UnitIndex> tops;
        for (UnitIndex u = 0; u < snapshot.units().size(); u = snapshot.units().end_of(u)) tops.push_back(u);
        const auto needed = bars(snapshot, tops);
        const auto supplies = supply(snapshot, tops, needed);
        const auto sums = skill_sums(snapshot, sweep(snapshot));
        const auto held = holders(snapshot);
        const auto all = bars(snapshot);
        for (std::size_t s = 0; s < supplies.size(); ++s) {
            EXPECT_EQ(needed[s].required, all[s].required);
            EXPECT_EQ(needed[s].level, all[s].level);
            EXPECT_EQ(supplies[s].people, sums[s].people);
            EXPECT_EQ(supplies[s].sums, sums[s].sums);
            EXPECT_EQ(supplies[s].holders, held[s]);
        }
    }
}

TEST(Supply, OfAUnitIsTheSumOfItsPeoplesRowsAndItsOwnBusFactor) {
    const Snapshot snapshot = snapshot_of(random_workforce(11, {}));
    for (UnitIndex unit = 0; unit < snapshot.units().size(); ++unit) {
        const UnitIndex end = snapshot.units().end_of(unit);
        std::vector<PersonIndex> people;
        for (PersonIndex p = 0; p < snapshot.person_end(); ++p)
            if (snapshot.present(p) && snapshot.unit_of(p) >= unit && snapshot.unit_of(p) < end) people.push_back(p);
        const std::vector<UnitIndex> tops{unit};
        const auto needed = bars(snapshot, tops);
        const auto supplies = supply(snapshot, tops, needed);
        std::size_t required = 0;
        for (const auto& [skill, of] : set_sums_by_skill(snapshot, people)) {
            ++required;
            EXPECT_EQ(supplies[skill].people, of.people);
            EXPECT_EQ(supplies[skill].sums, of.sums);
            EXPECT_EQ(supplies[skill].holders, bus_factor(snapshot, skill, needed[skill].level, unit, end));
            if (supplies[skill].holders > 0) {
                EXPECT_GE(snapshot.held(supplies[skill].holder, skill)->level, needed[skill].level);
                EXPECT_FALSE(snapshot.leaving(supplies[skill].holder));
            }
        }
        EXPECT_EQ(required, static_cast<std::size_t>(std::count_if(needed.begin(), needed.end(),
                                                                   [](const Bar& bar) { return bar.required; })));
    }
}

TEST(Supply, AnExpertReachesTheRequirementAndFourAndMayBeLeaving) {
    Builder builder{Settings{}};
    builder.add_unit(1, no_index);
    const SkillIndex skill = builder.add_skill({.id = 1, .kind = SkillKind::technical, .highest_step = 5});
    const RoleIndex role = builder.add_role(1, {{skill, Level::of_step(3), 1, false}});
    const Date day = *Date::parse("2026-11-21");
    for (const int step : {3, 4, 5}) {
        NewPerson person{.id = 10 + step, .unit = 0, .leaving = step == 5, .roles = {role}};
        person.evidence = {Evidence::of(skill, Source::test, step, day)};
        builder.add_person(std::move(person));
    }
    NewPerson unsure{.id = 20, .unit = 0};
    unsure.evidence = {Evidence::of(skill, Source::self, 5, day)};
    builder.add_person(std::move(unsure));
    const auto built = builder.build(day);
    const std::vector<UnitIndex> tops{0};
    const auto supplies = supply(*built, tops, bars(*built, tops));
    EXPECT_EQ(supplies[skill].people, 3);
    EXPECT_EQ(supplies[skill].holders, 2);
    EXPECT_EQ(supplies[skill].experts, 2);
}

} // namespace
} // namespace kunna::engine
