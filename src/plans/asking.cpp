// Asking.
#include "plans/asking.hpp"

#include "engine/coverage.hpp"
#include "priorities/priorities.hpp"

#include <algorithm>

namespace kunna::plans {

namespace {

constexpr double days_a_month = 365.25 / 12;

double weight_of(const goals::PursuedNeed& pursued, const engine::Need& need, const engine::NeedStanding& standing,
                 double hours_per_level, int must_factor, Date day) {
    const goals::Need& wanted = pursued.row.need;
    const engine::Criticality k{pursued.weight, wanted.consequence, wanted.scarcity};
    const double months = std::max(0, wanted.due - day) / days_a_month;
    double weight = k.value() * engine::urgency(months) * (wanted.must ? must_factor : 1);
    if (pursued.row.choice && pursued.row.choice->priority) {
        const double computed = engine::priority(k, standing.coverage(need.headcount), months,
                                                 engine::hours_to_close(standing.gap_units, hours_per_level))
                                    .value;
        if (computed > 0) weight *= *pursued.row.choice->priority / computed;
    }
    return weight;
}

void add_roles(const insights::Workforce& workforce, RoleGaps roles, std::vector<AskedNeed>& asked) {
    if (roles == RoleGaps::none) return;
    const engine::Snapshot& snapshot = workforce.snapshot();
    const auto count = static_cast<engine::RoleIndex>(snapshot.role_count());
    for (engine::RoleIndex r = 0; r < count; ++r) {
        if (snapshot.holders_of(r).people == 0) continue;
        for (const engine::Requirement& one : snapshot.role(r).requirements()) {
            if (roles == RoleGaps::musts && !one.must) continue;
            asked.push_back(
                {.of = {.role = r},
                 .skill = one.skill,
                 .level = one.required,
                 .step = one.required.units / engine::Level::units_per_step,
                 .must = one.must,
                 .weight = static_cast<double>(one.importance) * (one.must ? snapshot.settings().must_factor : 1)});
        }
    }
}

} // namespace

std::vector<AskedNeed> needs_asked(const insights::Workforce& workforce, const std::vector<goals::PursuedNeed>& pursued,
                                   RoleGaps roles) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    std::vector<const goals::PursuedNeed*> funded;
    std::vector<engine::Need> needs;
    for (const goals::PursuedNeed& one : pursued) {
        engine::Need need = priorities::asked_of(workforce, one);
        if (need.skill >= snapshot.skills().size() || (one.row.choice && one.row.choice->not_funded)) continue;
        funded.push_back(&one);
        needs.push_back(std::move(need));
    }
    const auto standings = engine::standings(snapshot, needs, insights::threads());
    std::vector<AskedNeed> asked;
    for (std::size_t n = 0; n < needs.size(); ++n) {
        const double hours = workforce.names().skills[needs[n].skill].hours_per_level;
        asked.push_back({.of = needs[n].of,
                         .skill = needs[n].skill,
                         .level = needs[n].level,
                         .step = funded[n]->row.need.level,
                         .must = funded[n]->row.need.must,
                         .weight = weight_of(*funded[n], needs[n], standings[n], hours, snapshot.settings().must_factor,
                                             workforce.day()),
                         .headcount = needs[n].headcount,
                         .pursued = funded[n]});
    }
    add_roles(workforce, roles, asked);
    return asked;
}

} // namespace kunna::plans
