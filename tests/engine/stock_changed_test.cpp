// Stocks that differ in part from another, and posts that are vacant from the beginning.
#include "engine/forecast.hpp"
#include "engine/simulate.hpp"
#include "workforce.hpp"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace kunna::engine {
namespace {

using namespace testing;

Stock stock_of(const Snapshot& snapshot, const std::vector<std::uint8_t>& tenure) {
    return Stock{snapshot, tenure};
}

class ChangedStock : public ::testing::Test {
protected:
    Snapshot snapshot = snapshot_of(random_workforce(7, {.people = 900,
                                                         .units = 60,
                                                         .skills = 10,
                                                         .roles = 4,
                                                         .most_requirements = 6,
                                                         .most_roles = 1,
                                                         .evidence = 14}));
    std::vector<std::uint8_t> tenure = std::vector<std::uint8_t>(snapshot.person_end(), 12);
    Stock stock = stock_of(snapshot, tenure);
};

TEST_F(ChangedStock, ThinnedKeepsTheShareOfEachRoleAndOfEachStateButForOne) {
    std::vector<double> keep(snapshot.role_count(), 1);
    keep[1] = 0.7;
    keep[2] = 0;
    const Stock made = stock.thinned(keep);
    ASSERT_EQ(made.groups().size(), stock.groups().size());
    std::map<RoleIndex, double> before;
    std::map<RoleIndex, double> after;
    std::map<std::pair<std::size_t, int>, std::pair<double, double>> states; // of role 1, by slot and state
    for (std::size_t g = 0; g < made.groups().size(); ++g) {
        const Stock::Group& group = made.groups()[g];
        before[group.role] += stock.groups()[g].people;
        after[group.role] += group.people;
        for (std::size_t slot = 0; slot <= snapshot.role(group.role).slots(); ++slot) {
            std::uint32_t people = 0;
            for (const Stock::Entry& entry : made.entries(group.first_cell + slot)) {
                people += entry.people;
                if (group.role == 1) states[{slot, entry.state}].second += entry.people;
            }
            EXPECT_EQ(people, group.people);
            for (const Stock::Entry& entry : stock.entries(group.first_cell + slot))
                if (group.role == 1) states[{slot, entry.state}].first += entry.people;
        }
    }
    EXPECT_EQ(after[0], before[0]);
    EXPECT_EQ(after[1], std::round(before[1] * 0.7));
    EXPECT_EQ(after[2], 0);
    for (const auto& [state, people] : states)
        EXPECT_NEAR(people.second, people.first * 0.7, 3 + 0.05 * people.first) << state.first << ' ' << state.second;
}

bool same(const Stock& a, const Stock& b) {
    if (a.groups().size() != b.groups().size() || a.cell_count() != b.cell_count()) return false;
    for (std::size_t g = 0; g < a.groups().size(); ++g) {
        const Stock::Group& one = a.groups()[g];
        const Stock::Group& other = b.groups()[g];
        if (std::tie(one.role, one.unit, one.people, one.first_cell) !=
            std::tie(other.role, other.unit, other.people, other.first_cell))
            return false;
    }
    for (std::size_t cell = 0; cell < a.cell_count(); ++cell)
        if (!std::equal(a.entries(cell).begin(), a.entries(cell).end(), b.entries(cell).begin(), b.entries(cell).end()))
            return false;
    return true;
}

TEST_F(ChangedStock, PatchedIsWhatTheWholeWouldBe) {
    // A fifth of the people leaves, and what role 3 requires is another.
    Changes changes;
    std::set<std::pair<RoleIndex, UnitIndex>> places;
    for (PersonIndex p = 0; p < snapshot.person_end(); p += 40) {
        if (!snapshot.present(p)) continue;
        for (const RoleIndex role : snapshot.roles_of(p)) places.emplace(role, snapshot.unit_of(p));
        PersonChange& change = changes.people.emplace_back();
        change.person = p;
        change.left = true;
    }
    changes.roles = {{3, {{1, Level::of_step(2), 1, false}}}};
    const auto after = snapshot.with(changes);
    ASSERT_TRUE(after.ok());
    for (const bool more : {false, true}) {
        const Stock::Takes takes = [&](RoleIndex role, UnitIndex unit) {
            return role == 3 || places.contains({role, unit}) || (more && unit > 20);
        };
        const Stock made = stock.patched(Stock{*after, tenure, {}, takes}, takes);
        EXPECT_TRUE(same(made, Stock{*after, tenure}));
        for (RoleIndex role = 0; role < snapshot.role_count(); ++role)
            EXPECT_EQ(made.groups_of(role).end, Stock(*after, tenure).groups_of(role).end);
    }
    EXPECT_TRUE(same(stock.patched({}, [](RoleIndex, UnitIndex) { return false; }), stock));
}

TEST_F(ChangedStock, AVacantPostIsFilledAsTheSimulatorFillsIt) {
    Assumptions assumed;
    assumed.months = 24;
    assumed.roles.assign(snapshot.role_count(), {.hazard = 0.01, .first_year = 1, .others = 0, .refill = 0.8});
    assumed.shapes = {{.demand = std::vector<double>(25, 1.25), .held = 1.0}}; // a fifth of the posts is vacant
    assumed.shape_of.assign(stock.groups().size(), 0);
    const Forecast made = forecast(snapshot, stock, assumed);
    const Outlook posts = made.whole.outlook(0);
    EXPECT_NEAR(posts.demand[0], posts.able[0] * 1.25, 1e-2);
    EXPECT_NEAR(posts.shortage[0], posts.able[0] * 0.25, posts.able[0] * 0.02);
    const Simulator simulator{snapshot, tenure, assumed};
    constexpr int runs = 200;
    std::map<int, double> able;
    for (int run = 0; run < runs; ++run)
        simulator.run(static_cast<std::uint64_t>(run) + 1, [&](const Drawn& drawn) {
            if (drawn.month == 1 || drawn.month == 24) able[drawn.month] += drawn.able + drawn.unknown;
        });
    double expected_first = 0;
    double expected_last = 0;
    for (std::size_t row = 0; row < made.skill.size(); ++row) {
        const Outlook outlook = made.skills.outlook(row);
        expected_first += outlook.able[1] + outlook.unknown[1];
        expected_last += outlook.able[24] + outlook.unknown[24];
    }
    EXPECT_NEAR(able[1] / runs, expected_first, expected_first * 0.01);
    EXPECT_NEAR(able[24] / runs, expected_last, expected_last * 0.01);
}

} // namespace
} // namespace kunna::engine
