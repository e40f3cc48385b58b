// Futures: the four scenarios of the demonstration company (domain.md §9).
#pragma once

#include "db/db.hpp"
#include "demo/company.hpp"

namespace kunna::demo {

void write_futures(db::Tx& tx, const Company& company);

} // namespace kunna::demo
