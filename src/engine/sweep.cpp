// Sweep: shares the blocks out to threads; each block's sums stand in places of their own, so the sharing is unseen.
#include "engine/sweep.hpp"

#include "engine/fork_join.hpp"

#include <algorithm>
#include <cstring>

namespace kunna::engine {

struct SweepBench {
    SlotSums slots;
    AlignedColumn<std::uint16_t> words; // a group aligned on the spot
    std::vector<std::uint16_t> slot_of; // skill → 1 + slot in the group's role; 0 = not required
    std::vector<std::uint32_t> holders;
    std::vector<std::uint32_t> role_slots; // of the last `tallied` holdings
    std::size_t tallied = 0;
    std::vector<std::uint64_t> role_slots_before; // of those before

    // 64 bits hold all, 32 bits make half the memory to come to at random.
    void carry() {
        for (std::size_t i = 0; i < role_slots.size(); ++i) {
            role_slots_before[i] += role_slots[i];
            role_slots[i] = 0;
        }
        tallied = 0;
    }
};

void SweepBenchDelete::operator()(SweepBench* bench) const {
    delete bench;
}

namespace {

// Words before a row's first slot: levels of skills that the role does not require fall into the last of them, so
// that no branch asks. A cache line, to keep rows aligned.
constexpr std::size_t margin = 32;

// Aligns a group from the compressed rows. Plain pointers: this and count_holders read every level there is.
const std::uint16_t* align_group(const Block& block, const Block::Group& group, const Role& role, SweepBench& bench) {
    const std::size_t width = role.width();
    const std::size_t stride = width + margin;
    if (bench.words.size() < group.count * stride) bench.words.resize(Block::most_people * stride);
    std::uint16_t* const slot_of = bench.slot_of.data();
    const SkillIndex* const needed = role.skill();
    for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
        slot_of[needed[slot]] = static_cast<std::uint16_t>(slot + 1);
    const SkillIndex* const skill = block.held_skill.data();
    const std::uint16_t* const word = block.held_word.data();
    std::uint16_t* row_words = bench.words.data() + margin;
    for (std::uint32_t i = 0; i < group.count; ++i, row_words += stride) {
        const std::size_t row = block.holding[group.first + i];
        std::copy_n(role.blank(), width, row_words); // nothing of nothing, when the role requires nothing
        std::uint16_t* const before_first = row_words - 1;
        const std::uint32_t end = block.held_at[row + 1];
#pragma GCC unroll 4
        for (std::uint32_t at = block.held_at[row]; at < end; ++at) before_first[slot_of[skill[at]]] = word[at];
    }
    for (std::uint32_t slot = 0; slot < role.slots(); ++slot) slot_of[needed[slot]] = 0;
    return bench.words.data() + margin;
}

// Blocks and roles lie scattered in memory. What is soon to be read is asked for: the first lines of each column; what
// follows the processor sees coming by itself.
void ask(const void* from, std::size_t bytes) {
    for (std::size_t line = 0; line < bytes; line += 64) __builtin_prefetch(static_cast<const char*>(from) + line);
}

void ask_for(const Block& block, Layout layout) {
    ask(block.group.data(), 192);
    ask(block.holding_fte.data(), 128);
    ask(block.slot_cell.data(), 256);
    if (layout == Layout::aligned) {
        ask(block.aligned.data(), 1024);
        return;
    }
    ask(block.holding.data(), 128);
    ask(block.held_at.data(), 256);
    ask(block.held_skill.data(), 512);
    ask(block.held_word.data(), 512);
}

void count_holders(const Block& block, const std::uint16_t* bar, std::uint32_t* holders) {
    const SkillIndex* const skill = block.held_skill.data();
    const std::uint16_t* const word = block.held_word.data();
    for (std::size_t row = 0; row < block.people(); ++row) {
        if (block.leaving[row] != 0) continue;
        const std::uint32_t end = block.held_at[row + 1];
#pragma GCC unroll 4
        for (std::uint32_t at = block.held_at[row]; at < end; ++at) holders[skill[at]] += word[at] >= bar[skill[at]];
    }
}

// By skill: a held word at or above it is a holder.
std::vector<std::uint16_t> holder_words(const Snapshot& snapshot) {
    std::vector<std::uint16_t> words(snapshot.skills().size(), 0xFFFF);
    const std::vector<Bar> of = bars(snapshot);
    for (std::size_t s = 0; s < of.size(); ++s)
        if (of[s].required) words[s] = held::word(of[s].level, true);
    return words;
}

} // namespace

std::vector<std::uint32_t> holders(const Snapshot& snapshot, int threads) {
    const std::vector<std::uint16_t> bar = holder_words(snapshot);
    std::vector<std::vector<std::uint32_t>> counted(static_cast<std::size_t>(std::max(1, threads)),
                                                    std::vector<std::uint32_t>(bar.size(), 0));
    fork_join(snapshot.block_count(), 32, threads, [&](std::size_t begin, std::size_t end, int thread) {
        for (std::size_t b = begin; b < end; ++b)
            count_holders(snapshot.block(b), bar.data(), counted[static_cast<std::size_t>(thread)].data());
    });
    for (std::size_t thread = 1; thread < counted.size(); ++thread)
        for (std::size_t s = 0; s < bar.size(); ++s) counted[0][s] += counted[thread][s];
    return std::move(counted[0]);
}

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
    sums.weighted_gap = demand.weight * sums.gap;
    sums.weighted_required = std::int64_t{demand.weight} * demand.required * (sums.rows - sums.unknown);
    sums.fte_met = cell.fte_met;
    sums.fte_required = demand.fte;
    return sums;
}

