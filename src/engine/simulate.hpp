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
    // tenure: months by PersonIndex, at most 12.
    Simulator(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, const Assumptions& assumed);

    // Cells come in a fixed order, the months of a cell together.
    void run(std::uint64_t seed, const std::function<void(const Drawn&)>& take) const;

private:
    struct Holder {
        int tenure = 0;
        std::vector<int> level{}; // by requirement; state_unknown when nothing is known
    };
    struct Group {
        RoleIndex role = 0;
        UnitIndex unit = 0;
        std::uint32_t shape = 0;
        bool added = false;
        std::vector<Holder> holders{};
    };
    class Draws;
    void run_group(const Group& group, Draws& draws, double hazard_factor, double demand_shock,
                   const std::function<void(const Drawn&)>& take) const;
    void age(const Group& group, Draws& draws, Holder& holder, int month) const;
    void renew(const Group& group, Draws& draws, Holder& holder) const;

    const Snapshot& snapshot_;
    const Assumptions& assumed_;
    std::vector<Group> groups_;
    std::vector<double> keeps_; // by shape
};

} // namespace kunna::engine
