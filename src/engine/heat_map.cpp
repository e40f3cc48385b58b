// Rolling a sweep up.
#include "engine/heat_map.hpp"

#include "base/fork_join.hpp"

#include <algorithm>
#include <queue>

namespace kunna::engine {

namespace {

// Adds to what is there by skill; skills touched are listed, so that clearing costs what was used.
struct Tray {
    explicit Tray(std::size_t skills) : sums(skills), used(skills, false) {}

    void add(SkillIndex skill, const CellSums& cell, const Demand& demand) {
        if (!used[skill]) {
            used[skill] = true;
            touched.push_back(skill);
        }
        sums[skill].people += demand.people;
        sums[skill].sums += sums_of(cell, demand);
    }
    std::vector<Cell> take() {
        std::sort(touched.begin(), touched.end());
        std::vector<Cell> cells;
        cells.reserve(touched.size());
        for (const SkillIndex skill : touched) {
            cells.push_back({skill, sums[skill]});
            sums[skill] = {};
            used[skill] = false;
        }
        touched.clear();
        return cells;
    }

    std::vector<GroupSums> sums;
    std::vector<bool> used;
    std::vector<SkillIndex> touched;
};

void add_blocks(const Snapshot& snapshot, const Sweep& swept, Snapshot::Range range, Tray& tray) {
    for (std::size_t b = range.begin; b < range.end; ++b) {
        const Block& block = snapshot.block(b);
        const auto cells = swept.cells_of(b);
        for (std::size_t c = 0; c < cells.size(); ++c) tray.add(block.cell_skill[c], cells[c], block.demand[c]);
    }
}

GroupSums block_sums(const Block& block, std::span<const CellSums> cells) {
    GroupSums of;
    of.people = block.people_with_rows;
    for (std::size_t c = 0; c < cells.size(); ++c) of.sums += sums_of(cells[c], block.demand[c]);
    return of;
}

// One slot's sums, out of the role's columns: met, below, unknown, fte_met, gap.
Sums slot_sums(const Role& role, std::uint32_t slot, const Snapshot::RoleHolders& held, const std::uint64_t* columns) {
    const auto column = [&](std::size_t c) { return static_cast<std::int64_t>(columns[c * role.width() + slot]); };
    const std::int64_t weight = role.weight()[slot];
    Sums sums;
    sums.rows = held.people;
    sums.met = column(0);
    sums.below = column(1);
    sums.unknown = column(2);
    sums.uncertain = sums.rows - sums.met - sums.below - sums.unknown;
    sums.gap = column(4);
    sums.weighted_gap = weight * sums.gap;
    sums.weighted_required = weight * role.required()[slot] * (sums.rows - sums.unknown);
    sums.fte_met = column(3);
    sums.fte_required = held.fte;
    return sums;
}

Snapshot::Range blocks_of(const Snapshot& snapshot, UnitIndex unit, bool subtree) {
    return snapshot.block_range(unit, subtree ? snapshot.units().end_of(unit) : unit + 1);
}

PersonTotals totals_of(const Snapshot& snapshot, const Block& block, std::size_t row, PersonIndex person) {
    PersonTotals of{.person = person};
    for (const RoleIndex r : block.roles_of(row)) {
        of.rows += snapshot.role(r).slots();
        of.weighted_required += snapshot.role(r).weighted_required();
    }
    return of;
}

void add(PersonTotals& of, const HoldingSums& holding) {
    of.weighted_gap += holding.weighted_gap;
    of.weighted_required -= holding.weighted_unknown;
    of.below += holding.below;
    of.unknown += holding.unknown;
    of.uncertain += holding.not_met - holding.below - holding.unknown;
    of.met -= holding.not_met; // completed by finish()
    of.must_not_met += holding.must_not_met;
}

void finish(PersonTotals& of) {
    of.met += of.rows;
}

// Somebody who may be among those with the largest gaps, and where.
struct Candidate {
    std::int64_t weighted_gap;
    PersonIndex person;
    std::uint32_t block;
    std::uint32_t row;
};

bool larger(const Candidate& a, const Candidate& b) {
    return a.weighted_gap != b.weighted_gap ? a.weighted_gap > b.weighted_gap : a.person < b.person;
}

PersonTotals totals_at(const Snapshot& snapshot, const Sweep& swept, std::size_t b, std::size_t row) {
    const Block& block = snapshot.block(b);
    const auto holdings = swept.holdings_of(b);
    PersonTotals of = totals_of(snapshot, block, row, block.person[row]);
    for (std::size_t i = 0; i < holdings.size(); ++i)
        if (block.holding[i] == row) add(of, holdings[i]);
    finish(of);
    return of;
}

// Keeps the n first by `before`.
template <class T, class Before>
class Foremost {
public:
    Foremost(std::size_t n, Before before) : n_(n), before_(before), heap_(before) {}
    void offer(const T& candidate) {
        if (heap_.size() < n_)
            heap_.push(candidate);
        else if (n_ > 0 && before_(candidate, heap_.top())) {
            heap_.pop();
            heap_.push(candidate);
        }
    }
    // What a candidate must come before to be kept; nothing as long as there is room. With n = 0 nothing is kept.
    [[nodiscard]] const T* last() const { return heap_.size() < n_ || n_ == 0 ? nullptr : &heap_.top(); }
    std::vector<T> take() {
        std::vector<T> all(heap_.size());
        for (std::size_t i = heap_.size(); i-- > 0;) {
            all[i] = heap_.top();
            heap_.pop();
        }
        return all;
    }

private:
    std::size_t n_;
    Before before_;
    std::priority_queue<T, std::vector<T>, Before> heap_; // the last of the kept on top
};

} // namespace

std::vector<GroupSums> unit_sums(const Snapshot& snapshot, const Sweep& swept) {
    const Units& units = snapshot.units();
    std::vector<GroupSums> sums(units.size());
    for (std::size_t b = 0; b < snapshot.block_count(); ++b)
        sums[snapshot.block(b).unit] += block_sums(snapshot.block(b), swept.cells_of(b));
    // Tree order: everything under a unit comes after it, so from the end each is complete when it is passed up.
    for (UnitIndex u = units.size(); u-- > 0;)
        if (units.parent(u) != no_index) sums[units.parent(u)] += sums[u];
    return sums;
}

std::vector<GroupSums> skill_sums(const Snapshot& snapshot, const Sweep& swept) {
    std::vector<GroupSums> sums(snapshot.skills().size());
    for (std::size_t r = 0; r < snapshot.role_count(); ++r) {
        const Role& role = snapshot.role(static_cast<RoleIndex>(r));
        const Snapshot::RoleHolders& held = snapshot.holders_of(static_cast<RoleIndex>(r));
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot) {
            GroupSums& of = sums[role.skill()[slot]];
            of.people += held.people;
            of.sums += slot_sums(role, slot, held, swept.role_slots.data() + swept.role_at[r]);
        }
    }
    // Whoever needs a skill in several roles is still one person.
    for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
        if (b + 8 < snapshot.block_count()) __builtin_prefetch(&snapshot.block(b + 8).needed_again);
        for (const SkillIndex skill : snapshot.block(b).needed_again) --sums[skill].people;
    }
    return sums;
}

