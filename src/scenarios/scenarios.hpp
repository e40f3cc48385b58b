// What one does with scenarios. Whoever may see forecasts reads them; all who plan the future share them.
#pragma once

#include "access/actor.hpp"
#include "scenarios/ground.hpp"
#include "scenarios/scenario.hpp"

namespace kunna::scenarios {

inline constexpr std::size_t most_scenarios = 50;

std::vector<Scenario> scenarios(db::Tx& tx); // the base first
// not_found, "scenario.not_found".
Result<Scenario> find_scenario(db::Tx& tx, ScenarioId id);
Result<Scenario> find_scenario(db::Tx& tx, std::string_view name);

// What a question is asked under: the scenario named, else the base, else usual assumptions, as they are by now.
struct Basis {
    std::optional<ScenarioId> id{};
    std::string name{};
    Assumptions now{};
};
// not_found, "scenario.not_found".
Result<Basis> basis_of(db::Tx& tx, std::optional<ScenarioId> asked, Date today);

// The first is the base; a new base takes the place of the old. Refuses scenario.name_missing, people.too_long,
// scenario.name_taken, scenario.too_many, and what assumed() refuses, by field.
Result<Scenario> add_scenario(db::Tx& tx, const access::Actor& actor, const Ground& ground, const NewScenario& wanted);
// Without a look at what is assumed: for those who know it is right. The first is the base.
ScenarioId keep_scenario(db::Tx& tx, const access::Actor& actor, const NewScenario& wanted);
// As well: http.stale when it is no longer the version named; scenario.base_needed when the base would be none.
Result<Scenario> edit_scenario(db::Tx& tx, const access::Actor& actor, const Ground& ground, ScenarioId id,
                               std::optional<std::int64_t> version, const NewScenario& wanted);
// Refuses scenario.base_needed while there are alternatives to it.
Result<void> remove_scenario(db::Tx& tx, const access::Actor& actor, ScenarioId id);

} // namespace kunna::scenarios
