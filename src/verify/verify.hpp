// Verify: is a plan's certificate true? Recomputes what is used of every limit, the value and the bound from the file
// alone, by other means than those that made it.
#pragma once

#include "base/result.hpp"
#include "verify/plan_file.hpp"

namespace kunna::verify {

struct Verified {
    std::int64_t value = 0;
    double bound = 0;
    std::size_t people = 0;
    std::size_t chosen = 0; // activities, over everybody
};

// Refuses a text that is no certificate (by place), one that was changed (verify.digest), and a claim that does not
// hold: fields name the person, option, unit or need, and by how much.
Result<Verified> verify_plan(std::string_view text);

// The same without the digest: what the file claims, whoever wrote it.
Result<Verified> verify_claims(const PlanFile& plan);

} // namespace kunna::verify
