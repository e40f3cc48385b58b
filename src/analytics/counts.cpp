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

Places::Places(const insights::Directory& names) {
    std::map<std::string, std::uint32_t> number;
    for (const insights::UnitName& unit : names.units) number.emplace(unit.located, 0);
    for (auto& [place, n] : number) {
        n = static_cast<std::uint32_t>(name.size());
        name.push_back(place);
    }
    for (const insights::UnitName& unit : names.units) of.push_back(number.at(unit.located));
}

SkillCounts::SkillCounts(const engine::Units& units, const Places& places,
                         const std::vector<std::pair<engine::UnitIndex, Count>>& own,
                         const engine::SuppressRule& rule) :
    units_(&units),
    tree_(1), part_(places.name.size()), below_(units.size() + 1) {
    std::vector<std::vector<engine::OwnAudience>> audiences(part_.size());
    auto next = own.begin();
    for (engine::UnitIndex unit = 0; unit < units.size(); ++unit) {
        below_[unit + 1] = below_[unit];
        if (next == own.end() || next->first != unit) continue;
        below_[unit + 1] += next->second;
        audiences[places.of[unit]].push_back({unit, next->second.audience()});
        ++next;
    }
    for (std::size_t place = 0; place < part_.size(); ++place) {
        engine::Column column = engine::column_of(units, audiences[place]);
        const auto first = static_cast<std::uint32_t>(tree_.size());
        part_[place] = {first, std::move(column.node)};
        for (engine::SuppressNode& node : column.tree) {
            node.parent = node.parent == engine::no_index ? 0 : node.parent + first;
            tree_.push_back(node);
        }
        tree_[0].audience += column.tree.front().audience;
    }
    tree_[0].size = static_cast<std::uint32_t>(tree_.size());
    engine::suppress(tree_, rule);
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

bool SkillCounts::tells(const Piece& piece) const {
    const bool alone = units_->end_of(piece.unit) == piece.unit + 1;
    const std::uint32_t number = (piece.own && !alone ? 2 : 1) + 2 * piece.unit;
    return std::all_of(part_.begin(), part_.end(), [&](const Part& part) {
        const auto at = std::lower_bound(part.node.begin(), part.node.end(), number);
        if (at == part.node.end() || *at != number) return true; // nobody of it is there
        return tree_[part.first + static_cast<std::size_t>(at - part.node.begin())].shown;
    });
}

bool SkillCounts::tells(const insights::Fence& fence) const {
    if (fence.whole) return tree_.front().shown;
    return std::all_of(fence.tops.begin(), fence.tops.end(), [&](engine::UnitIndex top) {
        return tells(Piece{top, false});
    });
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
    return {*units_, places_, own, rule};
}

Counts counts_of(const insights::Workforce& workforce) {
    const engine::Snapshot& snapshot = workforce.snapshot();
    std::vector<engine::Level> level;
    for (const insights::SkillName& skill : workforce.names().skills) level.push_back(able_level(skill));
    Counts counts{snapshot.units(), Places{workforce.names()}};
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
