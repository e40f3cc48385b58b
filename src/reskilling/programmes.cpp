// Programmes: reading, writing, going on.
#include "reskilling/programmes.hpp"

#include "audit/trail.hpp"
#include "base/text.hpp"
#include "people/person.hpp"
#include "reskilling/members.hpp"
#include "reskilling/programme_check.hpp"
#include "reskilling/queries.hpp"
#include "scenarios/scenarios.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kunna::reskilling {

namespace {

using access::Actor;

struct ProgrammeFlat {
    ProgrammeId id{};
    std::string name{};
    std::string description{};
    ProgrammeState state = ProgrammeState::draft;
    UnitId unit{};
    std::string unit_name{};
    Date ready{};
    double hours_a_week = 0;
    std::optional<PersonId> owner{};
    std::int64_t recruitment_cost = 0;
    double onboarding_weeks = 0;
    std::int64_t monthly_salary = 0;
    std::int64_t hour_cost = 0;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ProgrammeFlat, (),
                      (id, name, description, state, unit, unit_name, ready, hours_a_week, owner, recruitment_cost,
                       onboarding_weeks, monthly_salary, hour_cost, version))

struct OwnerName {
    std::string given{};
    std::string family{};
};
BOOST_DESCRIBE_STRUCT(OwnerName, (), (given, family))

// Of all programmes, by programme.
std::map<std::int64_t, std::vector<ProgrammeRole>> roles_of_all(db::Tx& tx) {
    std::map<std::int64_t, std::vector<ProgrammeRole>> all;
    tx.run(queries::programme_roles, {}, [&](const db::Row& row) {
        all[row.integer(0)].push_back({RoleId{row.integer(1)},
                                       {std::string{row.text(2)}, std::string{row.text(3)}},
                                       static_cast<std::int32_t>(row.integer(4))});
    });
    return all;
}

Programme of(db::Tx& tx, const Actor& actor, ProgrammeFlat&& flat, std::vector<ProgrammeRole> roles) {
    Programme one{.id = flat.id,
                  .name = std::move(flat.name),
                  .description = std::move(flat.description),
                  .state = flat.state,
                  .unit = flat.unit,
                  .unit_name = std::move(flat.unit_name),
                  .ready = flat.ready,
                  .hours_a_week = flat.hours_a_week,
                  .roles = std::move(roles),
                  .hiring = {flat.recruitment_cost, flat.onboarding_weeks, flat.monthly_salary, flat.hour_cost},
                  .version = flat.version,
                  .may_run = runs(tx, actor, flat.unit)};
    if (flat.owner)
        if (const auto name = tx.one<OwnerName>(queries::owner_name, {{"person", *flat.owner}}))
            one.owner = ProgrammePerson{*flat.owner, people::full_name(name->given, name->family)};
    return one;
}

bool shown(const Actor& actor, const ProgrammeFlat& flat) {
    return flat.state != ProgrammeState::draft || actor.may(access::Permission::run_programmes);
}

void write_roles(db::Tx& tx, ProgrammeId id, const ProgrammeInput& wanted) {
    tx.run(queries::clear_roles, {{"programme", id}});
    for (const RoleWanted& role : wanted.roles)
        tx.run(queries::insert_role, {{"programme", id}, {"role", role.role}, {"headcount", role.headcount}});
}

} // namespace

bool runs(db::Tx& tx, const Actor& actor, UnitId unit) {
    if (actor.is_system()) return true;
    if (!actor.may(access::Permission::run_programmes)) return false;
    return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const access::Grant& grant) {
        if (!access::holds(grant.role, access::Permission::run_programmes)) return false;
        return !grant.unit ||
               *tx.one<std::int64_t>(queries::unit_is_within, {{"unit", unit}, {"granted", *grant.unit}}) > 0;
    });
}

std::vector<Programme> programmes(db::Tx& tx, const Actor& actor) {
    auto roles = roles_of_all(tx);
    std::vector<Programme> all;
    for (ProgrammeFlat& flat : tx.all<ProgrammeFlat>(queries::programmes))
        if (shown(actor, flat)) {
            auto asked = std::move(roles[flat.id.value]);
            all.push_back(of(tx, actor, std::move(flat), std::move(asked)));
        }
    return all;
}

Result<Programme> find_programme(db::Tx& tx, const Actor& actor, ProgrammeId id) {
    auto flat = tx.one<ProgrammeFlat>(queries::programme_by_id, {{"programme", id}});
    if (!flat || !shown(actor, *flat)) return refuse(Kind::not_found, "programme.not_found");
    return of(tx, actor, std::move(*flat), std::move(roles_of_all(tx)[id.value]));
}

Result<Programme> programme_to_run(db::Tx& tx, const Actor& actor, ProgrammeId id) {
    Programme found = TRY(find_programme(tx, actor, id));
    if (!found.may_run) return refuse(Kind::forbidden, "programme.not_yours");
    return found;
}

