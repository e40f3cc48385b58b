// Gathering facts.
#include "strategy/facts.hpp"

#include "goals/goals.hpp"
#include "insights/figures.hpp"
#include "scenarios/scenarios.hpp"
#include "strategy/log.hpp"
#include "strategy/queries.hpp"
#include "strategy/reviews.hpp"
#include "strategy/store.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace kunna::strategy {

namespace {

struct MarkFlat {
    Step step = Step::anchor;
    std::optional<PersonId> owner{};
    std::optional<Date> due{};
    bool done = false;
    std::string note{};
    std::string link{};
};
BOOST_DESCRIBE_STRUCT(MarkFlat, (), (step, owner, due, done, note, link))

// Where nothing says otherwise, the departments: the units directly below the top, or the top when there are none.
void add_departments(const engine::Units& units, const insights::Directory& names, std::set<UnitId>& into) {
    const std::size_t before = into.size();
    for (const bool below : {true, false}) {
        for (engine::UnitIndex u = 0; u < units.size(); ++u) {
            const auto parent = units.parent(u);
            const bool top = parent == engine::no_index;
            const bool second = !top && units.parent(parent) == engine::no_index;
            if (below ? second : top) into.insert(names.units[u].id);
        }
        if (into.size() > before) return;
    }
}

// The units that goals name, or all departments where a goal concerns everybody.
std::set<UnitId> affected_by(const std::vector<goals::GoalRow>& pursued, const insights::Workforce& workforce) {
    std::set<UnitId> units;
    bool everybody = pursued.empty();
    for (const auto& goal : pursued) {
        everybody = everybody || goal.units.empty();
        for (const auto& unit : goal.units) units.insert(unit.id);
    }
    if (everybody) add_departments(workforce.snapshot().units(), workforce.names(), units);
    return units;
}

std::vector<goals::GoalRow> pursued_goals(db::Tx& tx) {
    auto all = goals::goals(tx);
    std::erase_if(all, [](const goals::GoalRow& goal) {
        return goal.state == goals::GoalState::dropped || goal.state == goals::GoalState::reached;
    });
    return all;
}

void tell_goals(db::Tx& tx, const std::vector<goals::GoalRow>& pursued, Facts& facts) {
    facts.goals = static_cast<std::int64_t>(pursued.size());
    facts.owned_goals.of = facts.needing_goals.of = facts.goals_on_track.of = facts.goals;
    for (const auto& goal : pursued) {
        facts.owned_goals.n += goal.owner.left ? 0 : 1;
        facts.needing_goals.n += goal.needs > 0 ? 1 : 0;
        facts.goals_on_track.n += goal.state == goals::GoalState::on_track ? 1 : 0;
    }
    std::set<RoleId> roles;
    for (const auto& one : goals::pursued_needs(tx)) {
        ++facts.dated_needs;
        if (one.row.choice) ++facts.chosen;
        if (one.row.need.role) roles.insert(*one.row.need.role);
    }
    facts.scenarios = static_cast<std::int64_t>(scenarios::scenarios(tx).size());
    facts.target_roles = static_cast<std::int64_t>(roles.size());
}

void tell_anchoring(const Anchoring& anchored, std::set<UnitId> affected, const insights::Directory& names,
                    Facts& facts) {
    for (const Consultation& one : anchored.consultations) {
        affected.erase(one.unit);
        ++facts.asked.n;
        if (one.answered) ++facts.answered.n;
    }
    for (const UnitId unit : affected)
        if (const auto index = names.find(unit)) facts.to_ask.push_back({unit, names.units[*index].name});
    facts.asked.of = facts.answered.of = facts.asked.n + static_cast<std::int64_t>(facts.to_ask.size());
    const auto has_minutes = [&](const Negotiation& negotiation) {
        return std::any_of(anchored.documents.begin(), anchored.documents.end(),
                           [&](const Document& one) { return one.negotiation == negotiation.id; });
    };
    const auto& held = anchored.negotiations;
    facts.negotiations = static_cast<std::int64_t>(held.size());
    facts.all_over = std::all_of(held.begin(), held.end(), [](const Negotiation& one) { return one.over(); });
    facts.all_minuted = std::all_of(held.begin(), held.end(), has_minutes);
    facts.decision_documented = std::any_of(anchored.documents.begin(), anchored.documents.end(),
                                            [](const Document& one) { return !one.negotiation; });
}

Part known_people(const engine::Snapshot& snapshot) {
    Part part;
    for (engine::PersonIndex p = 0; p < snapshot.person_end(); ++p) {
        if (!snapshot.present(p)) continue;
        const auto sums = engine::person_sums(snapshot, p).sums;
        if (sums.rows == 0) continue;
        ++part.of;
        if (sums.unknown < sums.rows) ++part.n;
    }
    return part;
}

void tell_workforce(const insights::Workforce& workforce, Facts& facts) {
    const auto fence = insights::fence_of(workforce, access::Actor::system());
    if (!insights::shows_total(workforce, fence)) return;
    const auto total = engine::organisation_sums(workforce.snapshot(), workforce.sweep());
    facts.requirements = {total.sums.rows, total.sums.rows - total.sums.unknown};
    if (const auto coverage = total.sums.coverage()) facts.coverage = std::llround(*coverage * 100);
    facts.people = known_people(workforce.snapshot());
}

void tell_rounds(db::Tx& tx, Facts& facts) {
    tx.run(queries::rounds_by_state, {{"day", tx.today()}}, [&](const db::Row& row) {
        facts.rounds_open = row.integer(0);
        facts.rounds_closed = row.integer(1);
    });
    tx.run(queries::cases_of_rounds, {{"day", tx.today()}}, [&](const db::Row& row) {
        facts.cases = {row.integer(0), row.integer(1)};
    });
}

// What was done, by anybody, is movement; so is what happened to what the journey is about.
void tell_movement(db::Tx& tx, StrategyId id, Facts& facts) {
    const auto log = log_of(tx, id);
    Instant newest = log.empty() ? Instant{} : log.front().at;
    if (const auto at = tx.one<std::optional<Instant>>(queries::last_movement); at && *at)
        newest = std::max(newest, **at);
    facts.moved = newest.utc_day();
    const auto all = reviews(tx, id);
    facts.reviews = static_cast<std::int64_t>(all.size());
    if (all.empty()) return;
    facts.last_review = all.front().day;
    facts.changes_since_review = std::count_if(log.begin(), log.end(), [&](const LogEntry& entry) {
        return entry.at > all.front().at && entry.kind != EntryKind::reviewed;
    });
}

} // namespace

