// Standing, and the document.
#include "strategy/standing.hpp"

#include "goals/goals.hpp"
#include "strategy/queries.hpp"
#include "strategy/strategies.hpp"

namespace kunna::strategy {

namespace {

// The strategy, its goals and what they take.
Result<Written> begun(db::Tx& tx, const access::Actor& actor, StrategyId id) {
    Written all;
    all.strategy = TRY(find_strategy(tx, actor, id));
    all.goals = goals::goals(tx);
    std::erase_if(all.goals, [](const goals::GoalRow& goal) { return goal.state == goals::GoalState::dropped; });
    for (goals::PursuedNeed& one : goals::pursued_needs(tx)) {
        const goals::Need& need = one.row.need;
        all.needs.push_back({std::move(one.goal_name), std::move(one.row.skill_name), std::move(one.row.role_name),
                             std::move(one.row.unit_name), need.level, need.headcount, need.due, need.must});
    }
    return all;
}

} // namespace

Result<Standing> standing(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, StrategyId id) {
    const Facts facts = TRY(facts_of(tx, workforce, id));
    Standing told;
    told.strategy = TRY(find_strategy(tx, actor, id));
    told.journey = journey(facts);
    told.readiness = readiness(facts);
    told.stalls = stalls(facts);
    told.lacks = lacks(facts);
    told.moved = facts.moved;
    told.to_consult = facts.to_ask;
    if (auto all = reviews(tx, id); !all.empty()) told.last_review = std::move(all.front());
    return told;
}

Result<Written> written(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, StrategyId id) {
    Written all = TRY(begun(tx, actor, id));
    all.whole = true;
    all.anchoring = anchoring(tx, id);
    all.readiness = readiness(TRY(facts_of(tx, workforce, id)));
    all.reviews = reviews(tx, id);
    all.log = log_of(tx, id);
    return all;
}

Result<Written> written_for_all(db::Tx& tx, const access::Actor& actor) {
    const auto id = tx.one<StrategyId>(queries::active);
    if (!id) return refuse(Kind::not_found, "strategy.none_active");
    Written told = TRY(begun(tx, actor, *id));
    told.strategy.override_.reset();
    // That departments and unions were asked, and when; what they said is between them and those who lead the work.
    for (Consultation& one : anchoring(tx, *id).consultations)
        told.anchoring.consultations.push_back({one.unit, std::move(one.unit_name), one.asked, one.answered, {}, ""});
    for (Negotiation& one : anchoring(tx, *id).negotiations) {
        one.note.clear();
        told.anchoring.negotiations.push_back(std::move(one));
    }
    return told;
}

} // namespace kunna::strategy
