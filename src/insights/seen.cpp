// Seen.
#include "insights/seen.hpp"

#include "access/visibility.hpp"
#include "insights/queries.hpp"

namespace kunna::insights {

Seen Seen::by(db::Tx& tx, const Workforce& workforce, const access::Actor& actor) {
    Seen seen;
    seen.people_.assign(workforce.snapshot().person_end(), false);
    if (!actor.may(access::Permission::view_levels)) return seen;
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
    seen.everyone_ = scope.everyone();
    if (seen.everyone_) return seen;
    const auto see = [&](PersonId id) {
        if (const auto person = workforce.find(id)) seen.people_[*person] = true;
    };
    if (scope.only_reports())
        tx.each<PersonId>(queries::visible_reports, scope, {{"person", actor.person}}, see);
    else
        tx.each<PersonId>(queries::visible_ids, scope, {}, see);
    return seen;
}

bool Seen::all_in(const Workforce& workforce, const std::vector<engine::UnitIndex>& tops) const {
    if (everyone_) return true;
    const engine::Snapshot& snapshot = workforce.snapshot();
    return std::all_of(tops.begin(), tops.end(), [&](engine::UnitIndex top) {
        const auto range = snapshot.block_range(top, snapshot.units().end_of(top));
        for (std::size_t b = range.begin; b < range.end; ++b)
            for (const engine::PersonIndex p : snapshot.block(b).person)
                if (!people_[p]) return false;
        return true;
    });
}

} // namespace kunna::insights
