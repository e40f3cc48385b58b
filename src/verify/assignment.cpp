// Verify: an assignment of people to roles.
#include "verify/assignment.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace kunna::verify {

namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFF;
constexpr std::uint16_t barred = 0xFFFF;
constexpr std::int64_t part = 4096;

} // namespace

Result<void> verify_assignment(const AssignmentClaim& claim) {
    const std::size_t people = claim.role.size();
    if (claim.costs.size() != people * claim.roles || claim.places.size() != claim.roles ||
        claim.prices.size() != claim.roles || (!claim.locks.empty() && claim.locks.size() != people))
        return refuse_field("", "verify.assignment_malformed");
    const auto cost = [&](std::size_t p, std::size_t r) { return claim.costs[p * claim.roles + r]; };

    std::int64_t total = 0;
    std::int64_t bound = 0;
    std::vector<std::int64_t> taken(claim.roles);
    std::vector<std::int64_t> open(claim.places.begin(), claim.places.end());
    for (std::size_t p = 0; p < people; ++p) {
        const auto place = [&] { return fmt::format("/role/{}", p); };
        const std::uint32_t role = claim.role[p];
        if (role != nobody && role >= claim.roles) return refuse_field(place(), "verify.assignment_malformed");
        if (role != nobody) ++taken[role];
        if (!claim.locks.empty() && claim.locks[p] != nobody) {
            if (role != claim.locks[p]) return refuse_field(place(), "verify.assignment_lock");
            const std::int64_t settled = std::min(cost(p, role), claim.stay);
            total += settled;
            bound += settled * part;
            --open[role];
            continue;
        }
        if (role != nobody && cost(p, role) == barred) return refuse_field(place(), "verify.assignment_barred");
        total += role == nobody ? claim.stay : cost(p, role);
        std::int64_t least = claim.stay * part;
        for (std::size_t r = 0; r < claim.roles; ++r)
            if (cost(p, r) != barred) least = std::min(least, cost(p, r) * part + claim.prices[r]);
        bound += least;
    }
    for (std::size_t r = 0; r < claim.roles; ++r) {
        if (taken[r] > claim.places[r])
            return refuse_field(fmt::format("/places/{}", r), "verify.assignment_places",
                                {{"used", fmt::to_string(taken[r])}, {"limit", fmt::to_string(claim.places[r])}});
        if (claim.prices[r] < 0) return refuse_field(fmt::format("/prices/{}", r), "verify.price");
        bound -= open[r] * claim.prices[r];
    }
    const auto differs = [](std::string where, std::string code, std::int64_t claimed, std::int64_t found) {
        return refuse_field(std::move(where), std::move(code),
                            {{"claimed", fmt::to_string(claimed)}, {"found", fmt::to_string(found)}});
    };
    if (total != claim.cost) return differs("/cost", "verify.value", claim.cost, total);
    if (bound != claim.bound) return differs("/bound", "verify.bound", claim.bound, bound);
    if (bound > total * part) return refuse_field("/bound", "verify.bound_above_cost");
    return {};
}

} // namespace kunna::verify
