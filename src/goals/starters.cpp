// Goals to begin with.
#include "goals/starters.hpp"

#include "skills/catalogue.hpp"
#include "skills/packs.hpp"
#include "skills/roles.hpp"

#include <algorithm>

namespace kunna::goals {

namespace {

template <class Known>
const Known* with_key(const std::vector<Known>& all, const std::string& key) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Known& known) { return known.key == key; });
    return at == all.end() ? nullptr : &*at;
}

} // namespace

std::vector<Starter> starters(db::Tx& tx) {
    constexpr int usual_months = 24;
    const skills::SkillFinder skills{tx};
    const skills::RoleFinder roles{tx};
    std::vector<Starter> all;
    for (const skills::PackGoal& goal : skills::pack_goals(tx)) {
        Starter starter{goal.key, goal.name, goal.metric, goal.measure, goal.baseline, goal.target, {}};
        for (const skills::PackNeed& asked : goal.needs) {
            const auto* skill = with_key(skills.all(), asked.skill);
            const auto* role = with_key(roles.all(), asked.role);
            if (skill == nullptr || skill->retired || role == nullptr) continue;
            Need need;
            need.role = role->id;
            need.skill = skill->id;
            need.level = std::clamp(asked.level, skill->lowest + 1, skill->highest);
            need.headcount = 1;
            need.due = add_months(tx.today(), usual_months);
            starter.needs.push_back({need, role->name, {}, skill->name, false, {}});
        }
        all.push_back(std::move(starter));
    }
    return all;
}

} // namespace kunna::goals
