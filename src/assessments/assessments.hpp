// What one does with assessments. A statement counts on day D when its day ≤ D and it has not ended by D.
#pragma once

#include "access/actor.hpp"
#include "assessments/assessment.hpp"
#include "db/db.hpp"

#include <functional>

namespace kunna::assessments {

// What the actor may state about the person: self about oneself; the direct manager all but self and peer; HR, about
// those it may edit, interview, test, certificate and expert. Empty for others.
std::vector<Source> sources_of(db::Tx& tx, const access::Actor& actor, PersonId person);

// From one of those sources. Others are refused: person.not_found when they may not see the person at all,
// assessment.not_manager, assessment.self_only or assessment.source_not_yours otherwise. An expert is named
// (assessment.expert_unnamed); whoever interviewed, tested or certified may be.
Result<Recorded> record(db::Tx& tx, const access::Actor& actor, const NewAssessment& wanted);
// As asked for in a round, whose case entitles the actor: the caller has asked. peer by a colleague, expert by an
// assessor from outside.
Result<Recorded> record_asked(db::Tx& tx, const access::Actor& actor, const NewAssessment& wanted);
// By whoever recorded it, or the one rated when it is a self-rating. Refuses assessment.not_yours, assessment.ended,
// and contest.answer_first while it is contested.
Result<void> withdraw(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& reason);
// By the person, the assessor, and whoever may see the person's levels.
Result<Comment> comment(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& text);

// The whole history of the people in scope, or of one skill: newest day first. For the explanation of a level, "my
// data" and exports of it.
std::vector<Statement> history(db::Tx& tx, const db::Scope& scope, PersonId person, std::optional<SkillId> skill = {});

// What the Snapshot needs of a statement.
struct EvidenceRow {
    AssessmentId id{};
    PersonId person{};
    SkillId skill{};
    Source source = Source::manager;
    std::int32_t level = 0;
    Date day{};
    std::optional<Date> expires{};
    std::optional<Date> ended{}; // it counts on days before this one
};
// Every statement, also the ended ones, ordered by person and then skill. Rows go nowhere but into the Snapshot.
void each_evidence(db::Tx& tx, const std::function<void(const EvidenceRow&)>& take);
std::vector<EvidenceRow> evidence_of(db::Tx& tx, PersonId person);

std::int64_t count(db::Tx& tx);

// One statement in the layout of the import, so that what was exported and comes back changes nothing. Ended ones are
// left out.
struct ExportRow {
    std::string person{}; // number
    std::string skill{};  // key
    std::int32_t level = 0;
    Source source = Source::manager;
    Date day{};
    std::string assessor{}; // number, or the name as it came
    std::string note{};
    std::optional<Date> expires{};
};
void each_for_export(db::Tx& tx, const db::Scope& scope, const std::function<void(const ExportRow&)>& take);

} // namespace kunna::assessments
