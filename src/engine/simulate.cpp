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

const std::vector<Requirement>& Simulator::required_of(const Group& group) const {
    static const std::vector<Requirement> nothing;
    return group.role ? snapshot_.role(*group.role).requirements() : nothing;
}

// The needs that ask of those who hold the role in the unit.
std::vector<Simulator::Asking> Simulator::asked_of(std::optional<RoleIndex> role, UnitIndex unit) const {
    std::vector<Asking> asked;
    for (std::size_t n = 0; n < needs_.size(); ++n) {
        const Need& need = needs_[n];
        if (!need.of.reaches(snapshot_.units(), unit) || (need.of.role && need.of.role != role)) continue;
        Asking one{n, need.skill, 0, need.level.units / Level::units_per_step};
        if (role)
            for (const Requirement& required : snapshot_.role(*role).requirements())
                if (required.skill == need.skill) one.required = required.required.units / Level::units_per_step;
        asked.push_back(one);
    }
    return asked;
}

void Simulator::add_holder(PersonIndex person, const Group& group, int tenure, std::size_t cohort) {
    holders_.push_back({tenure, cohort, levels_.size(), parts_.size()});
    const auto step = [&](const auto& held) {
        return static_cast<std::int8_t>(held ? held->level.units / Level::units_per_step : state_unknown);
    };
    for (const Requirement& need : required_of(group)) levels_.push_back(step(snapshot_.held(person, need.skill)));
    const auto roles = snapshot_.roles_of(person);
    for (const Asking& asked : group.asked) {
        auto held = snapshot_.held(person, asked.skill);
        // Who is not sure does not count; but of those below nobody asks how sure it is.
        if (held && !held->sure && held->level.units / Level::units_per_step >= asked.able_from) held.reset();
        levels_.push_back(step(held));
        const bool counts = needs_[asked.need].of.role || roles.empty() || roles.front() == group.role;
        parts_.push_back(counts ? snapshot_.fte_of(person) : 0);
    }
}

Simulator::Simulator(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, const Assumptions& assumed,
                     std::span<const std::uint8_t> age, std::span<const Need> needs) :
    snapshot_(snapshot),
    assumed_(assumed), needs_(needs) {
    std::map<std::pair<RoleIndex, UnitIndex>, std::vector<PersonIndex>> people;
    std::map<UnitIndex, std::vector<PersonIndex>> roleless;
    for (PersonIndex p = 0; p < snapshot.person_end(); ++p) {
        if (!snapshot.present(p)) continue;
        for (const RoleIndex r : snapshot.roles_of(p)) people[{r, snapshot.unit_of(p)}].push_back(p);
        if (snapshot.roles_of(p).empty()) roleless[snapshot.unit_of(p)].push_back(p);
    }
    const auto add_group = [&](Group group, const std::vector<PersonIndex>& here) {
        group.asked = asked_of(group.role, group.unit);
        group.first = holders_.size();
        for (const PersonIndex p : here) add_holder(p, group, tenure[p], age.empty() ? 0U : assumed.cohort_of[age[p]]);
        group.end = holders_.size();
        groups_.push_back(std::move(group));
    };
    for (const auto& [place, here] : people)
        add_group({.role = place.first, .unit = place.second, .shape = assumed_.shape_of[groups_.size()]}, here);
    for (const AddedGroup& added : assumed_.added)
        add_group({.role = added.role, .unit = added.unit, .shape = added.shape, .added = true}, {});
    for (const DemandPath& shape : assumed_.shapes) {
        double least = 1;
        for (int t = 0; t <= assumed_.months && t < shape.ends; ++t)
            least = std::min(least, std::max(0.0, shape.demand[static_cast<std::size_t>(t)]));
        keeps_.push_back(least);
    }
    if (needs.empty()) return;
    for (const auto& [unit, here] : roleless) add_group({.unit = unit, .shape = no_index}, here);
    size_newcomers();
}

// As large as the posts of the role that grow with them, to a twentieth.
void Simulator::size_newcomers() {
    std::map<std::tuple<std::size_t, std::optional<RoleIndex>, std::uint32_t>, std::pair<double, double>> sums;
    const auto place = [](const Group& of, std::size_t a) { return std::tuple{of.asked[a].need, of.role, of.shape}; };
    for (const Group& group : groups_)
        for (std::size_t a = 0; a < group.asked.size(); ++a)
            for (std::size_t h = group.first; h < group.end; ++h) {
                sums[place(group, a)].first += parts_[holders_[h].parts + a];
                sums[place(group, a)].second += 1;
            }
    for (Group& group : groups_)
        for (std::size_t a = 0; a < group.asked.size(); ++a) {
            const auto [fte, people] = sums[place(group, a)];
            group.newcomers.push_back(group.added  ? 1000
                                      : people > 0 ? static_cast<int>(std::lround(fte / people / 50)) * 50
                                                   : 0);
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
        needs_.assign(of.needs_.size(), DrawnNeed(static_cast<std::size_t>(assumed_.months) + 1, 0));
    }

    void live(const Group& group);
    void tell(const Group& group, const std::function<void(const Drawn&)>& take) const;
    [[nodiscard]] std::vector<DrawnNeed> needs() && { return std::move(needs_); }

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
        int able_from = 0;
        std::uint64_t lost = 0;
        std::uint64_t lost_or_gained = 0; // of those below what is required
        std::uint64_t gained = 0;         // of those who have nothing to lose
    };

    void prepare(const Group& group);
    void live_post(const Group& group, int from, const Holder* holder);
    void draw_holders(int from, const Holder* holder);
    void draw_levels(std::size_t slot, int level, int counts_for);
    void draw_stint(const Skill& skill, const Stint& stint, int level, int counts_for, int* able);

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
    std::vector<DrawnNeed> needs_;
};

