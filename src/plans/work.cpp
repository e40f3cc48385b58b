// The job that solves a plan. It may be done again from the start: what the one before wrote is overwritten.
#include "plans/work.hpp"

#include "audit/trail.hpp"
#include "base/json_write.hpp"
#include "planning/margin.hpp"
#include "plans/certifying.hpp"
#include "plans/curve.hpp"
#include "plans/fairness.hpp"
#include "plans/queries.hpp"
#include "plans/store.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kunna::plans {

namespace {

constexpr std::size_t proof_piece = 1U << 20U;

// What the plan is made from beside the workforce: read at one moment.
struct Wanted {
    store::StoredPlan plan{};
    Frame frame{};
    std::vector<store::Decision> decisions{}; // of this plan's last solution
    std::vector<store::Decision> before{};    // of the plan that it replaces
};

Result<Wanted> wanted(db::Db& db, PlanId id) {
    return db.read([&](db::Tx& tx) -> Result<Wanted> {
        Wanted all{TRY(store::find(tx, id)), {}, {}, {}};
        all.frame = store::frame_of(all.plan);
        all.frame.locks = store::locks_of(tx, id);
        all.decisions = store::decisions(tx, id);
        if (all.plan.based_on) all.before = store::decisions(tx, *all.plan.based_on);
        return all;
    });
}

// What managers and people have said becomes locks and bans.
void heed(Wanted& all) {
    const auto add = [&](LockKind kind, PersonId person, ActivityId activity) {
        const PlanLock lock{.kind = kind, .person = person, .activity = activity};
        if (std::find(all.frame.locks.begin(), all.frame.locks.end(), lock) == all.frame.locks.end())
            all.frame.locks.push_back(lock);
    };
    for (const store::Decision& one : all.decisions) {
        if (one.review == ItemReview::deferred || one.review == ItemReview::swapped)
            add(LockKind::ban, one.person, one.activity);
        if (one.review == ItemReview::swapped && one.swapped_to) add(LockKind::lock, one.person, *one.swapped_to);
    }
    for (const store::Decision& one : all.before)
        if (one.answer == ItemAnswer::declined) add(LockKind::ban, one.person, one.activity);
}

// What was agreed to, and what the plan before has promised, unless it is banned now.
std::map<PersonId, std::set<ActivityId>> promises(const Wanted& all) {
    std::map<PersonId, std::set<ActivityId>> kept;
    for (const store::Decision& one : all.before)
        if (one.answer != ItemAnswer::declined && one.review != ItemReview::deferred)
            kept[one.person].insert(one.activity);
    for (const store::Decision& one : all.decisions) {
        if (one.review == ItemReview::agreed) kept[one.person].insert(one.activity);
        if (one.review == ItemReview::deferred || one.review == ItemReview::swapped)
            kept[one.person].erase(one.activity);
    }
    for (const PlanLock& lock : all.frame.locks) {
        if (lock.kind != LockKind::ban) continue;
        for (auto& [person, activities] : kept)
            if (!lock.unit && (!lock.person || *lock.person == person)) {
                if (lock.activity)
                    activities.erase(*lock.activity);
                else
                    activities.clear();
            }
    }
    return kept;
}

Promised promised_in(const insights::Workforce& workforce, const Offers& offers,
                     const std::map<PersonId, std::set<ActivityId>>& kept) {
    Promised promised;
    for (const auto& [person, activities] : kept)
        for (const ActivityId activity : activities) {
            const auto who = workforce.find(person);
            const auto at = offers.find(activity);
            if (who && at) promised[*who].insert(*at);
        }
    return promised;
}

class Writer {
public:
    Writer(const Wanted& wanted, const Given& given, const Solved& solved, const std::vector<Item>& items) :
        wanted_(wanted), given_(given), solved_(solved), items_(items) {}

    void write(db::Tx& tx) {
        store::forget_solution(tx, wanted_.plan.id);
        write_items(tx);
        write_nothing(tx);
        const std::string proof =
            planning::certificate(solved_.model.problem, solved_.solution, names_of(given_, solved_.model, "sv"));
        for (std::size_t at = 0, seq = 0; at < proof.size(); at += proof_piece, ++seq) {
            const std::string_view piece = std::string_view{proof}.substr(at, proof_piece);
            tx.run(queries::insert_proof, {{"plan", wanted_.plan.id},
                                           {"seq", static_cast<std::int64_t>(seq)},
                                           {"bytes", std::as_bytes(std::span{piece.data(), piece.size()})}});
        }
    }

private:
    [[nodiscard]] PersonId id_of(engine::PersonIndex who) const {
        return PersonId{given_.workforce.snapshot().person_id(who)};
    }
    // What is chosen again stays reviewed.
    [[nodiscard]] store::Decision said_of(PersonId person, ActivityId activity) const {
        for (const store::Decision& one : wanted_.decisions) {
            if (one.person != person) continue;
            if (one.activity == activity && one.review == ItemReview::agreed) return one;
            // What a manager put in place of another is agreed to.
            if (one.review == ItemReview::swapped && one.swapped_to == activity) {
                store::Decision agreed = one;
                agreed.review = ItemReview::agreed;
                agreed.swapped_to.reset();
                return agreed;
            }
        }
        return {};
    }

