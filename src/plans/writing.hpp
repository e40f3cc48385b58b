// Writing: what was solved, as rows – who is to do what and why, why others have nothing, and the proof. Private to
// plans.
#pragma once

#include "plans/told.hpp"
#include "plans/wanted.hpp"

namespace kunna::plans {

// Instead of what was solved before; what is chosen again stays reviewed.
void write_solution(db::Tx& tx, const Wanted& wanted, const Given& given, const Solved& solved,
                    const std::vector<Item>& items);

} // namespace kunna::plans
