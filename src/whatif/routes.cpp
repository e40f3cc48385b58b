// The HTTP face of what-if.
#include "whatif/routes.hpp"

#include "access/visibility.hpp"
#include "http/router.hpp"
#include "insights/workforces.hpp"
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

} // namespace

void declare_routes(http::Router& api, insights::Workforces* workforces) {
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
}

} // namespace kunna::whatif
