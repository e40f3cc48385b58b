// The HTTP face of reskilling.
#pragma once

namespace kunna::http {
class Router;
}
namespace kunna::insights {
class Workforces;
}

namespace kunna::reskilling {

void declare_routes(http::Router& api, insights::Workforces* workforces);
// What concerns oneself: roles near, interest, one's own cohort, those one mentors or whose trial one judges.
void declare_own_routes(http::Router& api, insights::Workforces* workforces);

} // namespace kunna::reskilling
