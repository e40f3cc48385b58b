// The HTTP face of learning: the catalogue of activities. Files of activities go through imports; what serves a goal,
// at what cost, is told by priorities.
#include "learning/routes.hpp"

#include "http/paging.hpp"
#include "http/router.hpp"
#include "learning/activities.hpp"
#include "learning/starters.hpp"

namespace kunna::learning {

namespace {

using access::Actor;
using access::Permission;

struct ActivityPath {
    ActivityId activity{};
};
BOOST_DESCRIBE_STRUCT(ActivityPath, (), (activity))

struct ListAsked : http::PageAsked {
    std::optional<std::string> query{};
    std::optional<SkillId> skill{};
    std::optional<ActivityKind> kind{};
    std::optional<std::string> language{};
    std::optional<goals::GoalId> goal{};
    std::optional<Serving> serving{};
    std::optional<bool> online{};
    std::optional<bool> ahead{};
    std::optional<bool> archived{};
};
BOOST_DESCRIBE_STRUCT(ListAsked, (http::PageAsked),
                      (query, skill, kind, language, goal, serving, online, ahead, archived))

struct StarterActivities {
    std::vector<StarterActivity> items{};
};
BOOST_DESCRIBE_STRUCT(StarterActivities, (), (items))

Result<http::Page<ActivityRow>> list(db::Db& db, const Actor& actor, const ListAsked& asked) {
    constexpr std::size_t usual = 60;
    const std::int64_t from = TRY(http::page_start("activities", asked.cursor, 0));
    const std::size_t limit = asked.limit_or(usual);
    const ActivitiesAsked wanted{.query = asked.query.value_or(""),
                                 .skill = asked.skill,
                                 .kind = asked.kind,
                                 .language = asked.language.value_or(""),
                                 .goal = asked.goal,
                                 .serving = asked.serving,
                                 .online = asked.online.value_or(false),
                                 .ahead = asked.ahead.value_or(false),
                                 .archived = asked.archived.value_or(false)};
    auto all = db.read([&](db::Tx& tx) { return activities(tx, actor, wanted); });
    http::Page<ActivityRow> page;
    page.total = static_cast<std::int64_t>(all.size());
    for (auto i = static_cast<std::size_t>(from); i < all.size() && page.items.size() <= limit; ++i)
        page.items.push_back(std::move(all[i]));
    http::cut_page(page, "activities", limit,
                   [&](const ActivityRow&) { return from + static_cast<std::int64_t>(limit); });
    return page;
}

} // namespace

void declare_routes(http::Router& api) {
    api.get("/activities",
            {.summary = "The catalogue of learning activities, by name",
             .needs = Permission::view_learning,
             .description = "serving=none: those that serve no goal that is pursued. What they cost is told to those "
                            "who plan, and to managers."},
            list);
    api.get("/activities/starters",
            {.summary = "Activities to begin with, from the packs that are installed, which the catalogue lacks",
             .needs = Permission::edit_learning},
            [](db::Db& db) -> Result<StarterActivities> {
                return StarterActivities{db.read([](db::Tx& tx) { return starter_activities(tx); })};
            });
    api.post(
        "/activities/starters",
        {.summary = "Take them into the catalogue; what is there stays as it is", .needs = Permission::edit_learning},
        [](db::Db& db, const Actor& actor) {
            return db.transact([&](db::Tx& tx) -> Result<StartersAdded> { return add_starter_activities(tx, actor); });
        });
    api.get("/activities/{activity}",
            {.summary = "One activity: what it raises, when it is held, what it asks for, and the goals it serves",
             .needs = Permission::view_learning},
            [](db::Db& db, const Actor& actor, const ActivityPath& path) {
                return db.read([&](db::Tx& tx) { return find_activity(tx, actor, path.activity); });
            });
    api.post("/activities",
             {.summary = "Add an activity",
              .needs = Permission::edit_learning,
              .description = "Money is in hundredths of the currency. A cost that is left out is refused: 0 is an "
                             "answer. Prerequisites must not go in a circle."},
             [](db::Db& db, const Actor& actor, const ActivityInput& wanted) {
                 return db.transact([&](db::Tx& tx) -> Result<http::Created<Activity>> {
                     Activity added = TRY(add_activity(tx, actor, wanted));
                     return http::Created<Activity>{"/activities/" + std::to_string(added.id.value), std::move(added)};
                 });
             });
    api.put(
        "/activities/{activity}",
        {.summary = "Change an activity, all of it; its key stays", .needs = Permission::edit_learning},
        [](db::Db& db, const Actor& actor, const ActivityPath& path, const ActivityInput& wanted, http::IfMatch match) {
            return db.transact(
                [&](db::Tx& tx) { return edit_activity(tx, actor, path.activity, match.version, wanted); });
        });
    api.post("/activities/{activity}/archive",
             {.summary = "Take an activity out of the catalogue; it is kept", .needs = Permission::edit_learning},
             [](db::Db& db, const Actor& actor, const ActivityPath& path) {
                 return db.transact([&](db::Tx& tx) { return archive_activity(tx, actor, path.activity); });
             });
    api.post("/activities/{activity}/restore",
             {.summary = "Put an archived activity back into the catalogue", .needs = Permission::edit_learning},
             [](db::Db& db, const Actor& actor, const ActivityPath& path) {
                 return db.transact([&](db::Tx& tx) { return restore_activity(tx, actor, path.activity); });
             });
}

} // namespace kunna::learning
