// Cells and units, 16 months at a time.
#include "engine/forecast_cell.hpp"

#include "engine/kernel.hpp"
#include "engine/month_lanes.hpp"

#include <cmath>

// A namespace of its own: files are built several at a time, and others name their parts alike.
namespace kunna::engine::months {

namespace {

// Cells with more posts are taken as normal.
constexpr int most_exact = 48;
// Newcomers of a small inflow are counted one by one, as this many who each may come.
constexpr int phantoms = 4;
constexpr float few_newcomers = 0.75F;
// How far from its mean the demand is looked at, in standard deviations.
constexpr float reach = 3.5F;
// Where the demand itself is so uncertain, in people, a sum of posts is as good as normal.
constexpr float smooth = 0.7F;

struct Plan {
    bool exact = false;
    int phantom = 0;
    int most = 0; // of the posts that are counted as short
};

KUNNA_INLINE Plan plan(const SlotTask& task, const PostsCell& cell, std::size_t chunk) {
    Plan made;
    made.exact = cell.posts <= most_exact && cell.base * task.shape.least_sd[chunk] < smooth;
    if (!made.exact) return made;
    const float inflow = task.inflow.row[0] == nullptr ? 0 : cell.base * task.inflow.most[chunk];
    made.phantom = inflow > 0 && inflow <= few_newcomers ? phantoms : 0;
    const float sd = cell.base * task.shape.most_sd[chunk];
    const float late = made.phantom > 0 ? inflow * inflow / phantoms : inflow;
    const float slack = cell.posts + static_cast<float>(made.phantom) + (made.phantom > 0 ? 0 : inflow) -
                        cell.base * task.shape.least[chunk];
    const float wanted = slack + reach * std::sqrt(sd * sd + late);
    const int all = static_cast<int>(cell.posts) + made.phantom;
    made.most = wanted <= 0 ? 0 : wanted >= static_cast<float>(all) ? all : static_cast<int>(std::ceil(wanted));
    return made;
}

KUNNA_INLINE std::span<const Heads> heads_of(const SlotTask& task, const PostsCell& cell) {
    return task.heads.subspan(cell.first, cell.end - cell.first);
}

constexpr std::size_t alike_floats = directions * month_lanes;

// What a cell's posts do together.
struct CellSums {
    Lanes held{};  // able or unknown
    Lanes vague{}; // variance that is taken as normal
    Lanes late{};  // newcomers of growth
};

KUNNA_INLINE CellSums sums_of(const SlotTask& task, const PostsCell& cell, const Lanes& sd, const Lanes* inflow) {
    CellSums sums;
    Lanes first{};
    Lanes second{};
    for (const Heads& heads : heads_of(task, cell)) {
        const float* at = task.table + heads.alike * alike_floats;
        const auto people = static_cast<float>(heads.people);
        sums.held += people * load(at);
        first += people * load(at + month_lanes);
        second += people * load(at + 2 * month_lanes);
    }
    if (task.inflow.row[0] != nullptr) {
        sums.late = cell.base * inflow[0];
        sums.held += sums.late;
        first += cell.base * inflow[1];
        second += cell.base * inflow[2];
    }
    const Lanes demand_sd = cell.base * sd;
    sums.vague = demand_sd * demand_sd + first * first + second * second + 1e-12F;
    return sums;
}

// Each post by its mean over the nodes; how the nodes move all posts together is spread like the demand's.
KUNNA_INLINE Lanes normal_shortage(const SlotTask& task, const PostsCell& cell, const CellSums& sums,
                                   const Lanes& demand) {
    Lanes vague = sums.vague + sums.late;
    for (const Heads& heads : heads_of(task, cell)) {
        const Lanes held = load(task.table + heads.alike * alike_floats);
        vague += static_cast<float>(heads.people) * held * (1 - held);
    }
    const Lanes mean = demand - sums.held; // what is lacking, less what is too much
    const Lanes sd = root(vague);
    return mean + sd * beyond(mean / sd);
}

// What is held beyond the demand: of posts less those that are short, by their number, a sum of independent ones. A
// constant `most` keeps the chances of all numbers in registers.
struct Surplus {
    const SlotTask& task;
    const PostsCell& cell;
    Lanes comes; // the chance of a phantom
    int phantom;
    Lanes room; // short even if every post were held
    Lanes scale;
};

KUNNA_INLINE void one_more(Lanes* chance, const Lanes& able, int most) {
    const Lanes lacks = 1 - able;
    for (int j = most; j > 0; --j) chance[j] = chance[j] * able + chance[j - 1] * lacks;
    chance[0] *= able;
}

KUNNA_INLINE Lanes beyond_room(const Surplus& of, const Lanes* chance, int most) {
    Lanes too_much{};
    for (int j = 0; j <= most; ++j) too_much += chance[j] * beyond((of.room + static_cast<float>(j)) * of.scale);
    return too_much;
}

template <int most>
KUNNA_INLINE Lanes few(const Surplus& of) {
    Lanes chance[most + 1];
    chance[0] = Lanes{} + 1;
    for (int j = 1; j <= most; ++j) chance[j] = Lanes{};
    for (int i = 0; i < of.phantom; ++i) one_more(chance, of.comes, most);
    for (const Heads& heads : heads_of(of.task, of.cell)) {
        const Lanes able = load(of.task.table + heads.alike * alike_floats);
        for (std::uint32_t i = 0; i < heads.people; ++i) one_more(chance, able, most);
    }
    return beyond_room(of, chance, most);
}

KUNNA_INLINE Lanes many(const Surplus& of, int most) {
    Lanes chance[most_exact + phantoms + 1];
    chance[0] = Lanes{} + 1;
    for (int j = 1; j <= most; ++j) chance[j] = Lanes{};
    int known = 0;
    const auto next = [&](const Lanes& able) {
        if (known < most) ++known;
        one_more(chance, able, known);
    };
    for (int i = 0; i < of.phantom; ++i) next(of.comes);
    for (const Heads& heads : heads_of(of.task, of.cell)) {
        const Lanes able = load(of.task.table + heads.alike * alike_floats);
        for (std::uint32_t i = 0; i < heads.people; ++i) next(able);
    }
    return beyond_room(of, chance, most);
}

KUNNA_INLINE Lanes exact_shortage(const SlotTask& task, const PostsCell& cell, const Plan& how, const CellSums& sums,
                                  const Lanes& demand) {
    Surplus of{task, cell, sums.late / phantoms, how.phantom, demand - cell.posts, {}};
    Lanes vague = sums.vague;
    if (how.phantom > 0) {
        of.room -= phantoms;
        vague += sums.late * of.comes;
    } else {
        of.room -= sums.late;
        vague += sums.late;
    }
    const Lanes sd = root(vague);
    of.scale = 1 / sd;
    Lanes too_much;
    switch (how.most) {
    case 0:
        too_much = few<0>(of);
        break;
    case 1:
        too_much = few<1>(of);
        break;
    case 2:
        too_much = few<2>(of);
        break;
    case 3:
        too_much = few<3>(of);
        break;
    case 4:
        too_much = few<4>(of);
        break;
    case 5:
        too_much = few<5>(of);
        break;
    case 6:
        too_much = few<6>(of);
        break;
    case 7:
        too_much = few<7>(of);
        break;
    case 8:
        too_much = few<8>(of);
        break;
    default:
        too_much = many(of, how.most);
    }
    return demand - sums.held + sd * too_much;
}

// What is a sum over all people, and the table.
KUNNA_INLINE void add_alike(const SlotTask& task, std::size_t at, const Lanes& there) {
    Lanes able[most_nodes]{};
    Lanes spread{};
    Lanes unknown{};
    float* table = task.table;
    for (const Alike& alike : task.alike) {
        Lanes told[directions]{};
        for (std::size_t node = 0; node < task.nodes; ++node) {
            const Lanes stay = load(alike.stay[node] + at);
            Lanes one = load(alike.refill[node] + at);
            if (alike.level != nullptr) one += stay * load(alike.level + at);
            able[node] += alike.people * one;
            spread += task.weight[node] * alike.people * one * (1 - one);
            if (alike.level == nullptr) {
                unknown += task.weight[node] * alike.people * stay;
                one += stay;
            }
            for (std::size_t d = 0; d < directions; ++d) told[d] += task.direction[d][node] * one;
        }
        for (std::size_t d = 0; d < directions; ++d) write(table + d * month_lanes, told[d]);
        table += alike_floats;
    }
    float base = 0;
    for (const PostsCell& cell : task.cells) base += cell.base;
    for (std::size_t node = 0; node < task.nodes; ++node) {
        if (task.inflow.row[node] != nullptr) {
            const Lanes come = base * load(task.inflow.row[node] + at);
            able[node] += come;
            spread += task.weight[node] * come;
        }
        add(task.able[node] + at, able[node] * there);
    }
    add(task.spread + at, spread * there);
    add(task.unknown + at, unknown * there);
    add(task.demand + at, base * load(task.shape.demand + at) * there);
}

KUNNA_INLINE void slot(const SlotTask& task) {
    for (std::size_t chunk = 0; chunk < task.chunks; ++chunk) {
        const std::size_t at = chunk * month_lanes;
        const Lanes there = load(task.shape.there + at);
        const Lanes shape = load(task.shape.demand + at);
        const Lanes shape_sd = load(task.shape.sd + at);
        add_alike(task, at, there);
        Lanes inflow[directions]{};
        if (task.inflow.row[0] != nullptr)
            for (std::size_t node = 0; node < task.nodes; ++node)
                for (std::size_t d = 0; d < directions; ++d)
                    inflow[d] += task.direction[d][node] * load(task.inflow.row[node] + at);
        Lanes all{};
        for (const PostsCell& cell : task.cells) {
            const Plan how = plan(task, cell, chunk);
            const Lanes demand = cell.base * shape;
            const CellSums sums = sums_of(task, cell, shape_sd, inflow);
            Lanes lacks =
                how.exact ? exact_shortage(task, cell, how, sums, demand) : normal_shortage(task, cell, sums, demand);
            // Never less than nothing, and never more than is asked for.
            lacks = lacks < 0 ? Lanes{} : lacks;
            lacks = lacks > demand ? demand : lacks;
            lacks *= there;
            all += lacks;
            if (cell.lacks == nullptr) continue;
            if (task.adds) lacks += load(cell.lacks + at);
            write(cell.lacks + at, lacks);
        }
        add(task.shortage + at, all);
    }
}

KUNNA_INLINE void unit(const UnitTask& task) {
    const std::size_t length = task.chunks * month_lanes;
    for (std::size_t at = 0; at < length; at += month_lanes) {
        Lanes able[most_nodes]{};
        Lanes spread{};
        for (const PostsHere& posts : task.posts) {
            const Lanes people = posts.people * load(posts.there + at);
            for (std::size_t node = 0; node < task.nodes; ++node)
                able[node] += people * load(posts.rows + node * length + at);
            spread += people * load(posts.rows + task.nodes * length + at);
        }
        Lanes demand{};
        Lanes shortage{};
        Lanes lacking{};
        for (const GrowthHere& group : task.groups) {
            const Lanes base = group.base * load(group.there + at);
            demand += base * load(group.demand + at);
            shortage += load(group.shortage + at);
            lacking += load(group.lacking + at);
            if (group.inflow.row[0] == nullptr) continue;
            for (std::size_t node = 0; node < task.nodes; ++node) {
                const Lanes come = base * load(group.inflow.row[node] + at);
                able[node] += come;
                spread += task.weight[node] * come;
            }
        }
        for (std::size_t node = 0; node < task.nodes; ++node) write(task.able[node] + at, able[node]);
        write(task.spread + at, spread);
        write(task.unknown + at, Lanes{});
        write(task.shortage + at, shortage);
        write(task.demand + at, demand);
        write(task.lacking + at, lacking);
    }
}

void plain_slot(const SlotTask& task) {
    slot(task);
}
void plain_unit(const UnitTask& task) {
    unit(task);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] void avx2_slot(const SlotTask& task) {
    slot(task);
}
[[gnu::target("avx2,fma")]] void avx2_unit(const UnitTask& task) {
    unit(task);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void avx512_slot(const SlotTask& task) {
    slot(task);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void avx512_unit(const UnitTask& task) {
    unit(task);
}
#endif

} // namespace

} // namespace kunna::engine::months

namespace kunna::engine {

std::vector<MonthKernel> month_kernels() {
    std::vector<MonthKernel> all{{months::plain_slot, months::plain_unit}};
#if defined(__x86_64__)
    if (supported(Simd::avx2) && __builtin_cpu_supports("fma") != 0)
        all.push_back({months::avx2_slot, months::avx2_unit});
    if (supported(Simd::avx512)) all.push_back({months::avx512_slot, months::avx512_unit});
#endif
    return all;
}

const MonthKernel& month_kernel() {
    static const MonthKernel best = month_kernels().back();
    return best;
}

} // namespace kunna::engine

#undef KUNNA_INLINE
