// Base64, by libsodium.
#include "base/base64.hpp"

#include <sodium.h>

namespace kunna {

namespace {

int sodium_variant(Base64 variant) {
    return variant == Base64::url ? sodium_base64_VARIANT_URLSAFE_NO_PADDING : sodium_base64_VARIANT_ORIGINAL;
}

} // namespace

std::string base64(std::string_view bytes, Base64 variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_variant(variant)), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_variant(variant));
    text.pop_back(); // the NUL
    return text;
}

std::optional<std::string> from_base64(std::string_view text, Base64 variant) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &size, nullptr, sodium_variant(variant)) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

} // namespace kunna
