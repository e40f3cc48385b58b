// Need stock: one pass over the people of the group.
#include "engine/column.hpp"
#include "engine/need_ahead.hpp"

namespace kunna::engine {

namespace {

struct StandsAlike {
    std::optional<RoleIndex> role{};
    UnitIndex unit = 0;
    std::uint16_t fte = 0;
    std::uint16_t age_and_tenure = 0;
    int level = 0;
    auto operator<=>(const StandsAlike&) const = default;
};

} // namespace

NeedStock::NeedStock(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, std::span<const std::uint8_t> age,
                     const Need& need, const SuppressRule& rule) {
    std::map<StandsAlike, std::uint32_t> alike;
    Counted counted;
    for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
        const Block& block = snapshot.block(b);
        if (!need.of.reaches(snapshot.units(), block.unit)) continue;
        for (std::size_t row = 0; row < block.people(); ++row) {
            const auto roles = block.roles_of(row);
            if (need.of.role && !std::binary_search(roles.begin(), roles.end(), *need.of.role)) continue;
            std::optional<RoleIndex> role = need.of.role;
            if (!role && !roles.empty()) role = roles.front();
            const std::uint16_t word = block.word_of(row, need.skill);
            const State state = state_of(word, need.level);
            const bool counts = state == State::met || state == State::gap;
            const int level = counts ? held::level(word).units / Level::units_per_step : state_unknown;
            const PersonIndex person = block.person[row];
            const int months = std::min<int>(tenure[person], tenure_count - 1);
            const int standing = (age.empty() ? 0 : age[person]) * tenure_count + months;
            ++alike[{role, block.unit, block.fte[row], static_cast<std::uint16_t>(standing), level}];
            Audience& audience = counted[{role, block.unit}];
            ++audience.people;
            ++audience.rows[static_cast<std::size_t>(state)];
        }
    }
    for (const auto& [of, people] : alike)
        entries_.push_back({of.role, of.unit, of.fte, of.age_and_tenure, of.level, people});
    guard(counted, snapshot.units(), rule);
}

void NeedStock::guard(const Counted& counted, const Units& units, const SuppressRule& rule) {
    std::map<std::optional<RoleIndex>, Audience> by_role;
    std::map<UnitIndex, Audience> by_unit;
    for (const auto& [place, audience] : counted) {
        by_role[place.first] += audience;
        by_unit[place.second] += audience;
    }
    std::vector<SuppressNode> roles(1);
    for (const auto& [role, audience] : by_role) {
        roles.push_back({.parent = 0, .audience = audience});
        roles[0].audience += audience;
    }
    roles[0].size = static_cast<std::uint32_t>(roles.size());
    suppress(roles, rule);
    std::size_t node = 1;
    for (const auto& [role, audience] : by_role)
        if (!roles[node++].shown && role) untold_roles_.push_back(*role);

    std::vector<OwnAudience> own;
    for (const auto& [unit, audience] : by_unit) own.push_back({unit, audience});
    Column column = column_of(units, own);
    suppress(column.tree, rule);
    // Odd numbers are units with all under them, as in Disclosure.
    for (std::size_t n = 0; n < column.node.size(); ++n)
        if (column.node[n] % 2 == 1 && !column.tree[n].shown) untold_units_.push_back((column.node[n] - 1) / 2);
}

} // namespace kunna::engine
