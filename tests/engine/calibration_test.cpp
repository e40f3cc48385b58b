// How raters lie against each other (domain.md §3).
#include "engine/calibration.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace kunna::engine {
namespace {

TEST(Calibrate, BiasIsTheMeanDistanceToTheOthersAndShrinksByTen) {
    // Rater 1 says one step more than rater 2 in each of six cases.
    std::vector<Rating> ratings;
    for (std::uint32_t c = 0; c < 6; ++c) {
        ratings.push_back({1, c, 2.0 + c % 3});
        ratings.push_back({2, c, 1.0 + c % 3});
    }
    const auto told = calibrate(ratings);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].cases, 6U);
    EXPECT_DOUBLE_EQ(told[0].bias, 1);
    EXPECT_DOUBLE_EQ(*told[0].correction, 6.0 / 16);
    EXPECT_DOUBLE_EQ(told[1].bias, -1);
}

TEST(Calibrate, BelowFiveCasesNothingIsCorrected) {
    std::vector<Rating> ratings;
    for (std::uint32_t c = 0; c < 4; ++c) {
        ratings.push_back({1, c, 4});
        ratings.push_back({2, c, 2});
    }
    const auto told = calibrate(ratings);
    EXPECT_DOUBLE_EQ(told[0].bias, 2);
    EXPECT_FALSE(told[0].correction);
    EXPECT_FALSE(told[0].kappa);
}

TEST(Calibrate, OnesOwnLevelIsNotInTheConsensus) {
    // Others: 1 (weight 1) and 4 (weight 2): 3. With one's own 5 it would be more.
    const auto told = calibrate(std::vector<Rating>{{1, 0, 5, 1}, {2, 0, 1, 1}, {3, 0, 4, 2}});
    EXPECT_DOUBLE_EQ(told[0].bias, 2);
}

TEST(Calibrate, WhoeverRatesAloneIsNotCalibrated) {
    EXPECT_TRUE(calibrate(std::vector<Rating>{{1, 0, 5}, {1, 1, 5}, {2, 2, 3}}).empty());
}

TEST(Calibrate, KappaIsOneInAgreementAndTheTextbooksMatrixGivesTheSame) {
    const std::vector<int> a{0, 1, 2, 3, 4, 5, 3, 2, 4, 1};
    const std::vector<int> b{1, 1, 2, 2, 5, 4, 3, 3, 4, 0};
    std::vector<Rating> same;
    std::vector<Rating> differ;
    for (std::uint32_t c = 0; c < a.size(); ++c) {
        same.push_back({1, c, static_cast<double>(a[c])});
        same.push_back({2, c, static_cast<double>(a[c])});
        differ.push_back({1, c, static_cast<double>(a[c])});
        differ.push_back({2, c, static_cast<double>(b[c])});
    }
    EXPECT_DOUBLE_EQ(*calibrate(same)[0].kappa, 1);
    // κ = 1 − Σ w·O / Σ w·E, w = (i − j)², E = row × column / n.
    double observed = 0;
    double expected = 0;
    for (const int i : a)
        for (const int j : b) expected += (i - j) * (i - j) / static_cast<double>(a.size());
    for (std::size_t c = 0; c < a.size(); ++c) observed += (a[c] - b[c]) * (a[c] - b[c]);
    EXPECT_NEAR(*calibrate(differ)[0].kappa, 1 - observed / expected, 1e-12);
}

TEST(Calibrate, NobodysLevelsDifferSoAgreementSaysNothing) {
    std::vector<Rating> ratings;
    for (std::uint32_t c = 0; c < 8; ++c) {
        ratings.push_back({1, c, 3});
        ratings.push_back({2, c, 3});
    }
    EXPECT_FALSE(calibrate(ratings)[0].kappa);
    EXPECT_EQ(calibrate(ratings)[0].bias, 0);
}

TEST(Calibrate, TheOrderOfRatingsDoesNotMatter) {
    std::mt19937 random{9};
    std::vector<Rating> ratings;
    for (std::uint32_t c = 0; c < 60; ++c)
        for (std::uint32_t rater = 0; rater < 6; ++rater)
            if (random() % 2 == 0)
                ratings.push_back(
                    {rater, c, static_cast<double>(random() % 6), 0.1 * static_cast<double>(1 + random() % 9)});
    const auto told = calibrate(ratings);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(ratings.begin(), ratings.end(), random);
        EXPECT_EQ(calibrate(ratings), told);
    }
}

TEST(Calibrate, ARaterWhoAlwaysSaysAStepMoreIsFoundOut) {
    std::mt19937 random{4};
    std::normal_distribution<double> noise{0, 0.6};
    std::vector<Rating> ratings;
    for (std::uint32_t c = 0; c < 300; ++c) {
        const double truth = 1 + static_cast<double>(random() % 3);
        for (std::uint32_t rater = 0; rater < 4; ++rater)
            ratings.push_back({rater, c, truth + noise(random) + (rater == 2 ? 1 : 0)});
    }
    const auto told = calibrate(ratings);
    EXPECT_NEAR(told[2].bias, 1, 0.15);
    EXPECT_NEAR(told[0].bias, -1.0 / 3, 0.15) << "the others' consensus has a third of the lenient one's step";
}

} // namespace
} // namespace kunna::engine
