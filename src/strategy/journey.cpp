// The journey.
#include "strategy/journey.hpp"

#include "strategy/log.hpp"
#include "strategy/queries.hpp"
#include "strategy/store.hpp"

#include <algorithm>

namespace kunna::strategy {

namespace {

StepState state_of(bool done, bool begun) {
    return done ? StepState::done : begun ? StepState::under_way : StepState::waiting;
}

NextAct first_lack(const std::vector<Lack>& lacking) {
    if (lacking.empty()) return NextAct::none;
    switch (lacking.front()) {
    case Lack::owner:
    case Lack::sponsor:
        return NextAct::name_sponsor;
    case Lack::decision:
    case Lack::decision_document:
        return NextAct::record_decision;
    case Lack::consultations:
        return NextAct::consult_units;
    case Lack::answers:
        return NextAct::record_answers;
    case Lack::negotiation:
    case Lack::outcome:
    case Lack::minutes:
        return NextAct::negotiate;
    }
    return NextAct::none;
}

void tell_anchor(const Facts& facts, JourneyStep& step) {
    const auto lacking = lacks(facts);
    const bool accepted = facts.overridden && facts.state == StrategyState::active;
    step.facts = {{FactKey::sponsor, facts.sponsor && !facts.sponsor->left, {}, Place::editor},
                  {FactKey::decision, facts.decided, {}, Place::anchoring},
                  {FactKey::units_answered, facts.answered.n, facts.answered.of, Place::anchoring},
                  {FactKey::negotiations, facts.negotiations, {}, Place::anchoring}};
    step.state = state_of(lacking.empty() || accepted, facts.sponsor || facts.decided || facts.asked.n > 0);
    step.next = first_lack(lacking);
    step.place = step.next == NextAct::name_sponsor ? Place::editor : Place::anchoring;
}

void tell_goals(const Facts& facts, JourneyStep& step) {
    step.facts = {{FactKey::goals, facts.goals, {}, Place::goals},
                  {FactKey::goals_with_needs, facts.needing_goals.n, facts.needing_goals.of, Place::goals}};
    step.state = state_of(facts.needing_goals.all(), facts.goals > 0);
    step.next = facts.goals == 0 ? NextAct::add_goals : NextAct::add_needs;
    step.place = Place::goals;
}

void tell_inventory(const Facts& facts, JourneyStep& step) {
    step.facts = {{FactKey::people_known, facts.people.n, facts.people.of, Place::gap},
                  {FactKey::rounds_open, facts.rounds_open, {}, Place::rounds},
                  {FactKey::rounds_closed, facts.rounds_closed, {}, Place::rounds}};
    if (facts.cases.of > 0) step.facts.push_back({FactKey::cases_done, facts.cases.n, facts.cases.of, Place::rounds});
    step.state = state_of(facts.people.reaches(enough) && facts.rounds_open == 0,
                          facts.people.n > 0 || facts.rounds_open + facts.rounds_closed > 0);
    step.next = facts.rounds_open > 0 ? NextAct::follow_round : NextAct::start_round;
    step.place = Place::rounds;
}

void tell_future(const Facts& facts, JourneyStep& step) {
    step.facts = {{FactKey::dated_needs, facts.dated_needs, {}, Place::goals},
                  {FactKey::scenarios, facts.scenarios, {}, Place::scenarios}};
    // The base alone foresees nothing: there is to be another to compare it with.
    step.state = state_of(facts.dated_needs > 0 && facts.scenarios > 1, facts.dated_needs > 0 || facts.scenarios > 0);
    step.next = facts.dated_needs == 0 ? NextAct::add_needs : NextAct::add_scenario;
    step.place = facts.dated_needs == 0 ? Place::goals : Place::scenarios;
}

void tell_gaps(const Facts& facts, JourneyStep& step) {
    step.facts = {{FactKey::requirements_known, facts.requirements.percent(), {}, Place::gap}};
    if (facts.coverage) step.facts.push_back({FactKey::coverage, *facts.coverage, {}, Place::gap});
    step.state = state_of(facts.requirements.reaches(enough), facts.requirements.n > 0);
    step.next = NextAct::close_unknowns;
    step.place = Place::gap;
}

void tell_priorities(const Facts& facts, JourneyStep& step) {
    step.facts = {{FactKey::ranked, facts.dated_needs, {}, Place::priorities},
                  {FactKey::chosen, facts.chosen, {}, Place::priorities}};
    // The formula ranks by itself; that management stands by it, and goes without something, is to be seen.
    step.state = state_of(facts.dated_needs > 0 && (facts.chosen > 0 || facts.reviews > 0), facts.dated_needs > 0);
    step.next = facts.dated_needs == 0 ? NextAct::add_needs : NextAct::choose;
    step.place = facts.dated_needs == 0 ? Place::goals : Place::priorities;
}

void tell_follow_up(const Facts& facts, JourneyStep& step) {
    step.facts = {{FactKey::reviews, facts.reviews, {}, Place::reviews}};
    if (facts.next_review)
        step.facts.push_back({FactKey::days_to_review, *facts.next_review - facts.today, {}, Place::reviews});
    const bool missed = facts.next_review && *facts.next_review < facts.today;
    const bool recent = facts.last_review && facts.today - *facts.last_review <= quarter;
    step.state = state_of(recent && !missed, facts.next_review || facts.reviews > 0);
    step.next = facts.next_review ? NextAct::hold_review : NextAct::plan_review;
    step.place = facts.next_review ? Place::reviews : Place::editor;
}

void tell_adjust(const Facts& facts, JourneyStep& step) {
    step.facts = {{FactKey::changes_since_review, facts.changes_since_review, {}, Place::reviews}};
    step.state = state_of(facts.reviews > 0 && facts.changes_since_review > 0, facts.reviews > 0);
    step.next = facts.reviews > 0 ? NextAct::change_plan : NextAct::hold_review;
    step.place = facts.reviews > 0 ? Place::editor : Place::reviews;
}

void tell_by_hand(const Mark& mark, JourneyStep& step) {
    step.state = state_of(mark.done, !mark.note.empty() || !mark.link.empty());
    step.next = NextAct::mark_by_hand;
}

void tell(const Facts& facts, JourneyStep& step) {
    switch (step.step) {
    case Step::anchor:
        return tell_anchor(facts, step);
    case Step::goals:
        return tell_goals(facts, step);
    case Step::inventory:
        return tell_inventory(facts, step);
    case Step::future_needs:
        return tell_future(facts, step);
    case Step::gaps:
        return tell_gaps(facts, step);
    case Step::priorities:
        return tell_priorities(facts, step);
    case Step::follow_up:
        return tell_follow_up(facts, step);
    case Step::adjust:
        return tell_adjust(facts, step);
    case Step::plan:
    case Step::learn:
    case Step::talks:
        return;
    }
}

} // namespace

bool by_hand(Step step) {
    return step == Step::plan || step == Step::learn || step == Step::talks;
}

std::vector<JourneyStep> journey(const Facts& facts) {
    std::vector<JourneyStep> steps;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Step>>([&](auto described) {
        JourneyStep step{.step = described.value, .number = static_cast<std::int32_t>(steps.size()) + 1};
        const auto found = facts.marks.find(step.step);
        const Mark mark = found == facts.marks.end() ? Mark{} : found->second;
        step.by_hand = by_hand(step.step);
        if (step.by_hand)
            tell_by_hand(mark, step);
        else
            tell(facts, step);
        if (step.state == StepState::done) step.next = NextAct::none;
        step.owner = mark.owner;
        step.due = mark.due;
        step.note = mark.note;
        step.link = mark.link;
        const bool open = step.state != StepState::done && facts.state != StrategyState::closed;
        if (open && mark.owner && mark.owner->left) step.stuck.push_back(Stuck::owner_left);
        if (open && mark.due && *mark.due < facts.today) step.stuck.push_back(Stuck::late);
        steps.push_back(std::move(step));
    });
    return steps;
}

Result<void> mark_step(db::Tx& tx, const access::Actor& actor, StrategyId id, Step step, const StepInput& wanted) {
    const auto strategy = TRY(store::find(tx, id));
    const auto marks = marks_of(tx, id);
    const auto found = marks.find(step);
    const Mark before = found == marks.end() ? Mark{} : found->second;
    const auto owner = before.owner ? std::optional{before.owner->person} : std::nullopt;
    const bool owns = actor.person.given() && owner == actor.person && wanted.owner == owner;
    if (!owns) TRY(store::to_change(tx, actor, id));
    if (strategy.state == StrategyState::closed) return refuse(Kind::conflict, "strategy.closed");
    TRY(store::check_person(tx, actor, "/owner", wanted.owner, owner));
    if (wanted.due && *wanted.due < tx.today() && wanted.due != before.due)
        return refuse_field("/due", "strategy.due_passed");
    const std::string note = TRY(store::words("/note", wanted.note, 0));
    const std::string link = TRY(store::link("/link", wanted.link));
    if (wanted.done && !by_hand(step)) return refuse_field("/done", "strategy.step_seen");
    if (wanted.done && note.empty() && link.empty()) return refuse_field("/done", "strategy.step_evidence");
    tx.run(queries::put_mark, {{"strategy", id},
                               {"step", step},
                               {"owner", wanted.owner},
                               {"due", wanted.due},
                               {"done", wanted.done},
                               {"note", note},
                               {"link", link}});
    write_down(tx, actor, id, EntryKind::step, db::enum_name(step), note);
    return {};
}

} // namespace kunna::strategy
