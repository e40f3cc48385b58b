// Files: the tables of the analysis as CSV or XLSX, with the numbers of the screens and the same things hidden.
#pragma once

#include "analytics/adjacency.hpp"
#include "analytics/ages.hpp"
#include "analytics/trends.hpp"
#include "insights/files.hpp"

namespace kunna::analytics {

// A line a role.
Result<void> write_adjacent(const AdjacentRoles& roles, insights::FileKind kind, std::string_view language,
                            tabular::Sink sink);
// A line a skill and group.
Result<void> write_concentration(const Concentration& told, insights::FileKind kind, std::string_view language,
                                 tabular::Sink sink);
// A line a skill and band.
Result<void> write_ages(const AgeStructure& told, insights::FileKind kind, std::string_view language,
                        tabular::Sink sink);
// A line a skill and day; what the change stems from stands on the last day's.
Result<void> write_trends(const Trends& told, insights::FileKind kind, std::string_view language, tabular::Sink sink);

} // namespace kunna::analytics
