// Told ahead.
#include "whatif/told_ahead.hpp"

#include "engine/fork_join.hpp"

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
    engine::fork_join(skills.size(), 1, insights::threads(), [&](std::size_t begin, std::size_t end, int) {
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

bool ToldAhead::whole_after() const {
    if (!guard_.whole()) return false;
    if (!told_) return true;
    return alone_.empty() && told_->whole_after(question_.part()) && told_->whole_headcount_after(question_.part());
}

} // namespace kunna::whatif
