// The analytic forecast against the simulator, which draws everybody month by month and shares none of its maths.
#include "engine/forecast_cell.hpp"
#include "engine/gap.hpp"
#include "forecast_case.hpp"

#include <gtest/gtest.h>
#include <map>

namespace kunna::engine {
namespace {

using namespace testing;

// By skill and month: of all runs.
struct Sampled {
    std::vector<double> able;
    std::vector<double> shortage;
    std::vector<double> unknown;
};
using Samples = std::map<std::pair<SkillIndex, int>, Sampled>;

// All comparisons with one sample share its shocks, and are off together when these are: the seed is one whose shocks
// come out near their mean. With forty times the runs any seed will do.
Samples sample(const Case& of, int runs, std::uint64_t seed = 8'000'000) {
    const Simulator simulator{of.snapshot, of.tenure, of.assumed, of.age};
    Samples all;
    for (int r = 0; r < runs; ++r)
        simulator.run(seed + static_cast<std::uint64_t>(r), [&](const Drawn& drawn) {
            Sampled& at = all[{drawn.skill, drawn.month}];
            at.able.resize(static_cast<std::size_t>(runs));
            at.shortage.resize(static_cast<std::size_t>(runs));
            at.unknown.resize(static_cast<std::size_t>(runs));
            at.able[static_cast<std::size_t>(r)] += drawn.able;
            at.shortage[static_cast<std::size_t>(r)] += drawn.shortage();
            at.unknown[static_cast<std::size_t>(r)] += drawn.unknown;
        });
    return all;
}

void expect_agreement(const Case& of, int runs) {
    const Forecast told = of.forecast();
    const Samples drawn = sample(of, runs);
    Errors able;
    Errors unknown;
    Errors shortage;
    Errors spread;
    for (std::size_t row = 0; row < told.skill.size(); ++row) {
        const Outlook outlook = told.skills.outlook(row);
        for (int t = 0; t <= of.assumed.months; ++t) {
            const Sampled& at = drawn.at({told.skill[row], t});
            const auto month = static_cast<std::size_t>(t);
            const Moments a = moments(at.able);
            const Moments s = moments(at.shortage);
            const Moments u = moments(at.unknown);
            able.add(a.mean, outlook.able[month], a.error);
            unknown.add(u.mean, outlook.unknown[month], u.error);
            // The normal formula stands for late arrivals and large cells only: 2 % besides the sampling error.
            shortage.add(s.mean, outlook.shortage[month], s.error, 0.01 + 0.02 * s.mean);
            const double variance = outlook.able_sd[month] * outlook.able_sd[month];
            spread.add(a.variance, variance, variance * std::sqrt(2.0 / runs), 0.02 + 0.05 * variance);
        }
    }
    able.expect_chance("able");
    unknown.expect_chance("unknown");
    shortage.expect_chance("shortage");
    spread.expect_chance("spread");
}

TEST(Forecast, MeansSpreadsAndShortagesAreThoseOfTheSimulator) {
    expect_agreement(make_case(3, 30), 1000);
}

TEST(Forecast, AgreesWithTheSimulatorWhenTrainingBeginsLater) {
    Case of = make_case(4, 24);
    of.assumed.training = 0.08;
    of.assumed.training_from = 12;
    expect_agreement(of, 1000);
    Case sooner = of;
    sooner.assumed.training_from = 0;
    for (std::size_t row = 0; row < of.forecast().skill.size(); ++row)
        EXPECT_LE(of.forecast().skills.outlook(row).able[24], sooner.forecast().skills.outlook(row).able[24] + 1e-4);
}

TEST(Forecast, AgreesWithTheSimulatorWhereUnitsCloseAndRolesAreNew) {
    Case of = make_case(5, 24);
    DemandPath closing{growing(24, 0.0), 10};
    of.assumed.shapes.push_back(closing);
    const UnitIndex unit = of.stock.groups().front().unit;
    for (std::size_t g = 0; g < of.stock.groups().size(); ++g)
        if (of.stock.groups()[g].unit == unit) of.assumed.shape_of[g] = 3;
    DemandPath appearing{std::vector<double>(25, 0.0)};
    for (std::size_t t = 6; t < 25; ++t) appearing.demand[t] = 4;
    of.assumed.shapes.push_back(appearing);
    of.assumed.added.push_back({1, unit, 4});
    expect_agreement(of, 1000);

    const Forecast there = of.forecast({.tops = {unit}, .everywhere = false});
    for (std::size_t row = 0; row < there.units.rows(); ++row) {
        if (there.unit[row] != unit) continue;
        const Outlook posts = there.units.outlook(row);
        EXPECT_GT(posts.able[9], 0);
        EXPECT_NEAR(posts.demand[10], 4, 1e-4); // only the new role is left
    }
}

// Two of three say when they were born: some retire within a year, some in the third year, the others later.
void give_ages(Case& of) {
    std::mt19937 random{15};
    for (std::size_t p = 0; p < of.tenure.size(); ++p)
        of.age.push_back(random() % 3 == 0 ? 0 : age_number(40 + static_cast<int>(random() % 35)));
    of.stock = Stock{of.snapshot, of.tenure, of.age};
    for (RoleFlow& flow : of.assumed.roles) flow.moves = 0.001;
    of.assumed.retiring = {{}, {}, {}};
    for (int month = 1; month <= 12; ++month) {
        of.assumed.retiring[0].resize(13);
        of.assumed.retiring[0][static_cast<std::size_t>(month)] = 1.0 / (13 - month);
    }
    of.assumed.retiring[1].resize(30, 0);
    for (std::size_t month = 25; month < 30; ++month) of.assumed.retiring[1][month] = 0.2;
    for (std::size_t age = 1; age < age_count; ++age)
        of.assumed.cohort_of[age] = static_cast<std::uint8_t>(age > 17 ? 1 : age > 8 ? 2 : 3);
}

TEST(Forecast, AgreesWithTheSimulatorWhereAgesAreKnown) {
    Case of = make_case(13, 30);
    give_ages(of);
    expect_agreement(of, 1000);
    of.assumed.training = 0.08;
    of.assumed.training_from = 10;
    expect_agreement(of, 1000);
}

TEST(Forecast, WhoeverHasReachedTheAgeRetiresAndNobodyElseDoes) {
    Case of = make_case(14, 30);
    give_ages(of);
    of.assumed.attrition_spread = 0;
    of.assumed.shapes = {{growing(30, 0)}, {growing(30, 0)}, {growing(30, 0)}};
    for (RoleFlow& flow : of.assumed.roles) flow = {.others = 0, .refill = 0, .moves = 0};
    double old = 0;
    double all = 0;
    for (PersonIndex p = 0; p < of.snapshot.person_end(); ++p) {
        const auto posts = static_cast<double>(of.snapshot.roles_of(p).size());
        all += posts;
        if (of.assumed.cohort_of[of.age[p]] == 1) old += posts;
    }
    ASSERT_GT(old, 5);
    const Outlook posts = of.forecast().whole.outlook(0);
    EXPECT_NEAR(posts.able[0], all, 1e-2);
    EXPECT_NEAR(posts.able[6], all - old / 2, 1e-2); // each month as many
    EXPECT_NEAR(posts.able[12], all - old, 1e-2);
    EXPECT_NEAR(posts.able[24], all - old, 1e-2);
    EXPECT_LT(posts.able[30], all - old - 1);
}

// The interval that holds 90 % does, over many skills and months.
TEST(Forecast, IntervalsCoverAsOftenAsTheySay) {
    const Case of = make_case(6, 24);
    const Forecast told = of.forecast();
    const Samples drawn = sample(of, 600);
    double inside = 0;
    double all = 0;
    for (std::size_t row = 0; row < told.skill.size(); ++row) {
        const Outlook outlook = told.skills.outlook(row);
        for (const std::size_t t : {std::size_t{6}, std::size_t{12}, std::size_t{24}}) {
            if (outlook.able_sd[t] < 1) continue; // too lumpy for any interval
            for (const double able : drawn.at({told.skill[row], static_cast<int>(t)}).able) {
                // Whole people: half a person either side.
                inside += std::abs(able - outlook.able[t]) <= 1.645 * outlook.able_sd[t] + 0.5;
                ++all;
            }
        }
    }
    EXPECT_GT(all, 3000);
    EXPECT_GT(inside / all, 0.89);
    EXPECT_LT(inside / all, 0.96);
}

TEST(Forecast, EverybodyLeavingLeavesNobody) {
    Case of = make_case(7, 12);
    of.assumed.attrition_spread = 0;
    for (RoleFlow& flow : of.assumed.roles) flow = {.hazard = 1, .first_year = 1, .others = 0, .refill = 0};
    of.assumed.shapes = {{growing(12, 0)}, {growing(12, 0)}, {growing(12, 0)}};
    const Forecast told = of.forecast();
    const Outlook whole = told.whole.outlook(0);
    EXPECT_GT(whole.able[0], 0);
    for (std::size_t t = 1; t <= 12; ++t) {
        EXPECT_NEAR(whole.able[t], 0, 1e-3);
        EXPECT_NEAR(whole.shortage[t], whole.demand[t], 1e-3);
    }
}

TEST(Forecast, GrowthToNothingLeavesNoDemandAndOnlySurplus) {
    Case of = make_case(8, 12);
    for (DemandPath& shape : of.assumed.shapes)
        for (std::size_t t = 1; t <= 12; ++t) shape.demand[t] = 0;
    const Outlook whole = of.forecast().whole.outlook(0);
    EXPECT_NEAR(whole.demand[12], 0, 1e-4);
    EXPECT_NEAR(whole.shortage[12], 0, 1e-2);
    EXPECT_NEAR(whole.surplus[12], whole.able[12], 1e-2);
}

TEST(Forecast, ReachesFromOneMonthToTenYears) {
    for (const int months : {1, 15, 16, most_months}) {
        const Case of = make_case(9, months);
        const Outlook whole = of.forecast().whole.outlook(0);
        ASSERT_EQ(whole.able.size(), static_cast<std::size_t>(months) + 1);
        EXPECT_GT(whole.able.back(), 0);
        EXPECT_EQ(whole.able_sd.front(), 0);
    }
}

TEST(Forecast, TodayIsWhatTheGapRowsTell) {
    const Case of = make_case(10, 6);
    const Forecast told = of.forecast();
    std::map<SkillIndex, std::array<double, 3>> counted; // able, unknown, asked of
    for (PersonIndex p = 0; p < of.snapshot.person_end(); ++p)
        for (const GapRow& row : gap_rows(of.snapshot, p)) {
            auto& at = counted[row.skill];
            at[0] += row.state == State::met || row.state == State::uncertain;
            at[1] += row.state == State::unknown;
            ++at[2];
        }
    ASSERT_EQ(told.skill.size(), counted.size());
    for (std::size_t row = 0; row < told.skill.size(); ++row) {
        const Outlook outlook = told.skills.outlook(row);
        const auto& at = counted.at(told.skill[row]);
        EXPECT_NEAR(outlook.able[0], at[0], 1e-3);
        EXPECT_NEAR(outlook.unknown[0], at[1], 1e-3);
        EXPECT_NEAR(outlook.demand[0], at[2], 1e-3);
        // Not known is not short.
        EXPECT_NEAR(outlook.shortage[0], at[2] - at[0] - at[1], 2e-2);
    }
}

TEST(Forecast, IsTheSameForAnyNumberOfThreads) {
    const Case of = make_case(11, 36);
    const Forecast one = of.forecast({}, 1);
    for (const int threads : {2, 5}) {
        const Forecast many = of.forecast({}, threads);
        ASSERT_EQ(many.skill, one.skill);
        for (std::size_t row = 0; row < one.skill.size(); ++row)
            EXPECT_EQ(many.skills.outlook(row), one.skills.outlook(row));
        for (std::size_t row = 0; row < one.unit.size(); ++row)
            EXPECT_EQ(many.units.outlook(row), one.units.outlook(row));
        EXPECT_EQ(many.whole.outlook(0), one.whole.outlook(0));
    }
}

TEST(Forecast, SumsAreOfTheirCells) {
    const Case of = make_case(12, 18);
    const Forecast told = of.forecast();
    std::map<SkillIndex, double> able;
    std::map<SkillIndex, double> shortage;
    std::map<UnitIndex, double> lacking;
    each_cell(of.snapshot, of.stock, of.assumed, {}, [&](const CellOutlook& cell) {
        able[cell.skill] += cell.of.able[18];
        shortage[cell.skill] += cell.of.shortage[18];
        lacking[cell.unit] += cell.of.shortage[18];
    });
    for (std::size_t row = 0; row < told.skill.size(); ++row) {
        EXPECT_NEAR(told.skills.outlook(row).able[18], able[told.skill[row]], 1e-2);
        EXPECT_NEAR(told.skills.outlook(row).shortage[18], shortage[told.skill[row]], 1e-2);
    }
    for (std::size_t row = 0; row < told.unit.size(); ++row)
        EXPECT_NEAR(told.units.months_of(row, Tracks::lacking)[18], lacking[told.unit[row]], 1e-2);

    // A question about one skill is the same skill of all.
    const Forecast one = of.forecast({.skill = told.skill[1]});
    ASSERT_EQ(one.skill, std::vector{told.skill[1]});
    EXPECT_EQ(one.skills.outlook(0), told.skills.outlook(1));
}

TEST(Forecast, AllInstructionSetsTellTheSame) {
    constexpr std::size_t months = 2 * month_lanes;
    std::mt19937 random{21};
    std::vector<std::vector<float>> kept;
    const auto row = [&](float low, float high) {
        kept.emplace_back(months);
        for (float& at : kept.back()) at = std::uniform_real_distribution<float>{low, high}(random);
        return kept.back().data();
    };
    const std::vector<float> least{0.9F, 1};
    const std::vector<float> least_sd{0.01F, 0.05F};
    const std::vector<float> most_sd{0.04F, 0.1F};
    const std::vector<float> most_inflow{0.02F, 0.2F};
    SlotTask task;
    task.chunks = 2;
    task.nodes = most_nodes;
    std::fill_n(task.weight, most_nodes, 1.0F / 3);
    for (auto& direction : task.direction)
        for (float& of : direction) of = std::uniform_real_distribution<float>{-0.5F, 0.5F}(random);
    std::fill_n(task.direction[0], most_nodes, 1.0F / 3);
    task.shape = {row(0.9F, 1.1F), row(0.01F, 0.1F), row(1, 1), least, least_sd, most_sd};
    task.inflow = {{row(0, 0.2F), row(0, 0.2F), row(0, 0.2F)}, most_inflow};
    std::vector<Alike> alike(3);
    for (Alike& some : alike) {
        for (std::size_t n = 0; n < most_nodes; ++n) {
            some.stay[n] = row(0.5F, 0.9F);
            some.refill[n] = row(0, 0.1F);
        }
        some.level = &some == alike.data() ? nullptr : row(0.3F, 1);
        some.people = 20;
    }
    const std::vector<Heads> heads{{0, 2}, {1, 1}, {2, 4}, {1, 12}, {2, 3}, {0, 60}};
    task.alike = alike;
    task.heads = heads;
    std::vector<std::vector<float>> told;
    for (const MonthKernel& kernel : month_kernels()) {
        std::vector<float> out(11 * months, 0);
        AlignedColumn<float> table(alike.size() * directions * month_lanes);
        const auto out_row = [&](std::size_t n) { return out.data() + n * months; };
        // Few posts, some, and so many that they are taken as normal.
        const std::vector<PostsCell> cells{{0, 3, 7, 7, out_row(7)},
                                           {3, 5, 15, 15, out_row(8)},
                                           {5, 6, 60, 60, out_row(9)},
                                           {0, 0, 0, 1, out_row(10)}};
        task.cells = cells;
        task.table = table.data();
        for (std::size_t n = 0; n < most_nodes; ++n) task.able[n] = out_row(n);
        task.spread = out_row(3);
        task.unknown = out_row(4);
        task.shortage = out_row(5);
        task.demand = out_row(6);
        kernel.slot(task);
        told.push_back(out);
    }
    for (const auto& out : told)
        for (std::size_t i = 0; i < out.size(); ++i) EXPECT_NEAR(out[i], told[0][i], 1e-4 * (1 + told[0][i]));
    for (std::size_t t = 0; t < months; ++t)
        EXPECT_NEAR(told[0][5 * months + t],
                    told[0][7 * months + t] + told[0][8 * months + t] + told[0][9 * months + t] +
                        told[0][10 * months + t],
                    1e-3);
}

} // namespace
} // namespace kunna::engine
