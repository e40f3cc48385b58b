// Assessments from files, millions of rows at a time: rows are pulled one by one and never kept.
#pragma once

#include "access/actor.hpp"
#include "assessments/assessment.hpp"
#include "base/row_report.hpp"
#include "db/db.hpp"

#include <functional>

namespace kunna::assessments {

// One row. The texts are borrowed until the next row is asked for.
struct AssessmentRecord {
    std::int64_t row = 0;
    std::string_view person{}; // number, or e-mail
    std::string_view skill{};  // key, name or alternative name
    std::int32_t level = 0;
    Source source = Source::manager;
    Date day{};
    std::string_view assessor{}; // number or e-mail of a person, else a name; empty for a self-rating: the person
    std::string_view note{};
    std::optional<Date> expires{};
};
// The next row into the record; false at the end.
using NextRecord = std::function<bool(AssessmentRecord&)>;

struct AssessmentOutcome {
    std::int64_t added = 0;
    std::int64_t unchanged = 0; // the same statement is stored: person, skill, level, source, day, assessor
    std::int64_t errors = 0;
    std::int64_t people = 0; // that get something new
};

// Every problem is told as it is found; the caller decides how many of a kind to keep.
using TellProblem = std::function<void(RowProblem)>;

// Reads all rows and changes nothing.
AssessmentOutcome plan_assessments(db::Tx& tx, const access::Actor& actor, const NextRecord& next,
                                   const TellProblem& tell);
// The same rows again, into the database. One entry in the trail: assessments.imported. With any error nothing is
// kept: row.has_errors. batch: rows sorted by person and written at a time (40 bytes each), so that the order of the
// file matters little.
Result<AssessmentOutcome> apply_assessments(db::Tx& tx, const access::Actor& actor, const NextRecord& next,
                                            const TellProblem& tell, std::size_t batch = 1'000'000);

} // namespace kunna::assessments
