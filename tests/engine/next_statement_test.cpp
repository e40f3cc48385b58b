// What one more statement would tell of a gap, and what it would have to say.
#include "engine/next_statement.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace kunna::engine {
namespace {

const Date today = *Date::parse("2026-11-21");

class NextStatement : public ::testing::Test {
protected:
    Belief believed(std::vector<Evidence> statements, int highest = 5) const {
        std::sort(statements.begin(), statements.end());
        return belief(statements, SkillKind::technical, highest, settings, recency, today);
    }
    std::optional<int> step(std::vector<Evidence> statements, Source source, int required) const {
        std::sort(statements.begin(), statements.end());
        return step_to_cover(statements, source, Level::of_step(required), 5, SkillKind::technical, settings, recency,
                             today);
    }
    Settings settings;
    Recency recency{settings};
};

TEST_F(NextStatement, WhatIsUnknownMayLieAnywhereOnTheScale) {
    const Belief unknown = believed({});
    EXPECT_DOUBLE_EQ(unknown.level, 2.5);
    EXPECT_NEAR(unknown.deviation, 1.4434, 0.0001) << "5 steps, evenly: 5/√12";
    EXPECT_DOUBLE_EQ(believed({}, 3).level, 1.5);
}

TEST_F(NextStatement, WhatIsKnownIsBelievedAsItIsTold) {
    // self 2 and manager 4 of today: level 3.2727, spread 0.9623, c = 0.82
    const Belief known =
        believed({Evidence::of(1, Source::self, 2, today), Evidence::of(1, Source::manager, 4, today)});
    EXPECT_NEAR(known.level, 3.2727, 0.0002);
    EXPECT_NEAR(known.deviation, 0.9623 * std::sqrt(0.18), 0.0002);
}

TEST_F(NextStatement, ATestOfTodayLeavesNothingOpen) {
    const Belief tested = believed({Evidence::of(1, Source::test, 3, today)});
    EXPECT_EQ(Information{0.7}.of(4, tested), 0);
}

TEST_F(NextStatement, ItTellsMostWhereTheLevelMayLieOnEitherSideOfTheRequirement) {
    const Information manager{0.7};
    const double undecided = manager.of(3, {3, 0.6});
    EXPECT_GT(undecided, manager.of(3, {5, 0.6})) << "surely above: no gap, whatever is said";
    EXPECT_NEAR(manager.of(3, {8, 0.6}), 0, 1e-6);
    EXPECT_NEAR(manager.of(8, {1, 0.6}), 0.36 * 0.7, 1e-4) << "surely below: the gap is as unsure as the level";
    EXPECT_GT(manager.of(3, {3, 1.2}), undecided) << "less is known";
    EXPECT_GT(Information{0.9}.of(3, {3, 0.6}), undecided) << "the source weighs more";
    EXPECT_EQ(Information{0}.of(3, {3, 0.6}), 0);
}

TEST_F(NextStatement, DrawingLevelsAndStatementsByTheThousandAgrees) {
    std::mt19937_64 random{5};
    std::normal_distribution<double> normal;
    for (const double weight : {0.4, 0.7, 1.0})
        for (const Belief at : {Belief{3, 0.5}, Belief{2.5, 1.44}, Belief{1.2, 0.9}, Belief{4.4, 0.3}}) {
            // Var g − E[Var g after], both counted: 400 statements, 400 levels after each.
            double before_sum = 0;
            double before_square = 0;
            double after_variance = 0;
            for (int i = 0; i < 400; ++i) {
                const double mean = at.level + std::sqrt(weight) * at.deviation * normal(random);
                double sum = 0;
                double square = 0;
                for (int j = 0; j < 400; ++j) {
                    const double level = mean + std::sqrt(1 - weight) * at.deviation * normal(random);
                    const double gap = std::max(0.0, 3 - level);
                    sum += gap / 400;
                    square += gap * gap / 400;
                }
                before_sum += sum / 400;
                before_square += square / 400;
                after_variance += (square - sum * sum) / 400;
            }
            const double fall = before_square - before_sum * before_sum - after_variance;
            EXPECT_NEAR(Information{weight}.of(3, at), fall, 0.02 + 0.15 * fall)
                << weight << " " << at.level << " " << at.deviation;
        }
}

TEST_F(NextStatement, OneStatementCoversWhenItLiftsTheLevelAndMakesItSure) {
    EXPECT_EQ(step({}, Source::manager, 3), 3);
    EXPECT_EQ(step({}, Source::self, 3), std::nullopt) << "a self-rating alone never covers";
    // self 2 (0.4) and manager x (0.7): (0.8 + 0.7x)/1.1 ≥ 3 from x = 3.57 on
    EXPECT_EQ(step({Evidence::of(1, Source::self, 2, today)}, Source::manager, 3), 4);
    EXPECT_EQ(
        step({Evidence::of(1, Source::manager, 0, today), Evidence::of(1, Source::test, 1, today)}, Source::manager, 4),
        std::nullopt)
        << "one statement cannot outweigh two";
}

TEST_F(NextStatement, AStepLessThanWhatCoversDoesNot) {
    std::mt19937 random{3};
    for (int round = 0; round < 300; ++round) {
        std::vector<Evidence> statements;
        for (unsigned n = random() % 4; n > 0; --n)
            statements.push_back(Evidence::of(1, static_cast<Source>(random() % 8), static_cast<int>(random() % 6),
                                              today - static_cast<int>(random() % 900)));
        std::sort(statements.begin(), statements.end());
        const Source source = static_cast<Source>(random() % source_count);
        const Level required = Level::of_step(1 + static_cast<int>(random() % 5));
        const auto covers = [&](int said) {
            std::vector<Evidence> with = statements;
            with.push_back(Evidence::of(1, source, said, today));
            std::sort(with.begin(), with.end());
            const Fused fused = fuse(with, SkillKind::tool, settings, recency, today);
            return fused.level >= required && fused.sure(settings);
        };
        const auto least = step_to_cover(statements, source, required, 5, SkillKind::tool, settings, recency, today);
        if (least) {
            EXPECT_TRUE(covers(*least));
            EXPECT_FALSE(*least > 0 && covers(*least - 1));
        } else {
            EXPECT_FALSE(covers(5));
        }
    }
}

} // namespace
} // namespace kunna::engine
