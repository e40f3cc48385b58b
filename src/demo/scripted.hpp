// The persona of the employee: a profile in which every state, a conflict and a contested statement can be seen.
#pragma once

#include "demo/evidence.hpp"

namespace kunna::demo {

std::vector<Statement> scripted_statements(const Company& company, PersonNumber person);

// Where in scripted_statements() the two contested ones stand: corrected long ago, and open.
struct ScriptedContests {
    std::size_t corrected = 0;
    std::size_t open = 0;
};
ScriptedContests scripted_contests(const std::vector<Statement>& statements);

} // namespace kunna::demo
