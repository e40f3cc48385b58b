// Shadow prices: what one more of something limited would be worth.
#include "insights/sums.hpp"
#include "plans/telling.hpp"

#include <algorithm>

namespace kunna::plans {

namespace {

using insights::rounded;

constexpr std::int64_t more_money = 100'000'00; // hundredths of the currency
constexpr std::size_t most_told = 60;
constexpr double worth_telling = 0.00005; // of everything: what is less prints as nothing

class Pricelist {
public:
    Pricelist(const Given& given, const Solved& solved, const planning::Use& use, double whole) :
        given_(given), problem_(solved.model.problem), prices_(solved.solution.prices), use_(use), whole_(whole),
        most_of_one_(problem_.options.size()) {
        for (std::size_t p = 0; p < problem_.people(); ++p) {
            double all = 0;
            for (const planning::Target& target : problem_.targets(p))
                all += static_cast<double>(problem_.needs[target.need].weight * credit_of(target.missing));
            const auto candidates = problem_.candidates(p);
            for (std::size_t place = 0; place < candidates.size(); ++place) {
                if (must_have(p, place)) continue;
                double& most = most_of_one_[candidates[place].option];
                most = std::max(most, all + static_cast<double>(std::max<planning::Value>(0, candidates[place].bonus)));
            }
        }
    }

    std::vector<ShadowPrice> told() {
        add({.kind = LimitKind::budget,
             .limit = static_cast<double>(problem_.budget),
             .used = static_cast<double>(planning::spent(problem_, use_)),
             .more = static_cast<double>(more_money)},
            prices_.money);
        for (std::size_t u = 0; u < problem_.units.size(); ++u) add_unit(u);
        for (std::size_t o = 0; o < given_.offers.all().size(); ++o) add_seat(o);
        std::stable_sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) {
            // What there is in any case comes first; whatever binds after it, by what it is worth.
            const bool budget_a = a.kind == LimitKind::budget;
            const bool budget_b = b.kind == LimitKind::budget;
            return budget_a != budget_b ? budget_a : a.closes > b.closes;
        });
        if (all_.size() > most_told) all_.resize(most_told);
        return std::move(all_);
    }

private:
    [[nodiscard]] bool must_have(std::size_t p, std::size_t place) const {
        const auto clauses = problem_.clauses(p);
        return std::any_of(clauses.begin(), clauses.end(), [&](const planning::Clause& clause) {
            const auto members = problem_.members(clause);
            return clause.of == planning::Clause::always &&
                   std::find(members.begin(), members.end(), place) != members.end();
        });
    }
    void add(ShadowPrice price, double each) {
        price.closes = rounded(each * price.more / whole_);
        if (price.closes >= worth_telling || price.kind == LimitKind::budget) all_.push_back(std::move(price));
    }

    void add_unit(std::size_t u) {
        const insights::UnitName& name = given_.workforce.names().units[u];
        const planning::Unit& unit = problem_.units[u];
        const Text called{name.name, name.name};
        if (unit.budget != planning::unlimited)
            add({.kind = LimitKind::unit_budget,
                 .unit = name.id,
                 .name = called,
                 .limit = static_cast<double>(unit.budget),
                 .used = static_cast<double>(use_.unit_money[u]),
                 .more = static_cast<double>(more_money)},
                prices_.unit_money[u]);
        // An hour more for each who works there.
        const auto heads = static_cast<double>(given_.workforce.headcounts()[u]);
        for (std::size_t q = 0; q < unit.away.size(); ++q)
            add({.kind = LimitKind::away,
                 .unit = name.id,
                 .name = called,
                 .from = add_months(given_.frame.starts, static_cast<int>(q) * 3),
                 .limit = rounded(static_cast<double>(unit.away[q]) / minutes_an_hour),
                 .used = rounded(static_cast<double>(use_.away[u * problem_.periods + q]) / minutes_an_hour),
                 .more = heads},
                prices_.away[u * problem_.periods + q] * minutes_an_hour);
    }

    void add_seat(std::size_t o) {
        const Offer& offer = given_.offers.all()[o];
        const learning::Activity& activity = given_.offers.activities()[offer.activity];
        if (!offer.seats || use_.seats[o] < *offer.seats) return; // whoever has seats left needs no more
        add({.kind = LimitKind::seat,
             .activity = activity.id,
             .name = activity.name,
             .from = offer.from,
             .limit = static_cast<double>(*offer.seats),
             .used = static_cast<double>(use_.seats[o]),
             .more = 1},
            std::min(prices_.seat[o], most_of_one_[o]));
    }

    const Given& given_;
    const planning::Problem& problem_;
    const planning::Prices& prices_;
    const planning::Use& use_;
    double whole_;
    // By option: all that any one misses whom it is for and who need not have it. A seat gives room for one of them, so
    // it is worth no more; where those who must have it fill every seat, any higher price proves as much.
    std::vector<double> most_of_one_;
    std::vector<ShadowPrice> all_;
};

} // namespace

std::vector<ShadowPrice> prices_of(const Given& given, const Solved& solved, const planning::Use& use, double whole) {
    return Pricelist{given, solved, use, whole}.told();
}

} // namespace kunna::plans
