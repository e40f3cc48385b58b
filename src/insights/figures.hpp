// Figures: what an organisation, or a part of it, looks like at a glance.
#pragma once

#include "insights/lists.hpp"

namespace kunna::insights {

struct SinglePoint {
    SkillId skill{};
    skills::Text name{};
    std::int64_t holders = 0; // 0 uncovered, 1 depends on one person
    std::int64_t required = 0;
};
BOOST_DESCRIBE_STRUCT(SinglePoint, (), (skill, name, holders, required))

struct LargestGap {
    SkillId skill{};
    skills::Text name{};
    std::int64_t people_below = 0;
    double mean_gap = 0; // steps
    double share = 0;    // of the weighted gap of all skills
};
BOOST_DESCRIBE_STRUCT(LargestGap, (), (skill, name, people_below, mean_gap, share))

struct UnitStates {
    UnitId unit{};
    std::string name{};
    std::int64_t people = 0;
    std::int64_t met = 0;
    std::int64_t uncertain = 0;
    std::int64_t gap = 0;
    std::int64_t unknown = 0;
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(UnitStates, (), (unit, name, people, met, uncertain, gap, unknown, hidden))

struct Figures {
    Date day{};
    std::string name{}; // of the organisation or the unit
    std::int64_t people = 0;
    Sums sums{};
    std::optional<double> coverage{};
    std::optional<double> unknown_share{}; // of the requirement rows
    std::vector<SinglePoint> single_points{};
    std::int64_t single_point_count = 0;
    std::vector<LargestGap> largest{};
    std::vector<UnitStates> states_by_unit{}; // one level down
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(Figures, (),
                      (day, name, people, sums, coverage, unknown_share, single_points, single_point_count, largest,
                       states_by_unit, hidden))

// Of everything behind the fence, or of one unit in it.
Result<Figures> figures(const Workforce& workforce, const Fence& fence, std::optional<UnitId> unit);

} // namespace kunna::insights
