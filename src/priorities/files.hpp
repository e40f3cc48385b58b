// Files: what the goals need as CSV or XLSX, ranked as on the screen, with the same numbers and the same things untold.
#pragma once

#include "insights/files.hpp"
#include "priorities/priorities.hpp"
#include "priorities/serving.hpp"

namespace kunna::priorities {

// A line a need: those to be funded in their order, then those that are deliberately not.
Result<void> write_priorities(const Priorities& told, insights::FileKind kind, std::string_view language,
                              tabular::Sink sink);

// A line for each activity that serves a need, and one for a need that nothing serves.
Result<void> write_learning(const GoalLearning& told, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink);

} // namespace kunna::priorities
