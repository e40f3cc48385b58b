// Seen: whose levels an actor may see, by their places in a picture of the workforce.
#pragma once

#include "insights/fence.hpp"

namespace kunna::insights {

// HR states why it opens levels of people who are not its own reports; the reason goes into the log of reads.
access::Actor with_reason(access::Actor actor, const std::optional<std::string>& reason);

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
