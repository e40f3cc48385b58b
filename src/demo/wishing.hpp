// Wishing: what people of the demonstration company want to learn, and who lets managers elsewhere find them.
#pragma once

#include "db/db.hpp"
#include "demo/company.hpp"

namespace kunna::demo {

// ids: as stored, by person. The personas have not said anything yet.
Result<void> write_wishes(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids);

} // namespace kunna::demo
