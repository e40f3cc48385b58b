// From activities to goals.
#include "learning/serving.hpp"

#include <algorithm>

namespace kunna::learning {

bool serves(const SkillRaise& raise, const goals::Need& need) {
    return raise.skill == need.skill && raise.from < need.level;
}

bool offered(const ActivityRow& activity, Date today) {
    return !activity.archived && (!activity.valid_to || *activity.valid_to >= today);
}

std::vector<ServedGoal> goals_served(const std::vector<SkillRaise>& raises,
                                     const std::vector<goals::PursuedNeed>& needs) {
    std::vector<ServedGoal> served;
    for (const goals::PursuedNeed& pursued : needs)
        for (const SkillRaise& raise : raises) {
            const goals::Need& need = pursued.row.need;
            if (!serves(raise, need)) continue;
            auto at = std::find_if(served.begin(), served.end(),
                                   [&](const ServedGoal& goal) { return goal.goal == pursued.goal; });
            if (at == served.end())
                at = served.insert(served.end(), {pursued.goal, pursued.goal_name, pursued.weight, {}});
            at->needs.push_back({need.id.value_or(goals::NeedId{}), need.skill, pursued.row.skill_name, need.level,
                                 raise.from, raise.to, need.due});
        }
    return served;
}

} // namespace kunna::learning
