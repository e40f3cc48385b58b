// Told.
#include "whatif/told.hpp"

#include "base/fork_join.hpp"

#include <set>

namespace kunna::whatif {

using engine::SkillIndex;
using engine::UnitIndex;

Told::Told(const insights::Workforce& workforce, const Overlay& overlay, Sees sees) :
    workforce_(workforce), overlay_(overlay), sees_(sees) {
    if (sees != Sees::few) return;
    const engine::Snapshot& today = workforce.snapshot();
    // By skill: the roles concerned, and the level each is to be at.
    std::map<SkillIndex, std::map<engine::RoleIndex, std::optional<engine::Level>>> concerned;
    for (const Changed& change : overlay.changed) concerned[change.skill][change.role] = change.level;
    for (const Grown& grown : overlay.grown)
        for (const engine::Requirement& need : today.role(grown.role).requirements())
            concerned[need.skill].try_emplace(grown.role);
    std::vector<SkillIndex> skills;
    for (const auto& [skill, roles] : concerned) {
        skills.push_back(skill);
        parts_.try_emplace(skill);
    }
    const engine::SuppressRule rule{.fewest = static_cast<std::uint32_t>(workforce.settings().suppression)};
    fork_join(skills.size(), 1, insights::threads(), [&](std::size_t begin, std::size_t end, int) {
        for (std::size_t i = begin; i < end; ++i) {
            const engine::RoleSlices slices{today, skills[i], rule};
            for (const auto& [role, level] : concerned.at(skills[i])) {
                Part part{.today = slices.today(role)};
                if (level) part.changed = slices.at_level(role, *level);
                parts_.at(skills[i]).push_back(std::move(part));
            }
        }
    });
}

bool Told::gone(UnitIndex unit) const {
    const engine::Units& units = workforce_.snapshot().units();
    return std::any_of(overlay_.closed.begin(), overlay_.closed.end(), [&](const Closed& closed) {
        return closed.subtree && closed.unit <= unit && unit < units.end_of(closed.unit);
    });
}

template <class Each>
bool Told::all_closed(Place place, const Each& each) const {
    const engine::Units& units = workforce_.snapshot().units();
    return std::all_of(overlay_.closed.begin(), overlay_.closed.end(), [&](const Closed& closed) {
        const bool within = !place || (closed.unit >= *place && closed.unit < units.end_of(*place));
        return !within || each(closed);
    });
}

// What a role has there, less what it has in parts that close.
bool Told::parts_tell(const std::vector<Part>& parts, Place place) const {
    const engine::Units& units = workforce_.snapshot().units();
    const auto tells = [&](const engine::RoleSlice& slice) {
        return (place ? slice.tells(*place) : slice.tells_organisation()) &&
               all_closed(place, [&](const Closed& closed) {
                   return closed.subtree ? slice.tells(closed.unit) : slice.tells_own(units, closed.unit);
               });
    };
    return std::all_of(parts.begin(), parts.end(),
                       [&](const Part& part) { return tells(part.today) && (!part.changed || tells(*part.changed)); });
}

bool Told::all_parts_tell(Place place) const {
    return std::all_of(parts_.begin(), parts_.end(), [&](const auto& of) { return parts_tell(of.second, place); });
}

// The difference of a total is the sum of the skills': all must be told, or one would be what is left.
bool Told::total_changes(Place place) const {
    const engine::Disclosure& may = workforce_.disclosure();
    return all_closed(place,
                      [&](const Closed& closed) {
                          return closed.subtree ? may.unit(closed.unit) : may.own_unit(closed.unit);
                      }) &&
           all_parts_tell(place);
}

bool Told::before(UnitIndex unit, SkillIndex skill) const {
    return sees_ == Sees::database || workforce_.disclosure().cell(unit, skill);
}

bool Told::after(UnitIndex unit, SkillIndex skill) const {
    if (sees_ == Sees::database || gone(unit)) return true;
    const engine::Disclosure& may = workforce_.disclosure();
    if (!may.cell(unit, skill)) return false;
    if (sees_ == Sees::everybody) return true;
    if (!all_closed(unit, [&](const Closed& closed) {
            return closed.subtree ? may.cell(closed.unit, skill) : may.own_cell(closed.unit, skill);
        }))
        return false;
    const auto parts = parts_.find(skill);
    return parts == parts_.end() || parts_tell(parts->second, unit);
}

bool Told::total_before(UnitIndex unit) const {
    return sees_ == Sees::database || workforce_.disclosure().unit(unit);
}

bool Told::total_after(UnitIndex unit) const {
    if (sees_ == Sees::database || gone(unit)) return true;
    return workforce_.disclosure().unit(unit) && (sees_ == Sees::everybody || total_changes(unit));
}

bool Told::headcount_after(UnitIndex unit) const {
    return overlay_.grown.empty() || gone(unit) || all_parts_tell(unit);
}

bool Told::whole_headcount_after(const insights::Fence& part) const {
    if (overlay_.grown.empty() || part.whole) return overlay_.grown.empty() || all_parts_tell({});
    return std::all_of(part.tops.begin(), part.tops.end(), [&](UnitIndex top) { return headcount_after(top); });
}

bool Told::whole_before(const insights::Fence& part) const {
    return sees_ == Sees::database || insights::shows_total(workforce_, part);
}

bool Told::whole_after(const insights::Fence& part) const {
    if (sees_ == Sees::database) return true;
    if (!insights::shows_total(workforce_, part)) return false;
    if (sees_ == Sees::everybody) return true;
    if (part.whole) return total_changes({});
    return std::all_of(part.tops.begin(), part.tops.end(), [&](UnitIndex top) { return total_after(top); });
}

} // namespace kunna::whatif
