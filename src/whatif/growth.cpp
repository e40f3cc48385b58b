// Growth.
#include "whatif/growth.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::whatif {

namespace {

engine::Sums scaled(const engine::Sums& sums, double share) {
    const auto part = [&](std::int64_t of) {
        return static_cast<std::int64_t>(std::llround(share * static_cast<double>(of)));
    };
    engine::Sums made;
    if (share >= 0) {
        made.rows = made.unknown = part(sums.rows);
        made.fte_required = part(sums.fte_required);
        return made;
    }
    made.met = part(sums.met);
    made.uncertain = part(sums.uncertain);
    made.below = part(sums.below);
    made.unknown = part(sums.unknown);
    made.rows = made.met + made.uncertain + made.below + made.unknown;
    made.gap = part(sums.gap);
    made.weighted_gap = part(sums.weighted_gap);
    made.weighted_required = part(sums.weighted_required);
    made.fte_met = part(sums.fte_met);
    made.fte_required = part(sums.fte_required);
    return made;
}

} // namespace

RoleShares::RoleShares(const engine::Snapshot& snapshot, engine::RoleIndex role, double share) : share_(share) {
    for (const engine::Requirement& need : snapshot.role(role).requirements()) skills_.push_back(need.skill);
    std::vector<engine::GapRow> rows;
    for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
        const engine::Block& block = snapshot.block(b);
        const auto group = std::lower_bound(block.group.begin(), block.group.end(), role,
                                            [](const auto& g, engine::RoleIndex r) { return g.role < r; });
        if (group == block.group.end() || group->role != role || group->count == 0) continue;
        if (own_.empty() || own_.back().unit != block.unit)
            own_.push_back({block.unit, 0, std::vector<engine::Sums>(skills_.size())});
        Own& own = own_.back();
        own.people += group->count;
        for (std::uint32_t i = group->first; i < group->first + group->count; ++i) {
            rows.clear();
            engine::append_rows(snapshot, block.person[block.holding[i]], rows);
            std::size_t slot = 0; // rows of a role come by skill, as its slots do
            for (const engine::GapRow& row : rows)
                if (row.role == role) own.slots[slot++].add(row);
        }
    }
}

template <class Each>
void RoleShares::within(engine::UnitIndex from, engine::UnitIndex to, const Each& each) const {
    auto at = std::lower_bound(own_.begin(), own_.end(), from,
                               [](const Own& own, engine::UnitIndex unit) { return own.unit < unit; });
    for (; at != own_.end() && at->unit < to; ++at) each(*at);
}

std::vector<RoleShares::Added> RoleShares::added(engine::UnitIndex from, engine::UnitIndex to) const {
    std::int64_t people = 0;
    std::vector<engine::Sums> slots(skills_.size());
    within(from, to, [&](const Own& own) {
        people += own.people;
        for (std::size_t s = 0; s < slots.size(); ++s) slots[s] += own.slots[s];
    });
    std::vector<Added> made;
    if (people == 0) return made;
    const auto come = std::llround(share_ * static_cast<double>(people));
    for (std::size_t s = 0; s < slots.size(); ++s) made.push_back({skills_[s], {come, scaled(slots[s], share_)}});
    return made;
}

std::int64_t RoleShares::people(engine::UnitIndex from, engine::UnitIndex to) const {
    std::int64_t people = 0;
    within(from, to, [&](const Own& own) { people += own.people; });
    return std::llround(share_ * static_cast<double>(people));
}

} // namespace kunna::whatif
