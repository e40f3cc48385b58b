// The HTTP face of what-if.
#pragma once

namespace kunna::http {
class Router;
}
namespace kunna::insights {
class Workforces;
}
namespace kunna::scenarios {
class Grounds;
}

namespace kunna::whatif {

void declare_routes(http::Router& api, insights::Workforces* workforces, scenarios::Grounds* grounds);

} // namespace kunna::whatif
