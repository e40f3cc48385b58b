// What a solved plan comes to.
#include "plans/telling.hpp"

#include "insights/sums.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace kunna::plans {

namespace {

using insights::rounded;

constexpr double half_a_day = 4 * minutes_an_hour;
constexpr double credit_a_step = static_cast<double>(planning::whole_step);

// By goal, and by role.
class Goals {
public:
    // credit: reached of each need, not cut at its most.
    Goals(const Given& given, const Solved& solved, const std::vector<Item>& items,
          const std::vector<std::int64_t>& credit) :
        given_(given),
        credit_(credit), of_need_(given.needs.size()), people_(given.needs.size()), coming_(given.needs.size()) {
        for (std::size_t n = 0; n < given.needs.size(); ++n)
            if (given.gaps.open[n] > 0) of_need_[n] = place_of(given.needs[n]);
        for (const Item& item : items) add(item);
        for (std::size_t p = 0; p < solved.model.people.size(); ++p) {
            const Planned& one = solved.model.people[p];
            if (one.person || solved.solution.chosen[p].count == 0) continue;
            Coming& to = coming_[one.need];
            ++(one.comes == Comes::hired ? to.hired : to.reskilled);
        }
    }

    std::vector<GoalPlanned> told() {
        for (std::size_t n = 0; n < given_.needs.size(); ++n)
            if (given_.gaps.open[n] > 0) tell(n);
        std::vector<std::size_t> order;
        for (std::size_t g = 0; g < goals_.size(); ++g) {
            finish(goals_[g]);
            order.push_back(g);
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const bool goal_a = goals_[a].told.goal.has_value();
            const bool goal_b = goals_[b].told.goal.has_value();
            return goal_a != goal_b ? goal_a : goals_[a].closed > goals_[b].closed;
        });
        std::vector<GoalPlanned> all;
        for (const std::size_t g : order) all.push_back(std::move(goals_[g].told));
        return all;
    }

private:
    struct Coming {
        std::int64_t hired = 0;
        std::int64_t reskilled = 0;
    };
    struct Sum {
        GoalPlanned told;
        double open = 0; // weighted
        double closed = 0;
        double cost = 0;
        std::int64_t group = 0; // people it is about; of a goal's needs the fewest
        std::set<engine::PersonIndex> people{};
        std::map<std::size_t, std::set<engine::PersonIndex>> activities{};
    };

    std::size_t place_of(const AskedNeed& need) {
        const insights::Directory& names = given_.workforce.names();
        const auto same = [&](const Sum& sum) {
            return need.pursued ? sum.told.goal == need.pursued->goal : sum.told.role == names.roles[*need.of.role].id;
        };
        const auto at = std::find_if(goals_.begin(), goals_.end(), same);
        if (at != goals_.end()) return static_cast<std::size_t>(at - goals_.begin());
        Sum sum;
        if (need.pursued) {
            sum.told.goal = need.pursued->goal;
            sum.told.name = need.pursued->goal_name;
        } else {
            sum.told.role = names.roles[*need.of.role].id;
            sum.told.name = names.roles[*need.of.role].name;
        }
        goals_.push_back(std::move(sum));
        return goals_.size() - 1;
    }

    void add(const Item& item) {
        double all = 0;
        for (const ItemCloses& one : item.closes) all += one.steps * given_.needs[one.need].weight;
        for (const ItemCloses& one : item.closes) {
            Sum& sum = goals_[of_need_[one.need]];
            const double share = all > 0 ? one.steps * given_.needs[one.need].weight / all : 0;
            sum.told.hours += item.minutes / minutes_an_hour * share;
            sum.cost += static_cast<double>(item.cost) * share;
            sum.people.insert(item.person);
            sum.activities[given_.offers.all()[item.offer].activity].insert(item.person);
            people_[one.need].insert(item.person);
        }
    }

