// Openings.
#include "plans/openings.hpp"

#include <algorithm>

namespace kunna::plans {

bool Openings::about(SkillId skill, double step) const {
    const auto level = level_(skill);
    return step <= learning::near_enough || (level && *level >= step - learning::near_enough);
}

void Openings::towards(SkillId skill, double step) {
    closed_.clear();
    const auto level = level_(skill);
    for (const RaiseAt& one : offers_.raising(skill)) {
        const learning::SkillRaise& raise = offers_.activities()[one.activity].raises[one.raise];
        // What begins at the step that is wanted does nothing for it.
        if (level && raise.to > *level && raise.from < step) (void)open(one.activity);
    }
}

void Openings::take(std::size_t activity) {
    closed_.clear();
    // Whoever locks somebody to an activity answers for what it asks for.
    if (!open(activity))
        found_.emplace(activity, Opening{{}, std::vector<bool>(offers_.activities()[activity].raises.size())});
}

// Whoever can do all that an activity teaches need not have taken it.
bool Openings::already(const learning::Activity& activity) const {
    return !activity.raises.empty() &&
           std::all_of(activity.raises.begin(), activity.raises.end(),
                       [&](const learning::SkillRaise& raise) { return about(raise.skill, raise.to); });
}

// By one of several ways to the level; nothing to wait for where it is there.
bool Openings::reach(SkillId skill, double step, Before& before) {
    if (about(skill, step)) return true;
    std::vector<std::size_t> ways;
    for (const RaiseAt& one : offers_.raising(skill)) {
        const learning::SkillRaise& raise = offers_.activities()[one.activity].raises[one.raise];
        if (raise.from < step && raise.to >= step && open(one.activity)) ways.push_back(one.activity);
    }
    if (ways.empty()) return false;
    before.push_back(std::move(ways));
    return true;
}

bool Openings::open(std::size_t activity) {
    if (found_.contains(activity)) return true;
    if (!closed_.insert(activity).second) return false;
    const learning::Activity& wanted = offers_.activities()[activity];
    Opening opening;
    for (const learning::OtherActivity& first : wanted.after) {
        const auto at = offers_.find(first.id);
        if (at && already(offers_.activities()[*at])) continue;
        if (!at || !open(*at)) return false;
        opening.before.push_back({*at});
    }
    for (const learning::EntryLevel& entry : wanted.entry)
        if (!reach(entry.skill, entry.level, opening.before)) return false;
    // It is enough to be ready for one of what it raises, at once or else by another activity first.
    bool any = wanted.raises.empty();
    for (const learning::SkillRaise& raise : wanted.raises) {
        opening.raises.push_back(about(raise.skill, raise.from));
        any = any || opening.raises.back();
    }
    for (std::size_t r = 0; r < wanted.raises.size() && !any; ++r)
        if (reach(wanted.raises[r].skill, wanted.raises[r].from, opening.before)) opening.raises[r] = any = true;
    if (!any) return false;
    found_.emplace(activity, std::move(opening));
    return true;
}

} // namespace kunna::plans
