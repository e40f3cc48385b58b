// Brotli and gzip.
#include "http/compress.hpp"

#include "http/answers.hpp"

#include <brotli/encode.h>
#include <charconv>
#include <sodium.h>
#include <stdexcept>
#include <zlib.h>

namespace kunna::http {

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
    case Encoding::gzip:
        return "gzip";
    case Encoding::brotli:
        return "br";
    case Encoding::identity:
        break;
    }
    return "identity";
}

namespace {

// Large answers are waited for: of 1.4 MB (a gap map) brotli makes 318 kB in 25 ms at quality 4 and 359 kB in 7 ms at
// 1, gzip 309 kB in 66 ms at level 6 and 377 kB in 12 ms at 1. Small ones take no time either way.
constexpr std::size_t large = 256 << 10;

double weight_of(std::string_view entry) {
    double q = 1;
    if (const std::size_t at = entry.find("q="); at != std::string_view::npos) {
        if (std::from_chars(entry.data() + at + 2, entry.data() + entry.size(), q).ec != std::errc{}) q = 0;
    }
    return q;
}

std::string gzip(std::string_view plain) {
    z_stream stream{};
    // 15 + 16: the gzip container.
    if (deflateInit2(&stream, plain.size() < large ? 6 : 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc{};
    std::string packed(deflateBound(&stream, plain.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data())); // zlib's API is not const
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int ended = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END) throw std::runtime_error{"gzip did not finish"};
    return packed;
}

std::string brotli(std::string_view plain) {
    std::size_t size = BrotliEncoderMaxCompressedSize(plain.size());
    std::string packed(size, '\0');
    if (BrotliEncoderCompress(plain.size() < large ? 4 : 1, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, plain.size(),
                              reinterpret_cast<const std::uint8_t*>(plain.data()), &size,
                              reinterpret_cast<std::uint8_t*>(packed.data())) == BROTLI_FALSE) {
        throw std::runtime_error{"brotli did not finish"};
    }
    packed.resize(size);
    return packed;
}

} // namespace

Encoding choose_encoding(std::string_view accept) {
    double br = -1;
    double gz = -1;
    double any = 0;
    while (!accept.empty()) {
        const std::size_t end = std::min(accept.find(','), accept.size());
        std::string_view entry = accept.substr(0, end);
        accept.remove_prefix(std::min(end + 1, accept.size()));
        while (!entry.empty() && entry.front() == ' ') entry.remove_prefix(1);
        const std::string_view name = entry.substr(0, entry.find_first_of("; "));
        if (name == "br") br = weight_of(entry);
        if (name == "gzip" || name == "x-gzip") gz = weight_of(entry);
        if (name == "*") any = weight_of(entry);
    }
    if (br < 0) br = any;
    if (gz < 0) gz = any;
    if (br > 0 && br >= gz) return Encoding::brotli;
    return gz > 0 ? Encoding::gzip : Encoding::identity;
}

std::string compress(std::string_view plain, Encoding encoding) {
    switch (encoding) {
    case Encoding::gzip:
        return gzip(plain);
    case Encoding::brotli:
        return brotli(plain);
    case Encoding::identity:
        break;
    }
    return std::string{plain};
}

struct Cached::Held {
    std::string json;
    std::string etag;
    std::once_flag brotli_once;
    std::once_flag gzip_once;
    std::string brotli;
    std::string gzip;
};

std::string hash_of_content(std::string_view content) {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                       nullptr, 0);
    std::string digits;
    for (const unsigned char byte : hash) digits += fmt::format("{:02x}", byte);
    return digits;
}

Cached::Cached(std::string json) : held_(std::make_unique<Held>()) {
    held_->etag = fmt::format("\"{}\"", hash_of_content(json));
    held_->json = std::move(json);
}
Cached::~Cached() = default;
const std::string& Cached::json() const {
    return held_->json;
}
const std::string& Cached::etag() const {
    return held_->etag;
}
const std::string& Cached::brotli() const {
    std::call_once(held_->brotli_once, [&] { held_->brotli = compress(held_->json, Encoding::brotli); });
    return held_->brotli;
}
const std::string& Cached::gzip() const {
    std::call_once(held_->gzip_once, [&] { held_->gzip = compress(held_->json, Encoding::gzip); });
    return held_->gzip;
}

} // namespace kunna::http