std::vector<GroupSums> role_sums(const Snapshot& snapshot, const Sweep& swept) {
    std::vector<GroupSums> sums(snapshot.role_count());
    for (std::size_t r = 0; r < snapshot.role_count(); ++r) {
        const Role& role = snapshot.role(static_cast<RoleIndex>(r));
        const Snapshot::RoleHolders& held = snapshot.holders_of(static_cast<RoleIndex>(r));
        if (role.slots() > 0) sums[r].people = held.people;
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
            sums[r].sums += slot_sums(role, slot, held, swept.role_slots.data() + swept.role_at[r]);
    }
    return sums;
}

GroupSums organisation_sums(const Snapshot& snapshot, const Sweep& swept) {
    GroupSums sums;
    for (std::size_t b = 0; b < snapshot.block_count(); ++b) sums += block_sums(snapshot.block(b), swept.cells_of(b));
    return sums;
}

namespace {

// The row of the whole organisation is what its roles say; all blocks need not be walked for it.
std::optional<std::vector<Cell>> whole_row(const Snapshot& snapshot, const Sweep& swept, Snapshot::Range range) {
    if (range.begin != 0 || range.end != snapshot.block_count() || swept.role_at.empty()) return std::nullopt;
    std::vector<Cell> cells;
    const std::vector<GroupSums> sums = skill_sums(snapshot, swept);
    for (std::size_t s = 0; s < sums.size(); ++s)
        if (sums[s].sums.rows > 0) cells.push_back({static_cast<SkillIndex>(s), sums[s]});
    return cells;
}

std::vector<Cell> row_of(const Snapshot& snapshot, const Sweep& swept, Snapshot::Range range, Tray& tray) {
    if (auto whole = whole_row(snapshot, swept, range)) return *std::move(whole);
    add_blocks(snapshot, swept, range, tray);
    return tray.take();
}

} // namespace

