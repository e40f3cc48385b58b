// The HTTP face of taxonomies.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::taxonomies {

class Matchers;

// matchers may be null where routes are merely described.
void declare_routes(http::Router& api, Matchers* matchers);

} // namespace kunna::taxonomies
