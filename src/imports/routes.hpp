// The HTTP face of imports and exports.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::jobs {
class Runner;
}

namespace kunna::taxonomies {
class Matchers;
}

namespace kunna::imports {

// runner: this node's, so that a check begins at once; matchers: for names nobody knows. Both are null where routes are
// merely described.
void declare_routes(http::Router& api, jobs::Runner* runner, taxonomies::Matchers* matchers);

} // namespace kunna::imports
