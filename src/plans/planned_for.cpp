// PlannedFor.
#include "plans/planned_for.hpp"

namespace kunna::plans {

PlannedFor::PlannedFor(const insights::Workforce& workforce, const Frame& frame) :
    units_(workforce.snapshot().units()) {
    for (const UnitId unit : frame.units)
        if (const auto found = workforce.names().find(unit)) within_.tops.push_back(*found);
    for (const PlanLock& lock : frame.locks) {
        if (lock.kind != LockKind::ban || lock.activity) continue;
        if (lock.person)
            if (const auto found = workforce.find(*lock.person)) banned_.insert(*found);
        if (lock.unit)
            if (const auto found = workforce.names().find(*lock.unit)) banned_units_.tops.push_back(*found);
    }
}

bool PlannedFor::unit(engine::UnitIndex unit) const {
    return within_.reaches(units_, unit) && (banned_units_.tops.empty() || !banned_units_.reaches(units_, unit));
}

} // namespace kunna::plans
