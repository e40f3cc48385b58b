// Block: up to 256 people of one unit with all that is known of them, in columns. A Snapshot is a row of blocks;
// a change makes a new block and shares all others.
#pragma once

#include "engine/fuse.hpp"
#include "engine/role.hpp"

#include <memory>
#include <span>
#include <vector>

namespace kunna::engine {

struct Skill {
    std::int64_t id = 0;
    SkillKind kind = SkillKind::technical;
    std::uint8_t highest_step = 5;
};

// A cell's demand: one skill at one level and weight, of a block's people. It depends on roles alone, not on levels.
// Roles that ask for a skill at different levels or weights make several cells of it, one after the other.
struct Demand {
    std::uint32_t people = 0;   // distinct over all cells of the skill: each counts in the cell of their first role
    std::uint32_t rows = 0;     // requirement rows (person, role, skill)
    std::uint32_t fte = 0;      // Σ FTE over the rows, in thousandths
    std::uint16_t required = 0; // level units
    std::uint16_t weight = 0;

    bool operator==(const Demand&) const = default;
};

struct Block {
    static constexpr std::size_t most_people = 256;

    // People of the block who hold one role; the rows of `aligned` stand in this order.
    struct Group {
        RoleIndex role = 0;
        std::uint32_t first = 0; // in `holding` and `holding_fte`
        std::uint32_t count = 0;
        std::uint32_t words = 0; // first word in `aligned`: count × width of the role
        std::uint32_t slots = 0; // first in `slot_cell`: slots of the role
        std::uint32_t fte = 0;   // Σ of its holdings, thousandths

        bool operator==(const Group&) const = default;
    };

    UnitIndex unit = 0;

    // By row (a person of the block).
    std::vector<PersonIndex> person;
    std::vector<std::uint16_t> fte; // thousandths
    std::vector<std::uint8_t> leaving;
    std::vector<std::uint32_t> role_at; // row → first in `role`; one longer than the rows
    std::vector<RoleIndex> role;        // ascending within a row
    bool one_role_each = true;          // every row has exactly one role

    // Compressed rows: evidence in canonical order, and the levels fused from it, by skill.
    std::vector<std::uint32_t> evidence_at;
    std::vector<Evidence> evidence;
    std::vector<std::uint32_t> held_at;
    std::vector<SkillIndex> held_skill;
    std::vector<std::uint16_t> held_word;       // see held::
    std::vector<std::uint16_t> held_confidence; // bits 0–14 Confidence units, bit 15 conflict

    // Role-aligned: by group, by holding, `width` held words against the role's slots.
    std::vector<Group> group;               // by role
    std::vector<std::uint16_t> holding;     // → row
    std::vector<std::uint16_t> holding_fte; // thousandths
    AlignedColumn<std::uint16_t> aligned;

    // Cells: what the block's roles require, by skill, level and weight, and which cell each slot of each group adds
    // to.
    std::vector<SkillIndex> cell_skill;
    std::vector<Demand> demand;
    std::vector<std::uint16_t> slot_cell;
    std::vector<SkillIndex> needed_again; // a skill for each time that somebody's second, third … role requires it
    std::uint32_t people_with_rows = 0;   // people of whom any role requires anything

    [[nodiscard]] std::size_t people() const { return person.size(); }
    [[nodiscard]] std::span<const RoleIndex> roles_of(std::size_t row) const {
        return std::span{role}.subspan(role_at[row], role_at[row + 1] - role_at[row]);
    }
    [[nodiscard]] std::span<const Evidence> evidence_of(std::size_t row) const {
        return std::span{evidence}.subspan(evidence_at[row], evidence_at[row + 1] - evidence_at[row]);
    }
    // What the person holds of the skill; held::unknown when nothing is known.
    [[nodiscard]] std::uint16_t word_of(std::size_t row, SkillIndex skill) const;
    [[nodiscard]] std::size_t bytes() const;
};

inline constexpr std::uint16_t conflict_bit = 0x8000;

// What blocks are made with; all of it is shared by a Snapshot's blocks.
struct Context {
    const std::vector<Skill>& skills;
    const std::vector<std::shared_ptr<const Role>>& roles;
    const Settings& settings;
    const Recency& recency;
    Date day;
};

// One person on the way into a block.
struct Member {
    PersonIndex person = 0;
    std::uint16_t fte = 1000;
    bool leaving = false;
    std::span<const RoleIndex> roles{};   // ascending, each once
    std::span<const Evidence> evidence{}; // canonical order
    const Block* fused_in = nullptr;      // a block whose `fused_row` holds this person's levels of the same day
    std::size_t fused_row = 0;
};

// At most most_people members. Levels are fused from evidence unless a member brings them.
std::shared_ptr<const Block> make_block(UnitIndex unit, std::span<const Member> members, const Context& with);

// The members of a block as they are, with their levels; to be changed and made into the next block.
std::vector<Member> members_of(const Block& block);

} // namespace kunna::engine
