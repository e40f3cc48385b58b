// Who holds which role, with validity. A day counts when from ≤ day ≤ to; to is the last day.
#pragma once

#include "access/actor.hpp"
#include "base/row_report.hpp"
#include "db/db.hpp"
#include "skills/role.hpp"

#include <functional>
#include <span>

namespace kunna::skills {

// Newest first, all history; who may see the person's profile. The same 404 for missing and invisible.
Result<std::vector<HeldRole>> roles_of(db::Tx& tx, const access::Actor& actor, PersonId person);
// HR within its units. Refuses role.not_found, holder.days (to before from), holder.already (the days overlap).
Result<HeldRole> give_role(db::Tx& tx, const access::Actor& actor, PersonId person, const NewHolder& wanted);
// Ends on the day given (today when absent), the last day it is held. One that began later is taken away.
Result<void> end_role(db::Tx& tx, const access::Actor& actor, PersonId person, RoleId role, std::optional<Date> to);

// For the Snapshot: every holding, ordered by person; and one person's.
struct Holding {
    PersonId person{};
    RoleId role{};
    Date from{};
    std::optional<Date> to{};
};
void each_holding(db::Tx& tx, const std::function<void(const Holding&)>& take);
std::vector<Holding> holdings_of(db::Tx& tx, PersonId person);

// From a file about people: the roles each one holds on as_of. Those not listed end the day before; who is not in the
// list at all keeps what they have.
struct HolderRecord {
    std::int64_t row = 0;
    std::string person{};             // number
    std::vector<std::string> roles{}; // keys or names; empty: none any more
    std::optional<Date> since{};      // for roles not held before; as_of when absent
};
struct HolderOptions {
    std::optional<Date> as_of{}; // today when absent
    bool new_roles = true;       // a role nobody has heard of is made, without a profile
};
struct HolderChange {
    struct Step {
        PersonId person{};
        RoleId role{}; // not given: new_roles[new_role]
        std::size_t new_role = 0;
        Date from{};              // of an opened one
        std::int64_t ends = 0;    // the row that ends instead, when not 0
        std::optional<Date> to{}; // the last day; absent for one that ends: it never came to hold and is taken away
    };
    std::vector<std::string> new_roles{}; // names as written
    std::vector<Step> steps{};
    std::vector<RowChange> rows{};
    std::vector<RowProblem> problems{};
    std::int64_t changed = 0;   // people
    std::int64_t unchanged = 0; // people
    std::int64_t errors = 0;
};
// Compares only; people whom the actor may not edit are unknown to it. Run after people have been applied, in the same
// transaction as apply_holders.
HolderChange plan_holders(db::Tx& tx, const access::Actor& actor, std::span<const HolderRecord> records,
                          const HolderOptions& options);
// One entry in the trail: roles_held.imported. Refuses row.has_errors.
Result<void> apply_holders(db::Tx& tx, const access::Actor& actor, const HolderChange& change);

} // namespace kunna::skills
