// The budget curve: value and bound at ten budgets, and what a little more money would buy.
#pragma once

#include "plans/inputs.hpp"
#include "plans/told.hpp"

namespace kunna::plans {

inline constexpr std::int64_t a_little_more = 100'000'00; // hundredths of the currency

// Ten budgets up to twice the plan's (up to half a million where it is nothing). Leaves the budget as it was.
// wanted: asked before each; once it is not, what there is by then is told.
Result<std::vector<BudgetPoint>> budget_curve(Inputs& inputs, const Promised& promised, const planning::Effort& effort,
                                              const std::function<bool()>& wanted);
// items: of the plan as it is; closed: its share.
Result<NextMoney> next_money(Inputs& inputs, const Promised& promised, const std::vector<Item>& items, double closed,
                             const planning::Effort& effort);

} // namespace kunna::plans
