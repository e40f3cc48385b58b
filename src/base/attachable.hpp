// What may be attached to something as its evidence: a web address, or a file of a kind a browser may be trusted with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kunna::attachable {

inline constexpr std::uint64_t largest_file = 10'000'000; // bytes

// http or https, with a host, without white space, at most 2,000 characters.
bool is_web_address(std::string_view link);
// By the name's ending; plain bytes for all that is not known.
std::string content_type_of(std::string_view name);

} // namespace kunna::attachable
