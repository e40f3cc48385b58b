// Fence: over which units an actor may see sums. Always whole subtrees, so that the slices are fixed and cannot be cut
// to fit one person.
#pragma once

#include "access/actor.hpp"
#include "base/result.hpp"
#include "insights/workforce.hpp"

#include <vector>

namespace kunna::insights {

struct Fence {
    std::vector<engine::UnitIndex> tops{}; // in tree order, none under another
    bool whole = false;                    // everything there is

    [[nodiscard]] bool covers(const engine::Units& units, engine::UnitIndex unit) const;
};

// HR and L&D: the whole, or the units of the grant. Executive and auditor: the whole. A manager: the largest units in
// which everybody is in the manager's chain.
Fence fence_of(const Workforce& workforce, const access::Actor& actor);
// The units to answer for: the one asked for, when the fence covers it, else all tops. not_found, "unit.not_found".
Result<std::vector<engine::UnitIndex>> units_asked(const Workforce& workforce, const Fence& fence,
                                                   std::optional<UnitId> unit);
// The same as a fence of its own: the whole stays the whole only when no unit is asked for.
Result<Fence> part_of(const Workforce& workforce, const Fence& fence, std::optional<UnitId> unit);

// May the sum over all tops be shown to someone who may not see the people: of one skill, and of all? It may when each
// of its parts may: otherwise a shown part would give the hidden one away.
bool shows(const Workforce& workforce, const Fence& fence, engine::SkillIndex skill);
bool shows_total(const Workforce& workforce, const Fence& fence);

} // namespace kunna::insights
