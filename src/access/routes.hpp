// The HTTP face of accounts, tokens and the trail.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::access {

void declare_routes(http::Router& api);

} // namespace kunna::access
