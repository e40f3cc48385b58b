// Verify: is a plan's certificate true?
#include "verify/verify.hpp"

#include "base/json_read.hpp"
#include "verify/bound.hpp"
#include "verify/use.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <sodium.h>

namespace kunna::verify {

namespace {

// Sums of reals differ with their order by about this much of themselves, and no more.
constexpr double rounding = 1e-9;

Result<void> check_digest(std::string_view text, std::string_view claimed) {
    const std::size_t end = text.rfind(R"(,"digest":")");
    if (end == std::string_view::npos) return refuse(Kind::invalid, "verify.digest");
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()), end, nullptr,
                       0);
    std::string written;
    for (const unsigned char byte : digest) written += fmt::format("{:02x}", byte);
    if (written != claimed) return refuse(Kind::invalid, "verify.digest");
    return {};
}

} // namespace

Result<Verified> verify_claims(const PlanFile& plan) {
    if (plan.format != "kunna-plan-1") return refuse_field("/format", "verify.format");
    TRY(check_shape(plan));
    const Used used = use_of(plan);
    TRY(check_limits(plan, used));
    if (used.value != plan.value)
        return refuse_field("/value", "verify.value",
                            {{"claimed", fmt::to_string(plan.value)}, {"found", fmt::to_string(used.value)}});
    TRY(check_prices(plan));
    const double bound = bound_of(plan);
    if (!(std::abs(bound - plan.bound) <= rounding * std::abs(bound)))
        return refuse_field("/bound", "verify.bound",
                            {{"claimed", fmt::to_string(plan.bound)}, {"found", fmt::to_string(bound)}});
    if (static_cast<double>(used.value) > bound * (1 + rounding))
        return refuse_field("/bound", "verify.bound_below_value");
    return Verified{used.value, bound, plan.people.size(), used.chosen};
}

Result<Verified> verify_plan(std::string_view text) {
    const PlanFile plan = TRY(json::from_text<PlanFile>(text));
    TRY(check_digest(text, plan.digest));
    return verify_claims(plan);
}

} // namespace kunna::verify
