// Files: a forecast as a table, a line for each month of a skill, then of a role, then of a need of the goals.
#pragma once

#include "insights/files.hpp"
#include "scenarios/forecasts.hpp"

namespace kunna::scenarios {

// Headings and names in the language; what is hidden says so and has no numbers.
Result<void> write_forecast(const Question& question, const Ground& ground, const Assumptions& assumptions,
                            const engine::Assumptions& assumed, const std::vector<NeedAhead>& needs,
                            insights::FileKind kind, std::string_view language, tabular::Sink sink);
// A need in words: the goal, the skill and level, the role and the unit.
std::string named(const NeedAhead& need, std::string_view language);

} // namespace kunna::scenarios