Result<Programme> add_programme(db::Tx& tx, const insights::Workforce& workforce, const Actor& actor,
                                const ProgrammeInput& wanted) {
    const ProgrammeInput whole = cleaned(wanted);
    json::Problems problems = check_programme(tx, workforce, actor, whole, nullptr);
    if (!problems.none()) return std::move(problems).error();
    const auto id = tx.insert<ProgrammeId>(queries::insert_programme, {{"name", whole.name},
                                                                       {"folded", text::fold(whole.name)},
                                                                       {"description", whole.description},
                                                                       {"state", ProgrammeState::draft},
                                                                       {"unit", *whole.unit},
                                                                       {"ready", *whole.ready},
                                                                       {"hours_a_week", whole.hours_a_week},
                                                                       {"owner", whole.owner},
                                                                       {"recruitment_cost", *whole.recruitment_cost},
                                                                       {"onboarding_weeks", *whole.onboarding_weeks},
                                                                       {"monthly_salary", *whole.monthly_salary},
                                                                       {"hour_cost", *whole.hour_cost},
                                                                       {"at", tx.now()}});
    write_roles(tx, id, whole);
    audit::append(tx, actor.account, "programme.added", id.value, "name,roles,hiring");
    return find_programme(tx, actor, id);
}

Result<Programme> edit_programme(db::Tx& tx, const insights::Workforce& workforce, const Actor& actor, ProgrammeId id,
                                 std::optional<std::int64_t> version, const ProgrammeInput& wanted) {
    const Programme before = TRY(programme_to_run(tx, actor, id));
    if (version && *version != before.version) return refuse(Kind::stale, "http.stale");
    if (before.state == ProgrammeState::closed) return refuse(Kind::conflict, "programme.closed");
    const ProgrammeInput whole = cleaned(wanted);
    json::Problems problems = check_programme(tx, workforce, actor, whole, &before);
    const json::Place top{};
    for (const RoleId role : roles_with_members(tx, id))
        if (std::none_of(whole.roles.begin(), whole.roles.end(),
                         [&](const RoleWanted& one) { return one.role == role; }))
            problems.add(top.member("roles"), "programme.role_has_members");
    if (!problems.none()) return std::move(problems).error();
    tx.run(queries::update_programme, {{"programme", id},
                                       {"name", whole.name},
                                       {"folded", text::fold(whole.name)},
                                       {"description", whole.description},
                                       {"unit", *whole.unit},
                                       {"ready", *whole.ready},
                                       {"hours_a_week", whole.hours_a_week},
                                       {"owner", whole.owner},
                                       {"recruitment_cost", *whole.recruitment_cost},
                                       {"onboarding_weeks", *whole.onboarding_weeks},
                                       {"monthly_salary", *whole.monthly_salary},
                                       {"hour_cost", *whole.hour_cost}});
    write_roles(tx, id, whole);
    audit::append(tx, actor.account, "programme.edited", id.value, "name,roles,hiring");
    return find_programme(tx, actor, id);
}

Result<Programme> set_state(db::Tx& tx, const Actor& actor, ProgrammeId id, std::optional<std::int64_t> version,
                            ProgrammeState state) {
    const Programme before = TRY(programme_to_run(tx, actor, id));
    if (version && *version != before.version) return refuse(Kind::stale, "http.stale");
    const bool next = static_cast<int>(state) == static_cast<int>(before.state) + 1;
    const bool closes = state == ProgrammeState::closed && before.state != ProgrammeState::closed;
    if (!next && !closes) return refuse(Kind::conflict, "programme.state_order");
    if (closes) {
        if (!roles_with_members(tx, id, true).empty()) return refuse(Kind::conflict, "programme.members_on_the_way");
        tx.run(queries::end_interest_of_others, {{"programme", id}, {"at", tx.now()}});
    }
    tx.run(queries::set_programme_state, {{"programme", id}, {"state", state}});
    audit::append(tx, actor.account, "programme.state_set", id.value, "state");
    return find_programme(tx, actor, id);
}

Result<void> remove_programme(db::Tx& tx, const Actor& actor, ProgrammeId id) {
    const Programme before = TRY(programme_to_run(tx, actor, id));
    if (before.state != ProgrammeState::draft) return refuse(Kind::conflict, "programme.not_draft");
    tx.run(queries::clear_roles, {{"programme", id}});
    tx.run(queries::delete_programme, {{"programme", id}});
    audit::append(tx, actor.account, "programme.removed", id.value);
    return {};
}

Result<GrowingRoles> growing_roles(db::Tx& tx, const insights::Workforce& workforce, scenarios::ScenarioId id) {
    const auto scenario = TRY(scenarios::find_scenario(tx, id));
    constexpr double months_a_year = 12;
    std::map<engine::RoleIndex, double> more;
    for (const scenarios::ScenarioChange& change : scenario.assumptions.changes) {
        if (!change.role) continue;
        const auto role = workforce.names().find(*change.role);
        if (!role || workforce.snapshot().role(*role).slots() == 0) continue;
        if (change.kind == scenarios::ChangeKind::heads) more[*role] += change.amount;
        if (change.kind == scenarios::ChangeKind::growth && !change.unit)
            more[*role] += static_cast<double>(workforce.snapshot().holders_of(*role).people) * change.amount *
                           scenario.assumptions.months / months_a_year;
    }
    GrowingRoles growing;
    for (const auto& [role, heads] : more) {
        const auto& name = workforce.names().roles[role];
        if (std::lround(heads) > 0)
            growing.items.push_back({name.id, name.name, static_cast<std::int32_t>(std::lround(heads))});
    }
    return growing;
}

} // namespace kunna::reskilling
