// The HTTP face of what-if.
#include "whatif/routes.hpp"

#include "access/visibility.hpp"
#include "http/router.hpp"
#include "http/table_file.hpp"
#include "insights/workforces.hpp"
#include "whatif/files.hpp"
#include "whatif/kept.hpp"
#include "whatif/whatif.hpp"

namespace kunna::whatif {

namespace {

using access::Actor;
using access::Permission;

struct WhatIfAsked {
    std::optional<UnitId> unit{};
    std::optional<RoleId> role{};
    std::optional<SkillGroupId> group{};
    std::optional<std::int32_t> depth{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(WhatIfAsked, (), (unit, role, group, depth, reason))

struct WhatIfForecastAsked {
    std::optional<UnitId> unit{};
    std::optional<SkillId> skill{};
    std::optional<scenarios::ScenarioId> scenario{};
    std::optional<std::int32_t> months{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(WhatIfForecastAsked, (), (unit, skill, scenario, months, reason))

struct WhatIfForecastFileAsked {
    std::optional<UnitId> unit{};
    std::optional<scenarios::ScenarioId> scenario{};
    std::optional<std::int32_t> months{};
    std::optional<insights::FileKind> format{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(WhatIfForecastFileAsked, (), (unit, scenario, months, format, reason))

struct KeptAsked {
    Date from{};
    std::optional<std::string> reason{};
};
BOOST_DESCRIBE_STRUCT(KeptAsked, (), (from, reason))

} // namespace

void declare_routes(http::Router& api, insights::Workforces* workforces, scenarios::Grounds* grounds) {
    api.post("/what-if",
             {.summary = "The gap map and the figures as they would be; nothing is stored",
              .needs = Permission::view_aggregates,
              .description = "before and after are maps of the same units and skills, as GET /insights/map tells them. "
                             "A number after is hidden where the difference would tell on few people."},
             [workforces](db::Db& db, const Actor& actor, const WhatIfAsked& asked, const WhatIfAssumptions& assumed) {
                 const auto workforce = workforces->current();
                 return what_if(db, *workforce, access::with_reason(actor, asked.reason), assumed,
                                {asked.unit, asked.role, asked.group, asked.depth});
             });
    api.post(
        "/what-if/forecast",
        {.summary = "What everybody will be able to do, month by month, as it would be and as it is; nothing is stored",
         .needs = Permission::view_forecast,
         .description = "Both under the same scenario: the one named, else the base, else usual assumptions. The "
                        "curves are those of the skill when one is given, else of all posts."},
        [grounds](db::Db& db, const Actor& actor, const WhatIfForecastAsked& asked, const WhatIfAssumptions& assumed) {
            const auto ground = grounds->current();
            return forecast(db, *ground, access::with_reason(actor, asked.reason), assumed,
                            {asked.unit, asked.skill, asked.scenario, asked.months});
        });
    api.post("/what-if/forecast/export",
             {.summary = "The same as a file: a line for each skill, role and unit, before and after",
              .needs = Permission::view_forecast,
              .produces = http::table_files},
             [grounds](db::Db& db, const Actor& actor, const WhatIfForecastFileAsked& asked,
                       const WhatIfAssumptions& assumed) -> Result<http::File> {
                 const auto ground = grounds->current();
                 const auto told = TRY(forecast(db, *ground, access::with_reason(actor, asked.reason), assumed,
                                                {asked.unit, {}, asked.scenario, asked.months}));
                 return http::table_of("what-if-forecast", asked.format,
                                       [&](insights::FileKind kind, tabular::Sink sink) {
                                           return write_forecast(told, kind, actor.language, std::move(sink));
                                       });
             });
    api.post("/what-if/scenario",
             {.summary = "The assumptions as a scenario says them, an alternative to the base; nothing is stored",
              .needs = Permission::plan_future,
              .description = "POST /scenarios keeps them. left_out: what a scenario cannot say."},
             [grounds](db::Db& db, const Actor& actor, const KeptAsked& asked, const WhatIfAssumptions& assumed) {
                 const auto ground = grounds->current();
                 return as_scenario(db, *ground, access::with_reason(actor, asked.reason), assumed, asked.from);
             });
}

} // namespace kunna::whatif
