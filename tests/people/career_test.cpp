// Positions through time and circles of managers: rules without a database.
#include "people/reporting.hpp"

#include <gtest/gtest.h>
#include <random>

namespace kunna::people {
namespace {

Date day(const char* iso) {
    return *Date::parse(iso);
}

Held held(std::int64_t id, const char* from, const char* to = nullptr, const char* title = "Montör") {
    Held h;
    h.id = PositionId{id};
    h.unit = UnitId{1};
    h.title = title;
    h.from = day(from);
    if (to != nullptr) h.to = day(to);
    return h;
}

TEST(Career, OpeningAPositionEndsTheOneBeforeOnTheDayBefore) {
    const Career career = *opened({held(1, "2020-01-01")}, held(0, "2024-05-01"));
    ASSERT_EQ(career.size(), 2U);
    EXPECT_EQ(career[0].to, day("2024-04-30"));
    EXPECT_EQ(career[1].to, std::nullopt);
}

TEST(Career, AGapIsAllowedAndStaysAGap) {
    const Career career = *opened({held(1, "2020-01-01", "2022-12-31")}, held(0, "2024-05-01"));
    EXPECT_EQ(career[0].to, day("2022-12-31"));
    EXPECT_EQ(on(career, day("2023-06-01")), nullptr);
}

TEST(Career, APositionThatBeginsOnOrAfterTheNewOneIsAnOverlap) {
    EXPECT_EQ(opened({held(1, "2024-05-01")}, held(0, "2024-05-01")).error().code, "position.overlaps");
    EXPECT_EQ(opened({held(1, "2025-01-01")}, held(0, "2024-05-01")).error().code, "position.overlaps");
    EXPECT_FALSE(opened({}, held(0, "2024-05-01", "2024-04-30")).ok());
}

TEST(Career, LeavingEndsWhatHoldsAndDropsWhatWasPlanned) {
    const Career career = ended({held(1, "2020-01-01", "2026-12-31"), held(2, "2027-01-01")}, day("2026-06-30"));
    ASSERT_EQ(career.size(), 1U);
    EXPECT_EQ(career[0].to, day("2026-06-30"));
}

TEST(Career, LeavingTakenBackLetsThePositionGoOn) {
    EXPECT_EQ(resumed({held(1, "2020-01-01", "2026-06-30")}, day("2026-06-30"))[0].to, std::nullopt);
    EXPECT_EQ(resumed({held(1, "2020-01-01", "2025-01-01")}, day("2026-06-30"))[0].to, day("2025-01-01"));
}

TEST(Career, AChangeOnTheDayAPositionBeganCorrectsItInPlace) {
    const Career career =
        changed_from({held(1, "2024-05-01")}, day("2024-05-01"), held(0, "2024-05-01", nullptr, "Ledare"));
    ASSERT_EQ(career.size(), 1U);
    EXPECT_EQ(career[0].id, PositionId{1});
    EXPECT_EQ(career[0].title, "Ledare");
}

TEST(Career, AChangeLastsUntilAPlannedPositionBegins) {
    const Career career = changed_from({held(1, "2020-01-01", "2026-12-31"), held(2, "2027-01-01")}, day("2026-06-01"),
                                       held(0, "2026-06-01", nullptr, "Ledare"));
    ASSERT_EQ(career.size(), 3U);
    EXPECT_EQ(career[0].to, day("2026-05-31"));
    EXPECT_EQ(career[1].title, "Ledare");
    EXPECT_EQ(career[1].to, day("2026-12-31"));
    EXPECT_EQ(career[2], held(2, "2027-01-01"));
}

TEST(Career, TheFirstPositionFollowsTheHiringDay) {
    EXPECT_EQ((*hired_on({held(1, "2020-01-01")}, day("2020-01-01"), day("2019-03-01")))[0].from, day("2019-03-01"));
    EXPECT_EQ((*hired_on({held(1, "2020-01-01")}, day("2020-01-01"), day("2021-03-01")))[0].from, day("2021-03-01"));
    EXPECT_EQ((*hired_on({held(1, "2020-06-01")}, day("2020-01-01"), day("2019-03-01")))[0].from, day("2020-06-01"));
    EXPECT_FALSE(hired_on({held(1, "2020-06-01")}, day("2020-01-01"), day("2021-01-01")).ok());
}

TEST(Career, StepsAreOnlyWhatDiffers) {
    const Career stored{held(1, "2020-01-01"), held(2, "2022-01-01"), held(3, "2024-01-01")};
    Career wanted = stored;
    EXPECT_TRUE(steps(stored, wanted).none());
    wanted.erase(wanted.begin());
    wanted[0].to = day("2023-12-31");
    wanted.push_back(held(0, "2026-01-01"));
    const Steps s = steps(stored, wanted);
    EXPECT_EQ(s.remove, std::vector<PositionId>{PositionId{1}});
    ASSERT_EQ(s.end.size(), 1U);
    EXPECT_EQ(s.end[0].id, PositionId{2});
    EXPECT_EQ(s.end[0].to, day("2023-12-31"));
    EXPECT_TRUE(s.edit.empty());
    wanted[1].title = "Ledare";
    EXPECT_EQ(steps(stored, wanted).edit.size(), 1U);
    EXPECT_EQ(s.open.size(), 1U);
}

Line line(std::int64_t person, std::int64_t manager, const char* from = "2020-01-01", const char* to = nullptr) {
    return {PersonId{person}, PersonId{manager}, day(from), to != nullptr ? day(to) : Line::forever};
}

TEST(ReportingLines, ACircleIsFoundHoweverLongAndAChainBelowItIsNotPartOfIt) {
    const auto found = cycles(std::vector{line(1, 2), line(2, 3), line(3, 1), line(4, 1), line(5, 4), line(3, 9)});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0], (std::vector{PersonId{1}, PersonId{2}, PersonId{3}}));
}

