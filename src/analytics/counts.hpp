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

// Where units are: places by name, and the place of each unit's own people.
struct Places {
    std::vector<std::string> name{}; // "" for units that are nowhere in particular
    std::vector<std::uint32_t> of{}; // by UnitIndex

    explicit Places(const insights::Directory& names);
};

// Of one skill: the sum of any piece, and may it be told. Everything that is told belongs to one tree: the
// organisation, the places, and in each place the units as far as their people are there. It is guarded as in
// engine/suppress.hpp, so what can be computed from all that is told is never about few, whether it is asked for by
// place or by unit. A unit that is in several places is told when its part in each may be.
class SkillCounts {
public:
    // own: by unit in tree order, the people of that unit alone; every unit that has any.
    SkillCounts(const engine::Units& units, const Places& places,
                const std::vector<std::pair<engine::UnitIndex, Count>>& own, const engine::SuppressRule& rule);

    [[nodiscard]] Count of(const Piece& piece) const;
    [[nodiscard]] bool tells(const Piece& piece) const;
    // All tops of the fence, or everybody there is when it is whole.
    [[nodiscard]] bool tells(const insights::Fence& fence) const;
    [[nodiscard]] bool tells_place(std::uint32_t place) const { return tree_[part_[place].first].shown; }

private:
    // The units of one place: where they begin in the tree, and which node is which (as in engine::Column).
    struct Part {
        std::size_t first = 0;
        std::vector<std::uint32_t> node{};
    };

    const engine::Units* units_;
    std::vector<engine::SuppressNode> tree_;
    std::vector<Part> part_;   // by place
    std::vector<Count> below_; // by unit: the sum before it in tree order
};

class Counts {
public:
    Counts(const engine::Units& units, Places places) :
        units_(&units), places_(std::move(places)), heads_(units.size(), 0) {}

    void add_person(engine::UnitIndex unit) { ++heads_[unit]; }
    void add_level(engine::UnitIndex unit, engine::SkillIndex skill, engine::State state, engine::Level level) {
        known_[skill][unit].add(state, level);
    }
    // Skills of which anything is known of anybody.
    [[nodiscard]] std::vector<engine::SkillIndex> skills() const;
    [[nodiscard]] SkillCounts of(engine::SkillIndex skill, const engine::SuppressRule& rule) const;

private:
    const engine::Units* units_;
    Places places_;
    std::vector<std::int64_t> heads_; // own people by unit
    std::map<engine::SkillIndex, std::map<engine::UnitIndex, Count>> known_;
};

// As the people of the picture stand today.
Counts counts_of(const insights::Workforce& workforce);

} // namespace kunna::analytics
