// Fence.
#include "insights/fence.hpp"

#include <algorithm>

namespace kunna::insights {

namespace {

std::vector<engine::UnitIndex> top_units(const engine::Units& units) {
    std::vector<engine::UnitIndex> tops;
    for (engine::UnitIndex u = 0; u < units.size(); u = units.end_of(u)) tops.push_back(u);
    return tops;
}

// By unit with all under it: how many are the manager or in the manager's chain.
std::vector<std::int64_t> led_by(const Workforce& workforce, engine::PersonIndex manager) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    std::vector<std::int64_t> counts(snapshot.units().size(), 0);
    ++counts[snapshot.unit_of(manager)];
    for (const engine::PersonIndex p : snapshot.lines().chain(manager))
        if (snapshot.present(p)) ++counts[snapshot.unit_of(p)];
    for (engine::UnitIndex u = snapshot.units().size(); u-- > 0;)
        if (snapshot.units().parent(u) != engine::no_index) counts[snapshot.units().parent(u)] += counts[u];
    return counts;
}

} // namespace

bool Fence::covers(const engine::Units& units, engine::UnitIndex unit) const {
    return std::any_of(tops.begin(), tops.end(),
                       [&](engine::UnitIndex top) { return top <= unit && unit < units.end_of(top); });
}

Fence fence_of(const Workforce& workforce, const access::Actor& actor) {
    const engine::Units& units = workforce.snapshot().units();
    std::vector<engine::UnitIndex> found;
    for (const access::Grant& grant : actor.grants) {
        const bool sees_sums = holds(grant.role, access::Permission::view_aggregates);
        if (!sees_sums || grant.role == access::Role::manager) continue;
        if (!grant.unit) return {top_units(units), true};
        if (const auto unit = workforce.names().find(*grant.unit)) found.push_back(*unit);
    }
    if (actor.is_system()) return {top_units(units), true};
    const auto self = workforce.find(actor.person);
    if (self && actor.has(access::Role::manager)) {
        const auto led = led_by(workforce, *self);
        const auto& all = workforce.headcounts();
        for (engine::UnitIndex u = 0; u < units.size();) {
            const bool wholly = all[u] > 0 && led[u] == all[u];
            if (wholly) found.push_back(u);
            u = wholly ? units.end_of(u) : u + 1;
        }
    }
    Fence fence;
    std::sort(found.begin(), found.end());
    for (const engine::UnitIndex u : found)
        if (!fence.covers(units, u)) fence.tops.push_back(u);
    return fence;
}

Result<std::vector<engine::UnitIndex>> units_asked(const Workforce& workforce, const Fence& fence,
                                                   std::optional<UnitId> unit) {
    if (!unit) return fence.tops;
    const auto index = workforce.names().find(*unit);
    if (!index || !fence.covers(workforce.snapshot().units(), *index)) return refuse(Kind::not_found, "unit.not_found");
    return std::vector{*index};
}

Result<Fence> part_of(const Workforce& workforce, const Fence& fence, std::optional<UnitId> unit) {
    if (!unit) return fence;
    return Fence{TRY(units_asked(workforce, fence, unit)), false};
}

bool shows(const Workforce& workforce, const Fence& fence, engine::SkillIndex skill) {
    if (fence.whole) return workforce.disclosure().skill(skill);
    return std::all_of(fence.tops.begin(), fence.tops.end(),
                       [&](engine::UnitIndex top) { return workforce.disclosure().cell(top, skill); });
}

bool shows_total(const Workforce& workforce, const Fence& fence) {
    if (fence.whole) return workforce.disclosure().organisation();
    return std::all_of(fence.tops.begin(), fence.tops.end(),
                       [&](engine::UnitIndex top) { return workforce.disclosure().unit(top); });
}

} // namespace kunna::insights
