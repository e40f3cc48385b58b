// The cheapest way to a role, beside every way there is.
#include "reskilling/path.hpp"

#include <gmock/gmock.h>
#include <map>
#include <random>

namespace kunna::reskilling {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Level at(double level) {
    return {static_cast<std::uint16_t>(level * Level::units_per_step)};
}
Raise raise(SkillNumber skill, int from, int to, double chance = 1) {
    return {skill, at(from), at(to), chance};
}
Way course(std::int64_t cost, int hours, std::vector<Raise> raises) {
    return {cost, hours * 60, std::move(raises), {}, {}};
}
Held levels(std::map<SkillNumber, double> known) {
    return [known = std::move(known)](SkillNumber skill) -> std::optional<Level> {
        const auto found = known.find(skill);
        if (found == known.end()) return std::nullopt;
        return at(found->second);
    };
}
std::vector<std::uint32_t> order(const Path& path) {
    std::vector<std::uint32_t> ways;
    for (const PathStep& step : path.steps) ways.push_back(step.way);
    return ways;
}
Path find(const std::vector<Way>& ways, const std::vector<Wanted>& wanted, const Held& held,
          std::size_t states = most_states) {
    return find_path(Ways{ways}, wanted, held, states);
}

TEST(APath, TakesTheCheapestCourseThatReachesWhatIsRequired) {
    const auto path =
        find({course(900, 8, {raise(0, 0, 3)}), course(500, 40, {raise(0, 0, 3)}), course(100, 8, {raise(0, 0, 2)})},
             {{0, at(3)}}, levels({{0, 0}}));
    EXPECT_THAT(order(path), ElementsAre(1));
    EXPECT_EQ(path.cost, 500);
    EXPECT_EQ(path.minutes, 40 * 60);
    EXPECT_THAT(path.left, IsEmpty());
    EXPECT_TRUE(path.exact);
}

TEST(APath, OfEqualCostTheOneOfFewerHoursIsTaken) {
    EXPECT_THAT(order(find({course(500, 40, {raise(0, 0, 3)}), course(500, 8, {raise(0, 0, 3)})}, {{0, at(3)}},
                           levels({{0, 1}}))),
                ElementsAre(1));
}

TEST(APath, WhatNobodyKnowsIsAssessedFirstAndGetsNoCourse) {
    const auto path =
        find({course(100, 8, {raise(0, 0, 3), raise(1, 0, 3)})}, {{0, at(3)}, {1, at(3)}}, levels({{1, 3}}));
    EXPECT_THAT(path.steps, IsEmpty());
    ASSERT_EQ(path.unknown.size(), 1U);
    EXPECT_EQ(path.unknown[0].skill, 0U);
    EXPECT_THAT(path.missing, IsEmpty());
}

TEST(APath, OneActivityMayRaiseSeveralSkillsAndThenCostsOnce) {
    const auto path = find({course(300, 8, {raise(0, 0, 2)}), course(300, 8, {raise(1, 0, 2)}),
                            course(500, 8, {raise(0, 0, 2, 0.5), raise(1, 0, 2, 0.8)})},
                           {{0, at(2)}, {1, at(2)}}, levels({{0, 0}, {1, 1}}));
    EXPECT_THAT(order(path), ElementsAre(2));
    EXPECT_DOUBLE_EQ(path.chance, 0.4);
}

TEST(APath, WhatAnActivityAsksForComesFirst) {
    std::vector<Way> ways{course(100, 8, {raise(0, 2, 4)}), course(100, 8, {raise(0, 0, 2)}),
                          course(50, 2, {raise(1, 0, 1)}), course(0, 1, {})};
    ways[0].entry = {{1, at(1)}};
    ways[1].after = {3};
    const auto path = find(ways, {{0, at(4)}}, levels({{0, 0}, {1, 0}}));
    EXPECT_EQ(path.cost, 250);
    const auto steps = order(path);
    ASSERT_EQ(steps.size(), 4U);
    const auto place = [&](std::uint32_t way) { return std::find(steps.begin(), steps.end(), way) - steps.begin(); };
    EXPECT_LT(place(3), place(1)) << "a prerequisite, though it raises nothing";
    EXPECT_LT(place(1), place(0));
    EXPECT_LT(place(2), place(0)) << "an entry level of a skill that the role does not ask for";
}

TEST(APath, WhoeverKnowsAllThatAPrerequisiteTeachesNeedNotTakeIt) {
    std::vector<Way> ways{course(100, 8, {raise(0, 2, 4)}), course(100, 8, {raise(0, 0, 2)})};
    ways[0].after = {1};
    EXPECT_THAT(order(find(ways, {{0, at(4)}}, levels({{0, 2.5}}))), ElementsAre(0));
    ways[0].after = {lost};
    EXPECT_THAT(order(find(ways, {{0, at(4)}}, levels({{0, 2.5}}))), IsEmpty()) << "what it asks for is not offered";
}

TEST(APath, WhatNoActivityReachesIsLeftAndSaid) {
    const auto path = find({course(100, 8, {raise(0, 0, 2)}), course(10, 8, {raise(0, 3, 4)})},
                           {{0, at(4)}, {1, at(2)}}, levels({{0, 1}, {1, 0.5}}));
    EXPECT_THAT(order(path), ElementsAre(0)) << "as far as courses go";
    ASSERT_EQ(path.left.size(), 2U);
    EXPECT_EQ(path.left[0].from, at(2));
    EXPECT_EQ(path.left[0].to, at(4));
    EXPECT_EQ(path.left[1].from, at(0.5));
}

TEST(APath, HalfAStepBelowIsNearEnoughToBegin) {
    const std::vector<Way> ways{course(100, 8, {raise(0, 2, 4)})};
    EXPECT_THAT(order(find(ways, {{0, at(4)}}, levels({{0, 1.5}}))), ElementsAre(0));
    EXPECT_THAT(order(find(ways, {{0, at(4)}}, levels({{0, 1.4}}))), IsEmpty());
}

TEST(APath, AnUnknownEntryLevelClosesAnActivity) {
    std::vector<Way> ways{course(100, 8, {raise(0, 0, 2)})};
    ways[0].entry = {{7, at(1)}};
    EXPECT_THAT(order(find(ways, {{0, at(2)}}, levels({{0, 0}}))), IsEmpty());
}

// Half a step below the step, or less.
bool near(Level level, Level step) {
    return 2 * (step.units - level.units) <= Level::units_per_step;
}

// Every order of every choice, once each.
struct Best {
    std::int64_t gap = 0, cost = 0, minutes = 0;
    auto operator<=>(const Best&) const = default;
};
struct Everything {
    const std::vector<Way>& ways;
    const std::vector<Wanted>& wanted;
    Best best{};