std::vector<Cell> heat_row(const Snapshot& snapshot, const Sweep& swept, UnitIndex unit, bool subtree) {
    Tray tray{snapshot.skills().size()};
    return row_of(snapshot, swept, blocks_of(snapshot, unit, subtree), tray);
}

std::vector<std::vector<Cell>> heat_map(const Snapshot& snapshot, const Sweep& swept, std::span<const UnitIndex> units,
                                        bool subtree, int threads) {
    std::vector<std::vector<Cell>> rows(units.size());
    std::vector<std::unique_ptr<Tray>> trays(static_cast<std::size_t>(std::max(1, threads)));
    fork_join(units.size(), 1, threads, [&](std::size_t begin, std::size_t end, int thread) {
        auto& own = trays[static_cast<std::size_t>(thread)];
        if (!own) own = std::make_unique<Tray>(snapshot.skills().size());
        Tray& tray = *own;
        for (std::size_t i = begin; i < end; ++i)
            rows[i] = row_of(snapshot, swept, blocks_of(snapshot, units[i], subtree), tray);
    });
    return rows;
}

PersonTotals person_totals(const Snapshot& snapshot, const Sweep& swept, PersonIndex person) {
    if (!snapshot.present(person)) return {.person = person};
    return totals_at(snapshot, swept, snapshot.block_position(person), snapshot.row_of(person));
}

std::vector<PersonTotals> everyones_totals(const Snapshot& snapshot, const Sweep& swept, int threads) {
    std::vector<PersonTotals> totals(snapshot.person_end());
    for (std::size_t p = 0; p < totals.size(); ++p) totals[p].person = static_cast<PersonIndex>(p);
    fork_join(snapshot.block_count(), 64, threads, [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t b = begin; b < end; ++b) {
            const Block& block = snapshot.block(b);
            const auto holdings = swept.holdings_of(b);
            for (std::size_t row = 0; row < block.people(); ++row)
                totals[block.person[row]] = totals_of(snapshot, block, row, block.person[row]);
            for (std::size_t i = 0; i < holdings.size(); ++i) add(totals[block.person[block.holding[i]]], holdings[i]);
            for (const PersonIndex p : block.person) finish(totals[p]);
        }
    });
    return totals;
}

std::vector<PersonTotals> largest_gaps(const Snapshot& snapshot, const Sweep& swept, std::size_t n) {
    Foremost<Candidate, decltype(&larger)> foremost{n, &larger};
    std::int64_t weighted_gap[Block::most_people];
    for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
        // Most blocks have nobody to offer.
        if (const auto* least = foremost.last(); least != nullptr && swept.most_gap[b] < least->weighted_gap) continue;
        const Block& block = snapshot.block(b);
        const auto holdings = swept.holdings_of(b);
        std::fill_n(weighted_gap, block.people(), 0);
        for (std::size_t i = 0; i < holdings.size(); ++i) weighted_gap[block.holding[i]] += holdings[i].weighted_gap;
        for (std::size_t row = 0; row < block.people(); ++row)
            if (weighted_gap[row] > 0)
                foremost.offer({weighted_gap[row], block.person[row], static_cast<std::uint32_t>(b),
                                static_cast<std::uint32_t>(row)});
    }
    std::vector<PersonTotals> people;
    for (const Candidate& found : foremost.take()) people.push_back(totals_at(snapshot, swept, found.block, found.row));
    return people;
}

std::vector<PlacedCell> largest_cells(const Snapshot& snapshot, const Sweep& swept, std::size_t n) {
    const auto before = [](const PlacedCell& a, const PlacedCell& b) {
        const auto gap_a = a.cell.of.sums.weighted_gap;
        const auto gap_b = b.cell.of.sums.weighted_gap;
        return gap_a != gap_b ? gap_a > gap_b : std::tie(a.unit, a.cell.skill) < std::tie(b.unit, b.cell.skill);
    };
    Foremost<PlacedCell, decltype(before)> foremost{n, before};
    Tray tray{snapshot.skills().size()};
    for (UnitIndex unit = 0; unit < snapshot.units().size(); ++unit) {
        add_blocks(snapshot, swept, blocks_of(snapshot, unit, false), tray);
        for (const Cell& cell : tray.take())
            if (cell.of.sums.weighted_gap > 0) foremost.offer({unit, cell});
    }
    return foremost.take();
}

} // namespace kunna::engine
