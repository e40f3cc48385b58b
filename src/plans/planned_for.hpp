// PlannedFor: for whom a plan may choose something.
#pragma once

#include "engine/need.hpp"
#include "insights/workforce.hpp"
#include "plans/frame.hpp"

#include <unordered_set>

namespace kunna::plans {

// Everybody in the frame's units whom no ban keeps out whole.
class PlannedFor {
public:
    PlannedFor(const insights::Workforce& workforce, const Frame& frame);

    [[nodiscard]] bool unit(engine::UnitIndex unit) const;
    [[nodiscard]] bool person(engine::PersonIndex person) const { return !banned_.contains(person); }

private:
    const engine::Units& units_;
    engine::NeedGroup within_;
    engine::NeedGroup banned_units_;
    std::unordered_set<engine::PersonIndex> banned_;
};

} // namespace kunna::plans
