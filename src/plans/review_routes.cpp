// The HTTP face of what a plan gives to whom.
#include "http/router.hpp"
#include "http/table_file.hpp"
#include "plans/files.hpp"
#include "plans/reviews.hpp"
#include "plans/routes.hpp"

namespace kunna::plans {

namespace {

using access::Actor;
using access::Permission;

struct PlanItemsAsked {
    PlanId plan{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(PlanItemsAsked, (), (plan, reason))

struct PlanItemsFileAsked {
    PlanId plan{};
    std::optional<insights::FileKind> format{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(PlanItemsFileAsked, (), (plan, format, reason))

struct PlanItemPath {
    PlanItemId item{};
};
BOOST_DESCRIBE_STRUCT(PlanItemPath, (), (item))

struct PlanItems {
    std::vector<PlanItem> items{};
};
BOOST_DESCRIBE_STRUCT(PlanItems, (), (items))

struct PlanReviews {
    std::vector<PlanReview> items{};
};
BOOST_DESCRIBE_STRUCT(PlanReviews, (), (items))

} // namespace

void declare_review_routes(http::Router& api, insights::Workforces* workforces) {
    api.get("/plans/mine",
            {.summary = "What published plans give oneself, why, and what the smallest other thing would have been",
             .needs = Permission::answer_plan},
            [](db::Db& db, const Actor& actor) -> Result<MyPlan> {
                return db.read([&](db::Tx& tx) { return my_plan(tx, actor); });
            });
    api.get("/plans/mine/calendar",
            {.summary = "The same as a calendar", .needs = Permission::answer_plan, .produces = "text/calendar"},
            [](db::Db& db, const Actor& actor) -> Result<http::File> {
                http::File file{.content_type = "text/calendar; charset=utf-8", .filename = "kunna-plan.ics"};
                file.bytes = db.read(
                    [&](db::Tx& tx) { return calendar_of(my_plan(tx, actor).items, actor.language, tx.now()); });
                return file;
            });
    api.put("/plans/items/{item}/answer",
            {.summary = "Accept, decline or contest what a published plan gives oneself; why, unless one accepts",
             .needs = Permission::answer_plan},
            [](db::Db& db, const Actor& actor, const PlanItemPath& path, const AnswerInput& said) {
                return db.transact([&](db::Tx& tx) { return answer_item(tx, actor, path.item, said); });
            });
    api.get("/plans/reviews",
            {.summary = "Plans that managers review, and what they give the asker's own people",
             .needs = Permission::review_plans},
            [](db::Db& db, const Actor& actor) -> Result<PlanReviews> { return PlanReviews{reviews(db, actor)}; });
    api.put("/plans/items/{item}/review",
            {.summary = "Agree, swap for another activity, or defer; why, unless one agrees",
             .needs = Permission::review_plans},
            [workforces](db::Db& db, const Actor& actor, const PlanItemPath& path, const ReviewInput& said) {
                const auto workforce = workforces->current();
                return db.transact([&](db::Tx& tx) { return review_item(tx, *workforce, actor, path.item, said); });
            });
    api.get("/plans/{plan}/items",
            {.summary = "Who is to do what, when, and why; of those whose levels the asker may see",
             .needs = Permission::view_levels,
             .description = "HR states a reason; each one sees that their part was read."},
            [](db::Db& db, const Actor& actor, const PlanItemsAsked& asked) -> Result<PlanItems> {
                return PlanItems{TRY(items_of_plan(db, access::with_reason(actor, asked.reason), asked.plan))};
            });
    api.get("/plans/{plan}/items/export",
            {.summary = "The same as a file", .needs = Permission::view_levels, .produces = http::table_files},
            [](db::Db& db, const Actor& actor, const PlanItemsFileAsked& asked) -> Result<http::File> {
                const auto items = TRY(items_of_plan(db, access::with_reason(actor, asked.reason), asked.plan));
                return http::table_of("plan", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_items(items, kind, actor.language, std::move(sink));
                });
            });
}

} // namespace kunna::plans
