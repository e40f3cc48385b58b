// Gap map: units × skills, one number a cell, whole workforce at once.
#pragma once

#include "insights/fence.hpp"
#include "insights/sums.hpp"

namespace kunna::insights {

struct MapUnit {
    UnitId id{};
    std::optional<UnitId> parent{};
    std::string name{};
    std::int32_t depth = 0; // from the first row
    std::int64_t people = 0;
    std::int64_t units = 0; // below it, shown or not: ask again with unit= to open it
};
BOOST_DESCRIBE_STRUCT(MapUnit, (), (id, parent, name, depth, people, units))

struct MapSkill {
    SkillId id{};
    skills::Text name{};
    std::optional<SkillGroupId> group{};
    std::string kind{};
};
BOOST_DESCRIBE_STRUCT(MapSkill, (), (id, name, group, kind))

// Cells row by row (unit by unit, skills within). −1: nobody there needs the skill. −2: hidden, too few people.
// −3 (weighted_gap only): all of it is unknown. Shares are in ten-thousandths.
struct GapMap {
    Date day{};
    std::int64_t seq = 0;
    std::vector<MapUnit> units{};
    std::vector<MapSkill> skills{};
    std::vector<std::int32_t> required{};
    std::vector<std::int32_t> met{};
    std::vector<std::int32_t> uncertain{};
    std::vector<std::int32_t> below{};
    std::vector<std::int32_t> unknown{};
    std::vector<std::int32_t> weighted_gap{};
    std::vector<std::int32_t> coverage{};
};
BOOST_DESCRIBE_STRUCT(GapMap, (),
                      (day, seq, units, skills, required, met, uncertain, below, unknown, weighted_gap, coverage))

inline constexpr std::int32_t nobody = -1;
inline constexpr std::int32_t hidden = -2;
inline constexpr std::int32_t all_unknown = -3;
inline constexpr std::size_t most_rows = 400;

struct MapAsked {
    std::optional<UnitId> unit{};
    std::optional<RoleId> role{};        // only what this role requires
    std::optional<SkillGroupId> group{}; // only skills of the group
    std::optional<std::int32_t> depth{}; // levels of units below the first; as many as make 400 rows when left out
};

Result<GapMap> gap_map(const Workforce& workforce, const Fence& fence, const MapAsked& asked);

// The parts of a map, for others of the same make.
struct MapFrame {
    std::vector<engine::UnitIndex> tops{};
    std::vector<engine::UnitIndex> rows{};
    std::vector<bool> wanted{}; // by skill
};
Result<MapFrame> map_frame(const Workforce& workforce, const Fence& fence, const MapAsked& asked);
// The skills that somebody needs in any of the rows, of those wanted; ascending.
std::vector<engine::SkillIndex> columns_of(const MapFrame& frame, const std::vector<std::vector<engine::Cell>>& cells);
// With its rows and columns; in every cell nobody.
GapMap empty_map(const Workforce& workforce, const MapFrame& frame, const std::vector<engine::SkillIndex>& columns);
void put(GapMap& map, std::size_t at, const engine::Sums& sums);
void hide(GapMap& map, std::size_t at);

} // namespace kunna::insights
