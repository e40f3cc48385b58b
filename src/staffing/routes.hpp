// The HTTP face of staffing.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::insights {
class Workforces;
}

namespace kunna::staffing {

void declare_routes(http::Router& api, insights::Workforces* workforces);

} // namespace kunna::staffing
