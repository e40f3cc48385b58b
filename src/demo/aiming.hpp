// Aiming: the goals of the demonstration company, how they have gone, and the skills they need.
#pragma once

#include "db/db.hpp"
#include "demo/company.hpp"

namespace kunna::demo {

// ids: as stored, by person.
Result<void> write_goals(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids);

} // namespace kunna::demo
