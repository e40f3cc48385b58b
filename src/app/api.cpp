// The whole API.
#include "app/api.hpp"

#include "access/routes.hpp"
#include "analytics/routes.hpp"
#include "assessments/routes.hpp"
#include "drafts/routes.hpp"
#include "goals/routes.hpp"
#include "imports/routes.hpp"
#include "insights/routes.hpp"
#include "jobs/routes.hpp"
#include "learning/routes.hpp"
#include "notices/invitations.hpp"
#include "notices/routes.hpp"
#include "people/routes.hpp"
#include "plans/routes.hpp"
#include "priorities/routes.hpp"
#include "reskilling/routes.hpp"
#include "rounds/routes.hpp"
#include "scenarios/routes.hpp"
#include "settings/routes.hpp"
#include "skills/routes.hpp"
#include "staffing/routes.hpp"
#include "strategy/routes.hpp"
#include "taxonomies/routes.hpp"
#include "whatif/routes.hpp"
#include "wishes/routes.hpp"

namespace kunna::app {

void declare_all(http::Router& api, const Standing& standing) {
    declare_sign_in_routes(api, standing);
    access::declare_routes(api, notices::invite);
    settings::declare_routes(api);
    people::declare_routes(api);
    skills::declare_routes(api);
    taxonomies::declare_routes(api, standing.matchers);
    drafts::declare_routes(api, standing.matchers, standing.reader);
    assessments::declare_routes(api);
    wishes::declare_routes(api);
    goals::declare_routes(api);
    learning::declare_routes(api);
    rounds::declare_routes(api);
    imports::declare_routes(api, standing.runner, standing.matchers);
    insights::declare_routes(api, standing.workforces);
    staffing::declare_routes(api, standing.workforces);
    analytics::declare_routes(api, standing.workforces, standing.histories);
    scenarios::declare_routes(api, standing.grounds);
    reskilling::declare_routes(api, standing.workforces);
    priorities::declare_routes(api, standing.workforces);
    plans::declare_routes(api, standing.workforces, standing.runner);
    whatif::declare_routes(api, standing.workforces, standing.grounds);
    strategy::declare_routes(api, standing.workforces);
    notices::declare_routes(api, standing.runner, standing.sender);
    jobs::declare_routes(api, standing.runner);
    declare_status_routes(api, standing);
}

} // namespace kunna::app
