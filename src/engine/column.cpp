// Column: making one.
#include "engine/column.hpp"

namespace kunna::engine {

Audience audience_of(const Demand& demand, const CellSums& cell) {
    const std::uint32_t uncertain = demand.rows - cell.met - cell.below - cell.unknown;
    return {demand.people, {cell.met, uncertain, cell.below, cell.unknown}};
}

OwnAudience total_of(const Block& block, std::span<const CellSums> cells) {
    OwnAudience total{block.unit, {.people = block.people_with_rows}};
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const Audience audience = audience_of(block.demand[c], cells[c]);
        for (std::size_t state = 0; state < 4; ++state) total.audience.rows[state] += audience.rows[state];
    }
    return total;
}

std::size_t merge_units(std::vector<OwnAudience>& entries, std::size_t begin, std::size_t end, std::size_t kept) {
    const std::size_t first = kept;
    for (std::size_t i = begin; i < end; ++i) {
        if (kept > first && entries[kept - 1].unit == entries[i].unit)
            entries[kept - 1].audience += entries[i].audience;
        else
            entries[kept++] = entries[i];
    }
    return kept;
}

Column column_of(const Units& units, std::span<const OwnAudience> own) {
    Column column;
    column.tree.reserve(2 * own.size() + 16);
    column.node.reserve(2 * own.size() + 16);
    const auto add = [&](std::uint32_t parent, std::uint32_t number) {
        column.tree.push_back({.parent = parent});
        column.node.push_back(number);
        return static_cast<std::uint32_t>(column.tree.size() - 1);
    };
    std::vector<std::uint32_t> path{add(no_index, 0)}; // nodes from the organisation to the last unit
    std::vector<UnitIndex> path_unit{no_index};
    std::vector<UnitIndex> missing;
    for (const OwnAudience& entry : own) {
        while (path.size() > 1 && units.end_of(path_unit.back()) <= entry.unit) {
            path.pop_back();
            path_unit.pop_back();
        }
        missing.clear();
        for (UnitIndex u = entry.unit; u != path_unit.back(); u = units.parent(u)) missing.push_back(u);
        for (std::size_t i = missing.size(); i-- > 0;) {
            path.push_back(add(path.back(), 1 + 2 * missing[i]));
            path_unit.push_back(missing[i]);
        }
        if (units.end_of(entry.unit) > entry.unit + 1) {
            const std::uint32_t leaf = add(path.back(), 2 + 2 * entry.unit);
            column.tree[leaf].audience = entry.audience;
        } else
            column.tree[path.back()].audience = entry.audience;
    }
    for (std::size_t v = column.tree.size(); v-- > 1;) {
        SuppressNode& parent = column.tree[column.tree[v].parent];
        parent.audience += column.tree[v].audience;
        parent.size += column.tree[v].size;
    }
    return column;
}

Column column_of_totals(const Units& units, std::vector<OwnAudience> own) {
    own.resize(merge_units(own, 0, own.size(), 0));
    std::erase_if(own, [](const OwnAudience& total) { return total.audience.people == 0; });
    return column_of(units, own);
}

} // namespace kunna::engine
