// Scenarios: reading, making, changing.
#include "scenarios/scenarios.hpp"

#include "audit/trail.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "base/text.hpp"
#include "scenarios/assumed.hpp"
#include "scenarios/queries.hpp"

namespace kunna::scenarios {

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_description = 2000;

struct ScenarioRow {
    ScenarioId id{};
    std::string name{};
    std::string description{};
    bool base = false;
    std::string assumptions{};
    Instant changed{};
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ScenarioRow, (), (id, name, description, base, assumptions, changed, version))

Scenario scenario_of(const ScenarioRow& row) {
    auto read = json::from_text<Assumptions>(row.assumptions);
    if (!read.ok()) throw std::runtime_error{"the stored assumptions of a scenario cannot be read"};
    return {row.id, row.name, row.description, row.base, std::move(read).unwrap(), row.changed, row.version};
}

Result<std::string> short_enough(const char* where, std::string_view given, std::size_t longest) {
    std::string squeezed = text::squeeze(given);
    if (squeezed.size() > longest) return refuse_field(where, "people.too_long", {{"limit", std::to_string(longest)}});
    return squeezed;
}

Result<NewScenario> checked(db::Tx& tx, const Ground& ground, NewScenario wanted, ScenarioId self) {
    wanted.name = TRY(short_enough("/name", wanted.name, longest_name));
    if (wanted.name.empty()) return refuse_field("/name", "scenario.name_missing");
    if (wanted.description.size() > longest_description)
        return refuse_field("/description", "people.too_long", {{"limit", std::to_string(longest_description)}});
    const auto same = tx.one<ScenarioRow>(queries::scenario_by_name, {{"name", text::fold(wanted.name)}});
    if (same && same->id != self) return refuse_field("/name", "scenario.name_taken");
    TRY(assumed(ground, wanted.assumptions, "/assumptions"));
    return wanted;
}

} // namespace

std::vector<Scenario> scenarios(db::Tx& tx) {
    std::vector<Scenario> all;
    for (const ScenarioRow& row : tx.all<ScenarioRow>(queries::scenarios)) all.push_back(scenario_of(row));
    return all;
}

Result<Scenario> find_scenario(db::Tx& tx, ScenarioId id) {
    const auto row = tx.one<ScenarioRow>(queries::scenario_by_id, {{"scenario", id}});
    if (!row) return refuse(Kind::not_found, "scenario.not_found");
    return scenario_of(*row);
}

Result<Scenario> find_scenario(db::Tx& tx, std::string_view name) {
    const auto row = tx.one<ScenarioRow>(queries::scenario_by_name, {{"name", text::fold(name)}});
    if (!row) return refuse(Kind::not_found, "scenario.not_found");
    return scenario_of(*row);
}

Result<Scenario> add_scenario(db::Tx& tx, const access::Actor& actor, const Ground& ground, const NewScenario& wanted) {
    const auto before = tx.all<ScenarioRow>(queries::scenarios);
    if (before.size() >= most_scenarios)
        return Error{Kind::conflict, "scenario.too_many", {}, {{"most", std::to_string(most_scenarios)}}};
    return find_scenario(tx, keep_scenario(tx, actor, TRY(checked(tx, ground, wanted, {}))));
}

ScenarioId keep_scenario(db::Tx& tx, const access::Actor& actor, const NewScenario& made) {
    const bool base = made.base || tx.all<ScenarioRow>(queries::scenarios).empty();
    const auto id = tx.insert<ScenarioId>(queries::insert_scenario, {{"name", made.name},
                                                                     {"folded", text::fold(made.name)},
                                                                     {"description", made.description},
                                                                     {"base", base},
                                                                     {"assumptions", json::to_text(made.assumptions)},
                                                                     {"at", tx.now()}});
    if (base) tx.run(queries::no_other_base, {{"scenario", id}});
    audit::append(tx, actor.account, "scenario.added", id.value, "name,assumptions");
    return id;
}

Result<Scenario> edit_scenario(db::Tx& tx, const access::Actor& actor, const Ground& ground, ScenarioId id,
                               std::optional<std::int64_t> version, const NewScenario& wanted) {
    const Scenario before = TRY(find_scenario(tx, id));
    if (version && *version != before.version) return refuse(Kind::stale, "http.stale");
    const NewScenario made = TRY(checked(tx, ground, wanted, id));
    if (before.base && !made.base) return refuse_field("/base", "scenario.base_needed");
    tx.run(queries::update_scenario, {{"scenario", id},
                                      {"name", made.name},
                                      {"folded", text::fold(made.name)},
                                      {"description", made.description},
                                      {"base", made.base},
                                      {"assumptions", json::to_text(made.assumptions)},
                                      {"at", tx.now()}});
    if (made.base) tx.run(queries::no_other_base, {{"scenario", id}});
    audit::append(tx, actor.account, "scenario.edited", id.value, "name,assumptions");
    return find_scenario(tx, id);
}

Result<void> remove_scenario(db::Tx& tx, const access::Actor& actor, ScenarioId id) {
    const Scenario before = TRY(find_scenario(tx, id));
    if (before.base && tx.all<ScenarioRow>(queries::scenarios).size() > 1)
        return refuse(Kind::conflict, "scenario.base_needed");
    tx.run(queries::delete_scenario, {{"scenario", id}});
    audit::append(tx, actor.account, "scenario.removed", id.value, "");
    return {};
}

Result<Basis> basis_of(db::Tx& tx, std::optional<ScenarioId> asked, Date today) {
    const auto basis = [&](const Scenario& scenario) {
        return Basis{scenario.id, scenario.name, by_now(today, scenario.assumptions)};
    };
    if (asked) return basis(TRY(find_scenario(tx, *asked)));
    const auto all = scenarios(tx);
    return all.empty() ? Basis{} : basis(all.front());
}

} // namespace kunna::scenarios
