// Role slices: of a cell of unit × skill, the part that is about those who hold one role; and which of these parts may
// be told. A what-if that touches one role gives its part away, as the difference between after and before, and what
// is left of the cell beside it (docs/decisions/0013-what-if-of-fixed-slices.md).
//
// Which parts may be told depends on the workforce and the rule alone, never on what is asked: so two questions, one
// subtracted from the other, give away no more than each part does.
#pragma once

#include "engine/suppress.hpp"

#include <map>

namespace kunna::engine {

// One role's part of a skill's column: by node of the tree of units, who holds the role and in which state.
class RoleSlice {
public:
    // Of a unit with all under it, and of its own people only: told, or nobody there.
    [[nodiscard]] bool tells(UnitIndex unit) const { return tells_node(1 + 2 * unit); }
    [[nodiscard]] bool tells_own(const Units& units, UnitIndex unit) const {
        return tells_node(units.end_of(unit) > unit + 1 ? 2 + 2 * unit : 1 + 2 * unit);
    }
    [[nodiscard]] bool tells_organisation() const { return tells_node(0); }
    [[nodiscard]] bool tells_node(std::uint32_t node) const;
    // Is anybody of the role there?
    [[nodiscard]] bool has(UnitIndex unit) const;

private:
    friend class RoleSlices;

    [[nodiscard]] const SuppressNode* find(std::uint32_t node) const;

    std::vector<SuppressNode> tree_;
    std::vector<std::uint32_t> node_; // as in Disclosure, ascending
};

// The parts of one skill's cells.
class RoleSlices {
public:
    RoleSlices(const Snapshot& snapshot, SkillIndex skill, const SuppressRule& rule);

    // The role's part as it is today; of a role that does not require the skill, nobody.
    [[nodiscard]] const RoleSlice& today(RoleIndex role) const;
    // The same if the role required the skill at this level; tells nothing that today's part does not.
    [[nodiscard]] RoleSlice at_level(RoleIndex role, Level required) const;

private:
    [[nodiscard]] RoleSlice slice(RoleIndex role, Level required) const;
    void guard_cells();

    const Snapshot& snapshot_;
    SkillIndex skill_;
    SuppressRule rule_;
    std::map<RoleIndex, RoleSlice> today_;
};

} // namespace kunna::engine
