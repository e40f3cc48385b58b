// Assignments against all there are, the verifier, and crowds of people alike.
#include "planning/assignment.hpp"
#include "planning/cheapest.hpp"
#include "verify/assignment.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace kunna::planning {
namespace {

struct Market {
    CostTable costs{0, 0};
    Places places;
};

struct Drawn {
    std::size_t people = 5;
    std::size_t roles = 3;
    int highest = 40;
    int barred = 10; // percent
    int places = 2;  // at most
    int locked = 0;  // percent
};

Market draw(unsigned seed, const Drawn& of) {
    std::mt19937 random{seed};
    const auto between = [&](int least, int most) { return std::uniform_int_distribution<int>{least, most}(random); };
    Market market{CostTable{of.people, of.roles}, {}};
    for (std::size_t p = 0; p < of.people; ++p)
        for (std::size_t r = 0; r < of.roles; ++r)
            if (between(1, 100) > of.barred) market.costs.set(p, r, static_cast<Cost>(between(0, of.highest)));
    for (std::size_t r = 0; r < of.roles; ++r)
        market.places.of_role.push_back(static_cast<std::uint32_t>(between(0, of.places)));
    market.places.stay = static_cast<Cost>(between(0, of.highest));
    if (of.locked == 0) return market;
    auto left = market.places.of_role;
    market.places.locks.assign(of.people, Places::anywhere);
    for (std::size_t p = 0; p < of.people; ++p) {
        const auto role = static_cast<std::size_t>(between(0, static_cast<int>(of.roles) - 1));
        if (between(1, 100) > of.locked || left[role] == 0) continue;
        --left[role];
        market.places.locks[p] = static_cast<std::uint32_t>(role);
    }
    return market;
}

std::int64_t least_cost(const Market& market, std::size_t p, std::vector<std::uint32_t>& left) {
    if (p == market.costs.people()) return 0;
    const std::uint32_t lock = market.places.locks.empty() ? Places::anywhere : market.places.locks[p];
    if (lock != Places::anywhere) {
        --left[lock];
        const auto cost = std::min(market.costs.at(p, lock), market.places.stay) + least_cost(market, p + 1, left);
        ++left[lock];
        return cost;
    }
    std::int64_t least = market.places.stay + least_cost(market, p + 1, left);
    for (std::size_t r = 0; r < left.size(); ++r) {
        if (left[r] == 0 || market.costs.at(p, r) == barred) continue;
        --left[r];
        least = std::min(least, market.costs.at(p, r) + least_cost(market, p + 1, left));
        ++left[r];
    }
    return least;
}

// All people who are locked take their places first.
std::int64_t least_cost(const Market& market) {
    std::vector<std::size_t> order(market.costs.people());
    for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
    std::ranges::stable_partition(order, [&](std::size_t p) {
        return !market.places.locks.empty() && market.places.locks[p] != Places::anywhere;
    });
    Market sorted{CostTable{market.costs.people(), market.costs.roles()}, market.places};
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t r = 0; r < market.costs.roles(); ++r) sorted.costs.set(i, r, market.costs.at(order[i], r));
        if (!market.places.locks.empty()) sorted.places.locks[i] = market.places.locks[order[i]];
    }
    auto left = market.places.of_role;
    return least_cost(sorted, 0, left);
}

Result<void> verified(const Market& market, const Assignment& assignment) {
    std::vector<std::uint16_t> costs;
    for (std::size_t p = 0; p < market.costs.people(); ++p)
        costs.insert(costs.end(), market.costs.row(p), market.costs.row(p) + market.costs.roles());
    return verify::verify_assignment({.roles = market.costs.roles(),
                                      .costs = costs,
                                      .places = market.places.of_role,
                                      .stay = market.places.stay,
                                      .locks = market.places.locks,
                                      .role = assignment.role,
                                      .prices = assignment.prices,
                                      .cost = assignment.cost,
                                      .bound = assignment.bound});
}

TEST(Assignment, no_assignment_costs_less_and_the_bound_says_so) {
    int proven = 0;
    constexpr int count = 3000;
    for (unsigned seed = 0; seed < count; ++seed) {
        const Market market = draw(seed, {.locked = seed % 2 == 0 ? 0 : 30});
        const Assignment assignment = assign(market.costs, market.places);
        const std::int64_t least = least_cost(market);
        ASSERT_EQ(assignment.cost, least) << "seed " << seed;
        ASSERT_LE(assignment.bound, least * Assignment::part) << "seed " << seed;
        const auto fine = verified(market, assignment);
        ASSERT_TRUE(fine.ok()) << "seed " << seed << ": " << fine.error().fields.at(0).code;
        proven += assignment.proven_least();
    }
    EXPECT_EQ(proven, count);
}

TEST(Assignment, among_many_the_bound_is_a_hundred_thousandth_away_with_too_few_places_and_with_too_many) {
    for (const int places : {30, 90}) {
        const Market market = draw(5, {.people = 1500, .roles = 40, .highest = 3000, .places = places});
        const Assignment assignment = assign(market.costs, market.places);
        EXPECT_LT(assignment.gap(), 1e-5) << places << " places at most";
        EXPECT_TRUE(verified(market, assignment).ok());
    }
}

