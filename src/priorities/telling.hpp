// Telling: which needs' figures an actor may have (security.md §3). Private to priorities.
#pragma once

#include "engine/need.hpp"
#include "insights/seen.hpp"
#include "priorities/priorities.hpp"

namespace kunna::priorities {

// By need: may the actor read the levels of everybody in the group?
std::vector<bool> open_to(const insights::Workforce& workforce, const insights::Seen& seen,
                          const std::vector<engine::Need>& needs);

// By need; nothing where the figures may be told. Whoever may read the levels of everybody in the group may have them
// all. For the others a group must be safe, what is left of its units beside it must not be few, and nor must what two
// groups of the same skill, one in the other, differ by: needs are cut by those who set goals, and the difference of
// two figures would tell of the few between them.
std::vector<std::optional<Untold>> untold(const insights::Workforce& workforce, const insights::Fence& fence,
                                          const std::vector<bool>& open, const std::vector<engine::Need>& needs,
                                          const std::vector<engine::NeedStanding>& standings);

} // namespace kunna::priorities
