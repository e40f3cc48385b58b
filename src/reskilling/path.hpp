// Path: the cheapest way for one person to reach what a role requires: which activities, in which order.
//
// What is missing is requirement − level. A level that nobody has said anything about is unknown, not zero: it is to be
// assessed first, and no activity is planned for it. An activity can be taken once, by whoever reaches what it asks for
// and has done what comes before it, or is about at all that this would teach (testing out, domain.md §7). It raises a
// skill for whoever is about at `from` or above, and below `to` (learning/activity.hpp). Of all ways, the best one
// leaves the least gap, then costs the least, then takes the least time; of equals, the one found first in the order of
// the activities.
//
// Exact: missing skills that no activity, entry level or prerequisite ties together are solved apart; within a group a
// search by cost (Dijkstra) over what is known and what is done visits every way that is not dearer than the answer.
// A group that needs more than `most_states` states is solved step by step instead, and the path says so.
#pragma once

#include "engine/level.hpp"
#include "learning/activity.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace kunna::reskilling {

using engine::Level;
using SkillNumber = std::uint32_t;

// Near enough to the step: to begin there, to have what is asked for first, not to need what teaches it.
inline bool about(Level now, Level step) {
    return now.number() + learning::near_enough >= step.number();
}

struct Raise {
    SkillNumber skill = 0;
    Level from{};
    Level to{};
    double chance = 1; // (0, 1]
};
struct Entry {
    SkillNumber skill = 0;
    Level level{};
};
// An activity as one person would take it.
struct Way {
    std::int64_t cost = 0; // öre
    std::int32_t minutes = 0;
    std::vector<Raise> raises{};
    std::vector<Entry> entry{};
    std::vector<std::uint32_t> after{}; // places of those to be done first; one that is not offered is `lost`
};
inline constexpr std::uint32_t lost = 0xFFFFFFFF;

struct Wanted {
    SkillNumber skill = 0;
    Level level{};
};

struct PathStep {
    std::uint32_t way = 0;
    std::vector<Raise> raised{}; // what it does for this person: from where they are then; of the skills that matter
    bool operator==(const PathStep& other) const { return way == other.way; }
};
// What no activity reaches.
struct Left {
    SkillNumber skill = 0;
    Level from{}; // after the path
    Level to{};   // required
};

struct Path {
    std::vector<Wanted> unknown{}; // to be assessed first
    std::vector<Left> missing{};   // from what is held now to what is required
    std::vector<PathStep> steps{}; // in order
    std::vector<Left> left{};      // what remains after them
    std::int64_t cost = 0;         // öre
    std::int64_t minutes = 0;
    double chance = 1; // that every step does what it should, as if they were independent
    bool exact = true;
};

inline constexpr std::size_t most_states = 60'000;

// What is offered, found by the skill it raises. Made once for many people.
class Ways {
public:
    // Throws std::invalid_argument on an `after` that points outside.
    explicit Ways(std::vector<Way> ways);
    [[nodiscard]] const std::vector<Way>& all() const { return ways_; }
    [[nodiscard]] std::span<const std::uint32_t> raising(SkillNumber skill) const;

private:
    std::vector<Way> ways_;
    std::vector<std::vector<std::uint32_t>> raising_;
};

// held: nothing when the level is unknown. wanted: every skill once.
using Held = std::function<std::optional<Level>(SkillNumber)>;
Path find_path(const Ways& ways, std::span<const Wanted> wanted, const Held& held, std::size_t states = most_states);

} // namespace kunna::reskilling
