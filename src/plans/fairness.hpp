// Fairness: who was chosen, by age and by gender. Neither is an input of a plan; this is how one sees what comes of it.
#pragma once

#include "db/db.hpp"
#include "plans/told.hpp"

namespace kunna::plans {

struct SelectionRates {
    std::vector<AgeBandRate> ages{};   // by the age they reach this year
    std::vector<GenderRate> genders{}; // none where nobody's is stated
};
// Of those with something to learn: how many have something planned, with a 95 % interval (Wilson). Groups of few are
// not told, nor one by which the others would give them away.
SelectionRates selection_rates(db::Tx& tx, const insights::Workforce& workforce, const Gaps& gaps,
                               const std::vector<Item>& items);

// p ± as Wilson's score interval has it.
struct Interval {
    double low = 0;
    double high = 1;
};
Interval wilson(std::int64_t chosen, std::int64_t of);

} // namespace kunna::plans
