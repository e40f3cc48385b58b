// The planning problem as a mixed integer programme in CPLEX LP format, for any solver to be set against Kunna's.
#pragma once

#include "planning/problem.hpp"

#include <functional>
#include <string_view>

namespace kunna::planning {

// x: a person has a candidate · z: a target is reached with a chance · e: credit of a need, cut at its most ·
// o: a session takes place. Names carry places: x12_3 is candidate 3 of person 12.
void write_lp(const Problem& problem, const std::function<void(std::string_view)>& sink);

} // namespace kunna::planning
