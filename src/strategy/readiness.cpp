// Readiness.
#include "strategy/readiness.hpp"

#include "strategy/log.hpp"
#include "strategy/queries.hpp"
#include "strategy/store.hpp"

#include <algorithm>
#include <array>

namespace kunna::strategy {

namespace {

constexpr std::int64_t plan_of_substance = 40; // characters
constexpr std::int64_t half = 50;              // percent
constexpr std::int64_t fewest_told = 5;        // people behind a figure
constexpr std::int64_t interest_of_many = 20;  // percent

struct Rule {
    Criterion criterion;
    Question question;
    Basis basis;
    Place remedy;
};

constexpr std::array rules{
    Rule{Criterion::measurable_goals, Question::execution, Basis::computed, Place::goals},
    Rule{Criterion::sponsor, Question::execution, Basis::computed, Place::anchoring},
    Rule{Criterion::units_consulted, Question::execution, Basis::computed, Place::anchoring},
    Rule{Criterion::needs_analysis, Question::execution, Basis::computed, Place::gap},
    Rule{Criterion::communication, Question::execution, Basis::computed, Place::editor},
    Rule{Criterion::linked_to_skills, Question::whose_skills, Basis::computed, Place::goals},
    Rule{Criterion::staff_inventoried, Question::whose_skills, Basis::computed, Place::rounds},
    Rule{Criterion::gaps_ranked, Question::whose_skills, Basis::computed, Place::priorities},
    Rule{Criterion::target_roles, Question::new_roles, Basis::either, Place::goals},
    Rule{Criterion::adjacency, Question::new_roles, Basis::evidence, Place::readiness},
    Rule{Criterion::time_and_pay, Question::new_roles, Basis::evidence, Place::readiness},
    Rule{Criterion::interest_asked, Question::new_roles, Basis::either, Place::wishes},
    Rule{Criterion::budget_and_hours, Question::continuous, Basis::computed, Place::editor},
    Rule{Criterion::leaders_coached, Question::continuous, Basis::evidence, Place::readiness},
    Rule{Criterion::follow_up, Question::continuous, Basis::computed, Place::reviews},
    Rule{Criterion::channels, Question::continuous, Basis::evidence, Place::readiness},
};

struct Computed {
    std::int32_t score = 0;
    std::optional<std::int64_t> value{};
    std::optional<std::int64_t> of{};
};

std::int32_t grade(bool full, bool part) {
    return full ? 2 : part ? 1 : 0;
}

Computed of_share(const Part& part) {
    return {grade(part.reaches(enough), part.reaches(half)), part.n, part.of};
}

Computed of_sponsor(const Facts& facts) {
    const bool here = facts.sponsor && !facts.sponsor->left;
    return {grade(here && facts.decided && facts.decision_documented, here), {}, {}};
}

// Quarterly: the next one within a quarter, and none that was missed.
Computed of_follow_up(const Facts& facts) {
    if (!facts.next_review) return {0, {}, {}};
    const int days = *facts.next_review - facts.today;
    return {days < 0 ? 0 : grade(days <= quarter, true), days, {}};
}

Computed computed(Criterion criterion, const Facts& facts) {
    switch (criterion) {
    case Criterion::measurable_goals:
        return {grade(facts.goals > 0 && facts.owned_goals.all(), facts.goals > 0), facts.owned_goals.n, facts.goals};
    case Criterion::sponsor:
        return of_sponsor(facts);
    case Criterion::units_consulted:
        return {grade(facts.answered.all(), facts.answered.reaches(half)), facts.answered.n, facts.answered.of};
    case Criterion::needs_analysis:
        return of_share(facts.requirements);
    case Criterion::communication:
        return {grade(facts.communication >= plan_of_substance, facts.communication > 0), {}, {}};
    case Criterion::linked_to_skills:
        return {grade(facts.needing_goals.all(), facts.needing_goals.n > 0), facts.needing_goals.n,
                facts.needing_goals.of};
    case Criterion::staff_inventoried:
        return of_share(facts.people);
    case Criterion::gaps_ranked:
        return {grade(facts.dated_needs > 0, false), facts.dated_needs, {}};
    case Criterion::target_roles:
        return {grade(facts.target_roles > 0, false), facts.target_roles, {}};
    case Criterion::interest_asked: {
        const Part wishing{facts.people.of, facts.wishing};
        if (facts.wishing < fewest_told) return {0, {}, {}};
        return {grade(wishing.reaches(interest_of_many), true), wishing.n, wishing.of};
    }
    case Criterion::budget_and_hours:
        return {grade(facts.years >= 2, facts.years == 1), facts.years, {}};
    case Criterion::follow_up:
        return of_follow_up(facts);
    case Criterion::adjacency:
    case Criterion::time_and_pay:
    case Criterion::leaders_coached:
    case Criterion::channels:
        return {};
    }
    return {};
}

CriterionScore scored(const Rule& rule, const Facts& facts) {
    CriterionScore score{.criterion = rule.criterion, .basis = rule.basis, .remedy = rule.remedy};
    const auto said = facts.evidence.find(rule.criterion);
    if (rule.basis != Basis::computed && said != facts.evidence.end()) {
        score.said = said->second;
        score.score = said->second.score;
    }
    const Computed seen = computed(rule.criterion, facts);
    score.score = std::max(score.score, seen.score);
    score.value = seen.value;
    score.of = seen.of;
    return score;
}

const Rule& rule_of(Criterion criterion) {
    return *std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.criterion == criterion; });
}

} // namespace

Basis basis_of(Criterion criterion) {
    return rule_of(criterion).basis;
}

Readiness readiness(const Facts& facts) {
    Readiness ready;
    for (const Rule& rule : rules) {
        if (ready.questions.empty() || ready.questions.back().question != rule.question)
            ready.questions.push_back({.question = rule.question});
        ready.questions.back().criteria.push_back(scored(rule, facts));
    }
    for (QuestionScore& one : ready.questions) {
        std::int32_t sum = 0;
        for (const CriterionScore& criterion : one.criteria) sum += criterion.score;
        one.percent = sum * 50 / static_cast<std::int32_t>(one.criteria.size());
        one.light = one.percent >= 75 ? Light::green : one.percent >= 50 ? Light::amber : Light::red;
        ready.red = ready.red || one.light == Light::red;
    }
    return ready;
}

Result<void> give_evidence(db::Tx& tx, const access::Actor& actor, StrategyId id, Criterion criterion,
                           const EvidenceInput& wanted) {
    TRY(store::to_change(tx, actor, id));
    if (basis_of(criterion) == Basis::computed) return refuse(Kind::conflict, "strategy.criterion_computed");
    if (wanted.score < 0 || wanted.score > 2) return refuse_field("/score", "strategy.score_outside");
    const std::string evidence = TRY(store::words("/evidence", wanted.evidence, wanted.score > 0 ? 10 : 0));
    const std::string link = TRY(store::link("/link", wanted.link));
    tx.run(queries::put_evidence, {{"strategy", id},
                                   {"criterion", criterion},
                                   {"score", wanted.score},
                                   {"evidence", evidence},
                                   {"link", link},
                                   {"account", actor.account},
                                   {"at", tx.now()}});
    write_down(tx, actor, id, EntryKind::evidence, db::enum_name(criterion), evidence);
    return {};
}

} // namespace kunna::strategy
