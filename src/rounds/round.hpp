// An inventory round: for some weeks a group is asked what it can do, by itself and by its managers; colleagues and
// assessors from outside may be asked too. Who is in it and what is asked is fixed when it opens; answers become
// assessments.
#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "goals/goal.hpp"
#include "skills/skill.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kunna::rounds {

using RoundId = Id<struct RoundTag>;
using CaseId = Id<struct RoundCaseTag>;
using skills::Text;

BOOST_DEFINE_ENUM_CLASS(RoundState, draft, open, closed)
// Stored as words: a voice may be added. peer: colleagues, named one by one while it is open. assessor: from outside,
// given cases one by one while it is open.
BOOST_DEFINE_ENUM_CLASS(Voice, self, manager, peer, assessor)
// profile: what the roles that each person holds require. chosen: the same for everybody. goal: what a goal needs on
// the day the round opens.
BOOST_DEFINE_ENUM_CLASS(SkillsFrom, profile, chosen, goal)

struct NewRound {
    std::string name{};
    std::vector<UnitId> units{}; // with everything below them; everybody the actor may edit when empty
    std::vector<RoleId> roles{}; // whatever people do when empty
    SkillsFrom skills_from = SkillsFrom::profile;
    std::vector<SkillId> skills{};       // when chosen
    std::optional<goals::GoalId> goal{}; // when of a goal
    std::vector<Voice> voices{};         // the person or the manager, and colleagues beside them
    std::optional<std::int32_t> peers{}; // how many colleagues of each person are wished; three when absent
    Date opens{};                        // planned, until it opens
    Date closes{};                       // the last day to answer
    std::optional<bool> required{};      // e-mail about it goes also to those who want required ones only
};
BOOST_DESCRIBE_STRUCT(NewRound, (),
                      (name, units, roles, skills_from, skills, goal, voices, peers, opens, closes, required))

// How many cases one voice has, how many were begun, how many are answered to the end.
struct VoiceSum {
    Voice voice = Voice::self;
    std::int64_t cases = 0;
    std::int64_t begun = 0;
    std::int64_t done = 0;
};
BOOST_DESCRIBE_STRUCT(VoiceSum, (), (voice, cases, begun, done))

struct RoundRow {
    RoundId id{};
    std::string name{};
    RoundState state = RoundState::draft;
    Date opens{};
    Date closes{};
    std::string by{};
    std::vector<VoiceSum> voices{}; // over the actor's units
    bool may_change = false;        // whoever made it, and HR of the whole organisation
};
BOOST_DESCRIBE_STRUCT(RoundRow, (), (id, name, state, opens, closes, by, voices, may_change))

struct ChosenUnit {
    UnitId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(ChosenUnit, (), (id, name))

struct ChosenRole {
    RoleId id{};
    Text name{};
};
BOOST_DESCRIBE_STRUCT(ChosenRole, (), (id, name))

struct ChosenSkill {
    SkillId id{};
    Text name{};
};
BOOST_DESCRIBE_STRUCT(ChosenSkill, (), (id, name))

struct ChosenGoal {
    goals::GoalId id{};
    Text name{};
};
BOOST_DESCRIBE_STRUCT(ChosenGoal, (), (id, name))

// Whom a draft would ask if it were opened now.
struct WouldAsk {
    std::int64_t chosen = 0; // people
    std::int64_t asked = 0;  // of them: those with something to be asked about
};
BOOST_DESCRIBE_STRUCT(WouldAsk, (), (chosen, asked))

struct Round {
    RoundId id{};
    std::string name{};
    RoundState state = RoundState::draft;
    SkillsFrom skills_from = SkillsFrom::profile;
    std::vector<ChosenUnit> units{};
    std::vector<ChosenRole> roles{};
    std::vector<ChosenSkill> skills{};
    std::optional<ChosenGoal> goal{};
    std::vector<VoiceSum> voices{};
    std::int32_t peers = 0; // wished of each person, when colleagues answer
    Date opens{};
    Date closes{};
    std::optional<Instant> opened{};
    std::optional<Instant> closed{}; // by hand; a round also closes when its last day is over
    bool required = false;
    std::string by{};
    bool may_change = false;
    std::optional<WouldAsk> would_ask{}; // of a draft
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Round, (),
                      (id, name, state, skills_from, units, roles, skills, goal, voices, peers, opens, closes, opened,
                       closed, required, by, may_change, would_ask, version))

} // namespace kunna::rounds
