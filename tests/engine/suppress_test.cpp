// What is shown of people in small numbers: nothing that tells on fewer than five, also not by subtraction.
#include "engine/suppress.hpp"
#include "reference.hpp"

#include <gtest/gtest.h>

namespace kunna::engine {
namespace {

using namespace testing;

const SuppressRule rule;

Audience mixed(std::uint32_t people) {
    return {people, {people, 0, people, 0}};
}

SuppressNode leaf(std::uint32_t parent, Audience audience) {
    return {.parent = parent, .audience = audience};
}

// A parent over leaves.
std::vector<SuppressNode> family(const std::vector<std::uint32_t>& children) {
    std::vector<SuppressNode> tree{{.size = static_cast<std::uint32_t>(children.size() + 1)}};
    for (const std::uint32_t people : children) {
        tree.push_back(leaf(0, mixed(people)));
        tree[0].audience += mixed(people);
    }
    suppress(tree, rule);
    return tree;
}

std::vector<bool> shown(const std::vector<SuppressNode>& tree) {
    std::vector<bool> is;
    for (const SuppressNode& node : tree) is.push_back(node.shown);
    return is;
}

TEST(Suppress, FewerThanFiveAreHiddenAndFiveAreShown) {
    EXPECT_FALSE(safe(mixed(4), rule));
    EXPECT_TRUE(safe(mixed(5), rule));
    EXPECT_TRUE(safe(mixed(0), rule)) << "nobody is no secret";
}

TEST(Suppress, ASmallGroupAllInOneStateIsHiddenBecauseItTellsOnEach) {
    EXPECT_FALSE(safe({7, {0, 0, 7, 0}}, rule));
    EXPECT_TRUE(safe({7, {1, 0, 6, 0}}, rule));
    EXPECT_TRUE(safe({10, {0, 0, 10, 0}}, rule));
}

TEST(Suppress, ASecondChildIsHiddenWhenTheFirstCouldBeSubtracted) {
    EXPECT_EQ(shown(family({20, 8, 3})), (std::vector<bool>{true, true, false, false}));
}

TEST(Suppress, TwoHiddenChildrenThatCoverEachOtherAreEnough) {
    EXPECT_EQ(shown(family({20, 3, 2})), (std::vector<bool>{true, true, false, false}));
}

TEST(Suppress, AParentOfTooFewIsHiddenWithItsChildren) {
    EXPECT_EQ(shown(family({2, 2})), (std::vector<bool>{false, false, false}));
}

TEST(Suppress, AGrandparentCannotBeUsedToSubtractEither) {
    // 30 = (12 = 9 + 3) + 18: the 9 goes to cover the 3.
    std::vector<SuppressNode> tree{{.size = 5, .audience = mixed(30)},
                                   {.parent = 0, .size = 3, .audience = mixed(12)},
                                   leaf(1, mixed(9)),
                                   leaf(1, mixed(3)),
                                   leaf(0, mixed(18))};
    suppress(tree, rule);
    EXPECT_EQ(shown(tree), (std::vector<bool>{true, true, false, false, true}));
}

TEST(Suppress, OnRandomTreesEveryRemainderIsSafe) {
    std::mt19937 random{3};
    for (int round = 0; round < 2000; ++round) {
        // Random tree order: each node under one on the path to the last.
        const std::size_t count = 1 + random() % 40;
        std::vector<SuppressNode> tree(1);
        std::vector<std::uint32_t> path{0};
        while (tree.size() < count) {
            path.resize(1 + random() % path.size());
            tree.push_back({.parent = path.back()});
            path.push_back(static_cast<std::uint32_t>(tree.size() - 1));
        }
        std::vector<bool> parent(count, false);
        for (std::size_t v = 1; v < count; ++v) parent[tree[v].parent] = true;
        for (std::size_t v = count; v-- > 0;) {
            if (!parent[v]) {
                const auto people = static_cast<std::uint32_t>(random() % 4 == 0 ? random() % 40 : random() % 8);
                tree[v].audience = random() % 3 == 0 ? Audience{people, {people, 0, 0, 0}} : mixed(people);
            }
            tree[v].barred = random() % 25 == 0;
            if (v == 0) continue;
            tree[tree[v].parent].audience += tree[v].audience;
            tree[tree[v].parent].size += tree[v].size;
        }
        suppress(tree, rule);
        for (std::size_t v = 0; v < count; ++v) {
            ASSERT_FALSE(tree[v].barred && tree[v].shown);
            if (!tree[v].shown) continue;
            ASSERT_TRUE(safe(tree[v].audience, rule));
            Audience left; // leaves under v with no shown node between
            for (std::size_t d = v; d < v + tree[v].size; ++d) {
                if (parent[d]) continue;
                bool covered = false;
                for (std::size_t up = d; up != v; up = tree[up].parent) covered = covered || tree[up].shown;
                if (!covered) left += tree[d].audience;
            }
            ASSERT_EQ(left, tree[v].remainder);
            ASSERT_TRUE(safe(left, rule)) << "round " << round << " node " << v;
        }
    }
}

TEST(Tellable, TellsNothingAboutFewAlsoByDifference) {
    using Told = std::vector<bool>;
    const auto told = [](std::vector<std::int64_t> parts, std::int64_t fewest) { return tellable(parts, fewest); };
    EXPECT_EQ(told({11, 0, 5, 3}, 5), (Told{true, true, false, false})) << "3 would be 19 − 16";
    EXPECT_EQ(told({11, 2, 3}, 5), (Told{true, false, false})) << "five are left";
    EXPECT_EQ(told({2, 0}, 5), (Told{false, false})) << "not even where they are not";
    EXPECT_EQ(told({5, 6, 0}, 5), (Told{true, true, true}));
    EXPECT_EQ(told({1, 2}, 1), (Told{true, true})) << "to whom sees the people";
}

// Everything that may be shown, as the set of requirement rows behind it: (person, role, skill).
struct Shown {
    int unit; // −1: the organisation
    bool own;
    int skill; // −1: the total
    std::vector<std::uint64_t> rows;
};

std::vector<Shown> everything_shown(const PlainWorkforce& w, const Snapshot& s, const Disclosure& may) {
    std::map<std::tuple<int, bool, int>, std::vector<std::uint64_t>> cells;
    for (const PlainRow& row : plain_rows(w)) {
        const std::uint64_t key = static_cast<std::uint64_t>(row.person) << 32U |
                                  static_cast<std::uint64_t>(row.role) << 16U | static_cast<std::uint64_t>(row.skill);
        const int unit = w.people[static_cast<std::size_t>(row.person)].unit;
        for (const int skill : {row.skill, -1}) {
            cells[{unit, true, skill}].push_back(key);
            for (int u = unit; u >= 0; u = w.unit_parent[static_cast<std::size_t>(u)])
                cells[{u, false, skill}].push_back(key);
            cells[{-1, false, skill}].push_back(key);
        }
    }
    std::vector<Shown> shown;
    for (auto& [key, rows] : cells) {
        const auto [unit, own, skill] = key;
        const auto column = static_cast<SkillIndex>(skill);
        const UnitIndex u = unit < 0 ? 0 : s.units().of_number(static_cast<std::uint32_t>(unit));
        const bool visible = unit < 0    ? (skill < 0 ? may.organisation() : may.skill(column))
                             : own       ? (skill < 0 ? may.own_unit(u) : may.own_cell(u, column))
                             : skill < 0 ? may.unit(u)
                                         : may.cell(u, column);
        if (!visible) continue;
        std::sort(rows.begin(), rows.end());
        shown.push_back({unit, own, skill, std::move(rows)});
    }
    return shown;
}

std::size_t people_in(const std::vector<std::uint64_t>& rows) {
    std::set<std::uint64_t> people;
    for (const std::uint64_t row : rows) people.insert(row >> 32U);
    return people.size();
}

std::vector<std::uint64_t> without(const std::vector<std::uint64_t>& rows, const std::vector<std::uint64_t>& less) {
    std::vector<std::uint64_t> left;
    std::set_difference(rows.begin(), rows.end(), less.begin(), less.end(), std::back_inserter(left));
    return left;
}

class DiscloseAtRandom : public ::testing::TestWithParam<unsigned> {};

TEST_P(DiscloseAtRandom, NothingShownAndNoDifferenceOfTwoIsolatesFewerThanFive) {
    Shape shape{.people = 2000, .units = 140, .skills = 90, .roles = 40, .most_requirements = 12, .most_roles = 2};
    if (GetParam() == 4) shape.deep = true;
    const PlainWorkforce w = random_workforce(GetParam(), shape);
    const Snapshot s = snapshot_of(w);
    const Disclosure may = disclose(s, sweep(s), rule, GetParam() % 2 == 0 ? 2 : 1);
    const auto shown = everything_shown(w, s, may);
    ASSERT_GT(shown.size(), 300U) << "hiding everything would be easy";
    ASSERT_GT(may.hidden_count(), 100U);
    for (const Shown& cell : shown) ASSERT_GE(people_in(cell.rows), 5U);

    // Random pairs, half of them where one contains the other: those are what can be subtracted.
    std::map<int, std::vector<std::size_t>> by_skill;
    for (std::size_t i = 0; i < shown.size(); ++i) by_skill[shown[i].skill].push_back(i);
    std::mt19937 random{GetParam()};
    std::size_t contained = 0;
    for (int pair = 0; pair < 10'000; ++pair) {
        const Shown& a = shown[random() % shown.size()];
        const auto& same = by_skill[random() % 4 == 0 ? -1 : a.skill];
        const Shown& b =
            pair % 2 == 0 || same.empty() ? shown[random() % shown.size()] : shown[same[random() % same.size()]];
        const Shown& less = a.rows.size() < b.rows.size() ? a : b;
        const Shown& more = a.rows.size() < b.rows.size() ? b : a;
        if (!std::includes(more.rows.begin(), more.rows.end(), less.rows.begin(), less.rows.end())) continue;
        const auto left = without(more.rows, less.rows);
        contained += !left.empty();
        ASSERT_TRUE(left.empty() || people_in(left) >= 5)
            << "unit " << more.unit << " skill " << more.skill << " less unit " << less.unit << " skill " << less.skill;
    }
    EXPECT_GT(contained, 100U);

    // A unit's total less all shown skills of its row.
    std::map<std::pair<int, bool>, std::vector<std::uint64_t>> totals;
    for (const Shown& cell : shown)
        if (cell.skill < 0) totals[{cell.unit, cell.own}] = cell.rows;
    for (const Shown& cell : shown) {
        const auto total = totals.find({cell.unit, cell.own});
        if (cell.skill >= 0 && total != totals.end()) total->second = without(total->second, cell.rows);
    }
    // … and less what is shown of the rest of its row further down the tree.
    for (auto& [key, rows] : totals) {
        const auto [unit, own] = key;
        for (const Shown& cell : shown)
            if (cell.skill >= 0 && !rows.empty() &&
                std::includes(rows.begin(), rows.end(), cell.rows.begin(), cell.rows.end()))
                rows = without(rows, cell.rows);
        ASSERT_TRUE(rows.empty() || people_in(rows) >= 5) << "unit " << unit << (own ? " own" : "");
    }

    // A cell less all shown cells of the same skill under it.
    for (const Shown& cell : shown) {
        if (cell.own) continue;
        auto rows = cell.rows;
        for (const std::size_t i : by_skill[cell.skill])
            if (shown[i].rows.size() < rows.size() &&
                std::includes(rows.begin(), rows.end(), shown[i].rows.begin(), shown[i].rows.end()))
                rows = without(rows, shown[i].rows);
        // Largest first would leave the remainder; any order leaves a union of remainders or of nothing.
        ASSERT_TRUE(rows.empty() || people_in(rows) >= 5);
    }
}

TEST(Disclose, ATotalLessTheShownSkillsOfItsRowDoesNotTellOnARoleOfThree) {
    // Seventeen people need skills 0–3, three others skills 4 and 5; states are mixed everywhere.
    PlainWorkforce w;
    w.unit_parent = {-1};
    for (int k = 0; k < 6; ++k) w.skills.push_back({k});
    w.roles.resize(2);
    for (SkillIndex k = 0; k < 6; ++k) w.roles[k < 4 ? 0 : 1].push_back({k, Level::of_step(3)});
    for (int p = 0; p < 20; ++p) {
        PlainPerson person;
        person.roles = {static_cast<RoleIndex>(p < 17 ? 0 : 1)};
        for (SkillIndex k = 0; k < 6; ++k) person.evidence.push_back(Evidence::of(k, Source::test, 2 + p % 2, w.day));
        w.people.push_back(person);
    }
    const Snapshot s = snapshot_of(w);
    const Disclosure may = disclose(s, sweep(s));
    ASSERT_TRUE(may.unit(0));
    EXPECT_FALSE(may.cell(0, 4));
    EXPECT_FALSE(may.cell(0, 5));
    int shown = 0;
    for (SkillIndex k = 0; k < 4; ++k) shown += may.cell(0, k);
    EXPECT_EQ(shown, 3) << "one more is hidden, so that twenty people are behind the rest, and no more than needed";
}

class StillDisclosesAtRandom : public ::testing::TestWithParam<unsigned> {};

TEST_P(StillDisclosesAtRandom, WhatStandsIsWhatDisclosingAnewWouldTell) {
    Shape shape{.people = 900, .units = 60, .skills = 50, .roles = 25, .most_requirements = 12, .most_roles = 2};
    const PlainWorkforce w = random_workforce(GetParam(), shape);
    std::mt19937 random{GetParam()};
    Snapshot now = snapshot_of(w);
    const auto disclosed = [](const Snapshot& s) {
        auto swept = std::make_shared<const Sweep>(sweep(s));
        auto may = std::make_shared<const Disclosure>(disclose(s, *swept, rule));
        return Disclosed{s, std::move(swept), std::move(may)};
    };
    Disclosed before = disclosed(now);
    int stood = 0;
    int fell = 0;
    int differed = 0;
    for (int round = 0; round < 150; ++round) {
        Changes changes;
        for (unsigned n = 1 + random() % 3; n > 0; --n) {
            PersonChange change;
            change.person = static_cast<PersonIndex>(100 * n + random() % 90);
            change.new_evidence = {random_evidence(random, shape.skills, w.day)};
            if (random() % 40 == 0) change.roles = random_roles(random, shape);
            changes.people.push_back(std::move(change));
        }
        now = now.with(changes).unwrap();
        const Disclosed anew = disclosed(now);
        if (still_discloses(before, now, *anew.swept, rule, 1 + round % 2)) {
            ++stood;
            ASSERT_EQ(*before.may, *anew.may) << "round " << round;
        } else {
            ++fell;
            differed += *before.may != *anew.may;
            before = anew;
        }
    }
    EXPECT_GT(stood, 60) << "else it is of no use";
    EXPECT_GT(fell, 3);
    EXPECT_GT(differed, 3) << "some changes must make a difference, or nothing was tried";
}

TEST(StillDiscloses, NotWhenSomebodyMovesOrARoleRequiresSomethingElse) {
    const PlainWorkforce w = random_workforce(2, {});
    const Snapshot s = snapshot_of(w);
    const auto swept = std::make_shared<const Sweep>(sweep(s));
    const Disclosed before{s, swept, std::make_shared<const Disclosure>(disclose(s, *swept))};
    EXPECT_TRUE(still_discloses(before, s, *swept));
    PersonChange moved;
    moved.person = 1;
    moved.unit = s.unit_of(1) == 0 ? 1 : 0;
    const Snapshot elsewhere = s.with({.people = {moved}}).unwrap();
    EXPECT_FALSE(still_discloses(before, elsewhere, sweep(elsewhere)));
    const Snapshot required = s.with({.roles = {{0, {{3, Level::of_step(2)}}}}}).unwrap();
    EXPECT_FALSE(still_discloses(before, required, sweep(required)));
}

INSTANTIATE_TEST_SUITE_P(Seeds, StillDisclosesAtRandom, ::testing::Values(1U, 2U, 3U));
INSTANTIATE_TEST_SUITE_P(Seeds, DiscloseAtRandom, ::testing::Values(1U, 4U));

} // namespace
} // namespace kunna::engine
