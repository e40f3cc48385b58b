// Serving: which goals an activity works towards. It serves a goal when it raises a skill of one of the goal's needs
// from a level below the one that the goal needs: a course from 3 to 4 does nothing for a need of 3.
#pragma once

#include "db/db.hpp"
#include "goals/goals.hpp"
#include "learning/activity.hpp"

namespace kunna::learning {

bool serves(const SkillRaise& raise, const goals::Need& need);
// Neither archived nor over.
bool offered(const ActivityRow& activity, Date today);
// Of the needs given, those it serves, by goal in their order.
std::vector<ServedGoal> goals_served(const std::vector<SkillRaise>& raises,
                                     const std::vector<goals::PursuedNeed>& needs);

} // namespace kunna::learning
