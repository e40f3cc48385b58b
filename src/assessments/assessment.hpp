// An assessment: one dated statement that a person holds a level in a skill, from one source. It is never changed; one
// that was wrong is ended, and stays in the history.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "engine/evidence.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::assessments {

using Source = engine::Source;
using skills::Text;

// The numbers are stored: a source may be added behind, never moved.
static_assert(static_cast<int>(Source::self) == 0 && static_cast<int>(Source::peer) == 1 &&
              static_cast<int>(Source::manager) == 2 && static_cast<int>(Source::project) == 3 &&
              static_cast<int>(Source::interview) == 4 && static_cast<int>(Source::talk) == 5 &&
              static_cast<int>(Source::expert) == 6 && static_cast<int>(Source::certificate) == 7 &&
              static_cast<int>(Source::test) == 8 && engine::source_count == 9);

struct NewAssessment {
    PersonId person{};
    SkillId skill{};
    std::int32_t level = 0; // raw step on the skill's scale
    Source source = Source::manager;
    std::optional<Date> day{}; // today when absent
    std::optional<std::string> note{};
    std::optional<Date> expires{};         // the last day it holds
    std::optional<std::string> assessor{}; // who judged, when that is not the one who records it
};
BOOST_DESCRIBE_STRUCT(NewAssessment, (), (person, skill, level, source, day, note, expires, assessor))

struct Recorded {
    AssessmentId id{};
};
BOOST_DESCRIBE_STRUCT(Recorded, (), (id))

struct Comment {
    std::string by{};
    Instant at{};
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Comment, (), (by, at, text))

// What a statement rests on: a link, or a file of `size` bytes.
struct Attachment {
    AttachmentId id{};
    std::string name{};
    std::optional<std::string> link{};
    std::optional<std::int64_t> size{};
    std::string by{};
    Instant at{};
    AccountId account{}; // who attached it, and may take it away again
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, name, link, size, by, at, account))

// upheld: the statement stands. corrected: it was ended and another recorded. withdrawn: the person took it back.
BOOST_DEFINE_ENUM_CLASS(ContestState, open, upheld, corrected, withdrawn)

struct Contest {
    ContestId id{};
    AssessmentId assessment{};
    std::string reason{};
    Instant at{};
    ContestState state = ContestState::open;
    std::optional<std::string> answer{};
    std::optional<std::string> answered_by{};
    std::optional<Instant> answered{};
};
BOOST_DESCRIBE_STRUCT(Contest, (), (id, assessment, reason, at, state, answer, answered_by, answered))

// Why and from when a statement no longer counts.
struct End {
    Date day{}; // it counts on days before this one
    Instant at{};
    std::string by{};
    std::string reason{};
    std::optional<AssessmentId> replaced_by{};
};
BOOST_DESCRIBE_STRUCT(End, (), (day, at, by, reason, replaced_by))

// One statement with all that was said about it.
struct Statement {
    AssessmentId id{};
    PersonId person{};
    SkillId skill{};
    Text skill_name{};
    Source source = Source::manager;
    std::int32_t level = 0;
    Date day{};
    std::optional<PersonId> assessor{};
    std::string assessor_name{}; // of the person, or as the file had it; empty when nobody was named
    std::string note{};
    std::optional<Date> expires{};
    Instant recorded{};
    std::optional<End> end{};
    std::vector<Comment> comments{};
    std::vector<Contest> contests{}; // oldest first; at most one is open
    std::vector<Attachment> attachments{};
    AccountId account{}; // who recorded it

    [[nodiscard]] bool counts_on(Date on) const { return day <= on && (!end || on < end->day); }
    [[nodiscard]] bool contested() const { return !contests.empty() && contests.back().state == ContestState::open; }
};
BOOST_DESCRIBE_STRUCT(Statement, (),
                      (id, person, skill, skill_name, source, level, day, assessor, assessor_name, note, expires,
                       recorded, end, comments, contests, attachments, account))

} // namespace kunna::assessments
