// The request target: percent-encoding, query parameters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kunna::http {

// Nothing for a broken escape, a NUL, a control character or invalid UTF-8.
std::optional<std::string> percent_decode(std::string_view encoded, bool plus_is_space = false);
// Everything but RFC 3986's unreserved characters.
std::string percent_encode(std::string_view plain);
// name=value pairs in order; nothing when one cannot be decoded.
std::optional<std::vector<std::pair<std::string, std::string>>> query_parameters(std::string_view query);

} // namespace kunna::http
