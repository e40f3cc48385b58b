// Contests: the employee disputes a statement about themself, and the manager or HR answers. All of it stays in the
// history; a contested statement counts until it is answered, and is marked.
#pragma once

#include "assessments/assessments.hpp"

namespace kunna::assessments {

BOOST_DEFINE_ENUM_CLASS(Outcome, upheld, corrected)

struct Answer {
    Outcome outcome = Outcome::upheld;
    std::string answer{};
    std::optional<std::int32_t> level{}; // when corrected: the level that is stated instead
};
BOOST_DESCRIBE_STRUCT(Answer, (), (outcome, answer, level))

struct ContestRow {
    Contest contest{};
    PersonId person{};
    std::string person_name{};
    SkillId skill{};
    Text skill_name{};
    std::int32_t level = 0;
    Source source = Source::manager;
    std::string assessor{};
    std::string note{};
};
BOOST_DESCRIBE_STRUCT(ContestRow, (), (contest, person, person_name, skill, skill_name, level, source, assessor, note))

// Only what is said about oneself (contest.only_own), not one's own self-rating (contest.own_rating), one at a time
// (contest.already_open), and only while it counts (assessment.ended).
Result<Contest> contest(db::Tx& tx, const access::Actor& actor, AssessmentId assessment, const std::string& reason);
// The direct manager of the person, or HR of the person's unit; never the person (contest.not_own_answer). upheld: the
// statement stands. corrected: a statement of the given level and of today takes its place. Refuses contest.closed.
Result<Contest> answer(db::Tx& tx, const access::Actor& actor, ContestId contest, const Answer& given);
// By the one who contested.
Result<void> take_back(db::Tx& tx, const access::Actor& actor, ContestId contest);

// Newest first: the actor's own, those of direct reports, and for HR those of its units (who contests asks to be read,
// so no reason is asked). before: only older ones than this.
std::vector<ContestRow> contests(db::Tx& tx, const access::Actor& actor, std::optional<ContestState> state,
                                 std::optional<ContestId> before, int limit);

// For marks in views of many people: every statement that is contested now.
struct OpenContest {
    AssessmentId assessment{};
    PersonId person{};
    SkillId skill{};
};
BOOST_DESCRIBE_STRUCT(OpenContest, (), (assessment, person, skill))
std::vector<OpenContest> open_contests(db::Tx& tx);

} // namespace kunna::assessments
