// The HTTP face of notices and of the e-mail that carries them.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::jobs {
class Runner;
}

namespace kunna::notices {

class Sender;

// runner and sender: this node's; null where routes are merely described.
void declare_routes(http::Router& api, jobs::Runner* runner, Sender* sender);

} // namespace kunna::notices
