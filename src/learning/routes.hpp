// The HTTP face of learning.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::learning {

void declare_routes(http::Router& api);

} // namespace kunna::learning
