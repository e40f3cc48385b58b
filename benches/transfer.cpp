// Transfer: makes roles by performance.md's size and measures the transferability of every role to every other one,
// beside the same numbers by the account that the pages show, requirement by requirement.
//
//   bench_transfer ROLES REQUIREMENTS REPEATS
//
// Prints one JSON object: milliseconds, the best of REPEATS. `ground`: likenesses of the whole catalogue. `plain`: of
// one role in twenty, times twenty. `off`: pairs on which the two disagree.
#include "engine/transfer.hpp"

#include "splitmix.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

using namespace kunna;
using namespace kunna::engine;

namespace {

constexpr std::uint32_t skill_count = 13'939;
constexpr std::uint32_t area_count = 640;
constexpr std::size_t edge_count = 20'000;
constexpr std::size_t one_in = 20;

// Neighbouring roles share much of what they ask for, as roles of one trade do.
std::vector<Role> make_roles(std::uint32_t count, std::uint32_t requirements, SplitMix64& random) {
    std::vector<Role> roles;
    for (std::uint32_t r = 0; r < count; ++r) {
        std::vector<Requirement> needs;
        for (std::uint32_t n = 0; n < requirements; ++n)
            needs.push_back({static_cast<SkillIndex>((r / 8 * 61 + n * 97 + random.below(3) * 13) % skill_count),
                             Level::of_step(static_cast<int>(1 + random.below(5))),
                             static_cast<std::uint8_t>(1 + random.below(3)), random.below(4) == 0});
        std::sort(needs.begin(), needs.end(), [](const auto& a, const auto& b) { return a.skill < b.skill; });
        needs.erase(
            std::unique(needs.begin(), needs.end(), [](const auto& a, const auto& b) { return a.skill == b.skill; }),
            needs.end());
        roles.push_back(std::move(Role::of(r, std::move(needs), Settings{})).unwrap());
    }
    return roles;
}

template <class Work>
double best_ms(int repeats, const Work& work) {
    double best = 1e300;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

} // namespace

int main(int argc, char** argv) {
    const auto count = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 500);
    const auto requirements = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 30);
    const int repeats = argc > 3 ? std::atoi(argv[3]) : 5;
    SplitMix64 random{3};
    const std::vector<Role> roles = make_roles(count, requirements, random);
    std::vector<const Role*> profiles;
    for (const Role& role : roles) profiles.push_back(&role);
    std::vector<std::uint32_t> areas;
    for (std::uint32_t s = 0; s < skill_count; ++s) areas.push_back(s * area_count / skill_count);
    std::vector<SkillEdge> edges;
    for (std::size_t e = 0; e < edge_count; ++e)
        edges.push_back({static_cast<SkillIndex>(random.below(skill_count)),
                         static_cast<SkillIndex>(random.below(skill_count)), 0.4});
    std::optional<Likenesses> alike;
    const double ground = best_ms(repeats, [&] { alike.emplace(areas, edges, profiles); });

    std::vector<Transfer> all(roles.size() * roles.size());
    const double ours = best_ms(repeats, [&] {
        Brought brought{*alike};
        for (std::size_t from = 0; from < roles.size(); ++from) {
            brought.take(levels_of(roles[from]));
            for (std::size_t to = 0; to < roles.size(); ++to)
                all[from * roles.size() + to] = transfer(brought, roles[to]);
        }
    });
    std::size_t off = 0;
    const double plain = best_ms(1, [&] {
        for (std::size_t from = 0; from < roles.size(); from += one_in) {
            const auto levels = levels_of(roles[from]);
            for (std::size_t to = 0; to < roles.size(); ++to) {
                Transfer sums;
                for (const TransferRow& row : transfer_rows(*alike, levels, roles[to])) {
                    sums.brought += std::int64_t{std::min(row.brought, row.required).units} * row.weight;
                    sums.required += std::int64_t{row.required.units} * row.weight;
                    sums.full += row.brought >= row.required ? 1 : 0;
                    sums.musts += row.must && row.brought < row.required ? 1 : 0;
                }
                off += sums == all[from * roles.size() + to] ? 0 : 1;
            }
        }
    });
    const auto suggested = std::count_if(all.begin(), all.end(), [](const Transfer& one) { return one.suggested(); });
    fmt::print("{{\"ground\":{:.3f},\"ours\":{:.3f},\"plain\":{:.1f},\"off\":{},\"pairs\":{},\"suggested\":{}}}\n",
               ground, ours, plain * one_in, off, all.size(), suggested);
}
