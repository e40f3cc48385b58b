// Team: a manager's reports of the day against the skills that a round asks about, to be rated on one grid.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/answer.hpp"

namespace kunna::rounds {

struct GridCell {
    std::optional<GivenAnswer> answer{};
    std::optional<SaidBefore> before{}; // the last the manager of then said
    // What the person answered about themself: only beside an answer of the manager's, so as not to anchor it.
    std::optional<GivenAnswer> self{};
};
BOOST_DESCRIBE_STRUCT(GridCell, (), (answer, before, self))

struct GridPerson {
    CaseId case_{};
    PersonId person{};
    std::string name{};
    std::string title{};
    std::int64_t questions = 0;
    std::int64_t answered = 0;
    std::int64_t self_questions = 0; // 0: the round does not ask the person
    std::int64_t self_answered = 0;
    std::vector<std::optional<GridCell>> cells{}; // by skill of the grid; nothing: not asked about this person
};
BOOST_DESCRIBE_STRUCT(GridPerson, (),
                      (case_, person, name, title, questions, answered, self_questions, self_answered, cells))

struct Grid {
    RoundId round{};
    std::string name{};
    Date closes{};
    bool open = false;
    std::vector<skills::Scale> scales{};
    std::vector<AskedSkill> skills{};
    std::vector<GridPerson> people{}; // by name
};
BOOST_DESCRIBE_STRUCT(Grid, (), (round, name, closes, open, scales, skills, people))

// round.not_found when none of the actor's reports is in it. Every report's data is opened by it, and logged so.
Result<Grid> team(db::Db& db, const access::Actor& actor, RoundId round);

} // namespace kunna::rounds
