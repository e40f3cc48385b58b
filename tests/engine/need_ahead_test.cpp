// Needs in the forecast, against the simulator, which draws everybody month by month.
#include "engine/lattice.hpp"
#include "engine/need_ahead.hpp"
#include "forecast_case.hpp"

#include <map>

namespace kunna::engine {
namespace {

using namespace testing;

constexpr SuppressRule rule{};

NeedOutlook outlook(const Case& of, const Need& need, int from = 0) {
    return need_outlook(of.snapshot, of.stock, of.assumed, need, NeedStock{of.snapshot, of.tenure, of.age, need, rule},
                        from);
}

// One of each kind: everybody, a role that requires the skill and one that does not, units, levels low and high.
std::vector<Need> needs_of(const Case& of) {
    std::vector<Need> needs;
    for (SkillIndex skill = 0; skill < of.snapshot.skills().size(); ++skill)
        for (const int step : {1, 3}) needs.push_back({{}, skill, Level::of_step(step), 1 + skill % 9});
    for (RoleIndex role = 0; role < of.snapshot.role_count(); ++role)
        for (const Requirement& required : of.snapshot.role(role).requirements()) {
            needs.push_back({{{}, role}, required.skill, required.required, 4});
            needs.push_back({{{1}, role}, required.skill, Level::of_step(2), 2});
        }
    needs.push_back({{{2, 5}, {}}, 2, Level::of_step(2), 3});
    return needs;
}

// The standing of today, in full-time equivalents.
TEST(NeedAhead, TodayIsAsTheNeedStands) {
    const Case of = make_case(31, 6);
    const auto needs = needs_of(of);
    const auto standing = standings(of.snapshot, needs);
    int some = 0;
    for (std::size_t n = 0; n < needs.size(); ++n) {
        const NeedOutlook told = outlook(of, needs[n]);
        const double qualified = static_cast<double>(standing[n].fte_qualified) / 1000;
        EXPECT_NEAR(told.able[0], qualified, 1e-9);
        EXPECT_NEAR(told.able_sd[0], 0, 1e-5);
        EXPECT_EQ(told.chance[0] > 0.5, qualified >= static_cast<double>(needs[n].headcount));
        EXPECT_NEAR(told.shortage[0], std::max(0.0, static_cast<double>(needs[n].headcount) - qualified), 1e-9);
        some += qualified > 0 && qualified < static_cast<double>(needs[n].headcount);
    }
    EXPECT_GT(some, 5);
}

void expect_needs_agree(const Case& of, int runs) {
    const auto needs = needs_of(of);
    const Simulator simulator{of.snapshot, of.tenure, of.assumed, of.age, needs};
    const auto months = static_cast<std::size_t>(of.assumed.months);
    std::vector<std::vector<DrawnNeed>> drawn;
    for (int r = 0; r < runs; ++r)
        drawn.push_back(simulator.run(8'000'000 + static_cast<unsigned>(r), [](const Drawn&) {}));
    Errors able;
    Errors spread;
    Errors chance;
    Errors shortage;
    for (std::size_t n = 0; n < needs.size(); ++n) {
        const NeedOutlook told = outlook(of, needs[n]);
        for (const std::size_t month : {std::size_t{0}, std::size_t{1}, months / 3, months / 2, months}) {
            std::vector<double> counted;
            std::vector<double> enough;
            std::vector<double> lacking;
            for (const auto& run : drawn) {
                counted.push_back(static_cast<double>(run[n][month]) / 1000);
                enough.push_back(counted.back() >= static_cast<double>(needs[n].headcount) ? 1 : 0);
                lacking.push_back(std::max(0.0, static_cast<double>(needs[n].headcount) - counted.back()));
            }
            const Moments a = moments(counted);
            const Moments c = moments(enough);
            const Moments s = moments(lacking);
            able.add(a.mean, told.able[month], a.error);
            const double variance = told.able_sd[month] * told.able_sd[month];
            spread.add(a.variance, variance, variance * std::sqrt(2.0 / runs), 0.01 + 0.05 * variance);
            // A count of runs is rarely off by more than its own error; where nothing was drawn there is none to see.
            const double rare = std::sqrt(told.chance[month] * (1 - told.chance[month]) / runs);
            chance.add(c.mean, told.chance[month], std::max(c.error, rare), 0.003);
            shortage.add(s.mean, told.shortage[month], s.error, 0.01);
        }
    }
    able.expect_chance("able");
    spread.expect_chance("spread");
    chance.expect_chance("chance");
    shortage.expect_chance("shortage");
}

TEST(NeedAhead, MeansSpreadsChancesAndShortagesAreThoseOfTheSimulator) {
    expect_needs_agree(make_case(32, 30), 1000);
}

TEST(NeedAhead, AgreesWithTheSimulatorWhenTrainingBeginsLater) {
    Case of = make_case(33, 24);
    of.assumed.training = 0.08;
    of.assumed.training_from = 10;
    expect_needs_agree(of, 1000);
}

TEST(NeedAhead, AgreesWithTheSimulatorWhereUnitsCloseAndRolesAreNew) {
    Case of = make_case(34, 24);
    of.assumed.shapes.push_back({growing(24, 0.0), 10});
    for (std::size_t g = 0; g < of.stock.groups().size(); ++g)
        if (of.stock.groups()[g].unit == of.stock.groups().front().unit) of.assumed.shape_of[g] = 3;
    DemandPath appearing{std::vector<double>(25, 0.0)};
    for (std::size_t t = 6; t < 25; ++t) appearing.demand[t] = 6;
    of.assumed.shapes.push_back(appearing);
    of.assumed.added.push_back({1, 4, 4});
    // Those without a role stay behind in the simulator: of them nothing is asked here.
    const auto simulated = [&](const Need& need) {
        const std::vector<Need> one{need};
        const Simulator simulator{of.snapshot, of.tenure, of.assumed, of.age, one};
        double sum = 0;
        for (unsigned r = 0; r < 400; ++r)
            sum += static_cast<double>(simulator.run(9'000 + r, [](const Drawn&) {})[0][20]) / 1000 / 400;
        return sum;
    };
    for (RoleIndex role = 1; role < of.snapshot.role_count(); ++role)
        for (const Requirement& required : of.snapshot.role(role).requirements()) {
            const Need need{{{}, role}, required.skill, required.required, 3};
            const NeedOutlook told = outlook(of, need);
            EXPECT_NEAR(told.able[20], simulated(need), 4.5 * told.able_sd[20] / 20 + 0.01);
        }
}

TEST(NeedAhead, WhoIsNotSureCountsOnlyOnceSomebodyAbleHasComeAfterThem) {
    Case of = make_case(35, 12);
    of.assumed.attrition_spread = 0;
    of.assumed.shapes = {{growing(12, 0)}, {growing(12, 0)}, {growing(12, 0)}};
    of.assumed.ready = 1;
    of.assumed.training = 0;
    of.assumed.decay = {};
    const Need need{{{}, RoleIndex{1}}, 2, Level::of_step(3), 4};
    const NeedStanding today = standings(of.snapshot, std::vector{need})[0];
    ASSERT_GT(today.uncertain + today.unknown, 0);
    for (RoleFlow& flow : of.assumed.roles) flow = {};
    EXPECT_NEAR(outlook(of, need).able[12], static_cast<double>(today.fte_qualified) / 1000, 1e-6);
    for (RoleFlow& flow : of.assumed.roles) flow = {.hazard = 1, .first_year = 1, .refill = 1};
    EXPECT_NEAR(outlook(of, need).able[1], static_cast<double>(today.fte) / 1000, 1e-4);
}

TEST(NeedAhead, NobodyComesAboveWhatTheRoleRequires) {
    Case of = make_case(36, 60);
    of.assumed.training = 0.2;
    of.assumed.shapes = {{growing(60, 0)}, {growing(60, 0)}, {growing(60, 0)}};
    const Need above{{{}, RoleIndex{1}}, 5, Level::of_step(3), 4}; // it requires 1
    const NeedOutlook told = outlook(of, above);
    for (std::size_t month = 1; month <= 60; ++month) EXPECT_LE(told.able[month], told.able[month - 1] + 1e-6);
    const Need at{{{}, RoleIndex{1}}, 5, Level::of_step(1), 4};
    EXPECT_GT(outlook(of, at).able[60], 2 * told.able[60] + 1);
}

TEST(NeedAhead, NothingIsLackingBeforeTheDay) {
    const Case of = make_case(37, 24);
    const Need need{{}, 1, Level::of_step(3), 50};
    const NeedOutlook all = outlook(of, need);
    const NeedOutlook later = outlook(of, need, 12);
    EXPECT_EQ(later.able, all.able);
    for (std::size_t month = 0; month <= 24; ++month) {
        EXPECT_EQ(later.shortage[month], month < 12 ? 0 : all.shortage[month]);
        EXPECT_EQ(later.chance[month], month < 12 ? 1 : all.chance[month]);
    }
    EXPECT_GT(later.shortage[12], 10);
    EXPECT_EQ(all.first_shortage(), 0);
    EXPECT_EQ(later.first_shortage(), 12);
    EXPECT_EQ(outlook(of, need, never).first_shortage(), std::nullopt);
}

TEST(NeedAhead, PartsOfAGroupAreToldOnlyWhenTheyAndWhatIsLeftAreMany) {
    const Case of = make_case(38, 6);
    int few = 0;
    int told = 0;
    for (const std::optional<RoleIndex> role : {std::optional<RoleIndex>{}, std::optional<RoleIndex>{1}}) {
        const Need need{{{}, role}, 2, Level::of_step(3), 5};
        const NeedStock stock{of.snapshot, of.tenure, of.age, need, rule};
        std::map<RoleIndex, std::uint32_t> by_role;
        std::map<UnitIndex, std::uint32_t> below;
        std::uint32_t all = 0;
        for (const NeedStock::Entry& entry : stock.entries()) {
            all += entry.people;
            if (entry.role) by_role[*entry.role] += entry.people;
            for (UnitIndex unit = entry.unit; unit != no_index; unit = of.snapshot.units().parent(unit))
                below[unit] += entry.people;
        }
        for (const auto& [unit, people] : below) {
            const bool safe = people >= rule.fewest && (people == all || all - people >= rule.fewest);
            EXPECT_TRUE(safe || !stock.tells_unit(unit)) << people;
            few += !safe;
            told += stock.tells_unit(unit);
        }
        for (const auto& [one, people] : by_role) EXPECT_TRUE(people >= rule.fewest || !stock.tells(one));
        EXPECT_TRUE(stock.tells(RoleIndex{60'000})); // nobody
    }
    EXPECT_GT(few, 0);
    EXPECT_GT(told, 0);
}

TEST(Lattice, IsTheSumOfItsCounts) {
    Lattice sum;
    sum.add(4, 3, 0.5); // three full posts
    sum.add(3, 1, 0.25);
    EXPECT_NEAR(sum.at_least(0), 1, 1e-12);
    EXPECT_NEAR(sum.at_least(12), 0.125, 1e-12);
    EXPECT_NEAR(sum.at_least(11), 0.125 + 0.375 * 0.25, 1e-12);
    EXPECT_NEAR(sum.at_least(15), 0.125 * 0.25, 1e-12);
    double lacking = 0; // by tails
    for (int units = 1; units <= 9; ++units) lacking += 1 - sum.at_least(units);
    EXPECT_NEAR(sum.lacking(9), lacking, 1e-12);
    Lattice arrivals;
    arrivals.add_arrivals(1, 2.5);
    EXPECT_NEAR(arrivals.at_least(1), 1 - std::exp(-2.5), 1e-10);
    arrivals.add(1, 400, 0.01);
    EXPECT_NEAR(arrivals.at_least(1), 1 - std::exp(-2.5) * std::pow(0.99, 400), 1e-10);
    arrivals.add(2, 7, 1);
    EXPECT_NEAR(arrivals.at_least(14), 1, 1e-10);
}

} // namespace
} // namespace kunna::engine
