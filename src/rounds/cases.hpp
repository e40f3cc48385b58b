// Cases: one voice about one person. The person answers for themself; the manager of the day answers as the manager; a
// colleague who was named, and works with the person on the day, and an assessor from outside answer theirs. To
// everybody else a case does not exist (not_found, "round.case_not_found").
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/answer.hpp"

namespace kunna::rounds {

// A case of one's own that waits.
struct OpenCase {
    CaseId case_{};
    RoundId round{};
    std::string name{};
    Date closes{};
    Voice voice = Voice::self;
    std::optional<std::string> person{}; // the name of whom it is about, when that is another
    std::int64_t questions = 0;
    std::int64_t answered = 0;
};
BOOST_DESCRIBE_STRUCT(OpenCase, (), (case_, round, name, closes, voice, person, questions, answered))

// A round in which one's reports wait for the manager.
struct OpenTeam {
    RoundId round{};
    std::string name{};
    Date closes{};
    std::int64_t people = 0;
    std::int64_t done = 0;
    std::int64_t questions = 0;
    std::int64_t answered = 0;
};
BOOST_DESCRIBE_STRUCT(OpenTeam, (), (round, name, closes, people, done, questions, answered))

// A round in which colleagues answer: about oneself, or about one's reports.
struct OpenChoice {
    RoundId round{};
    std::string name{};
    Date closes{};
    std::int64_t wanted = 0; // of each person
    bool about_me = false;
    std::int64_t named = 0;   // for oneself
    std::int64_t reports = 0; // in the round
    std::int64_t waiting = 0; // proposals of theirs to confirm
};
BOOST_DESCRIBE_STRUCT(OpenChoice, (), (round, name, closes, wanted, about_me, named, reports, waiting))

struct MyRounds {
    std::vector<OpenCase> cases{}; // one's own first
    std::vector<OpenTeam> teams{};
    std::vector<OpenChoice> choices{};
};
BOOST_DESCRIBE_STRUCT(MyRounds, (), (cases, teams, choices))

// In rounds that are open today, those that close first first.
MyRounds my_rounds(db::Tx& tx, const access::Actor& actor);

struct FormSkill {
    AskedSkill skill{};
    std::optional<SaidBefore> before{};
    std::optional<GivenAnswer> answer{};
};
BOOST_DESCRIBE_STRUCT(FormSkill, (), (skill, before, answer))

struct Form {
    CaseId id{};
    RoundId round{};
    std::string name{};
    Date closes{};
    bool open = false;
    Voice voice = Voice::self;
    std::optional<std::string> person{}; // the name of whom it is about, when that is another
    std::int64_t questions = 0;
    std::int64_t answered = 0;
    std::vector<skills::Scale> scales{};
    std::vector<FormSkill> skills{};
};
BOOST_DESCRIBE_STRUCT(Form, (), (id, round, name, closes, open, voice, person, questions, answered, scales, skills))

// A form by those who answer on one: all but the manager. With what the person said last when it is about themself;
// about another, nothing that anybody has said.
Result<Form> form(db::Tx& tx, const access::Actor& actor, CaseId id);
// The same; that an assessor from outside has opened it is noted for the person.
Result<Form> open_form(db::Db& db, const access::Actor& actor, CaseId id);

// A level becomes an assessment of today, and the one this case gave before is withdrawn. The same answer again changes
// nothing. Refuses round.closed, round.person_left, round.skill_not_asked, and /level when it does not fit.
Result<CaseProgress> answer(db::Tx& tx, const access::Actor& actor, CaseId id, SkillId skill, const GivenAnswer& given);
// Takes the answer back, as if the question had not been answered. Nothing when it was not.
Result<CaseProgress> take_back(db::Tx& tx, const access::Actor& actor, CaseId id, SkillId skill);

// Everything that was answered about a person, for "my data".
struct StoredAnswer {
    std::string round{};
    Voice voice = Voice::self;
    Text skill{};
    AnswerKind kind = AnswerKind::level;
    std::optional<std::int32_t> level{};
    Instant at{};
    std::string by{};
};
BOOST_DESCRIBE_STRUCT(StoredAnswer, (), (round, voice, skill, kind, level, at, by))
std::vector<StoredAnswer> answers_about(db::Tx& tx, const db::Scope& scope, PersonId person);

} // namespace kunna::rounds
