// Telling: the parts of what a solved plan comes to. Private to plans.
#pragma once

#include "plans/told.hpp"

namespace kunna::plans {

// Is the unit too small to be told of, or would what is told of it beside its siblings tell of few?
bool few_in(const engine::Units& units, const std::vector<std::int64_t>& heads, std::int64_t fewest,
            engine::UnitIndex unit);
// use: rolled up. whole: Σ weight × open.
std::vector<UnitPlanned> units_of(const Given& given, const planning::Problem& problem, const planning::Use& use,
                                  const std::vector<Item>& items);
std::vector<ShadowPrice> prices_of(const Given& given, const Solved& solved, const planning::Use& use, double whole);

} // namespace kunna::plans
