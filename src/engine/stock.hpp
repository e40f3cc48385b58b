// Stock: how many hold each role in each unit, and how far they have come in what it requires. What a forecast starts
// from; it depends on today alone, so all scenarios share one.
#pragma once

#include "engine/snapshot.hpp"

namespace kunna::engine {

// Months in the role's organisation: 0 … 11, and 12 for a year or more or when it is not known.
inline constexpr int tenure_count = 13;
// The age that somebody turns this calendar year: 0 when the year of birth is not known, 1 below first_age, then a
// number a year, the last for oldest_age and above. Nobody retires before first_age + 10, and nobody is asked to later.
inline constexpr int first_age = 50;
inline constexpr int oldest_age = 70;
inline constexpr int age_count = oldest_age - first_age + 3;
constexpr std::uint8_t age_number(int turns) {
    return static_cast<std::uint8_t>(turns < first_age ? 1 : (turns < oldest_age ? turns : oldest_age) - first_age + 2);
}
// Steps 0 … 8, and one for "nothing is known", which is a state of its own and never a low level.
inline constexpr int state_levels = Level::highest_step + 2;
inline constexpr int state_unknown = Level::highest_step + 1;

class Stock {
public:
    // People of a role in a unit who stand alike: (age × tenure_count + tenure) × state_levels + step.
    struct Entry {
        std::uint16_t state = 0;
        std::uint32_t people = 0;

        [[nodiscard]] std::size_t age_and_tenure() const { return state / state_levels; }
        [[nodiscard]] int level() const { return state % state_levels; }
        bool operator==(const Entry&) const = default;
    };
    // Everybody who holds one role in one unit, without the units under it. A person in two roles is in two groups.
    struct Group {
        RoleIndex role = 0;
        UnitIndex unit = 0;
        std::uint32_t people = 0;
        std::uint32_t first_cell = 0; // a cell a requirement, in the role's order, then one of the posts themselves
    };

    Stock() = default;
    using Takes = std::function<bool(RoleIndex, UnitIndex)>;
    // Both by PersonIndex: months, at most 12, and age numbers; no ages: none is known. takes: which groups; all when
    // there is none.
    Stock(const Snapshot& snapshot, std::span<const std::uint8_t> tenure, std::span<const std::uint8_t> age = {},
          const Takes& takes = {});

    [[nodiscard]] const std::vector<Group>& groups() const { return groups_; } // by role, then unit
    [[nodiscard]] std::span<const Entry> entries(std::size_t cell) const {
        return std::span{entries_}.subspan(entry_at_[cell], entry_at_[cell + 1] - entry_at_[cell]);
    }
    // The same, but of the groups that it takes those of the other Stock, which has no more than these.
    [[nodiscard]] Stock patched(const Stock& with, const Takes& takes) const;
    // The same with the share keep[role] of those who hold each role, 0 … 1: evenly over units and states, in whole
    // people. Of a run of units, and of all who stand alike, as many as the share says, but for one.
    [[nodiscard]] Stock thinned(std::span<const double> keep) const;

    // Groups of a role: a range of groups().
    [[nodiscard]] Snapshot::Range groups_of(RoleIndex role) const { return {role_at_[role], role_at_[role + 1]}; }
    [[nodiscard]] std::size_t cell_count() const { return entry_at_.empty() ? 0 : entry_at_.size() - 1; }

private:
    [[nodiscard]] std::size_t end_of(std::size_t group) const {
        return group + 1 < groups_.size() ? groups_[group + 1].first_cell : cell_count();
    }
    void add(const Stock& from, std::size_t begin, std::size_t end);

    std::vector<Group> groups_;
    std::vector<std::size_t> role_at_;
    std::vector<std::uint32_t> entry_at_; // one longer than the cells
    std::vector<Entry> entries_;
};

} // namespace kunna::engine
