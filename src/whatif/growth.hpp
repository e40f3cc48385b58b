// Growth: what some per cent more, or fewer, of a role add to the sums. Who comes has no levels yet; who goes is not
// known, so as much of each state goes as of all.
#pragma once

#include "engine/gap.hpp"

#include <vector>

namespace kunna::whatif {

// What one role requires of those who hold it, by unit.
class RoleShares {
public:
    RoleShares(const engine::Snapshot& snapshot, engine::RoleIndex role, double share);

    struct Added {
        engine::SkillIndex skill = 0;
        engine::GroupSums sums{}; // negative where the role shrinks
    };
    // What the units [from, to) get, skill by skill: expected numbers, rounded.
    [[nodiscard]] std::vector<Added> added(engine::UnitIndex from, engine::UnitIndex to) const;
    [[nodiscard]] std::int64_t people(engine::UnitIndex from, engine::UnitIndex to) const;

private:
    struct Own {
        engine::UnitIndex unit = 0;
        std::int64_t people = 0;
        std::vector<engine::Sums> slots{};
    };
    // Calls each(own) for the units of the range.
    template <class Each>
    void within(engine::UnitIndex from, engine::UnitIndex to, const Each& each) const;

    double share_;
    std::vector<engine::SkillIndex> skills_; // by slot
    std::vector<Own> own_;                   // in tree order
};

} // namespace kunna::whatif
