// Cases: what waits, the form, answering and taking back.
#include "rounds/cases.hpp"

#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "audit/trail.hpp"
#include "base/texts.hpp"
#include "rounds/asked.hpp"
#include "rounds/queries.hpp"
#include "skills/catalogue.hpp"

namespace kunna::rounds {

namespace {

struct CaseFlat {
    CaseId id{};
    RoundId round{};
    PersonId person{};
    UnitId unit{};
    Voice voice = Voice::self;
    std::int64_t questions = 0;
    std::int64_t answered = 0;
    std::string name{}; // of the round
    RoundState state = RoundState::draft;
    Date closes{};

    [[nodiscard]] bool open_on(Date day) const { return state == RoundState::open && day <= closes; }
};
BOOST_DESCRIBE_STRUCT(CaseFlat, (), (id, round, person, unit, voice, questions, answered, name, state, closes))

struct StoredGiven {
    GivenAnswer given{};
    std::optional<AssessmentId> assessment{};
};

// The case, for whoever answers it.
Result<CaseFlat> own_case(db::Tx& tx, const access::Actor& actor, CaseId id) {
    const auto found = tx.one<CaseFlat>(queries::case_by_id, {{"case", id}});
    if (!found || !actor.person.given()) return refuse(Kind::not_found, "round.case_not_found");
    const bool own =
        found->voice == Voice::self ? actor.person == found->person : access::manages(tx, actor.person, found->person);
    if (!own) return refuse(Kind::not_found, "round.case_not_found");
    return *found;
}

Result<CaseFlat> case_to_answer(db::Tx& tx, const access::Actor& actor, CaseId id, SkillId skill) {
    CaseFlat found = TRY(own_case(tx, actor, id));
    if (!found.open_on(tx.today())) return refuse(Kind::conflict, "round.closed");
    if (*tx.one<std::int64_t>(queries::employed_on, {{"person", found.person}, {"day", tx.today()}}) == 0)
        return refuse(Kind::conflict, "round.person_left");
    if (*tx.one<std::int64_t>(queries::is_asked,
                              {{"round", found.round}, {"person", found.person}, {"skill", skill}}) == 0)
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
    return voice == Voice::self ? assessments::Source::self : assessments::Source::manager;
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

std::string about(const CaseFlat& asked, SkillId skill) {
    return "person=" + std::to_string(asked.person.value) + ",skill=" + std::to_string(skill.value);
}

} // namespace

MyRounds my_rounds(db::Tx& tx, const access::Actor& actor) {
    MyRounds mine;
    if (!actor.person.given()) return mine;
    if (actor.may(access::Permission::rate_self))
        for (const CaseFlat& one :
             tx.all<CaseFlat>(queries::open_cases_of, {{"person", actor.person}, {"day", tx.today()}}))
            mine.cases.push_back({one.id, one.round, one.name, one.closes, one.questions, one.answered});
    if (actor.may(access::Permission::record_assessment))
        mine.teams = tx.all<OpenTeam>(queries::open_teams_of, {{"manager", actor.person}, {"day", tx.today()}});
    return mine;
}

Result<Form> form(db::Tx& tx, const access::Actor& actor, CaseId id) {
    const CaseFlat asked = TRY(own_case(tx, actor, id));
    // A manager's case is answered on the team's grid.
    if (asked.voice != Voice::self) return refuse(Kind::not_found, "round.case_not_found");
    Form form{asked.id,       asked.round,        asked.name, asked.closes, asked.open_on(tx.today()), asked.questions,
              asked.answered, skills::scales(tx), {}};
    tx.run(queries::questions_of_case, {{"round", asked.round}, {"person", asked.person}}, [&](const db::Row& row) {
        form.skills.push_back({asked_skill(row), {}, {}});
    });
    std::map<SkillId, FormSkill*> by_id;
    std::vector<AskedSkill*> asked_skills;
    for (FormSkill& one : form.skills) {
        by_id[one.skill.id] = &one;
        asked_skills.push_back(&one.skill);
    }
    add_anchors(tx, asked.round, asked_skills);
    for (const auto& [skill, said] : said_before(tx, asked.person, assessments::Source::self))
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
    if (given.level) {
        const auto made = TRY(
            assessments::record(tx, actor, {asked.person, skill, *given.level, source_of(asked.voice), {}, {}, {}}));
        assessment = made.id;
    }
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
                       db::from_column<Instant>(row, 6)});
    });
    return all;
}

} // namespace kunna::rounds
