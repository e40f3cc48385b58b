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
    below_(units.size() + 1) {
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

std::uint32_t SkillCounts::number_of(const Piece& piece) const {
    const bool alone = units_->end_of(piece.unit) == piece.unit + 1;
    return (piece.own && !alone ? 2 : 1) + 2 * piece.unit;
}

bool SkillCounts::tells(const Piece& piece) const {
    const auto at = std::lower_bound(column_.node.begin(), column_.node.end(), number_of(piece));
    // Nobody is in a piece that has no node.
    if (at == column_.node.end() || *at != number_of(piece)) return true;
    return column_.tree[static_cast<std::size_t>(at - column_.node.begin())].shown;
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
