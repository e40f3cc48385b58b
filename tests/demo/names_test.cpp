#include "demo/names.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace kunna::demo {
namespace {

TEST(Names, FoldToAsciiForTheEmailAddress) {
    EXPECT_EQ(fold_ascii("Åsa"), "asa");
    EXPECT_EQ(fold_ascii("Öberg"), "oberg");
    EXPECT_EQ(fold_ascii("von Almkvist"), "von-almkvist");
    EXPECT_EQ(fold_ascii("Wiśniewski"), "wisniewski");
    EXPECT_EQ(fold_ascii("Hodžić"), "hodzic");
}

TEST(Names, GiveEverybodyAnEmailAddressOfTheirOwn) {
    Random random{7};
    Emails emails;
    std::set<std::string> seen;
    for (int i = 0; i < 50'000; ++i) {
        Name name = draw_name(random, 38'000);
        emails.number(name);
        const std::string email = name.email();
        ASSERT_TRUE(seen.insert(email).second) << email;
        ASSERT_TRUE(std::all_of(email.begin(), email.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '@';
        })) << email;
    }
}

TEST(Names, AreOfEveryShapeThatPeopleHave) {
    Random random{3};
    int hyphens = 0;
    int double_families = 0;
    int with_von_or_af = 0;
    int with_swedish_letters = 0;
    for (int i = 0; i < 10'000; ++i) {
        const Name name = draw_name(random, 45'000);
        const std::string family = name.family_text();
        ASSERT_FALSE(family.empty());
        ASSERT_FALSE(name.given_text().empty());
        hyphens += name.given_text().find('-') != std::string::npos ? 1 : 0;
        double_families += name.second_family != 0 ? 1 : 0;
        with_von_or_af += family.starts_with("von ") || family.starts_with("af ") ? 1 : 0;
        with_swedish_letters += family.find("ö") != std::string::npos || family.find("å") != std::string::npos ? 1 : 0;
    }
    EXPECT_GT(hyphens, 200);
    EXPECT_GT(double_families, 300);
    EXPECT_GT(with_von_or_af, 50);
    EXPECT_GT(with_swedish_letters, 1'000);
}

TEST(Names, TheCommonestFamilyNameIsMetOftenButNotEverywhere) {
    Random random{5};
    std::map<std::string, int> families;
    for (int i = 0; i < 10'000; ++i) ++families[draw_name(random, 45'000).family_text()];
    const auto commonest = std::max_element(families.begin(), families.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    EXPECT_GT(commonest->second, 200);
    EXPECT_LT(commonest->second, 1'000);
    EXPECT_GT(families.size(), 200U);
}

TEST(Chance, NormalDrawsHaveTheMeanAndTheSpreadAskedFor) {
    Random random{11};
    double sum = 0;
    double squares = 0;
    constexpr int n = 100'000;
    for (int i = 0; i < n; ++i) {
        const double drawn = random.normal(500);
        sum += drawn;
        squares += drawn * drawn;
    }
    EXPECT_NEAR(sum / n, 0, 5);
    EXPECT_NEAR(std::sqrt(squares / n), 500, 5);
}

TEST(Chance, AStreamIsTheSameEachTimeAndUnlikeItsNeighbours) {
    // The first numbers are part of the promise that a seed gives the same company on any machine.
    EXPECT_EQ(Random{1}.next(), 0x910A2DEC89025CC1U);
    EXPECT_EQ(Random::of(1, Subject::name, 2, 3).next(), Random::of(1, Subject::name, 2, 3).next());
    std::set<std::uint64_t> first;
    for (std::uint64_t person = 0; person < 10'000; ++person) first.insert(Random::of(1, Subject::name, person).next());
    EXPECT_EQ(first.size(), 10'000U);
    EXPECT_NE(Random::of(1, Subject::name, 2).next(), Random::of(1, Subject::hire, 2).next());
    EXPECT_NE(Random::of(1, Subject::name, 2, 3).next(), Random::of(1, Subject::name, 3, 2).next());
}

} // namespace
} // namespace kunna::demo
