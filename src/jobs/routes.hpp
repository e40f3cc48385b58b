// The HTTP face of jobs.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::jobs {

class Runner;

// runner: this node's, for progress as it happens; null where routes are merely described.
void declare_routes(http::Router& api, Runner* runner);

} // namespace kunna::jobs
