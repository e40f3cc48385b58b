// Making a block: fuse, align, count the demand.
#include "engine/block.hpp"

#include <algorithm>
#include <stdexcept>

namespace kunna::engine {

namespace {

void add_levels(Block& block, const Member& member, const Context& with) {
    if (member.fused_in != nullptr) {
        const Block& from = *member.fused_in;
        const auto begin = from.held_at[member.fused_row];
        const auto end = from.held_at[member.fused_row + 1];
        const auto copy = [&](auto& to, const auto& column) {
            to.insert(to.end(), column.begin() + begin, column.begin() + end);
        };
        copy(block.held_skill, from.held_skill);
        copy(block.held_word, from.held_word);
        copy(block.held_confidence, from.held_confidence);
    } else {
        const auto all = member.evidence;
        for (std::size_t i = 0; i < all.size();) {
            std::size_t end = i + 1;
            while (end < all.size() && all[end].skill == all[i].skill) ++end;
            const SkillIndex skill = all[i].skill;
            const Fused fused =
                fuse(all.subspan(i, end - i), with.skills[skill].kind, with.settings, with.recency, with.day);
            i = end;
            if (!fused.known) continue;
            block.held_skill.push_back(skill);
            block.held_word.push_back(held::word(fused.level, fused.sure(with.settings)));
            block.held_confidence.push_back(
                static_cast<std::uint16_t>(fused.confidence.units | (fused.conflict ? conflict_bit : 0U)));
        }
    }
    block.held_at.push_back(static_cast<std::uint32_t>(block.held_skill.size()));
}

// The row's levels against the role's slots; both are by skill, so one walk over the two does it.
void align(const Block& block, std::size_t row, const Role& role, std::uint16_t* words) {
    std::copy_n(role.blank(), role.width(), words);
    const auto& requirements = role.requirements();
    std::uint32_t at = block.held_at[row];
    const std::uint32_t end = block.held_at[row + 1];
    for (std::size_t slot = 0; slot < requirements.size() && at < end; ++slot) {
        while (at < end && block.held_skill[at] < requirements[slot].skill) ++at;
        if (at < end && block.held_skill[at] == requirements[slot].skill) words[slot] = block.held_word[at];
    }
}

void add_groups(Block& block, const Context& with) {
    std::vector<std::uint32_t> holdings; // role in the upper half, row in the lower: sorting groups them
    holdings.reserve(block.role.size());
    for (std::size_t row = 0; row < block.people(); ++row)
        for (const RoleIndex role : block.roles_of(row))
            holdings.push_back(static_cast<std::uint32_t>(role) << 16U | static_cast<std::uint32_t>(row));
    std::sort(holdings.begin(), holdings.end());

    std::uint32_t words = 0;
    std::uint32_t slots = 0;
    for (const std::uint32_t holding : holdings) {
        const auto role = static_cast<RoleIndex>(holding >> 16U);
        const auto row = static_cast<std::uint16_t>(holding & 0xFFFFU);
        if (block.group.empty() || block.group.back().role != role) {
            block.group.push_back({role, static_cast<std::uint32_t>(block.holding.size()), 0, words, slots, 0});
            slots += with.roles[role]->slots();
        }
        ++block.group.back().count;
        block.group.back().fte += block.fte[row];
        words += with.roles[role]->width();
        block.holding.push_back(row);
        block.holding_fte.push_back(block.fte[row]);
    }
    block.aligned.resize(words);
    for (const Block::Group& group : block.group) {
        const Role& role = *with.roles[group.role];
        for (std::uint32_t i = 0; i < group.count; ++i)
            align(block, block.holding[group.first + i], role,
                  block.aligned.data() + group.words + std::size_t{i} * role.width());
    }
    block.slot_cell.reserve(slots);
}

void add_cells(Block& block, const Context& with) {
    const auto key_of = [](const Role& role, std::uint32_t slot) {
        return std::uint64_t{role.skill()[slot]} << 32U | std::uint64_t{role.required()[slot]} << 16U |
               role.weight()[slot];
    };
    std::vector<std::uint64_t> keys;
    for (const Block::Group& group : block.group)
        for (std::uint32_t slot = 0; slot < with.roles[group.role]->slots(); ++slot)
            keys.push_back(key_of(*with.roles[group.role], slot));
    const std::vector<std::uint64_t> by_slot = keys;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    block.cell_skill.reserve(keys.size());
    block.demand.reserve(keys.size());
    for (const std::uint64_t key : keys) {
        block.cell_skill.push_back(static_cast<SkillIndex>(key >> 32U));
        block.demand.push_back(
            {.required = static_cast<std::uint16_t>(key >> 16U), .weight = static_cast<std::uint16_t>(key)});
    }
    for (const std::uint64_t key : by_slot)
        block.slot_cell.push_back(
            static_cast<std::uint16_t>(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin()));
    for (const Block::Group& group : block.group)
        for (std::uint32_t slot = 0; slot < with.roles[group.role]->slots(); ++slot) {
            Demand& demand = block.demand[block.slot_cell[group.slots + slot]];
            demand.people += group.count;
            demand.rows += group.count;
            demand.fte += group.fte;
        }
    // Whoever needs a skill in several roles is still one person, counted for the first of them.
    std::vector<std::pair<SkillIndex, std::uint16_t>> needed; // with the cell
    for (std::size_t row = 0; row < block.people(); ++row) {
        const auto roles = block.roles_of(row);
        block.people_with_rows +=
            std::any_of(roles.begin(), roles.end(), [&](RoleIndex role) { return with.roles[role]->slots() > 0; });
        if (roles.size() < 2) continue;
        needed.clear();
        for (const Block::Group& group : block.group) {
            if (!std::binary_search(roles.begin(), roles.end(), group.role)) continue;
            const Role& role = *with.roles[group.role];
            for (std::uint32_t slot = 0; slot < role.slots(); ++slot)
                needed.emplace_back(role.skill()[slot], block.slot_cell[group.slots + slot]);
        }
        std::stable_sort(needed.begin(), needed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 1; i < needed.size(); ++i) {
            if (needed[i].first != needed[i - 1].first) continue;
            --block.demand[needed[i].second].people;
            block.needed_again.push_back(needed[i].first);
        }
    }
}

} // namespace

std::shared_ptr<const Block> make_block(UnitIndex unit, std::span<const Member> members, const Context& with) {
    if (members.size() > Block::most_people) throw std::length_error{"a block holds at most 256 people"};
    auto block = std::make_shared<Block>();
    block->unit = unit;
    std::size_t evidence = 0;
    std::size_t roles = 0;
    for (const Member& member : members) {
        evidence += member.evidence.size();
        roles += member.roles.size();
    }
    block->person.reserve(members.size());
    block->fte.reserve(members.size());
    block->leaving.reserve(members.size());
    block->role.reserve(roles);
    block->evidence.reserve(evidence);
    for (auto* column : {&block->held_skill, &block->held_word, &block->held_confidence}) column->reserve(evidence);
    for (auto* at : {&block->role_at, &block->evidence_at, &block->held_at}) {
        at->reserve(members.size() + 1);
        at->push_back(0);
    }
    for (const Member& member : members) {
        block->person.push_back(member.person);
        block->fte.push_back(member.fte);
        block->leaving.push_back(member.leaving ? 1 : 0);
        block->role.insert(block->role.end(), member.roles.begin(), member.roles.end());
        block->role_at.push_back(static_cast<std::uint32_t>(block->role.size()));
        block->one_role_each = block->one_role_each && member.roles.size() == 1;
        block->evidence.insert(block->evidence.end(), member.evidence.begin(), member.evidence.end());
        block->evidence_at.push_back(static_cast<std::uint32_t>(block->evidence.size()));
        add_levels(*block, member, with);
    }
    // Several statements make one level: give back what was reserved for more.
    if (block->held_skill.size() + block->held_skill.size() / 4 < evidence)
        for (auto* column : {&block->held_skill, &block->held_word, &block->held_confidence}) column->shrink_to_fit();
    add_groups(*block, with);
    add_cells(*block, with);
    return block;
}

std::vector<Member> members_of(const Block& block) {
    std::vector<Member> members;
    members.reserve(block.people() + 1);
    for (std::size_t row = 0; row < block.people(); ++row)
        members.push_back({.person = block.person[row],
                           .fte = block.fte[row],
                           .leaving = block.leaving[row] != 0,
                           .roles = block.roles_of(row),
                           .evidence = block.evidence_of(row),
                           .fused_in = &block,
                           .fused_row = row});
    return members;
}

std::uint16_t Block::word_of(std::size_t row, SkillIndex skill) const {
    const auto begin = held_skill.begin() + held_at[row];
    const auto end = held_skill.begin() + held_at[row + 1];
    const auto at = std::lower_bound(begin, end, skill);
    return at == end || *at != skill ? held::unknown : held_word[static_cast<std::size_t>(at - held_skill.begin())];
}

std::size_t Block::bytes() const {
    const auto of = [](const auto& column) { return column.capacity() * sizeof(column[0]); };
    return sizeof(Block) + of(person) + of(fte) + of(leaving) + of(role_at) + of(role) + of(evidence_at) +
           of(evidence) + of(held_at) + of(held_skill) + of(held_word) + of(held_confidence) + of(group) + of(holding) +
           of(holding_fte) + of(aligned) + of(cell_skill) + of(demand) + of(slot_cell) + of(needed_again);
}

} // namespace kunna::engine
