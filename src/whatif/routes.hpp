// The HTTP face of what-if.
#pragma once

namespace kunna::http {
class Router;
}
namespace kunna::insights {
class Workforces;
}

namespace kunna::whatif {

void declare_routes(http::Router& api, insights::Workforces* workforces);

} // namespace kunna::whatif
