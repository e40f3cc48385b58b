// OpenAPI 3.1 and the permission table, both written from the routes: what is documented is what runs.
#pragma once

#include "http/router.hpp"

#include <string>

namespace kunna::http {

// Indented JSON, the same bytes for the same routes.
std::string openapi(const Router& router, std::string_view version);
// A Markdown table: operation × role, by access::holds.
std::string permissions_table(const Router& router);

} // namespace kunna::http
