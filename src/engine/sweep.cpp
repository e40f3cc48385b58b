// Sweep: shares the blocks out to threads; each block's sums stand in places of their own, so the sharing is unseen.
#include "engine/sweep.hpp"

#include "engine/fork_join.hpp"

#include <algorithm>
#include <cstring>

namespace kunna::engine {

namespace {

// What one thread works with.
struct Bench {
    SlotSums slots;
    AlignedColumn<std::uint16_t> words; // a group aligned on the spot
    std::vector<std::uint16_t> slot_of; // skill → 1 + slot in the group's role; 0 = not required
    std::vector<std::uint32_t> holders;
    std::vector<Sums> roles;
};

// From the compressed rows. Levels of skills that the role does not require fall into a word before the first slot,
// so that no branch asks.
void align_group(const Block& block, const Block::Group& group, const Role& role, Bench& bench) {
    const std::uint32_t width = role.width();
    const auto& requirements = role.requirements();
    for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
        bench.slot_of[requirements[slot].skill] = static_cast<std::uint16_t>(slot + 1);
    bench.words.resize(std::max<std::size_t>(bench.words.size(), std::size_t{Block::most_people} * width + 64));
    alignas(64) std::uint16_t row_words[SlotSums::most + 64];
    for (std::uint32_t i = 0; i < group.count; ++i) {
        const std::size_t row = block.holding[group.first + i];
        std::memcpy(row_words + 32, role.blank(), width * sizeof(std::uint16_t));
        std::uint16_t* slot_zero = row_words + 31; // slot + 1 indexes from here; 0 = not required
        const std::uint32_t end = block.held_at[row + 1];
        for (std::uint32_t at = block.held_at[row]; at < end; ++at)
            slot_zero[bench.slot_of[block.held_skill[at]]] = block.held_word[at];
        std::memcpy(bench.words.data() + std::size_t{i} * width, row_words + 32, width * sizeof(std::uint16_t));
    }
    for (const Requirement& r : requirements) bench.slot_of[r.skill] = 0;
}

void count_holders(const Block& block, const std::vector<std::uint16_t>& bar, std::vector<std::uint32_t>& holders) {
    for (std::size_t row = 0; row < block.people(); ++row) {
        if (block.leaving[row] != 0) continue;
        for (std::uint32_t at = block.held_at[row]; at < block.held_at[row + 1]; ++at)
            holders[block.held_skill[at]] += block.held_word[at] >= bar[block.held_skill[at]];
    }
}

void add_role(Sums& sums, const SlotSums& slots, const Role& role, const GroupTask& task) {
    std::int64_t fte = 0;
    for (std::uint32_t i = 0; i < task.count; ++i) fte += task.fte[i];
    sums.rows += std::int64_t{task.count} * role.slots();
    sums.fte_required += fte * role.slots();
    std::int64_t known_weight = std::int64_t{task.count} * role.weighted_required();
    for (std::uint32_t slot = 0; slot < role.slots(); ++slot) {
        sums.met += slots.met[slot];
        sums.below += slots.below[slot];
        sums.unknown += slots.unknown[slot];
        sums.gap += slots.gap[slot];
        sums.weighted_gap += std::int64_t{role.weight()[slot]} * slots.gap[slot];
        known_weight -= std::int64_t{role.weight()[slot]} * role.required()[slot] * slots.unknown[slot];
        sums.fte_met += slots.fte_met[slot];
    }
    sums.weighted_required += known_weight;
}

} // namespace

std::vector<Bar> bars(const Snapshot& snapshot) {
    std::vector<bool> held_role(snapshot.role_count(), false);
    for (std::size_t b = 0; b < snapshot.block_count(); ++b)
        for (const Block::Group& group : snapshot.block(b).group) held_role[group.role] = true;
    std::vector<Bar> bars(snapshot.skills().size());
    for (std::size_t r = 0; r < held_role.size(); ++r) {
        if (!held_role[r]) continue;
        for (const Requirement& need : snapshot.role(static_cast<RoleIndex>(r)).requirements()) {
            Bar& bar = bars[need.skill];
            bar.level = std::max(bar.level, need.required);
            bar.required = true;
        }
    }
    return bars;
}

Sums sums_of(const CellSums& cell, const Demand& demand) {
    Sums sums;
    sums.rows = demand.rows;
    sums.met = cell.met;
    sums.below = cell.below;
    sums.unknown = cell.unknown;
    sums.uncertain = sums.rows - sums.met - sums.below - sums.unknown;
    sums.gap = cell.gap;
    sums.weighted_gap = cell.weighted_gap;
    sums.weighted_required = std::int64_t{demand.weighted_required} - cell.weighted_unknown;
    sums.fte_met = cell.fte_met;
    sums.fte_required = demand.fte;
    return sums;
}

void sweep(const Snapshot& snapshot, const SweepOptions& options, Sweep& into) {
    const Kernel& with = kernel(options.simd);
    const std::size_t blocks = snapshot.block_count();
    into.cell_at.resize(blocks + 1);
    into.holding_at.resize(blocks + 1);
    std::size_t cells = 0;
    std::size_t holdings = 0;
    for (std::size_t b = 0; b < blocks; ++b) {
        into.cell_at[b] = cells;
        into.holding_at[b] = holdings;
        cells += snapshot.block(b).cell_skill.size();
        holdings += snapshot.block(b).holding.size();
    }
    into.cell_at[blocks] = cells;
    into.holding_at[blocks] = holdings;
    into.cells.resize(cells);
    into.holdings.resize(holdings);

    std::vector<std::uint16_t> bar; // a held word at or above it is a holder
    if (options.holders) {
        bar.assign(snapshot.skills().size(), 0xFFFF);
        const std::vector<Bar> of = bars(snapshot);
        for (std::size_t s = 0; s < of.size(); ++s)
            if (of[s].required) bar[s] = held::word(of[s].level, true);
    }
    const int threads = std::max(1, options.threads);
    std::vector<std::unique_ptr<Bench>> benches(static_cast<std::size_t>(threads));
    fork_join(blocks, 32, threads, [&](std::size_t begin, std::size_t end, int thread) {
        auto& own = benches[static_cast<std::size_t>(thread)];
        if (!own) {
            own = std::make_unique<Bench>();
            if (options.layout == Layout::compressed) own->slot_of.assign(snapshot.skills().size(), 0);
            if (options.holders) own->holders.assign(snapshot.skills().size(), 0);
            if (options.by_role) own->roles.assign(snapshot.role_count(), Sums{});
        }
        for (std::size_t b = begin; b < end; ++b) {
            const Block& block = snapshot.block(b);
            CellSums* const block_cells = into.cells.data() + into.cell_at[b];
            HoldingSums* const block_holdings = into.holdings.data() + into.holding_at[b];
            std::memset(static_cast<void*>(block_cells), 0, block.cell_skill.size() * sizeof(CellSums));
            for (const Block::Group& group : block.group) {
                const Role& role = snapshot.role(group.role);
                const std::uint16_t* words = block.aligned.data() + group.words;
                if (options.layout == Layout::compressed) {
                    align_group(block, group, role, *own);
                    words = own->words.data();
                }
                const GroupTask task{role, words, block.holding_fte.data() + group.first, group.count};
                with.group(task, block_holdings + group.first, own->slots);
                with.scatter(own->slots, role, block.slot_cell.data() + group.slots, block_cells);
                if (options.by_role) add_role(own->roles[group.role], own->slots, role, task);
            }
            if (options.holders) count_holders(block, bar, own->holders);
        }
    });
    into.holders.assign(options.holders ? snapshot.skills().size() : 0, 0);
    into.roles.assign(options.by_role ? snapshot.role_count() : 0, Sums{});
    for (const auto& own : benches) {
        if (!own) continue;
        for (std::size_t s = 0; s < into.holders.size(); ++s) into.holders[s] += own->holders[s];
        for (std::size_t r = 0; r < into.roles.size(); ++r) into.roles[r] += own->roles[r];
    }
    for (Sums& role : into.roles) role.uncertain = role.rows - role.met - role.below - role.unknown;
}

Sweep sweep(const Snapshot& snapshot, const SweepOptions& options) {
    Sweep made;
    sweep(snapshot, options, made);
    return made;
}

} // namespace kunna::engine
