// Files: what comes of a what-if as CSV or XLSX: a line a skill, then a role, then a unit, before and after.
#pragma once

#include "insights/files.hpp"
#include "whatif/ahead.hpp"

namespace kunna::whatif {

// Headings and names in the language; what is hidden on a side is empty there, and says so.
Result<void> write_forecast(const WhatIfForecast& told, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink);

} // namespace kunna::whatif
