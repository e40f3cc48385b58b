// Forecast: makes a workforce by performance.md §D, units of 50 with six roles, and measures the analytic forecast of
// every role × unit × month over five years beside runs of the simulator over the same workforce.
//
//   bench_forecast PEOPLE REQUIREMENTS REPEATS RUNS
//
// REQUIREMENTS of each role: 1 is the table of performance.md §D. Prints one JSON object: milliseconds; the simulator's
// are the mean of RUNS on one thread. `off`: how far the simulated mean shortage of the last month lies from the
// forecast, in standard errors of that mean.
#include "engine/forecast.hpp"

#include "engine/builder.hpp"
#include "engine/simulate.hpp"
#include "splitmix.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>

using namespace kunna;
using namespace kunna::engine;

namespace {

constexpr int skill_count = 13'939;
constexpr int role_count = 500;
constexpr int people_a_unit = 50;
constexpr int roles_a_unit = 6;
constexpr int months = 60;

Snapshot make_workforce(int people, int requirements) {
    SplitMix64 random{3};
    Builder builder{Settings{}};
    for (int s = 0; s < skill_count; ++s) builder.add_skill({s, static_cast<SkillKind>(s % 3), 5});
    std::vector<std::vector<Requirement>> roles;
    for (int r = 0; r < role_count; ++r) {
        std::vector<Requirement> needs;
        for (int n = 0; n < requirements; ++n)
            needs.push_back({static_cast<SkillIndex>((r * 29 + n * 97) % skill_count),
                             Level::of_step(1 + random.below(5)), 1, false});
        roles.push_back(needs);
        builder.add_role(r, needs);
    }
    const Date day = *Date::parse("2026-11-21");
    for (int first = 0; first < people; first += people_a_unit) {
        const auto unit = static_cast<std::uint32_t>(first / people_a_unit);
        builder.add_unit(unit, no_index);
        int here[roles_a_unit];
        for (int& role : here) role = random.below(role_count);
        for (int p = first; p < std::min(people, first + people_a_unit); ++p) {
            const int role = here[random.below(roles_a_unit)];
            builder.add_person({.id = p, .unit = unit, .roles = {static_cast<RoleIndex>(role)}});
            for (const Requirement& need : roles[static_cast<std::size_t>(role)]) {
                if (random.below(100) < 12) continue; // nothing is known
                const int step = need.required.units / Level::units_per_step - 2 + random.below(4);
                builder.add_evidence(static_cast<PersonIndex>(p),
                                     Evidence::of(need.skill, Source::manager, std::clamp(step, 0, 5), day - 100));
            }
        }
    }
    return builder.build(day, 2).unwrap();
}

Assumptions assume(const Stock& stock) {
    Assumptions a;
    a.months = months;
    for (int r = 0; r < role_count; ++r)
        a.roles.push_back({.hazard = 0.007 + 0.0005 * (r % 8), .first_year = 1.8, .others = 0.003, .refill = 0.9});
    a.decay = {0.003, 0.0017, 0.001};
    a.training = 0.024;
    a.attrition_spread = 0.2;
    a.demand_spread = 0.03;
    for (const double growth : {0.0, 0.02, -0.05}) {
        DemandPath path;
        for (int t = 0; t <= months; ++t) path.demand.push_back(std::pow(1 + growth, t / 12.0));
        a.shapes.push_back(path);
    }
    for (const Stock::Group& group : stock.groups()) a.shape_of.push_back(group.role % 3U);
    return a;
}

using Clock_ = std::chrono::steady_clock;
double ms_since(Clock_::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock_::now() - start).count();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const int people = std::atoi(argv[1]);
    const int repeats = std::atoi(argv[3]);
    const int runs = std::atoi(argv[4]);
    const Snapshot snapshot = make_workforce(people, std::atoi(argv[2]));
    const std::vector<std::uint8_t> tenure = [&] {
        SplitMix64 random{11};
        std::vector<std::uint8_t> all(snapshot.person_end());
        for (auto& months_here : all) months_here = static_cast<std::uint8_t>(std::min(12, random.below(90)));
        return all;
    }();
    auto start = Clock_::now();
    const Stock stock{snapshot, tenure};
    const double stocking = ms_since(start);
    const Assumptions assumed = assume(stock);
    double best[2]{1e9, 1e9};
    double shortage = 0;
    for (int threads = 1; threads <= 2; ++threads)
        for (int i = 0; i < repeats; ++i) {
            start = Clock_::now();
            const Forecast made = forecast(snapshot, stock, assumed, {}, threads);
            best[threads - 1] = std::min(best[threads - 1], ms_since(start));
            shortage = 0;
            for (std::size_t row = 0; row < made.skills.rows(); ++row)
                shortage += made.skills.at(row, Tracks::shortage)[months];
        }
    std::optional<Simulator> simulator;
    if (runs > 0) simulator.emplace(snapshot, tenure, assumed);
    double sum = 0;
    double square = 0;
    start = Clock_::now();
    for (int r = 0; r < runs; ++r) {
        double short_ = 0;
        simulator->run(static_cast<std::uint64_t>(r), [&](const Drawn& drawn) {
            if (drawn.month == months) short_ += drawn.shortage();
        });
        sum += short_ / runs;
        square += short_ * short_ / runs;
    }
    const double run = runs > 0 ? ms_since(start) / runs : 0;
    const double error = std::sqrt(std::max(1e-9, square - sum * sum) / std::max(1, runs - 1));
    fmt::print("{{\"people\":{},\"cells\":{},\"stock\":{:.2f},\"one\":{:.3f},\"two\":{:.3f},\"run\":{:.3f},"
               "\"shortage\":{:.2f},\"simulated\":{:.2f},\"off\":{:.2f}}}\n",
               people, stock.cell_count(), stocking, best[0], best[1], run, shortage, sum, (sum - shortage) / error);
    return 0;
}
