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
    // Of all posts.
    [[nodiscard]] bool whole_before() const { return guard_.whole(); }
    [[nodiscard]] bool whole_after() const;

private:
    void guard_company(const engine::Snapshot& today);
    [[nodiscard]] bool company_tells(engine::SkillIndex skill) const { return !alone_.contains(skill); }

    const scenarios::Ground& ground_;
    const Overlay& overlay_;
    const scenarios::Question& question_;
    scenarios::Guard guard_;
    std::optional<Told> told_;             // nothing: whoever asks may read the levels of everybody concerned
    std::set<engine::SkillIndex> alone_{}; // where somebody comes to, or leaves, few others
};

} // namespace kunna::whatif
