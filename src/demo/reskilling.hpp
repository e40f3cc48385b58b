// Reskilling in the demonstration company: the cohorts that have been (domain.md §9), and a programme that is open.
#pragma once

#include "db/db.hpp"
#include "demo/company.hpp"

namespace kunna::demo {

// ids: as stored, by person. After the catalogue of activities.
Result<void> write_reskilling(db::Tx& tx, const Company& company, const std::vector<PersonId>& ids);

} // namespace kunna::demo
