// The job that solves a plan. It may be done again from the start: what the one before wrote is overwritten.
#include "plans/work.hpp"

#include "audit/trail.hpp"
#include "base/json_write.hpp"
#include "plans/curve.hpp"
#include "plans/fairness.hpp"
#include "plans/queries.hpp"
#include "plans/writing.hpp"

#include <algorithm>
#include <set>

namespace kunna::plans {

namespace {

// Nothing when there was none before.
std::optional<PlanDifference> difference_of(const Wanted& wanted, const Given& given, const std::vector<Item>& items) {
    const bool replaces = !wanted.before.empty();
    const std::vector<store::Decision>& earlier = replaces ? wanted.before : wanted.decisions;
    if (earlier.empty()) return std::nullopt;
    std::set<std::pair<PersonId, ActivityId>> was;
    for (const store::Decision& one : earlier) was.emplace(one.person, one.activity);
    PlanDifference difference{.replaces = replaces};
    for (const Item& item : items) {
        const learning::Activity& activity = given.offers.activities()[given.offers.all()[item.offer].activity];
        const PersonId person{given.workforce.snapshot().person_id(item.person)};
        ++(was.erase({person, activity.id}) > 0 ? difference.kept : difference.added);
    }
    difference.dropped = static_cast<std::int64_t>(was.size());
    return difference;
}

// Progress in, a wish to end out.
class Watched {
public:
    explicit Watched(const jobs::Progress& progress) : progress_(progress) {
        effort.threads = insights::threads();
        effort.progress = [this](double done) {
            if (auto heard = progress_.tell(done); !heard.ok()) refused_ = std::move(heard).error();
        };
        effort.cancelled = [this] { return refused_.has_value(); };
    }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    [[nodiscard]] Result<void> still() const {
        if (refused_) return *refused_;
        return {};
    }

    planning::Effort effort{};

private:
    const jobs::Progress& progress_;
    std::optional<Error> refused_{};
};

// The catalogue may have changed since the frame was checked.
Result<void> locked_are_offered(const Wanted& wanted, const Offers& offers) {
    const auto lost = std::count_if(wanted.frame.locks.begin(), wanted.frame.locks.end(), [&](const PlanLock& lock) {
        return lock.kind == LockKind::lock && !offers.find(*lock.activity);
    });
    if (lost > 0) return Error{Kind::conflict, "plan.locks_not_offered", {}, {{"count", std::to_string(lost)}}};
    return {};
}

// False when nobody wants it any more.
bool keep(db::Tx& tx, const Wanted& wanted, JobId job, const insights::Workforce& workforce, const PlanTold& told) {
    return tx.run(queries::set_told, {{"plan", wanted.plan.id},
                                      {"told", json::to_text(told)},
                                      {"at", tx.now()},
                                      {"seen", workforce.seq()},
                                      {"edition", wanted.plan.edition},
                                      {"job", job}}) > 0;
}

} // namespace

Result<void> solve_now(db::Db& db, insights::Workforces& workforces, PlanId id, jobs::Progress& progress, JobId job) {
    constexpr double solved_share = 0.3;
    const Wanted all = TRY(wanted(db, id));
    const auto workforce = workforces.current();
    const auto kept = promises(all);
    std::unordered_set<engine::PersonIndex> also;
    for (const auto& [person, activities] : kept)
        if (const auto who = workforce->find(person); who && !activities.empty()) also.insert(*who);
    Inputs inputs{db, workforce, heeding(all), also};
    TRY(locked_are_offered(all, inputs.offers()));
    const Given given = inputs.given();
    const Promised promised = promised_in(*workforce, inputs.offers(), kept);

    const jobs::Progress first = progress.part(0, solved_share);
    const Watched solving{first};
    const Solved solved = TRY(solve_plan(given, promised, solving.effort));
    TRY(solving.still());
    const std::vector<Item> items = items_of(given, solved);
    PlanTold told = told_of(given, solved, items);
    told.difference = difference_of(all, given, items);
    const bool wanted_still = TRY(db.transact([&](db::Tx& tx) -> Result<bool> {
        SelectionRates rates = selection_rates(tx, *workforce, inputs.gaps(), items, all.frame);
        told.ages = std::move(rates.ages);
        told.genders = std::move(rates.genders);
        if (!keep(tx, all, job, *workforce, told)) return false;
        write_solution(tx, all, given, solved, items);
        audit::append(tx, AccountId{}, "plan.solved", id.value);
        return true;
    }));
    if (!wanted_still) return {};

    const jobs::Progress rest = progress.part(solved_share, 1);
    const Watched drawing{rest};
    told.next = TRY(next_money(inputs, promised, items, told.closed, drawing.effort));
    TRY(drawing.still());
    const auto still_wanted = [&] {
        return db.read([&](db::Tx& tx) {
            return tx.one<PlanId>(queries::still_wanted, {{"plan", id}, {"edition", all.plan.edition}, {"job", job}})
                .has_value();
        });
    };
    told.curve = TRY(budget_curve(inputs, promised, drawing.effort, still_wanted));
    TRY(drawing.still());
    return db.transact([&](db::Tx& tx) -> Result<void> {
        keep(tx, all, job, *workforce, told);
        return {};
    });
}

void add_kinds(jobs::Runner& runner, insights::Workforces& workforces) {
    runner.kind(std::string{solve_kind},
                [&workforces](db::Db& db, const jobs::Task& task, jobs::Progress& progress) -> Result<jobs::Outcome> {
                    const SolveTask asked = TRY(task.input<SolveTask>());
                    TRY(solve_now(db, workforces, asked.plan, progress, task.id));
                    return jobs::Outcome{};
                });
}

} // namespace kunna::plans
