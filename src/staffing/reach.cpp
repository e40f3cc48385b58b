// Reach.
#include "staffing/reach.hpp"

#include "access/visibility.hpp"

namespace kunna::staffing {

Reach Reach::seen_only(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor) {
    return {workforce, insights::Seen::by(tx, workforce, actor)};
}

Reach Reach::by(db::Tx& tx, wishes::Consents& consents, const insights::Workforce& workforce,
                const access::Actor& actor) {
    Reach reach = seen_only(tx, workforce, actor);
    if (workforce.day() == tx.today() && access::finds_by_consent(actor)) reach.consented_ = consents.of(tx);
    return reach;
}

std::vector<engine::Evidence> counting(const engine::Snapshot& snapshot, engine::PersonIndex person,
                                       engine::SkillIndex skill, Way way) {
    const auto all = snapshot.evidence_of(person, skill);
    std::vector<engine::Evidence> counts;
    counts.reserve(all.size());
    std::copy_if(all.begin(), all.end(), std::back_inserter(counts), [&](const engine::Evidence& one) {
        return way != Way::consent || one.source != engine::Source::self;
    });
    return counts;
}

} // namespace kunna::staffing
