// The HTTP face of people.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::people {

void declare_routes(http::Router& api);

} // namespace kunna::people
