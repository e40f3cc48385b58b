// Cell: one unit and one skill, opened up: what it is made of, and who, for those who may see them.
#pragma once

#include "insights/fence.hpp"
#include "insights/profile.hpp"

namespace kunna::insights {

struct CellRole {
    RoleId role{};
    skills::Text name{};
    std::int32_t level = 0;
    bool must = false;
    std::optional<std::int64_t> people{}; // not told when few, nor when the others would give it away
};
BOOST_DESCRIBE_STRUCT(CellRole, (), (role, name, level, must, people))

struct CellPerson {
    PersonId person{};
    std::string name{};
    RoleId role{};
    skills::Text role_name{};
    std::int32_t required = 0;
    std::optional<double> level{};
    double confidence = 0;
    engine::State state = engine::State::unknown;
    double gap = 0;
    bool must = false;
};
BOOST_DESCRIBE_STRUCT(CellPerson, (), (person, name, role, role_name, required, level, confidence, state, gap, must))

struct CellDetail {
    UnitId unit{};
    std::string unit_name{};
    SkillId skill{};
    skills::Text name{};
    Date day{};
    std::int64_t people_required = 0;
    Sums sums{};
    std::optional<double> mean_gap{};
    std::optional<std::int64_t> bus_factor{};
    double hours_to_close = 0; // Σ gap × the skill's hours a level
    bool hidden = false;
    std::vector<CellRole> roles{};
    std::vector<CellPerson> people{}; // only those whose levels the actor may see; the gap first
};
BOOST_DESCRIBE_STRUCT(CellDetail, (),
                      (unit, unit_name, skill, name, day, people_required, sums, mean_gap, bus_factor, hours_to_close,
                       hidden, roles, people))

Result<CellDetail> cell_detail(db::Db& db, const Workforce& workforce, const access::Actor& actor, UnitId unit,
                               SkillId skill);

} // namespace kunna::insights
