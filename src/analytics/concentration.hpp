// Concentration: how much of what the organisation can do sits in one place or in one unit.
//
// Of the people who are shown to be able (counts.hpp), the share s of each place; the largest share; and the
// Herfindahl index H = Σ s², from 1/n when n places have equally many to 1 when all are in one. 1/H is the number of
// places of equal size that would be as concentrated.
#pragma once

#include "analytics/counts.hpp"
#include "insights/seen.hpp"

namespace kunna::analytics {

BOOST_DEFINE_ENUM_CLASS(SpreadBy, place, unit)

struct SpreadGroup {
    std::optional<UnitId> unit{}; // by unit
    std::string name{};           // of the place or the unit; empty for units that have no place
    bool own = false;             // the unit's own people only: units under it are groups of their own
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(SpreadGroup, (), (unit, name, own, people))

inline constexpr std::int64_t told_nothing = -1; // a count about too few people

struct SkillSpread {
    SkillId skill{};
    skills::Text name{};
    bool critical = false;  // a goal that is pursued needs it, at 20 or more (domain.md §3, criticality)
    std::int32_t level = 3; // that counts as able
    bool hidden = false;    // too few people: no numbers
    std::int64_t able = 0;
    std::int64_t uncertain = 0;         // at the level, not sure
    std::vector<std::int64_t> groups{}; // able, by group of the answer; −1: too few people
    // Of the group with most of them, when no hidden group can have more.
    std::optional<std::int32_t> largest{}; // its place in the answer's groups
    std::optional<double> largest_share{};
    // When no group is hidden and anybody is able.
    std::optional<double> herfindahl{};
    std::optional<double> as_many{}; // 1/H
};
BOOST_DESCRIBE_STRUCT(SkillSpread, (),
                      (skill, name, critical, level, hidden, able, uncertain, groups, largest, largest_share,
                       herfindahl, as_many))

struct Concentration {
    Date day{};
    std::string name{}; // of the organisation or the unit; empty for several units
    SpreadBy by = SpreadBy::place;
    std::int32_t depth = 0;   // by unit: levels below the top
    std::int32_t deepest = 0; // that can be asked for
    std::int64_t people = 0;
    std::vector<SpreadGroup> groups{};
    std::vector<SkillSpread> skills{}; // required by a role somebody holds; the most concentrated first
};
BOOST_DESCRIBE_STRUCT(Concentration, (), (day, name, by, depth, deepest, people, groups, skills))

// by: left out, by place when units are in more than one, else by unit. depth: of the units, 1 or more; when left out,
// 1 below a single top, else the tops themselves. Refuses analytics.depth.
Result<Concentration> concentration(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                    std::optional<SpreadBy> by, std::optional<std::int32_t> depth);

// The name of what an actor has sums of, and how many people it is.
std::string part_name(const insights::Workforce& workforce, const insights::Fence& fence);
std::int64_t part_people(const insights::Workforce& workforce, const insights::Fence& fence);
// By skill: does a pursued goal need it critically?
std::vector<bool> critical_skills(db::Tx& tx, const insights::Directory& names);

} // namespace kunna::analytics
