// A cursor is base64url(values in JSON + 16 bytes of keyed BLAKE2b over list and values).
#include "http/cursor.hpp"

#include "base/base64.hpp"
#include "base/json_read.hpp"
#include "base/json_write.hpp"

#include <mutex>
#include <sodium.h>

namespace kunna::http {

namespace {

constexpr std::size_t seal_size = 16;

struct Key {
    std::mutex guard;
    std::array<unsigned char, 32> bytes{};

    Key() { randombytes_buf(bytes.data(), bytes.size()); }
};

Key& key() {
    static Key held;
    return held;
}

std::array<unsigned char, seal_size> seal(std::string_view list, std::string_view values) {
    std::array<unsigned char, 32> secret{};
    {
        const std::lock_guard lock{key().guard};
        secret = key().bytes;
    }
    const std::string sealed = json::to_text(list) + std::string{values};
    std::array<unsigned char, seal_size> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(sealed.data()), sealed.size(),
                       secret.data(), secret.size());
    return hash;
}

} // namespace

void set_cursor_key(std::span<const unsigned char, 32> bytes) {
    const std::lock_guard lock{key().guard};
    std::copy(bytes.begin(), bytes.end(), key().bytes.begin());
}

std::string seal_cursor(std::string_view list, const std::vector<std::string>& after) {
    std::string plain = json::to_text(after);
    const auto hash = seal(list, plain);
    plain.append(reinterpret_cast<const char*>(hash.data()), hash.size());
    return base64(plain, Base64::url);
}

Result<std::vector<std::string>> open_cursor(std::string_view list, std::string_view cursor) {
    const auto invalid = [] { return refuse_field("/query/cursor", "cursor.invalid"); };
    if (cursor.size() > 4096) return invalid();
    const auto plain = from_base64(cursor, Base64::url);
    if (!plain || plain->size() < seal_size) return invalid();
    const std::string_view values = std::string_view{*plain}.substr(0, plain->size() - seal_size);
    const auto hash = seal(list, values);
    if (sodium_memcmp(hash.data(), plain->data() + values.size(), seal_size) != 0) return invalid();
    return json::from_text<std::vector<std::string>>(values);
}

} // namespace kunna::http
