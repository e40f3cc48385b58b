// Told ahead.
#include "whatif/told_ahead.hpp"

#include "base/fork_join.hpp"
#include "engine/column.hpp"

namespace kunna::whatif {

using engine::SkillIndex;

ToldAhead::ToldAhead(const scenarios::Ground& ground, const Overlay& overlay, const scenarios::Question& question,
                     const scenarios::Assumptions& scenario) :
    ground_(ground),
    overlay_(overlay), question_(question), guard_(question.guard()) {
    guard_.under(scenario);
    if (question.open()) return;
    told_.emplace(*ground.workforce, overlay, Sees::few);
    guard_company(ground.workforce->snapshot());
}

// Of each skill that the roles concerned require: may the part of those who hold the role in the very unit be told?
void ToldAhead::guard_company(const engine::Snapshot& today) {
    std::map<SkillIndex, std::set<std::pair<engine::RoleIndex, engine::UnitIndex>>> concerned;
    const auto concern = [&](engine::RoleIndex role, engine::UnitIndex unit) {
        joined_roles_.insert(role);
        joined_units_.insert(unit);
        if (role >= today.role_count()) return; // nobody holds a new role but those who come
        for (const engine::Requirement& need : today.role(role).requirements())
            concerned[need.skill].emplace(role, unit);
    };
    for (const Posts& posts : overlay_.hired) concern(posts.role, posts.unit);
    for (const engine::PersonIndex person : overlay_.vacated)
        for (const engine::RoleIndex role : today.roles_of(person)) concern(role, today.unit_of(person));
    std::vector<SkillIndex> skills;
    for (const auto& [skill, posts] : concerned) skills.push_back(skill);
    std::vector<std::uint8_t> tells(skills.size(), 1);
    fork_join(skills.size(), 1, insights::threads(), [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i) {
            const engine::RoleSlices slices{today, skills[i], ground_.workforce->suppress_rule()};
            for (const auto& [role, unit] : concerned.at(skills[i]))
                if (!slices.today(role).tells_own(today.units(), unit)) tells[i] = 0;
        }
    });
    for (std::size_t i = 0; i < skills.size(); ++i)
        if (tells[i] == 0) alone_.insert(skills[i]);
}

bool ToldAhead::after(SkillIndex skill) const {
    if (!guard_.skill(skill)) return false;
    if (!told_) return true;
    const auto& tops = question_.part().tops;
    return company_tells(skill) &&
           std::all_of(tops.begin(), tops.end(), [&](engine::UnitIndex top) { return told_->after(top, skill); });
}

bool ToldAhead::is_joined_under(engine::UnitIndex unit) const {
    const auto first = joined_units_.lower_bound(unit);
    return first != joined_units_.end() && *first < ground_.workforce->snapshot().units().end_of(unit);
}

// As the roles of a list are told (insights/lists.hpp): all requirements of a holder together, by unit.
bool ToldAhead::closing_tells(engine::RoleIndex role) const {
    if (overlay_.closed.empty()) return true;
    const engine::Snapshot& today = ground_.workforce->snapshot();
    const engine::Stock& stock = ground_.stock;
    std::vector<engine::OwnAudience> own; // groups of a role are in tree order
    for (std::size_t g = stock.groups_of(role).begin; g < stock.groups_of(role).end; ++g) {
        const engine::Stock::Group& group = stock.groups()[g];
        own.push_back({group.unit, {.people = group.people}});
        for (std::uint32_t slot = 0; slot < today.role(role).slots(); ++slot) {
            const int required = today.role(role).required()[slot] / engine::Level::units_per_step;
            for (const engine::Stock::Entry& entry : stock.entries(group.first_cell + slot)) {
                const engine::State state = entry.level() == engine::state_unknown ? engine::State::unknown
                                            : entry.level() >= required            ? engine::State::met
                                                                                   : engine::State::gap;
                own.back().audience.rows[static_cast<std::size_t>(state)] += entry.people;
            }
        }
    }
    engine::Column column = engine::column_of(today.units(), own);
    engine::suppress(column.tree, ground_.workforce->suppress_rule());
    return std::all_of(overlay_.closed.begin(), overlay_.closed.end(), [&](const Closed& closed) {
        const bool leaf = today.units().end_of(closed.unit) == closed.unit + 1;
        const std::uint32_t node = closed.subtree || leaf ? 1 + 2 * closed.unit : 2 + 2 * closed.unit;
        const auto at = std::lower_bound(column.node.begin(), column.node.end(), node);
        return at == column.node.end() || *at != node ||
               column.tree[static_cast<std::size_t>(at - column.node.begin())].shown;
    });
}

bool ToldAhead::role_before(engine::RoleIndex role) const {
    return role >= ground_.workforce->snapshot().role_count() || guard_.role(role);
}

bool ToldAhead::role_after(engine::RoleIndex role) const {
    if (!role_before(role)) return false;
    const engine::Snapshot& today = ground_.workforce->snapshot();
    if (!told_ || role >= today.role_count()) return true;
    if (is_joined(role))
        for (const engine::Requirement& need : today.role(role).requirements())
            if (!company_tells(need.skill)) return false;
    for (const Changed& change : overlay_.changed)
        if (change.role == role && !after(change.skill)) return false;
    return closing_tells(role);
}

bool ToldAhead::unit_after(engine::UnitIndex unit) const {
    if (!guard_.unit(unit)) return false;
    if (!told_) return true;
    return (alone_.empty() || !is_joined_under(unit)) && told_->total_after(unit) && told_->headcount_after(unit);
}

bool ToldAhead::whole_after() const {
    if (!guard_.whole()) return false;
    if (!told_) return true;
    return alone_.empty() && told_->whole_after(question_.part()) && told_->whole_headcount_after(question_.part());
}

} // namespace kunna::whatif
