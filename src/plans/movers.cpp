// Movers.
#include "plans/movers.hpp"

#include "plans/planned_for.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace kunna::plans {

namespace {

constexpr std::size_t most_looked_at = 2 * most_coming; // of a need; their ways are searched for one by one

class Search {
public:
    Search(const reskilling::Fits& fits, const std::vector<AskedNeed>& needs, const Gaps& gaps, const Frame& frame) :
        fits_(fits), needs_(needs), gaps_(gaps), hour_cost_(*frame.reskill_hour_cost) {
        for (std::uint32_t n = 0; n < needs.size(); ++n)
            if (needs[n].headcount && needs[n].of.role && gaps.open[n] > 0) asked_.push_back(n);
        std::stable_sort(asked_.begin(), asked_.end(),
                         [&](auto a, auto b) { return needs[a].weight > needs[b].weight; });
        std::set<engine::RoleIndex> roles;
        for (const std::uint32_t n : asked_) roles.insert(*needs[n].of.role);
        roles_.assign(roles.begin(), roles.end());
        near_ = fits.who_bring(roles_, who_may(frame));
    }

    std::vector<Mover> movers() {
        for (const std::uint32_t n : asked_) look(n);
        return std::move(found_);
    }

private:
    [[nodiscard]] std::vector<engine::PersonIndex> who_may(const Frame& frame) const {
        const engine::Snapshot& snapshot = fits_.workforce().snapshot();
        const PlannedFor planned{fits_.workforce(), frame};
        std::vector<engine::PersonIndex> all;
        for (std::size_t b = 0; b < snapshot.block_count(); ++b) {
            const engine::Block& block = snapshot.block(b);
            if (!planned.unit(block.unit)) continue;
            for (std::size_t row = 0; row < block.people(); ++row)
                if (block.leaving[row] == 0 && planned.person(block.person[row])) all.push_back(block.person[row]);
        }
        return all;
    }

    void look(std::uint32_t n) {
        const AskedNeed& need = needs_[n];
        const auto at = std::lower_bound(roles_.begin(), roles_.end(), *need.of.role) - roles_.begin();
        const std::vector<engine::PersonIndex>& near = near_[static_cast<std::size_t>(at)];
        if (static_cast<std::int64_t>(near.size()) < fits_.workforce().suppress_rule().fewest) return;
        struct Priced {
            engine::PersonIndex person;
            Mover mover;
            [[nodiscard]] double price() const { return static_cast<double>(mover.cost) / mover.chance; }
        };
        std::vector<Priced> ways;
        for (std::size_t i = 0; i < std::min(near.size(), most_looked_at); ++i) {
            if (taken_.contains(near[i])) continue;
            const auto way = fits_.way(near[i], *need.of.role, {need.skill, need.level});
            if (!way) continue;
            const auto chance = static_cast<std::uint8_t>(std::lround(way->chance * percent));
            if (chance > 0)
                ways.push_back(
                    {near[i], {n, way->cost + std::llround(way->hours * static_cast<double>(hour_cost_)), chance}});
        }
        std::stable_sort(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.price() < b.price(); });
        for (std::size_t i = 0; i < std::min(ways.size(), gaps_.farthest[n].size()); ++i) {
            taken_.insert(ways[i].person);
            found_.push_back(ways[i].mover);
        }
    }

    const reskilling::Fits& fits_;
    const std::vector<AskedNeed>& needs_;
    const Gaps& gaps_;
    std::int64_t hour_cost_;
    std::vector<std::uint32_t> asked_; // the weightiest first
    std::vector<engine::RoleIndex> roles_;
    std::vector<std::vector<engine::PersonIndex>> near_; // by role of those
    std::set<engine::PersonIndex> taken_;
    std::vector<Mover> found_;
};

} // namespace

std::vector<Mover> movers_of(const reskilling::Fits& fits, const std::vector<AskedNeed>& needs, const Gaps& gaps,
                             const Frame& frame) {
    return Search{fits, needs, gaps, frame}.movers();
}

} // namespace kunna::plans
