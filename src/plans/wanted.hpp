// Wanted: what is to be solved – the frame, what managers and people have said, what was promised before. Private to
// plans.
#pragma once

#include "db/db.hpp"
#include "plans/model.hpp"
#include "plans/store.hpp"

namespace kunna::plans {

// Read at one moment.
struct Wanted {
    store::StoredPlan plan{};
    Frame frame{};                            // with the locks of whoever makes the plan
    std::vector<PlanLock> said{};             // what managers have said of this solution and those before it
    std::vector<store::Decision> decisions{}; // of this plan's last solution
    std::vector<store::Decision> before{};    // of the plan that it replaces
};

// not_found, "plan.not_found"
Result<Wanted> wanted(db::Db& db, PlanId plan);
// With all that has been said among the locks.
Frame heeding(const Wanted& all);

// What was agreed to, and what the plan before has promised, unless it is banned now.
std::map<PersonId, std::set<ActivityId>> promises(const Wanted& all);
// The same by their places in the picture and among the offers; what is neither is left out.
Promised promised_in(const insights::Workforce& workforce, const Offers& offers,
                     const std::map<PersonId, std::set<ActivityId>>& kept);

} // namespace kunna::plans
