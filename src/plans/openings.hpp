// Openings: what is open to one person – which activities would bring them something, what each asks for first, and
// whether that can be had. Private to plans.
#pragma once

#include "plans/offers.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace kunna::plans {

class Openings {
public:
    // level: of a skill, in steps; nothing when it is not known.
    using LevelOf = std::function<std::optional<double>(SkillId)>;

    Openings(const Offers& offers, LevelOf level) : offers_(offers), level_(std::move(level)) {}

    // All that helps from the person's level of the skill towards the step, and all that must come before it.
    void towards(SkillId skill, double step);
    void take(std::size_t activity);
    // Of each list one activity must come before it.
    using Before = std::vector<std::vector<std::size_t>>;
    struct Opening {
        Before before;
        std::vector<bool> raises; // by what it raises: is the person then ready for that?
    };
    [[nodiscard]] const std::map<std::size_t, Opening>& found() const { return found_; }

    // At the level, or half a step below it.
    [[nodiscard]] bool about(SkillId skill, double step) const;

private:
    [[nodiscard]] bool open(std::size_t activity);
    [[nodiscard]] bool reach(SkillId skill, double step, Before& before);
    [[nodiscard]] bool already(const learning::Activity& activity) const;

    const Offers& offers_;
    LevelOf level_;
    std::map<std::size_t, Opening> found_;
    std::set<std::size_t> closed_; // those that are not open, and those being looked at
};

} // namespace kunna::plans
