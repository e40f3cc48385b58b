// Room: what the limits have left while a plan is put together.
#pragma once

#include "planning/problem.hpp"

namespace kunna::planning {

class Room {
public:
    explicit Room(const Problem& problem);

    // May this person have this bundle, everything else staying as it is?
    [[nodiscard]] bool fits(std::size_t person, const Bundle& bundle) const;
    // A single option of a person of the unit.
    [[nodiscard]] bool fits(std::uint32_t unit, std::uint32_t option) const;
    void take(std::size_t person, const Bundle& bundle, int sign = 1); // −1: give back

    [[nodiscard]] const Use& use() const { return use_; } // rolled up
    [[nodiscard]] std::int64_t spent() const { return spent_; }

private:
    [[nodiscard]] std::int64_t cost_of(std::uint32_t option) const; // with the session's, if it is the first seat

    const Problem& problem_;
    Use use_;
    std::int64_t spent_ = 0;
};

} // namespace kunna::planning
