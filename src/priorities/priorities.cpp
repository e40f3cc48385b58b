// Priorities.
#include "priorities/priorities.hpp"

#include "engine/coverage.hpp"
#include "insights/sums.hpp"
#include "priorities/telling.hpp"

#include <algorithm>

namespace kunna::priorities {

namespace {

constexpr double days_a_month = 365.25 / 12;

// No top under another: a unit named beside the one above it counts once.
void outermost(const engine::Units& units, std::vector<engine::UnitIndex>& tops) {
    std::sort(tops.begin(), tops.end());
    std::vector<engine::UnitIndex> kept;
    for (const engine::UnitIndex top : tops)
        if (kept.empty() || top >= units.end_of(kept.back())) kept.push_back(top);
    tops = std::move(kept);
}

Standing standing_of(const engine::NeedStanding& counted, const engine::Need& need, double hours_per_level) {
    constexpr double whole = 1000;
    return {.people = counted.people,
            .qualified = insights::rounded(static_cast<double>(counted.fte_qualified) / whole),
            .uncertain = counted.uncertain,
            .below = counted.below,
            .near = counted.near,
            .unknown = counted.unknown,
            .coverage = insights::rounded(counted.coverage(need.headcount)),
            .hours = insights::rounded(engine::hours_to_close(counted.gap_units, hours_per_level)),
            .outside = counted.from_outside};
}

Parts parts_of(const goals::PursuedNeed& pursued, const std::optional<Standing>& standing, Date day) {
    const goals::Need& need = pursued.row.need;
    const engine::Criticality k{pursued.weight, need.consequence, need.scarcity};
    Parts parts{.goal_weight = pursued.weight,
                .consequence = need.consequence,
                .scarcity = need.scarcity,
                .criticality = k.value(),
                .high = k.high(),
                .months_left = insights::rounded(std::max(0, need.due - day) / days_a_month)};
    parts.urgency = insights::rounded(engine::urgency(parts.months_left));
    if (standing) {
        const engine::Priority computed = engine::priority(k, standing->coverage, parts.months_left, standing->hours);
        parts.effort = insights::rounded(computed.effort);
        parts.computed = insights::rounded(computed.value);
    }
    parts.value = pursued.row.choice && pursued.row.choice->priority ? pursued.row.choice->priority : parts.computed;
    return parts;
}

// Σ k·C and Σ k.
struct Weighted {
    double covered = 0;
    double all = 0;

    void add(const Priority& of) {
        covered += of.parts.criticality * of.standing->coverage;
        all += of.parts.criticality;
    }
    [[nodiscard]] std::optional<double> share() const {
        if (all == 0) return std::nullopt;
        return insights::rounded(covered / all);
    }
};

void sum_up(Priorities& told) {
    Weighted whole;
    std::vector<Weighted> of_goal;
    for (const std::vector<Priority>* list : {&told.items, &told.not_funded})
        for (const Priority& priority : *list) {
            auto at = std::find_if(told.goals.begin(), told.goals.end(),
                                   [&](const GoalCoverage& goal) { return goal.goal == priority.goal; });
            if (at == told.goals.end()) {
                told.goals.push_back({priority.goal, priority.goal_name, {}, 0, 0});
                of_goal.emplace_back();
                at = told.goals.end() - 1;
            }
            ++at->needs;
            if (!priority.standing) {
                ++at->untold;
                continue;
            }
            whole.add(priority);
            of_goal[static_cast<std::size_t>(at - told.goals.begin())].add(priority);
        }
    told.coverage = whole.share();
    for (std::size_t g = 0; g < told.goals.size(); ++g) told.goals[g].coverage = of_goal[g].share();
}

Priorities ranked(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                  std::vector<goals::PursuedNeed> pursued) {
    const auto [needs, counted, withheld, open] = standings_of(db, workforce, actor, pursued);

    Priorities told{.day = workforce.day()};
    for (std::size_t n = 0; n < needs.size(); ++n) {
        Priority priority{pursued[n].goal, pursued[n].goal_name, std::move(pursued[n].row), {}, withheld[n], {}};
        if (!withheld[n]) {
            const bool known = needs[n].skill < workforce.names().skills.size();
            const double hours = known ? workforce.names().skills[needs[n].skill].hours_per_level : 0;
            priority.standing = standing_of(counted[n], needs[n], hours);
        }
        pursued[n].row = priority.row;
        priority.parts = parts_of(pursued[n], priority.standing, told.day);
        const bool funded = !priority.row.choice || !priority.row.choice->not_funded;
        (funded ? told.items : told.not_funded).push_back(std::move(priority));
    }
    const auto higher = [](const Priority& a, const Priority& b) {
        return a.parts.value.value_or(-1) > b.parts.value.value_or(-1);
    };
    std::stable_sort(told.items.begin(), told.items.end(), higher);
    std::stable_sort(told.not_funded.begin(), told.not_funded.end(), higher);
    sum_up(told);
    return told;
}

} // namespace

engine::Need asked_of(const insights::Workforce& workforce, const goals::PursuedNeed& pursued) {
    const insights::Directory& names = workforce.names();
    const goals::Need& wanted = pursued.row.need;
    engine::Need need;
    const std::vector<UnitId> units = wanted.unit ? std::vector{*wanted.unit} : pursued.units;
    for (const UnitId unit : units)
        if (const auto found = names.find(unit)) need.of.tops.push_back(*found);
    // The picture holds the whole catalogue; what came after it is of nobody yet.
    if (wanted.role) need.of.role = names.find(*wanted.role).value_or(std::numeric_limits<engine::RoleIndex>::max());
    need.skill = names.find(wanted.skill).value_or(std::numeric_limits<engine::SkillIndex>::max());
    need.level = engine::Level::of_step(wanted.level);
    need.headcount = wanted.headcount;
    outermost(workforce.snapshot().units(), need.of.tops);
    return need;
}

Standings standings_of(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                       const std::vector<goals::PursuedNeed>& pursued) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    Standings made;
    for (const goals::PursuedNeed& one : pursued) made.needs.push_back(asked_of(workforce, one));
    made.counted = engine::standings(snapshot, made.needs, insights::threads());
    const auto seen = db.read([&](db::Tx& tx) { return insights::Seen::by(tx, workforce, actor); });
    made.open = open_to(workforce, seen, made.needs);
    made.untold = untold(workforce, insights::fence_of(workforce, actor), made.open, made.needs, made.counted);
    return made;
}

Priorities priorities(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor) {
    return ranked(db, workforce, actor, db.read([](db::Tx& tx) { return goals::pursued_needs(tx); }));
}

Result<Priorities> priorities_of(db::Db& db, const insights::Workforce& workforce, const access::Actor& actor,
                                 goals::GoalId goal) {
    auto needs = TRY(db.read([&](db::Tx& tx) -> Result<std::vector<goals::PursuedNeed>> {
        TRY(goals::find_goal(tx, actor, goal));
        return goals::needs_of(tx, goal);
    }));
    return ranked(db, workforce, actor, std::move(needs));
}

} // namespace kunna::priorities
