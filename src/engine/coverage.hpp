// Coverage's companions: bus factor, criticality and priority with all their parts (domain.md §3).
#pragma once

#include "engine/gap.hpp"

namespace kunna::engine {

// People in the units [from, to) who hold the skill at `required` or more, sure, and are not known to leave within
// six months — whether or not their role requires it. 0 uncovered, 1 a single point of failure.
// A skill that roles require at several levels has a bus factor for each; the least is the one of the highest level.
std::int64_t bus_factor(const Snapshot& snapshot, SkillIndex skill, Level required, UnitIndex from, UnitIndex to);
std::int64_t bus_factor(const Snapshot& snapshot, SkillIndex skill, Level required);

// k = goal weight (1–5) × consequence (1–3) × scarcity (1–3).
struct Criticality {
    int goal_weight = 1;
    int consequence = 1;
    int scarcity = 1;

    [[nodiscard]] int value() const { return goal_weight * consequence * scarcity; }
    [[nodiscard]] bool high() const { return value() >= 20; }
};

// min(4, 12 / max(3, months left)).
double urgency(double months_left);
// Hours to close the gap in working weeks: hours / 40. Less than one hour counts as one, so that nothing is free.
double effort(double hours);
// Σ g × hours per level; gap in level units.
double hours_to_close(std::int64_t gap_units, double hours_per_level);

// priority = k × (1 − C) × urgency / effort, with the parts to show beside it.
struct Priority {
    Criticality criticality;
    double coverage = 0;
    double urgency = 0;
    double effort = 0;
    double value = 0;
};
Priority priority(Criticality criticality, double coverage, double months_left, double hours);

} // namespace kunna::engine
