// Told ahead: which numbers of a forecast under a what-if may be told to someone who may not see the people.
#pragma once

#include "scenarios/forecasts.hpp"
#include "whatif/told.hpp"

namespace kunna::whatif {

class ToldAhead {
public:
    ToldAhead(const scenarios::Ground& ground, const Overlay& overlay, const scenarios::Question& question,
              const scenarios::Assumptions& scenario);

    [[nodiscard]] bool before(engine::SkillIndex skill) const { return guard_.skill(skill); }
    [[nodiscard]] bool after(engine::SkillIndex skill) const;
    // Of the posts of a role; of a role that is new the asker states all.
    [[nodiscard]] bool role_before(engine::RoleIndex role) const;
    [[nodiscard]] bool role_after(engine::RoleIndex role) const;
    // Of a unit with all under it.
    [[nodiscard]] bool unit_before(engine::UnitIndex unit) const { return guard_.unit(unit); }
    [[nodiscard]] bool unit_after(engine::UnitIndex unit) const;
    // Of all posts.
    [[nodiscard]] bool whole_before() const { return guard_.whole(); }
    [[nodiscard]] bool whole_after() const;

private:
    void guard_company(const engine::Snapshot& today);
    [[nodiscard]] bool company_tells(engine::SkillIndex skill) const { return !alone_.contains(skill); }
    // Of those who hold the role: may the part that closes be told beside the whole?
    [[nodiscard]] bool closing_tells(engine::RoleIndex role) const;
    // Somebody comes to the role, or leaves it; somebody comes to, or leaves, a post in the unit or under it.
    [[nodiscard]] bool is_joined(engine::RoleIndex role) const { return joined_roles_.contains(role); }
    [[nodiscard]] bool is_joined_under(engine::UnitIndex unit) const;

    const scenarios::Ground& ground_;
    const Overlay& overlay_;
    const scenarios::Question& question_;
    scenarios::Guard guard_;
    std::optional<Told> told_;             // nothing: whoever asks may read the levels of everybody concerned
    std::set<engine::SkillIndex> alone_{}; // where somebody comes to, or leaves, few others
    std::set<engine::RoleIndex> joined_roles_{};
    std::set<engine::UnitIndex> joined_units_{};
};

} // namespace kunna::whatif
