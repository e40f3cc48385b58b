// The HTTP face of insights.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::insights {

class Workforces;

void declare_routes(http::Router& api, Workforces* workforces);

} // namespace kunna::insights
