// Cost table: what it takes to make each person ready for each role.
#include "planning/cost_table.hpp"

#include "base/fork_join.hpp"

#include <algorithm>
#include <stdexcept>

namespace kunna::planning {

namespace {

constexpr std::uint16_t highest_level = 10'000;
constexpr std::int64_t step = 1'000;

// A role that asks for a skill.
struct Asking {
    std::uint32_t role;
    std::uint16_t level;
    std::uint16_t hours;
};

} // namespace

CostTable::CostTable(std::size_t people, std::size_t roles) :
    people_(people), roles_(roles), stride_((roles + width_of - 1) / width_of * width_of),
    cost_(people * stride_, barred) {}

CostTable missing_hours(std::span<const std::vector<Asked>> roles, std::size_t skills,
                        std::span<const std::uint32_t> held_at, std::span<const Held> held, int threads) {
    // Everybody begins with all that a role asks for, and is credited what they hold: most skills a person holds are
    // asked for by few roles.
    std::vector<std::int64_t> whole(roles.size());
    std::vector<std::uint32_t> asking_at(skills + 1);
    for (const auto& role : roles)
        for (const Asked& asked : role) {
            if (asked.skill >= skills || asked.level > highest_level)
                throw std::invalid_argument{"planning: a requirement outside the bounds"};
            ++asking_at[asked.skill + 1];
        }
    for (std::size_t s = 0; s < skills; ++s) asking_at[s + 1] += asking_at[s];
    std::vector<Asking> asking(asking_at[skills]);
    std::vector<std::uint32_t> next(asking_at.begin(), asking_at.end() - 1);
    for (std::uint32_t r = 0; r < roles.size(); ++r)
        for (const Asked& asked : roles[r]) {
            asking[next[asked.skill]++] = {r, asked.level, asked.hours};
            whole[r] += std::int64_t{asked.level} * asked.hours;
        }
    for (const Held& one : held)
        if (one.skill >= skills || one.level > highest_level)
            throw std::invalid_argument{"planning: a held level outside the bounds"};

    CostTable table{held_at.empty() ? 0 : held_at.size() - 1, roles.size()};
    fork_join(table.people(), 1024, threads, [&](std::size_t begin, std::size_t end, int) {
        std::vector<std::int64_t> missing(roles.size());
        for (std::size_t p = begin; p < end; ++p) {
            std::ranges::copy(whole, missing.begin());
            for (std::uint32_t h = held_at[p]; h < held_at[p + 1]; ++h)
                for (std::uint32_t a = asking_at[held[h].skill]; a < asking_at[held[h].skill + 1]; ++a)
                    missing[asking[a].role] -= std::int64_t{std::min(asking[a].level, held[h].level)} * asking[a].hours;
            for (std::size_t r = 0; r < roles.size(); ++r)
                table.set(p, r,
                          static_cast<Cost>(std::min<std::int64_t>(highest_cost, (missing[r] + step / 2) / step)));
        }
    });
    return table;
}

} // namespace kunna::planning
