// Role slices.
#include "engine/role_slices.hpp"

#include "engine/column.hpp"

#include <algorithm>

namespace kunna::engine {

namespace {

const Requirement* requirement_of(const Role& role, SkillIndex skill) {
    const auto& needs = role.requirements();
    const auto at = std::lower_bound(needs.begin(), needs.end(), skill,
                                     [](const Requirement& need, SkillIndex s) { return need.skill < s; });
    return at != needs.end() && at->skill == skill ? &*at : nullptr;
}

std::uint16_t held_word(const Block& block, std::size_t row, SkillIndex skill) {
    const auto begin = block.held_skill.begin() + block.held_at[row];
    const auto end = block.held_skill.begin() + block.held_at[row + 1];
    const auto at = std::lower_bound(begin, end, skill);
    return at != end && *at == skill ? block.held_word[static_cast<std::size_t>(at - block.held_skill.begin())]
                                     : held::unknown;
}

} // namespace

const SuppressNode* RoleSlice::find(std::uint32_t node) const {
    const auto at = std::lower_bound(node_.begin(), node_.end(), node);
    return at != node_.end() && *at == node ? &tree_[static_cast<std::size_t>(at - node_.begin())] : nullptr;
}

bool RoleSlice::tells_node(std::uint32_t node) const {
    const SuppressNode* found = find(node);
    return found == nullptr || found->audience.people == 0 || found->shown;
}

bool RoleSlice::has(UnitIndex unit) const {
    const SuppressNode* found = find(1 + 2 * unit);
    return found != nullptr && found->audience.people > 0;
}

RoleSlices::RoleSlices(const Snapshot& snapshot, SkillIndex skill, const SuppressRule& rule) :
    snapshot_(snapshot), skill_(skill), rule_(rule) {
    for (std::size_t r = 0; r < snapshot.role_count(); ++r) {
        const auto role = static_cast<RoleIndex>(r);
        if (snapshot.holders_of(role).people == 0) continue;
        if (const Requirement* need = requirement_of(snapshot.role(role), skill))
            today_.emplace(role, slice(role, need->required));
    }
    for (auto& [role, slice] : today_) suppress(slice.tree_, rule_);
    guard_cells();
}

const RoleSlice& RoleSlices::today(RoleIndex role) const {
    static const RoleSlice nobody;
    const auto at = today_.find(role);
    return at == today_.end() ? nobody : at->second;
}

RoleSlice RoleSlices::at_level(RoleIndex role, Level required) const {
    RoleSlice after = slice(role, required);
    const RoleSlice& before = today(role);
    for (std::size_t v = 0; v < after.tree_.size(); ++v) after.tree_[v].barred = !before.tells_node(after.node_[v]);
    suppress(after.tree_, rule_);
    return after;
}

RoleSlice RoleSlices::slice(RoleIndex role, Level required) const {
    std::vector<OwnAudience> own;
    for (std::size_t b = 0; b < snapshot_.block_count(); ++b) {
        const Block& block = snapshot_.block(b);
        const auto group = std::lower_bound(block.group.begin(), block.group.end(), role,
                                            [](const Block::Group& g, RoleIndex r) { return g.role < r; });
        if (group == block.group.end() || group->role != role || group->count == 0) continue;
        OwnAudience of{block.unit, {.people = group->count}};
        for (std::uint32_t i = group->first; i < group->first + group->count; ++i) {
            const State state = state_of(held_word(block, block.holding[i], skill_), required);
            ++of.audience.rows[static_cast<std::size_t>(state)];
        }
        own.push_back(of);
    }
    own.resize(merge_units(own, 0, own.size(), 0));
    Column column = column_of(snapshot_.units(), own);
    RoleSlice made;
    made.tree_ = std::move(column.tree);
    made.node_ = std::move(column.node);
    return made;
}

// The cell minus its told parts is the part of all other roles: where that would be about few, the smallest told part
// is not told. That may open a remainder in the role's own tree, so until both hold. What is barred stays barred.
void RoleSlices::guard_cells() {
    for (bool again = true; again;) {
        again = false;
        std::map<std::uint32_t, std::vector<SuppressNode*>> cells;
        for (auto& [role, slice] : today_)
            for (std::size_t v = 0; v < slice.tree_.size(); ++v)
                if (slice.tree_[v].audience.people > 0) cells[slice.node_[v]].push_back(&slice.tree_[v]);
        for (auto& [node, parts] : cells) {
            Audience rest;
            std::vector<SuppressNode*> told;
            for (SuppressNode* part : parts) {
                if (part->shown)
                    told.push_back(part);
                else
                    rest += part->audience;
            }
            std::stable_sort(told.begin(), told.end(), [](const SuppressNode* a, const SuppressNode* b) {
                return a->audience.people > b->audience.people;
            });
            while (!safe(rest, rule_) && !told.empty()) {
                told.back()->barred = true;
                told.back()->shown = false;
                rest += told.back()->audience;
                told.pop_back();
                again = true;
            }
        }
        if (again)
            for (auto& [role, slice] : today_) suppress(slice.tree_, rule_);
    }
}

} // namespace kunna::engine
