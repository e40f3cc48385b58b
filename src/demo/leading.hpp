// Leading: the strategy of the demonstration company, as domain.md §9 tells it: a sponsor and a union negotiation in
// the first month, the departments asked, and reviews since.
#pragma once

#include "db/db.hpp"
#include "demo/company.hpp"

namespace kunna::demo {

// ids: as stored, by person. The personas have their accounts. Each act is dated when it was done.
Result<void> write_strategy(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids);

} // namespace kunna::demo
