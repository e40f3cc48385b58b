// Likeness.
#include "engine/likeness.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::engine {

namespace {

// One sign that two skills are near, seen from the one.
struct Sign {
    SkillIndex skill = 0;
    SkillIndex other = 0;
    Likeness edge{};
    std::uint32_t together = 0;
};

double combined(double edge, bool same_area, double jaccard) {
    return 1 - (1 - edge) * (1 - (same_area ? likeness_of_area : 0)) * (1 - jaccard / 2);
}

} // namespace

Likeness Likeness::of_number(double likeness) {
    return {static_cast<std::uint16_t>(std::floor(std::clamp(likeness, 0.0, 1.0) * units_per_one + 0.5))};
}

Likenesses::Likenesses(std::vector<std::uint32_t> areas, std::span<const SkillEdge> edges,
                       std::span<const Role* const> roles) :
    areas_(std::move(areas)),
    asked_in_(areas_.size(), 0), tie_at_(areas_.size() + 1, 0) {
    for (const std::uint32_t area : areas_)
        if (area != no_area) area_count_ = std::max(area_count_, area + 1);
    std::vector<Sign> signs;
    for (const SkillEdge& edge : edges) {
        if (edge.one == edge.other) continue;
        const Likeness strength = Likeness::of_number(edge.strength);
        signs.push_back({edge.one, edge.other, strength, 0});
        signs.push_back({edge.other, edge.one, strength, 0});
    }
    for (const Role* role : roles)
        for (const Requirement& one : role->requirements()) {
            ++asked_in_[one.skill];
            for (const Requirement& other : role->requirements())
                if (one.skill != other.skill) signs.push_back({one.skill, other.skill, {}, 1});
        }
    std::sort(signs.begin(), signs.end(), [](const Sign& a, const Sign& b) {
        return std::pair{a.skill, a.other} < std::pair{b.skill, b.other};
    });
    for (auto from = signs.begin(); from != signs.end();) {
        const SkillIndex skill = from->skill;
        Tie tie{.other = from->other};
        for (; from != signs.end() && from->skill == skill && from->other == tie.other; ++from) {
            tie.edge = std::max(tie.edge, from->edge);
            tie.together += from->together;
        }
        if (tie.edge.units == 0 && tie.together < least_together) continue;
        set_likeness(skill, tie);
        ties_.push_back(tie);
        ++tie_at_[skill + 1];
    }
    for (std::size_t s = 1; s < tie_at_.size(); ++s) tie_at_[s] += tie_at_[s - 1];
}

void Likenesses::set_likeness(SkillIndex skill, Tie& tie) const {
    const double jaccard =
        tie.together < least_together
            ? 0
            : static_cast<double>(tie.together) / static_cast<double>(either(skill, tie.other, tie.together));
    tie.likeness = Likeness::of_number(combined(tie.edge.number(), same_area(skill, tie.other), jaccard));
}

Likenesses::Parts Likenesses::between(SkillIndex one, SkillIndex other) const {
    const auto known = ties(one);
    const auto at = std::lower_bound(known.begin(), known.end(), other,
                                     [](const Tie& tie, SkillIndex skill) { return tie.other < skill; });
    Tie tie{.other = other};
    if (at != known.end() && at->other == other)
        tie = *at;
    else
        set_likeness(one, tie);
    return {tie.likeness, tie.edge, same_area(one, other), tie.together, either(one, other, tie.together)};
}

} // namespace kunna::engine
