// Counts.
#include "analytics/counts.hpp"

#include <algorithm>

namespace kunna::analytics {

engine::Level able_level(const insights::SkillName& skill) {
    return engine::Level::of_step(std::min(able_step, skill.highest));
}

engine::Audience Count::audience() const {
    const auto number = [](std::int64_t n) { return static_cast<std::uint32_t>(n); };
    return {number(people), {number(able), number(uncertain), number(below), number(people - known())}};
}

Count& Count::operator+=(const Count& other) {
    people += other.people;
    able += other.able;
    uncertain += other.uncertain;
    below += other.below;
    level_units += other.level_units;
    return *this;
}

void Count::add(engine::State state, engine::Level level) {
    able += state == engine::State::met ? 1 : 0;
    uncertain += state == engine::State::uncertain ? 1 : 0;
    below += state == engine::State::gap ? 1 : 0;
    level_units += state == engine::State::unknown ? 0 : level.units;
}

SkillCounts::SkillCounts(const engine::Units& units, const std::vector<std::pair<engine::UnitIndex, Count>>& own,
                         const engine::SuppressRule& rule) :
    units_(&units),
    rule_(rule), below_(units.size() + 1) {
    std::vector<engine::OwnAudience> audiences;
    auto next = own.begin();
    for (engine::UnitIndex unit = 0; unit < units.size(); ++unit) {
        below_[unit + 1] = below_[unit];
        if (next == own.end() || next->first != unit) continue;
        below_[unit + 1] += next->second;
        audiences.push_back({unit, next->second.audience()});
        ++next;
    }
    column_ = engine::column_of(units, audiences);
    engine::suppress(column_.tree, rule);
}

Count SkillCounts::of(const Piece& piece) const {
    Count sum = below_[piece.own ? piece.unit + 1 : units_->end_of(piece.unit)];
    const Count& before = below_[piece.unit];
    sum.people -= before.people;
    sum.able -= before.able;
    sum.uncertain -= before.uncertain;
    sum.below -= before.below;
    sum.level_units -= before.level_units;
    return sum;
}

std::size_t SkillCounts::place_of(const Piece& piece) const {
    const bool alone = units_->end_of(piece.unit) == piece.unit + 1;
    const std::uint32_t number = (piece.own && !alone ? 2 : 1) + 2 * piece.unit;
    const auto at = std::lower_bound(column_.node.begin(), column_.node.end(), number);
    return at != column_.node.end() && *at == number ? static_cast<std::size_t>(at - column_.node.begin())
                                                     : column_.node.size();
}

bool SkillCounts::tells(const Piece& piece) const {
    const std::size_t at = place_of(piece);
    return at == column_.node.size() || column_.tree[at].shown; // nobody is in a piece that has no node
}

bool SkillCounts::tells(const insights::Fence& fence) const {
    if (fence.whole) return column_.tree.front().shown;
    return std::all_of(fence.tops.begin(), fence.tops.end(), [&](engine::UnitIndex top) {
        return tells(Piece{top, false});
    });
}

std::vector<bool> SkillCounts::tells(std::span<const std::uint32_t> group_of, std::uint32_t groups) const {
    std::map<std::uint32_t, std::map<std::uint32_t, engine::Audience>> parts; // by the node told above them, by group
    std::vector<engine::Audience> whole(groups);
    for (engine::UnitIndex unit = 0; unit < units_->size(); ++unit) {
        if (group_of[unit] == no_group) continue;
        const engine::Audience own = of({unit, true}).audience();
        if (own.people == 0) continue;
        auto node = static_cast<std::uint32_t>(place_of({unit, true}));
        while (node != engine::no_index && !column_.tree[node].shown) node = column_.tree[node].parent;
        parts[node][group_of[unit]] += own;
        whole[group_of[unit]] += own;
    }
    std::vector<bool> tells;
    for (const engine::Audience& audience : whole) tells.push_back(engine::safe(audience, rule_));
    for (const auto& [node, by_group] : parts) {
        const bool few = std::any_of(by_group.begin(), by_group.end(),
                                     [&](const auto& part) { return !engine::safe(part.second, rule_); });
        if (!few) continue;
        for (const auto& [group, part] : by_group) tells[group] = false;
    }
    return tells;
}

std::vector<engine::SkillIndex> Counts::skills() const {
    std::vector<engine::SkillIndex> skills;
    for (const auto& [skill, units] : known_) skills.push_back(skill);
    return skills;
}

SkillCounts Counts::of(engine::SkillIndex skill, const engine::SuppressRule& rule) const {
    const auto known = known_.find(skill);
    std::vector<std::pair<engine::UnitIndex, Count>> own;
    for (engine::UnitIndex unit = 0; unit < heads_.size(); ++unit) {
        if (heads_[unit] == 0) continue;
        Count count;
        if (known != known_.end())
            if (const auto at = known->second.find(unit); at != known->second.end()) count = at->second;
        count.people = heads_[unit];
        own.emplace_back(unit, count);
    }
    return {*units_, own, rule};
}

Counts counts_of(const insights::Workforce& workforce) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    std::vector<engine::Level> level;
    for (const insights::SkillName& skill : workforce.names().skills) level.push_back(able_level(skill));
    Counts counts{snapshot.units()};
    for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
        const engine::Block& block = snapshot.block(b);
        for (std::size_t row = 0; row < block.people(); ++row) {
            counts.add_person(block.unit);
            for (std::uint32_t h = block.held_at[row]; h < block.held_at[row + 1]; ++h) {
                const std::uint16_t word = block.held_word[h];
                counts.add_level(block.unit, block.held_skill[h], engine::state_of(word, level[block.held_skill[h]]),
                                 engine::held::level(word));
            }
        }
    }
    return counts;
}

} // namespace kunna::analytics
