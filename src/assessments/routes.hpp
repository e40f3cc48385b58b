// The HTTP face of assessments.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::assessments {

void declare_routes(http::Router& api);

} // namespace kunna::assessments
