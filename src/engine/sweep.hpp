// Sweep: one pass over the whole workforce that sums every cell (requirement × block) and every holding (person ×
// role). Everything aggregated — units, skills, roles, the organisation, heat maps — is made of it (heat_map.hpp).
#pragma once

#include "engine/gap.hpp"
#include "engine/kernel.hpp"

namespace kunna::engine {

// Which of a block's two forms is read; the results are equal. Aligned is what is kept for this and is the faster;
// compressed reads the rows of all levels, as after a change of what roles require.
enum class Layout : std::uint8_t { aligned, compressed };

struct SweepOptions {
    int threads = 1;
    Simd simd = best_simd();
    Layout layout = Layout::aligned;
    bool by_role = true; // fill Sweep::role_slots: sums by role and by skill need it
    bool holders = true; // fill Sweep::holders
};

// What one thread works with; kept for the next sweep.
struct SweepBench;
struct SweepBenchDelete {
    void operator()(SweepBench* bench) const;
};

// Sums by block position of the Snapshot swept. Keeps its memory when swept into again.
struct Sweep {
    std::vector<std::size_t> cell_at;    // block position → first in `cells`; one longer than the blocks
    std::vector<CellSums> cells;         // against block.cell_skill and block.demand
    std::vector<std::size_t> holding_at; // block position → first in `holdings`
    std::vector<HoldingSums> holdings;   // in the order of block.holding
    std::vector<std::uint32_t> most_gap; // by block: nobody in it has a larger weighted gap
    // By role, `role_at[role]` first: RoleColumns of the role's width over all who hold it. Empty unless asked for.
    std::vector<std::size_t> role_at;
    std::vector<std::uint64_t> role_slots;
    std::vector<std::uint32_t> holders; // as holders() tells. Empty unless asked for.
    std::vector<std::unique_ptr<SweepBench, SweepBenchDelete>> benches;

    [[nodiscard]] std::span<const CellSums> cells_of(std::size_t block) const {
        return std::span{cells}.subspan(cell_at[block], cell_at[block + 1] - cell_at[block]);
    }
    [[nodiscard]] std::span<const HoldingSums> holdings_of(std::size_t block) const {
        return std::span{holdings}.subspan(holding_at[block], holding_at[block + 1] - holding_at[block]);
    }
};

void sweep(const Snapshot& snapshot, const SweepOptions& options, Sweep& into);
Sweep sweep(const Snapshot& snapshot, const SweepOptions& options = {});

// By skill: people who hold it, sure, at the highest level that any role somebody holds requires, and are not known to
// leave: the bus factor of the skill's hardest requirement, which is the least of its bus factors. 0 for a skill that
// no held role requires. Reads every level there is; a sweep that is asked for it as well reads the blocks once only.
std::vector<std::uint32_t> holders(const Snapshot& snapshot, int threads = 1);

// By skill: the highest level that any role which somebody holds requires; nothing required = Level 0 and false.
struct Bar {
    Level level{};
    bool required = false;
};
std::vector<Bar> bars(const Snapshot& snapshot);

// A cell's sums in full: what the sweep counted and what the roles demand.
Sums sums_of(const CellSums& cell, const Demand& demand);

} // namespace kunna::engine
