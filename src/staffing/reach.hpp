// Reach: whom a search for staff reaches, and which statements about each of them count in it.
#pragma once

#include "insights/seen.hpp"

namespace kunna::staffing {

enum class Way : std::uint8_t {
    none,
    seen,       // the asker may read the person's levels: all statements count
    consent,    // the person lets managers elsewhere find them: what others than the person have said counts
    own_ratings // and what they say themselves
};

class Reach {
public:
    // By access/visibility, in two queries whatever the number of people. Consent reaches people as they are today.
    static Reach by(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor);
    // Only whose levels the asker may read: what else is asked of them would tell more than they agreed to.
    static Reach seen_only(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor);

    [[nodiscard]] Way way(engine::PersonIndex person) const {
        if (seen_.person(person)) return Way::seen;
        return consented_.empty() ? Way::none : consented_[person];
    }

private:
    explicit Reach(insights::Seen seen) : seen_{std::move(seen)} {}

    insights::Seen seen_;
    std::vector<Way> consented_; // by PersonIndex; empty when nobody
};

// What counts of a person's statements on a skill, in their order.
std::vector<engine::Evidence> counting(const engine::Snapshot& snapshot, engine::PersonIndex person,
                                       engine::SkillIndex skill, Way way);

} // namespace kunna::staffing
