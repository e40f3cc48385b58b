// What each person is to do, and why.
#include "planning/margin.hpp"
#include "plans/told.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::plans {

namespace {

constexpr double all_of_a_step = 100'000; // thousandths × percent

class Teller {
public:
    Teller(const Given& given, const Solved& solved) :
        given_(given), solved_(solved), tariff_(solved.model.problem), taken_(solved.model.problem.options.size()) {
        tariff_.set(solved.model.problem, solved.solution.prices);
        for (std::size_t p = 0; p < solved.model.people.size(); ++p)
            for (const std::uint16_t place : solved.solution.chosen[p].items())
                ++taken_[solved.model.problem.candidates(p)[place].option];
    }

    std::vector<Item> items() {
        for (std::size_t p = 0; p < solved_.model.people.size(); ++p)
            if (solved_.model.people[p].person) person(p);
        return std::move(items_);
    }

private:
    void person(std::size_t p) {
        const planning::Problem& problem = solved_.model.problem;
        const planning::Bundle& chosen = solved_.solution.chosen[p];
        if (chosen.count == 0) return;
        const auto margins = planning::margins(problem, tariff_, p, chosen);
        const std::size_t first = items_.size();
        for (std::size_t i = 0; i < chosen.items().size(); ++i) {
            const planning::Candidate& candidate = problem.candidates(p)[chosen.items()[i]];
            const planning::Option& option = problem.options[candidate.option];
            Item item{.person = *solved_.model.people[p].person,
                      .offer = candidate.option,
                      .cost = option.cost + option.session_cost / std::max<std::int64_t>(1, taken_[candidate.option]),
                      .minutes = option.minutes};
            if (solved_.solution.prices.money > 0)
                item.margin = std::max<std::int64_t>(0, std::llround(margins[i].worth / solved_.solution.prices.money));
            for (const std::uint16_t other : margins[i].instead.items()) {
                const std::uint32_t activity = problem.options[problem.candidates(p)[other].option].activity;
                if (!item.instead && !has(p, chosen, activity)) item.instead = activity;
            }
            items_.push_back(std::move(item));
        }
        credit(p, chosen, first);
    }

    [[nodiscard]] bool has(std::size_t p, const planning::Bundle& chosen, std::uint32_t activity) const {
        const planning::Problem& problem = solved_.model.problem;
        return std::any_of(chosen.items().begin(), chosen.items().end(), [&](std::uint16_t place) {
            return problem.options[problem.candidates(p)[place].option].activity == activity;
        });
    }

    // Each step goes to the activity with the best chance of it, the first of equals.
    void credit(std::size_t p, const planning::Bundle& chosen, std::size_t first) {
        const planning::Problem& problem = solved_.model.problem;
        const auto targets = problem.targets(p);
        for (std::size_t t = 0; t < targets.size(); ++t) {
            std::size_t best = chosen.count;
            std::uint8_t chance = 0;
            for (std::size_t i = 0; i < chosen.items().size(); ++i)
                for (const planning::Cover& cover : problem.covers(problem.candidates(p)[chosen.items()[i]]))
                    if (cover.first <= t && t < std::size_t{cover.first} + cover.count && cover.chance > chance) {
                        chance = cover.chance;
                        best = i;
                    }
            if (best == chosen.count) continue;
            Item& item = items_[first + best];
            const std::uint32_t need = targets[t].need;
            const std::int32_t step = solved_.model.steps[solved_.model.step_at[p] + t];
            if (item.closes.empty() || item.closes.back().need != need)
                item.closes.push_back({need, step - 1, step, 0});
            item.closes.back().to = step;
            item.closes.back().steps += targets[t].missing * static_cast<double>(chance) / all_of_a_step;
            item.must = item.must || given_.needs[need].must;
        }
    }

    const Given& given_;
    const Solved& solved_;
    planning::Tariff tariff_;
    std::vector<std::int64_t> taken_;
    std::vector<Item> items_;
};

} // namespace

std::vector<Item> items_of(const Given& given, const Solved& solved) {
    return Teller{given, solved}.items();
}

} // namespace kunna::plans
