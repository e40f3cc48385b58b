// Plans: keeping them, and their way from a draft to published.
#include "plans/plans.hpp"

#include "access/visibility.hpp"
#include "audit/trail.hpp"
#include "base/text.hpp"
#include "insights/fence.hpp"
#include "insights/workforces.hpp"
#include "jobs/jobs.hpp"
#include "learning/activities.hpp"
#include "plans/checking.hpp"
#include "plans/offers.hpp"
#include "plans/queries.hpp"
#include "plans/store.hpp"
#include "plans/work.hpp"

#include <algorithm>

namespace kunna::plans {

namespace {

using access::Permission;

constexpr std::size_t longest_name = 100;

// Sums of a plan are of all its units: whoever sees them must see those of each.
bool within(const insights::Workforce& workforce, const insights::Fence& fence, const Frame& frame) {
    if (fence.whole) return true;
    return !frame.units.empty() && std::all_of(frame.units.begin(), frame.units.end(), [&](UnitId unit) {
        const auto found = workforce.names().find(unit);
        return found && fence.covers(workforce.snapshot().units(), *found);
    });
}

// As the actor may read it.
Result<store::StoredPlan> read(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                               PlanId plan) {
    auto found = TRY(store::find(tx, plan));
    if (!within(workforce, insights::fence_of(workforce, actor), store::frame_of(found)))
        return refuse(Kind::not_found, "plan.not_found");
    return found;
}

PlanRow row_of(const store::StoredPlan& stored, const Frame& frame, const std::optional<PlanTold>& told) {
    PlanRow row{.id = stored.id,
                .name = stored.name,
                .state = stored.state,
                .starts = frame.starts,
                .quarters = frame.quarters,
                .budget = frame.budget,
                .currency = frame.currency,
                .solved = stored.solved,
                .by = stored.by_name,
                .created = stored.created,
                .version = stored.version};
    if (!told) return row;
    row.closed = told->closed;
    row.bound = told->bound;
    row.cost = told->cost;
    row.people = told->people;
    return row;
}

PlanRow row_of(db::Tx& tx, PlanId id) {
    const store::StoredPlan stored = store::find(tx, id).unwrap();
    return row_of(stored, store::frame_of(stored), store::told_of(stored));
}

bool may_change(const store::StoredPlan& plan) {
    return plan.state == PlanState::draft || plan.state == PlanState::review;
}

// Has anything been written since that a picture of the workforce shows? The picture itself, read anew, no longer
// knows.
bool changed_since(db::Tx& tx, const insights::Workforce& workforce, std::int64_t seen) {
    if (workforce.data_seq() <= seen) return false;
    constexpr int most_followed = 1000;
    const auto entries = audit::after(tx, seen, most_followed);
    return entries.size() == most_followed || std::any_of(entries.begin(), entries.end(), [](const audit::Entry& one) {
               return insights::changes_the_picture(one.action);
           });
}

// As the frame and the managers' words now stand.
Result<void> solved_as_it_stands(const store::StoredPlan& plan) {
    if (plan.told.empty() || plan.solved_edition != plan.edition) return refuse(Kind::conflict, "plan.not_solved");
    return {};
}

Result<std::string> name_of(const std::string& given) {
    std::string name = text::squeeze(given);
    if (name.empty()) return refuse_field("/name", "plan.name_missing");
    if (name.size() > longest_name)
        return refuse_field("/name", "people.too_long", {{"limit", std::to_string(longest_name)}});
    return name;
}

Result<void> check(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, const Frame& frame) {
    TRY(check_frame(frame, workforce, frame.locks.empty() ? Catalogue{} : learning::every_activity(tx)));
    if (!within(workforce, insights::fence_of(workforce, actor), frame))
        return refuse_field("/frame/units", "plan.outside_units");
    return {};
}

db::Scope profiles_of(db::Tx& tx, const access::Actor& actor) {
    return access::visible_people(tx, actor, access::Sight::profile);
}

void set_state(db::Tx& tx, const access::Actor& actor, PlanId plan, PlanState state, std::string_view action,
               const std::string& because = "") {
    tx.run(queries::set_state, {{"plan", plan}, {"state", state}, {"because", because}});
    audit::append(tx, actor.account, action, plan.value, "state");
}

} // namespace

std::vector<PlanRow> plans(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor) {
    const insights::Fence fence = insights::fence_of(workforce, actor);
    std::vector<PlanRow> rows;
    for (const store::StoredPlan& stored : store::all(tx)) {
        const Frame frame = store::frame_of(stored);
        if (within(workforce, fence, frame)) rows.push_back(row_of(stored, frame, store::told_of(stored)));
    }
    return rows;
}

Result<Plan> find_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id,
                       const jobs::Runner* runner) {
    const store::StoredPlan stored = TRY(read(tx, workforce, actor, id));
    Plan plan{.frame = store::frame_of(stored),
              .locks = store::locks_shown(tx, profiles_of(tx, actor), id),
              .based_on = stored.based_on,
              .because = stored.because,
              .approved_by = stored.approver_name,
              .published = stored.published,
              .told = store::told_of(stored),
              .outdated = stored.solved_edition != stored.edition || changed_since(tx, workforce, stored.seen),
              .reviews = store::counts_of(tx, id),
              .may_edit = actor.may(Permission::make_plans) && may_change(stored),
              .may_approve = actor.may(Permission::approve_plans) && stored.state == PlanState::budget};
    plan.frame.locks.assign(plan.locks.begin(), plan.locks.end());
    plan.row = row_of(stored, plan.frame, plan.told);
    if (stored.job) {
        const auto job = jobs::find(tx, access::Actor::system(), *stored.job, runner);
        if (job.ok() && job->state != jobs::JobState::done) plan.job = *job;
    }
    if (stored.state == PlanState::published || stored.state == PlanState::replaced) {
        plan.paid = store::paid_of(tx, id);
        plan.costs = store::costs_of(tx, id, plan.paid);
    }
    return plan;
}

