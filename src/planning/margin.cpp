// Margin.
#include "planning/margin.hpp"

#include "planning/chooser.hpp"

namespace kunna::planning {

std::vector<Margin> margins(const Problem& problem, const Tariff& tariff, std::size_t person, const Bundle& chosen) {
    Chooser chooser{problem};
    chooser.look_at(person, tariff);
    const double worth = chooser.worth_of(chosen);
    std::vector<Margin> all;
    for (const std::uint16_t place : chosen.items()) {
        chooser.look_at(person, tariff);
        chooser.without(problem.options[problem.candidates(person)[place].option].activity);
        const Chooser::Choice other = chooser.best();
        all.push_back({other.worth > Chooser::out ? worth - other.worth : worth, other.bundle});
    }
    return all;
}

std::optional<NearestCandidate> nearest(const Problem& problem, const Tariff& tariff, std::size_t person) {
    Chooser chooser{problem};
    chooser.look_at(person, tariff);
    std::optional<NearestCandidate> found;
    const auto candidates = problem.candidates(person);
    const auto count = static_cast<std::uint16_t>(candidates.size());
    for (std::uint16_t place = 0; place < count; ++place) {
        Bundle alone;
        alone.chosen[alone.count++] = place;
        if (problem.covers(candidates[place]).empty() || !allowed(problem, person, alone)) continue;
        const double lacks = -chooser.worth_of(alone);
        if (lacks >= 0 && (!found || lacks < found->lacks)) found = NearestCandidate{place, lacks};
    }
    return found;
}

} // namespace kunna::planning
