// Files: what the goals need as CSV or XLSX, ranked as on the screen, with the same numbers and the same things untold.
#pragma once

#include "insights/files.hpp"
#include "priorities/priorities.hpp"

namespace kunna::priorities {

// A line a need: those to be funded in their order, then those that are deliberately not.
Result<void> write_priorities(const Priorities& told, insights::FileKind kind, std::string_view language,
                              tabular::Sink sink);

} // namespace kunna::priorities