Result<PlanRow> add_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                         const NewPlan& wanted, std::optional<PlanId> based_on) {
    const std::string name = TRY(name_of(wanted.name));
    TRY(check(tx, workforce, actor, wanted.frame));
    const auto plan = tx.insert<PlanId>(queries::insert_plan, {{"name", name},
                                                               {"frame", store::written(wanted.frame)},
                                                               {"based_on", based_on},
                                                               {"account", actor.account},
                                                               {"at", tx.now()}});
    store::add_locks(tx, plan, wanted.frame.locks);
    audit::append(tx, actor.account, "plan.added", plan.value, "name");
    return row_of(tx, plan);
}

Result<PlanRow> edit_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id,
                          std::optional<std::int64_t> version, const NewPlan& wanted) {
    const store::StoredPlan before = TRY(read(tx, workforce, actor, id));
    if (version && *version != before.version) return refuse(Kind::stale, "http.stale");
    if (!may_change(before)) return refuse(Kind::conflict, "plan.not_draft");
    const std::string name = TRY(name_of(wanted.name));
    TRY(check(tx, workforce, actor, wanted.frame));
    const db::Scope profiles = profiles_of(tx, actor);
    Frame frame = store::frame_of(before);
    const std::vector<NamedLock> shown = store::locks_shown(tx, profiles, id);
    frame.locks.assign(shown.begin(), shown.end());
    tx.run(queries::update_plan, {{"plan", id},
                                  {"name", name},
                                  {"frame", store::written(wanted.frame)},
                                  {"changes", frame == wanted.frame ? 0 : 1}});
    // Locks on people whom the actor does not see stay, and what managers have said.
    tx.run(queries::clear_shown, profiles, {{"plan", id}});
    store::add_locks(tx, id, wanted.frame.locks);
    audit::append(tx, actor.account, "plan.edited", id.value, "name");
    return row_of(tx, id);
}

Result<void> remove_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id) {
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (!may_change(plan)) return refuse(Kind::conflict, "plan.not_draft");
    store::forget_solution(tx, id);
    tx.run(queries::clear_locks, {{"plan", id}});
    tx.run(queries::delete_plan, {{"plan", id}});
    audit::append(tx, actor.account, "plan.removed", id.value);
    return {};
}

