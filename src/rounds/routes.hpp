// The HTTP face of rounds.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::rounds {

void declare_routes(http::Router& api);
// Part of them, called by the above.
void declare_assessor_routes(http::Router& api);

} // namespace kunna::rounds
