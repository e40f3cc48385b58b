#include "planning/chooser.hpp"
#include "tiny.hpp"

#include <gtest/gtest.h>

namespace kunna::planning {
namespace {

Prices drawn_prices(const Problem& problem, unsigned seed) {
    std::mt19937 random{seed};
    const auto draw = [&](double most) { return std::uniform_real_distribution<double>{0, most}(random); };
    Prices prices{problem};
    prices.money = draw(40'000);
    for (double& price : prices.unit_money) price = draw(10'000);
    for (double& price : prices.away) price = draw(5'000);
    for (double& price : prices.seat) price = draw(200'000);
    for (std::size_t n = 0; n < prices.credit.size(); ++n)
        prices.credit[n] = draw(static_cast<double>(problem.needs[n].weight));
    return prices;
}

TEST(Chooser, a_person_chooses_what_is_best_of_all_that_may_be_chosen) {
    int chose = 0;
    for (unsigned seed = 0; seed < 3000; ++seed) {
        const Tiny tiny{seed, true};
        const Problem& problem = tiny.problem;
        Tariff tariff{problem};
        tariff.set(problem, drawn_prices(problem, seed));
        Chooser chooser{problem};
        for (std::size_t p = 0; p < problem.people(); ++p) {
            chooser.look_at(p, tariff);
            const Chooser::Choice choice = chooser.best();
            double best = Chooser::out;
            for (const Bundle& bundle : tiny.bundles_of(p)) best = std::max(best, chooser.worth_of(bundle));
            ASSERT_NEAR(choice.worth, best, 1e-6) << "seed " << seed << ", person " << p;
            if (best == Chooser::out) continue;
            ASSERT_TRUE(allowed(problem, p, choice.bundle)) << "seed " << seed;
            ASSERT_NEAR(chooser.worth_of(choice.bundle), best, 1e-6) << "seed " << seed;
            chose += choice.bundle.count;
        }
    }
    EXPECT_GT(chose, 1000);
}

TEST(Chooser, two_courses_for_the_same_step_count_once) {
    Problem problem;
    problem.needs = {{.weight = 10}};
    problem.options = {{.activity = 0}, {.activity = 1}};
    problem.units = {{}};
    NewPerson person{.minutes = 100, .targets = {{0, 1000}}};
    person.candidates = {{.option = 0, .covers = {{0, 1, 60}}}, {.option = 1, .covers = {{0, 1, 90}}}};
    problem.add(person);
    Tariff tariff{problem};
    tariff.set(problem, Prices{problem});
    Chooser chooser{problem};
    chooser.look_at(0, tariff);
    const auto choice = chooser.best();
    EXPECT_EQ(choice.worth, 10.0 * 1000 * 90);
    ASSERT_EQ(choice.bundle.count, 1);
    EXPECT_EQ(choice.bundle.chosen[0], 1);
}

} // namespace
} // namespace kunna::planning
