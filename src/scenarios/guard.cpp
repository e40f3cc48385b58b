// Guard.
#include "scenarios/guard.hpp"

#include <algorithm>

namespace kunna::scenarios {

using engine::RoleIndex;
using engine::SkillIndex;
using engine::UnitIndex;

Guard::Guard(const Ground& ground, const staffing::Part& part, const insights::Fence& fence, bool open) :
    ground_(ground), part_(part), open_(open), fence_(fence) {
    if (open_) return;
    role_shown_ = ground.remembered->roles_shown(fence, [&] {
        const insights::Directory& names = ground.workforce->names();
        std::vector<bool> shown(names.roles.size(), false);
        for (const insights::ByRole& told : insights::by_role(*ground.workforce, fence))
            shown[*names.find(told.role)] = !told.hidden;
        return shown;
    });
}

void Guard::under(const Assumptions& assumptions) {
    if (open_) return;
    const insights::Directory& names = ground_.workforce->names();
    for (const ScenarioChange& change : assumptions.changes) {
        if (change.unit)
            if (const auto unit = names.find(*change.unit)) units_.insert(*unit);
        if (change.role)
            if (const auto role = names.find(*change.role)) roles_.insert(*role);
    }
    if (!roles_.empty() && !shown_)
        shown_ = ground_.remembered->roles_by_skill(fence_, [this] { return roles_by_skill(); });
}

// Of each skill, the roles that require it as parts of the whole: what is left over when some are taken away is safe.
RolesBySkill Guard::roles_by_skill() const {
    RolesBySkill shown;
    const engine::Snapshot& snapshot = ground_.workforce->snapshot();
    std::map<std::pair<SkillIndex, RoleIndex>, engine::Audience> audience;
    for (const engine::Stock::Group& group : ground_.stock.groups()) {
        if (!fence_.covers(snapshot.units(), group.unit)) continue;
        const engine::Role& role = snapshot.role(group.role);
        for (std::uint32_t slot = 0; slot < role.slots(); ++slot) {
            engine::Audience& of = audience[{role.skill()[slot], group.role}];
            of.people += group.people;
            const int required = role.required()[slot] / engine::Level::units_per_step;
            for (const engine::Stock::Entry& entry : ground_.stock.entries(group.first_cell + slot)) {
                const engine::State state = entry.level() == engine::state_unknown ? engine::State::unknown
                                            : entry.level() >= required            ? engine::State::met
                                                                                   : engine::State::gap;
                of.rows[static_cast<std::size_t>(state)] += entry.people;
            }
        }
    }
    const engine::SuppressRule rule{.fewest = static_cast<std::uint32_t>(ground_.workforce->settings().suppression)};
    for (auto from = audience.begin(); from != audience.end();) {
        auto to = from;
        std::vector<engine::SuppressNode> tree(1);
        for (; to != audience.end() && to->first.first == from->first.first; ++to) {
            tree.push_back({.parent = 0, .audience = to->second});
            tree[0].audience += to->second;
        }
        tree[0].size = static_cast<std::uint32_t>(tree.size());
        engine::suppress(tree, rule);
        for (std::size_t node = 1; from != to; ++from, ++node)
            if (tree[node].shown) shown.insert(from->first);
    }
    return shown;
}

bool Guard::role_of_skill(RoleIndex role, SkillIndex skill) const {
    const auto& needs = ground_.workforce->snapshot().role(role).requirements();
    const bool needed =
        std::any_of(needs.begin(), needs.end(), [&](const engine::Requirement& need) { return need.skill == skill; });
    const bool held = ground_.stock.groups_of(role).begin < ground_.stock.groups_of(role).end;
    return !needed || !held || (shown_ && shown_->contains({skill, role}));
}

bool Guard::skill(SkillIndex skill) const {
    if (open_) return true;
    return part_.tells(skill) &&
           std::all_of(units_.begin(), units_.end(),
                       [&](UnitIndex unit) { return ground_.workforce->disclosure().cell(unit, skill); }) &&
           std::all_of(roles_.begin(), roles_.end(), [&](RoleIndex role) { return role_of_skill(role, skill); });
}

bool Guard::role(RoleIndex role) const {
    if (open_) return true;
    return (*role_shown_)[role] && std::all_of(units_.begin(), units_.end(), [&](UnitIndex unit) {
               return ground_.workforce->disclosure().unit(unit);
           });
}

bool Guard::unit(UnitIndex unit) const {
    if (open_) return true;
    return ground_.workforce->disclosure().unit(unit) &&
           std::all_of(units_.begin(), units_.end(),
                       [&](UnitIndex other) { return ground_.workforce->disclosure().unit(other); }) &&
           std::all_of(roles_.begin(), roles_.end(), [&](RoleIndex role) { return (*role_shown_)[role]; });
}

bool Guard::whole() const {
    if (open_) return true;
    return part_.tells_total() &&
           std::all_of(units_.begin(), units_.end(),
                       [&](UnitIndex unit) { return ground_.workforce->disclosure().unit(unit); }) &&
           std::all_of(roles_.begin(), roles_.end(), [&](RoleIndex role) { return (*role_shown_)[role]; });
}

} // namespace kunna::scenarios
