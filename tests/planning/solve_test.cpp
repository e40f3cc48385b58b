#include "planning/certificate.hpp"
#include "planning/solve.hpp"
#include "tiny.hpp"
#include "verify/verify.hpp"

#include <gtest/gtest.h>

namespace kunna::planning {
namespace {

// A few dozen people who want more than there is, at several places.
Problem crowd(unsigned seed, std::size_t people = 60) {
    std::mt19937 random{seed};
    const auto between = [&](int least, int most) { return std::uniform_int_distribution<int>{least, most}(random); };
    Problem problem;
    problem.periods = 2;
    problem.budget = static_cast<std::int64_t>(people) * 4'000;
    for (int n = 0; n < 8; ++n) problem.needs.push_back({between(1, 20), n % 3 == 0 ? 8 * whole_step : unlimited});
    for (std::uint32_t o = 0; o < 24; ++o)
        problem.options.push_back({.activity = o / 2,
                                   .period = static_cast<std::uint8_t>(o % 2),
                                   .minutes = static_cast<std::uint32_t>(between(60, 1200)),
                                   .cost = between(500, 12'000),
                                   .session_cost = o % 5 == 0 ? 3'000 : 0,
                                   .seats = between(2, 12)});
    problem.units.push_back({.budget = problem.budget / 2});
    for (int u = 0; u < 4; ++u) problem.units.push_back({.parent = 0, .away = {6'000, unlimited}});
    for (std::size_t p = 0; p < people; ++p) {
        NewPerson person{.unit = static_cast<std::uint32_t>(1 + p * 4 / people), .minutes = 2'400};
        for (int t = 0; t < 6; ++t)
            person.targets.push_back(
                {static_cast<std::uint32_t>(between(0, 7)), static_cast<std::uint16_t>(between(200, 1000))});
        for (int c = 0; c < 10; ++c) {
            const int first = between(0, 5);
            person.candidates.push_back(
                {.option = static_cast<std::uint32_t>(between(0, 23)),
                 .covers = {{static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(between(1, 6 - first)),
                             static_cast<std::uint8_t>(between(50, 100))}}});
        }
        problem.add(person);
    }
    return problem;
}

TEST(Solve, every_plan_keeps_the_limits_and_none_exceeds_its_bound) {
    int full = 0;
    int near = 0;
    constexpr int count = 600;
    for (unsigned seed = 0; seed < count; ++seed) {
        const Tiny tiny{seed};
        const Solution solution = solve(tiny.problem, {});
        const Value best = tiny.best().value();
        ASSERT_LE(solution.value, best) << "seed " << seed;
        ASSERT_GE(solution.bound * (1 + 1e-12), static_cast<double>(best)) << "seed " << seed;
        const auto verified = verify::verify_plan(certificate(tiny.problem, solution));
        ASSERT_TRUE(verified.ok()) << "seed " << seed << ": " << verified.error().fields.at(0).where << " "
                                   << verified.error().fields.at(0).code;
        EXPECT_EQ(verified->value, solution.value);
        full += solution.value == best;
        near += static_cast<double>(solution.value) >= 0.9 * static_cast<double>(best);
    }
    EXPECT_GE(full, count * 98 / 100) << "plans of the very best";
    EXPECT_GE(near, count * 99 / 100) << "plans within a tenth of it";
}

TEST(Solve, locks_are_kept_or_named) {
    int kept = 0;
    int named = 0;
    for (unsigned seed = 0; seed < 600; ++seed) {
        const Tiny tiny{seed, true};
        const Solution solution = solve(tiny.problem, {});
        const auto best = tiny.best();
        if (!solution.impossible.empty()) {
            for (const std::uint32_t p : solution.impossible)
                ASSERT_TRUE(tiny.bundles_of(p).empty()) << "seed " << seed;
            ++named;
        } else if (!solution.unkept.empty()) {
            ++named;
        } else {
            ASSERT_TRUE(best) << "seed " << seed;
            ASSERT_LE(solution.value, *best) << "seed " << seed;
            ASSERT_TRUE(verify::verify_plan(certificate(tiny.problem, solution)).ok()) << "seed " << seed;
            ++kept;
        }
    }
    EXPECT_GT(kept, 120);
    EXPECT_GT(named, 20);
}

TEST(Solve, one_thread_and_three_make_the_same_plan) {
    const Problem problem = crowd(1, 1700);
    const Solution one = solve(problem, {.threads = 1, .passes = 30});
    const Solution three = solve(problem, {.threads = 3, .passes = 30});
    EXPECT_EQ(one.value, three.value);
    EXPECT_EQ(one.bound, three.bound);
    EXPECT_EQ(one.chosen, three.chosen);
}

TEST(Solve, among_many_the_bound_is_near) {
    const Solution solution = solve(crowd(2, 1000), {});
    EXPECT_LT(solution.gap(), 0.02);
    EXPECT_GT(solution.value, 0);
}

// Nineteen people, and four quarters in which the same two seats are offered: eight can have one.
TEST(Solve, sessions_that_are_alike_are_all_paid_for) {
    Problem problem;
    problem.periods = 4;
    problem.needs.push_back({.weight = 7});
    for (std::uint8_t q = 0; q < 4; ++q)
        problem.options.push_back({.activity = 0, .period = q, .minutes = 60, .seats = 2});
    problem.units.push_back({});
    for (int p = 0; p < 19; ++p) {
        NewPerson person{.unit = 0, .minutes = 600, .targets = {{0, 1000}}};
        for (std::uint32_t o = 0; o < 4; ++o) person.candidates.push_back({.option = o, .covers = {{0, 1, 100}}});
        problem.add(person);
    }
    const Solution solution = solve(problem, {.passes = 1000});
    EXPECT_EQ(solution.value, 8 * 7 * whole_step);
    EXPECT_LT(solution.gap(), 0.02);
}

// Each session costs nine tenths of the budget: one can be held, whoever wants the other.
TEST(Solve, what_a_session_costs_is_shared_by_its_seats_in_the_bound) {
    Problem problem;
    problem.budget = 10'000;
    problem.needs = {{.weight = 10}, {.weight = 6}};
    for (std::uint32_t a = 0; a < 2; ++a)
        problem.options.push_back({.activity = a, .minutes = 60, .session_cost = 9'000, .seats = 5});
    problem.units.push_back({});
    for (std::uint32_t p = 0; p < 10; ++p)
        problem.add({.unit = 0,
                     .minutes = 600,
                     .targets = {{p % 2, 1000}},
                     .candidates = {{.option = p % 2, .covers = {{0, 1, 100}}}}});
    const Solution solution = solve(problem, {.passes = 1000});
    EXPECT_EQ(solution.value, 5 * 10 * whole_step);
    // The rest of the budget would pay for a ninth of the other session.
    EXPECT_NEAR(solution.bound, 5 * 10 * whole_step + 5 * 6 * whole_step / 9.0, 0.01 * 50 * whole_step);
    EXPECT_TRUE(verify::verify_plan(certificate(problem, solution)).ok());
}

TEST(Solve, of_equals_what_takes_less_is_chosen_even_where_nothing_is_limited) {
    Problem problem;
    problem.needs.push_back({.weight = 10});
    problem.options = {{.activity = 0, .minutes = 60}, {.activity = 1, .minutes = 60}};
    problem.units.push_back({});
    problem.add({.minutes = 600,
                 .targets = {{0, 1000}},
                 .candidates = {{.option = 0, .bonus = -7, .covers = {{0, 1, 100}}},
                                {.option = 1, .bonus = -3, .covers = {{0, 1, 100}}}}});
    const Solution solution = solve(problem, {});
    EXPECT_EQ(solution.value, 10 * whole_step - 3);
    EXPECT_TRUE(verify::verify_plan(certificate(problem, solution)).ok());
}

TEST(Solve, a_bonus_for_what_was_promised_keeps_the_plan_when_one_more_lock_comes) {
    const Problem before = crowd(3);
    const Solution first = solve(before, {});
    // The same again; who has something in the first plan is promised it, and one who has nothing is locked.
    std::uint32_t locked = none;
    for (std::uint32_t p = 0; p < before.people() && locked == none; ++p)
        if (first.chosen[p].count == 0) locked = p;
    ASSERT_NE(locked, none);
    Problem after;
    after.budget = before.budget;
    after.periods = before.periods;
    after.needs = before.needs;
    after.options = before.options;
    after.units = before.units;
    for (std::uint32_t p = 0; p < before.people(); ++p) {
        const Person& who = before.person(p);
        NewPerson person{.unit = who.unit, .minutes = who.minutes, .minutes_a_period = who.minutes_a_period};
        person.targets.assign(before.targets(p).begin(), before.targets(p).end());
        for (const Candidate& candidate : before.candidates(p)) {
            const auto covers = before.covers(candidate);
            person.candidates.push_back({candidate.option, candidate.bonus, {covers.begin(), covers.end()}});
        }
        for (const std::uint16_t place : first.chosen[p].items()) person.candidates[place].bonus = 20 * whole_step;
        if (p == locked) person.locks = {{0}};
        after.add(person);
    }
    const Start start{first.prices, first.chosen};
    const Solution second = solve(after, {}, &start);
    ASSERT_TRUE(second.unkept.empty());
    EXPECT_EQ(std::ranges::count(second.chosen[locked].items(), 0), 1);
    int others = 0;
    for (std::uint32_t p = 0; p < before.people(); ++p) others += p != locked && !(second.chosen[p] == first.chosen[p]);
    EXPECT_LE(others, 4) << "who has to change because of one lock";
    EXPECT_TRUE(verify::verify_plan(certificate(after, second)).ok());
}

TEST(Solve, whoever_cancels_has_a_plan_all_the_same) {
    int asked = 0;
    const Problem problem = crowd(4);
    const Solution solution = solve(problem, {.cancelled = [&] { return ++asked == 5; }});
    EXPECT_TRUE(solution.cancelled);
    EXPECT_EQ(asked, 5);
    EXPECT_GT(solution.value, 0);
    EXPECT_TRUE(verify::verify_plan(certificate(problem, solution)).ok());
}

TEST(Solve, without_money_only_what_is_free_is_planned) {
    Problem problem = crowd(5);
    problem.budget = 0;
    problem.options[3].cost = 0;
    problem.options[3].session_cost = 0;
    const Solution solution = solve(problem, {});
    int planned = 0;
    for (std::uint32_t p = 0; p < problem.people(); ++p)
        for (const std::uint16_t place : solution.chosen[p].items()) {
            EXPECT_EQ(problem.candidates(p)[place].option, 3U);
            ++planned;
        }
    EXPECT_GT(planned, 0);
}

TEST(Solve, what_cannot_be_is_refused_before_anything_is_planned) {
    Problem problem;
    problem.needs = {{.weight = 1}};
    problem.options = {{}};
    problem.units = {{}, {}};
    EXPECT_THROW(problem.add({.unit = 2}), std::invalid_argument) << "no such unit";
    EXPECT_THROW(problem.add({.targets = {{1, 1000}}}), std::invalid_argument) << "no such need";
    EXPECT_THROW(problem.add({.targets = {{0, 0}}}), std::invalid_argument) << "nothing is missing";
    EXPECT_THROW(problem.add({.candidates = {{.option = 1}}}), std::invalid_argument) << "no such option";
    EXPECT_THROW(problem.add({.candidates = {{.option = 0, .covers = {{0, 1, 50}}}}}), std::invalid_argument)
        << "no such target";
    EXPECT_THROW(problem.add({.targets = {{0, 500}, {0, 500}},
                              .candidates = {{.option = 0, .covers = {{0, 2, 50}, {1, 1, 50}}}}}),
                 std::invalid_argument)
        << "a target twice";
    EXPECT_THROW(problem.add({.locks = {{}}}), std::invalid_argument) << "a lock that nothing keeps";
    problem.add({.unit = 1});
    EXPECT_THROW(problem.add({.unit = 0}), std::invalid_argument) << "out of order";
    EXPECT_EQ(problem.people(), 1U);
}

TEST(Solve, nobody_at_all_is_a_plan_worth_nothing) {
    Problem problem;
    problem.units = {{}};
    const Solution solution = solve(problem, {});
    EXPECT_EQ(solution.value, 0);
    EXPECT_EQ(solution.bound, 0);
    EXPECT_TRUE(verify::verify_plan(certificate(problem, solution)).ok());
}

} // namespace
} // namespace kunna::planning
