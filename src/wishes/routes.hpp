// The HTTP face of wishes.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::wishes {

void declare_routes(http::Router& api);

} // namespace kunna::wishes
