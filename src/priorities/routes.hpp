// The HTTP face of priorities.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::insights {
class Workforces;
}

namespace kunna::priorities {

void declare_routes(http::Router& api, insights::Workforces* workforces);

} // namespace kunna::priorities
