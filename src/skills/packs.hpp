// Starter packs: skills, roles and profiles to begin with. Everything in them can be changed once they are installed.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "skills/skill.hpp"

namespace kunna::skills {

struct PackRow {
    std::string key{};
    Text name{};
    Text description{};
    std::int64_t skills = 0;
    std::int64_t roles = 0;
    bool installed = false;
};
BOOST_DESCRIBE_STRUCT(PackRow, (), (key, name, description, skills, roles, installed))

// What an installation added; nothing the second time.
struct PackAdded {
    std::int64_t skills = 0;
    std::int64_t roles = 0;
};
BOOST_DESCRIBE_STRUCT(PackAdded, (), (skills, roles))

// A goal that the packs propose, by the keys of roles and skills; baseline and target are examples.
struct PackNeed {
    std::string role{};
    std::string skill{};
    std::int32_t level = 0;
};
BOOST_DESCRIBE_STRUCT(PackNeed, (), (role, skill, level))

struct PackGoal {
    std::string key{};
    Text name{};
    Text metric{};
    Text measure{}; // what the figures count: "%", "days"; may be empty
    double baseline = 0;
    double target = 0;
    std::vector<PackNeed> needs{};
};
BOOST_DESCRIBE_STRUCT(PackGoal, (), (key, name, metric, measure, baseline, target, needs))

// A learning activity that the packs propose, by the keys of skills; costs in kronor and hours are examples. What one
// asks for first stands before it, in its own pack or in one that its pack builds on.
struct PackRaise {
    std::string skill{};
    std::int32_t from = 0;
    std::int32_t to = 0;
    double probability = 1;
};
BOOST_DESCRIBE_STRUCT(PackRaise, (), (skill, from, to, probability))

struct PackActivity {
    std::string key{};
    std::string kind{};
    Text name{};
    Text description{};
    std::string provider{}; // empty: the organisation itself
    bool online = false;
    std::int64_t seat_cost = 0;
    std::int64_t session_cost = 0;
    std::int32_t seats = 0; // a session; 0: no limit
    double hours = 0;
    std::vector<PackRaise> raises{};
    std::vector<std::string> after{};
};
BOOST_DESCRIBE_STRUCT(PackActivity, (),
                      (key, kind, name, description, provider, online, seat_cost, session_cost, seats, hours, raises,
                       after))

// Those a user may choose: the core first, then by name; not the demonstration's.
std::vector<PackRow> packs(db::Tx& tx);

// Adds what is missing, the core with every other pack, and touches nothing that is there: a skill or role of the
// pack's key stays as its editors left it. Profiles hold from today. Refuses pack.not_found.
Result<PackAdded> install_pack(db::Tx& tx, const access::Actor& actor, std::string_view key);

// Of the packs that are installed.
std::vector<PackGoal> pack_goals(db::Tx& tx);
std::vector<PackActivity> pack_activities(db::Tx& tx);

// For the demonstration company: every pack, with profiles that have held since the day given.
PackAdded install_demonstration(db::Tx& tx, const access::Actor& actor, Date valid_from);
// The goals of the demonstration company itself.
std::vector<PackGoal> demonstration_goals();
// Keys of the 32 roles in use there.
std::vector<std::string> demonstration_roles();

} // namespace kunna::skills