void Simulator::Run::prepare(const Group& group) {
    const RoleFlow& flow = group.role ? assumed_.roles[*group.role] : assumed_.roleless;
    end_ = assumed_.months + 1;
    if (group.role) end_ = std::min(end_, assumed_.shapes[group.shape].ends);
    refilled_ = group.role ? chance(flow.refill * (group.added ? 1 : of_.keeps_[group.shape])) : 0;
    for (const bool known : {false, true})
        for (const bool first_year : {false, true}) {
            const double hazard = std::min(1.0, flow.hazard * hazard_factor_ * (first_year ? flow.first_year : 1));
            leaves_[known][first_year] = chance(1 - (1 - hazard) * (1 - (known ? flow.moves : flow.others)));
        }
    skills_.clear();
    const auto add = [&](SkillIndex skill, int required, int able_from) {
        const double decay = assumed_.decay[static_cast<std::size_t>(of_.snapshot_.skills()[skill].kind)];
        skills_.push_back({required, able_from, chance(decay), chance(decay + (1 - decay) * assumed_.training),
                           chance(assumed_.training)});
    };
    for (const Requirement& need : of_.required_of(group)) {
        const int required = need.required.units / Level::units_per_step;
        add(need.skill, required, required);
    }
    for (const Asking& asked : group.asked) add(asked.skill, asked.required, asked.able_from);
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
void Simulator::Run::draw_stint(const Skill& skill, const Stint& stint, int level, int counts_for, int* able) {
    int month = stint.from;
    able[month] += level >= skill.able_from ? counts_for : 0;
    for (++month; month < stint.to;) {
        const int here = level >= skill.able_from ? counts_for : 0;
        const std::uint64_t lost = level > 0 ? skill.lost : 0;
        const std::uint64_t gained = level >= skill.required ? 0 : level > 0 ? skill.lost_or_gained : skill.gained;
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
            able[month] += here;
        }
        if (month < stint.to) able[month++] += level >= skill.able_from ? counts_for : 0;
    }
}

void Simulator::Run::draw_levels(std::size_t slot, int level, int counts_for) {
    const Skill& skill = skills_[slot];
    const std::size_t row = slot * static_cast<std::size_t>(assumed_.months + 1);
    for (const Stint& stint : stints_) {
        if (stint.anew) level = draws_.next() < ready_ ? skill.required : std::max(0, skill.required - 1);
        if (level != state_unknown)
            draw_stint(skill, stint, level, counts_for, able_.data() + row);
        else
            for (int month = stint.from; month < stint.to; ++month) ++unknown_[row + static_cast<std::size_t>(month)];
    }
}

// A post from the month on; without a holder, somebody new comes in it.
void Simulator::Run::live_post(const Group& group, int from, const Holder* holder) {
    draw_holders(from, holder);
    const std::size_t required = skills_.size() - group.asked.size();
    for (std::size_t slot = 0; slot < skills_.size(); ++slot) {
        const int level = holder == nullptr ? 0 : of_.levels_[holder->levels + slot];
        const std::size_t asked = slot - required;
        const int counts_for = slot < required     ? 1
                               : holder == nullptr ? group.newcomers[asked]
                                                   : of_.parts_[holder->parts + asked];
        draw_levels(slot, level, counts_for);
    }
}

void Simulator::Run::live(const Group& group) {
    prepare(group);
    for (std::size_t h = group.first; h < group.end; ++h) live_post(group, 0, &of_.holders_[h]);
    const std::size_t required = skills_.size() - group.asked.size();
    if (group.role) {
        const DemandPath& shape = assumed_.shapes[group.shape];
        const double base = group.added ? 1 : static_cast<double>(group.end - group.first);
        const double refill = assumed_.roles[*group.role].refill * (group.added ? 1 : of_.keeps_[group.shape]);
        for (int month = 1; month < end_; ++month) {
            const double more = base * (shape.demand[static_cast<std::size_t>(month)] - shape.filled_before(month));
            for (int n = more > 0 ? draws_.poisson(more * refill) : 0; n > 0; --n) live_post(group, month, nullptr);
        }
    }
    for (std::size_t a = 0; a < group.asked.size(); ++a)
        for (std::size_t month = 0; month < static_cast<std::size_t>(end_); ++month)
            needs_[group.asked[a].need][month] +=
                able_[(required + a) * static_cast<std::size_t>(assumed_.months + 1) + month];
}

void Simulator::Run::tell(const Group& group, const std::function<void(const Drawn&)>& take) const {
    if (!group.role) return;
    const DemandPath& shape = assumed_.shapes[group.shape];
    const double base = group.added ? 1 : static_cast<double>(group.end - group.first);
    const auto& needs = of_.required_of(group);
    std::size_t at = 0;
    for (const Requirement& need : needs)
        for (int month = 0; month <= assumed_.months; ++month, ++at) {
            Drawn one{*group.role, group.unit, need.skill, month, able_[at], unknown_[at], 0};
            if (month < end_)
                one.demand = std::max(0.0, base * shape.demand[static_cast<std::size_t>(month)] *
                                               (1 + demand_shock_ * month / 12));
            take(one);
        }
}

std::vector<DrawnNeed> Simulator::run(std::uint64_t seed, const std::function<void(const Drawn&)>& take) const {
    Run drawn{*this, seed};
    for (const Group& group : groups_) {
        drawn.live(group);
        drawn.tell(group, take);
    }
    return std::move(drawn).needs();
}

} // namespace kunna::engine
