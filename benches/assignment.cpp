// People to roles at least total hours:  bench_assignment PEOPLE ROLES PLACES-A-HEAD [FILE]
//
// Prints one JSON object: milliseconds for the costs and the assignment, whether src/verify confirms it, bids, gap and
// peak memory. FILE receives the same problem for the peer: people, roles, stay, places by role, costs row by row.
//
// Seed 7: 2,000 skills; roles ask for 20 to 40; people hold seven tenths of what one role asks for, two steps below to
// one above, and up to 25 more skills, some of which many hold and most few. A step takes 8 to 40 hours by skill;
// leaving somebody out counts 2,000 hours.
#include "planning/assignment.hpp"

#include "splitmix.hpp"
#include "verify/assignment.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sys/resource.h>

using namespace kunna::planning;

namespace {

constexpr std::uint32_t skill_count = 2'000;

struct People {
    std::vector<std::vector<Asked>> roles;
    std::vector<std::uint32_t> held_at{0};
    std::vector<Held> held;
    Places places;
};

People draw(std::uint32_t people, std::uint32_t roles, double places_a_head) {
    SplitMix64 random{7};
    People drawn;
    std::vector<std::uint16_t> hours(skill_count);
    for (std::uint16_t& one : hours) one = static_cast<std::uint16_t>(8 + random.below(33));
    for (std::uint32_t r = 0; r < roles; ++r) {
        std::map<std::uint32_t, int> asked;
        for (int n = 20 + random.below(21); n > 0; --n) asked[random.below(skill_count)] = 1 + random.below(5);
        auto& role = drawn.roles.emplace_back();
        for (const auto& [skill, step] : asked)
            role.push_back({skill, static_cast<std::uint16_t>(step * 1000), hours[skill]});
    }
    std::vector<double> tail; // of weights 1 / (rank + 10)
    for (std::uint32_t s = 0; s < skill_count; ++s) tail.push_back((tail.empty() ? 0 : tail.back()) + 1 / (s + 10.0));
    for (std::uint32_t p = 0; p < people; ++p) {
        std::map<std::uint32_t, int> held;
        for (const Asked& asked : drawn.roles[random.below(roles)])
            if (random.below(10) < 7) held[asked.skill] = std::clamp(asked.level / 1000 - 2 + random.below(4), 0, 5);
        for (int n = 0; n < 25; ++n) {
            const auto at = std::ranges::lower_bound(tail, random.unit() * tail.back()) - tail.begin();
            held.try_emplace(std::min(static_cast<std::uint32_t>(at), skill_count - 1), 1 + random.below(5));
        }
        for (const auto& [skill, step] : held) drawn.held.push_back({skill, static_cast<std::uint16_t>(step * 1000)});
        drawn.held_at.push_back(static_cast<std::uint32_t>(drawn.held.size()));
    }
    for (std::uint32_t r = 0; r < roles; ++r)
        drawn.places.of_role.push_back(
            static_cast<std::uint32_t>(std::max(1.0, places_a_head * people / roles * (0.25 + 1.5 * random.unit()))));
    drawn.places.stay = 2'000;
    return drawn;
}

template <class Work>
double milliseconds(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        fmt::print(stderr, "bench_assignment PEOPLE ROLES PLACES-A-HEAD [FILE]\n");
        return 2;
    }
    const People drawn = draw(static_cast<std::uint32_t>(std::stoul(argv[1])),
                              static_cast<std::uint32_t>(std::stoul(argv[2])), std::atof(argv[3]));
    CostTable costs{0, 0};
    const double costing =
        milliseconds([&] { costs = missing_hours(drawn.roles, skill_count, drawn.held_at, drawn.held, 2); });
    Assignment assignment;
    const double assigning = milliseconds([&] { assignment = assign(costs, drawn.places); });
    rusage used{};
    getrusage(RUSAGE_SELF, &used);

    std::vector<std::uint16_t> rows;
    for (std::size_t p = 0; p < costs.people(); ++p)
        rows.insert(rows.end(), costs.row(p), costs.row(p) + costs.roles());
    const bool verified = kunna::verify::verify_assignment({.roles = costs.roles(),
                                                            .costs = rows,
                                                            .places = drawn.places.of_role,
                                                            .stay = drawn.places.stay,
                                                            .locks = {},
                                                            .role = assignment.role,
                                                            .prices = assignment.prices,
                                                            .cost = assignment.cost,
                                                            .bound = assignment.bound})
                              .ok();
    if (argc > 4) {
        std::ofstream file{argv[4], std::ios::binary};
        const auto write = [&](const auto* from, std::size_t count) {
            file.write(reinterpret_cast<const char*>(from), static_cast<std::streamsize>(count * sizeof *from));
        };
        const std::uint32_t head[] = {static_cast<std::uint32_t>(costs.people()),
                                      static_cast<std::uint32_t>(costs.roles()), drawn.places.stay};
        write(head, std::size(head));
        write(drawn.places.of_role.data(), drawn.places.of_role.size());
        write(rows.data(), rows.size());
        if (!file.flush()) return 1;
    }
    fmt::print(
        R"({{"people":{},"roles":{},"costs":{},"assigning":{},"cost":{},"gap":{},"least":{},"bids":{},"verified":{},"megabytes":{}}})"
        "\n",
        costs.people(), costs.roles(), costing, assigning, assignment.cost, assignment.gap(), assignment.proven_least(),
        assignment.bids, verified, used.ru_maxrss / 1024);
    return 0;
}
