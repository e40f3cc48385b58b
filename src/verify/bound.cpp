// The bound of a certificate, recomputed.
#include "verify/bound.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kunna::verify {

namespace {

// Goes through the sets that a person may choose. A candidate that does not pay alone pays in no set, for of what two
// reach together the best alone counts; it is left out unless another needs it.
class Search {
public:
    Search(const PlanFile& plan, const PersonRow& person) : plan_(plan), person_(person) {
        for (const TargetRow& target : person.targets) {
            const NeedRow& need = plan.needs[target.need];
            worth_.push_back((static_cast<double>(need.weight) - need.price) * target.missing);
        }
        for (std::size_t j = 0; j < person.candidates.size(); ++j)
            net_.push_back(worth_of({static_cast<std::uint16_t>(j)}));
        std::vector<bool> kept(net_.size());
        for (std::size_t j = 0; j < net_.size(); ++j) kept[j] = net_[j] > 0;
        for (bool grew = true; grew;) {
            grew = false;
            for (const ClauseRow& clause : person.clauses) {
                if (clause.of && !kept[*clause.of]) continue;
                for (const std::uint16_t j : clause.any) {
                    grew = grew || !kept[j];
                    kept[j] = true;
                }
            }
        }
        for (std::size_t j = 0; j < net_.size(); ++j)
            if (kept[j]) open_.push_back(static_cast<std::uint16_t>(j));
        std::ranges::sort(open_, [&](std::uint16_t a, std::uint16_t b) { return net_[a] > net_[b]; });
    }

    double best() {
        go_on(0);
        return best_;
    }

private:
    [[nodiscard]] double worth_of(const std::vector<std::uint16_t>& set) const {
        double worth = 0;
        std::vector<int> reached(person_.targets.size());
        for (const std::uint16_t j : set) {
            const CandidateRow& candidate = person_.candidates[j];
            const OptionRow& option = plan_.options[candidate.option];
            const auto cost = static_cast<double>(option.cost);
            worth += static_cast<double>(candidate.bonus) - option.price - cost * plan_.money_price;
            for (std::optional<std::uint32_t> u = person_.unit; u; u = plan_.units[*u].parent) {
                const UnitRow& unit = plan_.units[*u];
                worth -= cost * unit.budget_price;
                if (!unit.away_prices.empty()) worth -= option.minutes * unit.away_prices[option.period];
            }
            for (const CoverRow& cover : candidate.covers)
                for (std::size_t t = cover.first; t < std::size_t{cover.first} + cover.count; ++t)
                    reached[t] = std::max<int>(reached[t], cover.chance);
        }
        for (std::size_t t = 0; t < reached.size(); ++t) worth += reached[t] * worth_[t];
        return worth;
    }

    [[nodiscard]] bool within_time() const {
        std::uint64_t minutes = 0;
        for (const std::uint16_t j : set_) {
            const OptionRow& option = plan_.options[person_.candidates[j].option];
            minutes += option.minutes;
            std::uint64_t period = 0;
            for (const std::uint16_t k : set_) {
                const OptionRow& other = plan_.options[person_.candidates[k].option];
                if (other.period == option.period) period += other.minutes;
                if (k != j && other.activity == option.activity) return false;
            }
            if (period > person_.minutes_a_period) return false;
        }
        return minutes <= person_.minutes;
    }

    [[nodiscard]] bool complete() const {
        const auto in_set = [&](std::uint16_t j) { return std::ranges::find(set_, j) != set_.end(); };
        return std::ranges::all_of(person_.clauses, [&](const ClauseRow& clause) {
            return (clause.of && !in_set(*clause.of)) || std::ranges::any_of(clause.any, in_set);
        });
    }

    void go_on(std::size_t from) {
        const double worth = worth_of(set_);
        if (complete()) best_ = std::max(best_, worth);
        if (set_.size() == plan_.choices) return;
        for (std::size_t i = from; i < open_.size(); ++i) {
            double most = worth;
            for (std::size_t k = i; k < std::min(open_.size(), i + plan_.choices - set_.size()); ++k)
                most += std::max(0.0, net_[open_[k]]);
            if (most <= best_) return; // the rest brings less still
            set_.push_back(open_[i]);
            if (within_time()) go_on(i + 1);
            set_.pop_back();
        }
    }

    const PlanFile& plan_;
    const PersonRow& person_;
    std::vector<double> worth_; // by target
    std::vector<double> net_;   // by candidate, alone
    std::vector<std::uint16_t> open_;
    std::vector<std::uint16_t> set_;
    double best_ = -INFINITY; // stays so when locks cannot be kept
};

double at_price(double price, const std::optional<std::int64_t>& limit) {
    return limit ? price * static_cast<double>(*limit) : 0;
}

} // namespace

Result<void> check_prices(const PlanFile& plan) {
    const auto fine = [](double price, bool limited, double most) {
        return std::isfinite(price) && price >= 0 && price <= most && (limited || price == 0);
    };
    const auto wrong = [](std::string where) { return refuse_field(std::move(where), "verify.price"); };
    if (!fine(plan.money_price, plan.budget.has_value(), INFINITY)) return wrong("/money_price");
    for (std::size_t n = 0; n < plan.needs.size(); ++n) {
        const NeedRow& need = plan.needs[n];
        if (!fine(need.price, need.most.has_value(), static_cast<double>(need.weight)))
            return wrong(fmt::format("/needs/{}/price", n));
    }
    for (std::size_t o = 0; o < plan.options.size(); ++o)
        if (!fine(plan.options[o].price, plan.options[o].seats.has_value(), INFINITY))
            return wrong(fmt::format("/options/{}/price", o));
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const UnitRow& unit = plan.units[u];
        if (!fine(unit.budget_price, unit.budget.has_value(), INFINITY))
            return wrong(fmt::format("/units/{}/budget_price", u));
        for (std::size_t q = 0; q < unit.away.size(); ++q)
            if (!fine(unit.away_prices[q], unit.away[q].has_value(), INFINITY))
                return wrong(fmt::format("/units/{}/away_prices/{}", u, q));
    }
    return {};
}

double bound_of(const PlanFile& plan) {
    double bound = at_price(plan.money_price, plan.budget);
    for (const NeedRow& need : plan.needs) bound += at_price(need.price, need.most);
    for (const UnitRow& unit : plan.units) {
        bound += at_price(unit.budget_price, unit.budget);
        for (std::size_t q = 0; q < unit.away.size(); ++q) bound += at_price(unit.away_prices[q], unit.away[q]);
    }
    // A session is held where its seats bring in more than it costs.
    for (const OptionRow& option : plan.options)
        bound += std::max(0.0, at_price(option.price, option.seats) -
                                   static_cast<double>(option.session_cost) * plan.money_price);
    for (const PersonRow& person : plan.people) bound += Search{plan, person}.best();
    return bound;
}

} // namespace kunna::verify
