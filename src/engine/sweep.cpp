// Sweep: shares the blocks out to threads; each block's sums stand in places of their own, so the sharing is unseen.
#include "engine/sweep.hpp"

#include "base/fork_join.hpp"
#include "engine/ahead.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace kunna::engine {

// What a pass over all levels looks up by skill, side by side, for it comes to skills at random.
struct SkillDesk {
    std::uint32_t holders = 0;
    std::uint16_t bar = 0xFFFF; // a held word at or above it is a holder's
    std::uint16_t slot = 0;     // 1 + slot in the group's role; 0 = not required
};

struct SweepBench {
    SlotSums slots;
    AlignedColumn<std::uint16_t> words;    // a group aligned on the spot
    std::vector<SkillDesk> desks;          // by skill
    std::vector<std::uint32_t> role_slots; // of the last `tallied` holdings
    std::size_t tallied = 0;
    std::vector<std::uint64_t> role_slots_before; // of those before; empty as long as there are none
    bool begun = false;                           // in this sweep; a thread that comes too late has nothing to do

    void begin(const std::vector<SkillDesk>& empty, std::size_t slots_of_roles) {
        desks = empty;
        role_slots.assign(slots_of_roles, 0);
        role_slots_before.clear();
        tallied = 0;
        begun = true;
    }

    // 64 bits hold all, 32 bits make half the memory to come to at random.
    void carry() {
        role_slots_before.resize(role_slots.size(), 0);
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

// Lays one row's levels where the role's slots are; with `counting`, it counts whom it passes as holders too. This
// and count_holders read every level there is: plain pointers.
template <bool counting>
void align_row(const Block& block, std::size_t row, std::uint16_t* before_first, SkillDesk* desks) {
    const SkillIndex* const skill = block.held_skill.data();
    const std::uint16_t* const word = block.held_word.data();
    const std::uint32_t end = block.held_at[row + 1];
    for (std::uint32_t at = block.held_at[row]; at < end; ++at) {
        SkillDesk& desk = desks[skill[at]];
        before_first[desk.slot] = word[at];
        if constexpr (counting) desk.holders += word[at] >= desk.bar;
    }
}

// Aligns a group from the compressed rows.
const std::uint16_t* align_group(const Block& block, const Block::Group& group, const Role& role, bool counting,
                                 SweepBench& bench, LevelsAhead& ahead) {
    const std::size_t width = role.width();
    const std::size_t stride = width + margin;
    if (bench.words.size() < group.count * stride) bench.words.resize(Block::most_people * stride);
    SkillDesk* const desks = bench.desks.data();
    const SkillIndex* const needed = role.skill();
    for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
        desks[needed[slot]].slot = static_cast<std::uint16_t>(slot + 1);
    std::uint16_t* row_words = bench.words.data() + margin;
    for (std::uint32_t i = 0; i < group.count; ++i, row_words += stride) {
        const std::size_t row = block.holding[group.first + i];
        ahead.ask_for_some();
        // A register at a time: rows are short, and a call would take as long as the copying.
        for (std::size_t at = 0; at < width; at += margin) std::memcpy(row_words + at, role.blank() + at, 64);
        if (counting && block.leaving[row] == 0)
            align_row<true>(block, row, row_words - 1, desks);
        else
            align_row<false>(block, row, row_words - 1, desks);
    }
    for (std::uint32_t slot = 0; slot < role.slots(); ++slot) desks[needed[slot]].slot = 0;
    return bench.words.data() + margin;
}

void count_holders(const Block& block, SkillDesk* desks) {
    const SkillIndex* const skill = block.held_skill.data();
    const std::uint16_t* const word = block.held_word.data();
    for (std::size_t row = 0; row < block.people(); ++row) {
        if (block.leaving[row] != 0) continue;
        const std::uint32_t end = block.held_at[row + 1];
        for (std::uint32_t at = block.held_at[row]; at < end; ++at) {
            SkillDesk& desk = desks[skill[at]];
            desk.holders += word[at] >= desk.bar;
        }
    }
}

// Found while the block's holdings are at hand. Of several roles a person's sums would have to be added up first.
std::uint32_t most_gap_of(const Block& block, const HoldingSums* holdings) {
    if (!block.one_role_each) return std::numeric_limits<std::uint32_t>::max();
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < block.holding.size(); ++i) most = std::max(most, holdings[i].weighted_gap);
    return most;
}

std::vector<SkillDesk> desks_of(const Snapshot& snapshot) {
    std::vector<SkillDesk> desks(snapshot.skills().size());
    const std::vector<Bar> of = bars(snapshot);
    for (std::size_t s = 0; s < of.size(); ++s)
        if (of[s].required) desks[s].bar = held::word(of[s].level, true);
    return desks;
}

} // namespace

