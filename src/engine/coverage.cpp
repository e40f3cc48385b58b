// Bus factor and priority.
#include "engine/coverage.hpp"

#include <algorithm>

namespace kunna::engine {

std::int64_t bus_factor(const Snapshot& snapshot, SkillIndex skill, Level required, UnitIndex from, UnitIndex to) {
    const std::uint16_t enough = held::word(required, true);
    std::int64_t people = 0;
    const auto range = snapshot.block_range(from, to);
    for (std::size_t b = range.begin; b < range.end; ++b) {
        const Block& block = snapshot.block(b);
        for (std::size_t row = 0; row < block.people(); ++row) {
            if (block.leaving[row] != 0) continue;
            const auto begin = block.held_skill.begin() + block.held_at[row];
            const auto end = block.held_skill.begin() + block.held_at[row + 1];
            const auto at = std::lower_bound(begin, end, skill);
            if (at == end || *at != skill) continue;
            people += block.held_word[static_cast<std::size_t>(at - block.held_skill.begin())] >= enough;
        }
    }
    return people;
}

std::int64_t bus_factor(const Snapshot& snapshot, SkillIndex skill, Level required) {
    return bus_factor(snapshot, skill, required, 0, snapshot.units().size());
}

double urgency(double months_left) {
    return std::min(4.0, 12 / std::max(3.0, months_left));
}

double effort(double hours) {
    return std::max(1.0, hours) / 40;
}

double hours_to_close(std::int64_t gap_units, double hours_per_level) {
    return static_cast<double>(gap_units) / Level::units_per_step * hours_per_level;
}

Priority priority(Criticality criticality, double coverage, double months_left, double hours) {
    Priority of{criticality, coverage, urgency(months_left), effort(hours), 0};
    of.value = criticality.value() * (1 - coverage) * of.urgency / of.effort;
    return of;
}

} // namespace kunna::engine
