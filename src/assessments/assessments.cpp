// Recording, withdrawing, commenting; the history.
#include "assessments/assessments.hpp"

#include "access/visibility.hpp"
#include "assessments/queries.hpp"
#include "assessments/rules.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "skills/catalogue.hpp"

#include <algorithm>
#include <unordered_map>

namespace kunna::assessments {

namespace {

using access::Permission;

// Stated by somebody else than whoever records it, as a rule; that one is then named.
bool may_be_anothers(Source source) {
    return source == Source::interview || source == Source::test || source == Source::certificate ||
           source == Source::expert;
}

Result<void> may_record(db::Tx& tx, const access::Actor& actor, const NewAssessment& wanted) {
    if (actor.is_system()) return access::may_see(tx, actor, access::Sight::profile, wanted.person);
    const auto sources = sources_of(tx, actor, wanted.person);
    if (std::find(sources.begin(), sources.end(), wanted.source) != sources.end()) return {};
    const bool about_oneself = actor.person.given() && actor.person == wanted.person;
    if (wanted.source == Source::self && about_oneself) return access::lacks(Permission::rate_self);
    TRY(access::may_see(tx, actor, access::Sight::profile, wanted.person));
    if (wanted.source == Source::self) return refuse(Kind::forbidden, "assessment.self_only");
    if (!actor.may(Permission::record_assessment)) return access::lacks(Permission::record_assessment);
    if (about_oneself || sources.empty()) return refuse(Kind::forbidden, "assessment.not_manager");
    return refuse_field("/source", "assessment.source_not_yours");
}

// Whoever recorded it takes it back without seeing anything else of the person: an assessor from outside does not.
Result<store::AssessmentFlat> to_withdraw(db::Tx& tx, const access::Actor& actor, AssessmentId assessment) {
    if (auto found = store::find(tx, assessment); found && !actor.person.given() && found->account == actor.account)
        return *found;
    return visible_assessment(tx, actor, assessment);
}

// The name of whoever judged, when it is not the one who records.
Result<std::optional<std::string>> named_assessor(const NewAssessment& wanted) {
    const std::string name{text::trim(wanted.assessor.value_or(""))};
    if (name.empty() && wanted.source == Source::expert) return refuse_field("/assessor", "assessment.expert_unnamed");
    if (name.empty()) return std::optional<std::string>{};
    if (!may_be_anothers(wanted.source)) return refuse_field("/assessor", "assessment.assessor_is_you");
    if (name.size() > longest_name)
        return refuse_field("/assessor", "assessment.text_too_long", {{"limit", std::to_string(longest_name)}});
    return std::optional{name};
}

} // namespace

std::vector<Source> sources_of(db::Tx& tx, const access::Actor& actor, PersonId person) {
    if (actor.person.given() && actor.person == person)
        return actor.may(Permission::rate_self) ? std::vector{Source::self} : std::vector<Source>{};
    if (!actor.may(Permission::record_assessment)) return {};
    if (actor.person.given() && access::manages(tx, actor.person, person))
        return {Source::manager, Source::talk,        Source::interview, Source::project,
                Source::test,    Source::certificate, Source::expert};
    if (access::may_see(tx, actor, access::Sight::edit, person).ok())
        return {Source::interview, Source::test, Source::certificate, Source::expert};
    return {};
}

Result<std::string> said(const std::string& text, const std::string& where) {
    std::string trimmed{text::trim(text)};
    if (trimmed.empty()) return refuse_field(where, "assessment.text_missing");
    if (trimmed.size() > longest_text)
        return refuse_field(where, "assessment.text_too_long", {{"limit", std::to_string(longest_text)}});
    return trimmed;
}

Result<store::AssessmentFlat> visible_assessment(db::Tx& tx, const access::Actor& actor, AssessmentId assessment) {
    const auto found = store::find(tx, assessment);
    if (!found) return refuse(Kind::not_found, "assessment.not_found");
    if (actor.person.given() && (found->person == actor.person || found->assessor == actor.person)) return *found;
    const auto seen = access::may_see(tx, actor, access::Sight::levels, found->person);
    if (!seen.ok() && seen.error().kind == Kind::forbidden) return seen.error();
    if (!seen.ok()) return refuse(Kind::not_found, "assessment.not_found");
    return *found;
}

Result<Recorded> record(db::Tx& tx, const access::Actor& actor, const NewAssessment& wanted) {
    TRY(may_record(tx, actor, wanted));
    return record_asked(tx, actor, wanted);
}

Result<Recorded> record_asked(db::Tx& tx, const access::Actor& actor, const NewAssessment& wanted) {
    const auto skill = skills::find_skill(tx, wanted.skill);
    if (!skill.ok()) return refuse_field("/skill", "skill.not_found");
    TRY(skills::check_level(tx, wanted.skill, wanted.level));
    const Date day = wanted.day.value_or(tx.today());
    if (day > tx.today()) return refuse_field("/day", "assessment.day_in_future");
    if (wanted.expires && *wanted.expires < day) return refuse_field("/expires", "assessment.expires_before_day");
    std::optional<std::string> note;
    if (wanted.note && !text::trim(*wanted.note).empty()) note = TRY(said(*wanted.note, "/note"));
    const std::optional<std::string> named = TRY(named_assessor(wanted));
    std::optional<PersonId> assessor;
    if (actor.person.given() && !named) assessor = actor.person;
    const AssessmentId id = store::insert(tx, {wanted.person, wanted.skill, wanted.level, wanted.source, assessor,
                                               named, day, wanted.expires, note, actor.account});
    audit::append(tx, actor.account, "assessment.recorded", wanted.person.value, "skill,level");
    return Recorded{id};
}

Result<void> withdraw(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& reason) {
    const auto found = TRY(to_withdraw(tx, actor, assessment));
    const bool own_rating = found.source == Source::self && actor.person.given() && found.person == actor.person;
    if (found.account != actor.account && !own_rating && !actor.is_system())
        return refuse(Kind::forbidden, "assessment.not_yours");
    if (found.ended) return refuse(Kind::conflict, "assessment.ended");
    if (tx.one<ContestId>(queries::open_contest_of, {{"assessment", assessment}}))
        return refuse(Kind::conflict, "contest.answer_first");
    const std::string why = TRY(said(reason, "/reason"));
    store::end(tx, assessment, why, {}, actor.account);
    audit::append(tx, actor.account, "assessment.withdrawn", found.person.value, "reason");
    return {};
}

Result<Comment> comment(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& text) {
    const auto found = TRY(visible_assessment(tx, actor, assessment));
    const std::string clean = TRY(said(text, "/text"));
    const Comment made{store::account_name(tx, actor.account), tx.now(), clean};
    tx.run(queries::insert_comment,
           {{"assessment", assessment}, {"account", actor.account}, {"at", made.at}, {"text", clean}});
    audit::append(tx, actor.account, "assessment.commented", found.person.value, "text");
    return made;
}

std::vector<Statement> history(db::Tx& tx, const db::Scope& scope, PersonId person, std::optional<SkillId> skill) {
    std::vector<Statement> all;
    tx.run(queries::history, scope, {{"person", person}, {"skill", skill}}, [&](const db::Row& row) {
        Statement s;
        s.id = AssessmentId{row.integer(0)};
        s.person = PersonId{row.integer(1)};
        s.skill = SkillId{row.integer(2)};
        s.skill_name = {std::string{row.text(3)}, std::string{row.text(4)}};
        s.source = store::source_of(row.integer(5));
        s.level = static_cast<std::int32_t>(row.integer(6));
        s.day = db::from_column<Date>(row, 7);
        s.assessor = db::from_column<std::optional<PersonId>>(row, 8);
        s.assessor_name = row.text(9);
        s.note = row.text(10);
        s.expires = store::day_or_none(row, 11);
        s.recorded = db::from_column<Instant>(row, 12);
        if (!row.null(13))
            s.end = End{db::from_column<Date>(row, 13), db::from_column<Instant>(row, 14), std::string{row.text(15)},
                        std::string{row.text(16)}, db::from_column<std::optional<AssessmentId>>(row, 17)};
        s.account = AccountId{row.integer(18)};
        all.push_back(std::move(s));
    });
    if (all.empty()) return all;
    std::unordered_map<AssessmentId, Statement*> by_id;
    for (Statement& s : all) by_id[s.id] = &s;
    tx.run(queries::comments_of_person, scope, {{"person", person}}, [&](const db::Row& row) {
        if (const auto at = by_id.find(AssessmentId{row.integer(0)}); at != by_id.end())
            at->second->comments.push_back(
                {std::string{row.text(1)}, db::from_column<Instant>(row, 2), std::string{row.text(3)}});
    });
    tx.run(queries::attachments_of_person, scope, {{"person", person}}, [&](const db::Row& row) {
        if (const auto at = by_id.find(AssessmentId{row.integer(1)}); at != by_id.end())
            at->second->attachments.push_back({.id = AttachmentId{row.integer(0)},
                                               .name = std::string{row.text(2)},
                                               .link = db::from_column<std::optional<std::string>>(row, 3),
                                               .size = db::from_column<std::optional<std::int64_t>>(row, 4),
                                               .by = std::string{row.text(5)},
                                               .at = db::from_column<Instant>(row, 6),
                                               .account = AccountId{row.integer(7)}});
    });
    tx.run(queries::contests_of_person, scope, {{"person", person}}, [&](const db::Row& row) {
        Contest contest = store::contest_of(row);
        if (const auto at = by_id.find(contest.assessment); at != by_id.end())
            at->second->contests.push_back(std::move(contest));
    });
    return all;
}

void each_evidence(db::Tx& tx, const std::function<void(const EvidenceRow&)>& take) {
    // Few have ended: looking them up here spares the database a join on every row.
    std::unordered_map<std::int64_t, Date> ended;
    tx.run(queries::ended, {}, [&](const db::Row& row) { ended[row.integer(0)] = db::from_column<Date>(row, 1); });
    EvidenceRow evidence;
    tx.run(queries::every_evidence, {}, [&](const db::Row& row) {
        evidence.id.value = row.integer(0);
        evidence.person.value = row.integer(1);
        evidence.skill.value = row.integer(2);
        evidence.level = static_cast<std::int32_t>(row.integer(3));
        evidence.source = store::source_of(row.integer(4));
        evidence.day = Date::from_days(static_cast<std::int32_t>(row.integer(5)));
        evidence.expires = store::day_or_none(row, 6);
        evidence.ended.reset();
        if (!ended.empty())
            if (const auto at = ended.find(evidence.id.value); at != ended.end()) evidence.ended = at->second;
        take(evidence);
    });
}

std::vector<EvidenceRow> evidence_of(db::Tx& tx, PersonId person) {
    std::vector<EvidenceRow> all;
    tx.run(queries::evidence_of_person, {{"person", person}}, [&](const db::Row& row) {
        all.push_back({AssessmentId{row.integer(0)}, PersonId{row.integer(1)}, SkillId{row.integer(2)},
                       store::source_of(row.integer(4)), static_cast<std::int32_t>(row.integer(3)),
                       db::from_column<Date>(row, 5), store::day_or_none(row, 6), store::day_or_none(row, 7)});
    });
    return all;
}

std::int64_t count(db::Tx& tx) {
    return *tx.one<std::int64_t>(queries::count_assessments);
}

void each_for_export(db::Tx& tx, const db::Scope& scope, const std::function<void(const ExportRow&)>& take) {
    tx.run(queries::rows_for_export, scope, {}, [&](const db::Row& row) {
        take({std::string{row.text(0)}, std::string{row.text(1)}, static_cast<std::int32_t>(row.integer(2)),
              store::source_of(row.integer(3)), db::from_column<Date>(row, 4), std::string{row.text(5)},
              std::string{row.text(6)}, store::day_or_none(row, 7)});
    });
}

} // namespace kunna::assessments
