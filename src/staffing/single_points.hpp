// Single points: skills that hang on one person or on nobody, with how many could step in.
#pragma once

#include "staffing/part.hpp"

namespace kunna::staffing {

struct Holder {
    PersonId person{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Holder, (), (person, name))

struct FewHolders {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    std::int32_t required = 0; // the highest that a role held there requires
    std::int64_t people = 0;   // whose roles require it
    std::int64_t holders = 0;  // reach that level, sure, and are not known to leave: 0 uncovered, 1 one person
    std::int64_t experts = 0;  // of all there, reach that level and at least 4, sure
    std::int32_t expert_level = 0;
    std::optional<double> coverage{}; // of the requirement, in FTE
    std::optional<Holder> holder{};   // the only one, to those who may see the person's levels
};
BOOST_DESCRIBE_STRUCT(FewHolders, (),
                      (skill, name, kind, required, people, holders, experts, expert_level, coverage, holder))

struct SinglePoints {
    Date day{};
    std::string name{}; // of the unit or the organisation; empty for several units
    std::int64_t people = 0;
    std::int64_t skills = 0; // that roles there require
    std::int64_t hidden = 0; // of them, not told: too few people
    std::vector<FewHolders> items{};
};
BOOST_DESCRIBE_STRUCT(SinglePoints, (), (day, name, people, skills, hidden, items))

// Those with at most so many holders; the fewest first, then those that most people need. A person named, unless names
// are not wanted, is noted as read.
Result<SinglePoints> single_points(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                   std::optional<UnitId> unit, std::int64_t most_holders, bool names = true);

} // namespace kunna::staffing
