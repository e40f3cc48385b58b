// The kernel in plain C++, the measure of the others, and the choice among them.
#include "engine/kernel.hpp"

#include <algorithm>
#include <stdexcept>

// A namespace of its own: files are built several at a time, and the versions name their parts alike.
namespace kunna::engine::scalar {

namespace {

void group(const GroupTask& task, HoldingSums* holdings, SlotSums& slots) {
    const Role& role = task.role;
    const std::uint32_t width = role.width();
    for (auto* column : {slots.met, slots.below, slots.unknown, slots.fte_met, slots.gap})
        std::fill_n(column, width, 0U);
    for (std::uint32_t i = 0; i < task.count; ++i) {
        const std::uint16_t* words = task.words + i * task.stride;
        HoldingSums of;
        for (std::uint32_t slot = 0; slot < width; ++slot) {
            const std::uint32_t level = words[slot] & held::level_bits;
            const std::uint32_t required = role.required()[slot];
            const std::uint32_t gap = level < required ? required - level : 0;
            const bool below = level < required;
            const bool unknown = words[slot] == held::unknown;
            const bool met = !below && (words[slot] & held::sure_bit) != 0;
            const bool must = (role.must(slot) >> (slot % 32) & 1U) != 0;
            of.weighted_gap += role.weight()[slot] * gap;
            of.weighted_unknown += unknown ? role.weight()[slot] * required : 0;
            of.below = static_cast<std::uint16_t>(of.below + below);
            of.unknown = static_cast<std::uint16_t>(of.unknown + unknown);
            of.not_met = static_cast<std::uint16_t>(of.not_met + !met);
            of.must_not_met = static_cast<std::uint16_t>(of.must_not_met + (must && !met));
            slots.met[slot] += met;
            slots.below[slot] += below;
            slots.unknown[slot] += unknown;
            slots.fte_met[slot] += met ? task.fte[i] : 0U;
            slots.gap[slot] += gap;
        }
        holdings[i] = of;
    }
}

void scatter(const SlotSums& slots, std::uint32_t count, const std::uint16_t* slot_cell, CellSums* cells) {
    for (std::uint32_t slot = 0; slot < count; ++slot) {
        CellSums& cell = cells[slot_cell[slot]];
        cell.met = static_cast<std::uint16_t>(cell.met + slots.met[slot]);
        cell.below = static_cast<std::uint16_t>(cell.below + slots.below[slot]);
        cell.unknown = static_cast<std::uint16_t>(cell.unknown + slots.unknown[slot]);
        cell.fte_met += slots.fte_met[slot];
        cell.gap += slots.gap[slot];
    }
}

void tally(const SlotSums& slots, std::uint32_t width, std::uint32_t* columns) {
    for (const std::uint32_t* from : {slots.met, slots.below, slots.unknown, slots.fte_met, slots.gap}) {
        for (std::uint32_t slot = 0; slot < width; ++slot) columns[slot] += from[slot];
        columns += width;
    }
}

} // namespace

} // namespace kunna::engine::scalar

namespace kunna::engine {

const Kernel scalar_kernel{scalar::group, scalar::scatter, scalar::tally};

bool supported(Simd simd) {
    switch (simd) {
    case Simd::scalar:
        return true;
#if defined(__x86_64__)
    case Simd::avx2:
        return __builtin_cpu_supports("avx2") != 0;
    case Simd::avx512:
        return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
               __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
               __builtin_cpu_supports("popcnt") != 0;
#endif
    default:
        return false;
    }
}

Simd best_simd() {
    return supported(Simd::avx512) ? Simd::avx512 : supported(Simd::avx2) ? Simd::avx2 : Simd::scalar;
}

const Kernel& kernel(Simd simd) {
    if (!supported(simd)) throw std::invalid_argument{"this processor lacks the instructions asked for"};
#if defined(__x86_64__)
    if (simd == Simd::avx2) return avx2_kernel;
    if (simd == Simd::avx512) return avx512_kernel;
#endif
    return scalar_kernel;
}

} // namespace kunna::engine