    void write_items(db::Tx& tx) {
        for (const Item& item : items_) {
            const Offer& offer = given_.offers.all()[item.offer];
            const learning::Activity& activity = given_.offers.activities()[offer.activity];
            const PersonId person = id_of(item.person);
            const store::Decision said = said_of(person, activity.id);
            std::optional<ActivityId> instead;
            if (item.instead && *item.instead < given_.offers.activities().size())
                instead = given_.offers.activities()[*item.instead].id;
            const auto id = tx.insert<PlanItemId>(queries::insert_item, {{"plan", wanted_.plan.id},
                                                                         {"person", person},
                                                                         {"activity", activity.id},
                                                                         {"session", offer.session},
                                                                         {"quarter", std::int64_t{offer.quarter}},
                                                                         {"starts", offer.from},
                                                                         {"hours", activity.hours},
                                                                         {"cost", item.cost},
                                                                         {"must", item.must},
                                                                         {"margin", item.margin},
                                                                         {"instead", instead},
                                                                         {"review", said.review},
                                                                         {"swapped_to", said.swapped_to},
                                                                         {"review_because", said.review_because},
                                                                         {"reviewer", said.reviewer},
                                                                         {"reviewed", said.reviewed}});
            for (const ItemCloses& one : item.closes) write_step(tx, id, one);
        }
    }
    void write_step(db::Tx& tx, PlanItemId item, const ItemCloses& one) {
        const AskedNeed& need = given_.needs[one.need];
        const insights::Directory& names = given_.workforce.names();
        std::optional<goals::GoalId> goal;
        std::optional<RoleId> role;
        if (need.pursued)
            goal = need.pursued->goal;
        else
            role = names.roles[*need.of.role].id;
        tx.run(queries::insert_step, {{"item", item},
                                      {"goal", goal},
                                      {"role", role},
                                      {"skill", names.skills[need.skill].id},
                                      {"from", one.from},
                                      {"to", one.to},
                                      {"steps", one.steps}});
    }

    void write_nothing(db::Tx& tx) {
        planning::Tariff tariff{solved_.model.problem};
        tariff.set(solved_.model.problem, solved_.solution.prices);
        std::set<engine::PersonIndex> told;
        for (std::size_t p = 0; p < solved_.model.people.size(); ++p) {
            if (!solved_.model.people[p].person) continue;
            told.insert(*solved_.model.people[p].person);
            if (solved_.solution.chosen[p].count == 0) write_not_chosen(tx, p, tariff);
        }
        for (const engine::PersonIndex who : given_.gaps.people)
            if (told.insert(who).second) insert(tx, who, NothingPlanned::no_activity, {}, {});
        for (const engine::PersonIndex who : given_.gaps.assess_first)
            if (told.insert(who).second) insert(tx, who, NothingPlanned::assess_first, {}, {});
    }
    void write_not_chosen(db::Tx& tx, std::size_t p, const planning::Tariff& tariff) {
        const planning::Problem& problem = solved_.model.problem;
        const engine::PersonIndex who = *solved_.model.people[p].person;
        const auto nearest = planning::nearest(problem, tariff, p);
        if (!nearest) return insert(tx, who, NothingPlanned::no_time, {}, {});
        const std::uint32_t activity = problem.options[problem.candidates(p)[nearest->place].option].activity;
        std::optional<std::int64_t> lacks;
        if (solved_.solution.prices.money > 0)
            lacks = std::llround(std::ceil(nearest->lacks / solved_.solution.prices.money / 100) * 100);
        insert(tx, who, NothingPlanned::not_chosen, given_.offers.activities()[activity].id, lacks);
    }
    void insert(db::Tx& tx, engine::PersonIndex who, NothingPlanned why, std::optional<ActivityId> activity,
                std::optional<std::int64_t> lacks) {
        tx.run(queries::insert_person, {{"plan", wanted_.plan.id},
                                        {"person", id_of(who)},
                                        {"why", why},
                                        {"activity", activity},
                                        {"lacks", lacks}});
    }

    const Wanted& wanted_;
    const Given& given_;
    const Solved& solved_;
    const std::vector<Item>& items_;
};

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

// False when nobody wants it any more.
bool keep(db::Tx& tx, const Wanted& wanted, JobId job, const insights::Workforce& workforce, const PlanTold& told) {
    return tx.run(queries::set_told, {{"plan", wanted.plan.id},
                                      {"told", json::to_text(told)},
                                      {"at", tx.now()},
                                      {"seen", workforce.data_seq()},
                                      {"edition", wanted.plan.edition},
                                      {"job", job}}) > 0;
}

} // namespace

Result<void> solve_now(db::Db& db, insights::Workforces& workforces, PlanId id, jobs::Progress& progress, JobId job) {
    constexpr double solved_share = 0.3;
    Wanted all = TRY(wanted(db, id));
    heed(all);
    const auto workforce = workforces.current();
    const auto kept = promises(all);
    std::unordered_set<engine::PersonIndex> also;
    for (const auto& [person, activities] : kept)
        if (const auto who = workforce->find(person); who && !activities.empty()) also.insert(*who);
    Inputs inputs{db, workforce, all.frame, also};
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
        told.ages = rates_by_age(tx, *workforce, inputs.gaps(), items);
        if (!keep(tx, all, job, *workforce, told)) return false;
        Writer{all, given, solved, items}.write(tx);
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
