// Overlay: assumptions against a picture of the workforce: checked, and made into the picture as it would be.
#pragma once

#include "engine/snapshot.hpp"
#include "insights/seen.hpp"
#include "whatif/assumptions.hpp"

namespace kunna::whatif {

// A unit with all under it, or its own people only.
struct Closed {
    engine::UnitIndex unit = 0;
    bool subtree = true;
};

// A role's requirement of one skill that is to be another.
struct Changed {
    engine::RoleIndex role = 0;
    engine::SkillIndex skill = 0;
    std::optional<engine::Level> level{}; // none: no longer required
};

struct Grown {
    engine::RoleIndex role = 0;
    double share = 0; // of those who hold it; −0.2: a fifth goes
};

// Those who hold one role in one unit, without the units under it.
struct Posts {
    engine::RoleIndex role = 0;
    engine::UnitIndex unit = 0;
};

struct Overlay {
    engine::Snapshot after{};                   // all but the growth, which is no matter of single people
    std::vector<PersonId> leavers{};            // who was opened
    std::vector<engine::PersonIndex> vacated{}; // of them, whose posts are still there
    std::vector<Posts> hired{};                 // one an assumption
    std::vector<Closed> closed{};
    std::vector<Changed> changed{};
    std::vector<Grown> grown{};
    std::vector<std::int64_t> left{}; // by unit, its own people: who are no longer there …
    std::vector<std::int64_t> came{}; // … and who have come
};

// Refuses by field: whatif.too_many, person.not_found (also whom the actor may not see), unit.not_found (also outside
// the fence), whatif.place, role.not_found, skill.not_found, whatif.new_role, whatif.one_role, whatif.count,
// whatif.level, whatif.importance, whatif.growth, whatif.negative, whatif.twice; and access.reason_needed.
Result<Overlay> overlay(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                        const insights::Fence& fence, const WhatIfAssumptions& assumed);

} // namespace kunna::whatif
