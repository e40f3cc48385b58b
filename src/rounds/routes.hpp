// The HTTP face of rounds.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::rounds {

void declare_routes(http::Router& api);
// Two of them, in files of their own.
void declare_answering(http::Router& api);
void declare_assessors(http::Router& api);

} // namespace kunna::rounds
