// Wanted.
#include "plans/wanted.hpp"

#include <algorithm>

namespace kunna::plans {

namespace {

// What managers have said becomes locks and bans; of the same activity for the same person the last word counts.
std::vector<PlanLock> said_of(std::vector<PlanLock> said, const std::vector<store::Decision>& decisions) {
    const auto put = [&](LockKind kind, PersonId person, ActivityId activity) {
        std::erase_if(said, [&](const PlanLock& one) { return one.person == person && one.activity == activity; });
        said.push_back({.kind = kind, .person = person, .activity = activity});
    };
    for (const store::Decision& one : decisions) {
        if (one.review != ItemReview::deferred && one.review != ItemReview::swapped) continue;
        put(LockKind::ban, one.person, one.activity);
        if (one.review == ItemReview::swapped && one.swapped_to) put(LockKind::lock, one.person, *one.swapped_to);
    }
    return said;
}

} // namespace

Result<Wanted> wanted(db::Db& db, PlanId id) {
    return db.read([&](db::Tx& tx) -> Result<Wanted> {
        Wanted all{TRY(store::find(tx, id)), {}, {}, {}, {}};
        all.frame = store::frame_of(all.plan);
        all.frame.locks = store::locks_of(tx, id);
        all.decisions = store::decisions(tx, id);
        if (all.plan.based_on) all.before = store::decisions(tx, *all.plan.based_on);
        all.said = said_of(store::locks_of(tx, id, true), all.decisions);
        return all;
    });
}

Frame heeding(const Wanted& all) {
    Frame frame = all.frame;
    // Who has asked for it since is heard: the maker's lock before a manager's word, that before an old no.
    const auto add = [&](const PlanLock& lock) {
        const bool spoken = std::any_of(frame.locks.begin(), frame.locks.end(), [&](const PlanLock& one) {
            return one.person == lock.person && one.activity == lock.activity;
        });
        if (!spoken) frame.locks.push_back(lock);
    };
    for (const PlanLock& lock : all.said) add(lock);
    for (const store::Decision& one : all.before)
        if (one.answer == ItemAnswer::declined)
            add({.kind = LockKind::ban, .person = one.person, .activity = one.activity});
    return frame;
}

std::map<PersonId, std::set<ActivityId>> promises(const Wanted& all) {
    std::map<PersonId, std::set<ActivityId>> kept;
    for (const store::Decision& one : all.before)
        if (one.answer != ItemAnswer::declined && one.review != ItemReview::deferred)
            kept[one.person].insert(one.activity);
    for (const store::Decision& one : all.decisions) {
        if (one.review == ItemReview::agreed) kept[one.person].insert(one.activity);
        if (one.review == ItemReview::deferred || one.review == ItemReview::swapped)
            kept[one.person].erase(one.activity);
    }
    for (const PlanLock& lock : heeding(all).locks) {
        if (lock.kind != LockKind::ban) continue;
        for (auto& [person, activities] : kept)
            if (!lock.unit && (!lock.person || *lock.person == person)) {
                if (lock.activity)
                    activities.erase(*lock.activity);
                else
                    activities.clear();
            }
    }
    return kept;
}

Promised promised_in(const insights::Workforce& workforce, const Offers& offers,
                     const std::map<PersonId, std::set<ActivityId>>& kept) {
    Promised promised;
    for (const auto& [person, activities] : kept)
        for (const ActivityId activity : activities) {
            const auto who = workforce.find(person);
            const auto at = offers.find(activity);
            if (who && at) promised[*who].insert(*at);
        }
    return promised;
}

} // namespace kunna::plans
