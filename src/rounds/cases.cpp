// Cases: what waits, the form, answering and taking back.
#include "rounds/cases.hpp"

#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "audit/trail.hpp"
#include "base/texts.hpp"
#include "rounds/asked.hpp"
#include "rounds/assessors.hpp"
#include "rounds/case_rows.hpp"
#include "rounds/queries.hpp"
#include "skills/catalogue.hpp"

namespace kunna::rounds {

namespace {

struct StoredGiven {
    GivenAnswer given{};
    std::optional<AssessmentId> assessment{};
};

Result<CaseFlat> case_to_answer(db::Tx& tx, const access::Actor& actor, CaseId id, SkillId skill) {
    CaseFlat found = TRY(own_case(tx, actor, id));
    if (!found.open_on(tx.today())) return refuse(Kind::conflict, "round.closed");
    if (*tx.one<std::int64_t>(queries::employed_on, {{"person", found.person}, {"day", tx.today()}}) == 0)
        return refuse(Kind::conflict, "round.person_left");
    if (*tx.one<std::int64_t>(queries::is_asked,
                              {{"case", id}, {"round", found.round}, {"person", found.person}, {"skill", skill}}) == 0)
        return refuse(Kind::not_found, "round.skill_not_asked");
    return found;
}

Result<void> check_answer(db::Tx& tx, SkillId skill, const GivenAnswer& given) {
    if (given.kind != AnswerKind::level)
        return given.level ? Result<void>{refuse_field("/level", "round.level_not_wanted")} : Result<void>{};
    if (!given.level) return refuse_field("/level", "round.level_missing");
    return skills::check_level(tx, skill, *given.level);
}

std::optional<StoredGiven> stored_answer(db::Tx& tx, CaseId id, SkillId skill) {
    std::optional<StoredGiven> found;
    tx.run(queries::answer_of, {{"case", id}, {"skill", skill}}, [&](const db::Row& row) {
        found = StoredGiven{given_answer(row, 1), db::from_column<std::optional<AssessmentId>>(row, 3)};
    });
    return found;
}

assessments::Source source_of(Voice voice) {
    switch (voice) {
    case Voice::self:
        return assessments::Source::self;
    case Voice::manager:
        return assessments::Source::manager;
    case Voice::peer:
        return assessments::Source::peer;
    case Voice::assessor:
        return assessments::Source::expert;
    }
    return assessments::Source::self;
}

// The level as a statement about the person. What a colleague and an assessor may say follows from their case alone.
Result<AssessmentId> state(db::Tx& tx, const access::Actor& actor, const CaseFlat& asked, SkillId skill,
                           std::int32_t level) {
    assessments::NewAssessment said;
    said.person = asked.person;
    said.skill = skill;
    said.level = level;
    said.source = source_of(asked.voice);
    if (asked.voice == Voice::assessor) said.assessor = assessor_named(tx, actor);
    const bool by_case = asked.voice == Voice::peer || asked.voice == Voice::assessor;
    const auto made = TRY(by_case ? assessments::record_asked(tx, actor, said) : assessments::record(tx, actor, said));
    return made.id;
}

// Ends what the answer stated. One that ended otherwise, in a contest or by hand, is let be.
Result<void> withdraw(db::Tx& tx, const access::Actor& actor, const CaseFlat& asked, const StoredGiven& before) {
    if (!before.assessment) return {};
    const std::vector<std::pair<std::string, std::string>> name{{"name", asked.name}};
    const auto done =
        assessments::withdraw(tx, actor, *before.assessment, texts::say(actor.language, "round.answer_changed", name));
    if (!done.ok() && done.error().code != "assessment.ended") return done.error();
    return {};
}

// The case has one answer more or less; the counts of its unit follow.
void count(db::Tx& tx, CaseFlat& asked, std::int64_t change) {
    const std::int64_t before = asked.answered;
    asked.answered += change;
    tx.run(queries::set_answered, {{"case", asked.id}, {"answered", asked.answered}});
    const auto begun = static_cast<std::int64_t>(asked.answered > 0) - static_cast<std::int64_t>(before > 0);
    const auto done = static_cast<std::int64_t>(asked.answered >= asked.questions) -
                      static_cast<std::int64_t>(before >= asked.questions);
    if (begun == 0 && done == 0) return;
    tx.run(queries::count_answer,
           {{"round", asked.round}, {"unit", asked.unit}, {"voice", asked.voice}, {"begun", begun}, {"done", done}});
}

CaseProgress progress_of(db::Tx& tx, const CaseFlat& asked, SkillId skill, bool answered) {
    CaseProgress progress{asked.questions, asked.answered, {}};
    if (asked.voice == Voice::manager && answered)
        tx.run(queries::self_answer_beside, {{"round", asked.round}, {"person", asked.person}, {"skill", skill}},
               [&](const db::Row& row) { progress.self = given_answer(row, 1); });
    return progress;
}

// Of whom a colleague or an assessor answers about; nothing more of them is told.
std::optional<std::string> told_name(db::Tx& tx, const CaseFlat& one) {
    if (one.voice == Voice::self) return std::nullopt;
    return tx.one<std::string>(queries::name_of, {{"person", one.person}});
}

std::string about(const CaseFlat& asked, SkillId skill) {
    return "person=" + std::to_string(asked.person.value) + ",skill=" + std::to_string(skill.value);
}

} // namespace

MyRounds my_rounds(db::Tx& tx, const access::Actor& actor) {
    MyRounds mine;
    const db::Param today{"day", tx.today()};
    const auto add = [&](const CaseFlat& one) {
        mine.cases.push_back(
            {one.id, one.round, one.name, one.closes, one.voice, told_name(tx, one), one.questions, one.answered});
    };
    const auto about_others = [&](Voice voice, std::int64_t answerer) {
        for (const CaseFlat& one :
             tx.all<CaseFlat>(queries::open_cases_about_others, {{"answerer", answerer}, {"voice", voice}, today}))
            if (own_case(tx, actor, one.id).ok()) add(one);
    };
    if (actor.has(access::Role::assessor)) about_others(Voice::assessor, actor.account.value);
    if (!actor.person.given()) return mine;
    for (const CaseFlat& one : tx.all<CaseFlat>(queries::open_cases_of, {{"person", actor.person}, today})) add(one);
    about_others(Voice::peer, actor.person.value);
    mine.choices = tx.all<OpenChoice>(queries::open_choices, {{"person", actor.person}, today});
    if (actor.may(access::Permission::record_assessment))
        mine.teams = tx.all<OpenTeam>(queries::open_teams_of, {{"manager", actor.person}, today});
    return mine;
}

Result<Form> open_form(db::Db& db, const access::Actor& actor, CaseId id) {
    PersonId about{};
    Form told = TRY(db.read([&](db::Tx& tx) -> Result<Form> {
        about = TRY(own_case(tx, actor, id)).person;
        return form(tx, actor, id);
    }));
    // A colleague is told nothing that they do not know; that somebody from outside was told of one is to be known.
    if (told.voice == Voice::assessor) access::note_read(db, actor, {about}, "round");
    return told;
}

Result<Form> form(db::Tx& tx, const access::Actor& actor, CaseId id) {
    const CaseFlat asked = TRY(own_case(tx, actor, id));
    // A manager's case is answered on the team's grid.
    if (asked.voice == Voice::manager) return refuse(Kind::not_found, "round.case_not_found");
    Form form{asked.id,    asked.round,          asked.name,      asked.closes,   asked.open_on(tx.today()),
              asked.voice, told_name(tx, asked), asked.questions, asked.answered, skills::scales(tx),
              {}};
    tx.run(queries::questions_of_case, {{"case", id}, {"round", asked.round}, {"person", asked.person}},
           [&](const db::Row& row) {
               form.skills.push_back({asked_skill(row), {}, {}});
           });
    std::map<SkillId, FormSkill*> by_id;
    std::vector<AskedSkill*> asked_skills;
    for (FormSkill& one : form.skills) {
        by_id[one.skill.id] = &one;
        asked_skills.push_back(&one.skill);
    }
    add_anchors(tx, asked.round, asked_skills);
    // Who assesses another is told of nothing that was said before, not to lean on it.
    const auto before = asked.voice == Voice::self ? said_before(tx, asked.person, assessments::Source::self)
                                                   : std::map<SkillId, SaidBefore>{};
    for (const auto& [skill, said] : before)
        if (const auto at = by_id.find(skill); at != by_id.end()) at->second->before = said;
    tx.run(queries::answers_of_case, {{"case", id}}, [&](const db::Row& row) {
        if (const auto at = by_id.find(SkillId{row.integer(0)}); at != by_id.end())
            at->second->answer = given_answer(row, 1);
    });
    return form;
}

Result<CaseProgress> answer(db::Tx& tx, const access::Actor& actor, CaseId id, SkillId skill,
                            const GivenAnswer& given) {
    CaseFlat asked = TRY(case_to_answer(tx, actor, id, skill));
    TRY(check_answer(tx, skill, given));
    const auto before = stored_answer(tx, id, skill);
    if (before && before->given == given) return progress_of(tx, asked, skill, true);
    if (before) TRY(withdraw(tx, actor, asked, *before));
    std::optional<AssessmentId> assessment;
    if (given.level) assessment = TRY(state(tx, actor, asked, skill, *given.level));
    tx.run(queries::put_answer, {{"case", id},
                                 {"skill", skill},
                                 {"kind", given.kind},
                                 {"level", given.level},
                                 {"assessment", assessment},
                                 {"account", actor.account},
                                 {"at", tx.now()}});
    if (!before) count(tx, asked, 1);
    audit::append(tx, actor.account, "round.answered", asked.round.value, about(asked, skill));
    return progress_of(tx, asked, skill, true);
}

Result<CaseProgress> take_back(db::Tx& tx, const access::Actor& actor, CaseId id, SkillId skill) {
    CaseFlat asked = TRY(case_to_answer(tx, actor, id, skill));
    const auto before = stored_answer(tx, id, skill);
    if (!before) return progress_of(tx, asked, skill, false);
    TRY(withdraw(tx, actor, asked, *before));
    tx.run(queries::delete_answer, {{"case", id}, {"skill", skill}});
    count(tx, asked, -1);
    audit::append(tx, actor.account, "round.answer_taken_back", asked.round.value, about(asked, skill));
    return progress_of(tx, asked, skill, false);
}

std::vector<StoredAnswer> answers_about(db::Tx& tx, const db::Scope& scope, PersonId person) {
    std::vector<StoredAnswer> all;
    tx.run(queries::answers_about, scope, {{"person", person}}, [&](const db::Row& row) {
        const GivenAnswer given = given_answer(row, 4);
        all.push_back({std::string{row.text(0)},
                       db::from_column<Voice>(row, 1),
                       {std::string{row.text(2)}, std::string{row.text(3)}},
                       given.kind,
                       given.level,
                       db::from_column<Instant>(row, 6),
                       std::string{row.text(7)}});
    });
    return all;
}

} // namespace kunna::rounds
