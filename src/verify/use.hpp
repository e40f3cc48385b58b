// What the choices of a certificate use and reach, and whether that is within the limits.
#pragma once

#include "base/result.hpp"
#include "verify/plan_file.hpp"

namespace kunna::verify {

// Everything points at what is there, and every number is of its kind: not negative, chances 1 – 100 and so on.
Result<void> check_shape(const PlanFile& plan);

struct Used {
    std::int64_t money = 0;
    std::vector<std::int64_t> unit_money;        // of the unit and all under it
    std::vector<std::vector<std::int64_t>> away; // by unit and period, likewise
    std::vector<std::int64_t> seats;             // by option
    std::int64_t value = 0;
    std::size_t chosen = 0;
};
Used use_of(const PlanFile& plan);

// Everybody's own limits, and those that are shared.
Result<void> check_limits(const PlanFile& plan, const Used& used);

} // namespace kunna::verify
