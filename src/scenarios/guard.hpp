// Guard: what of a forecast may be told to somebody who may not see the people behind it.
//
// A forecast is a sum over the people of today, so what insights hides of today is hidden of the future: skills by unit
// and in all, roles, units. Assumptions are a second way in: closing a unit, or emptying a role, and taking the
// difference would tell what that unit or role alone is. So a sum is told under assumptions that single out a unit or a
// role only when that unit's or role's own part of the sum may be told too.
#pragma once

#include "engine/forecast.hpp"
#include "insights/lists.hpp"
#include "scenarios/ground.hpp"
#include "scenarios/scenario.hpp"
#include "staffing/part.hpp"

#include <set>

namespace kunna::scenarios {

class Guard {
public:
    Guard(const Ground& ground, const staffing::Part& part, const insights::Fence& fence, bool open);

    // From here on of forecasts under these assumptions; may be said of several, one after the other.
    void under(const Assumptions& assumptions);

    [[nodiscard]] bool skill(engine::SkillIndex skill) const;
    [[nodiscard]] bool role(engine::RoleIndex role) const;
    [[nodiscard]] bool unit(engine::UnitIndex unit) const;
    [[nodiscard]] bool whole() const;

private:
    [[nodiscard]] bool role_of_skill(engine::RoleIndex role, engine::SkillIndex skill) const;
    [[nodiscard]] RolesBySkill roles_by_skill() const;

    const Ground& ground_;
    const staffing::Part& part_;
    bool open_;                                           // whoever asks may read the levels of everybody concerned
    std::shared_ptr<const std::vector<bool>> role_shown_; // by role
    std::set<engine::UnitIndex> units_;
    std::set<engine::RoleIndex> roles_;
    std::shared_ptr<const RolesBySkill> shown_; // when roles are singled out
    const insights::Fence& fence_;
};

} // namespace kunna::scenarios
