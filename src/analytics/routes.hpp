// The HTTP face of analytics.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::insights {
class Workforces;
}

namespace kunna::analytics {

class Histories;

void declare_routes(http::Router& api, insights::Workforces* workforces, Histories* histories);

} // namespace kunna::analytics
