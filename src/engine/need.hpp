// Need: so many people of a group are to have a skill at a level; how many of them do, and what is left to close it.
#pragma once

#include "engine/gap.hpp"

namespace kunna::engine {

// Of whom it is asked: the people of these units and those under them, no top under another; of all when empty. With a
// role: of those who hold it.
struct NeedGroup {
    std::vector<UnitIndex> tops{};
    std::optional<RoleIndex> role{};

    [[nodiscard]] bool reaches(const Units& units, UnitIndex unit) const;
};

struct Need {
    NeedGroup of{};
    SkillIndex skill = 0;
    Level level{};
    std::int64_t headcount = 0; // full-time equivalents
};

struct NeedStanding {
    std::int64_t people = 0;        // in the group
    std::int64_t others = 0;        // in its units, without the role
    std::int64_t fte = 0;           // thousandths, of the group
    std::int64_t qualified = 0;     // at the level, sure
    std::int64_t fte_qualified = 0; // Q, thousandths
    std::int64_t uncertain = 0;     // at the level, not sure: an assessment away
    std::int64_t below = 0;
    std::int64_t unknown = 0;
    std::int64_t near = 0; // of those below: at most one step from the level
    // To fill the headcount with the nearest of the group, the uncertain first: level units to be learnt, and how many
    // of those to be filled nobody known in the group is left for.
    std::int64_t gap_units = 0;
    std::int64_t from_outside = 0;

    // C = min(1, Q / D), D the headcount (domain.md §3).
    [[nodiscard]] double coverage(std::int64_t headcount) const;
};

// One pass over the people for all needs; the standings in the order of the needs.
std::vector<NeedStanding> standings(const Snapshot& snapshot, std::span<const Need> needs, int threads = 1);

} // namespace kunna::engine
