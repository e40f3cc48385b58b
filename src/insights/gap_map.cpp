// Gap map.
#include "insights/gap_map.hpp"

#include <algorithm>

namespace kunna::insights {

namespace {

// Units under the tops, as deep as asked, or as deep as fits into most_rows (but always the tops themselves).
std::vector<engine::UnitIndex> rows_of(const engine::Units& units, const std::vector<engine::UnitIndex>& tops,
                                       std::optional<std::int32_t> depth) {
    const auto down_to = [&](std::uint32_t levels) {
        std::vector<engine::UnitIndex> rows;
        for (const engine::UnitIndex top : tops)
            for (engine::UnitIndex u = top; u < units.end_of(top); ++u)
                if (units.depth(u) - units.depth(top) <= levels) rows.push_back(u);
        return rows;
    };
    if (depth) return down_to(static_cast<std::uint32_t>(std::max(*depth, 0)));
    auto rows = down_to(0);
    for (std::uint32_t levels = 1;; ++levels) {
        auto more = down_to(levels);
        if (more.size() == rows.size() || more.size() > most_rows) return rows;
        rows = std::move(more);
    }
}

std::int32_t ten_thousandths(std::int64_t part, std::int64_t whole) {
    return static_cast<std::int32_t>((part * 10'000 + whole / 2) / whole);
}

// Which skills are columns: of the group asked for, or what the role asked for requires.
std::vector<bool> wanted_skills(const Workforce& workforce, const MapAsked& asked) {
    const Directory& names = workforce.names();
    std::vector<bool> wanted(names.skills.size(), true);
    if (asked.group)
        for (std::size_t s = 0; s < wanted.size(); ++s) wanted[s] = names.skills[s].group == *asked.group;
    if (asked.role) {
        std::vector<bool> required(names.skills.size(), false);
        if (const auto role = names.find(*asked.role))
            for (const engine::Requirement& r : workforce.snapshot().role(*role).requirements())
                required[r.skill] = true;
        for (std::size_t s = 0; s < wanted.size(); ++s) wanted[s] = wanted[s] && required[s];
    }
    return wanted;
}

} // namespace

Result<MapFrame> map_frame(const Workforce& workforce, const Fence& fence, const MapAsked& asked) {
    MapFrame frame{.tops = TRY(units_asked(workforce, fence, asked.unit))};
    frame.rows = rows_of(workforce.snapshot().units(), frame.tops, asked.depth);
    frame.wanted = wanted_skills(workforce, asked);
    return frame;
}

std::vector<engine::SkillIndex> columns_of(const MapFrame& frame, const std::vector<std::vector<engine::Cell>>& cells) {
    std::vector<bool> needed(frame.wanted.size(), false);
    for (const auto& row : cells)
        for (const engine::Cell& cell : row)
            if (frame.wanted[cell.skill] && cell.of.people > 0) needed[cell.skill] = true;
    std::vector<engine::SkillIndex> columns;
    for (std::size_t s = 0; s < needed.size(); ++s)
        if (needed[s]) columns.push_back(static_cast<engine::SkillIndex>(s));
    return columns;
}

GapMap empty_map(const Workforce& workforce, const MapFrame& frame, const std::vector<engine::SkillIndex>& columns) {
    const engine::Units& units = workforce.snapshot().units();
    const Directory& names = workforce.names();
    GapMap map{.day = workforce.day(), .seq = workforce.data_seq()};
    for (const engine::SkillIndex s : columns)
        map.skills.push_back({names.skills[s].id, names.skills[s].name, names.skills[s].group,
                              std::string{db::enum_name(names.skills[s].kind)}});
    for (const engine::UnitIndex u : frame.rows) {
        const auto top =
            std::find_if(frame.tops.begin(), frame.tops.end(), [&](auto t) { return t <= u && u < units.end_of(t); });
        map.units.push_back({names.units[u].id, names.units[u].parent, names.units[u].name,
                             static_cast<std::int32_t>(units.depth(u) - units.depth(*top)), workforce.headcounts()[u],
                             static_cast<std::int64_t>(units.end_of(u) - u) - 1});
    }
    for (auto* values :
         {&map.required, &map.met, &map.uncertain, &map.below, &map.unknown, &map.weighted_gap, &map.coverage})
        values->assign(frame.rows.size() * columns.size(), nobody);
    return map;
}

void put(GapMap& map, std::size_t at, const engine::Sums& sums) {
    map.required[at] = static_cast<std::int32_t>(sums.rows);
    map.met[at] = static_cast<std::int32_t>(sums.met);
    map.uncertain[at] = static_cast<std::int32_t>(sums.uncertain);
    map.below[at] = static_cast<std::int32_t>(sums.below);
    map.unknown[at] = static_cast<std::int32_t>(sums.unknown);
    map.weighted_gap[at] =
        sums.weighted_required == 0 ? all_unknown : ten_thousandths(sums.weighted_gap, sums.weighted_required);
    map.coverage[at] =
        sums.fte_required == 0 ? nobody : std::min(10'000, ten_thousandths(sums.fte_met, sums.fte_required));
}

void hide(GapMap& map, std::size_t at) {
    for (auto* values :
         {&map.required, &map.met, &map.uncertain, &map.below, &map.unknown, &map.weighted_gap, &map.coverage})
        (*values)[at] = hidden;
}

Result<GapMap> gap_map(const Workforce& workforce, const Fence& fence, const MapAsked& asked) {
    const MapFrame frame = TRY(map_frame(workforce, fence, asked));
    const auto cells = engine::heat_map(workforce.snapshot(), workforce.sweep(), frame.rows);
    const auto columns = columns_of(frame, cells);
    GapMap map = empty_map(workforce, frame, columns);
    for (std::size_t r = 0; r < frame.rows.size(); ++r) {
        for (const engine::Cell& cell : cells[r]) {
            const auto column = std::lower_bound(columns.begin(), columns.end(), cell.skill);
            if (column == columns.end() || *column != cell.skill || cell.of.people == 0) continue;
            const std::size_t at = r * columns.size() + static_cast<std::size_t>(column - columns.begin());
            if (workforce.disclosure().cell(frame.rows[r], cell.skill))
                put(map, at, cell.of.sums);
            else
                hide(map, at);
        }
    }
    return map;
}

} // namespace kunna::insights
