// Simulate: the same future as forecast.hpp describes, drawn person by person and month by month. The referee of the
// analytic engine: it shares its assumptions, and none of its maths.
#pragma once

#include "engine/forecast.hpp"

namespace kunna::engine {

// One run: every role × unit × skill, by month.
struct Drawn {
    RoleIndex role = 0;
    UnitIndex unit = 0;
    SkillIndex skill = 0;
    int month = 0;
    int able = 0;
    int unknown = 0;
    double demand = 0;
    [[nodiscard]] double shortage() const { return std::max(0.0, demand - able - unknown); }
};

class Simulator {
public:
    // Both by PersonIndex: months, at most 12, and age numbers; no ages: none is known.
    Simulator(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, const Assumptions& assumed,
              std::span<const std::uint8_t> age = {});

    // Cells come in a fixed order, the months of a cell together.
    void run(std::uint64_t seed, const std::function<void(const Drawn&)>& take) const;

private:
    class Draws;
    class Run;

    // Whoever holds a post when a run begins.
    struct Holder {
        int tenure = 0;
        std::size_t cohort = 0;
        std::size_t levels = 0; // a step a requirement, or state_unknown, from here on in levels_
    };
    struct Group {
        RoleIndex role = 0;
        UnitIndex unit = 0;
        std::uint32_t shape = 0;
        bool added = false;
        std::size_t first = 0; // of the holders
        std::size_t end = 0;
    };

    const Snapshot& snapshot_;
    const Assumptions& assumed_;
    std::vector<Group> groups_;
    std::vector<Holder> holders_;
    std::vector<std::int8_t> levels_;
    std::vector<double> keeps_; // by shape
};

} // namespace kunna::engine
