// Learning: the company's catalogue of activities, with sessions in the year to come.
#pragma once

#include "db/db.hpp"
#include "demo/company.hpp"

namespace kunna::demo {

// The starter catalogue of every pack; courses are held where most who need them work. After the goals.
Result<void> write_learning(db::Tx& tx, const Company& company);

} // namespace kunna::demo
