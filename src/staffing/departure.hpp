// Departure: what would be lost if some people left. A question to the picture; nothing is stored.
#pragma once

#include "staffing/part.hpp"

namespace kunna::staffing {

inline constexpr std::size_t most_leavers = 50;

struct Leaver {
    PersonId person{};
    std::string name{};
    UnitId unit{};
    std::string unit_name{};
};
BOOST_DESCRIBE_STRUCT(Leaver, (), (person, name, unit, unit_name))

// Requirements of one unit, or of all there is. The posts stay, empty: what they require is required still.
struct Cover {
    std::optional<UnitId> unit{}; // nothing: all whose sums the actor has
    std::string name{};           // empty for several units
    std::int64_t people = 0;
    bool hidden = false; // too few people: no numbers
    std::int64_t requirements = 0;
    std::int64_t met = 0;
    std::int64_t met_after = 0;
    std::optional<double> coverage{}; // FTE that meet it / FTE of the posts
    std::optional<double> coverage_after{};
};
BOOST_DESCRIBE_STRUCT(Cover, (), (unit, name, people, hidden, requirements, met, met_after, coverage, coverage_after))

struct SkillLost {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    bool hidden = false;       // too few people need it: no numbers
    std::int32_t required = 0; // the highest that a role there requires, before
    std::int64_t holders = 0;  // reach it, sure, and are not known to leave
    std::int64_t holders_after = 0;
    std::optional<double> coverage{};
    std::optional<double> coverage_after{};
};
BOOST_DESCRIBE_STRUCT(SkillLost, (),
                      (skill, name, kind, hidden, required, holders, holders_after, coverage, coverage_after))

struct Departure {
    Date day{};
    std::vector<Leaver> people{};
    std::vector<Cover> covers{}; // the unit asked for or the one they have in common, then the whole
    // Of the unit asked for, else of the whole: what loses holders or coverage. Without a holder first.
    std::vector<SkillLost> skills{};
};
BOOST_DESCRIBE_STRUCT(Departure, (), (day, people, covers, skills))

// One to fifty people, whose levels the actor may see: refuses as may_see(levels) does, and somebody who is not
// employed is not found. They are noted as read.
Result<Departure> departure(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                            const std::vector<PersonId>& people, std::optional<UnitId> unit);

} // namespace kunna::staffing
