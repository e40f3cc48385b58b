// Verify: is an assignment of people to roles within the places, does it cost what is said, and do the prices prove
// the bound? Recomputed from the numbers alone.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <span>

namespace kunna::verify {

struct AssignmentClaim {
    std::size_t roles = 0;
    std::span<const std::uint16_t> costs;  // person by person; 65,535 = barred
    std::span<const std::uint32_t> places; // by role
    std::uint16_t stay = 0;                // what leaving a person out counts
    std::span<const std::uint32_t> locks;  // by person, empty when none: the role settled already, 2^32 − 1 = none
    std::span<const std::uint32_t> role;   // by person, 2^32 − 1 = left out
    std::span<const std::int32_t> prices;  // by role, in 4,096ths
    std::int64_t cost = 0;
    std::int64_t bound = 0; // in 4,096ths
};

// Refuses with verify.assignment_malformed, verify.assignment_lock, verify.assignment_barred, verify.assignment_places,
// verify.price, verify.value or verify.bound, by place.
Result<void> verify_assignment(const AssignmentClaim& claim);

} // namespace kunna::verify
