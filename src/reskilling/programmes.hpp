// What one does with programmes. Whoever runs programmes (HR and L&D) runs those of their units; managers, executives
// and auditors read them with sums.
#pragma once

#include "access/actor.hpp"
#include "db/db.hpp"
#include "insights/workforce.hpp"
#include "reskilling/programme.hpp"
#include "scenarios/scenario.hpp"

namespace kunna::reskilling {

// The latest first. Who only reads them is shown no drafts.
std::vector<Programme> programmes(db::Tx& tx, const access::Actor& actor);
// not_found, "programme.not_found"; a draft is not there for those who do not run it.
Result<Programme> find_programme(db::Tx& tx, const access::Actor& actor, ProgrammeId programme);
// As well: forbidden, "programme.not_yours", for those whose units it is not of.
Result<Programme> programme_to_run(db::Tx& tx, const access::Actor& actor, ProgrammeId programme);

// Refuses by field, every one at once: programme.name_missing, programme.name_taken, skill.text_too_long at /name and
// /description; programme.unit_unknown, programme.not_your_unit, programme.day_missing, programme.day_passed,
// programme.hours_a_week, programme.owner_unknown, programme.no_roles, programme.too_many_roles; /roles/0/…:
// role.not_found, programme.role_without_requirements, programme.role_twice, programme.headcount;
// programme.cost_missing, programme.cost_negative, programme.cost_too_large, programme.weeks.
Result<Programme> add_programme(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                                const ProgrammeInput& wanted);
// version: what the editor had before it (If-Match); nothing means any. As well: http.stale, programme.closed, and
// programme.role_has_members at a role that is gone although people are on the way to it.
Result<Programme> edit_programme(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                                 ProgrammeId programme, std::optional<std::int64_t> version,
                                 const ProgrammeInput& wanted);
// One step on: draft → open → running → closed, and closed from any. Closing ends the interest of those who were not
// placed. Refuses programme.state_order, and programme.members_on_the_way when closed while some still are.
Result<Programme> set_state(db::Tx& tx, const access::Actor& actor, ProgrammeId programme,
                            std::optional<std::int64_t> version, ProgrammeState state);
// Only a draft: programme.not_draft.
Result<void> remove_programme(db::Tx& tx, const access::Actor& actor, ProgrammeId programme);

// The roles that grow under a scenario and have requirements, with how many more posts at the end: `heads` as they are,
// `growth` as holders × a year's growth × years. scenario.not_found.
struct GrowingRoles {
    std::vector<ProgrammeRole> items{};
};
BOOST_DESCRIBE_STRUCT(GrowingRoles, (), (items))
Result<GrowingRoles> growing_roles(db::Tx& tx, const insights::Workforce& workforce, scenarios::ScenarioId scenario);

// HR or L&D whose units have this one.
bool runs(db::Tx& tx, const access::Actor& actor, UnitId unit);

} // namespace kunna::reskilling
