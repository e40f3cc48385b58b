// Lists.
#include "insights/lists.hpp"

#include "engine/coverage.hpp"

#include <set>

namespace kunna::insights {

namespace {

void for_people(const Workforce& workforce, const Fence& fence, const std::function<void(engine::PersonIndex)>& each) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    for (engine::PersonIndex p = 0; p < snapshot.person_end(); ++p)
        if (snapshot.present(p) && (fence.whole || fence.covers(snapshot.units(), snapshot.unit_of(p)))) each(p);
}

std::vector<engine::GroupSums> sums_by_skill(const Workforce& workforce, const Fence& fence) {
    if (fence.whole) return engine::skill_sums(workforce.snapshot(), workforce.sweep());
    std::vector<engine::GroupSums> sums(workforce.snapshot().skills().size());
    for (const auto& row : engine::heat_map(workforce.snapshot(), workforce.sweep(), fence.tops))
        for (const engine::Cell& cell : row) sums[cell.skill] += cell.of;
    return sums;
}

std::vector<engine::GroupSums> sums_by_role(const Workforce& workforce, const Fence& fence) {
    if (fence.whole) return engine::role_sums(workforce.snapshot(), workforce.sweep());
    std::vector<engine::GroupSums> sums(workforce.snapshot().role_count());
    for_people(workforce, fence, [&](engine::PersonIndex p) {
        for (const engine::RoleIndex role : workforce.snapshot().roles_of(p)) ++sums[role].people;
        for (const engine::GapRow& row : engine::gap_rows(workforce.snapshot(), p)) sums[row.role].sums.add(row);
    });
    return sums;
}

// Holders of the hardest requirement who stay, within the fence.
std::int64_t bus_factor(const Workforce& workforce, const Fence& fence, engine::SkillIndex skill,
                        engine::Level hardest) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    if (fence.whole) return workforce.holders()[skill];
    std::int64_t holders = 0;
    for (const engine::UnitIndex top : fence.tops)
        holders += engine::bus_factor(snapshot, skill, hardest, top, snapshot.units().end_of(top));
    return holders;
}

// Roles as children of the whole: what is left over when the shown ones are taken away is safe too.
std::vector<bool> hidden_roles(const Workforce& workforce, const std::vector<engine::GroupSums>& sums) {
    std::vector<engine::SuppressNode> tree(1 + sums.size());
    for (std::size_t r = 0; r < sums.size(); ++r) {
        engine::SuppressNode& node = tree[1 + r];
        node.parent = 0;
        node.audience.people = static_cast<std::uint32_t>(sums[r].people);
        const engine::Sums& rows = sums[r].sums;
        const std::int64_t states[]{rows.met, rows.uncertain, rows.below, rows.unknown};
        for (std::size_t state = 0; state < 4; ++state)
            node.audience.rows[state] = static_cast<std::uint32_t>(states[state]);
        tree[0].audience += node.audience;
    }
    tree[0].size = static_cast<std::uint32_t>(tree.size());
    engine::suppress(tree, {.fewest = static_cast<std::uint32_t>(workforce.settings().suppression)});
    std::vector<bool> hide;
    for (std::size_t r = 0; r < sums.size(); ++r) hide.push_back(!tree[1 + r].shown);
    return hide;
}

} // namespace

std::vector<BySkill> by_skill(const Workforce& workforce, const Fence& fence, Audience audience) {
    const auto sums = sums_by_skill(workforce, fence);
    const auto bars = engine::bars(workforce.snapshot());
    std::vector<BySkill> out;
    for (std::size_t s = 0; s < sums.size(); ++s) {
        if (sums[s].people == 0) continue;
        const SkillName& name = workforce.names().skills[s];
        BySkill told{.skill = name.id, .name = name.name, .kind = std::string{db::enum_name(name.kind)}};
        told.hidden = audience == Audience::guarded && !shows(workforce, fence, s);
        if (!told.hidden) {
            told.people = sums[s].people;
            told.sums = sums_of(sums[s].sums);
            if (sums[s].sums.below > 0)
                told.mean_gap = rounded(static_cast<double>(sums[s].sums.gap) / engine::Level::units_per_step /
                                        static_cast<double>(sums[s].sums.below));
            if (bars[s].required) told.bus_factor = bus_factor(workforce, fence, s, bars[s].level);
        }
        out.push_back(std::move(told));
    }
    return out;
}

std::vector<ByRole> by_role(const Workforce& workforce, const Fence& fence, Audience audience) {
    const auto sums = sums_by_role(workforce, fence);
    const auto hide =
        audience == Audience::guarded ? hidden_roles(workforce, sums) : std::vector<bool>(sums.size(), false);
    std::vector<ByRole> out;
    for (std::size_t r = 0; r < sums.size(); ++r) {
        if (sums[r].people == 0) continue;
        const RoleName& name = workforce.names().roles[r];
        ByRole told{.role = name.id, .name = name.name, .hidden = hide[r]};
        if (!told.hidden) {
            told.people = sums[r].people;
            told.sums = sums_of(sums[r].sums);
        }
        out.push_back(std::move(told));
    }
    return out;
}

std::vector<ByUnit> by_unit(const Workforce& workforce, const Fence& fence, Audience audience) {
    const engine::Units& units = workforce.snapshot().units();
    const auto sums = engine::unit_sums(workforce.snapshot(), workforce.sweep());
    std::vector<ByUnit> out;
    for (const engine::UnitIndex top : fence.tops) {
        for (engine::UnitIndex u = top; u < units.end_of(top); ++u) {
            const UnitName& name = workforce.names().units[u];
            ByUnit told{.unit = name.id,
                        .parent = name.parent,
                        .code = name.code,
                        .name = name.name,
                        .depth = static_cast<std::int32_t>(units.depth(u) - units.depth(top)),
                        .people = workforce.headcounts()[u]};
            told.hidden = audience == Audience::guarded && !workforce.disclosure().unit(u);
            if (!told.hidden) told.sums = sums_of(sums[u].sums);
            out.push_back(std::move(told));
        }
    }
    return out;
}

} // namespace kunna::insights
