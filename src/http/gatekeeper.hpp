// Gatekeeper: http asks it who sends a request. app implements it over access.
#pragma once

#include "access/actor.hpp"
#include "base/result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kunna::http {

inline constexpr std::string_view session_cookie = "__Host-kunna";

// As they came; at most one of the two is given (a token wins over a cookie).
struct Credentials {
    std::string_view session{}; // value of the cookie __Host-kunna
    std::string_view token{};   // after "Authorization: Bearer "
    std::string_view client{};  // address, for throttling and the access log

    [[nodiscard]] bool given() const { return !session.empty() || !token.empty(); }
};

struct SignedIn {
    std::shared_ptr<const access::Actor> actor;
    std::string csrf{}; // of the session; asked of unsafe methods when a cookie signs in
};

class Gatekeeper {
public:
    virtual ~Gatekeeper() = default;
    // Refuses (unauthenticated) what is unknown, ended or revoked. Runs on a worker and may ask the database.
    virtual Result<SignedIn> actor_of(const Credentials& credentials) = 0;
    // The same from memory alone, for quick routes on the I/O thread; nothing when the database must be asked.
    virtual std::optional<SignedIn> remembered(const Credentials&) { return std::nullopt; }
};

} // namespace kunna::http
