// Compression of answers: brotli where the client takes it, else gzip.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kunna::http {

enum class Encoding : std::uint8_t { identity, gzip, brotli };
std::string_view name_of(Encoding encoding); // as in Content-Encoding

// The best of ours the header allows (RFC 9110 §12.5.3: weights, "*", q=0).
Encoding choose_encoding(std::string_view accept_encoding);
std::string compress(std::string_view plain, Encoding encoding);

// What an ETag says of an answer: 128 bits, as hexadecimal digits.
std::string hash_of_content(std::string_view content);

// Below this an answer goes as it is: the header would cost more than it saves.
inline constexpr std::size_t worth_compressing = 1024;

} // namespace kunna::http
