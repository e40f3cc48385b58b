// Base64 of bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kunna {

enum class Base64 : unsigned char {
    plain, // with + and /, padded
    url    // with - and _, without padding
};

std::string base64(std::string_view bytes, Base64 variant);
// Nothing when it is not written so.
std::optional<std::string> from_base64(std::string_view text, Base64 variant);

} // namespace kunna
