// Reach: whom a search for staff reaches, and which statements about each of them count in it.
#pragma once

#include "insights/seen.hpp"
#include "wishes/consented.hpp"

namespace kunna::staffing {

enum class Way : std::uint8_t {
    none,
    seen,       // the asker may read the person's levels: all statements count
    consent,    // the person lets managers elsewhere find them: what others than the person have said counts
    own_ratings // and what they say themselves
};

class Reach {
public:
    // By access/visibility, in one query whatever the number of people. Consent reaches people as they are today.
    static Reach by(db::Tx& tx, wishes::Consents& consents, const insights::Workforce& workforce,
                    const access::Actor& actor);
    // Only whose levels the asker may read: what else is asked of them would tell more than they agreed to.
    static Reach seen_only(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor);

    [[nodiscard]] Way way(engine::PersonIndex person) const {
        if (seen_.person(person)) return Way::seen;
        if (!consented_) return Way::none;
        switch (consented_->person(PersonId{snapshot_->person_id(person)})) {
        case wishes::Found::by_others:
            return Way::consent;
        case wishes::Found::by_own_ratings:
            return Way::own_ratings;
        case wishes::Found::no:
            break;
        }
        return Way::none;
    }

private:
    Reach(const insights::Workforce& workforce, insights::Seen seen) :
        snapshot_{&workforce.snapshot()}, seen_{std::move(seen)} {}

    const engine::Snapshot* snapshot_;
    insights::Seen seen_;
    std::shared_ptr<const wishes::Consented> consented_; // null when it opens nobody
};

// What counts of a person's statements on a skill, in their order.
std::vector<engine::Evidence> counting(const engine::Snapshot& snapshot, engine::PersonIndex person,
                                       engine::SkillIndex skill, Way way);

} // namespace kunna::staffing
