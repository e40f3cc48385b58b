// Rules.
#include "plans/rules.hpp"

#include <algorithm>

namespace kunna::plans {

Rules::Rules(const Given& given) : units_(given.workforce.snapshot().units()) {
    const insights::Directory& names = given.workforce.names();
    for (const PlanLock& lock : given.frame.locks) {
        if (!lock.activity) continue;
        const auto activity = given.offers.find(*lock.activity);
        if (!activity) continue;
        auto& rules = lock.kind == LockKind::lock ? locks_ : bans_;
        if (lock.person) {
            if (const auto who = given.workforce.find(*lock.person)) rules.of_person[*who].insert(*activity);
        } else if (lock.unit) {
            if (const auto unit = names.find(*lock.unit)) rules.of_unit.emplace_back(*unit, *activity);
        } else {
            rules.of_all.insert(*activity);
        }
    }
}

bool Rules::Set::names(const engine::Units& units, engine::PersonIndex who, engine::UnitIndex unit,
                       std::size_t activity) const {
    if (of_all.contains(activity)) return true;
    if (const auto at = of_person.find(who); at != of_person.end() && at->second.contains(activity)) return true;
    return std::any_of(of_unit.begin(), of_unit.end(), [&](const auto& one) {
        return one.second == activity && one.first <= unit && unit < units.end_of(one.first);
    });
}

} // namespace kunna::plans
