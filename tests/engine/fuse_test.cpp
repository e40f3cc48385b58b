// The rule that turns statements into a level (domain.md §3).
#include "engine/fuse.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace kunna::engine {
namespace {

const Date today = *Date::parse("2026-11-21");

class Fuse : public ::testing::Test {
protected:
    Fused fused(std::vector<Evidence> statements, SkillKind kind = SkillKind::technical, Date on = today) const {
        std::sort(statements.begin(), statements.end());
        return fuse(statements, kind, settings, recency, on);
    }
    Settings settings;
    Recency recency{settings};
};

TEST_F(Fuse, ASkillWithoutStatementsIsUnknownAndNotZero) {
    EXPECT_FALSE(fused({}).known);
}

TEST_F(Fuse, OneFreshStatementGivesItsLevelAndItsWeightAsConfidence) {
    const Fused f = fused({Evidence::of(1, Source::manager, 3, today)});
    EXPECT_TRUE(f.known);
    EXPECT_EQ(f.level, Level::of_step(3));
    EXPECT_EQ(f.confidence.units, 7000);
    EXPECT_TRUE(f.sure(settings));
    EXPECT_FALSE(f.needs_refresh(settings));
}

TEST_F(Fuse, LevelIsTheWeightedMeanAndConfidenceGrowsWithEachSource) {
    // self 2 (0.4) and manager 4 (0.7): (0.8 + 2.8) / 1.1 = 3.2727…, 1 − 0.6 × 0.3 = 0.82
    const Fused f = fused({Evidence::of(1, Source::self, 2, today), Evidence::of(1, Source::manager, 4, today)});
    EXPECT_EQ(f.level.units, 13091);
    EXPECT_EQ(f.confidence.units, 8200);
}

TEST_F(Fuse, AHalfRoundsUp) {
    // Sixty-four statements of equal weight, one of them 1 and the rest 0: 1/64 step is 62.5 units.
    std::vector<Evidence> statements(63, Evidence::of(1, Source::project, 0, today));
    statements.push_back(Evidence::of(1, Source::project, 1, today));
    EXPECT_EQ(fused(statements).level.units, 63);
}

TEST_F(Fuse, AStatementCountsHalfAfterTheHalfLifeOfTheSkillsKind) {
    struct Case {
        SkillKind kind;
        int months;
    };
    for (const auto [kind, months] :
         {Case{SkillKind::tool, 18}, Case{SkillKind::technical, 36}, Case{SkillKind::soft, 60}}) {
        const int days = static_cast<int>(std::lround(months * 365.2425 / 12));
        const Fused f = fused({Evidence::of(1, Source::test, 4, today - days)}, kind);
        EXPECT_NEAR(f.confidence.number(), 0.5, 0.001) << months;
        EXPECT_EQ(f.level, Level::of_step(4)) << "age lowers confidence, not level";
    }
}

TEST_F(Fuse, AgeMakesALevelNeedRefresh) {
    const Fused f = fused({Evidence::of(1, Source::manager, 4, today - 1200)}, SkillKind::tool);
    EXPECT_TRUE(f.needs_refresh(settings));
    EXPECT_EQ(f.level, Level::of_step(4));
}

TEST_F(Fuse, SelfRatingAloneNeverReachesTheThresholdHoweverOften) {
    std::vector<Evidence> statements;
    for (int i = 0; i < 40; ++i) {
        statements.push_back(Evidence::of(1, Source::self, 4, today - i));
        const Fused f = fused(statements);
        EXPECT_TRUE(f.self_only);
        EXPECT_FALSE(f.sure(settings)) << i;
    }
    statements.push_back(Evidence::of(1, Source::peer, 4, today));
    EXPECT_TRUE(fused(statements).sure(settings));
}

TEST_F(Fuse, ACertificateDoesNotFadeAndCountsAsNoneAfterItsLastDay) {
    const auto proof = Evidence::of(1, Source::certificate, 4, today - 3000, today);
    EXPECT_EQ(fused({proof}).confidence.units, 9000);
    EXPECT_FALSE(fused({proof}, SkillKind::technical, today + 1).known);
    const Fused left = fused({proof, Evidence::of(1, Source::self, 2, today)}, SkillKind::technical, today + 1);
    EXPECT_EQ(left.level, Level::of_step(2));
    EXPECT_TRUE(left.self_only);
}

TEST_F(Fuse, WhatWasStatedLaterIsNotKnownYet) {
    const std::vector<Evidence> statements{Evidence::of(1, Source::manager, 2, today - 10),
                                           Evidence::of(1, Source::manager, 5, today)};
    EXPECT_EQ(fused(statements, SkillKind::technical, today - 1).level, Level::of_step(2));
    EXPECT_FALSE(fused(statements, SkillKind::technical, today - 11).known);
}

TEST_F(Fuse, TheOrderOfArrivalDoesNotMatter) {
    std::mt19937 random{5};
    for (int round = 0; round < 200; ++round) {
        std::vector<Evidence> statements;
        const int count = 1 + static_cast<int>(random() % 12);
        for (int i = 0; i < count; ++i)
            statements.push_back(Evidence::of(7, static_cast<Source>(random() % source_count),
                                              static_cast<int>(random() % 6),
                                              today - static_cast<int>(random() % 2000)));
        const Fused first = fused(statements);
        std::shuffle(statements.begin(), statements.end(), random);
        EXPECT_EQ(fused(statements), first);
    }
}

TEST_F(Fuse, SourcesTwoStepsApartAreFlaggedByTheirLatestStatement) {
    EXPECT_TRUE(fused({Evidence::of(1, Source::self, 4, today), Evidence::of(1, Source::manager, 2, today)}).conflict);
    EXPECT_FALSE(fused({Evidence::of(1, Source::self, 3, today), Evidence::of(1, Source::manager, 2, today)}).conflict);
    EXPECT_FALSE(fused({Evidence::of(1, Source::self, 5, today - 90), Evidence::of(1, Source::self, 2, today),
                        Evidence::of(1, Source::manager, 2, today)})
                     .conflict);
}

TEST_F(Fuse, TheExplanationsSharesAddUpAndNameWhatDidNotCount) {
    const std::vector<Evidence> statements{Evidence::of(1, Source::certificate, 3, today - 400, today - 1),
                                           Evidence::of(1, Source::self, 2, today - 30),
                                           Evidence::of(1, Source::manager, 4, today)};
    const Explanation told = explain(statements, SkillKind::technical, settings, recency, today);
    ASSERT_EQ(told.parts.size(), 3U);
    EXPECT_FALSE(told.parts[0].counts);
    EXPECT_EQ(told.parts[1].age_days, 30);
    EXPECT_DOUBLE_EQ(told.parts[0].share + told.parts[1].share + told.parts[2].share, 1.0);
    EXPECT_NEAR(told.fused.level.number(), told.parts[1].share * 2 + told.parts[2].share * 4, 0.0002);
}

TEST_F(Fuse, ANaiveReadingOfTheFormulaAgrees) {
    std::mt19937 random{11};
    const double half_life[] = {18, 36, 60};
    const double weight[] = {0.4, 0.6, 0.7, 0.7, 0.7, 0.7, 0.9, 0.9, 1.0};
    for (int round = 0; round < 2000; ++round) {
        std::vector<Evidence> statements;
        const int count = 1 + static_cast<int>(random() % 6);
        const int kind = static_cast<int>(random() % 3);
        double num = 0;
        double den = 0;
        double doubt = 1;
        bool only_self = true;
        for (int i = 0; i < count; ++i) {
            const int source = static_cast<int>(random() % 9);
            const int level = static_cast<int>(random() % 6);
            const int age = static_cast<int>(random() % 3000);
            statements.push_back(Evidence::of(1, static_cast<Source>(source), level, today - age));
            const double delta = source == 7 ? 1 : std::pow(0.5, age / (half_life[kind] * 365.2425 / 12));
            num += weight[source] * delta * level;
            den += weight[source] * delta;
            doubt *= 1 - weight[source] * delta;
            only_self = only_self && source == 0;
        }
        const Fused f = fused(statements, static_cast<SkillKind>(kind));
        EXPECT_NEAR(f.level.number(), num / den, 0.5001 / 4000);
        if (only_self)
            EXPECT_LT(f.confidence.number(), 0.5);
        else
            EXPECT_NEAR(f.confidence.number(), 1 - doubt, 0.00011);
    }
}

} // namespace
} // namespace kunna::engine
