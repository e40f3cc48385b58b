// Team: a manager's direct reports person by person, and the chain below them as one sum.
#pragma once

#include "insights/profile.hpp"

namespace kunna::insights {

struct TeamSkill {
    SkillId id{};
    skills::Text name{};
    std::int64_t required_by = 0; // of the team
};
BOOST_DESCRIBE_STRUCT(TeamSkill, (), (id, name, required_by))

struct TeamCell {
    std::optional<double> level{};
    double confidence = 0;
    std::optional<std::int32_t> required{};
    std::optional<engine::State> state{};
    bool must = false;
    bool conflict = false;
    bool contested = false;
};
BOOST_DESCRIBE_STRUCT(TeamCell, (), (level, confidence, required, state, must, conflict, contested))

struct TeamPerson {
    PersonId id{};
    std::string name{};
    std::string title{};
    Sums sums{};
    std::vector<std::optional<TeamCell>> cells{}; // by skill of the team; nothing: not required and nothing known
};
BOOST_DESCRIBE_STRUCT(TeamPerson, (), (id, name, title, sums, cells))

struct Chain {
    std::int64_t people = 0;
    Sums sums{};
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(Chain, (), (people, sums, hidden))

struct TeamMatrix {
    PersonId manager{};
    Date day{};
    std::vector<TeamSkill> skills{};
    std::vector<TeamPerson> people{};
    Chain chain{};
};
BOOST_DESCRIBE_STRUCT(TeamMatrix, (), (manager, day, skills, people, chain))

// Of the actor's own team. Every report's data is opened by it, and logged so.
Result<TeamMatrix> team(db::Db& db, Workforces& workforces, const access::Actor& actor);

} // namespace kunna::insights
