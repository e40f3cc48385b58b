// Gap rows and sums: the worked example of domain.md §3, the rules, and the naive reference.
#include "engine/gap.hpp"
#include "reference.hpp"

#include <gtest/gtest.h>

namespace kunna::engine {

// For readable failures.
void PrintTo(const Sums& s, std::ostream* out) {
    *out << "rows " << s.rows << " met " << s.met << " uncertain " << s.uncertain << " below " << s.below << " unknown "
         << s.unknown << " gap " << s.gap << " wg " << s.weighted_gap << " wR " << s.weighted_required << " Q "
         << s.fte_met << " D " << s.fte_required;
}

namespace {

using namespace testing;

const Date today = *Date::parse("2026-11-21");

// One person in one role; levels[i] < 0 is unknown, all others are sure.
Snapshot one_person(const std::vector<Requirement>& requirements, const std::vector<int>& levels) {
    Builder builder;
    builder.add_unit(1);
    for (std::size_t s = 0; s < levels.size(); ++s) builder.add_skill({static_cast<int>(s)});
    const RoleIndex role = builder.add_role(1, requirements);
    const PersonIndex person = builder.add_person({.id = 7, .unit = 0, .roles = {role}});
    for (std::size_t s = 0; s < levels.size(); ++s)
        if (levels[s] >= 0)
            builder.add_evidence(person, Evidence::of(static_cast<SkillIndex>(s), Source::test, levels[s], today));
    return builder.build(today).unwrap();
}

TEST(Gap, TheWorkedExampleOfTheDomainGivesFiveTwentyFirsts) {
    // R 4,3,3; L 3,3,1; w 3,2,1 → G = 5/21
    const auto s =
        one_person({{0, Level::of_step(4), 3}, {1, Level::of_step(3), 2}, {2, Level::of_step(3), 1}}, {3, 3, 1});
    const Sums sums = person_sums(s, 0).sums;
    EXPECT_EQ(sums.weighted_gap, 5 * Level::units_per_step);
    EXPECT_EQ(sums.weighted_required, 21 * Level::units_per_step);
    EXPECT_DOUBLE_EQ(*sums.weighted_share(), 5.0 / 21);
    EXPECT_DOUBLE_EQ(*sums.fit(), 1 - 5.0 / 21);
}

TEST(Gap, SurplusInOneSkillNeverOffsetsAGapInAnother) {
    const std::vector<Requirement> needs{{0, Level::of_step(3), 1}, {1, Level::of_step(3), 1}};
    const Sums short_of = person_sums(one_person(needs, {2, 3}), 0).sums;
    const Sums with_surplus = person_sums(one_person(needs, {2, 5}), 0).sums;
    EXPECT_EQ(with_surplus, short_of);
    EXPECT_EQ(with_surplus.gap, Level::units_per_step);
}

TEST(Gap, AnUnmetMustBlocksReadyWhateverTheFit) {
    std::vector<Requirement> needs;
    for (SkillIndex s = 0; s < 10; ++s) needs.push_back({s, Level::of_step(3), 3});
    needs.push_back({10, Level::of_step(1), 1, true});
    std::vector<int> levels(10, 3);
    levels.push_back(0);
    const PersonSums person = person_sums(one_person(needs, levels), 0);
    EXPECT_GT(*person.sums.fit(), 0.97);
    EXPECT_FALSE(person.ready());
    levels.back() = 1;
    EXPECT_TRUE(person_sums(one_person(needs, levels), 0).ready());
    levels.back() = -1;
    EXPECT_FALSE(person_sums(one_person(needs, levels), 0).ready()) << "unknown is not ready";
}

TEST(Gap, UnknownIsInNoSumAndIsCountedBeside) {
    const auto s = one_person({{0, Level::of_step(4), 1}, {1, Level::of_step(4), 1}}, {2, -1});
    const Sums sums = person_sums(s, 0).sums;
    EXPECT_EQ(sums.unknown, 1);
    EXPECT_EQ(sums.gap, 2 * Level::units_per_step);
    EXPECT_EQ(sums.weighted_required, 4 * Level::units_per_step);
    EXPECT_FALSE(person_sums(one_person({{0, Level::of_step(4), 1}}, {-1}), 0).sums.fit()) << "no fit out of nothing";
}

TEST(Gap, AMustWeighsByTheFactorOfTheSettings) {
    const auto s = one_person({{0, Level::of_step(4), 3, true}}, {2});
    EXPECT_EQ(gap_rows(s, 0).front().weight, 6);
    Settings settings;
    settings.must_factor = 5;
    const auto heavier = s.with(settings);
    ASSERT_TRUE(heavier);
    EXPECT_EQ(gap_rows(*heavier, 0).front().weight, 15);
}

TEST(Gap, EnoughLevelWithoutConfidenceIsUncertain) {
    Builder builder;
    builder.add_unit(1);
    builder.add_skill({1});
    builder.add_person({.id = 1, .unit = 0, .roles = {builder.add_role(1, {{0, Level::of_step(2), 1, true}})}});
    builder.add_evidence(0, Evidence::of(0, Source::self, 4, today));
    const Snapshot s = builder.build(today).unwrap();
    EXPECT_EQ(gap_rows(s, 0).front().state, State::uncertain);
    EXPECT_FALSE(person_sums(s, 0).ready());
    EXPECT_EQ(person_sums(s, 0).sums.fte_met, 0);
}

void expect_rows(const PlainWorkforce& w, const Snapshot& s) {
    std::vector<PersonIndex> everyone;
    for (PersonIndex p = 0; p < s.person_end(); ++p) everyone.push_back(p);
    const auto rows = gap_rows(s, everyone);
    std::vector<PlainRow> plain = plain_rows(w);
    std::sort(plain.begin(), plain.end(), [](const PlainRow& a, const PlainRow& b) {
        return std::tie(a.person, a.role, a.skill) < std::tie(b.person, b.role, b.skill);
    });
    ASSERT_EQ(rows.size(), plain.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const GapRow& row = rows[i];
        const PlainRow& other = plain[i];
        ASSERT_EQ(static_cast<int>(row.person), other.person);
        ASSERT_EQ(row.role, other.role);
        ASSERT_EQ(row.skill, other.skill);
        ASSERT_EQ(row.required.units, other.required);
        ASSERT_EQ(static_cast<int>(row.state), static_cast<int>(other.standing));
        ASSERT_EQ(row.gap.units, other.gap);
        ASSERT_EQ(row.weight, other.weight);
        ASSERT_EQ(row.must, other.must);
        if (other.standing != Standing::unknown) {
            ASSERT_EQ(row.level.units, other.level);
            ASSERT_EQ(row.confidence.units, other.confidence);
        }
    }
}

TEST(Gap, RowsAgreeWithTheNaiveReferenceOnRandomWorkforces) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        Shape shape;
        shape.deep = seed % 4 == 0;
        shape.evidence = seed % 3 == 0 ? 60 : 12;
        const PlainWorkforce w = random_workforce(seed, shape);
        expect_rows(w, snapshot_of(w, 1));
        expect_rows(w, snapshot_of(w, 2));
    }
}

