// The HTTP face of rounds.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::rounds {

void declare_routes(http::Router& api);

} // namespace kunna::rounds