std::vector<std::uint32_t> holders(const Snapshot& snapshot, int threads) {
    std::vector<std::vector<SkillDesk>> counted(static_cast<std::size_t>(std::max(1, threads)), desks_of(snapshot));
    fork_join(snapshot.block_count(), 32, threads, [&](std::size_t begin, std::size_t end, int thread) {
        for (std::size_t b = begin; b < end; ++b)
            count_holders(snapshot.block(b), counted[static_cast<std::size_t>(thread)].data());
    });
    std::vector<std::uint32_t> holders(snapshot.skills().size(), 0);
    for (const auto& desks : counted)
        for (std::size_t s = 0; s < holders.size(); ++s) holders[s] += desks[s].holders;
    return holders;
}

std::vector<Bar> bars(const Snapshot& snapshot) {
    std::vector<Bar> bars(snapshot.skills().size());
    for (std::size_t i = 0; i < snapshot.role_count(); ++i) {
        const auto r = static_cast<RoleIndex>(i);
        if (snapshot.holders_of(r).people == 0) continue;
        for (const Requirement& need : snapshot.role(r).requirements()) {
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
    into.most_gap.resize(blocks);

    const bool aligned = options.layout == Layout::aligned;
    const std::size_t skills = snapshot.skills().size();
    const auto desks = options.holders ? desks_of(snapshot) : std::vector<SkillDesk>(aligned ? 0 : skills);
    into.role_at.clear();
    std::size_t role_slots = 0;
    if (options.by_role)
        for (std::size_t r = 0; r < snapshot.role_count(); ++r) {
            into.role_at.push_back(role_slots);
            role_slots += RoleColumns::count * snapshot.role(static_cast<RoleIndex>(r)).width();
        }
    into.benches.resize(static_cast<std::size_t>(std::max(1, options.threads)));
    for (auto& bench : into.benches) {
        if (!bench) bench.reset(new SweepBench);
        bench->begun = false;
    }
    fork_join(blocks, 32, options.threads, [&](std::size_t begin, std::size_t end, int thread) {
        SweepBench& own = *into.benches[static_cast<std::size_t>(thread)];
        if (!own.begun) own.begin(desks, role_slots);
        for (std::size_t b = begin; b < end; ++b) {
            const Block& block = snapshot.block(b);
            LevelsAhead ahead;
            if (b + 1 < end) {
                ask_for(snapshot.block(b + 1), aligned);
                if (!aligned) ahead = LevelsAhead{snapshot.block(b + 1)};
            }
            if (b + 2 < end) ask(&snapshot.block(b + 2), sizeof(Block)); // where its columns are
            CellSums* const block_cells = into.cells.data() + into.cell_at[b];
            HoldingSums* const block_holdings = into.holdings.data() + into.holding_at[b];
            std::memset(static_cast<void*>(block_cells), 0, block.cell_skill.size() * sizeof(CellSums));
            // Whoever has one role is counted as a holder on the way to it.
            const bool counting = options.holders && !aligned && block.one_role_each;
            for (const Block::Group& group : block.group) {
                const Role& role = snapshot.role(group.role);
                if (&group != &block.group.back()) {
                    const RoleIndex next = (&group + 1)->role;
                    ask(snapshot.role(next).required(), std::size_t{4} * snapshot.role(next).width());
                    if (options.by_role)
                        ask(own.role_slots.data() + into.role_at[next], 20 * snapshot.role(next).width());
                }
                const GroupTask task{role,
                                     aligned ? block.aligned.data() + group.words
                                             : align_group(block, group, role, counting, own, ahead),
                                     role.width() + (aligned ? 0 : margin), block.holding_fte.data() + group.first,
                                     group.count};
                with.group(task, block_holdings + group.first, own.slots);
                with.scatter(own.slots, role.slots(), block.slot_cell.data() + group.slots, block_cells);
                if (!options.by_role) continue;
                if (own.tallied + group.count > RoleColumns::people) own.carry();
                own.tallied += group.count;
                with.tally(own.slots, role.width(), own.role_slots.data() + into.role_at[group.role]);
            }
            into.most_gap[b] = most_gap_of(block, block_holdings);
            if (options.holders && !counting) count_holders(block, own.desks.data());
        }
    });
    into.holders.assign(options.holders ? skills : 0, 0);
    into.role_slots.resize(role_slots);
    bool first = true;
    for (const auto& bench : into.benches) {
        if (!bench->begun) continue;
        for (std::size_t s = 0; s < into.holders.size(); ++s) into.holders[s] += bench->desks[s].holders;
        for (std::size_t i = 0; i < role_slots; ++i)
            into.role_slots[i] = (first ? 0 : into.role_slots[i]) + bench->role_slots[i];
        for (std::size_t i = 0; i < bench->role_slots_before.size(); ++i)
            into.role_slots[i] += bench->role_slots_before[i];
        first = false;
    }
    if (first) std::fill(into.role_slots.begin(), into.role_slots.end(), 0);
}

Sweep sweep(const Snapshot& snapshot, const SweepOptions& options) {
    Sweep made;
    sweep(snapshot, options, made);
    return made;
}

} // namespace kunna::engine
