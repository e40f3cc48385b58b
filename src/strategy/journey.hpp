// The journey: the eleven steps of domain.md §2, each with its state as Kunna sees it, the figures behind it, what is
// stuck, and what to do next. Pure, but for what people say of a step.
#pragma once

#include "strategy/facts.hpp"

namespace kunna::strategy {

BOOST_DEFINE_ENUM_CLASS(StepState, waiting, under_way, done)

// A figure behind a step: value of `of`, or value alone; percentages as whole numbers.
BOOST_DEFINE_ENUM_CLASS(FactKey, sponsor, decision, units_answered, negotiations, goals, goals_with_needs, rounds_open,
                        rounds_closed, cases_done, people_known, dated_needs, scenarios, requirements_known, coverage,
                        ranked, chosen, reviews, days_to_review, changes_since_review)
struct StepFact {
    FactKey key = FactKey::goals;
    std::int64_t value = 0;
    std::optional<std::int64_t> of{};
    Place place = Place::journey; // where it comes from
};
BOOST_DESCRIBE_STRUCT(StepFact, (), (key, value, of, place))

BOOST_DEFINE_ENUM_CLASS(Stuck, owner_left, late)
BOOST_DEFINE_ENUM_CLASS(NextAct, none, name_sponsor, record_decision, consult_units, record_answers, negotiate,
                        add_goals, add_needs, start_round, follow_round, add_scenario, close_unknowns, choose,
                        mark_by_hand, plan_review, hold_review, change_plan)

struct JourneyStep {
    Step step = Step::anchor;
    std::int32_t number = 1;
    StepState state = StepState::waiting;
    bool by_hand = false; // not in Kunna yet: whoever answers for it says how it goes
    std::optional<Named> owner{};
    std::optional<Date> due{};
    std::vector<StepFact> facts{};
    std::vector<Stuck> stuck{};
    NextAct next = NextAct::none;
    Place place = Place::journey; // of the next act
    std::string note{};
    std::string link{};
};
BOOST_DESCRIBE_STRUCT(JourneyStep, (),
                      (step, number, state, by_hand, owner, due, facts, stuck, next, place, note, link))

std::vector<JourneyStep> journey(const Facts& facts);
bool by_hand(Step step);

struct StepInput {
    std::optional<PersonId> owner{};
    std::optional<Date> due{};
    bool done = false;
    std::string note{};
    std::string link{};
};
BOOST_DESCRIBE_STRUCT(StepInput, (), (owner, due, done, note, link))
// By whoever may change the strategy, and by the owner of the step (all but /owner). Refuses /done: strategy.step_seen,
// of a step that Kunna computes, and strategy.step_evidence, done without a note or link; /due strategy.due_passed.
Result<void> mark_step(db::Tx& tx, const access::Actor& actor, StrategyId strategy, Step step, const StepInput& wanted);

} // namespace kunna::strategy
