// Needs: one pass over the people, block by block.
#include "engine/need.hpp"

#include "base/fork_join.hpp"

#include <algorithm>
#include <numeric>

namespace kunna::engine {

namespace {

// What one thread has seen of one need.
struct NeedTally {
    NeedStanding seen{};
    std::vector<std::uint16_t> gaps{}; // level units, of those below
};

void count(const Block& block, std::size_t row, const Need& need, NeedTally& tally) {
    NeedStanding& seen = tally.seen;
    if (need.of.role) {
        const auto roles = block.roles_of(row);
        if (!std::binary_search(roles.begin(), roles.end(), *need.of.role)) {
            ++seen.others;
            return;
        }
    }
    ++seen.people;
    seen.fte += block.fte[row];
    const std::uint16_t word = block.word_of(row, need.skill);
    switch (state_of(word, need.level)) {
    case State::met:
        ++seen.qualified;
        seen.fte_qualified += block.fte[row];
        return;
    case State::uncertain:
        ++seen.uncertain;
        return;
    case State::unknown:
        ++seen.unknown;
        return;
    case State::gap: {
        const Level gap = gap_of(word, need.level);
        ++seen.below;
        seen.near += gap.units <= Level::units_per_step;
        tally.gaps.push_back(gap.units);
    }
    }
}

void add(NeedStanding& into, const NeedStanding& from) {
    into.people += from.people;
    into.others += from.others;
    into.fte += from.fte;
    into.qualified += from.qualified;
    into.fte_qualified += from.fte_qualified;
    into.uncertain += from.uncertain;
    into.below += from.below;
    into.unknown += from.unknown;
    into.near += from.near;
}

// Fills what is lacking with the nearest.
void fill(const Need& need, std::vector<std::uint16_t>& gaps, NeedStanding& standing) {
    constexpr std::int64_t whole = 1000;
    const std::int64_t lacking_fte = std::max<std::int64_t>(0, need.headcount * whole - standing.fte_qualified);
    std::int64_t lacking = (lacking_fte + whole - 1) / whole;
    lacking -= std::min(lacking, standing.uncertain);
    const auto nearest =
        static_cast<std::size_t>(std::min<std::int64_t>(lacking, static_cast<std::int64_t>(gaps.size())));
    if (nearest < gaps.size())
        std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(nearest), gaps.end());
    standing.gap_units =
        std::accumulate(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(nearest), std::int64_t{0});
    standing.from_outside = lacking - static_cast<std::int64_t>(nearest);
    standing.gap_units += standing.from_outside * need.level.units;
}

} // namespace

bool NeedGroup::reaches(const Units& units, UnitIndex unit) const {
    return tops.empty() || std::any_of(tops.begin(), tops.end(),
                                       [&](UnitIndex top) { return top <= unit && unit < units.end_of(top); });
}

double NeedStanding::coverage(std::int64_t headcount) const {
    constexpr double whole = 1000;
    return std::min(1.0, static_cast<double>(fte_qualified) / (static_cast<double>(headcount) * whole));
}

std::vector<NeedStanding> standings(const Snapshot& snapshot, std::span<const Need> needs, int threads) {
    constexpr std::size_t piece = 16; // blocks
    std::vector<std::vector<NeedTally>> tallies(static_cast<std::size_t>(std::max(threads, 1)),
                                                std::vector<NeedTally>(needs.size()));
    fork_join(snapshot.block_count(), piece, threads, [&](std::size_t begin, std::size_t end, int thread) {
        auto& mine = tallies[static_cast<std::size_t>(thread)];
        for (std::size_t b = begin; b < end; ++b) {
            const Block& block = snapshot.block(b);
            for (std::size_t n = 0; n < needs.size(); ++n) {
                if (!needs[n].of.reaches(snapshot.units(), block.unit)) continue;
                for (std::size_t row = 0; row < block.people(); ++row) count(block, row, needs[n], mine[n]);
            }
        }
    });
    std::vector<NeedStanding> all(needs.size());
    for (std::size_t n = 0; n < needs.size(); ++n) {
        std::vector<std::uint16_t> gaps;
        for (auto& mine : tallies) {
            add(all[n], mine[n].seen);
            gaps.insert(gaps.end(), mine[n].gaps.begin(), mine[n].gaps.end());
        }
        fill(needs[n], gaps, all[n]);
    }
    return all;
}

} // namespace kunna::engine
