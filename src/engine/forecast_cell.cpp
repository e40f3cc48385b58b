// One cell, 16 months at a time.
#include "engine/forecast_cell.hpp"

#include "engine/kernel.hpp"

#include <cmath>
#include <cstring>

// Vectors are passed by reference between functions that are always inlined: no ABI is involved.
#pragma GCC diagnostic ignored "-Wpragmas"
#pragma GCC diagnostic ignored "-Wunknown-warning-option"
#pragma GCC diagnostic ignored "-Wpsabi"

#define KUNNA_INLINE [[gnu::always_inline]] inline

// A namespace of its own: files are built several at a time, and others name their parts alike.
namespace kunna::engine::months {

namespace {

using Lanes = float __attribute__((vector_size(month_lanes * sizeof(float))));
using Bits = std::int32_t __attribute__((vector_size(month_lanes * sizeof(std::int32_t))));

// Cells with more posts are taken as normal.
constexpr int most_exact = 48;
// Newcomers of a small inflow are counted one by one, as this many who each may come.
constexpr int phantoms = 4;
constexpr float few_newcomers = 0.75F;
// How far from its mean the demand is looked at, in standard deviations.
constexpr float reach = 3.5F;
// Where the demand itself is so uncertain, in people, a sum of posts is as good as normal.
constexpr float smooth = 0.7F;

KUNNA_INLINE Lanes load(const float* from) {
    Lanes to;
    std::memcpy(&to, from, sizeof to);
    return to;
}

KUNNA_INLINE void add(float* to, const Lanes& what) {
    Lanes sum = load(to) + what;
    std::memcpy(to, &sum, sizeof sum);
}

// Newton's steps for 1/√x, from the usual first guess.
KUNNA_INLINE Lanes root(const Lanes& of) {
    Bits bits;
    std::memcpy(&bits, &of, sizeof bits);
    bits = 0x5F3759DF - (bits >> 1);
    Lanes y;
    std::memcpy(&y, &bits, sizeof y);
    for (int step = 0; step < 3; ++step) y = y * (1.5F - 0.5F * of * y * y);
    return of * y;
}

// E[(N − y)+] for a standard normal N, to 2e-5: the sixteenth root of what lies beyond |y| is nearly a straight line.
KUNNA_INLINE Lanes beyond(const Lanes& y) {
    const Lanes far = y < 0 ? -y : y;
    const Lanes x = far > 4.5F ? Lanes{} + 4.5F : far;
    Lanes root16 =
        0.944186877F +
        x * (-0.074011338F +
             x * (-0.0137593725F +
                  x * (-0.000757324722F + x * (0.000518157771F + x * (-3.39411982e-05F + x * -1.39570703e-07F)))));
    root16 *= root16;
    root16 *= root16;
    root16 *= root16;
    root16 *= root16;
    return root16 + (y < 0 ? far : Lanes{});
}

// How many posts are short, by number: a sum of independent ones, up to `most`.
struct Counts {
    Lanes chance[most_exact + phantoms + 1];
    int known = 0;
};

KUNNA_INLINE void start(Counts& counts, int most) {
    counts.chance[0] = Lanes{} + 1;
    for (int j = 1; j <= most; ++j) counts.chance[j] = Lanes{};
    counts.known = 0;
}

KUNNA_INLINE void one_more(Counts& counts, const Lanes& able, const Lanes& lacks, int most) {
    if (counts.known < most) ++counts.known;
    for (int j = counts.known; j > 0; --j) counts.chance[j] = counts.chance[j] * able + counts.chance[j - 1] * lacks;
    counts.chance[0] *= able;
}

struct Plan {
    bool exact = false;
    int phantom = 0;
    int most = 0; // of the counts
};

KUNNA_INLINE Plan plan(const CellTask& task, std::size_t chunk) {
    Plan made;
    made.exact = task.posts <= most_exact && task.base * task.least_sd[chunk] < smooth;
    if (!made.exact) return made;
    const float inflow = task.inflow[0] == nullptr ? 0 : task.base * task.most_inflow[chunk];
    made.phantom = inflow > 0 && inflow <= few_newcomers ? phantoms : 0;
    const float sd = task.base * task.most_sd[chunk];
    const float late = made.phantom > 0 ? inflow * inflow / phantoms : inflow;
    const float slack = task.posts + static_cast<float>(made.phantom) + (made.phantom > 0 ? 0 : inflow) -
                        task.base * task.least_shape[chunk];
    const float wanted = slack + reach * std::sqrt(sd * sd + late);
    const int all = static_cast<int>(task.posts) + made.phantom;
    made.most = wanted <= 0 ? 0 : wanted >= static_cast<float>(all) ? all : static_cast<int>(std::ceil(wanted));
    return made;
}

// What is a sum over posts, by node; told are the mean of what is held, its spread, and how the nodes differ.
struct PostSums {
    Lanes held{}; // able or unknown
    Lanes shock{};
};

KUNNA_INLINE PostSums add_sums(const CellTask& task, const CellOut& out, std::size_t at, const Lanes& there) {
    const std::size_t length = task.chunks * month_lanes;
    PostSums told;
    Lanes spread{};
    Lanes unknown{};
    Lanes square{};
    for (std::size_t node = 0; node < task.nodes; ++node) {
        const auto weight = static_cast<float>(task.weight[node]);
        Lanes able{};
        Lanes own_spread{};
        Lanes own_unknown{};
        if (task.inflow[node] != nullptr) {
            able = task.base * load(task.inflow[node] + at);
            own_spread = able;
        }
        for (const Stock::Entry& entry : task.entries) {
            const auto people = static_cast<float>(entry.people);
            const std::size_t tenure = static_cast<std::size_t>(entry.tenure()) * length + at;
            const Lanes stay = load(task.stay[node] + tenure);
            Lanes able_one = load(task.refill[node] + tenure);
            if (entry.level() == state_unknown)
                own_unknown += people * stay;
            else
                able_one += stay * load(task.level + static_cast<std::size_t>(entry.level()) * length + at);
            able += people * able_one;
            own_spread += people * able_one * (1 - able_one);
        }
        add(out.able[node] + at, able * there);
        spread += weight * own_spread;
        unknown += weight * own_unknown;
        const Lanes held = able + own_unknown;
        told.held += weight * held;
        square += weight * held * held;
    }
    add(out.spread + at, spread * there);
    add(out.unknown + at, unknown * there);
    told.shock = square - told.held * told.held;
    told.shock = told.shock < 0 ? Lanes{} : told.shock;
    return told;
}

// Each post by its mean over the nodes; how the nodes move all posts together is spread like the demand's.
KUNNA_INLINE Lanes shortage(const CellTask& task, std::size_t chunk, const PostSums& sums, const Lanes& demand) {
    const std::size_t length = task.chunks * month_lanes;
    const std::size_t at = chunk * month_lanes;
    const Plan how = plan(task, chunk);
    const Lanes demand_sd = task.base * load(task.shape_sd + at);
    Lanes late{};
    if (task.inflow[0] != nullptr) late = task.base * load(task.mean_inflow + at);
    Lanes vague = demand_sd * demand_sd + sums.shock + 1e-12F;
    const Lanes mean = demand - sums.held; // what is lacking, less what is too much
    if (!how.exact) {
        vague += late;
        for (const Stock::Entry& entry : task.entries) {
            const std::size_t tenure = static_cast<std::size_t>(entry.tenure()) * length + at;
            Lanes held = load(task.mean_stay + tenure);
            if (entry.level() != state_unknown)
                held *= load(task.level + static_cast<std::size_t>(entry.level()) * length + at);
            held += load(task.mean_refill + tenure);
            vague += static_cast<float>(entry.people) * held * (1 - held);
        }
        const Lanes sd = root(vague);
        return mean + sd * beyond(mean / sd);
    }
    Counts counts;
    start(counts, how.most);
    Lanes room = demand - task.posts; // short even if every post were held
    if (how.phantom > 0) {
        const Lanes comes = late / phantoms;
        const Lanes not_yet = 1 - comes;
        for (int i = 0; i < phantoms; ++i) one_more(counts, comes, not_yet, how.most);
        room -= phantoms;
        vague += late * comes;
    } else {
        vague += late;
        room -= late;
    }
    for (const Stock::Entry& entry : task.entries) {
        const std::size_t tenure = static_cast<std::size_t>(entry.tenure()) * length + at;
        Lanes held = load(task.mean_stay + tenure);
        if (entry.level() != state_unknown)
            held *= load(task.level + static_cast<std::size_t>(entry.level()) * length + at);
        held += load(task.mean_refill + tenure);
        const Lanes lacks = 1 - held;
        for (std::uint32_t i = 0; i < entry.people; ++i) one_more(counts, held, lacks, how.most);
    }
    const Lanes sd = root(vague);
    const Lanes scale = 1 / sd;
    Lanes too_much{};
    for (int j = 0; j <= how.most; ++j) too_much += counts.chance[j] * beyond((room + static_cast<float>(j)) * scale);
    return mean + sd * too_much;
}

KUNNA_INLINE void cell(const CellTask& task, const CellOut& out) {
    for (std::size_t chunk = 0; chunk < task.chunks; ++chunk) {
        const std::size_t at = chunk * month_lanes;
        const Lanes there = load(task.there + at);
        const Lanes demand = task.base * load(task.shape + at);
        const PostSums sums = add_sums(task, out, at, there);
        Lanes lack = shortage(task, chunk, sums, demand);
        // Never less than nothing, and never more than is asked for.
        lack = lack < 0 ? Lanes{} : lack;
        lack = lack > demand ? demand : lack;
        add(out.shortage + at, lack * there);
        add(out.demand + at, demand * there);
        if (out.lacking == nullptr) continue;
        add(out.lacking + at, lack * there);
        add(out.required + at, demand * there);
    }
}

void plain_cell(const CellTask& task, const CellOut& out) {
    cell(task, out);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void avx2_cell(const CellTask& task, const CellOut& out) {
    cell(task, out);
}

[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void avx512_cell(const CellTask& task, const CellOut& out) {
    cell(task, out);
}
#endif

} // namespace

} // namespace kunna::engine::months

namespace kunna::engine {

std::vector<CellFunction> cell_functions() {
    std::vector<CellFunction> all{months::plain_cell};
#if defined(__x86_64__)
    if (supported(Simd::avx2) && __builtin_cpu_supports("fma") != 0) all.push_back(months::avx2_cell);
    if (supported(Simd::avx512)) all.push_back(months::avx512_cell);
#endif
    return all;
}

CellFunction cell_function() {
    static const CellFunction best = cell_functions().back();
    return best;
}

} // namespace kunna::engine
