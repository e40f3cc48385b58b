// Until when a level stays sure, against asking day by day.
#include "engine/refresh.hpp"
#include "workforce.hpp"

#include <gtest/gtest.h>

namespace kunna::engine {
namespace {

const Settings settings{};
const Recency recency{settings};
const Date today = *Date::parse("2026-11-21");

std::optional<Date> until(const std::vector<Evidence>& statements, int days = 2000) {
    return sure_until(statements, SkillKind::tool, settings, recency, today, today + days);
}

TEST(Refresh, ALevelIsSureUntilTheLastDayOnWhichItsConfidenceReachesTheThreshold) {
    // 0.7 × 0.5^(m/18) falls below 0.5 after 8.7 months.
    const Date said = *Date::parse("2026-11-21");
    const auto last = until({Evidence::of(0, Source::manager, 3, said)});
    ASSERT_TRUE(last);
    EXPECT_EQ(*last - said, 265);
}

TEST(Refresh, ACertificateMakesALevelSureUntilItLapses) {
    const Date lapses = *Date::parse("2027-03-01");
    EXPECT_EQ(until({Evidence::of(0, Source::certificate, 3, *Date::parse("2024-03-01"), lapses)}), lapses);
}

TEST(Refresh, WhatIsSureThroughoutTellsTheLastDayAskedForAndWhatNeverWasTellsNothing) {
    EXPECT_EQ(until({Evidence::of(0, Source::test, 3, today)}, 30), today + 30);
    EXPECT_EQ(until({Evidence::of(0, Source::self, 3, today)}), std::nullopt);
    EXPECT_EQ(until({}), std::nullopt);
    EXPECT_EQ(until({Evidence::of(0, Source::test, 3, today + 1)}), std::nullopt); // not said yet
}

TEST(Refresh, AgreesWithAskingEveryDayOnRandomStatements) {
    std::mt19937 random{7};
    int found = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<Evidence> statements;
        for (unsigned n = 1 + random() % 5; n > 0; --n)
            statements.push_back(testing::random_evidence(random, 1, today));
        std::sort(statements.begin(), statements.end());
        std::vector<Evidence> said;
        for (const Evidence& e : statements)
            if (e.day() <= today) said.push_back(e);
        std::optional<Date> last;
        if (!said.empty())
            for (Date day = said.back().day();
                 day <= today + 700 && fuse(said, SkillKind::tool, settings, recency, day).sure(settings);
                 day = day + 1)
                last = day;
        EXPECT_EQ(until(statements, 700), last);
        found += last && *last < today + 700;
    }
    EXPECT_GT(found, 100);
}

} // namespace
} // namespace kunna::engine
