// Simulate.
#include "engine/simulate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace kunna::engine {

// splitmix64: quick, and the same on every machine.
class Simulator::Draws {
public:
    // The seed is scattered first: runs with seeds beside each other must not draw the same numbers one step apart.
    explicit Draws(std::uint64_t seed) : state_(scattered(seed + 0x9E3779B97F4A7C15ULL)) {}

    std::uint64_t next() { return scattered(state_ += 0x9E3779B97F4A7C15ULL); }
    double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
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

Simulator::Simulator(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, const Assumptions& assumed,
                     std::span<const std::uint8_t> age) :
    snapshot_(snapshot),
    assumed_(assumed) {
    std::map<std::pair<RoleIndex, UnitIndex>, std::vector<PersonIndex>> people;
    for (PersonIndex p = 0; p < snapshot.person_end(); ++p)
        if (snapshot.present(p))
            for (const RoleIndex r : snapshot.roles_of(p)) people[{r, snapshot.unit_of(p)}].push_back(p);
    for (const auto& [place, here] : people) {
        const std::size_t first = holders_.size();
        for (const PersonIndex p : here) {
            holders_.push_back({tenure[p], age.empty() ? 0U : assumed.cohort_of[age[p]], levels_.size()});
            for (const Requirement& need : snapshot.role(place.first).requirements()) {
                const auto held = snapshot.held(p, need.skill);
                levels_.push_back(
                    static_cast<std::int8_t>(held ? held->level.units / Level::units_per_step : state_unknown));
            }
        }
        groups_.push_back({place.first, place.second, assumed.shape_of[groups_.size()], false, first, holders_.size()});
    }
    for (const AddedGroup& added : assumed_.added) groups_.push_back({added.role, added.unit, added.shape, true, 0, 0});
    for (const DemandPath& shape : assumed_.shapes) {
        double least = 1;
        for (int t = 0; t <= assumed_.months && t < shape.ends; ++t)
            least = std::min(least, std::max(0.0, shape.demand[static_cast<std::size_t>(t)]));
        keeps_.push_back(least);
    }
}

// One future of everybody.
class Simulator::Run {
public:
    Run(const Simulator& of, std::uint64_t seed) : of_(of), assumed_(of.assumed_), draws_(seed) {
        const double spread = assumed_.attrition_spread;
        hazard_factor_ = std::exp(spread * draws_.normal() - spread * spread / 2);
        demand_shock_ = assumed_.demand_spread * draws_.normal();
        ready_ = chance(assumed_.ready);
    }

    void live(const Group& group);
    void tell(const Group& group, const std::function<void(const Drawn&)>& take) const;

private:
    // A draw is below it as often as it happens.
    static std::uint64_t chance(double of) {
        return of >= 1 ? ~std::uint64_t{0} : static_cast<std::uint64_t>(std::ldexp(std::max(0.0, of), 64));
    }
    // Months in which the same person holds a post.
    struct Stint {
        int from = 0;
        int to = 0; // the month after the last
        bool anew = false;
    };
    // By requirement.
    struct Skill {
        int required = 0; // step
        std::uint64_t lost = 0;
        std::uint64_t lost_or_gained = 0; // of those below what is required
        std::uint64_t gained = 0;         // of those who have nothing to lose
    };

    void prepare(const Group& group);
    void live_post(int from, const Holder* holder);
    void draw_holders(int from, const Holder* holder);
    void draw_levels(std::size_t slot, int level);
    void draw_stint(const Skill& skill, const Stint& stint, int level, int* able);