    // Those of whom it is asked: whoever is behind a figure about the need.
    [[nodiscard]] std::int64_t group_of(const AskedNeed& need) const {
        const engine::Snapshot& snapshot = given_.workforce.snapshot();
        if (need.of.role && need.of.tops.empty()) return snapshot.holders_of(*need.of.role).people;
        std::int64_t people = 0;
        for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
            const engine::Block& block = snapshot.block(b);
            if (!need.of.reaches(snapshot.units(), block.unit)) continue;
            for (std::size_t row = 0; row < block.people(); ++row) {
                const auto roles = block.roles_of(row);
                people += !need.of.role || std::binary_search(roles.begin(), roles.end(), *need.of.role);
            }
        }
        return people;
    }

    void tell(std::size_t n) {
        const AskedNeed& need = given_.needs[n];
        const insights::SkillName& skill = given_.workforce.names().skills[need.skill];
        Sum& sum = goals_[of_need_[n]];
        const auto most = static_cast<double>(credit_of(given_.gaps.open[n]));
        const double credit = std::min(static_cast<double>(credit_[n]), most);
        sum.open += need.weight * most;
        sum.closed += need.weight * credit;
        const std::int64_t group = group_of(need);
        sum.group = sum.group == 0 ? group : std::min(sum.group, group);
        NeedPlanned told{.skill = skill.id,
                         .skill_name = skill.name,
                         .level = need.step,
                         .weight = rounded(need.weight),
                         .must = need.must,
                         .few = group < fewest(),
                         .people = static_cast<std::int64_t>(people_[n].size()),
                         .hired = coming_[n].hired};
        if (given_.frame.reskill_hour_cost) told.reskilled = coming_[n].reskilled;
        if (need.pursued) told.need = need.pursued->row.need.id;
        if (need.of.role) told.role = given_.workforce.names().roles[*need.of.role].id;
        if (told.few) {
            told.people = 0;
        } else {
            told.lacking = given_.gaps.lacking[n];
            told.open = rounded(most / credit_a_step);
            told.closed = rounded(most > 0 ? credit / most : 0);
        }
        sum.told.needs.push_back(std::move(told));
    }

    void finish(Sum& sum) {
        GoalPlanned& told = sum.told;
        // One need of few, and what the whole tells beside the others would tell of them.
        told.few = std::count_if(told.needs.begin(), told.needs.end(), [](const auto& one) { return one.few; }) == 1 ||
                   sum.group < fewest() ||
                   (told.role && !sum.people.empty() && static_cast<std::int64_t>(sum.people.size()) < fewest());
        told.people = static_cast<std::int64_t>(sum.people.size());
        told.hours = rounded(told.hours);
        told.cost = std::llround(sum.cost);
        if (!told.few && sum.open > 0) told.closed = rounded(sum.closed / sum.open);
        for (const auto& [activity, people] : sum.activities) {
            const learning::Activity& of = given_.offers.activities()[activity];
            told.activities.push_back({of.id, of.name, static_cast<std::int64_t>(people.size())});
        }
        std::stable_sort(told.activities.begin(), told.activities.end(),
                         [](const auto& a, const auto& b) { return a.people > b.people; });
        std::stable_sort(told.needs.begin(), told.needs.end(),
                         [](const auto& a, const auto& b) { return a.weight > b.weight; });
        if (!told.few) return;
        for (NeedPlanned& need : told.needs) {
            need.few = true;
            need.people = 0;
            need.lacking.reset();
            need.open.reset();
            need.closed.reset();
        }
        told.people = 0;
        told.hours = 0;
        told.cost = 0;
        told.activities.clear();
    }

    [[nodiscard]] std::int64_t fewest() const { return given_.workforce.suppress_rule().fewest; }

    const Given& given_;
    const std::vector<std::int64_t>& credit_;
    std::vector<Sum> goals_;
    std::vector<std::size_t> of_need_;
    std::vector<std::set<engine::PersonIndex>> people_;
    std::vector<Coming> coming_;
};

