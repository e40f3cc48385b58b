// Next assessments: which statements, made now, would tell most about the gaps. The value of information
// (engine/next_statement.hpp) of each requirement, by its weight.
#pragma once

#include "access/actor.hpp"
#include "insights/profile.hpp"

namespace kunna::insights {

struct NextAssessment {
    PersonId person{};
    std::string name{};
    std::string unit_name{};
    SkillId skill{};
    skills::Text skill_name{};
    std::int32_t required = 0; // the highest of the roles'
    bool must = false;
    std::optional<double> level{}; // nothing: unknown
    double uncertainty = 0;        // ± steps; of an unknown level that of the whole scale
    std::int32_t weight = 0;       // Σ over the roles that require it
    double value = 0; // weight × steps²: by how much the variance of the weighted gap is expected to fall
    double share = 0; // of all that such statements would tell
    std::int32_t scale_max = 5;
};
BOOST_DESCRIBE_STRUCT(NextAssessment, (),
                      (person, name, unit_name, skill, skill_name, required, must, level, uncertainty, weight, value,
                       share, scale_max))

struct NextAssessments {
    Date day{};
    double source_weight = 0;            // w of a manager's statement, which is what is reckoned with
    double value = 0;                    // of all requirements together
    std::int64_t count = 0;              // statements that would tell anything
    std::vector<NextAssessment> items{}; // the most telling first
};
BOOST_DESCRIBE_STRUCT(NextAssessments, (), (day, source_weight, value, count, items))

struct NextAsked {
    std::optional<UnitId> unit{}; // with all units under it
    std::optional<SkillId> skill{};
    std::size_t limit = 20;
};

// Of people whose levels the actor may see, oneself left out; those shown are logged as read. Refuses unit.not_found
// and skill.not_found.
Result<NextAssessments> next_assessments(db::Db& db, const Workforce& workforce, const access::Actor& actor,
                                         const NextAsked& asked);

} // namespace kunna::insights
