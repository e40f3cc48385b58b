// Readiness: the four questions of domain.md §2, each by its criteria, 0–2 apiece. Pure.
#pragma once

#include "strategy/facts.hpp"

namespace kunna::strategy {

BOOST_DEFINE_ENUM_CLASS(Light, green, amber, red)
// computed: from what is in Kunna, and nobody can talk it up. evidence: by what people say. either: the better of both.
BOOST_DEFINE_ENUM_CLASS(Basis, computed, evidence, either)

struct CriterionScore {
    Criterion criterion = Criterion::measurable_goals;
    Basis basis = Basis::computed;
    std::int32_t score = 0;
    std::optional<std::int64_t> value{}; // the figure behind it, and of how many
    std::optional<std::int64_t> of{};
    std::optional<Evidence> said{};
    Place remedy = Place::readiness;
};
BOOST_DESCRIBE_STRUCT(CriterionScore, (), (criterion, basis, score, value, of, said, remedy))

struct QuestionScore {
    Question question = Question::execution;
    std::int32_t percent = 0;
    Light light = Light::red;
    std::vector<CriterionScore> criteria{};
};
BOOST_DESCRIBE_STRUCT(QuestionScore, (), (question, percent, light, criteria))

struct Readiness {
    std::vector<QuestionScore> questions{};
    bool red = false; // any
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (questions, red))

// Green from 75 %, amber from 50 %.
Readiness readiness(const Facts& facts);
Basis basis_of(Criterion criterion);

struct EvidenceInput {
    std::int32_t score = 0;
    std::string evidence{};
    std::string link{};
};
BOOST_DESCRIBE_STRUCT(EvidenceInput, (), (score, evidence, link))
// Refuses strategy.criterion_computed, /score strategy.score_outside, /evidence for a score above 0 without words,
// /link.
Result<void> give_evidence(db::Tx& tx, const access::Actor& actor, StrategyId strategy, Criterion criterion,
                           const EvidenceInput& wanted);

} // namespace kunna::strategy
