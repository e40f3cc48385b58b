// Checking: what makes a frame one that a plan can be made in.
#pragma once

#include "base/result.hpp"
#include "insights/workforce.hpp"
#include "plans/frame.hpp"

#include <map>

namespace kunna::plans {

// The first day of the next calendar quarter.
Date next_quarter(Date today);

// Every problem at once, by JSON pointer: plan.starts, plan.quarters, plan.budget, plan.currency, plan.hours,
// plan.hours_a_quarter, plan.away, plan.hire_cost, plan.reskill_hour_cost, plan.reskill_currency, plan.language,
// unit.not_found, plan.unit_twice, plan.too_many_locks, plan.lock_whom, plan.lock_what, plan.lock_twice,
// plan.lock_banned, plan.lock_not_offered, person.not_found, activity.not_found.
// catalogue: every activity there is, by id; not needed where nothing is locked or banned.
using Catalogue = std::vector<learning::Activity>;
Result<void> check_frame(const Frame& frame, const insights::Workforce& workforce, Catalogue catalogue);

// The bans among locks, against one lock: of the same, of less said, or of a unit above.
class Bans {
public:
    // The workforce is borrowed.
    Bans(const std::vector<PlanLock>& locks, const insights::Workforce& workforce);
    // The place of the first that says no to it.
    [[nodiscard]] std::optional<std::size_t> against(const PlanLock& lock) const;

private:
    struct Whom {
        std::optional<PersonId> person{};
        std::optional<UnitId> unit{};
        std::optional<ActivityId> activity{};
        auto operator<=>(const Whom&) const = default;
    };
    [[nodiscard]] std::optional<std::size_t> find(const Whom& whom) const;

    std::map<Whom, std::size_t> bans_;
    const insights::Workforce& workforce_;
};

// As it is to be kept. Refuses plan.reason_missing where one is needed, people.too_long.
Result<std::string> check_reason(const std::string& given, bool needed = true);

} // namespace kunna::plans
