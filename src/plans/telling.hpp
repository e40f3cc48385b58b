// Telling: the parts of what a solved plan comes to. Private to plans.
#pragma once

#include "plans/told.hpp"

namespace kunna::plans {

// Of which units what a plan gives may be told: enough people who work there, enough or none who are chosen, and
// nothing that would follow for few from what is told of the others. By unit; heads and chosen count all under it.
std::vector<bool> told_units(const engine::Units& units, const std::vector<std::int64_t>& heads,
                             const std::vector<std::int64_t>& chosen, std::int64_t fewest);
// use: rolled up. whole: Σ weight × open.
std::vector<UnitPlanned> units_of(const Given& given, const planning::Problem& problem, const planning::Use& use,
                                  const std::vector<Item>& items);
std::vector<ShadowPrice> prices_of(const Given& given, const Solved& solved, const planning::Use& use, double whole);

} // namespace kunna::plans
