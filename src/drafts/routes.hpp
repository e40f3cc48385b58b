// The HTTP face of drafts.
#pragma once

namespace kunna::http {
class Router;
}

namespace kunna::taxonomies {
class Matchers;
}

namespace kunna::documents {
class Reader;
}

namespace kunna::drafts {

// matchers and reader may be null where routes are merely described.
void declare_routes(http::Router& api, taxonomies::Matchers* matchers, documents::Reader* reader);

} // namespace kunna::drafts
