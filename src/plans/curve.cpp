// The budget curve.
#include "plans/curve.hpp"

#include "insights/sums.hpp"

#include <algorithm>
#include <map>

namespace kunna::plans {

namespace {

constexpr int points = 10;
constexpr std::int64_t where_there_is_none = 500'000'00; // hundredths of the currency

// Solves at another budget, and puts the own one back.
class AtBudget {
public:
    AtBudget(Inputs& inputs, std::int64_t budget) : inputs_(inputs), own_(inputs.frame().budget) {
        inputs.frame().budget = budget;
    }
    AtBudget(const AtBudget&) = delete;
    AtBudget& operator=(const AtBudget&) = delete;
    ~AtBudget() { inputs_.frame().budget = own_; }

private:
    Inputs& inputs_;
    std::int64_t own_;
};

// A point of the curve is a mark in a picture: among many, each is solved with fewer passes than the plan itself.
int passes_of_a_point(std::size_t people) {
    constexpr std::size_t together = 30'000'000; // people × passes
    return static_cast<int>(std::clamp<std::size_t>(together / std::max<std::size_t>(1, people), 100, thorough_passes));
}

planning::Effort part(const planning::Effort& effort, double from, double to) {
    planning::Effort some = effort;
    if (effort.progress)
        some.progress = [&effort, from, to](double done) { effort.progress(from + (to - from) * done); };
    return some;
}

} // namespace

Result<std::vector<BudgetPoint>> budget_curve(Inputs& inputs, const Promised& promised, const planning::Effort& effort,
                                              const std::function<bool()>& wanted) {
    const std::int64_t own = inputs.frame().budget;
    const std::int64_t farthest = own > 0 ? 2 * own : where_there_is_none;
    planning::Effort each = effort;
    if (each.passes == 0) each.passes = passes_of_a_point(inputs.gaps().people.size());
    std::vector<BudgetPoint> curve;
    for (int i = 1; i <= points && wanted(); ++i) {
        const AtBudget other{inputs, farthest / points * i};
        const Given given = inputs.given();
        const Solved solved =
            TRY(solve_plan(given, promised, part(each, (i - 1.0) / points, static_cast<double>(i) / points)));
        const PlanTold told = told_of(given, solved, {});
        // More money never closes less: of two plans that are near the best the better one is told.
        const double before = curve.empty() ? 0 : curve.back().closed;
        curve.push_back({inputs.frame().budget, std::max(before, told.closed), told.bound});
    }
    // A bound for more money holds for less as well.
    for (std::size_t i = curve.size(); i-- > 1;) curve[i - 1].bound = std::min(curve[i - 1].bound, curve[i].bound);
    return curve;
}

Result<NextMoney> next_money(Inputs& inputs, const Promised& promised, const std::vector<Item>& items, double closed,
                             const planning::Effort& effort) {
    const AtBudget other{inputs, inputs.frame().budget + a_little_more};
    const Given given = inputs.given();
    const Solved solved = TRY(solve_plan(given, promised, effort));
    const std::vector<Item> then = items_of(given, solved);
    NextMoney next{.amount = a_little_more,
                   .closes = insights::rounded(std::max(0.0, told_of(given, solved, then).closed - closed))};
    std::map<std::size_t, std::int64_t> more;
    for (const Item& item : then) ++more[given.offers.all()[item.offer].activity];
    for (const Item& item : items) --more[given.offers.all()[item.offer].activity];
    for (const auto& [activity, people] : more) {
        const learning::Activity& of = given.offers.activities()[activity];
        if (people != 0) next.more.push_back({of.id, of.name, people});
    }
    std::stable_sort(next.more.begin(), next.more.end(),
                     [](const auto& a, const auto& b) { return a.people > b.people; });
    return next;
}

} // namespace kunna::plans
