// Margin: by how much what somebody is to do is better than what they would do without it, at the prices of a plan.
#pragma once

#include "planning/prices.hpp"

namespace kunna::planning {

struct Margin {
    // How much more a seat could cost before it were not chosen, in value; at most 0: it fills what is left of a limit.
    double worth = 0;
    Bundle instead{}; // the best without it
};

// Of each item of the person's bundle, in its order.
std::vector<Margin> margins(const Problem& problem, const Tariff& tariff, std::size_t person, const Bundle& chosen);

// Of somebody who is to do nothing: the candidate that comes nearest, and how much less it would have had to cost, in
// value. Nothing when there is no candidate, or when it is time, not the price, that is lacking.
struct NearestCandidate {
    std::uint16_t place = 0;
    double lacks = 0;
};
std::optional<NearestCandidate> nearest(const Problem& problem, const Tariff& tariff, std::size_t person);

} // namespace kunna::planning