Result<Facts> facts_of(db::Tx& tx, const insights::Workforce& workforce, StrategyId id) {
    const store::StrategyFlat strategy = TRY(store::find(tx, id));
    Facts facts;
    facts.today = tx.today();
    facts.state = strategy.state;
    facts.ends = strategy.ends;
    facts.owner = store::named(tx, strategy.owner);
    facts.sponsor = store::named(tx, strategy.sponsor);
    facts.overridden = strategy.override_why.has_value();
    facts.communication = static_cast<std::int64_t>(strategy.communication.size());
    for (const YearPlan& year : store::years(tx, id))
        if (year.budget > 0 && year.hours > 0) ++facts.years;
    facts.quiet_days = strategy.quiet_days;
    facts.next_review = strategy.next_review;
    facts.decided = strategy.decided.has_value();
    const auto pursued = pursued_goals(tx);
    tell_goals(tx, pursued, facts);
    tell_anchoring(anchoring(tx, id), affected_by(pursued, workforce), workforce.names(), facts);
    tell_workforce(workforce, facts);
    tell_rounds(tx, facts);
    facts.wishing = *tx.one<std::int64_t>(queries::people_who_wish, {{"day", tx.today()}});
    tell_movement(tx, id, facts);
    facts.marks = marks_of(tx, id);
    for (auto& one : tx.all<Evidence>(queries::evidence, {{"strategy", id}})) {
        const Criterion criterion = one.criterion;
        facts.evidence[criterion] = std::move(one);
    }
    return facts;
}

std::map<Step, Mark> marks_of(db::Tx& tx, StrategyId id) {
    std::map<Step, Mark> marks;
    for (const auto& one : tx.all<MarkFlat>(queries::marks, {{"strategy", id}}))
        marks[one.step] = {store::named(tx, one.owner), one.due, one.done, one.note, one.link};
    return marks;
}

std::vector<Lack> lacks(const Facts& facts) {
    std::vector<Lack> all;
    const auto here = [](const std::optional<Named>& person) { return person && !person->left; };
    if (!here(facts.owner)) all.push_back(Lack::owner);
    if (!here(facts.sponsor)) all.push_back(Lack::sponsor);
    if (!facts.decided) all.push_back(Lack::decision);
    if (!facts.decision_documented) all.push_back(Lack::decision_document);
    if (!facts.asked.all()) all.push_back(Lack::consultations);
    if (facts.answered.n < facts.asked.n) all.push_back(Lack::answers);
    if (facts.negotiations == 0) all.push_back(Lack::negotiation);
    if (facts.negotiations > 0 && !facts.all_over) all.push_back(Lack::outcome);
    if (facts.negotiations > 0 && !facts.all_minuted) all.push_back(Lack::minutes);
    return all;
}

std::string_view place_of(Lack lack) {
    switch (lack) {
    case Lack::owner:
        return "/owner";
    case Lack::sponsor:
        return "/sponsor";
    case Lack::decision:
        return "/decided";
    case Lack::decision_document:
        return "/documents";
    case Lack::consultations:
    case Lack::answers:
        return "/consultations";
    case Lack::negotiation:
    case Lack::outcome:
    case Lack::minutes:
        return "/negotiations";
    }
    return "";
}

} // namespace kunna::strategy
