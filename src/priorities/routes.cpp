// The HTTP face of priorities.
#include "priorities/routes.hpp"

#include "http/router.hpp"
#include "http/table_file.hpp"
#include "insights/workforces.hpp"
#include "priorities/files.hpp"
#include "priorities/serving.hpp"

namespace kunna::priorities {

namespace {

using access::Actor;
using access::Permission;

struct Asked {
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(Asked, (), (as_of))

struct GoalAsked {
    goals::GoalId goal{};
    std::optional<Date> as_of{};
};
BOOST_DESCRIBE_STRUCT(GoalAsked, (), (goal, as_of))

struct GoalPath {
    goals::GoalId goal{};
};
BOOST_DESCRIBE_STRUCT(GoalPath, (), (goal))

struct LearningFile : GoalPath {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(LearningFile, (GoalPath), (format))

struct FileAsked : Asked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(FileAsked, (Asked), (format))

struct GoalFileAsked : GoalAsked {
    std::optional<insights::FileKind> format{};
};
BOOST_DESCRIBE_STRUCT(GoalFileAsked, (GoalAsked), (format))

Result<http::File> file_of(const Priorities& told, std::string_view name, std::optional<insights::FileKind> format,
                           const Actor& actor) {
    return http::table_of(name, format, [&](insights::FileKind kind, tabular::Sink sink) {
        return write_priorities(told, kind, actor.language, std::move(sink));
    });
}

} // namespace

void declare_routes(http::Router& api, insights::Workforces* workforces) {
    api.get(
        "/priorities",
        {.summary = "What the goals need, ranked, with every part of the formula; and what is deliberately not funded",
         .needs = Permission::view_aggregates,
         .description = "priority = goal weight × consequence × scarcity × (1 − coverage) × urgency / effort. As of "
                        "a day: today's needs, and the workforce as it was."},
        [workforces](db::Db& db, const Actor& actor, const Asked& asked) -> Result<Priorities> {
            return priorities(db, *workforces->as_of(asked.as_of), actor);
        });
    api.get("/goals/{goal}/standing",
            {.summary = "How far each need of a goal is met, and what is left", .needs = Permission::view_aggregates},
            [workforces](db::Db& db, const Actor& actor, const GoalAsked& asked) {
                return priorities_of(db, *workforces->as_of(asked.as_of), actor, asked.goal);
            });
    api.get("/goals/{goal}/activities",
            {.summary = "The learning activities that serve each need of a goal, and what their seats would cost",
             .needs = Permission::view_goals,
             .description = "amount = people × seat + sessions × session, where people = ⌈headcount − qualified⌉ and "
                            "sessions = ⌈people / seats⌉. An estimate, for those who may see aggregates and costs."},
            [workforces](db::Db& db, const Actor& actor, const GoalPath& path) {
                return learning_of(db, *workforces->current(), actor, path.goal);
            });
    api.get("/goals/{goal}/activities/export",
            {.summary = "The same as a file, a line for each activity",
             .needs = Permission::view_goals,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const LearningFile& asked) -> Result<http::File> {
                const auto told = TRY(learning_of(db, *workforces->current(), actor, asked.goal));
                return http::table_of("goal-learning", asked.format, [&](insights::FileKind kind, tabular::Sink sink) {
                    return write_learning(told, kind, actor.language, std::move(sink));
                });
            });
    api.get("/priorities/export",
            {.summary = "The same as a file, a line a need",
             .needs = Permission::view_aggregates,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const FileAsked& asked) -> Result<http::File> {
                const auto told = priorities(db, *workforces->as_of(asked.as_of), actor);
                return file_of(told, "priorities", asked.format, actor);
            });
    api.get("/goals/{goal}/standing/export",
            {.summary = "The needs of a goal as a file, with how far each is met",
             .needs = Permission::view_aggregates,
             .produces = http::table_files},
            [workforces](db::Db& db, const Actor& actor, const GoalFileAsked& asked) -> Result<http::File> {
                const auto told = TRY(priorities_of(db, *workforces->as_of(asked.as_of), actor, asked.goal));
                return file_of(told, "goal-needs", asked.format, actor);
            });
}

} // namespace kunna::priorities
