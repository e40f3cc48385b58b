// Told: which numbers of a what-if may be told to someone who may not see the people.
//
// Every number after is made of fixed slices of today: cells of unit × skill, the parts of them that are about one
// role, people whose levels the asker may read, and what the asker states. It is told when each slice it is made of
// is (docs/decisions/0013-what-if-of-fixed-slices.md).
#pragma once

#include "engine/role_slices.hpp"
#include "whatif/overlay.hpp"

namespace kunna::whatif {

// few: guarded as everywhere. everybody: the asker may read each level there, so that a difference tells nothing new.
// database: whoever has the database in hand.
enum class Sees : std::uint8_t { few, everybody, database };

class Told {
public:
    Told(const insights::Workforce& workforce, const Overlay& overlay, Sees sees);

    // Of the unit with all under it.
    [[nodiscard]] bool before(engine::UnitIndex unit, engine::SkillIndex skill) const;
    [[nodiscard]] bool after(engine::UnitIndex unit, engine::SkillIndex skill) const;
    [[nodiscard]] bool total_before(engine::UnitIndex unit) const;
    [[nodiscard]] bool total_after(engine::UnitIndex unit) const;
    // How many people there would be: with growth it says how many hold the role.
    [[nodiscard]] bool headcount_after(engine::UnitIndex unit) const;
    // Of all that the actor has sums of.
    [[nodiscard]] bool whole_before(const insights::Fence& part) const;
    [[nodiscard]] bool whole_after(const insights::Fence& part) const;
    [[nodiscard]] bool whole_headcount_after(const insights::Fence& part) const;

private:
    // What a role takes part with in one skill: today, and at another level when that changes.
    struct Part {
        engine::RoleSlice today{};
        std::optional<engine::RoleSlice> changed{};
    };

    [[nodiscard]] bool gone(engine::UnitIndex unit) const;
    // A unit with all under it; nothing: everything there is.
    using Place = std::optional<engine::UnitIndex>;
    // Does each(closed) hold for all that closes there?
    template <class Each>
    [[nodiscard]] bool all_closed(Place place, const Each& each) const;
    [[nodiscard]] bool parts_tell(const std::vector<Part>& parts, Place place) const;
    [[nodiscard]] bool all_parts_tell(Place place) const;
    [[nodiscard]] bool total_changes(Place place) const;

    const insights::Workforce& workforce_;
    const Overlay& overlay_;
    Sees sees_;
    std::map<engine::SkillIndex, std::vector<Part>> parts_;
};

} // namespace kunna::whatif
