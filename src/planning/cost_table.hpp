// Cost table: what it takes to make each person ready for each role, in whole hours (or any other unit).
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace kunna::planning {

using Cost = std::uint16_t;
inline constexpr Cost barred = std::numeric_limits<Cost>::max(); // never assigned
inline constexpr Cost highest_cost = barred - 1;                 // what would be more counts as this

// A role's requirement, and what a person holds. Levels in thousandths of a step, at most 10,000.
struct Asked {
    std::uint32_t skill = 0;
    std::uint16_t level = 0;
    std::uint16_t hours = 0; // to learn one step
};
struct Held {
    std::uint32_t skill = 0;
    std::uint16_t level = 0;
};

class CostTable {
public:
    static constexpr std::size_t width_of = 32; // rows are filled up with `barred` to a multiple of this

    CostTable(std::size_t people, std::size_t roles);

    [[nodiscard]] std::size_t people() const { return people_; }
    [[nodiscard]] std::size_t roles() const { return roles_; }
    [[nodiscard]] std::size_t stride() const { return stride_; }
    [[nodiscard]] const Cost* row(std::size_t person) const { return cost_.data() + person * stride_; }
    [[nodiscard]] Cost at(std::size_t person, std::size_t role) const { return row(person)[role]; }
    void set(std::size_t person, std::size_t role, Cost cost) { cost_[person * stride_ + role] = cost; }

private:
    std::size_t people_;
    std::size_t roles_;
    std::size_t stride_;
    std::vector<Cost> cost_;
};

// Σ over the role's requirements of hours × max(0, asked − held) in steps, rounded to whole hours. A role asks for a
// skill once, and a person holds it once; `held_at` is one longer than the people. Throws std::invalid_argument on a
// skill outside `skills` and on a level above 10,000.
CostTable missing_hours(std::span<const std::vector<Asked>> roles, std::size_t skills,
                        std::span<const std::uint32_t> held_at, std::span<const Held> held, int threads = 1);

} // namespace kunna::planning