TEST(Gap, PersonSumsAreMadeOfExactlyThePersonsRows) {
    const PlainWorkforce w = random_workforce(3, {});
    const Snapshot s = snapshot_of(w);
    std::map<int, PlainSums> by_person;
    for (const PlainRow& row : plain_rows(w)) add(by_person[row.person], row, w);
    for (PersonIndex p = 0; p < s.person_end(); ++p)
        EXPECT_EQ(person_sums(s, p).sums, as_group(by_person[static_cast<int>(p)]).sums);
}

TEST(Gap, TheSumsOfAManagersChainAreThoseOfEveryoneBelow) {
    const PlainWorkforce w = random_workforce(4, {});
    const Snapshot s = snapshot_of(w);
    const auto rows = plain_rows(w);
    for (PersonIndex manager = 0; manager < s.person_end(); manager += 7) {
        PlainSums plain;
        std::map<int, PlainSums> by_skill;
        for (const PlainRow& row : rows) {
            bool below = false;
            for (PersonIndex p = w.people[static_cast<std::size_t>(row.person)].manager; p != no_index;
                 p = w.people[p].manager)
                below = below || p == manager;
            EXPECT_EQ(below, s.lines().reports_to(static_cast<PersonIndex>(row.person), manager));
            if (!below) continue;
            add(plain, row, w);
            add(by_skill[row.skill], row, w);
        }
        EXPECT_EQ(set_sums(s, s.lines().chain(manager)), as_group(plain));
        const auto skills = set_sums_by_skill(s, s.lines().chain(manager));
        ASSERT_EQ(skills.size(), by_skill.size());
        for (const auto& [skill, sums] : skills) EXPECT_EQ(sums, as_group(by_skill[skill]));
    }
}

TEST(Snapshot, AnyPastDayAskedAgainGivesTheSameAsBuiltOnThatDay) {
    PlainWorkforce w = random_workforce(5, {});
    const Snapshot now = snapshot_of(w);
    for (const int days : {-1200, -400, -1, 1, 200}) {
        PlainWorkforce then = w;
        then.day = w.day + days;
        expect_rows(then, now.at(then.day, 2));
    }
    expect_rows(w, now.at(w.day - 100).at(w.day));
}

TEST(Snapshot, TheOrderInWhichEvidenceArrivesDoesNotMatter) {
    const PlainWorkforce w = random_workforce(6, {.evidence = 40});
    std::mt19937 random{1};
    const Snapshot first = snapshot_of(w);
    const Snapshot second = snapshot_of(w, 2, &random);
    for (PersonIndex p = 0; p < first.person_end(); ++p) EXPECT_EQ(gap_rows(first, p), gap_rows(second, p));
}

TEST(Snapshot, RefusesAManagerCycleAndAUnitCycle) {
    Builder builder;
    builder.add_unit(1);
    builder.add_person({.id = 1, .manager = 1});
    builder.add_person({.id = 2, .manager = 0});
    EXPECT_EQ(builder.build(today).error().code, "engine.manager_cycle");
    Builder units;
    units.add_unit(1, 1);
    units.add_unit(2, 0);
    EXPECT_EQ(units.build(today).error().code, "engine.unit_cycle");
}

TEST(Snapshot, ASubtreeIsARangeAndAParentMayComeLater) {
    Builder builder;
    builder.add_unit(100, 2); // under 102, which is added later
    builder.add_unit(101);
    builder.add_unit(102);
    builder.add_unit(103, 0);
    builder.add_unit(104, 1);
    const Snapshot s = builder.build(today).unwrap();
    std::vector<std::int64_t> ids;
    for (UnitIndex u = 0; u < s.units().size(); ++u) ids.push_back(s.units().id(u));
    EXPECT_EQ(ids, (std::vector<std::int64_t>{101, 104, 102, 100, 103}));
    EXPECT_EQ(s.units().end_of(2), 5U);
    EXPECT_EQ(s.units().depth(4), 2U);
    EXPECT_EQ(s.units().of_number(0), 3U);
    EXPECT_EQ(s.units().parent(3), 2U);
}

} // namespace
} // namespace kunna::engine
