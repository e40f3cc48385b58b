// Secrets: random ones that are shown once and stored as hashes, and passwords by argon2id.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace kunna::access {

// 256 random bits, URL-safe base64 without padding (43 characters).
std::string random_secret();
// What the database holds of a random secret: SHA-256 in hex. Fast is fine here, the secret itself cannot be guessed.
std::string hash_secret(std::string_view secret);

// argon2id, t=2, m=64 MiB. At most as many at once as there are cores; the others wait their turn.
std::string hash_password(std::string_view password);
bool verify_password(std::string_view password, std::string_view hash);
// As slow as a real check; for accounts that do not exist, so that time tells nothing.
void verify_nothing(std::string_view password);
// 12 to 200 characters, not one of the commonest, not the e-mail's own name. Refusals point at /password.
Result<void> check_password(std::string_view password, std::string_view email);

} // namespace kunna::access
