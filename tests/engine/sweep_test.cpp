// The sweep over the whole workforce, in every layout, on every processor and with one thread or two, against the
// naive reference.
#include "engine/coverage.hpp"
#include "engine/heat_map.hpp"
#include "reference.hpp"

#include <gtest/gtest.h>

namespace kunna::engine {
namespace {

using namespace testing;

std::vector<Simd> simds() {
    std::vector<Simd> here;
    for (const Simd simd : {Simd::scalar, Simd::avx2, Simd::avx512})
        if (supported(simd)) here.push_back(simd);
    return here;
}

std::vector<SweepOptions> all_ways() {
    std::vector<SweepOptions> ways;
    for (const Simd simd : simds())
        for (const Layout layout : {Layout::aligned, Layout::compressed})
            for (const int threads : {1, 2}) ways.push_back({.threads = threads, .simd = simd, .layout = layout});
    return ways;
}

// Everything a sweep tells, from the reference.
struct Expected {
    explicit Expected(const PlainWorkforce& w) {
        for (const PlainRow& row : plain_rows(w)) {
            add(organisation, row, w);
            add(by_role[row.role], row, w);
            add(by_skill[row.skill], row, w);
            add(by_person[row.person], row, w);
            if (row.must && row.standing != Standing::met) ++must_not_met[row.person];
            const int unit = w.people[static_cast<std::size_t>(row.person)].unit;
            add(own_cell[{unit, row.skill}], row, w);
            for (int above = unit; above >= 0; above = w.unit_parent[static_cast<std::size_t>(above)]) {
                add(by_unit[above], row, w);
                add(cell[{above, row.skill}], row, w);
            }
            highest[row.skill] = std::max(highest[row.skill], row.required);
        }
    }
    PlainSums organisation;
    std::map<int, PlainSums> by_role, by_skill, by_person, by_unit;
    std::map<std::pair<int, int>, PlainSums> cell, own_cell;
    std::map<int, int> must_not_met;
    std::map<int, int> highest; // by skill
};

int plain_holders(const PlainWorkforce& w, int skill, int required, int above = -1) {
    int holders = 0;
    for (const PlainPerson& person : w.people) {
        if (person.left || person.leaving || (above >= 0 && !under(w, person.unit, above))) continue;
        const auto levels = plain_levels(w, person);
        const auto at = levels.find(skill);
        holders += at != levels.end() && at->second.first >= required && at->second.second >= 5000;
    }
    return holders;
}

void expect_all(const PlainWorkforce& w, const Expected& expected, const Snapshot& s, const SweepOptions& options) {
    const Sweep swept = sweep(s, options);
    const Units& units = s.units();
    const auto of = [](const auto& map, const auto& key) {
        const auto at = map.find(key);
        return at == map.end() ? GroupSums{} : as_group(at->second);
    };

    ASSERT_EQ(organisation_sums(s, swept), as_group(expected.organisation));
    const auto by_unit = unit_sums(s, swept);
    for (std::size_t n = 0; n < w.unit_parent.size(); ++n) {
        const UnitIndex u = units.of_number(static_cast<std::uint32_t>(n));
        ASSERT_EQ(by_unit[u], of(expected.by_unit, static_cast<int>(n)));
        for (const bool subtree : {true, false}) {
            const auto& cells = subtree ? expected.cell : expected.own_cell;
            const auto row = heat_row(s, swept, u, subtree);
            const auto from = cells.lower_bound({static_cast<int>(n), 0});
            const auto to = cells.lower_bound({static_cast<int>(n) + 1, 0});
            ASSERT_EQ(static_cast<std::ptrdiff_t>(row.size()), std::distance(from, to));
            auto at = from;
            for (const Cell& cell : row) {
                ASSERT_EQ(cell.skill, at->first.second);
                ASSERT_EQ(cell.of, as_group(at->second));
                ++at;
            }
        }
    }
    const auto by_skill = skill_sums(s, swept);
    for (std::size_t k = 0; k < w.skills.size(); ++k)
        ASSERT_EQ(by_skill[k], of(expected.by_skill, static_cast<int>(k)));
    const auto by_role = role_sums(s, swept);
    for (std::size_t r = 0; r < w.roles.size(); ++r) ASSERT_EQ(by_role[r], of(expected.by_role, static_cast<int>(r)));

    const auto everyone = everyones_totals(s, swept, options.threads);
    ASSERT_EQ(everyone.size(), w.people.size());
    for (PersonIndex p = 0; p < s.person_end(); ++p) {
        const Sums sums = of(expected.by_person, static_cast<int>(p)).sums;
        const PersonTotals& totals = everyone[p];
        ASSERT_EQ(totals, person_totals(s, swept, p));
        ASSERT_EQ(totals.weighted_gap, sums.weighted_gap);
        ASSERT_EQ(totals.weighted_required, sums.weighted_required);
        ASSERT_EQ(std::tie(totals.rows, totals.met, totals.uncertain, totals.below, totals.unknown),
                  std::tie(sums.rows, sums.met, sums.uncertain, sums.below, sums.unknown));
        const auto must = expected.must_not_met.find(static_cast<int>(p));
        ASSERT_EQ(totals.must_not_met, must == expected.must_not_met.end() ? 0 : must->second);
    }
    for (std::size_t k = 0; k < w.skills.size(); k += 5) {
        const auto bar = expected.highest.find(static_cast<int>(k));
        const int holders = bar == expected.highest.end() ? 0 : plain_holders(w, static_cast<int>(k), bar->second);
        ASSERT_EQ(static_cast<int>(swept.holders[k]), holders);
    }
}

TEST(Sweep, EveryWayOfSweepingAgreesWithTheNaiveReference) {
    std::vector<Shape> shapes{
        {},
        {.people = 900, .units = 3, .roles = 4}, // units of several blocks
        {.people = 200, .units = 150, .deep = true},
        {.people = 120, .skills = 300, .most_requirements = 130, .most_roles = 2}, // roles wider than a register
        {.people = 60, .units = 8, .roles = 3, .evidence = 0},                     // nothing known
        {.people = 200, .units = 10, .most_roles = 10},
    };
    unsigned seed = 100;
    for (const Shape& shape : shapes) {
        const PlainWorkforce w = random_workforce(++seed, shape);
        const Snapshot s = snapshot_of(w, 2);
        const Expected expected{w};
        for (const SweepOptions& options : all_ways()) {
            SCOPED_TRACE(::testing::Message()
                         << "seed " << seed << " simd " << static_cast<int>(options.simd) << " layout "
                         << static_cast<int>(options.layout) << " threads " << options.threads);
            expect_all(w, expected, s, options);
            if (HasFatalFailure()) return;
        }
    }
}

TEST(Sweep, AnEmptyOrganisationHasNoSums) {
    EXPECT_EQ(organisation_sums(Snapshot{}, sweep(Snapshot{})), GroupSums{});
    Builder builder;
    builder.add_unit(1);
    const Snapshot s = builder.build(*Date::parse("2026-11-21")).unwrap();
    EXPECT_EQ(unit_sums(s, sweep(s)).front(), GroupSums{});
}

TEST(Sweep, TheLargestNumbersThereCanBeStayExact) {
    // 300 people in 16 roles that all require the same skills at step 8, weight 30, and everyone is at 0.
    Settings settings;
    settings.must_factor = 10;
    Builder builder{settings};
    builder.add_unit(1);
    const Date day = *Date::parse("2026-11-21");
    std::vector<Requirement> needs;
    for (SkillIndex s = 0; s < 40; ++s) {
        builder.add_skill({s, SkillKind::technical, 8});
        needs.push_back({s, Level::of_step(8), 3, true});
    }
    std::vector<RoleIndex> roles;
    for (int r = 0; r < 16; ++r) roles.push_back(builder.add_role(r, needs));
    for (int p = 0; p < 300; ++p) {
        const PersonIndex person = builder.add_person({.id = p, .unit = 0, .fte = 2000, .roles = roles});
        for (SkillIndex s = 0; s < 40; ++s) builder.add_evidence(person, Evidence::of(s, Source::test, 0, day));
    }
    const Snapshot s = builder.build(day).unwrap();
    for (const SweepOptions& options : all_ways()) {
        const Sums sums = organisation_sums(s, sweep(s, options)).sums;
        EXPECT_EQ(sums.rows, 300LL * 16 * 40);
        EXPECT_EQ(sums.weighted_gap, 300LL * 16 * 40 * 30 * 32000);
        EXPECT_EQ(sums.weighted_required, sums.weighted_gap);
        EXPECT_EQ(sums.fte_required, 300LL * 16 * 40 * 2000);
    }
}

TEST(Sweep, MorePeopleInOneRoleThanThirtyTwoBitsOfGapStayExact) {
    Builder builder;
    const Date day = *Date::parse("2026-11-21");
    builder.add_unit(1);
    builder.add_skill({1, SkillKind::technical, 8});
    const RoleIndex role = builder.add_role(1, {{0, Level::of_step(8)}});
    const std::int64_t people = 140'000; // × 32,000 units of gap is more than 2^32
    for (int p = 0; p < people; ++p)
        builder.add_person({.id = p, .unit = 0, .roles = {role}, .evidence = {Evidence::of(0, Source::test, 0, day)}});
    const Snapshot s = builder.build(day, 2).unwrap();
    for (const Simd simd : simds()) {
        const Sweep swept = sweep(s, {.simd = simd});
        EXPECT_EQ(skill_sums(s, swept)[0].sums.gap, people * 32000);
        EXPECT_EQ(role_sums(s, swept)[role].people, people);
        EXPECT_EQ(skill_sums(s, swept)[0], organisation_sums(s, swept));
    }
}

TEST(Sweep, SweepingAgainIntoTheSameMemoryLeavesNothingBehind) {
    const Snapshot large = snapshot_of(random_workforce(1, {.people = 400}));
    const Snapshot small = snapshot_of(random_workforce(2, {.people = 50, .skills = 20, .roles = 3}));
    Sweep reused = sweep(large);
    sweep(small, {}, reused);
    const Sweep fresh = sweep(small);
    EXPECT_EQ(reused.cells, fresh.cells);
    EXPECT_EQ(reused.holdings, fresh.holdings);
    EXPECT_EQ(reused.role_slots, fresh.role_slots);
    EXPECT_EQ(reused.holders, fresh.holders);
    EXPECT_EQ(holders(small, 2), fresh.holders);
}

TEST(HeatMap, RowsComeOutTheSameAloneOrTogetherOnTwoThreads) {
    const Snapshot s = snapshot_of(random_workforce(9, {}));
    const Sweep swept = sweep(s);
    std::vector<UnitIndex> units;
    for (UnitIndex u = 0; u < s.units().size(); ++u) units.push_back(u);
    const auto together = heat_map(s, swept, units, true, 2);
    for (const UnitIndex u : units) EXPECT_EQ(together[u], heat_row(s, swept, u));
}

TEST(HeatMap, TheLargestGapsAreTheFirstOfAll) {
    const PlainWorkforce w = random_workforce(10, {});
    const Snapshot s = snapshot_of(w);
    const Sweep swept = sweep(s);
    auto everyone = everyones_totals(s, swept);
    std::stable_sort(everyone.begin(), everyone.end(),
                     [](const PersonTotals& a, const PersonTotals& b) { return a.weighted_gap > b.weighted_gap; });
    everyone.resize(50);
    EXPECT_EQ(largest_gaps(s, swept, 50), everyone);

    const auto cells = largest_cells(s, swept, 20);
    ASSERT_EQ(cells.size(), 20U);
    std::vector<long long> plain;
    for (const auto& [key, sums] : Expected{w}.own_cell) plain.push_back(sums.weighted_gap);
    std::sort(plain.rbegin(), plain.rend());
    for (std::size_t i = 0; i < cells.size(); ++i) EXPECT_EQ(cells[i].cell.of.sums.weighted_gap, plain[i]);
    EXPECT_TRUE(largest_cells(s, swept, 0).empty());
}

TEST(Coverage, BusFactorCountsWhoCanDoItAndStaysWhetherOrNotTheirRoleAsksForIt) {
    const PlainWorkforce w = random_workforce(12, {.evidence = 40});
    const Snapshot s = snapshot_of(w);
    for (int skill = 0; skill < 60; skill += 7)
        for (int step = 1; step < 6; step += 2) {
            EXPECT_EQ(bus_factor(s, static_cast<SkillIndex>(skill), Level::of_step(step)),
                      plain_holders(w, skill, step * 4000));
            const UnitIndex u = s.units().of_number(2);
            EXPECT_EQ(bus_factor(s, static_cast<SkillIndex>(skill), Level::of_step(step), u, s.units().end_of(u)),
                      plain_holders(w, skill, step * 4000, 2));
        }
}

TEST(Coverage, IsTheShareOfDemandedFteThatIsMet) {
    Sums sums;
    EXPECT_FALSE(sums.coverage());
    sums.fte_required = 4000;
    sums.fte_met = 1500;
    EXPECT_DOUBLE_EQ(*sums.coverage(), 0.375);
}

TEST(Priority, IsMadeOfItsParts) {
    // k = 5 × 3 × 2 = 30; (1 − 0.4); 6 months left → 2; 80 h → 2 weeks
    const Priority p = priority({5, 3, 2}, 0.4, 6, 80);
    EXPECT_EQ(p.criticality.value(), 30);
    EXPECT_TRUE(p.criticality.high());
    EXPECT_DOUBLE_EQ(p.urgency, 2);
    EXPECT_DOUBLE_EQ(p.effort, 2);
    EXPECT_DOUBLE_EQ(p.value, 18);
    EXPECT_DOUBLE_EQ(urgency(1), 4);
    EXPECT_DOUBLE_EQ(urgency(24), 0.5);
    EXPECT_DOUBLE_EQ(hours_to_close(6000, 100), 150);
}

} // namespace
} // namespace kunna::engine
