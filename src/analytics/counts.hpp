// Counts: how many people can do what, by skill and unit, on one day; and which of these numbers may be told.
//
// Everybody in a unit counts, whether or not their role requires the skill. They are in one of the four states of
// engine::State against level 3, "does alone" (or the highest step of a shorter scale). The level is fixed: of two
// levels the difference would tell on the few between them.
#pragma once

#include "engine/column.hpp"
#include "engine/fuse.hpp"
#include "insights/fence.hpp"

#include <map>

namespace kunna::analytics {

inline constexpr int able_step = 3;
engine::Level able_level(const insights::SkillName& skill);

// A sum over some people in one skill.
struct Count {
    std::int64_t people = 0; // all, also those of whom nothing is known
    std::int64_t able = 0;   // at the level, sure
    std::int64_t uncertain = 0;
    std::int64_t below = 0;
    std::int64_t level_units = 0; // Σ of the known levels

    [[nodiscard]] std::int64_t known() const { return able + uncertain + below; }
    [[nodiscard]] engine::Audience audience() const;
    Count& operator+=(const Count& other);
    // One person more.
    void add(engine::State state, engine::Level level);
};

// A unit with all under it, or its own people only.
struct Piece {
    engine::UnitIndex unit = 0;
    bool own = false;
};

// Of one skill: the sum of any piece, and may it be told. Columns are guarded as in engine/suppress.hpp: what can be
// computed from the pieces told is never about few.
class SkillCounts {
public:
    // own: by unit in tree order, the people of that unit alone; every unit that has any.
    SkillCounts(const engine::Units& units, const std::vector<std::pair<engine::UnitIndex, Count>>& own,
                const engine::SuppressRule& rule);

    [[nodiscard]] Count of(const Piece& piece) const;
    [[nodiscard]] bool tells(const Piece& piece) const;
    // All tops of the fence, or everybody there is when it is whole.
    [[nodiscard]] bool tells(const insights::Fence& fence) const;

    static constexpr std::uint32_t no_group = engine::no_index;
    // Units put together in another way than the tree does (places), group_of by unit: which of the groups may be told
    // beside all pieces that may? What the pieces leave untold under each of them falls into parts, one a group. All of
    // what can be had by subtraction is made of these parts; so when one of them is about few, none of the groups that
    // have a part there is told.
    [[nodiscard]] std::vector<bool> tells(std::span<const std::uint32_t> group_of, std::uint32_t groups) const;

private:
    [[nodiscard]] std::size_t place_of(const Piece& piece) const; // in the column; its size when it has no node

    const engine::Units* units_;
    engine::SuppressRule rule_;
    engine::Column column_;
    std::vector<Count> below_; // by unit: the sum before it in tree order
};

class Counts {
public:
    explicit Counts(const engine::Units& units) : units_(&units), heads_(units.size(), 0) {}

    void add_person(engine::UnitIndex unit) { ++heads_[unit]; }
    void add_level(engine::UnitIndex unit, engine::SkillIndex skill, engine::State state, engine::Level level) {
        known_[skill][unit].add(state, level);
    }
    // Skills of which anything is known of anybody.
    [[nodiscard]] std::vector<engine::SkillIndex> skills() const;
    [[nodiscard]] SkillCounts of(engine::SkillIndex skill, const engine::SuppressRule& rule) const;

private:
    const engine::Units* units_;
    std::vector<std::int64_t> heads_; // own people by unit
    std::map<engine::SkillIndex, std::map<engine::UnitIndex, Count>> known_;
};

// As the people of the picture stand today.
Counts counts_of(const insights::Workforce& workforce);

} // namespace kunna::analytics
