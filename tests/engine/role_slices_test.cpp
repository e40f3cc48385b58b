// Parts of cells by role: nothing that tells on fewer than five, also not of the cell less its parts.
#include "engine/column.hpp"
#include "engine/role_slices.hpp"
#include "workforce.hpp"

#include <gtest/gtest.h>

namespace kunna::engine {
namespace {

using namespace testing;

// One unit, one skill; so many hold each role, every second of them at level 4 and the others at 2.
Snapshot company(const std::vector<int>& holders, int required = 3) {
    Builder builder;
    builder.add_unit(1);
    builder.add_skill({.id = 1});
    const Date day = *Date::parse("2026-11-21");
    for (std::size_t r = 0; r < holders.size(); ++r) {
        const RoleIndex role =
            builder.add_role(static_cast<std::int64_t>(r) + 1, {{0, Level::of_step(required), 1, false}});
        for (int n = 0; n < holders[r]; ++n)
            builder.add_person({.id = static_cast<std::int64_t>(100 * r) + n,
                                .roles = {role},
                                .evidence = {Evidence::of(0, Source::test, n % 2 == 0 ? 4 : 2, day)}});
    }
    return builder.build(day).unwrap();
}

TEST(RoleSlices, APartOfFewIsNotToldAndOfEnoughIs) {
    const Snapshot snapshot = company({3, 7, 6});
    const RoleSlices slices{snapshot, 0, {}};
    EXPECT_FALSE(slices.today(0).tells(0));
    EXPECT_FALSE(slices.today(2).tells(0)) << "the cell less the others would be the three";
    EXPECT_TRUE(slices.today(1).tells(0));
}

TEST(RoleSlices, WhenOneRoleIsAllOfItItIsTold) {
    const Snapshot snapshot = company({6});
    EXPECT_TRUE((RoleSlices{snapshot, 0, {}}.today(0).tells(0)));
}

TEST(RoleSlices, ALevelThatNobodyReachesTellsOnEachOfFew) {
    const Snapshot snapshot = company({6, 12});
    const RoleSlices slices{snapshot, 0, {}};
    EXPECT_TRUE(slices.at_level(0, Level::of_step(4)).tells(0));
    EXPECT_FALSE(slices.at_level(0, Level::of_step(5)).tells(0));
    EXPECT_TRUE(slices.at_level(1, Level::of_step(5)).tells(0)) << "twelve are company enough";
}

TEST(RoleSlices, ARoleThatDoesNotRequireItYetHasItsPartAtTheNewLevel) {
    Builder builder;
    builder.add_unit(1);
    builder.add_skill({.id = 1});
    const RoleIndex role = builder.add_role(1, {});
    for (int n = 0; n < 4; ++n) builder.add_person({.id = n, .roles = {role}});
    const Snapshot snapshot = builder.build(*Date::parse("2026-11-21")).unwrap();
    const RoleSlices slices{snapshot, 0, {}};
    EXPECT_TRUE(slices.today(role).tells(0)) << "nobody";
    EXPECT_FALSE(slices.at_level(role, Level::of_step(1)).tells(0));
}

// Whatever is told, of parts and of cells, by units and by roles: less what is told of it, safe or nobody.
TEST(RoleSlices, NoCellLessItsToldPartsIsAboutFew) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const PlainWorkforce plain =
            random_workforce(seed, {.people = 250, .units = 12, .skills = 4, .roles = 6, .most_requirements = 4});
        const Snapshot snapshot = snapshot_of(plain);
        const SuppressRule rule;
        for (SkillIndex skill = 0; skill < 4; ++skill) {
            const RoleSlices slices{snapshot, skill, rule};
            for (UnitIndex unit = 0; unit < snapshot.units().size(); ++unit) {
                std::uint32_t rest = 0;
                bool any = false;
                for (RoleIndex role = 0; role < snapshot.role_count(); ++role) {
                    std::uint32_t rows = 0;
                    for (PersonIndex p = 0; p < snapshot.person_end(); ++p) {
                        if (!snapshot.present(p) || snapshot.unit_of(p) < unit ||
                            snapshot.unit_of(p) >= snapshot.units().end_of(unit))
                            continue;
                        for (const GapRow& row : gap_rows(snapshot, p)) rows += row.role == role && row.skill == skill;
                    }
                    if (rows == 0) continue;
                    any = any || slices.today(role).tells(unit);
                    if (slices.today(role).tells(unit))
                        EXPECT_GE(rows, rule.fewest) << seed;
                    else
                        rest += rows;
                }
                EXPECT_TRUE(!any || rest == 0 || rest >= rule.fewest)
                    << seed << ' ' << unit << ' ' << skill << ' ' << rest;
            }
        }
    }
}

} // namespace
} // namespace kunna::engine
