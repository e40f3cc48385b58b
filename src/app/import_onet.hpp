// kunna import roles FOLDER: role profiles out of O*NET's own text files.
#pragma once

#include "db/db.hpp"

#include <string>
#include <vector>

namespace kunna::app {

// occupations: O*NET codes; empty for all. Prints what came of it; returns the exit code.
int import_onet(db::Db& db, const std::string& folder, const std::vector<std::string>& occupations, bool dry_run);

} // namespace kunna::app
