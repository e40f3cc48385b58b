// The HTTP face of goals.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::goals {

void declare_routes(http::Router& api);

} // namespace kunna::goals
