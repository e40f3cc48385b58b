// Asking: the needs a plan is to close, and what a level step of each is worth.
//
// Of a goal's need: criticality k × urgency (domain.md §3), × the must-factor for a must; where management chose
// another priority than the formula's, × chosen / computed. Of what a role requires: importance × the must-factor.
#pragma once

#include "engine/need.hpp"
#include "goals/goals.hpp"
#include "insights/workforce.hpp"
#include "plans/frame.hpp"

#include <vector>

namespace kunna::plans {

struct AskedNeed {
    engine::NeedGroup of{};
    engine::SkillIndex skill = 0;
    engine::Level level{};
    std::int32_t step = 0;
    bool must = false;
    double weight = 1;
    std::optional<std::int64_t> headcount{};     // full-time equivalents; everybody who holds the role when absent
    const goals::PursuedNeed* pursued = nullptr; // nothing: a role's requirement
};

// Pursued needs that are deliberately without money, and those of skills nobody knows, are left out. Borrows them.
std::vector<AskedNeed> needs_asked(const insights::Workforce& workforce, const std::vector<goals::PursuedNeed>& pursued,
                                   RoleGaps roles);

} // namespace kunna::plans