std::vector<ActivityPlanned> activities_of(const Given& given, const std::vector<Item>& items) {
    std::map<std::size_t, ActivityPlanned> by_activity;
    std::map<std::size_t, std::int64_t> taken; // by offer
    for (const Item& item : items) {
        const learning::Activity& of = given.offers.activities()[given.offers.all()[item.offer].activity];
        ActivityPlanned& told = by_activity[given.offers.all()[item.offer].activity];
        told.activity = of.id;
        told.name = of.name;
        told.kind = of.kind;
        ++told.people;
        told.hours += of.hours;
        told.cost += of.cost->seat;
        if (++taken[item.offer] == 1) told.cost += of.cost->session;
    }
    for (const auto& [offer, people] : taken) {
        const Offer& of = given.offers.all()[offer];
        by_activity[of.activity].sessions.push_back({of.session, of.from, of.quarter, of.seats, people});
    }
    std::vector<ActivityPlanned> all;
    for (auto& [activity, told] : by_activity) {
        told.hours = rounded(told.hours);
        all.push_back(std::move(told));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.people > b.people; });
    return all;
}

std::vector<QuarterPlanned> quarters_of(const Given& given, const std::vector<Item>& items) {
    std::vector<QuarterPlanned> all(static_cast<std::size_t>(given.frame.quarters));
    std::vector<std::set<engine::PersonIndex>> people(all.size());
    std::set<std::size_t> held;
    for (std::size_t q = 0; q < all.size(); ++q) all[q].from = add_months(given.frame.starts, static_cast<int>(q) * 3);
    for (const Item& item : items) {
        const Offer& offer = given.offers.all()[item.offer];
        const learning::ActivityCost& cost = *given.offers.activities()[offer.activity].cost;
        QuarterPlanned& told = all[offer.quarter];
        ++told.items;
        told.hours += item.minutes / minutes_an_hour;
        told.cost += cost.seat + (held.insert(item.offer).second ? cost.session : 0);
        people[offer.quarter].insert(item.person);
    }
    for (std::size_t q = 0; q < all.size(); ++q) {
        all[q].people = static_cast<std::int64_t>(people[q].size());
        all[q].hours = rounded(all[q].hours);
    }
    return all;
}

} // namespace

PlanTold told_of(const Given& given, const Solved& solved, const std::vector<Item>& items) {
    const auto whole = static_cast<double>(std::max<planning::Value>(1, whole_of(given.needs, given.gaps)));
    const planning::Problem& problem = solved.model.problem;
    PlanTold told{.day = given.workforce.day(),
                  .value = solved.solution.value,
                  .bound_value = solved.solution.bound,
                  .items = static_cast<std::int64_t>(items.size()),
                  .ms = rounded(solved.ms),
                  .assess_first = static_cast<std::int64_t>(given.gaps.assess_first.size()),
                  .leaving = given.gaps.leaving,
                  .nothing_offered = solved.model.nothing_offered,
                  .left_out = given.offers.left_out(),
                  .conflicts = solved.conflicts};
    planning::Use use{problem};
    std::int64_t reskilled = 0;
    for (std::size_t p = 0; p < solved.model.people.size(); ++p) {
        use.add(problem, p, solved.solution.chosen[p]);
        const Planned& one = solved.model.people[p];
        if (!one.person) (one.comes == Comes::hired ? told.hired : reskilled) += solved.solution.chosen[p].count;
    }
    if (given.frame.reskill_hour_cost) told.reskilled = reskilled;
    use.roll_up(problem);
    told.cost = planning::spent(problem, use);
    told.closed = rounded(static_cast<double>(solved.solution.value - use.bonus) / whole);
    told.bound = rounded(std::min(1.0, solved.solution.bound / whole + share_of_thrift));
    told.gap = rounded(solved.solution.gap());
    std::map<engine::PersonIndex, double> minutes;
    for (const Item& item : items) minutes[item.person] += item.minutes;
    told.people = static_cast<std::int64_t>(minutes.size());
    for (const auto& [person, used] : minutes) {
        told.hours += used / minutes_an_hour;
        told.out_of_hours += used + half_a_day > given.frame.hours * minutes_an_hour;
    }
    told.hours = rounded(told.hours);
    told.goals = Goals{given, solved, items, use.credit}.told();
    told.units = units_of(given, problem, use, items);
    told.activities = activities_of(given, items);
    told.quarters = quarters_of(given, items);
    told.prices = prices_of(given, solved, use, whole);
    return told;
}

} // namespace kunna::plans
