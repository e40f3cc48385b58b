// Files: a forecast as a table, a line a skill and month, then a line a role and month.
#pragma once

#include "insights/files.hpp"
#include "scenarios/forecasts.hpp"

namespace kunna::scenarios {

// Headings and names in the language; what is hidden says so and has no numbers.
Result<void> write_forecast(const Question& question, const Ground& ground, const Assumptions& assumptions,
                            const engine::Assumptions& assumed, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink);

} // namespace kunna::scenarios