TEST(Assignment, people_all_alike_do_not_bid_for_ever) {
    Market market{CostTable{200, 10}, {.of_role = std::vector<std::uint32_t>(10, 5), .stay = 500}};
    for (std::size_t p = 0; p < 200; ++p)
        for (std::size_t r = 0; r < 10; ++r) market.costs.set(p, r, static_cast<Cost>(10 * r));
    const Assignment assignment = assign(market.costs, market.places);
    EXPECT_LT(assignment.bids, 200 * 600);
    EXPECT_EQ(std::ranges::count_if(assignment.role, [](auto role) { return role != Assignment::left_out; }), 50);
    EXPECT_LT(assignment.gap(), 0.01);
    EXPECT_TRUE(verified(market, assignment).ok());
}

TEST(Assignment, a_tampered_assignment_is_refused) {
    std::mt19937 random{3};
    for (unsigned seed = 0; seed < 1000; ++seed) {
        const Market market = draw(seed, {.people = 12, .roles = 5, .locked = 10});
        Assignment assignment = assign(market.costs, market.places);
        const std::size_t p = random() % assignment.role.size();
        const std::size_t r = random() % assignment.prices.size();
        switch (random() % 4) {
        case 0:
            assignment.cost += random() % 2 == 0 ? 1 : -1;
            break;
        case 1:
            assignment.bound += random() % 2 == 0 ? 1 : -1;
            break;
        case 2:
            assignment.prices[r] = -1;
            break;
        default:
            assignment.role[p] = assignment.role[p] == Assignment::left_out ? static_cast<std::uint32_t>(r) : 77;
            break;
        }
        const auto fine = verified(market, assignment);
        // Somebody left out may cost exactly as much in a role that has a place.
        const bool same = fine.ok() && assignment.role[p] == r;
        ASSERT_TRUE(!fine.ok() || same) << "seed " << seed;
    }
}

TEST(Assignment, locks_beyond_the_places_and_numbers_of_others_are_refused) {
    const CostTable costs{2, 2};
    EXPECT_THROW(assign(costs, {.of_role = {1}}), std::invalid_argument);
    EXPECT_THROW(assign(costs, {.of_role = {1, 1}, .locks = {0}}), std::invalid_argument);
    EXPECT_THROW(assign(costs, {.of_role = {1, 1}, .locks = {0, 0}}), std::invalid_argument);
    EXPECT_THROW(assign(costs, {.of_role = {1, 1}, .locks = {0, 2}}), std::invalid_argument);
}

TEST(Assignment, whoever_cancels_has_an_assignment_within_the_places) {
    const Market market = draw(8, {.people = 400, .roles = 6, .places = 30});
    const Assignment assignment = assign(market.costs, market.places, [] { return true; });
    EXPECT_TRUE(assignment.cancelled);
    EXPECT_TRUE(verified(market, assignment).ok());
}

TEST(Cheapest, every_version_finds_the_same) {
    std::mt19937 random{1};
    for (int round = 0; round < 2000; ++round) {
        const std::size_t width = 32 * (1 + random() % 8);
        std::vector<Cost> cost(width);
        std::vector<std::int32_t> price(width);
        for (Cost& one : cost) one = random() % 10 == 0 ? barred : static_cast<Cost>(random() % 50);
        for (std::int32_t& one : price) one = static_cast<std::int32_t>(random() % 3 * 4096);
        auto sorted = std::vector<std::int32_t>(width);
        for (std::size_t r = 0; r < width; ++r) sorted[r] = static_cast<std::int32_t>(cost[r] * 4096) + price[r];
        const auto first = std::ranges::min_element(sorted) - sorted.begin();
        const std::int32_t least = sorted[static_cast<std::size_t>(first)];
        std::ranges::sort(sorted);
        for (const FindCheapest find : all_find_cheapest())
            ASSERT_EQ(find(cost.data(), price.data(), width),
                      (Cheapest{least, sorted[1], static_cast<std::uint32_t>(first)}));
    }
}

TEST(MissingHours, what_a_role_asks_for_beyond_what_is_held_counts_in_hours) {
    const std::vector<std::vector<Asked>> roles{{{0, 4000, 30}, {1, 2000, 10}}, {{1, 3000, 10}}, {}};
    const std::vector<std::uint32_t> at{0, 2, 2};
    const std::vector<Held> held{{0, 2500}, {1, 5000}};
    const CostTable table = missing_hours(roles, 2, at, held);
    ASSERT_EQ(table.people(), 2U);
    EXPECT_EQ(table.at(0, 0), 45) << "a step and a half of 30 hours; more than asked for of the other helps nothing";
    EXPECT_EQ(table.at(0, 1), 0);
    EXPECT_EQ(table.at(1, 0), 140);
    EXPECT_EQ(table.at(1, 1), 30);
    EXPECT_EQ(table.at(1, 2), 0);
    EXPECT_EQ(table.row(1)[3], barred) << "behind the last role nobody bids";
    EXPECT_THROW(missing_hours(roles, 1, at, held), std::invalid_argument);
}

} // namespace
} // namespace kunna::planning
