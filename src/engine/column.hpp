// Column: one skill of the table unit × skill, or its totals, as a tree that suppress() takes. For disclose() and its
// kin.
#pragma once

#include "engine/suppress.hpp"

namespace kunna::engine {

// Who is behind a cell of a block.
Audience audience_of(const Demand& demand, const CellSums& cell);

// A unit's own people in one column.
struct OwnAudience {
    UnitIndex unit = 0;
    Audience audience{};
};

// All cells of a block together.
OwnAudience total_of(const Block& block, std::span<const CellSums> cells);

// Moves entries [begin, end) down to `kept`, those of one unit, which stand together, as one; returns where they end.
std::size_t merge_units(std::vector<OwnAudience>& entries, std::size_t begin, std::size_t end, std::size_t kept);

// The organisation, the units that have anybody in the column, their ancestors, and the own people of units that have
// units under them.
struct Column {
    std::vector<SuppressNode> tree;
    std::vector<std::uint32_t> node; // → node number as in Disclosure; ascending, since both are in tree order
};

// `own` in tree order, one entry a unit.
Column column_of(const Units& units, std::span<const OwnAudience> own);
// `own` by block, in order.
Column column_of_totals(const Units& units, std::vector<OwnAudience> own);

} // namespace kunna::engine
