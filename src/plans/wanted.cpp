// Wanted.
#include "plans/wanted.hpp"

#include <algorithm>

namespace kunna::plans {

namespace {

// What managers and people have said becomes locks and bans.
void heed(Wanted& all) {
    const auto add = [&](LockKind kind, PersonId person, ActivityId activity) {
        const PlanLock lock{.kind = kind, .person = person, .activity = activity};
        if (std::find(all.frame.locks.begin(), all.frame.locks.end(), lock) == all.frame.locks.end())
            all.frame.locks.push_back(lock);
    };
    for (const store::Decision& one : all.decisions) {
        if (one.review == ItemReview::deferred || one.review == ItemReview::swapped)
            add(LockKind::ban, one.person, one.activity);
        if (one.review == ItemReview::swapped && one.swapped_to) add(LockKind::lock, one.person, *one.swapped_to);
    }
    for (const store::Decision& one : all.before)
        if (one.answer == ItemAnswer::declined) add(LockKind::ban, one.person, one.activity);
}

} // namespace

Result<Wanted> wanted(db::Db& db, PlanId id) {
    return db.read([&](db::Tx& tx) -> Result<Wanted> {
        Wanted all{TRY(store::find(tx, id)), {}, {}, {}};
        all.frame = store::frame_of(all.plan);
        all.frame.locks = store::locks_of(tx, id);
        all.decisions = store::decisions(tx, id);
        if (all.plan.based_on) all.before = store::decisions(tx, *all.plan.based_on);
        heed(all);
        return all;
    });
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
    for (const PlanLock& lock : all.frame.locks) {
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
