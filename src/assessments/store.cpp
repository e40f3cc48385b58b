// Rows of assessments and contests, in and out.
#include "assessments/store.hpp"

#include "assessments/queries.hpp"

namespace kunna::assessments::store {

AssessmentId insert(db::Tx& tx, const AssessmentWrite& wanted) {
    return tx.insert<AssessmentId>(queries::insert_assessment, {{"person", wanted.person},
                                                                {"skill", wanted.skill},
                                                                {"level", wanted.level},
                                                                {"source", number_of(wanted.source)},
                                                                {"assessor", wanted.assessor},
                                                                {"assessor_name", wanted.assessor_name},
                                                                {"day", wanted.day},
                                                                {"expires", wanted.expires},
                                                                {"note", wanted.note},
                                                                {"account", wanted.account},
                                                                {"recorded", tx.now()}});
}

std::optional<AssessmentFlat> find(db::Tx& tx, AssessmentId assessment) {
    std::optional<AssessmentFlat> found;
    tx.run(queries::assessment_by_id, {{"assessment", assessment}}, [&](const db::Row& row) {
        found = AssessmentFlat{AssessmentId{row.integer(0)},
                               PersonId{row.integer(1)},
                               SkillId{row.integer(2)},
                               source_of(row.integer(4)),
                               static_cast<std::int32_t>(row.integer(3)),
                               db::from_column<std::optional<PersonId>>(row, 5),
                               db::from_column<Date>(row, 6),
                               day_or_none(row, 7),
                               AccountId{row.integer(8)},
                               day_or_none(row, 9)};
    });
    return found;
}

void end(db::Tx& tx, AssessmentId assessment, const std::string& reason, std::optional<AssessmentId> replaced_by,
         AccountId by) {
    tx.run(queries::end_assessment, {{"assessment", assessment},
                                     {"reason", reason},
                                     {"replaced_by", replaced_by},
                                     {"account", by},
                                     {"at", tx.now()},
                                     {"day", tx.today()}});
}

std::string account_name(db::Tx& tx, AccountId account) {
    return tx.one<std::string>(queries::account_name, {{"account", account}}).value_or("");
}

Source source_of(std::int64_t stored) {
    if (stored < 0 || stored >= static_cast<std::int64_t>(engine::source_count))
        throw std::runtime_error{"a stored assessment has the unknown source " + std::to_string(stored)};
    return static_cast<Source>(stored);
}

std::optional<Date> day_or_none(const db::Row& row, int column) {
    return db::from_column<std::optional<Date>>(row, column);
}

Contest contest_of(const db::Row& row) {
    return {ContestId{row.integer(0)},
            AssessmentId{row.integer(1)},
            std::string{row.text(2)},
            db::from_column<Instant>(row, 3),
            db::from_column<ContestState>(row, 4),
            db::from_column<std::optional<std::string>>(row, 5),
            db::from_column<std::optional<std::string>>(row, 6),
            db::from_column<std::optional<Instant>>(row, 7)};
}

} // namespace kunna::assessments::store
