// Part: the units a question is about, and what may be told of them to the one who asks.
#pragma once

#include "engine/supply.hpp"
#include "insights/seen.hpp"

namespace kunna::staffing {

class Part {
public:
    // A unit with everything under it, or all whose sums the actor may see. not_found, "unit.not_found".
    static Result<Part> of(const insights::Workforce& workforce, const access::Actor& actor, const insights::Seen& seen,
                           std::optional<UnitId> unit);

    [[nodiscard]] const std::vector<engine::UnitIndex>& tops() const { return fence_.tops; }
    [[nodiscard]] bool whole() const { return fence_.whole; }
    [[nodiscard]] std::int64_t people() const;
    // Of the unit or of the organisation; empty for several units.
    [[nodiscard]] std::string name() const;
    // Numbers of the skill, and of all skills: those that insights shows to anybody who has sums of these units, and
    // all of them to whoever may read the levels of everybody there.
    [[nodiscard]] bool tells(engine::SkillIndex skill) const {
        return open_ || insights::shows(*workforce_, fence_, skill);
    }
    [[nodiscard]] bool tells_total() const { return open_ || insights::shows_total(*workforce_, fence_); }

private:
    const insights::Workforce* workforce_ = nullptr;
    insights::Fence fence_{};
    bool open_ = false;
};

// FTE that meet what is required / FTE of whom it is required; nothing when nobody.
std::optional<double> share(std::int64_t met, std::int64_t required);

} // namespace kunna::staffing
