// Supply.
#include "engine/supply.hpp"

namespace kunna::engine {

namespace {

// What makes a holder and an expert of a skill, as held words; nobody reaches the ones of a skill without a bar.
struct Enough {
    std::uint16_t holder = 0xFFFF;
    std::uint16_t expert = 0xFFFF;
};

std::vector<Enough> enough_of(const Snapshot& snapshot, std::span<const Bar> bars) {
    std::vector<Enough> enough(bars.size());
    for (std::size_t s = 0; s < bars.size(); ++s) {
        if (!bars[s].required) continue;
        const Level high = Level::of_step(std::min<int>(expert_step, snapshot.skills()[s].highest_step));
        enough[s].holder = held::word(bars[s].level, true);
        enough[s].expert = held::word(std::max(bars[s].level, high), true);
    }
    return enough;
}

void count_held(const Block& block, std::size_t row, const std::vector<Enough>& enough, std::vector<Supply>& into) {
    for (std::size_t at = block.held_at[row]; at < block.held_at[row + 1]; ++at) {
        const SkillIndex skill = block.held_skill[at];
        const std::uint16_t word = block.held_word[at];
        if (word >= enough[skill].expert) ++into[skill].experts;
        if (word < enough[skill].holder || block.leaving[row] != 0) continue;
        ++into[skill].holders;
        into[skill].holder = block.person[row];
    }
}

} // namespace

std::vector<Bar> bars(const Snapshot& snapshot, std::span<const UnitIndex> tops) {
    std::vector<bool> seen(snapshot.role_count(), false);
    std::vector<Bar> bars(snapshot.skills().size());
    for (const UnitIndex top : tops) {
        const auto range = snapshot.block_range(top, snapshot.units().end_of(top));
        for (std::size_t b = range.begin; b < range.end; ++b) {
            for (const Block::Group& group : snapshot.block(b).group) {
                if (seen[group.role] || group.count == 0) continue;
                seen[group.role] = true;
                for (const Requirement& need : snapshot.role(group.role).requirements()) {
                    bars[need.skill].level = std::max(bars[need.skill].level, need.required);
                    bars[need.skill].required = true;
                }
            }
        }
    }
    return bars;
}

std::vector<Supply> supply(const Snapshot& snapshot, std::span<const UnitIndex> tops, std::span<const Bar> bars) {
    const auto enough = enough_of(snapshot, bars);
    std::vector<Supply> supplies(snapshot.skills().size());
    std::vector<PersonIndex> last(snapshot.skills().size(),
                                  no_index); // a person's rows come together: counts each once
    std::vector<GapRow> rows;
    for (const UnitIndex top : tops) {
        const auto range = snapshot.block_range(top, snapshot.units().end_of(top));
        for (std::size_t b = range.begin; b < range.end; ++b) {
            const Block& block = snapshot.block(b);
            for (std::size_t row = 0; row < block.people(); ++row) {
                rows.clear();
                append_rows(snapshot, block.person[row], rows);
                for (const GapRow& need : rows) {
                    Supply& of = supplies[need.skill];
                    of.sums.add(need);
                    of.people += last[need.skill] != need.person;
                    last[need.skill] = need.person;
                }
                count_held(block, row, enough, supplies);
            }
        }
    }
    return supplies;
}

} // namespace kunna::engine
