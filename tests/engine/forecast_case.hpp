// A workforce to forecast, and how far simulated numbers may lie from computed ones.
#pragma once

#include "engine/simulate.hpp"
#include "workforce.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace kunna::engine::testing {

struct Case {
    Snapshot snapshot;
    std::vector<std::uint8_t> tenure;
    std::vector<std::uint8_t> age{}; // none known when empty
    Stock stock;
    Assumptions assumed;

    [[nodiscard]] Forecast forecast(const Selection& of = {}, int threads = 1) const {
        return engine::forecast(snapshot, stock, assumed, of, threads);
    }
};

inline std::vector<double> growing(int months, double a_year) {
    std::vector<double> by_month;
    for (int t = 0; t <= months; ++t) by_month.push_back(std::pow(1 + a_year, t / 12.0));
    return by_month;
}

// Few roles, units of all sizes, levels known and unknown, everything that may happen happening.
inline Case make_case(unsigned seed, int months) {
    Case made;
    PlainWorkforce plain = random_workforce(seed, {.people = 160,
                                                   .units = 12,
                                                   .skills = 10,
                                                   .roles = 5,
                                                   .most_requirements = 6,
                                                   .most_roles = 1,
                                                   .evidence = 14});
    // Parts of a post in quarters.
    for (PlainPerson& person : plain.people) person.fte = std::max(250, person.fte / 250 * 250);
    plain.roles[0].clear();
    plain.roles[1] = {{2, Level::of_step(3), 1, false}, {5, Level::of_step(1), 1, false}};
    made.snapshot = snapshot_of(plain);
    std::mt19937 random{seed};
    for (PersonIndex p = 0; p < made.snapshot.person_end(); ++p)
        made.tenure.push_back(static_cast<std::uint8_t>(random() % 3 == 0 ? random() % 12 : 12));
    made.stock = Stock{made.snapshot, made.tenure};
    Assumptions& a = made.assumed;
    a.months = months;
    a.roles.assign(made.snapshot.role_count(), {.hazard = 0.012, .first_year = 1.8, .others = 0.003, .refill = 0.8});
    a.roles[2].hazard = 0.03;
    a.roleless = {.hazard = 0.02, .first_year = 1.5, .others = 0.003};
    a.decay = {0.01, 0.006, 0.003};
    a.training = 0.03;
    a.ready = 0.6;
    a.attrition_spread = 0.25;
    a.demand_spread = 0.03;
    a.shapes = {{growing(months, 0.02)}, {growing(months, -0.15)}, {growing(months, 0.10)}};
    for (const Stock::Group& group : made.stock.groups()) a.shape_of.push_back(group.role % 3);
    return made;
}

struct Moments {
    double mean = 0;
    double variance = 0;
    double error = 0; // of the mean
};

inline Moments moments(const std::vector<double>& of) {
    Moments m;
    for (const double x : of) m.mean += x / static_cast<double>(of.size());
    for (const double x : of) m.variance += (x - m.mean) * (x - m.mean) / static_cast<double>(of.size() - 1);
    m.error = std::sqrt(m.variance / static_cast<double>(of.size()));
    return m;
}

// Of many comparisons some are more than two standard errors off; none may be far off, and not more than chance allows.
struct Errors {
    int all = 0;
    int beyond_two = 0;
    double worst = 0;

    void add(double found, double expected, double error, double tolerance = 1e-3) {
        const double off = std::max(0.0, std::abs(found - expected) - tolerance);
        const double z = off == 0 ? 0 : off / std::max(error, 1e-12);
        ++all;
        beyond_two += z > 2;
        worst = std::max(worst, z);
    }
    void expect_chance(const char* what) const {
        SCOPED_TRACE(what);
        EXPECT_GT(all, 50);
        EXPECT_LT(beyond_two, 0.10 * all);
        EXPECT_LT(worst, 4.5);
    }
};

} // namespace kunna::engine::testing
