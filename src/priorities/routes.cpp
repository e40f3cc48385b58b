// The HTTP face of priorities.
#include "priorities/routes.hpp"

#include "http/router.hpp"
#include "insights/workforces.hpp"
#include "priorities/priorities.hpp"

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
}

} // namespace kunna::priorities
