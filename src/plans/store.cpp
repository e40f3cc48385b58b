// Rows of plans, in and out.
#include "plans/store.hpp"

#include "base/json_read.hpp"
#include "base/json_write.hpp"
#include "plans/queries.hpp"

#include <algorithm>
#include <map>

namespace kunna::plans::store {

namespace {

struct ItemFlat {
    PlanItemId id{};
    PlanId plan{};
    std::string plan_name{};
    PersonId person{};
    std::string person_name{};
    ActivityId activity{};
    std::string name_sv{};
    std::string name_en{};
    learning::ActivityKind kind = learning::ActivityKind::course;
    std::optional<learning::ActivitySessionId> session{};
    std::int32_t quarter = 0;
    Date starts{};
    double hours = 0;
    std::int64_t cost = 0;
    std::string currency{};
    bool must = false;
    std::optional<std::int64_t> margin{};
    std::optional<ActivityId> instead{};
    std::string instead_sv{};
    std::string instead_en{};
    ItemReview review = ItemReview::waiting;
    std::optional<ActivityId> swapped_to{};
    std::string swapped_sv{};
    std::string swapped_en{};
    std::string review_because{};
    ItemAnswer answer = ItemAnswer::none;
    std::string answer_because{};
    PlanState state = PlanState::draft;
};
BOOST_DESCRIBE_STRUCT(ItemFlat, (),
                      (id, plan, plan_name, person, person_name, activity, name_sv, name_en, kind, session, quarter,
                       starts, hours, cost, currency, must, margin, instead, instead_sv, instead_en, review, swapped_to,
                       swapped_sv, swapped_en, review_because, answer, answer_because, state))

struct StepFlat {
    PlanItemId item{};
    std::optional<goals::GoalId> goal{};
    std::optional<RoleId> role{};
    std::string towards_sv{};
    std::string towards_en{};
    SkillId skill{};
    std::string name_sv{};
    std::string name_en{};
    std::int32_t from_level = 0;
    std::int32_t to_level = 0;
    double steps = 0;
};
BOOST_DESCRIBE_STRUCT(StepFlat, (),
                      (item, goal, role, towards_sv, towards_en, skill, name_sv, name_en, from_level, to_level, steps))

struct OutcomeFlat {
    PlanId plan{};
    std::string plan_name{};
    NothingPlanned why = NothingPlanned::not_chosen;
    std::optional<ActivityId> activity{};
    std::string name_sv{};
    std::string name_en{};
    std::optional<std::int64_t> lacks{};
    std::string frame{};
};
BOOST_DESCRIBE_STRUCT(OutcomeFlat, (), (plan, plan_name, why, activity, name_sv, name_en, lacks, frame))

struct CostFlat {
    ActivityId activity{};
    std::string name_sv{};
    std::string name_en{};
    std::int64_t cost = 0;
};
BOOST_DESCRIBE_STRUCT(CostFlat, (), (activity, name_sv, name_en, cost))

struct PaidFlat {
    std::int64_t id = 0;
    ActivityId activity{};
    std::string name_sv{};
    std::string name_en{};
    Date day{};
    std::int64_t amount = 0;
    std::string note{};
    std::string by_name{};
};
BOOST_DESCRIBE_STRUCT(PaidFlat, (), (id, activity, name_sv, name_en, day, amount, note, by_name))

struct LockFlat {
    LockKind kind = LockKind::lock;
    std::optional<PersonId> person{};
    std::optional<UnitId> unit{};
    std::optional<ActivityId> activity{};
    std::string person_name{};
    std::string unit_name{};
    std::string name_sv{};
    std::string name_en{};
};
BOOST_DESCRIBE_STRUCT(LockFlat, (), (kind, person, unit, activity, person_name, unit_name, name_sv, name_en))

struct CountFlat {
    ItemReview review = ItemReview::waiting;
    ItemAnswer answer = ItemAnswer::none;
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(CountFlat, (), (review, answer, n))

PlanItem item_of(ItemFlat&& row) {
    return {.id = row.id,
            .plan = row.plan,
            .plan_name = std::move(row.plan_name),
            .person = row.person,
            .person_name = std::move(row.person_name),
            .activity = row.activity,
            .activity_name = {std::move(row.name_sv), std::move(row.name_en)},
            .kind = row.kind,
            .session = row.session,
            .quarter = row.quarter,
            .starts = row.starts,
            .hours = row.hours,
            .cost = row.cost,
            .currency = std::move(row.currency),
            .must = row.must,
            .margin = row.margin,
            .instead = row.instead,
            .instead_name = {std::move(row.instead_sv), std::move(row.instead_en)},
            .review = row.review,
            .swapped_to = row.swapped_to,
            .swapped_name = {std::move(row.swapped_sv), std::move(row.swapped_en)},
            .review_because = std::move(row.review_because),
            .answer = row.answer,
            .answer_because = std::move(row.answer_because)};
}

std::vector<PlanItem> with_steps(std::vector<ItemFlat>&& rows, std::vector<StepFlat>&& steps) {
    std::vector<PlanItem> items;
    std::map<PlanItemId, std::size_t> place;
    for (ItemFlat& row : rows) {
        place.emplace(row.id, items.size());
        items.push_back(item_of(std::move(row)));
    }
    for (StepFlat& step : steps) {
        const auto at = place.find(step.item);
        if (at == place.end()) continue;
        items[at->second].steps.push_back({step.goal,
                                           step.role,
                                           {std::move(step.towards_sv), std::move(step.towards_en)},
                                           step.skill,
                                           {std::move(step.name_sv), std::move(step.name_en)},
                                           step.from_level,
                                           step.to_level,
                                           step.steps});
    }
    return items;
}

template <class T>
T stored(const std::string& text, const char* what) {
    auto read = json::from_text<T>(text);
    if (!read.ok()) throw std::runtime_error{std::string{"the stored "} + what + " of a plan cannot be read"};
    return std::move(read).unwrap();
}

} // namespace

std::vector<StoredPlan> all(db::Tx& tx) {
    return tx.all<StoredPlan>(queries::plans);
}

Result<StoredPlan> find(db::Tx& tx, PlanId plan) {
    auto row = tx.one<StoredPlan>(queries::plan_by_id, {{"plan", plan}});
    if (!row) return refuse(Kind::not_found, "plan.not_found");
    return std::move(*row);
}

Frame frame_of(const StoredPlan& plan) {
    return stored<Frame>(plan.frame, "frame");
}

std::vector<PlanLock> locks_of(db::Tx& tx, PlanId plan, bool reviewed) {
    return tx.all<PlanLock>(queries::locks_of, {{"plan", plan}, {"reviewed", reviewed}});
}

std::vector<NamedLock> locks_shown(db::Tx& tx, const db::Scope& profiles, PlanId plan) {
    std::vector<NamedLock> all;
    for (LockFlat& row : tx.all<LockFlat>(queries::locks_shown, profiles, {{"plan", plan}}))
        all.push_back({{row.kind, row.person, row.unit, row.activity},
                       std::move(row.person_name),
                       std::move(row.unit_name),
                       {std::move(row.name_sv), std::move(row.name_en)}});
    return all;
}

std::string written(Frame frame) {
    frame.locks.clear();
    return json::to_text(frame);
}

void add_locks(db::Tx& tx, PlanId plan, const std::vector<PlanLock>& locks, bool reviewed) {
    for (const PlanLock& lock : locks)
        tx.run(queries::insert_lock, {{"plan", plan},
                                      {"kind", lock.kind},
                                      {"person", lock.person},
                                      {"unit", lock.unit},
                                      {"activity", lock.activity},
                                      {"reviewed", reviewed}});
}

std::optional<PlanTold> told_of(const StoredPlan& plan) {
    if (plan.told.empty()) return std::nullopt;
    return stored<PlanTold>(plan.told, "sums");
}

void forget_solution(db::Tx& tx, PlanId plan) {
    tx.run(queries::clear_steps, {{"plan", plan}});
    tx.run(queries::clear_items, {{"plan", plan}});
    tx.run(queries::clear_persons, {{"plan", plan}});
    tx.run(queries::clear_proof, {{"plan", plan}});
}

Result<std::string> proof_of(db::Tx& tx, PlanId plan) {
    std::string text;
    tx.run(queries::proof, {{"plan", plan}}, [&](const db::Row& row) { text += row.bytes(0); });
    if (text.empty()) return refuse(Kind::conflict, "plan.not_solved");
    return text;
}

std::vector<Decision> decisions(db::Tx& tx, PlanId plan) {
    return tx.all<Decision>(queries::decisions, {{"plan", plan}});
}

std::vector<PlanItem> items_of_plan(db::Tx& tx, const db::Scope& scope, PlanId plan) {
    return with_steps(tx.all<ItemFlat>(queries::items_of_plan, scope, {{"plan", plan}}),
                      tx.all<StepFlat>(queries::steps_of_plan, scope, {{"plan", plan}}));
}

std::vector<PlanItem> items_of_person(db::Tx& tx, const db::Scope& scope, PersonId person) {
    return with_steps(tx.all<ItemFlat>(queries::items_of_person, scope, {{"person", person}}),
                      tx.all<StepFlat>(queries::steps_of_person, scope, {{"person", person}}));
}

std::optional<FoundItem> find_item(db::Tx& tx, const db::Scope& scope, PlanItemId item) {
    auto row = tx.one<ItemFlat>(queries::item_by_id, scope, {{"item", item}});
    if (!row) return std::nullopt;
    const PlanState state = row->state;
    return FoundItem{item_of(std::move(*row)), state};
}

std::vector<PersonOutcome> outcomes_of_person(db::Tx& tx, const db::Scope& scope, PersonId person) {
    std::vector<PersonOutcome> all;
    for (OutcomeFlat& row : tx.all<OutcomeFlat>(queries::outcomes_of_person, scope, {{"person", person}}))
        all.push_back({row.plan,
                       std::move(row.plan_name),
                       row.why,
                       row.activity,
                       {std::move(row.name_sv), std::move(row.name_en)},
                       row.lacks,
                       stored<Frame>(row.frame, "frame").currency});
    return all;
}

ReviewCounts counts_of(db::Tx& tx, PlanId plan) {
    ReviewCounts counts;
    for (const CountFlat& row : tx.all<CountFlat>(queries::counts_of_reviews, {{"plan", plan}})) {
        switch (row.review) {
        case ItemReview::waiting:
            counts.waiting += row.n;
            break;
        case ItemReview::agreed:
            counts.agreed += row.n;
            break;
        case ItemReview::swapped:
            counts.swapped += row.n;
            break;
        case ItemReview::deferred:
            counts.deferred += row.n;
        }
        if (row.answer == ItemAnswer::declined) counts.declined += row.n;
        if (row.answer == ItemAnswer::contested) counts.contested += row.n;
    }
    return counts;
}

std::vector<PaidCost> paid_of(db::Tx& tx, PlanId plan) {
    std::vector<PaidCost> all;
    for (PaidFlat& row : tx.all<PaidFlat>(queries::costs_of, {{"plan", plan}}))
        all.push_back({row.id,
                       row.activity,
                       {std::move(row.name_sv), std::move(row.name_en)},
                       row.day,
                       row.amount,
                       std::move(row.note),
                       std::move(row.by_name)});
    return all;
}

std::vector<PlannedCost> costs_of(db::Tx& tx, PlanId plan, const std::vector<PaidCost>& paid) {
    std::vector<PlannedCost> all;
    for (CostFlat& row : tx.all<CostFlat>(queries::planned_costs, {{"plan", plan}}))
        all.push_back({row.activity, {std::move(row.name_sv), std::move(row.name_en)}, row.cost, 0});
    for (const PaidCost& one : paid) {
        auto at = std::find_if(all.begin(), all.end(), [&](const auto& of) { return of.activity == one.activity; });
        if (at == all.end()) at = all.insert(all.end(), {one.activity, one.name, 0, 0});
        at->paid += one.amount;
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.planned > b.planned; });
    return all;
}

} // namespace kunna::plans::store
