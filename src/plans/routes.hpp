// The HTTP face of plans.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::insights {
class Workforces;
}

namespace kunna::jobs {
class Runner;
}

namespace kunna::plans {

// runner: this node's, so that solving begins at once. Both are null where routes are merely described.
void declare_routes(http::Router& api, insights::Workforces* workforces, jobs::Runner* runner);
// What a plan gives to whom.
void declare_review_routes(http::Router& api, insights::Workforces* workforces);

} // namespace kunna::plans
