// How often people leave: exact intervals, few leavers, and what is planted in the demonstration company.
#include "demo/company.hpp"
#include "scenarios/hazards.hpp"

#include <gtest/gtest.h>

namespace kunna::scenarios {
namespace {

Date day(const char* iso) {
    return *Date::parse(iso);
}

std::pair<std::vector<Employment>, std::vector<RoleHeld>> records_of(const demo::Company& company) {
    std::vector<Employment> people;
    std::vector<RoleHeld> roles;
    for (demo::PersonNumber p = 0; p < company.people.size(); ++p) {
        const demo::Person& who = company.people[p];
        const auto left = who.last_day < demo::Stay::open ? std::optional{who.last_day} : std::nullopt;
        people.push_back({PersonId{p + 1}, who.hired, left});
        for (const demo::Stay& stay : company.stays_of(p))
            roles.push_back({PersonId{p + 1}, RoleId{stay.role + 1}, stay.from,
                             stay.to < demo::Stay::open ? std::optional{stay.to} : std::nullopt});
    }
    return {people, roles};
}

// What was planted in the months seen: 0.9 % a month, × 1.8 in the first year, × what training and good managers do;
// nobody leaves a post that an event or a persona needs. The averages of it, and how far they lie from the bare 0.9 %.
struct Planted {
    double later = 0;
    double first_year = 0; // × later
    double bare = 0;       // 0.9 % / later
};

Planted planted_in(const demo::Company& company, Date from) {
    double hazard[2]{};
    double months[2]{};
    for (int month = 2; month <= demo::Months::count; ++month) {
        const Date turn = company.months.turn(month);
        if (turn < from) continue;
        for (demo::PersonNumber p = 0; p < company.people.size(); ++p) {
            const demo::Stay* stay = company.stay_on(p, turn - 1);
            if (stay == nullptr) continue;
            const demo::Person& who = company.people[p];
            const bool first = turn - who.hired <= 365;
            double h = company.posts[stay->post].steady ? 0 : 0.009;
            if (first) h *= 1.8;
            if (who.trained_month != 0 && who.trained_month < month) h *= 0.8;
            const demo::PersonNumber manager = company.manager_of(*stay, turn - 1);
            if (manager != demo::nobody && company.people[manager].good_manager) h *= 0.65;
            hazard[first] += h;
            ++months[first];
        }
    }
    const double later = hazard[0] / months[0];
    return {later, hazard[1] / months[1] / later, 0.009 / later};
}

TEST(Hazards, OfTheDemonstrationCompanyCoverWhatIsPlanted) {
    const Date today = day("2026-11-21");
    const demo::Company company = demo::generate(500, 1, today);
    const auto [people, roles] = records_of(company);
    const Hazards found = estimate(people, roles, today);
    const Planted planted = planted_in(company, found.from);
    EXPECT_FALSE(found.later.few);
    EXPECT_LT(found.later.low, planted.later);
    EXPECT_GT(found.later.high, planted.later);
    // With what training and good managers do taken out, the planted 0.9 % is within as well.
    EXPECT_LT(found.later.low * planted.bare, 0.009);
    EXPECT_GT(found.later.high * planted.bare, 0.009);
    EXPECT_LT(found.first_year.low, 1.8);
    EXPECT_GT(found.first_year.high, 1.8);
    EXPECT_LT(found.first_year.low, planted.first_year);
    EXPECT_GT(found.first_year.high, planted.first_year);
}

TEST(Hazards, OfManyPeopleComeCloseToWhatIsPlanted) {
    const Date today = day("2026-11-21");
    const demo::Company company = demo::generate(10'000, 1, today);
    const auto [people, roles] = records_of(company);
    const Hazards found = estimate(people, roles, today);
    // Training and good managers keep people, so the average lies under the 0.9 % of everybody else.
    const Planted planted = planted_in(company, found.from);
    EXPECT_LT(planted.later, 0.0085);
    EXPECT_LT(found.later.low, planted.later);
    EXPECT_GT(found.later.high, planted.later);
    EXPECT_NEAR(found.later.hazard * planted.bare, 0.009, 0.0006);
    EXPECT_NEAR(found.first_year.factor, 1.8, 0.25);
    EXPECT_LT(found.later.high - found.later.low, 0.0015);
}

TEST(Hazards, TheIntervalIsThatOfAPoissonMean) {
    // Garwood: 10 events, 4.795 to 18.39.
    const auto [low, high] = poisson_interval(10, 1);
    EXPECT_NEAR(low, 4.795, 0.001);
    EXPECT_NEAR(high, 18.39, 0.01);
    const auto [none, three] = poisson_interval(0, 1);
    EXPECT_EQ(none, 0);
    EXPECT_NEAR(three, 3.689, 0.001);
}

TEST(Hazards, WithoutLeaversSaySoAndStayWide) {
    std::vector<Employment> people;
    for (int p = 1; p <= 8; ++p) people.push_back({PersonId{p}, day("2020-01-01"), {}});
    const Hazards found = estimate(people, {{PersonId{1}, RoleId{1}, day("2020-01-01"), {}}}, day("2026-11-21"));
    EXPECT_TRUE(found.later.few);
    EXPECT_EQ(found.later.leavers, 0);
    EXPECT_GT(found.later.hazard, 0);
    EXPECT_EQ(found.later.low, 0);
    EXPECT_GT(found.later.high, 0.03);
    EXPECT_TRUE(found.first_year.few);
    EXPECT_EQ(found.first_year.factor, 1);
    EXPECT_GT(found.first_year.high, 5);
}

TEST(Hazards, ARoleWithFewLeaversIsMostlyTheCompany) {
    const Date today = day("2026-11-21");
    std::vector<Employment> people;
    std::vector<RoleHeld> roles;
    // Role 1: 400 people, 80 leavers spread over three years. Role 2: 5 people, nobody leaves.
    for (int p = 1; p <= 405; ++p) {
        std::optional<Date> left;
        if (p <= 80) left = day("2023-12-01") + p * 13;
        people.push_back({PersonId{p}, day("2015-01-01"), left});
        roles.push_back({PersonId{p}, RoleId{p <= 400 ? 1 : 2}, day("2015-01-01"), {}});
    }
    const Hazards found = estimate(people, roles, today);
    const Hazard& large = found.by_role.at(1);
    const Hazard& small = found.by_role.at(2);
    EXPECT_FALSE(large.few);
    EXPECT_TRUE(small.few);
    EXPECT_NEAR(large.hazard, found.later.hazard, 0.001);
    EXPECT_GT(small.hazard, 0.7 * found.later.hazard);
    EXPECT_GT(small.high - small.low, 2 * (large.high - large.low));
}

// Whoever left before anything was kept is not known: the time before the first known leaver is not at risk.
TEST(Hazards, CountNoTimeBeforeTheFirstKnownLeaver) {
    const Date today = day("2026-11-21");
    std::vector<Employment> people;
    for (int p = 1; p <= 100; ++p)
        people.push_back(
            {PersonId{p}, day("2015-01-01"), p <= 11 ? std::optional{day("2026-05-01") + p * 10} : std::nullopt});
    const Hazards found = estimate(people, {}, today);
    EXPECT_EQ(found.from, day("2026-05-12"));
    EXPECT_EQ(found.later.leavers, 10);
    EXPECT_LT(found.later.months, 100 * 7);
}

} // namespace
} // namespace kunna::scenarios
