// Request and Reply as dispatch sees them: no sockets, no Asio.
#pragma once

#include "http/upload.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kunna::http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };
std::string_view name_of(Method method); // "GET"
[[nodiscard]] constexpr bool is_safe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

struct Request {
    Method method = Method::other;
    std::string target; // as sent: /api/v1/people?limit=5
    // Names in lower case, values without space around them.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::optional<Upload> upload; // an upload route's body
    std::string peer;             // the other end of the socket
    std::string client;           // the peer, or whom a trusted proxy speaks for
    bool secure = false;          // TLS at the trusted proxy
    bool keep_alive = true;

    // The value of the first such header; empty when absent. The name in lower case.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] std::string_view path() const { return std::string_view{target}.substr(0, target.find('?')); }
    [[nodiscard]] std::string_view query() const;
    void clear();
};

// One server-sent event.
struct Event {
    std::string id{};
    std::string name{};
    std::string data{};
};

// text/event-stream. poll is asked again and again on a worker; it appends what is new and answers false at the end.
struct EventStream {
    std::function<bool(std::vector<Event>& fresh)> poll;
    int every_ms = 250;
};

class Cached;

struct Reply {
    int status = 200;
    std::string content_type;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::shared_ptr<const void> kept;             // keeps `bytes` alive
    std::optional<std::string_view> bytes;        // instead of body: a cached answer or an embedded file
    const Cached* cached = nullptr;               // bytes are its JSON, which it also has compressed
    std::function<bool(std::string& piece)> next; // instead of body: pieces until false; called on a worker
    std::optional<EventStream> events;
    std::string_view problem_code{}; // for the log
    bool may_compress = true;
    bool close = false;

    [[nodiscard]] std::string_view content() const { return bytes ? *bytes : std::string_view{body}; }
    [[nodiscard]] std::string_view header(std::string_view name) const; // exact spelling
    void set(std::string_view name, std::string value);
};

} // namespace kunna::http
