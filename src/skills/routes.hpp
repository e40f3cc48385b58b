// The HTTP face of skills.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::skills {

void declare_routes(http::Router& api);

} // namespace kunna::skills
