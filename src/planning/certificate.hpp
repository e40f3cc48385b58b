// Certificate: a problem, a plan for it and the prices that prove its bound, as one JSON text that `kunna plan verify`
// recomputes (src/verify, which shares no code with this folder). The format is told in docs/plan-certificate.md.
#pragma once

#include "planning/solve.hpp"

#include <string>

namespace kunna::planning {

// What things are called in the file; empty lists leave the names out.
struct Names {
    std::vector<std::string> people{};
    std::vector<std::string> options{};
    std::vector<std::string> units{};
    std::vector<std::string> needs{};
};

// Ends with a digest of all before it.
std::string certificate(const Problem& problem, const Solution& solution, const Names& names = {});

} // namespace kunna::planning