Result<PlanRow> plan_again(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id) {
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (plan.state != PlanState::published) return refuse(Kind::conflict, "plan.not_published");
    NewPlan next{plan.name, store::frame_of(plan)};
    next.frame.starts = std::max(next.frame.starts, next_quarter(workforce.day()));
    next.frame.locks = store::locks_of(tx, id);
    // Without what has had its time: whoever has left, and what is held no more.
    const Offers offers{learning::every_activity(tx), next.frame, workforce.day()};
    std::erase_if(next.frame.locks, [&](const PlanLock& lock) {
        return (lock.person && !workforce.find(*lock.person)) || (lock.unit && !workforce.names().find(*lock.unit)) ||
               (lock.kind == LockKind::lock && !offers.find(*lock.activity));
    });
    return add_plan(tx, workforce, actor, next, id);
}

Result<PlanRow> ask_to_solve(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id) {
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (!may_change(plan)) return refuse(Kind::conflict, "plan.not_draft");
    const JobId job = jobs::add(tx, actor, solve_kind, SolveTask{id});
    tx.run(queries::set_job, {{"plan", id}, {"job", job}});
    return row_of(tx, id);
}

Result<PlanRow> send_to_managers(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                                 PlanId id) {
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (plan.state != PlanState::draft) return refuse(Kind::conflict, "plan.not_draft");
    TRY(solved_as_it_stands(plan));
    set_state(tx, actor, id, PlanState::review, "plan.sent");
    return row_of(tx, id);
}

Result<PlanRow> take_back(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id,
                          const std::string& because) {
    const std::string reason = TRY(check_reason(because));
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (plan.state != PlanState::review && plan.state != PlanState::budget)
        return refuse(Kind::conflict, "plan.not_in_review");
    set_state(tx, actor, id, PlanState::draft, "plan.taken_back", reason);
    return row_of(tx, id);
}

Result<PlanRow> ask_for_budget(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                               PlanId id) {
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (plan.state != PlanState::review) return refuse(Kind::conflict, "plan.not_in_review");
    TRY(solved_as_it_stands(plan));
    set_state(tx, actor, id, PlanState::budget, "plan.submitted");
    return row_of(tx, id);
}

Result<PlanRow> approve_plan(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id) {
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (plan.state != PlanState::budget) return refuse(Kind::conflict, "plan.not_budget");
    tx.run(queries::publish, {{"plan", id}, {"account", actor.account}, {"at", tx.now()}});
    tx.run(queries::replace_by, {{"plan", id}});
    audit::append(tx, actor.account, "plan.published", id.value, "state");
    return row_of(tx, id);
}

Result<PlanRow> send_back(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id,
                          const std::string& because) {
    const std::string reason = TRY(check_reason(because));
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (plan.state != PlanState::budget) return refuse(Kind::conflict, "plan.not_budget");
    set_state(tx, actor, id, PlanState::review, "plan.sent_back", reason);
    return row_of(tx, id);
}

Result<PlanRow> book_cost(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id,
                          const NewPaidCost& wanted) {
    const store::StoredPlan plan = TRY(read(tx, workforce, actor, id));
    if (plan.state != PlanState::published) return refuse(Kind::conflict, "plan.not_published");
    if (!tx.one<ActivityId>(queries::activity_offered, {{"activity", wanted.activity}}))
        return refuse_field("/activity", "activity.not_found");
    if (wanted.amount == 0) return refuse_field("/amount", "plan.cost_zero");
    if (wanted.day > tx.today()) return refuse_field("/day", "plan.cost_ahead");
    const std::string note = text::squeeze(wanted.note);
    if (note.size() > longest_reason)
        return refuse_field("/note", "people.too_long", {{"limit", std::to_string(longest_reason)}});
    tx.run(queries::insert_cost, {{"plan", id},
                                  {"activity", wanted.activity},
                                  {"day", wanted.day},
                                  {"amount", wanted.amount},
                                  {"note", note},
                                  {"account", actor.account},
                                  {"at", tx.now()}});
    audit::append(tx, actor.account, "plan.cost_booked", id.value, "cost");
    return row_of(tx, id);
}

Result<std::string> proof_of(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor, PlanId id) {
    // It says of everybody what they miss, so it is for those who may open that; L&D sees sums.
    if (!actor.may(Permission::view_levels)) return access::lacks(Permission::view_levels);
    TRY(read(tx, workforce, actor, id));
    return store::proof_of(tx, id);
}

Result<verify::Verified> verified(db::Tx& tx, const insights::Workforce& workforce, const access::Actor& actor,
                                  PlanId id) {
    TRY(read(tx, workforce, actor, id));
    return verify::verify_plan(TRY(store::proof_of(tx, id)));
}

} // namespace kunna::plans
