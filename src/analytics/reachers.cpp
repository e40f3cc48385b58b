// Reachers: of the people who hold a role, how many could learn another one, as a sum.
#include "analytics/adjacency.hpp"
#include "insights/lists.hpp"
#include "insights/seen.hpp"

#include <algorithm>

namespace kunna::analytics {

namespace {

bool holds(std::span<const engine::RoleIndex> roles, engine::RoleIndex role) {
    return std::binary_search(roles.begin(), roles.end(), role);
}

std::vector<engine::SkillLevel> levels_of(const engine::Block& block, std::size_t row) {
    std::vector<engine::SkillLevel> levels;
    for (std::uint32_t h = block.held_at[row]; h < block.held_at[row + 1]; ++h)
        levels.push_back({block.held_skill[h], engine::held::level(block.held_word[h])});
    return levels;
}

} // namespace

Result<Reachers> reachers(db::Db& db, const AdjacencyGround& ground, const insights::Workforce& workforce,
                          const access::Actor& actor, RoleId from, RoleId to) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    const auto left = workforce.names().find(from);
    const auto right = workforce.names().find(to);
    if (!left || !right) return refuse(Kind::not_found, "role.not_found");
    if (snapshot.role(*right).slots() == 0) return refuse(Kind::conflict, "role.no_profile");
    const insights::Fence fence = insights::fence_of(workforce, actor);
    Reachers told;
    std::int64_t both = 0; // would be told by the difference to all who hold the first role
    engine::Brought brought{ground.likenesses};
    for (const engine::UnitIndex top : fence.tops) {
        const auto range = snapshot.block_range(top, snapshot.units().end_of(top));
        for (std::size_t b = range.begin; b < range.end; ++b) {
            const engine::Block& block = snapshot.block(b);
            for (std::size_t row = 0; row < block.people(); ++row) {
                if (!holds(block.roles_of(row), *left)) continue;
                if (holds(block.roles_of(row), *right)) {
                    ++both;
                    continue;
                }
                ++told.people;
                const auto levels = levels_of(block, row);
                told.unknown += levels.empty() ? 1 : 0;
                brought.take(levels);
                told.reaching += engine::transfer(brought, snapshot.role(*right)).suggested() ? 1 : 0;
            }
        }
    }
    const auto seen = db.read([&](db::Tx& tx) { return insights::Seen::by(tx, workforce, actor); });
    if (seen.all_in(workforce, fence.tops)) return told;
    // Shown when the role may be told of at all, and the three kinds of holders give nobody away.
    const auto roles = insights::by_role(workforce, fence);
    const bool role_told =
        std::any_of(roles.begin(), roles.end(), [&](const auto& one) { return one.role == from && !one.hidden; });
    const engine::SuppressRule rule = workforce.suppress_rule();
    const auto count = [](std::int64_t n) { return static_cast<std::uint32_t>(n); };
    const engine::Audience audience{
        count(told.people),
        {count(told.reaching), 0, count(told.people - told.reaching - told.unknown), count(told.unknown)}};
    const bool few_beside = both > 0 && both < rule.fewest;
    if (role_told && told.people > 0 && !few_beside && engine::safe(audience, rule)) return told;
    return Reachers{.hidden = told.people > 0};
}

} // namespace kunna::analytics
