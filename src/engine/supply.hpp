// Supply: by skill, what the roles of some units require, and who is there to meet it.
#pragma once

#include "engine/sweep.hpp"

namespace kunna::engine {

// The step from which a sure level is an expert's: handles hard cases, teaches (domain.md §3). On a shorter scale its
// highest.
inline constexpr int expert_step = 4;

struct Supply {
    std::int64_t people = 0;       // whose roles require it
    Sums sums{};                   // of their rows
    std::int64_t holders = 0;      // reach the bar, sure, and are not known to leave: the bus factor (domain.md §3)
    std::int64_t experts = 0;      // reach the bar and expert_step, sure
    PersonIndex holder = no_index; // one of the holders: the only one when there is one
};

// By skill: the highest level that any role somebody in these units and those under them holds requires.
std::vector<Bar> bars(const Snapshot& snapshot, std::span<const UnitIndex> tops);

// By skill, over the people of these units and those under them; no top under another. Holders and experts count
// whether or not their role requires the skill, and only for skills with a bar. The bars may be those of another
// Snapshot: of before somebody left.
std::vector<Supply> supply(const Snapshot& snapshot, std::span<const UnitIndex> tops, std::span<const Bar> bars);

} // namespace kunna::engine
