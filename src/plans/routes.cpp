// The HTTP face of plans: making them, and their way to being published.
#include "plans/routes.hpp"

#include "http/router.hpp"
#include "http/table_file.hpp"
#include "insights/workforces.hpp"
#include "plans/checking.hpp"
#include "plans/files.hpp"
#include "plans/plans.hpp"

namespace kunna::plans {

namespace {

using access::Actor;
using access::Permission;
using insights::Workforces;

struct PlanPath {
    PlanId plan{};
};
BOOST_DESCRIBE_STRUCT(PlanPath, (), (plan))

struct PlanFileAsked {
    PlanId plan{};
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(PlanFileAsked, (), (plan, format))

struct PlanReason {
    std::string because{};
};
BOOST_DESCRIBE_STRUCT(PlanReason, (), (because))

struct PlanList {
    std::vector<PlanRow> items{};
    Frame usual{}; // to begin with
};
BOOST_DESCRIBE_STRUCT(PlanList, (), (items, usual))

struct PlanVerified {
    std::int64_t value = 0;
    double bound = 0;
    std::int64_t people = 0;
    std::int64_t chosen = 0; // activities
};
BOOST_DESCRIBE_STRUCT(PlanVerified, (), (value, bound, people, chosen))

constexpr std::int64_t usual_budget = 1'000'000'00;

void declare_making(http::Router& api, Workforces* workforces, jobs::Runner* runner) {
    api.get("/plans",
            {.summary = "Plans of learning, newest first",
             .needs = Permission::view_plans,
             .description = "Those of whose units all are the asker's."},
            [workforces](db::Db& db, const Actor& actor) -> Result<PlanList> {
                const auto workforce = workforces->current();
                return PlanList{db.read([&](db::Tx& tx) { return plans(tx, *workforce, actor); }),
                                {.starts = next_quarter(workforce->day()), .budget = usual_budget}};
            });
    api.post("/plans",
             {.summary = "Draft a plan: within what it is to be made",
              .needs = Permission::make_plans,
              .description = "Money is in hundredths of the currency. Nothing is solved yet."},
             [workforces](db::Db& db, const Actor& actor, const NewPlan& wanted) {
                 const auto workforce = workforces->current();
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<PlanRow>> {
                     PlanRow made = TRY(add_plan(tx, *workforce, actor, wanted));
                     return http::Created<PlanRow>{"/plans/" + std::to_string(made.id.value), std::move(made)};
                 });
             });
    api.get("/plans/{plan}",
            {.summary = "One plan: its frame, what it closes and costs, the bound, what each limit is worth",
             .needs = Permission::view_plans,
             .description = "Shares are of all that is open, weighted. Figures of few people are absent. curve and "
                            "next come a little after the rest."},
            [workforces, runner](db::Db& db, const Actor& actor, const PlanPath& path) {
                const auto workforce = workforces->current();
                return db.read([&](db::Tx& tx) { return find_plan(tx, *workforce, actor, path.plan, runner); });
            });
    api.put(
        "/plans/{plan}", {.summary = "Change a plan's name and frame, all of it", .needs = Permission::make_plans},
        [workforces](db::Db& db, const Actor& actor, const PlanPath& path, const NewPlan& wanted, http::IfMatch match) {
            const auto workforce = workforces->current();
            return db.transact(
                [&](db::Tx& tx) { return edit_plan(tx, *workforce, actor, path.plan, match.version, wanted); });
        });
    api.del("/plans/{plan}", {.summary = "Throw a draft away", .needs = Permission::make_plans},
            [workforces](db::Db& db, const Actor& actor, const PlanPath& path) {
                const auto workforce = workforces->current();
                return db.transact([&](db::Tx& tx) { return remove_plan(tx, *workforce, actor, path.plan); });
            });
    api.post(
        "/plans/{plan}/solution",
        {.summary = "Solve the plan, in a job; what managers have said is heeded", .needs = Permission::make_plans},
        [workforces, runner](db::Db& db, const Actor& actor, const PlanPath& path) {
            const auto workforce = workforces->current();
            auto asked = db.transact([&](db::Tx& tx) { return ask_to_solve(tx, *workforce, actor, path.plan); });
            if (asked.ok() && runner != nullptr) runner->wake();
            return asked;
        });
    api.post(
        "/plans/{plan}/again",
        {.summary = "A new draft that keeps what the published plan has promised", .needs = Permission::make_plans},
        [workforces](db::Db& db, const Actor& actor, const PlanPath& path) {
            const auto workforce = workforces->current();
            return db.transact([&](db::Tx& tx) -> Result<http::Created<PlanRow>> {
                PlanRow made = TRY(plan_again(tx, *workforce, actor, path.plan));
                return http::Created<PlanRow>{"/plans/" + std::to_string(made.id.value), std::move(made)};
            });
        });
}

using Step = Result<PlanRow> (*)(db::Tx&, const insights::Workforce&, const Actor&, PlanId);
using StepBack = Result<PlanRow> (*)(db::Tx&, const insights::Workforce&, const Actor&, PlanId, const std::string&);

auto stepping(Workforces* workforces, Step step) {
    return [workforces, step](db::Db& db, const Actor& actor, const PlanPath& path) {
        const auto workforce = workforces->current();
        return db.transact([&](db::Tx& tx) { return step(tx, *workforce, actor, path.plan); });
    };
}
auto stepping_back(Workforces* workforces, StepBack step) {
    return [workforces, step](db::Db& db, const Actor& actor, const PlanPath& path, const PlanReason& reason) {
        const auto workforce = workforces->current();
        return db.transact([&](db::Tx& tx) { return step(tx, *workforce, actor, path.plan, reason.because); });
    };
}

void declare_way(http::Router& api, Workforces* workforces) {
    api.post(
        "/plans/{plan}/review",
        {.summary = "Send a solved draft to the managers: each sees their own people", .needs = Permission::make_plans},
        stepping(workforces, send_to_managers));
    api.post("/plans/{plan}/draft",
             {.summary = "Take it back to a draft, and say why", .needs = Permission::make_plans},
             stepping_back(workforces, take_back));
    api.post("/plans/{plan}/budget", {.summary = "Ask whoever answers for the budget", .needs = Permission::make_plans},
             stepping(workforces, ask_for_budget));
    api.post("/plans/{plan}/approval",
             {.summary = "Approve the budget: the plan is published, and each one sees their own part",
              .needs = Permission::approve_plans},
             stepping(workforces, approve_plan));
    api.post("/plans/{plan}/refusal",
             {.summary = "Send it back to review, and say why", .needs = Permission::approve_plans},
             stepping_back(workforces, send_back));
    api.post("/plans/{plan}/costs",
             {.summary = "Book what was really paid, by activity", .needs = Permission::make_plans},
             [workforces](db::Db& db, const Actor& actor, const PlanPath& path, const NewPaidCost& wanted) {
                 const auto workforce = workforces->current();
                 return db.transact([&](db::Tx& tx) { return book_cost(tx, *workforce, actor, path.plan, wanted); });
             });
}

void declare_proof(http::Router& api, Workforces* workforces) {
    api.get("/plans/{plan}/verification",
            {.summary = "Recompute limits, value and bound from the certificate, by code that shares none with the "
                        "solver",
             .needs = Permission::view_plans},
            [workforces](db::Db& db, const Actor& actor, const PlanPath& path) -> Result<PlanVerified> {
                const auto workforce = workforces->current();
                const auto found = TRY(db.read([&](db::Tx& tx) { return verified(tx, *workforce, actor, path.plan); }));
                return PlanVerified{found.value, found.bound, static_cast<std::int64_t>(found.people),
                                    static_cast<std::int64_t>(found.chosen)};
            });
    api.get("/plans/{plan}/certificate",
            {.summary = "The certificate: value, bound, inputs and choices, to be verified anywhere",
             .needs = Permission::make_plans,
             .description = "It says who misses what, by number, so it is for whoever may open levels too.",
             .produces = "application/json"},
            [workforces](db::Db& db, const Actor& actor, const PlanPath& path) -> Result<http::File> {
                const auto workforce = workforces->current();
                http::File file{.content_type = "application/json", .filename = "kunna-plan.json"};
                file.bytes = TRY(db.read([&](db::Tx& tx) { return proof_of(tx, *workforce, actor, path.plan); }));
                return file;
            });
    api.get("/plans/{plan}/activities/export",
            {.summary = "The plan's activities as a file: a line for each session, with seats, hours and cost",
             .needs = Permission::view_plans,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const PlanFileAsked& asked) -> Result<http::File> {
                const auto workforce = workforces->current();
                const Plan plan =
                    TRY(db.read([&](db::Tx& tx) { return find_plan(tx, *workforce, actor, asked.plan, nullptr); }));
                return http::table_of("plan-activities", asked.format,
                                      [&](insights::FileKind kind, tabular::Sink sink) {
                                          return write_activities(plan.told.value_or(PlanTold{}), plan.frame.currency,
                                                                  kind, actor.language, std::move(sink));
                                      });
            });
}

} // namespace

void declare_routes(http::Router& api, Workforces* workforces, jobs::Runner* runner) {
    declare_making(api, workforces, runner);
    declare_way(api, workforces);
    declare_proof(api, workforces);
    declare_review_routes(api, workforces);
}

} // namespace kunna::plans
