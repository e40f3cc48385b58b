// An in-process server on a free port, and a client that sees raw bytes.
#pragma once

#include "http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kunna::http::test {

struct Answer {
    int status = 0; // 0: the connection closed without one
    std::string head;
    std::string body;
    // The first such header; names compare without case.
    [[nodiscard]] std::string header(std::string_view name) const;
    [[nodiscard]] std::string code() const; // of a problem
};

// One TCP connection.
class Wire {
public:
    explicit Wire(std::uint16_t port);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    // False when the other end has closed.
    bool send(std::string_view bytes);
    // Until a whole answer is there, by its own framing. head: the answer to a HEAD request has no body.
    Answer receive(bool head = false);
    // Whatever comes within the time, or until the text was seen.
    std::string read_until(std::string_view text, std::chrono::milliseconds at_most = std::chrono::seconds{5});
    // True when the server closes within the time; what it sends before is thrown away.
    bool closed_within(std::chrono::milliseconds time);
    void half_close();
    void close();

private:
    bool fill(std::chrono::milliseconds time);

    int socket_ = -1;
    std::string buffer_;
};

// Knows a few tokens and sessions by heart.
class FakeGate : public Gatekeeper {
public:
    struct Known {
        std::shared_ptr<const access::Actor> actor;
        std::string csrf;
    };
    void token(std::string name, access::Actor actor) {
        tokens_[std::move(name)] = {std::make_shared<access::Actor>(std::move(actor)), ""};
    }
    void session(std::string name, access::Actor actor, std::string csrf) {
        sessions_[std::move(name)] = {std::make_shared<access::Actor>(std::move(actor)), std::move(csrf)};
    }
    Result<SignedIn> actor_of(const Credentials& credentials) override;
    std::optional<SignedIn> remembered(const Credentials& credentials) override;

private:
    std::map<std::string, Known, std::less<>> tokens_;
    std::map<std::string, Known, std::less<>> sessions_;
};

access::Actor actor_with(access::Role role, std::int64_t account = 7);

// Declare routes, then start().
class TestServer {
public:
    TestServer();
    ~TestServer() { stop(); }

    Router api;
    FakeGate gate;
    Metrics metrics;
    DispatchSettings dispatching;
    ServerSettings settings;
    Services services;

    void start();
    void stop();
    [[nodiscard]] Server& server() { return *server_; }

    using Headers = std::vector<std::pair<std::string, std::string>>;
    Answer get(std::string_view path, const Headers& headers = {}) { return ask("GET", path, headers, ""); }
    // Signed in by the token "hr" unless the headers say otherwise.
    Answer ask(std::string_view method, std::string_view path, Headers headers, std::string_view body);
    Answer post(std::string_view path, std::string_view json, Headers headers = {});
    // By whoever has the token of that name, nobody when it is empty; below /api/v1, with JSON and If-Match when given.
    Answer as(std::string_view who, std::string_view method, const std::string& path, std::string_view json = "",
              std::string_view version = "");
    [[nodiscard]] std::uint16_t port() const { return server_->port(); }

private:
    std::unique_ptr<Dispatch> dispatch_;
    std::unique_ptr<Server> server_;
};

} // namespace kunna::http::test
