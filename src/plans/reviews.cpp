// Reviews and answers.
#include "plans/reviews.hpp"

#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "learning/activities.hpp"
#include "plans/checking.hpp"
#include "plans/offers.hpp"
#include "plans/queries.hpp"
#include "plans/store.hpp"

#include <algorithm>
#include <set>

namespace kunna::plans {

namespace {

Result<store::FoundItem> visible_item(db::Tx& tx, const access::Actor& actor, PlanItemId item) {
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
    auto found = store::find_item(tx, scope, item);
    if (!found) return refuse(Kind::not_found, "plan_item.not_found");
    return std::move(*found);
}

// What the plan's frame has room for.
Result<ActivityId> swap_of(db::Tx& tx, const insights::Workforce& workforce, const PlanItem& item,
                           std::optional<ActivityId> to) {
    if (!to || *to == item.activity) return refuse_field("/to", "plan.swap_to");
    const Frame frame = store::frame_of(TRY(store::find(tx, item.plan)));
    const Offers offers{learning::every_activity(tx), frame, workforce.day()};
    const auto at = offers.find(*to);
    if (!at) return refuse_field("/to", "plan.swap_not_held");
    if (offers.activities()[*at].hours > std::min(frame.hours, frame.hours_a_quarter.value_or(frame.hours)))
        return refuse_field("/to", "plan.swap_hours");
    const std::vector<PlanLock> locks = store::locks_of(tx, item.plan);
    if (Bans{locks, workforce}.against({.person = item.person, .activity = to}))
        return refuse_field("/to", "plan.swap_banned");
    return *to;
}

} // namespace

Result<std::vector<PlanItem>> items_of_plan(db::Db& db, const access::Actor& actor, PlanId plan) {
    auto items = TRY(db.read([&](db::Tx& tx) -> Result<std::vector<PlanItem>> {
        const store::StoredPlan found = TRY(store::find(tx, plan));
        // What is not sent yet is nobody's but theirs who make it.
        if (found.state == PlanState::draft && !actor.may(access::Permission::make_plans))
            return refuse(Kind::not_found, "plan.not_found");
        return store::items_of_plan(tx, access::visible_people(tx, actor, access::Sight::levels), plan);
    }));
    std::set<PersonId> people;
    for (const PlanItem& item : items) people.insert(item.person);
    access::note_read(db, actor, {people.begin(), people.end()}, "plan");
    return items;
}

std::vector<PlanReview> reviews(db::Db& db, const access::Actor& actor) {
    std::set<PersonId> people;
    auto all = db.read([&](db::Tx& tx) {
        const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
        std::vector<PlanReview> found;
        for (const PlanId plan : tx.all<PlanId>(queries::plans_to_review, scope, {{"self", actor.person}})) {
            const auto row = store::find(tx, plan);
            if (!row.ok()) continue;
            PlanReview review{plan, row->name, row->state, {}};
            for (PlanItem& item : store::items_of_plan(tx, scope, plan)) {
                if (item.person == actor.person) continue;
                people.insert(item.person);
                review.items.push_back(std::move(item));
            }
            found.push_back(std::move(review));
        }
        return found;
    });
    access::note_read(db, actor, {people.begin(), people.end()}, "plan");
    return all;
}

Result<PlanItem> review_item(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                             PlanItemId item, const ReviewInput& said) {
    const store::FoundItem found = TRY(visible_item(tx, actor, item));
    if (!access::manages(tx, actor.person, found.item.person)) return refuse(Kind::forbidden, "plan.only_managers");
    if (found.state != PlanState::review) return refuse(Kind::conflict, "plan.not_in_review");
    const bool agreed = said.review == ItemReview::agreed || said.review == ItemReview::waiting;
    const std::string because = TRY(check_reason(said.because, !agreed));
    std::optional<ActivityId> to;
    if (said.review == ItemReview::swapped) to = TRY(swap_of(tx, workforce, found.item, said.to));
    tx.run(queries::review, {{"item", item},
                             {"review", said.review},
                             {"swapped_to", to},
                             {"because", because},
                             {"account", actor.account},
                             {"at", tx.now()}});
    // What is agreed to was so solved; anything else the next solution is to heed.
    if (!agreed || found.item.review == ItemReview::swapped || found.item.review == ItemReview::deferred)
        tx.run(queries::new_edition, {{"plan", found.item.plan}});
    audit::append(tx, actor.account, "plan.reviewed", found.item.plan.value, "review");
    return TRY(visible_item(tx, actor, item)).item;
}

MyPlan my_plan(db::Tx& tx, const access::Actor& actor) {
    if (!actor.person.given()) return {};
    const db::Scope scope = access::visible_people(tx, actor, access::Sight::levels);
    return {store::items_of_person(tx, scope, actor.person), store::outcomes_of_person(tx, scope, actor.person)};
}

Result<PlanItem> answer_item(db::Tx& tx, const access::Actor& actor, PlanItemId item, const AnswerInput& said) {
    const store::FoundItem found = TRY(visible_item(tx, actor, item));
    if (found.item.person != actor.person) return refuse(Kind::forbidden, "plan.only_own");
    if (found.state != PlanState::published) return refuse(Kind::conflict, "plan.not_published");
    const bool reason = said.answer == ItemAnswer::declined || said.answer == ItemAnswer::contested;
    tx.run(queries::answer, {{"item", item},
                             {"answer", said.answer},
                             {"because", TRY(check_reason(said.because, reason))},
                             {"at", tx.now()}});
    audit::append(tx, actor.account, "plan.answered", found.item.plan.value, "answer");
    return TRY(visible_item(tx, actor, item)).item;
}

} // namespace kunna::plans
