// Secrets, by libsodium.
#include "access/secret.hpp"

#include "base/base64.hpp"
#include "base/text.hpp"

#include <array>
#include <semaphore>
#include <sodium.h>
#include <stdexcept>
#include <thread>

namespace kunna::access {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory = std::size_t{64} << 20U;

void ready() {
    static const bool started = sodium_init() >= 0;
    if (!started) throw std::runtime_error{"libsodium cannot start"};
}

// Each hash takes 64 MiB and a core; a flood of sign-ins must not take the machine.
class Turn {
public:
    Turn() { places().acquire(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { places().release(); }

private:
    static std::counting_semaphore<64>& places() {
        static std::counting_semaphore<64> held{
            static_cast<std::ptrdiff_t>(std::clamp(std::thread::hardware_concurrency(), 1U, 64U))};
        return held;
    }
};

} // namespace

std::string random_secret() {
    ready();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base64({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, Base64::url);
}

std::string hash_secret(std::string_view secret) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    std::string hex(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

std::string hash_password(std::string_view password) {
    ready();
    const Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error{"not enough memory to hash a password"};
    return out.data();
}

bool verify_password(std::string_view password, std::string_view hash) {
    ready();
    const Turn turn;
    return crypto_pwhash_str_verify(std::string{hash}.c_str(), password.data(), password.size()) == 0;
}

void verify_nothing(std::string_view password) {
    static const std::string nobody = hash_password(random_secret());
    (void)verify_password(password, nobody);
}

Result<void> check_password(std::string_view password, std::string_view email) {
    if (password.size() < 12) return refuse_field("/password", "password.too_short", {{"least", "12"}});
    if (password.size() > 200) return refuse_field("/password", "password.too_long", {{"most", "200"}});
    const std::string folded = text::fold(password);
    const std::string name = text::fold(email.substr(0, email.find('@')));
    const bool repeated = folded.find_first_not_of(folded[0]) == std::string::npos;
    constexpr std::array<std::string_view, 6> common{"password",  "lösenord",  "qwerty",
                                                     "123456789", "välkommen", "sommar20"};
    const bool guessable = std::any_of(common.begin(), common.end(),
                                       [&](std::string_view c) { return folded.find(c) != std::string::npos; });
    if (repeated || guessable || (name.size() > 3 && folded.find(name) != std::string::npos))
        return refuse_field("/password", "password.guessable");
    return {};
}

} // namespace kunna::access
