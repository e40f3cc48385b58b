// Kernel: the inner loop of a sweep, one group of people against one role's slots. Three versions with equal results;
// sweep.cpp chooses one when the program runs.
#pragma once

#include "engine/role.hpp"

#include <cstdint>

namespace kunna::engine {

enum class Simd : std::uint8_t { scalar, avx2, avx512 };

// Does this processor have it? scalar always.
bool supported(Simd simd);
Simd best_simd();

// Sums over one holding's rows (a person in one role). 2,000 requirements × 8 steps × weight 30 stay under 2^31.
struct HoldingSums {
    std::uint32_t weighted_gap = 0;
    std::uint32_t weighted_unknown = 0; // Σ wR of the unknown rows
    std::uint16_t below = 0;
    std::uint16_t unknown = 0;
    std::uint16_t not_met = 0; // below + unknown + uncertain
    std::uint16_t must_not_met = 0;

    bool operator==(const HoldingSums&) const = default;
};

// Sums over one cell: a skill at one level and weight in one block. What roles alone decide is in the block's Demand,
// and with it the weighted sums follow. A block has at most 256 people in 16 roles, so 16 bits count its rows.
struct alignas(16) CellSums {
    std::uint16_t met = 0;
    std::uint16_t below = 0;
    std::uint16_t unknown = 0;
    std::uint16_t spare = 0;
    std::uint32_t fte_met = 0; // thousandths
    std::uint32_t gap = 0;

    bool operator==(const CellSums&) const = default;
};
static_assert(sizeof(CellSums) == 16);

// Sums by slot of one group: at most 256 people, so 32 bits never overflow. `width` long, as the role's columns.
struct SlotSums {
    static constexpr std::size_t most = (most_requirements_of_a_role + 31) / 32 * 32;
    alignas(64) std::uint32_t met[most];
    alignas(64) std::uint32_t below[most];
    alignas(64) std::uint32_t unknown[most];
    alignas(64) std::uint32_t fte_met[most];
    alignas(64) std::uint32_t gap[most];
};

struct GroupTask {
    const Role& role;
    const std::uint16_t* words; // count rows of role.width() words, `stride` apart; 64-byte aligned, stride too
    std::size_t stride;
    const std::uint16_t* fte; // count, thousandths, at most 2000 each
    std::uint32_t count;      // 1 … 256
};

// Sums by slot of one role over the whole workforce: columns of role.width() each, one after the other.
struct RoleColumns {
    static constexpr std::size_t count = 5;       // met, below, unknown, fte_met, gap: SlotSums' columns
    static constexpr std::size_t people = 65'536; // whose sums 32 bits hold: × 8 steps in level units < 2^32
};

struct Kernel {
    // Writes count HoldingSums and the first role.width() of every column of SlotSums.
    void (*group)(const GroupTask& task, HoldingSums* holdings, SlotSums& slots);
    // Adds the first `count` slots to their cells.
    void (*scatter)(const SlotSums& slots, std::uint32_t count, const std::uint16_t* slot_cell, CellSums* cells);
    // Adds the slots to the role's columns. They hold the sums of 65,536 people at least.
    void (*tally)(const SlotSums& slots, std::uint32_t width, std::uint32_t* columns);
};

// Throws std::invalid_argument when the processor lacks it.
const Kernel& kernel(Simd simd);

extern const Kernel scalar_kernel;
#if defined(__x86_64__)
extern const Kernel avx2_kernel;
extern const Kernel avx512_kernel;
#endif

} // namespace kunna::engine