TEST(ReportingLines, TwoWhoManageEachOtherInDifferentYearsAreNoCircle) {
    EXPECT_TRUE(cycles(std::vector{line(1, 2, "2020-01-01", "2020-12-31"), line(2, 1, "2021-01-01")}).empty());
    EXPECT_EQ(cycles(std::vector{line(1, 2, "2020-01-01", "2021-01-01"), line(2, 1, "2021-01-01")}).size(), 1U);
}

TEST(ReportingLines, EveryCircleIsToldOnce) {
    EXPECT_EQ(cycles(std::vector{line(1, 2), line(2, 1), line(3, 4), line(4, 5), line(5, 3), line(6, 6)}).size(), 3U);
}

// The plain question, asked for each day and each person.
bool circle_on_some_day(const std::vector<Line>& lines) {
    for (std::int32_t d = 0; d < 40; ++d) {
        std::unordered_map<PersonId, PersonId> above;
        for (const Line& l : lines)
            if (l.from <= Date::from_days(d) && l.to >= Date::from_days(d)) above[l.person] = l.manager;
        for (const auto& [start, first] : above) {
            PersonId at = first;
            for (std::size_t steps = 0; steps < lines.size() && at != start && above.contains(at); ++steps)
                at = above[at];
            if (at == start) return true;
        }
    }
    return false;
}

TEST(ReportingLines, TheFastSearchAgreesWithAskingEveryDay) {
    std::mt19937 random{42};
    int with = 0;
    for (int trial = 0; trial < 3000; ++trial) {
        std::vector<Line> lines;
        const int people = 2 + static_cast<int>(random() % 8);
        for (int p = 1; p <= people; ++p)
            for (int from = static_cast<int>(random() % 60); from < 40;) {
                const int to = from + static_cast<int>(random() % 15);
                lines.push_back({PersonId{p}, PersonId{1 + static_cast<int>(random() % people)}, Date::from_days(from),
                                 Date::from_days(to)});
                from = to + 1 + static_cast<int>(random() % 40);
            }
        const bool expected = circle_on_some_day(lines);
        with += expected ? 1 : 0;
        ASSERT_EQ(!cycles(lines).empty(), expected) << "trial " << trial;
    }
    EXPECT_GT(with, 300);
    EXPECT_LT(with, 2900);
}

} // namespace
} // namespace kunna::people
