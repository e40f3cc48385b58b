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

Result<GapMap> gap_map(const Workforce& workforce, const Fence& fence, const MapAsked& asked) {
    const auto tops = TRY(units_asked(workforce, fence, asked.unit));
    const engine::Snapshot& snapshot = workforce.snapshot();
    const engine::Units& units = snapshot.units();
    const Directory& names = workforce.names();
    const auto rows = rows_of(units, tops, asked.depth);
    const auto cells = engine::heat_map(snapshot, workforce.sweep(), rows);
    const auto wanted = wanted_skills(workforce, asked);

    std::vector<std::int32_t> column(names.skills.size(), -1);
    for (const auto& row : cells)
        for (const engine::Cell& cell : row)
            if (wanted[cell.skill] && cell.of.people > 0) column[cell.skill] = 0;
    GapMap map{.day = workforce.day(), .seq = workforce.data_seq()};
    for (std::size_t s = 0; s < column.size(); ++s) {
        if (column[s] < 0) continue;
        column[s] = static_cast<std::int32_t>(map.skills.size());
        map.skills.push_back({names.skills[s].id, names.skills[s].name, names.skills[s].group,
                              std::string{db::enum_name(names.skills[s].kind)}});
    }
    for (const engine::UnitIndex u : rows) {
        const auto top = std::find_if(tops.begin(), tops.end(), [&](auto t) { return t <= u && u < units.end_of(t); });
        map.units.push_back({names.units[u].id, names.units[u].parent, names.units[u].name,
                             static_cast<std::int32_t>(units.depth(u) - units.depth(*top)), workforce.headcounts()[u],
                             static_cast<std::int64_t>(units.end_of(u) - u) - 1});
    }
    const std::size_t width = map.skills.size();
    for (auto* values :
         {&map.required, &map.met, &map.uncertain, &map.below, &map.unknown, &map.weighted_gap, &map.coverage})
        values->assign(rows.size() * width, nobody);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (const engine::Cell& cell : cells[r]) {
            if (column[cell.skill] < 0 || cell.of.people == 0) continue;
            const std::size_t at = r * width + static_cast<std::size_t>(column[cell.skill]);
            if (workforce.disclosure().cell(rows[r], cell.skill))
                put(map, at, cell.of.sums);
            else
                hide(map, at);
        }
    }
    return map;
}

} // namespace kunna::insights
