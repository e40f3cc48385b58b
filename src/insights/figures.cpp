// Figures.
#include "insights/figures.hpp"

namespace kunna::insights {

namespace {

constexpr std::size_t most_listed = 10;

engine::GroupSums total_of(const Workforce& workforce, const Fence& part) {
    if (part.whole) return engine::organisation_sums(workforce.snapshot(), workforce.sweep());
    const auto sums = engine::unit_sums(workforce.snapshot(), workforce.sweep());
    engine::GroupSums total;
    for (const engine::UnitIndex top : part.tops) total += sums[top];
    return total;
}

// The children of one top, or the tops when there are several.
std::vector<engine::UnitIndex> one_level_down(const engine::Units& units, const std::vector<engine::UnitIndex>& tops) {
    if (tops.size() != 1) return tops;
    std::vector<engine::UnitIndex> children;
    for (engine::UnitIndex u = tops.front() + 1; u < units.end_of(tops.front()); u = units.end_of(u))
        children.push_back(u);
    return children.empty() ? tops : children;
}

void tell_skills(Figures& figures, const std::vector<BySkill>& skills) {
    double all = 0;
    for (const BySkill& skill : skills) all += skill.sums.weighted_gap_sum;
    std::vector<const BySkill*> by_gap;
    for (const BySkill& skill : skills) {
        if (skill.hidden) continue;
        if (skill.bus_factor && *skill.bus_factor <= 1) {
            ++figures.single_point_count;
            figures.single_points.push_back({skill.skill, skill.name, *skill.bus_factor, skill.people});
        }
        if (skill.sums.gap > 0) by_gap.push_back(&skill);
    }
    std::stable_sort(figures.single_points.begin(), figures.single_points.end(), [](const auto& a, const auto& b) {
        return std::tuple{a.holders, -a.required} < std::tuple{b.holders, -b.required};
    });
    if (figures.single_points.size() > most_listed) figures.single_points.resize(most_listed);
    std::stable_sort(by_gap.begin(), by_gap.end(), [](const BySkill* a, const BySkill* b) {
        return a->sums.weighted_gap_sum > b->sums.weighted_gap_sum;
    });
    for (const BySkill* skill : by_gap) {
        if (figures.largest.size() == most_listed) break;
        figures.largest.push_back({skill->skill, skill->name, skill->sums.gap, skill->mean_gap.value_or(0),
                                   all > 0 ? rounded(skill->sums.weighted_gap_sum / all) : 0});
    }
}

} // namespace

Result<Figures> figures(const Workforce& workforce, const Fence& fence, std::optional<UnitId> unit) {
    const Fence part = TRY(part_of(workforce, fence, unit));
    Figures figures{.day = workforce.day(),
                    .name = unit ? workforce.names().units[part.tops.front()].name : workforce.settings().organisation};
    for (const engine::UnitIndex top : part.tops) figures.people += workforce.headcounts()[top];
    figures.hidden = !shows_total(workforce, part);
    if (!figures.hidden) {
        const engine::GroupSums total = total_of(workforce, part);
        figures.sums = sums_of(total.sums);
        figures.coverage = figures.sums.coverage;
        if (total.sums.rows > 0)
            figures.unknown_share =
                rounded(static_cast<double>(total.sums.unknown) / static_cast<double>(total.sums.rows));
    }
    tell_skills(figures, by_skill(workforce, part));
    const auto sums = engine::unit_sums(workforce.snapshot(), workforce.sweep());
    for (const engine::UnitIndex u : one_level_down(workforce.snapshot().units(), part.tops)) {
        UnitStates states{.unit = workforce.names().units[u].id,
                          .name = workforce.names().units[u].name,
                          .people = workforce.headcounts()[u]};
        states.hidden = !workforce.disclosure().unit(u);
        if (!states.hidden) {
            states.met = sums[u].sums.met;
            states.uncertain = sums[u].sums.uncertain;
            states.gap = sums[u].sums.below;
            states.unknown = sums[u].sums.unknown;
        }
        figures.states_by_unit.push_back(std::move(states));
    }
    return figures;
}

} // namespace kunna::insights