    const Simulator& of_;
    const Assumptions& assumed_;
    Draws draws_;
    double hazard_factor_ = 1;
    double demand_shock_ = 0;
    std::uint64_t ready_ = 0;
    // Of the group.
    int end_ = 0; // the month after the last in which there are posts
    std::uint64_t refilled_ = 0;
    std::uint64_t leaves_[2][2]{}; // age known or not × after the first year or in it
    std::vector<Skill> skills_;
    std::vector<int> able_; // by requirement, month
    std::vector<int> unknown_;
    std::vector<Stint> stints_; // of one post
};

void Simulator::Run::prepare(const Group& group) {
    const RoleFlow& flow = assumed_.roles[group.role];
    end_ = std::min(assumed_.months + 1, assumed_.shapes[group.shape].ends);
    refilled_ = chance(flow.refill * (group.added ? 1 : of_.keeps_[group.shape]));
    for (const bool known : {false, true})
        for (const bool first_year : {false, true}) {
            const double hazard = std::min(1.0, flow.hazard * hazard_factor_ * (first_year ? flow.first_year : 1));
            leaves_[known][first_year] = chance(1 - (1 - hazard) * (1 - (known ? flow.moves : flow.others)));
        }
    skills_.clear();
    for (const Requirement& need : of_.snapshot_.role(group.role).requirements()) {
        const double decay = assumed_.decay[static_cast<std::size_t>(of_.snapshot_.skills()[need.skill].kind)];
        skills_.push_back({need.required.units / Level::units_per_step, chance(decay),
                           chance(decay + (1 - decay) * assumed_.training), chance(assumed_.training)});
    }
    able_.assign(skills_.size() * static_cast<std::size_t>(assumed_.months + 1), 0);
    unknown_ = able_;
}

void Simulator::Run::draw_holders(int from, const Holder* holder) {
    int tenure = holder == nullptr ? 0 : holder->tenure;
    std::size_t cohort = holder == nullptr ? 0 : holder->cohort;
    stints_.clear();
    for (int month = from;; tenure = 0, cohort = 0) {
        Stint stint{month++, end_, holder == nullptr || !stints_.empty()};
        for (; month < end_; ++month, ++tenure) {
            if (draws_.next() < leaves_[cohort > 0][tenure < 12]) break;
            if (cohort == 0) continue;
            if (const double retires = assumed_.retires(cohort, month); retires > 0 && draws_.next() < chance(retires))
                break;
        }
        stint.to = month;
        stints_.push_back(stint);
        if (month >= end_ || draws_.next() >= refilled_) return;
    }
}

// One draw a month: below `lost` a step is lost, else below what is added to it by training one is gained.
void Simulator::Run::draw_stint(const Skill& skill, const Stint& stint, int level, int* able) {
    int month = stint.from;
    able[month] += static_cast<int>(level >= skill.required);
    for (++month; month < stint.to;) {
        const bool is_able = level >= skill.required;
        const std::uint64_t lost = level > 0 ? skill.lost : 0;
        const std::uint64_t gained = is_able ? 0 : level > 0 ? skill.lost_or_gained : skill.gained;
        for (; month < stint.to; ++month) {
            const std::uint64_t drawn = draws_.next();
            if (drawn < lost) {
                --level;
                break;
            }
            if (drawn < gained && month > assumed_.training_from) {
                ++level;
                break;
            }
            able[month] += static_cast<int>(is_able);
        }
        if (month < stint.to) able[month++] += static_cast<int>(level >= skill.required);
    }
}

void Simulator::Run::draw_levels(std::size_t slot, int level) {
    const Skill& skill = skills_[slot];
    const std::size_t row = slot * static_cast<std::size_t>(assumed_.months + 1);
    for (const Stint& stint : stints_) {
        if (stint.anew) level = draws_.next() < ready_ ? skill.required : std::max(0, skill.required - 1);
        if (level != state_unknown)
            draw_stint(skill, stint, level, able_.data() + row);
        else
            for (int month = stint.from; month < stint.to; ++month) ++unknown_[row + static_cast<std::size_t>(month)];
    }
}

// A post from the month on; without a holder, somebody new comes in it.
void Simulator::Run::live_post(int from, const Holder* holder) {
    draw_holders(from, holder);
    for (std::size_t slot = 0; slot < skills_.size(); ++slot)
        draw_levels(slot, holder == nullptr ? 0 : of_.levels_[holder->levels + slot]);
}

void Simulator::Run::live(const Group& group) {
    prepare(group);
    for (std::size_t h = group.first; h < group.end; ++h) live_post(0, &of_.holders_[h]);
    const DemandPath& shape = assumed_.shapes[group.shape];
    const double base = group.added ? 1 : static_cast<double>(group.end - group.first);
    const double refill = assumed_.roles[group.role].refill * (group.added ? 1 : of_.keeps_[group.shape]);
    for (int month = 1; month < end_; ++month) {
        const double more = base * (shape.demand[static_cast<std::size_t>(month)] - shape.filled_before(month));
        for (int n = more > 0 ? draws_.poisson(more * refill) : 0; n > 0; --n) live_post(month, nullptr);
    }
}

void Simulator::Run::tell(const Group& group, const std::function<void(const Drawn&)>& take) const {
    const DemandPath& shape = assumed_.shapes[group.shape];
    const double base = group.added ? 1 : static_cast<double>(group.end - group.first);
    const auto& needs = of_.snapshot_.role(group.role).requirements();
    std::size_t at = 0;
    for (const Requirement& need : needs)
        for (int month = 0; month <= assumed_.months; ++month, ++at) {
            Drawn one{group.role, group.unit, need.skill, month, able_[at], unknown_[at], 0};
            if (month < end_)
                one.demand = std::max(0.0, base * shape.demand[static_cast<std::size_t>(month)] *
                                               (1 + demand_shock_ * month / 12));
            take(one);
        }
}

void Simulator::run(std::uint64_t seed, const std::function<void(const Drawn&)>& take) const {
    Run drawn{*this, seed};
    for (const Group& group : groups_) {
        drawn.live(group);
        drawn.tell(group, take);
    }
}

} // namespace kunna::engine
