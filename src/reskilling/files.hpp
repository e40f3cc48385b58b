// Files: the candidate board and the cohorts as CSV or XLSX, with the same numbers.
#pragma once

#include "insights/files.hpp"
#include "reskilling/board.hpp"
#include "reskilling/members.hpp"

namespace kunna::reskilling {

// A line for each candidate and role that they asked for.
Result<void> write_candidates(const CandidateBoard& board, insights::FileKind kind, std::string_view language,
                              tabular::Sink sink);
// A line for each member and step.
Result<void> write_cohorts(const CohortBoard& board, insights::FileKind kind, std::string_view language,
                           tabular::Sink sink);

} // namespace kunna::reskilling
