// Fits.
#include "reskilling/fits.hpp"

#include "insights/sums.hpp"
#include "learning/activities.hpp"
#include "learning/serving.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace kunna::reskilling {

namespace {

using insights::rounded;

constexpr double minutes_an_hour = 60;
constexpr std::int64_t whole_krona = 100;

std::int64_t seat_price(const learning::Activity& activity) {
    const auto& cost = *activity.cost;
    const std::int64_t sharing = activity.seats.value_or(1) * whole_krona;
    return cost.seat + (cost.session + sharing - 1) / sharing * whole_krona;
}

bool weighed(const learning::Activity& activity) {
    return activity.cost &&
           (activity.cost->currency == weighed_in || (activity.cost->seat == 0 && activity.cost->session == 0));
}

// Hours.
double practice_of(const Left& left, const insights::SkillName& skill) {
    return (left.to.number() - left.from.number()) * skill.hours_per_level;
}

// By way: what is offered and can be weighed.
std::vector<learning::Activity> on_offer(db::Tx& tx) {
    std::vector<learning::Activity> all = learning::every_activity(tx);
    std::erase_if(all,
                  [&](const learning::Activity& one) { return !learning::offered(one, tx.today()) || !weighed(one); });
    return all;
}

std::vector<Way> ways_of(const std::vector<learning::Activity>& activities, const insights::Directory& names) {
    std::unordered_map<std::int64_t, std::uint32_t> place;
    for (std::uint32_t w = 0; w < activities.size(); ++w) place.emplace(activities[w].id.value, w);
    std::vector<Way> ways;
    for (const learning::Activity& activity : activities) {
        Way way{
            seat_price(activity), static_cast<std::int32_t>(std::lround(activity.hours * minutes_an_hour)), {}, {}, {}};
        for (const learning::SkillRaise& raise : activity.raises)
            if (const auto skill = names.find(raise.skill))
                way.raises.push_back({*skill, Level::of_step(raise.from), Level::of_step(raise.to), raise.probability});
        for (const learning::EntryLevel& entry : activity.entry)
            if (const auto skill = names.find(entry.skill)) way.entry.push_back({*skill, Level::of_step(entry.level)});
        for (const learning::OtherActivity& before : activity.after) {
            const auto at = place.find(before.id.value);
            way.after.push_back(at == place.end() ? lost : at->second);
        }
        ways.push_back(std::move(way));
    }
    return ways;
}

} // namespace

Fits::Fits(db::Tx& tx, std::shared_ptr<const insights::Workforce> workforce) :
    workforce_(std::move(workforce)), ground_(analytics::adjacency_ground(tx, *workforce_)), activities_(on_offer(tx)),
    ways_(ways_of(activities_, workforce_->names())) {}

std::vector<engine::SkillLevel> Fits::levels_of(engine::PersonIndex person) const {
    std::vector<engine::SkillLevel> levels;
    for (const auto& held : workforce_->snapshot().held(person)) levels.push_back({held.skill, held.level});
    return levels;
}

Held Fits::held_by(engine::PersonIndex person) const {
    return [this, person](SkillNumber skill) -> std::optional<Level> {
        const auto found = workforce_->snapshot().held(person, skill);
        if (!found) return std::nullopt;
        return found->level;
    };
}

engine::Brought Fits::brought_by(std::span<const engine::SkillLevel> levels) const {
    engine::Brought brought{ground_.likenesses};
    brought.take(levels);
    return brought;
}

engine::Transfer Fits::transfer(engine::PersonIndex person, engine::RoleIndex role) const {
    return engine::transfer(brought_by(levels_of(person)), workforce_->snapshot().role(role));
}

std::vector<Fits::Near> Fits::near(engine::PersonIndex person) const {
    const engine::Snapshot& snapshot = workforce_->snapshot();
    const std::vector<engine::SkillLevel> levels = levels_of(person);
    const engine::Brought own = brought_by(levels);
    engine::Brought role_brings{ground_.likenesses};
    const auto holds = snapshot.roles_of(person);
    std::vector<Near> all;
    for (const engine::RoleIndex role : ground_.roles) {
        if (std::binary_search(holds.begin(), holds.end(), role)) continue;
        role_brings.take(engine::levels_of(snapshot.role(role)));
        const engine::Transfer there = engine::transfer(own, snapshot.role(role));
        const engine::Transfer back = engine::transfer(role_brings, levels);
        all.push_back({role, there.share().value_or(0), engine::similarity(there, back)});
    }
    std::stable_sort(all.begin(), all.end(), [](const Near& a, const Near& b) {
        return std::pair{a.similarity, a.transferability} > std::pair{b.similarity, b.transferability};
    });
    return all;
}

