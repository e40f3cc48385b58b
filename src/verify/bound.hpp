// The bound of a certificate, recomputed: whatever the prices, no plan exceeds what everybody would choose at them plus
// what the limits are worth at them.
#pragma once

#include "base/result.hpp"
#include "verify/plan_file.hpp"

namespace kunna::verify {

// None negative, none on what is unlimited, none of a need above its weight: otherwise they prove nothing.
Result<void> check_prices(const PlanFile& plan);

double bound_of(const PlanFile& plan);

} // namespace kunna::verify
