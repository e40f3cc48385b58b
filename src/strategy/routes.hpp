// The HTTP face of strategies.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::insights {
class Workforces;
}

namespace kunna::strategy {

void declare_routes(http::Router& api, insights::Workforces* workforces);

} // namespace kunna::strategy
