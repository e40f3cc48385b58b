// Comparison: several scenarios beside each other, and what holds whichever comes.
//
// A gap is no-regret when a skill is short on the horizon in every scenario, by at least half a person: the least of
// its shortages is wanted whatever happens. Preparing for one scenario is to have ready what it will be short of; when
// another comes, `short` is what is still lacking then and `spare` what was made ready in vain. The regret is their
// sum, in people and skills; the choice with the least worst regret is told. Waiting: the same scenario with learning
// begun a year later; its price is the person-years of shortage that this adds over the horizon.
//
// A scenario that singles out few people hides what would tell on them in itself alone: each is told here what it is
// told of alone, and every sum and difference of these is one of things that are told. Sums over skills and regrets are
// over the skills that all of them may be told of, so that they are of the same.
#pragma once

#include "scenarios/forecasts.hpp"

namespace kunna::scenarios {

inline constexpr std::size_t most_compared = 6;

struct ComparedScenario {
    ScenarioId scenario{};
    std::string name{};
    bool base = false;
    bool hidden = false;   // of the sums of posts
    double posts_then = 0; // expected people in posts, on the horizon
    double demand_then = 0;
    double shortage_then = 0;  // over all skills that may be told in every scenario
    double shortage_years = 0; // person-years of it, over the horizon
    double waiting_years = 0;  // as many more when learning begins a year later
    double waiting_then = 0;   // and what is short on the horizon then, more
    double worst_regret = 0;   // of preparing for this one
    std::optional<Date> first_shortage{};
};
BOOST_DESCRIBE_STRUCT(ComparedScenario, (),
                      (scenario, name, base, hidden, posts_then, demand_then, shortage_then, shortage_years,
                       waiting_years, waiting_then, worst_regret, first_shortage))

struct Regret {
    ScenarioId prepared{};
    ScenarioId comes{};
    double short_ = 0;
    double spare = 0;
};
BOOST_DESCRIBE_STRUCT(Regret, (), (prepared, comes, short_, spare))

struct RobustSkill {
    SkillId skill{};
    skills::Text name{};
    std::string kind{};
    bool no_regret = false;
    bool everywhere = false; // told in every scenario; else it is in no sum
    double least = 0;        // shortage on the horizon, where it is told
    double most = 0;
    std::vector<std::optional<double>> shortage{}; // by scenario; nothing where it is hidden
    std::vector<std::optional<double>> waiting{};  // by scenario: person-years that waiting adds
};
BOOST_DESCRIBE_STRUCT(RobustSkill, (), (skill, name, kind, no_regret, everywhere, least, most, shortage, waiting))

struct ScenarioComparison {
    Date day{};
    std::int32_t months = 0; // the shortest horizon of them
    Date horizon{};
    std::string name{}; // of the unit or the organisation
    std::vector<ComparedScenario> scenarios{};
    std::vector<Regret> regrets{};
    std::optional<ScenarioId> least_regret{};
    std::vector<RobustSkill> skills{}; // no-regret ones first, then by the largest shortage
    std::int64_t hidden_skills = 0;    // told in no scenario, and not among them
};
BOOST_DESCRIBE_STRUCT(ScenarioComparison, (),
                      (day, months, horizon, name, scenarios, regrets, least_regret, skills, hidden_skills))

// Two to six scenarios. Refuses scenario.compare_number at /query/scenario.
Result<ScenarioComparison> compare(db::Db& db, const Ground& ground, const access::Actor& actor,
                                   const std::vector<Scenario>& scenarios, std::optional<UnitId> unit);

} // namespace kunna::scenarios
