// Inputs.
#include "plans/inputs.hpp"

#include "learning/activities.hpp"
#include "wishes/wishes.hpp"

namespace kunna::plans {

Inputs::Inputs(db::Db& db, std::shared_ptr<const insights::Workforce> workforce, Frame frame,
               std::unordered_set<engine::PersonIndex> also) :
    workforce_(std::move(workforce)),
    frame_(std::move(frame)) {
    std::vector<learning::Activity> activities;
    std::optional<reskilling::Fits> fits;
    db.read([&](db::Tx& tx) {
        pursued_ = goals::pursued_needs(tx);
        activities = learning::every_activity(tx);
        if (frame_.reskill_hour_cost) fits.emplace(tx, workforce_);
        if (frame_.wishes)
            wishes::each_wished_skill(tx, [&](SkillId skill, PersonId person) {
                if (const auto who = workforce_->find(person)) wishes_[*who].insert(skill);
            });
        return 0;
    });
    offers_ = std::make_unique<Offers>(std::move(activities), frame_, workforce_->day());
    needs_ = needs_asked(*workforce_, pursued_, frame_.roles);
    for (const PlanLock& lock : frame_.locks)
        if (lock.kind == LockKind::lock && lock.person)
            if (const auto who = workforce_->find(*lock.person)) also.insert(*who);
    gaps_ = gaps_of(*workforce_, needs_, frame_, also);
    if (fits) movers_ = movers_of(*fits, needs_, gaps_, frame_);
}

} // namespace kunna::plans
