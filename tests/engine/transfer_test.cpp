// What one role, or one person, brings along for another role, and where it comes from.
#include "engine/transfer.hpp"

#include <gtest/gtest.h>
#include <random>

namespace kunna::engine {
namespace {

Requirement needs(SkillIndex skill, int level, std::uint8_t importance = 1, bool must = false) {
    return {skill, Level::of_step(level), importance, must};
}
Role role(std::vector<Requirement> requirements) {
    return std::move(Role::of(1, std::move(requirements), Settings{})).unwrap();
}
Likenesses likenesses(std::vector<std::uint32_t> areas, const std::vector<SkillEdge>& edges,
                      const std::vector<Role>& roles = {}) {
    std::vector<const Role*> all;
    for (const Role& one : roles) all.push_back(&one);
    return {std::move(areas), edges, all};
}
std::vector<std::uint32_t> no_areas(std::size_t skills) {
    return std::vector<std::uint32_t>(skills, no_area);
}
Transfer between(const Likenesses& alike, const Role& from, const Role& to) {
    Brought brought{alike};
    brought.take(levels_of(from));
    return transfer(brought, to);
}

TEST(Likeness, ThreeSignsAddUpAsStatementsDo) {
    // 0 and 1: an edge of 0.5, the same area, together in 2 of 4 profiles.
    const std::vector<Role> roles{};
    std::vector<Role> profiles;
    profiles.push_back(role({needs(0, 1), needs(1, 1)}));
    profiles.push_back(role({needs(0, 1), needs(1, 1)}));
    profiles.push_back(role({needs(0, 1)}));
    profiles.push_back(role({needs(1, 1)}));
    const auto alike = likenesses({0, 0, no_area}, {{0, 1, 0.5}, {1, 0, 0.2}}, profiles);
    const auto parts = alike.between(0, 1);
    EXPECT_DOUBLE_EQ(parts.likeness.number(), 0.7375) << "1 − 0.5 × 0.7 × 0.75";
    EXPECT_DOUBLE_EQ(parts.edge.number(), 0.5) << "the strongest of two edges";
    EXPECT_TRUE(parts.same_area);
    EXPECT_EQ(parts.together, 2U);
    EXPECT_EQ(parts.either, 4U);
    EXPECT_EQ(alike.between(1, 0).likeness, parts.likeness) << "the order of the two says nothing";
    EXPECT_EQ(alike.between(0, 2).likeness.units, 0);
}

TEST(Likeness, OneProfileWithBothIsNoSign) {
    std::vector<Role> profiles;
    profiles.push_back(role({needs(0, 3), needs(1, 3)}));
    EXPECT_EQ(likenesses(no_areas(2), {}, profiles).between(0, 1).likeness.units, 0);
    profiles.push_back(role({needs(0, 3), needs(1, 3)}));
    EXPECT_DOUBLE_EQ(likenesses(no_areas(2), {}, profiles).between(0, 1).likeness.number(), 0.5);
}

TEST(Transfer, WhatIsRequiredAndHeldCountsUpToTheRequirement) {
    const auto alike = likenesses(no_areas(4), {});
    // R 4,3,3 with weights 3,2,1 against L 3,5,–: (3·3 + 2·3 + 0) / 21.
    const Role to = role({needs(0, 4, 3), needs(1, 3, 2), needs(2, 3, 1)});
    const Transfer sums = between(alike, role({needs(0, 3), needs(1, 5)}), to);
    EXPECT_DOUBLE_EQ(*sums.share(), 15.0 / 21);
    EXPECT_EQ(sums.full, 1);
    EXPECT_TRUE(sums.suggested());
    EXPECT_DOUBLE_EQ(*between(alike, to, to).share(), 1);
    EXPECT_FALSE(between(alike, to, role({})).share());
}

TEST(Transfer, ANeighbourLendsSevenTenthsOfItsLevelTimesTheLikeness) {
    const auto alike = likenesses(no_areas(2), {{0, 1, 0.8}});
    const Role to = role({needs(1, 4)});
    const Transfer sums = between(alike, role({needs(0, 5)}), to);
    EXPECT_DOUBLE_EQ(*sums.share(), 2.8 / 4) << "0.7 × 0.8 × 5 of 4";
    // An own level below what the neighbour lends does not take that away, nor does it add up.
    EXPECT_DOUBLE_EQ(*between(alike, role({needs(0, 5), needs(1, 2)}), to).share(), 2.8 / 4);
    EXPECT_DOUBLE_EQ(*between(alike, role({needs(0, 5), needs(1, 3)}), to).share(), 3.0 / 4);
}

TEST(Transfer, TheWholeAreaLendsALittle) {
    const auto alike = likenesses({0, 0, 1, no_area, no_area}, {});
    EXPECT_DOUBLE_EQ(*between(alike, role({needs(0, 4)}), role({needs(1, 4)})).share(), 0.7 * 0.3);
    EXPECT_DOUBLE_EQ(*between(alike, role({needs(0, 4)}), role({needs(2, 4)})).share(), 0);
    EXPECT_DOUBLE_EQ(*between(alike, role({needs(3, 4)}), role({needs(4, 4)})).share(), 0)
        << "to be of no area is nothing in common";
}

TEST(Transfer, AMustThatIsLackingIsCountedWhateverTheShare) {
    const auto alike = likenesses(no_areas(2), {});
    const Transfer sums = between(alike, role({needs(0, 5)}), role({needs(0, 5, 3), needs(1, 1, 1, true)}));
    EXPECT_GT(*sums.share(), 0.8);
    EXPECT_EQ(sums.musts, 1);
}

TEST(Transfer, SixTenthsIsTheThresholdExactly) {
    const auto alike = likenesses(no_areas(1), {});
    EXPECT_TRUE(between(alike, role({needs(0, 3)}), role({needs(0, 5)})).suggested());
    EXPECT_FALSE(between(alike, role({needs(0, 2)}), role({needs(0, 5)})).suggested());
}

TEST(Transfer, RowsAddUpToTheShareAndSayWhichNeighbourLent) {
    const auto alike = likenesses({0, 0, no_area, no_area}, {{2, 1, 0.9}});
    const std::vector<SkillLevel> levels{{2, Level::of_step(3)}, {0, Level::of_step(5)}};
    const Role to = role({needs(1, 4, 2), needs(3, 2, 1, true)});
    const auto rows = transfer_rows(alike, levels, to);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_FALSE(rows[0].own);
    ASSERT_TRUE(rows[0].neighbour);
    EXPECT_EQ(rows[0].neighbour->skill, 2U) << "0.7 × 0.9 × 3 is more than 0.7 × 0.3 × 5";
    EXPECT_NEAR(rows[0].brought.number(), 1.89, 1e-3);
    EXPECT_FALSE(rows[1].neighbour);
    EXPECT_EQ(rows[1].brought.units, 0);
}

TEST(Transfer, OneAfterTheOtherIsTheSameAsEachAlone) {
    std::mt19937 random{7};
    const auto any = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
    std::vector<std::uint32_t> areas;
    for (int s = 0; s < 60; ++s) areas.push_back(any(5) == 0 ? no_area : any(6));
    std::vector<SkillEdge> edges;
    for (int e = 0; e < 80; ++e)
        edges.push_back({static_cast<SkillIndex>(any(60)), static_cast<SkillIndex>(any(60)), any(100) / 100.0});
    std::vector<Role> roles;
    for (int r = 0; r < 40; ++r) {
        std::vector<Requirement> requirements;
        for (SkillIndex skill = 0; skill < 60; ++skill)
            if (any(6) == 0)
                requirements.push_back(
                    needs(skill, static_cast<int>(1 + any(5)), static_cast<std::uint8_t>(1 + any(3)), any(4) == 0));
        roles.push_back(role(std::move(requirements)));
    }
    const auto alike = likenesses(areas, edges, roles);
    Brought again{alike};
    for (const Role& from : roles) {
        again.take(levels_of(from));
        for (const Role& to : roles) {
            const Transfer sums = transfer(again, to);
            EXPECT_EQ(sums, between(alike, from, to));
            Transfer of_rows;
            for (const TransferRow& row : transfer_rows(alike, levels_of(from), to)) {
                of_rows.brought += std::int64_t{std::min(row.brought, row.required).units} * row.weight;
                of_rows.required += std::int64_t{row.required.units} * row.weight;
                of_rows.full += row.brought >= row.required;
                of_rows.musts += row.must && row.brought < row.required;
            }
            EXPECT_EQ(of_rows, sums) << "an account of its own, without the area's shortcut";
        }
    }
}

TEST(Similarity, IsTheSameBothWaysAndNothingWhereEitherAsksForNothing) {
    const auto alike = likenesses(no_areas(3), {});
    const Role large = role({needs(0, 4), needs(1, 4), needs(2, 4)});
    const Role small = role({needs(0, 3)});
    const Transfer there = between(alike, large, small);
    const Transfer back = between(alike, small, large);
    EXPECT_DOUBLE_EQ(similarity(there, back), 0.5) << "√(3/3 × 3/12)";
    EXPECT_DOUBLE_EQ(similarity(back, there), 0.5);
    EXPECT_DOUBLE_EQ(similarity(there, Transfer{}), 0);
}

TEST(Transfer, TowardsWhatAPersonCanEachSkillWeighsAsMuch) {
    const auto alike = likenesses(no_areas(3), {});
    Brought brought{alike};
    brought.take(levels_of(role({needs(0, 4, 9), needs(1, 1)})));
    const std::vector<SkillLevel> person{{0, Level::of_step(2)}, {1, Level::of_step(3)}, {2, Level::of_step(3)}};
    EXPECT_DOUBLE_EQ(*transfer(brought, person).share(), 0.375) << "(2 + 1 + 0) / 8";
}

} // namespace
} // namespace kunna::engine
