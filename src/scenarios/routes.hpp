// The HTTP face of scenarios.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::scenarios {

class Grounds;

void declare_routes(http::Router& api, Grounds* grounds);

} // namespace kunna::scenarios
