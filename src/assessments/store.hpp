// Rows of assessments and contests as they are stored. Private to assessments.
#pragma once

#include "assessments/assessment.hpp"
#include "db/db.hpp"

namespace kunna::assessments::store {

struct AssessmentFlat {
    AssessmentId id{};
    PersonId person{};
    SkillId skill{};
    Source source = Source::manager;
    std::int32_t level = 0;
    std::optional<PersonId> assessor{};
    Date day{};
    std::optional<Date> expires{};
    AccountId account{}; // who recorded it
    std::optional<Date> ended{};
};

struct AssessmentWrite {
    PersonId person{};
    SkillId skill{};
    std::int32_t level = 0;
    Source source = Source::manager;
    std::optional<PersonId> assessor{};
    std::optional<std::string> assessor_name{};
    Date day{};
    std::optional<Date> expires{};
    std::optional<std::string> note{};
    AccountId account{};
};

AssessmentId insert(db::Tx& tx, const AssessmentWrite& wanted);
std::optional<AssessmentFlat> find(db::Tx& tx, AssessmentId assessment);
// From today on it counts for nothing.
void end(db::Tx& tx, AssessmentId assessment, const std::string& reason, std::optional<AssessmentId> replaced_by,
         AccountId by);
std::string account_name(db::Tx& tx, AccountId account);

Source source_of(std::int64_t stored);
inline std::int64_t number_of(Source source) {
    return static_cast<std::int64_t>(source);
}
std::optional<Date> day_or_none(const db::Row& row, int column);
// Eight columns: id, assessment, reason, at, state, answer, answered_by, answered.
Contest contest_of(const db::Row& row);

} // namespace kunna::assessments::store
