// Rows of rounds as they are stored. Private to rounds.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "rounds/round.hpp"

namespace kunna::rounds::store {

struct RoundFlat {
    RoundId id{};
    std::string name{};
    RoundState state = RoundState::draft;
    SkillsFrom skills_from = SkillsFrom::profile;
    std::optional<goals::GoalId> goal{};
    std::optional<std::string> goal_sv{};
    std::optional<std::string> goal_en{};
    std::int32_t peers = 0;
    Date opens{};
    Date closes{};
    std::optional<Instant> opened{};
    std::optional<Instant> closed{};
    bool required = false;
    AccountId account{};
    std::int64_t version = 0;
    std::string by_name{};

    // An open round whose last day is over is closed, whether or not somebody closed it.
    [[nodiscard]] RoundState state_on(Date day) const {
        return state == RoundState::open && closes < day ? RoundState::closed : state;
    }
};
BOOST_DESCRIBE_STRUCT(RoundFlat, (),
                      (id, name, state, skills_from, goal, goal_sv, goal_en, peers, opens, closes, opened, closed,
                       required, account, version, by_name))

std::optional<RoundFlat> find(db::Tx& tx, RoundId round);
RoundId insert(db::Tx& tx, const NewRound& wanted, AccountId by);
void update(db::Tx& tx, RoundId round, const NewRound& wanted);
void remove(db::Tx& tx, RoundId round);
void set_skills(db::Tx& tx, RoundId round, const std::vector<SkillId>& skills);
std::vector<Voice> voices(db::Tx& tx, RoundId round);
std::vector<ChosenUnit> units(db::Tx& tx, RoundId round);
std::vector<ChosenRole> roles(db::Tx& tx, RoundId round);
std::vector<ChosenSkill> skills(db::Tx& tx, RoundId round);

// Whose counts an actor reads: all, or those of the units that are granted to its account.
struct Reach {
    bool everywhere = false;
    AccountId account{};
};
Reach reach_of(const access::Actor& actor);

struct RoundSum {
    RoundId round{};
    VoiceSum sum{};
};
// Of one round, or of all.
std::vector<RoundSum> sums(db::Tx& tx, const Reach& reach, RoundId round = {});

struct UnitSum {
    UnitId unit{};
    VoiceSum sum{};
};
std::vector<UnitSum> counts(db::Tx& tx, const Reach& reach, RoundId round);

} // namespace kunna::rounds::store
