// Plan certificates: whatever the file claims, it is refused or its claims are recomputed; nothing else happens.
#include "base/json_read.hpp"
#include "verify/verify.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto plan = kunna::json::from_text<kunna::verify::PlanFile>(text);
    if (!plan.ok()) return 0;
    const auto verified = kunna::verify::verify_claims(*plan);
    if (verified.ok() &&
        (verified->value != plan->value || verified->bound < static_cast<double>(verified->value) * (1 - 1e-9)))
        std::abort();
    return 0;
}
