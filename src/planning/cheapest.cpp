// The two cheapest roles of one person at given prices.
#include "planning/cheapest.hpp"

#include "engine/kernel.hpp"
#include "planning/assignment.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace kunna::planning {

namespace {

constexpr std::size_t lanes = CostTable::width_of;

// Each of 32 lanes keeps the two least of every 32nd role, without a branch; the lanes are compared at the end. The
// place is looked for once the least is known. Inlined into each version, so that it is built for its processor.
[[gnu::always_inline]] inline Cheapest cheapest(const Cost* cost, const std::int32_t* price, std::size_t width) {
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    std::array<std::int32_t, lanes> first;
    std::array<std::int32_t, lanes> second;
    first.fill(most);
    second.fill(most);
    for (std::size_t at = 0; at < width; at += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const auto value = static_cast<std::int32_t>(cost[at + lane] * Assignment::part) + price[at + lane];
            second[lane] = std::min(second[lane], std::max(first[lane], value));
            first[lane] = std::min(first[lane], value);
        }
    Cheapest of{most, most, 0};
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        of.second = std::min({of.second, second[lane], std::max(of.first, first[lane])});
        of.first = std::min(of.first, first[lane]);
    }
    while (static_cast<std::int32_t>(cost[of.role] * Assignment::part) + price[of.role] != of.first) ++of.role;
    return of;
}

Cheapest plain(const Cost* cost, const std::int32_t* price, std::size_t width) {
    return cheapest(cost, price, width);
}
#if defined(__x86_64__)
[[gnu::target("avx2")]] Cheapest avx2(const Cost* cost, const std::int32_t* price, std::size_t width) {
    return cheapest(cost, price, width);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] Cheapest avx512(const Cost* cost, const std::int32_t* price,
                                                                      std::size_t width) {
    return cheapest(cost, price, width);
}
#endif

} // namespace

std::vector<FindCheapest> all_find_cheapest() {
    std::vector<FindCheapest> all{plain};
#if defined(__x86_64__)
    if (engine::supported(engine::Simd::avx2)) all.push_back(avx2);
    if (engine::supported(engine::Simd::avx512)) all.push_back(avx512);
#endif
    return all;
}

FindCheapest find_cheapest() {
    static const FindCheapest best = all_find_cheapest().back();
    return best;
}

} // namespace kunna::planning
