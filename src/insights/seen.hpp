// Seen: whose levels an actor may see, by their places in a picture of the workforce.
#pragma once

#include "insights/fence.hpp"

namespace kunna::insights {

class Seen {
public:
    // Decided by access/visibility, in one query whatever the number of people; nobody without view_levels.
    static Seen by(db::Tx& tx, const Workforce& workforce, const access::Actor& actor);

    [[nodiscard]] bool person(engine::PersonIndex person) const { return everyone_ || people_[person]; }
    // Everybody in the units: a number about few of them tells such an actor nothing that is not theirs to read.
    [[nodiscard]] bool all_in(const Workforce& workforce, const std::vector<engine::UnitIndex>& tops) const;

private:
    bool everyone_ = false;
    std::vector<bool> people_; // by PersonIndex
};

} // namespace kunna::insights
