// What a sweep tells, rolled up: units up the tree, skills, the organisation, unit × skill tables, the largest gaps.
#pragma once

#include "engine/sweep.hpp"

namespace kunna::engine {

// By unit, each with all units under it.
std::vector<GroupSums> unit_sums(const Snapshot& snapshot, const Sweep& swept);
// By skill and by role, over the whole organisation; the sweep must have been asked by_role.
std::vector<GroupSums> skill_sums(const Snapshot& snapshot, const Sweep& swept);
std::vector<GroupSums> role_sums(const Snapshot& snapshot, const Sweep& swept);
GroupSums organisation_sums(const Snapshot& snapshot, const Sweep& swept);

struct Cell {
    SkillIndex skill = 0;
    GroupSums of{};

    bool operator==(const Cell&) const = default;
};

// One row of the map: the skills that the roles of these units require, ascending. With `subtree` all units under it
// are included, otherwise the unit's own people only.
std::vector<Cell> heat_row(const Snapshot& snapshot, const Sweep& swept, UnitIndex unit, bool subtree = true);
// Several rows at once, by thread.
std::vector<std::vector<Cell>> heat_map(const Snapshot& snapshot, const Sweep& swept, std::span<const UnitIndex> units,
                                        bool subtree = true, int threads = 1);

// A person's sums from the sweep: the same as person_sums, without the unweighted gap and FTE.
struct PersonTotals {
    PersonIndex person = 0;
    std::int64_t weighted_gap = 0;
    std::int64_t weighted_required = 0; // of the known rows
    std::int64_t rows = 0;
    std::int64_t met = 0;
    std::int64_t uncertain = 0;
    std::int64_t below = 0;
    std::int64_t unknown = 0;
    std::int64_t must_not_met = 0;

    [[nodiscard]] bool ready() const { return must_not_met == 0; }
    bool operator==(const PersonTotals&) const = default;
};
PersonTotals person_totals(const Snapshot& snapshot, const Sweep& swept, PersonIndex person);
// Everyone present, by PersonIndex; one entry a person, also without rows.
std::vector<PersonTotals> everyones_totals(const Snapshot& snapshot, const Sweep& swept, int threads = 1);

// The n with the largest weighted gap, largest first; equal ones by PersonIndex.
std::vector<PersonTotals> largest_gaps(const Snapshot& snapshot, const Sweep& swept, std::size_t n);

struct PlacedCell {
    UnitIndex unit = 0;
    Cell cell{};
};
// The n (unit's own people × skill) with the largest weighted gap, largest first; equal ones by unit, then skill.
std::vector<PlacedCell> largest_cells(const Snapshot& snapshot, const Sweep& swept, std::size_t n);

} // namespace kunna::engine
