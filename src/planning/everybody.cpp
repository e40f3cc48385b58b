// Everybody's choice at given prices.
#include "base/fork_join.hpp"
#include "planning/ascent.hpp"
#include "planning/chooser.hpp"

#include <algorithm>

namespace kunna::planning {

namespace {

constexpr std::size_t piece = 512;

// Sums by piece are added in order, so that they do not depend on who did which.
struct Part {
    double worth = 0;
    std::vector<std::uint32_t> impossible{};
};

} // namespace

Pass everybody_chooses(const Problem& problem, const Prices& prices, int threads,
                       const std::function<void(std::size_t, const Bundle&)>& tell) {
    Tariff tariff{problem};
    tariff.set(problem, prices);
    std::vector<Use> use(static_cast<std::size_t>(std::max(1, threads)), Use{problem});
    std::vector<Part> parts((problem.people() + piece - 1) / piece);
    fork_join(parts.size(), 1, threads, [&](std::size_t begin, std::size_t end, int thread) {
        Chooser chooser{problem};
        for (std::size_t part = begin; part < end; ++part)
            for (std::size_t p = part * piece; p < std::min(problem.people(), (part + 1) * piece); ++p) {
                chooser.look_at(p, tariff);
                const Chooser::Choice choice = chooser.best();
                if (choice.worth == Chooser::out) {
                    parts[part].impossible.push_back(static_cast<std::uint32_t>(p));
                    continue;
                }
                parts[part].worth += choice.worth;
                use[static_cast<std::size_t>(thread)].add(problem, p, choice.bundle);
                if (tell) tell(p, choice.bundle);
            }
    });
    Pass pass{worth_of_limits(problem, prices), std::move(use[0])};
    for (std::size_t t = 1; t < use.size(); ++t) pass.use += use[t];
    pass.use.roll_up(problem);
    for (const Part& part : parts) {
        pass.bound += part.worth;
        pass.impossible.insert(pass.impossible.end(), part.impossible.begin(), part.impossible.end());
    }
    return pass;
}

} // namespace kunna::planning