    void go(std::vector<Level>& level, std::uint32_t done, std::int64_t cost, std::int64_t minutes) {
        std::int64_t gap = 0;
        for (const Wanted& one : wanted) gap += std::max(0, one.level.units - level[one.skill].units);
        best = std::min(best, Best{gap, cost, minutes});
        for (std::uint32_t w = 0; w < ways.size(); ++w) {
            if ((done >> w & 1U) != 0 || !usable(w, level, done)) continue;
            std::vector<Level> next = level;
            for (const Raise& one : ways[w].raises)
                if (near(level[one.skill], one.from) && level[one.skill] < one.to) next[one.skill] = one.to;
            go(next, done | 1U << w, cost + ways[w].cost, minutes + ways[w].minutes);
        }
    }
    [[nodiscard]] bool usable(std::uint32_t w, const std::vector<Level>& level, std::uint32_t done) const {
        for (const Entry& entry : ways[w].entry)
            if (!near(level[entry.skill], entry.level)) return false;
        for (const std::uint32_t before : ways[w].after) {
            const auto& raises = ways[before].raises;
            const bool out = !raises.empty() && std::all_of(raises.begin(), raises.end(), [&](const Raise& one) {
                return near(level[one.skill], one.to);
            });
            if ((done >> before & 1U) == 0 && !out) return false;
        }
        return true;
    }
};

TEST(APath, IsTheBestOfAllWaysThereAre) {
    std::mt19937 random{5};
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    int closed = 0;
    for (int round = 0; round < 4000; ++round) {
        const int skills = 1 + below(4);
        std::vector<Way> ways;
        for (int w = 0, many = 1 + below(6); w < many; ++w) {
            Way way{100 * below(6), 60 * (1 + below(10)), {}, {}, {}};
            for (int s = 0; s < skills; ++s)
                if (below(3) == 0) {
                    const int from = below(3);
                    way.raises.push_back(raise(static_cast<SkillNumber>(s), from, from + 1 + below(2)));
                }
            if (below(4) == 0) way.entry.push_back({static_cast<SkillNumber>(below(skills)), at(1 + below(2))});
            if (w > 0 && below(4) == 0) way.after.push_back(static_cast<std::uint32_t>(below(w)));
            ways.push_back(std::move(way));
        }
        std::vector<Wanted> wanted;
        std::map<SkillNumber, double> known;
        std::vector<Level> held;
        for (int s = 0; s < skills; ++s) {
            known[static_cast<SkillNumber>(s)] = below(5) / 2.0;
            held.push_back(at(known[static_cast<SkillNumber>(s)]));
            if (below(4) != 0) wanted.push_back({static_cast<SkillNumber>(s), at(1 + below(4))});
        }
        Everything all{ways, wanted, {std::int64_t{1} << 40, 0, 0}};
        all.go(held, 0, 0, 0);
        const Path path = find(ways, wanted, levels(known));
        Best found{0, path.cost, path.minutes};
        for (const Left& left : path.left) found.gap += left.to.units - left.from.units;
        ASSERT_EQ(found, all.best) << "round " << round;
        closed += path.left.empty() && !path.steps.empty() ? 1 : 0;
        // Within no bound at all it is solved step by step: no better, and it says so.
        const Path rough = find(ways, wanted, levels(known), 1);
        Best roughly{0, rough.cost, rough.minutes};
        for (const Left& left : rough.left) roughly.gap += left.to.units - left.from.units;
        ASSERT_LE(all.best, roughly);
        if (!rough.steps.empty()) {
            EXPECT_FALSE(rough.exact);
        }
    }
    EXPECT_GT(closed, 200);
}

TEST(APath, GroupsThatHaveNothingToDoWithEachOtherAreSolvedApart) {
    std::vector<Way> ways;
    std::vector<Wanted> wanted;
    std::map<SkillNumber, double> known;
    for (SkillNumber s = 0; s < 12; ++s) {
        for (int w = 0; w < 5; ++w) ways.push_back(course(100 + w, 8, {raise(s, w % 3, w % 3 + 1)}));
        wanted.push_back({s, at(3)});
        known[s] = 0;
    }
    const Path path = find(ways, wanted, levels(known), 200);
    EXPECT_TRUE(path.exact) << "sixty activities at once would be 2^60 ways";
    EXPECT_EQ(path.steps.size(), 36U);
}

} // namespace
} // namespace kunna::reskilling
