// The HTTP face of imports and exports.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::jobs {
class Runner;
}

namespace kunna::imports {

// runner: this node's, so that a check begins at once; null where routes are merely described.
void declare_routes(http::Router& api, jobs::Runner* runner);

} // namespace kunna::imports
