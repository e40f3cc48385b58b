// Simulate.
#include "engine/simulate.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kunna::engine {

// splitmix64: quick, and the same on every machine.
class Simulator::Draws {
public:
    // The seed is scattered first: runs with seeds beside each other must not draw the same numbers one step apart.
    explicit Draws(std::uint64_t seed) : state_(scattered(seed + 0x9E3779B97F4A7C15ULL)) {}

    double unit() { return static_cast<double>(scattered(state_ += 0x9E3779B97F4A7C15ULL) >> 11U) * 0x1p-53; }
    bool happens(double chance) { return chance > 0 && unit() < chance; }
    double normal() {
        const double radius = std::sqrt(-2 * std::log(1 - unit()));
        return radius * std::cos(2 * std::numbers::pi * unit());
    }
    // By waiting times.
    int poisson(double mean) {
        int count = 0;
        for (double left = mean + std::log(1 - unit()); left > 0; left += std::log(1 - unit())) ++count;
        return count;
    }

private:
    static std::uint64_t scattered(std::uint64_t z) {
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
};

Simulator::Simulator(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, const Assumptions& assumed) :
    snapshot_(snapshot), assumed_(assumed) {
    std::map<std::pair<RoleIndex, UnitIndex>, Group> groups;
    for (PersonIndex p = 0; p < snapshot.person_end(); ++p) {
        if (!snapshot.present(p)) continue;
        for (const RoleIndex r : snapshot.roles_of(p)) {
            Group& group = groups[{r, snapshot.unit_of(p)}];
            Holder holder{.tenure = tenure[p]};
            for (const Requirement& need : snapshot.role(r).requirements()) {
                const auto held = snapshot.held(p, need.skill);
                holder.level.push_back(held ? held->level.units / Level::units_per_step : state_unknown);
            }
            group.holders.push_back(std::move(holder));
        }
    }
    std::size_t number = 0;
    for (auto& [place, group] : groups) {
        group.role = place.first;
        group.unit = place.second;
        group.shape = assumed.shape_of[number++];
        groups_.push_back(std::move(group));
    }
    for (const AddedGroup& added : assumed.added) groups_.push_back({added.role, added.unit, added.shape, true, {}});
    for (const DemandPath& shape : assumed.shapes) {
        double least = 1;
        for (int t = 0; t <= assumed.months && t < shape.ends; ++t)
            least = std::min(least, std::max(0.0, shape.demand[static_cast<std::size_t>(t)]));
        keeps_.push_back(least);
    }
}

void Simulator::renew(const Group& group, Draws& draws, Holder& holder) const {
    holder.tenure = 0;
    const auto& needs = snapshot_.role(group.role).requirements();
    holder.level.resize(needs.size());
    for (std::size_t slot = 0; slot < needs.size(); ++slot) {
        const int required = needs[slot].required.units / Level::units_per_step;
        holder.level[slot] = draws.happens(assumed_.ready) ? required : std::max(0, required - 1);
    }
}

void Simulator::age(const Group& group, Draws& draws, Holder& holder, int month) const {
    ++holder.tenure;
    const auto& needs = snapshot_.role(group.role).requirements();
    for (std::size_t slot = 0; slot < needs.size(); ++slot) {
        int& level = holder.level[slot];
        if (level == state_unknown) continue;
        const auto kind = static_cast<std::size_t>(snapshot_.skills()[needs[slot].skill].kind);
        if (level > 0 && draws.happens(assumed_.decay[kind]))
            --level;
        else if (month > assumed_.training_from && level < needs[slot].required.units / Level::units_per_step &&
                 draws.happens(assumed_.training))
            ++level;
    }
}

void Simulator::run_group(const Group& group, Draws& draws, double hazard_factor, double demand_shock,
                          const std::function<void(const Drawn&)>& take) const {
    const RoleFlow& flow = assumed_.roles[group.role];
    const DemandPath& shape = assumed_.shapes[group.shape];
    const auto& needs = snapshot_.role(group.role).requirements();
    const double base = group.added ? 1 : static_cast<double>(group.holders.size());
    const double refill = flow.refill * (group.added ? 1 : keeps_[group.shape]);
    std::vector<Holder> holders = group.holders;
    std::vector<Drawn> drawn;
    for (int month = 0; month <= assumed_.months; ++month) {
        const bool there = month < shape.ends;
        const double posts = there ? base * shape.demand[static_cast<std::size_t>(month)] : 0;
        if (!there) holders.clear();
        if (month > 0 && there) {
            for (std::size_t i = 0; i < holders.size();) {
                Holder& holder = holders[i];
                const double hazard =
                    std::min(1.0, flow.hazard * hazard_factor * (holder.tenure < 12 ? flow.first_year : 1));
                if (!draws.happens(hazard) && !draws.happens(flow.others)) {
                    age(group, draws, holder, month);
                    ++i;
                } else if (draws.happens(refill)) {
                    renew(group, draws, holder);
                    ++i;
                } else {
                    std::swap(holder, holders.back());
                    holders.pop_back();
                }
            }
            const double more = base * (shape.demand[static_cast<std::size_t>(month)] - shape.filled_before(month));
            for (int n = more > 0 ? draws.poisson(more * refill) : 0; n > 0; --n) {
                holders.emplace_back();
                renew(group, draws, holders.back());
            }
        }
        for (std::size_t slot = 0; slot < needs.size(); ++slot) {
            Drawn one{group.role, group.unit, needs[slot].skill, month};
            for (const Holder& holder : holders) {
                one.unknown += holder.level[slot] == state_unknown;
                one.able += holder.level[slot] != state_unknown &&
                            holder.level[slot] >= needs[slot].required.units / Level::units_per_step;
            }
            one.demand = std::max(0.0, posts * (1 + demand_shock * month / 12));
            drawn.push_back(one);
        }
    }
    for (std::size_t slot = 0; slot < needs.size(); ++slot)
        for (std::size_t i = slot; i < drawn.size(); i += needs.size()) take(drawn[i]);
}

void Simulator::run(std::uint64_t seed, const std::function<void(const Drawn&)>& take) const {
    Draws draws{seed};
    const double spread = assumed_.attrition_spread;
    const double hazard_factor = std::exp(spread * draws.normal() - spread * spread / 2);
    const double demand_shock = assumed_.demand_spread * draws.normal();
    for (const Group& group : groups_) run_group(group, draws, hazard_factor, demand_shock, take);
}

} // namespace kunna::engine
