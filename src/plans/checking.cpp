// Checking.
#include "plans/checking.hpp"

#include "base/json_read.hpp"
#include "base/text.hpp"
#include "plans/offers.hpp"
#include "plans/plan.hpp"
#include "reskilling/fits.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace kunna::plans {

namespace {

constexpr std::int64_t most_money = 1'000'000'000'000'00; // a thousand billion kronor, in hundredths
constexpr double most_hours = 4000;
constexpr std::int32_t most_quarters = 8;
constexpr int farthest_days = 5 * 366;

class Checker {
public:
    Checker(const Frame& frame, const insights::Workforce& workforce, Catalogue catalogue) :
        frame_(frame), workforce_(workforce), catalogue_(std::move(catalogue)) {}

    Result<void> check() && {
        const json::Place whole{}; // a place borrows the one it is in
        const json::Place top = whole.member("frame");
        figures(top);
        units(top);
        if (frame_.locks.size() > most_locks)
            problems_.add(top.member("locks"), "plan.too_many_locks", {{"limit", std::to_string(most_locks)}});
        else
            locks(top.member("locks"));
        if (problems_.none() && !frame_.locks.empty()) held(top.member("locks"));
        if (!problems_.none()) return std::move(problems_).error();
        return {};
    }

private:
    void figures(const json::Place& top) {
        if (frame_.quarters < 1 || frame_.quarters > most_quarters)
            problems_.add(top.member("quarters"), "plan.quarters", {{"max", std::to_string(most_quarters)}});
        else if (add_months(frame_.starts, 3 * frame_.quarters) <= workforce_.day() ||
                 frame_.starts - workforce_.day() > farthest_days)
            problems_.add(top.member("starts"), "plan.starts");
        money(frame_.budget, top.member("budget"), "plan.budget");
        if (frame_.hire_cost) money(*frame_.hire_cost, top.member("hire_cost"), "plan.hire_cost");
        if (frame_.reskill_hour_cost) {
            money(*frame_.reskill_hour_cost, top.member("reskill_hour_cost"), "plan.reskill_hour_cost");
            if (frame_.currency != reskilling::weighed_in)
                problems_.add(top.member("reskill_hour_cost"), "plan.reskill_currency");
        }
        if (frame_.currency.size() != 3 ||
            !std::all_of(frame_.currency.begin(), frame_.currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
            problems_.add(top.member("currency"), "activity.currency");
        hours(frame_.hours, top.member("hours"));
        if (frame_.hours_a_quarter) hours(*frame_.hours_a_quarter, top.member("hours_a_quarter"));
        if (frame_.away_percent && (!(*frame_.away_percent >= 0) || *frame_.away_percent > 100))
            problems_.add(top.member("away_percent"), "plan.away");
    }
    void money(std::int64_t amount, const json::Place& at, std::string_view code) {
        if (amount < 0 || amount > most_money) problems_.add(at, std::string{code});
    }
    void hours(double hours, const json::Place& at) {
        if (!(hours >= 0) || hours > most_hours) problems_.add(at, "plan.hours", {{"max", "4000"}});
    }

    void units(const json::Place& top) {
        const json::Place named = top.member("units");
        for (std::size_t i = 0; i < frame_.units.size(); ++i) known(frame_.units[i], named.item(i));
        std::set<UnitId> seen;
        const json::Place budgets = top.member("unit_budgets");
        for (std::size_t i = 0; i < frame_.unit_budgets.size(); ++i) {
            const json::Place at = budgets.item(i);
            known(frame_.unit_budgets[i].unit, at.member("unit"));
            money(frame_.unit_budgets[i].amount, at.member("amount"), "plan.budget");
            if (!seen.insert(frame_.unit_budgets[i].unit).second) problems_.add(at.member("unit"), "plan.unit_twice");
        }
    }
    std::optional<engine::UnitIndex> known(UnitId unit, const json::Place& at) {
        const auto found = workforce_.names().find(unit);
        if (!found) problems_.add(at, "unit.not_found");
        return found;
    }

    void locks(const json::Place& list) {
        const Bans bans{frame_.locks, workforce_};
        std::set<std::tuple<LockKind, std::int64_t, std::int64_t, std::int64_t>> before;
        const auto id = [](const auto& of) { return of ? of->value : std::int64_t{0}; };
        for (std::size_t i = 0; i < frame_.locks.size(); ++i) {
            const PlanLock& lock = frame_.locks[i];
            shape(lock, list.item(i));
            if (!before.emplace(lock.kind, id(lock.person), id(lock.unit), id(lock.activity)).second)
                problems_.add(list.item(i), "plan.lock_twice");
            if (lock.kind != LockKind::lock || !lock.activity) continue;
            if (const auto ban = bans.against(lock))
                problems_.add(list.item(i), "plan.lock_banned", {{"other", std::to_string(*ban + 1)}});
        }
    }
    void shape(const PlanLock& lock, const json::Place& at) {
        if (lock.kind == LockKind::lock && (!lock.activity || lock.person.has_value() == lock.unit.has_value()))
            problems_.add(at, "plan.lock_whom");
        if (lock.kind == LockKind::ban &&
            ((!lock.person && !lock.unit && !lock.activity) || (lock.person && lock.unit)))
            problems_.add(at, "plan.lock_what");
        if (lock.person && !workforce_.find(*lock.person)) problems_.add(at.member("person"), "person.not_found");
        if (lock.unit) known(*lock.unit, at.member("unit"));
        if (lock.activity && !known(*lock.activity)) problems_.add(at.member("activity"), "activity.not_found");
    }
    [[nodiscard]] bool known(ActivityId activity) const {
        const auto at = std::lower_bound(catalogue_.begin(), catalogue_.end(), activity,
                                         [](const learning::Activity& one, ActivityId id) { return one.id < id; });
        return at != catalogue_.end() && at->id == activity;
    }
    // What is locked must be held within the frame.
    void held(const json::Place& list) {
        const Offers offers{std::move(catalogue_), frame_, workforce_.day()};
        for (std::size_t i = 0; i < frame_.locks.size(); ++i) {
            const PlanLock& lock = frame_.locks[i];
            if (lock.kind != LockKind::lock || offers.find(*lock.activity)) continue;
            const json::Place at = list.item(i);
            problems_.add(at.member("activity"), "plan.lock_not_offered");
        }
    }

    const Frame& frame_;
    const insights::Workforce& workforce_;
    Catalogue catalogue_;
    json::Problems problems_;
};

} // namespace

Date next_quarter(Date today) {
    const auto civil = today.civil();
    const unsigned month = (static_cast<unsigned>(civil.month()) - 1) / 3 * 3 + 1;
    return add_months(*Date::of(static_cast<int>(civil.year()), month, 1), 3);
}

Result<void> check_frame(const Frame& frame, const insights::Workforce& workforce, Catalogue catalogue) {
    return Checker{frame, workforce, std::move(catalogue)}.check();
}

Bans::Bans(const std::vector<PlanLock>& locks, const insights::Workforce& workforce) : workforce_(workforce) {
    for (std::size_t i = 0; i < locks.size(); ++i)
        if (locks[i].kind == LockKind::ban) bans_.emplace(Whom{locks[i].person, locks[i].unit, locks[i].activity}, i);
}

std::optional<std::size_t> Bans::find(const Whom& whom) const {
    for (const auto& activity : {whom.activity, std::optional<ActivityId>{}})
        if (const auto at = bans_.find({whom.person, whom.unit, activity}); at != bans_.end()) return at->second;
    return std::nullopt;
}

std::optional<std::size_t> Bans::against(const PlanLock& lock) const {
    if (const auto ban = find({{}, {}, lock.activity})) return ban;
    if (lock.person)
        if (const auto ban = find({lock.person, {}, lock.activity})) return ban;
    const engine::Units& units = workforce_.snapshot().units();
    auto unit = lock.unit ? workforce_.names().find(*lock.unit) : std::nullopt;
    if (const auto who = lock.person ? workforce_.find(*lock.person) : std::nullopt)
        unit = workforce_.snapshot().unit_of(*who);
    for (; unit && *unit != engine::no_index; unit = units.parent(*unit))
        if (const auto ban = find({{}, UnitId{units.id(*unit)}, lock.activity})) return ban;
    return std::nullopt;
}

Result<std::string> check_reason(const std::string& given, bool needed) {
    std::string because = text::squeeze(given);
    if (needed && because.empty()) return refuse_field("/because", "plan.reason_missing");
    if (because.size() > longest_reason)
        return refuse_field("/because", "people.too_long", {{"limit", std::to_string(longest_reason)}});
    return because;
}

} // namespace kunna::plans
