// Needs ahead.
#include "scenarios/needs.hpp"

#include "base/fork_join.hpp"
#include "engine/need_ahead.hpp"
#include "insights/sums.hpp"
#include "scenarios/assumed.hpp"
#include "scenarios/scenarios.hpp"

#include <algorithm>

namespace kunna::scenarios {

namespace {

using insights::rounded;

// The need's group, in words: groups that are the same share their people.
std::string group_key(const engine::Need& need) {
    std::string key = fmt::format("{} {}", need.skill, need.level.units);
    if (need.of.role) key += fmt::format(" role {}", *need.of.role);
    for (const engine::UnitIndex top : need.of.tops) key += fmt::format(" {}", top);
    return key;
}

std::shared_ptr<const engine::NeedStock> stock_of(const Ground& ground, const engine::Need& need) {
    return ground.remembered->need(group_key(need), [&] {
        return engine::NeedStock{ground.workforce->snapshot(), ground.tenure, ground.age, need,
                                 ground.workforce->suppress_rule()};
    });
}

// What the assumptions single out must be tellable of the group too.
bool singles_out_few(const insights::Directory& names, const Assumptions& assumptions, const engine::NeedStock& stock) {
    return std::any_of(assumptions.changes.begin(), assumptions.changes.end(), [&](const ScenarioChange& change) {
        const auto unit = change.unit ? names.find(*change.unit) : std::nullopt;
        const auto role = change.role ? names.find(*change.role) : std::nullopt;
        return (unit && !stock.tells_unit(*unit)) || (role && !stock.tells(*role));
    });
}

// The first month that begins on the day or later.
int month_of(Date today, Date day) {
    int month = 0;
    while (month < engine::never && add_months(today, month) < day) ++month;
    return month;
}

void tell(const engine::NeedOutlook& outlook, Date today, int due, NeedAhead& told) {
    for (std::size_t t = 0; t < outlook.able.size(); ++t) {
        const double mean = outlook.able[t];
        const double spread = outer_spread * outlook.able_sd[t];
        const bool needed = static_cast<int>(t) >= due;
        told.curve.able.push_back(rounded(mean));
        told.curve.low.push_back(rounded(std::max(0.0, mean - spread)));
        told.curve.high.push_back(rounded(mean + spread));
        told.curve.demand.push_back(needed ? told.row.need.headcount : 0);
        told.curve.shortage.push_back(rounded(outlook.shortage[t]));
        told.curve.chance.push_back(rounded(outlook.chance[t]));
    }
    told.able_now = told.curve.able.front();
    told.beyond = due >= static_cast<int>(outlook.able.size());
    if (told.beyond) return;
    const auto then = static_cast<std::size_t>(due);
    told.able_then = told.curve.able[then];
    told.shortage_then = told.curve.shortage[then];
    told.chance_then = told.curve.chance[then];
    if (const auto first = outlook.first_shortage()) told.first_shortage = add_months(today, *first);
}

bool lies_in(const engine::Units& units, const insights::Fence& part, const engine::Need& need) {
    return part.whole ||
           (!need.of.tops.empty() && std::all_of(need.of.tops.begin(), need.of.tops.end(),
                                                 [&](engine::UnitIndex top) { return part.covers(units, top); }));
}

} // namespace

std::vector<NeedAhead> needs_ahead(db::Db& db, const Ground& ground, const access::Actor& actor,
                                   const Question& question, const std::vector<goals::PursuedNeed>& pursued,
                                   const Assumptions& assumptions, const engine::Assumptions& assumed) {
    const insights::Workforce& workforce = *ground.workforce;
    const auto standings = priorities::standings_of(db, workforce, actor, pursued);
    Guard guard = question.guard();
    guard.under(assumptions);
    std::vector<NeedAhead> all;
    std::vector<std::size_t> numbers; // of `all`, in the standings
    for (std::size_t n = 0; n < pursued.size(); ++n) {
        const engine::Need& need = standings.needs[n];
        if (!lies_in(workforce.snapshot().units(), question.part(), need)) continue;
        NeedAhead one{pursued[n].goal, pursued[n].goal_name, pursued[n].row, standings.untold[n]};
        one.row.choice.reset(); // who decided against the formula stands with the goal, for those who read goals
        const bool known = need.skill < workforce.names().skills.size();
        if (!one.untold && !standings.open[n] &&
            ((known && !guard.skill(need.skill)) ||
             singles_out_few(workforce.names(), assumptions, *stock_of(ground, need))))
            one.untold = priorities::Untold::few;
        all.push_back(std::move(one));
        numbers.push_back(n);
    }
    fork_join(all.size(), 1, insights::threads(), [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i) {
            if (all[i].untold) continue;
            const engine::Need& need = standings.needs[numbers[i]];
            const int due = month_of(workforce.day(), all[i].row.need.due);
            tell(engine::need_outlook(workforce.snapshot(), ground.stock, assumed, need, *stock_of(ground, need), due),
                 workforce.day(), due, all[i]);
        }
    });
    std::stable_sort(all.begin(), all.end(), [](const NeedAhead& a, const NeedAhead& b) {
        const auto key = [](const NeedAhead& of) {
            return std::pair{of.untold.has_value(), of.chance_then.value_or(2)};
        };
        return key(a) < key(b);
    });
    return all;
}

void add_needs(db::Db& db, const Ground& ground, const access::Actor& actor, const Question& question,
               const Assumptions& assumptions, const engine::Assumptions& assumed, ForecastTold& to) {
    const auto pursued = db.read([](db::Tx& tx) { return goals::pursued_needs(tx); });
    to.needs = needs_ahead(db, ground, actor, question, pursued, assumptions, assumed);
}

Result<GoalForecast> goal_forecast(db::Db& db, const Ground& ground, const access::Actor& actor, goals::GoalId goal,
                                   std::optional<ScenarioId> scenario) {
    GoalForecast told{.day = ground.workforce->day()};
    Assumptions assumptions;
    const auto pursued = TRY(db.read([&](db::Tx& tx) -> Result<std::vector<goals::PursuedNeed>> {
        TRY(goals::find_goal(tx, actor, goal));
        const Basis basis = TRY(basis_of(tx, scenario, told.day));
        told.scenario = basis.id;
        told.scenario_name = basis.name;
        assumptions = basis.now;
        return goals::needs_of(tx, goal);
    }));
    const Question question = TRY(Question::of(db, ground, actor, {}));
    const auto assumed = TRY(scenarios::assumed(ground, assumptions, "/assumptions"));
    told.months = assumed.months;
    for (int t = 0; t <= told.months; ++t) told.days.push_back(add_months(told.day, t));
    told.needs = needs_ahead(db, ground, actor, question, pursued, assumptions, assumed);
    return told;
}

} // namespace kunna::scenarios