RoleFit Fits::fit(engine::PersonIndex person, engine::RoleIndex index, double hours_a_week, bool costs) const {
    const engine::Snapshot& snapshot = workforce_->snapshot();
    const insights::Directory& names = workforce_->names();
    const engine::Role& role = snapshot.role(index);
    const engine::Transfer brought = transfer(person, index);
    RoleFit fit{.role = names.roles[index].id,
                .name = names.roles[index].name,
                .transferability = rounded(brought.share().value_or(0)),
                .suggested = brought.suggested()};
    std::vector<Wanted> wanted;
    for (const engine::Requirement& asked : role.requirements()) {
        const auto held = snapshot.held(person, asked.skill);
        FitSkill one{.skill = names.skills[asked.skill].id,
                     .name = names.skills[asked.skill].name,
                     .required = asked.required.units / Level::units_per_step,
                     .must = asked.must};
        if (held) {
            one.level = rounded(held->level.number());
            one.sure = held->sure;
        }
        if (asked.must && (!held || held->level < asked.required)) ++fit.musts;
        wanted.push_back({asked.skill, asked.required});
        fit.skills.push_back(std::move(one));
    }
    fit.path = told(find_path(ways_, wanted, held_by(person)), hours_a_week, costs);
    return fit;
}

std::vector<std::vector<engine::PersonIndex>> Fits::who_bring(const std::vector<engine::RoleIndex>& roles,
                                                              const std::vector<engine::PersonIndex>& people) const {
    const engine::Snapshot& snapshot = workforce_->snapshot();
    using Share = std::pair<double, engine::PersonIndex>;
    std::vector<std::vector<Share>> near(roles.size());
    engine::Brought own{ground_.likenesses};
    for (const engine::PersonIndex person : people) {
        own.take(levels_of(person));
        const auto holds = snapshot.roles_of(person);
        for (std::size_t r = 0; r < roles.size(); ++r) {
            if (std::binary_search(holds.begin(), holds.end(), roles[r])) continue;
            const engine::Transfer brought = engine::transfer(own, snapshot.role(roles[r]));
            if (brought.suggested()) near[r].push_back({*brought.share(), person});
        }
    }
    std::vector<std::vector<engine::PersonIndex>> all(roles.size());
    for (std::size_t r = 0; r < roles.size(); ++r) {
        std::stable_sort(near[r].begin(), near[r].end(),
                         [](const Share& a, const Share& b) { return a.first > b.first; });
        for (const Share& one : near[r]) all[r].push_back(one.second);
    }
    return all;
}

std::optional<Fits::WholeWay> Fits::way(engine::PersonIndex person, engine::RoleIndex role, const Wanted& also) const {
    const engine::Snapshot& snapshot = workforce_->snapshot();
    std::vector<Wanted> wanted{also};
    for (const engine::Requirement& asked : snapshot.role(role).requirements()) {
        if (asked.skill == also.skill)
            wanted.front().level = std::max(also.level, asked.required);
        else
            wanted.push_back({asked.skill, asked.required});
    }
    const Path path = find_path(ways_, wanted, held_by(person));
    if (!path.unknown.empty()) return std::nullopt;
    WholeWay way{path.cost, static_cast<double>(path.minutes) / minutes_an_hour, path.chance};
    for (const Left& left : path.left) way.hours += practice_of(left, workforce_->names().skills[left.skill]);
    return way;
}

FitPath Fits::of_activities(const std::vector<learning::ActivityId>& activities) const {
    Path path;
    for (const learning::ActivityId id : activities)
        for (std::uint32_t w = 0; w < activities_.size(); ++w) {
            if (activities_[w].id != id) continue;
            path.steps.push_back({w, {}});
            path.cost += ways_.all()[w].cost;
            path.minutes += ways_.all()[w].minutes;
            for (const Raise& raise : ways_.all()[w].raises) path.chance *= raise.chance;
        }
    return told(path, 1, true);
}

FitPath Fits::told(const Path& path, double hours_a_week, bool costs) const {
    const insights::Directory& names = workforce_->names();
    FitPath told{.unknown = static_cast<std::int64_t>(path.unknown.size()),
                 .hours = rounded(static_cast<double>(path.minutes) / minutes_an_hour),
                 .chance = rounded(path.chance),
                 .exact = path.exact};
    if (costs) told.cost = path.cost;
    for (const PathStep& step : path.steps) {
        const learning::Activity& activity = activities_[step.way];
        FitStep one{.activity = activity.id, .name = activity.name, .kind = activity.kind, .hours = activity.hours};
        if (costs) one.cost = ways_.all()[step.way].cost;
        for (const Raise& raise : step.raised)
            one.raises.push_back({names.skills[raise.skill].id, names.skills[raise.skill].name,
                                  rounded(raise.from.number()), raise.to.units / Level::units_per_step, raise.chance});
        told.steps.push_back(std::move(one));
    }
    for (const Left& left : path.left) {
        const insights::SkillName& skill = names.skills[left.skill];
        const double hours = practice_of(left, skill);
        told.left.push_back(
            {skill.id, skill.name, rounded(left.from.number()), left.to.units / Level::units_per_step, rounded(hours)});
        told.practice += hours;
    }
    told.practice = rounded(told.practice);
    told.weeks = static_cast<std::int64_t>(std::ceil((told.hours + told.practice) / hours_a_week - 1e-9));
    return told;
}

double Fits::hours_until_ready(const RoleFit& fit) const {
    double hours = fit.path.hours + fit.path.practice;
    for (const FitSkill& skill : fit.skills)
        if (!skill.level)
            if (const auto at = workforce_->names().find(skill.skill))
                hours += skill.required * workforce_->names().skills[*at].hours_per_level;
    return hours;
}

} // namespace kunna::reskilling