void sweep(const Snapshot& snapshot, const SweepOptions& options, Sweep& into) {
    const Kernel& with = kernel(options.simd);
    const std::size_t blocks = snapshot.block_count();
    into.cell_at = snapshot.cell_at();
    into.holding_at = snapshot.holding_at();
    into.cells.resize(into.cell_at[blocks]);
    into.holdings.resize(into.holding_at[blocks]);

    const auto bar = options.holders ? holder_words(snapshot) : std::vector<std::uint16_t>{};
    into.role_at.clear();
    std::size_t role_slots = 0;
    if (options.by_role)
        for (std::size_t r = 0; r < snapshot.role_count(); ++r) {
            into.role_at.push_back(role_slots);
            role_slots += RoleColumns::count * snapshot.role(static_cast<RoleIndex>(r)).width();
        }
    const std::size_t skills = snapshot.skills().size();
    into.benches.resize(static_cast<std::size_t>(std::max(1, options.threads)));
    for (auto& bench : into.benches) {
        if (!bench) bench.reset(new SweepBench);
        bench->slot_of.assign(options.layout == Layout::compressed ? skills : 0, 0);
        bench->holders.assign(options.holders ? skills : 0, 0);
        bench->role_slots.assign(role_slots, 0);
        bench->role_slots_before.assign(role_slots, 0);
        bench->tallied = 0;
    }
    fork_join(blocks, 32, options.threads, [&](std::size_t begin, std::size_t end, int thread) {
        SweepBench& own = *into.benches[static_cast<std::size_t>(thread)];
        for (std::size_t b = begin; b < end; ++b) {
            const Block& block = snapshot.block(b);
            if (b + 1 < end) ask_for(snapshot.block(b + 1), options.layout);
            if (b + 2 < end) ask(&snapshot.block(b + 2), sizeof(Block)); // where its columns are
            CellSums* const block_cells = into.cells.data() + into.cell_at[b];
            HoldingSums* const block_holdings = into.holdings.data() + into.holding_at[b];
            std::memset(static_cast<void*>(block_cells), 0, block.cell_skill.size() * sizeof(CellSums));
            for (const Block::Group& group : block.group) {
                const Role& role = snapshot.role(group.role);
                if (&group != &block.group.back()) {
                    const RoleIndex next = (&group + 1)->role;
                    ask(snapshot.role(next).required(), std::size_t{4} * snapshot.role(next).width());
                    if (options.by_role)
                        ask(own.role_slots.data() + into.role_at[next], 20 * snapshot.role(next).width());
                }
                const bool aligned = options.layout == Layout::aligned;
                const GroupTask task{
                    role, aligned ? block.aligned.data() + group.words : align_group(block, group, role, own),
                    role.width() + (aligned ? 0 : margin), block.holding_fte.data() + group.first, group.count};
                with.group(task, block_holdings + group.first, own.slots);
                with.scatter(own.slots, role.slots(), block.slot_cell.data() + group.slots, block_cells);
                if (!options.by_role) continue;
                if (own.tallied + group.count > RoleColumns::people) own.carry();
                own.tallied += group.count;
                with.tally(own.slots, role.width(), own.role_slots.data() + into.role_at[group.role]);
            }
            if (options.holders) count_holders(block, bar.data(), own.holders.data());
        }
    });
    const auto add_up = [&](auto& to, std::size_t size, const auto& part) {
        to.assign(size, 0);
        for (const auto& bench : into.benches)
            for (std::size_t i = 0; i < size; ++i) to[i] += ((*bench).*part)[i];
    };
    add_up(into.holders, options.holders ? skills : 0, &SweepBench::holders);
    for (auto& bench : into.benches) bench->carry();
    add_up(into.role_slots, role_slots, &SweepBench::role_slots_before);
}

Sweep sweep(const Snapshot& snapshot, const SweepOptions& options) {
    Sweep made;
    sweep(snapshot, options, made);
    return made;
}

} // namespace kunna::engine
