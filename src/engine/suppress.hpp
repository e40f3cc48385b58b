// Suppress: which sums over people may be shown to someone who may not see the people (security.md §3).
//
// A sum is safe when nobody is behind it, or at least `fewest` distinct people are and they do not all share one
// state. The latter matters in small groups only: "7 of 7 have a gap" tells on each of the seven, while of 40 people
// the count is what the reader needs to act ("nobody in the plant has it") and each had company in it; hence the
// bound `alike_below`.
//
// Hiding an unsafe sum is not enough: parent − shown children would give it back. What can be computed from the shown
// sums of one tree is exactly the sums of its remainders (a shown node without its topmost shown descendants) and
// unions of them. So a tree is safe when every remainder is; that is what suppress() establishes, by hiding the
// smallest child that makes a remainder safe rather than the parent: leaders need the totals more.
//
// In the table unit × skill there is also the row: total of a unit − all its shown skills. disclose() hides further
// cells until at least `fewest` people are behind what is left. It guards every column on its own and every row on
// its own, not arbitrary combinations of several rows with several columns.
#pragma once

#include "engine/sweep.hpp"

namespace kunna::engine {

struct SuppressRule {
    std::uint32_t fewest = 5;       // distinct people
    std::uint32_t alike_below = 10; // up to here, all in one state is hidden too
};

// The people behind a sum, and their rows by state. Adds up over disjoint sets of people.
struct Audience {
    std::uint32_t people = 0;
    std::uint32_t rows[4] = {0, 0, 0, 0}; // by State

    Audience& operator+=(const Audience& other);
    bool operator==(const Audience&) const = default;
};
bool safe(const Audience& audience, const SuppressRule& rule);

// A tree in tree order (parents first). A node's audience is all of its subtree; a node with children has its own
// people as a child of their own. `barred`: must not be shown whatever comes out.
struct SuppressNode {
    std::uint32_t parent = no_index;
    std::uint32_t size = 1; // nodes in the subtree, itself included
    Audience audience{};
    bool barred = false;
    bool shown = false;   // the result
    Audience remainder{}; // the audience without the shown nodes under it
};
void suppress(std::span<SuppressNode> tree, const SuppressRule& rule);

// What may be shown of the table unit × skill, with totals by unit, by skill and of the organisation.
class Disclosure {
public:
    [[nodiscard]] bool cell(UnitIndex unit, SkillIndex skill) const { return shows(node(unit), skill); }
    // The unit's own people only.
    [[nodiscard]] bool own_cell(UnitIndex unit, SkillIndex skill) const { return shows(own_node(unit), skill); }
    [[nodiscard]] bool skill(SkillIndex skill) const { return shows(0, skill); }
    [[nodiscard]] bool unit(UnitIndex unit) const { return shows(node(unit), total_); }
    [[nodiscard]] bool own_unit(UnitIndex unit) const { return shows(own_node(unit), total_); }
    [[nodiscard]] bool organisation() const { return shows(0, total_); }
    [[nodiscard]] std::size_t hidden_count() const;
    bool operator==(const Disclosure&) const = default;

private:
    friend class Discloser;
    friend class Rediscloser;

    static std::uint32_t node(UnitIndex unit) { return 1 + 2 * unit; }
    // A unit without units under it is its own people.
    [[nodiscard]] std::uint32_t own_node(UnitIndex unit) const {
        return has_children_[unit] ? 2 + 2 * unit : node(unit);
    }
    [[nodiscard]] bool shows(std::uint32_t node, std::size_t column) const {
        return (hidden_[node * words_ + column / 64] >> column % 64 & 1U) == 0;
    }

    std::vector<bool> has_children_;
    std::size_t total_ = 0;             // the column of all skills, behind those of the skills
    std::size_t words_ = 0;             // of 64 columns each, a node
    std::vector<std::uint64_t> hidden_; // node × column, a bit each
};

Disclosure disclose(const Snapshot& snapshot, const Sweep& swept, const SuppressRule& rule = {}, int threads = 1);

// What was disclosed of a Snapshot.
struct Disclosed {
    Snapshot snapshot;
    std::shared_ptr<const Sweep> swept;
    std::shared_ptr<const Disclosure> may;
};

// Would disclose() tell of this Snapshot what it told of the earlier one, under the same rule? Much the quicker way
// when a few levels have changed since then. False also when it is not worth finding out.
bool still_discloses(const Disclosed& before, const Snapshot& snapshot, const Sweep& swept,
                     const SuppressRule& rule = {}, int threads = 1);

// Which parts of a whole may be told: none of 1 … fewest − 1, and no so few are left when the told ones are taken from
// the whole. Zero may be told.
std::vector<bool> tellable(std::span<const std::int64_t> parts, std::int64_t fewest);

} // namespace kunna::engine
