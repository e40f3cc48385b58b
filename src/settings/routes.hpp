// The HTTP face of settings.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::settings {

void declare_routes(http::Router& api);

} // namespace kunna::settings
