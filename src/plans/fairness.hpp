// Fairness: who was chosen, by age and by gender. Neither is an input of a plan; this is how one sees what comes of it.
#pragma once

#include "db/db.hpp"
#include "plans/told.hpp"

namespace kunna::plans {

struct SelectionRates {
    std::vector<AgeBandRate> ages{};   // by the age they reach this year
    std::vector<GenderRate> genders{}; // none where no stated one is of enough
};
// Of those with something to learn: how many have something planned, with a 95 % interval (Wilson). Groups of few are
// not told, nor one by which the others would give them away; and nothing of a plan that whoever makes it has cut to
// units, or to people by a lock or a ban: beside another it would tell of whom it leaves out.
SelectionRates selection_rates(db::Tx& tx, const insights::Workforce& workforce, const Gaps& gaps,
                               const std::vector<Item>& items, const Frame& frame);

// p ± as Wilson's score interval has it.
struct Interval {
    double low = 0;
    double high = 1;
};
Interval wilson(std::int64_t chosen, std::int64_t of);

} // namespace kunna::plans
