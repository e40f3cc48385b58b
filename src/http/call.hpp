// Call: one request on its way through dispatch. A handler that needs more than its own types takes a Call&.
#pragma once

#include "access/actor.hpp"
#include "base/json.hpp"
#include "http/request.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kunna::db {
class Db;
}

namespace kunna::http {

// The version named by If-Match; a handler that takes it refuses with Kind::stale when the thing has another.
// Absent → 428 before the handler is called. "*" gives nothing: any version will do.
struct IfMatch {
    std::optional<std::int64_t> version{};

    [[nodiscard]] bool allows(std::int64_t current) const { return !version || *version == current; }
};

struct Call {
    const Request& request;
    const access::Actor& actor; // Actor{} when nobody is signed in
    db::Db* db = nullptr;
    std::string_view language{}; // "sv" or "en"
    std::string_view session{};  // the session cookie's value; empty for tokens
    std::string_view csrf{};     // what X-CSRF-Token must be
    std::string_view trace{};    // 32 hex digits
    Instant now{};
    std::span<const std::string> path_values{}; // of the placeholders in order, percent-decoded
    const json::Node* body = nullptr;
    std::optional<Upload> upload{};
    std::vector<std::string> cookies{}; // Set-Cookie lines to send

    // Where an event stream went on: Last-Event-ID.
    [[nodiscard]] std::string_view last_event() const { return request.header("last-event-id"); }
    // __Host- cookie: Secure, HttpOnly, SameSite=Lax, Path=/. Lives for that long, or until the browser closes.
    void set_cookie(std::string_view name, std::string_view value, std::optional<std::int64_t> max_age_s = {});
    void drop_cookie(std::string_view name);
};

} // namespace kunna::http
