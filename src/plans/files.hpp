// Files: what a plan holds, as CSV or XLSX, and one's own as a calendar.
#pragma once

#include "insights/files.hpp"
#include "plans/plan.hpp"

namespace kunna::plans {

// A line for each session of each activity, with its sums.
Result<void> write_activities(const PlanTold& told, std::string_view currency, insights::FileKind kind,
                              std::string_view language, tabular::Sink sink);
// A line for each thing that somebody is to do, and why.
Result<void> write_items(const std::vector<PlanItem>& items, insights::FileKind kind, std::string_view language,
                         tabular::Sink sink);
// iCalendar (RFC 5545): an event for each session, a whole day on the quarter's first day for what has none.
std::string calendar_of(const std::vector<PlanItem>& items, std::string_view language, Instant now);

} // namespace kunna::plans
