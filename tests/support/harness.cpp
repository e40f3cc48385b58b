#include "support/harness.hpp"

#include "base/json.hpp"
#include "base/log.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kunna::http::test {

namespace {

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return std::tolower(x) == std::tolower(y); });
}

std::string unchunk(std::string_view chunked) {
    std::string plain;
    while (!chunked.empty()) {
        const std::size_t end = chunked.find("\r\n");
        const std::size_t size = std::stoul(std::string{chunked.substr(0, end)}, nullptr, 16);
        if (size == 0) break;
        plain += chunked.substr(end + 2, size);
        chunked.remove_prefix(end + 2 + size + 2);
    }
    return plain;
}

} // namespace

std::string Answer::header(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
        const std::size_t end = rest.find("\r\n");
        const std::string_view line = rest.substr(0, end);
        const std::size_t colon = line.find(": ");
        if (colon != std::string_view::npos && same_name(line.substr(0, colon), name))
            return std::string{line.substr(colon + 2)};
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 2);
    }
    return {};
}

std::string Answer::code() const {
    const auto node = json::parse(body);
    if (!node.ok()) return "no JSON";
    const json::Node* code = node->find("code");
    return code != nullptr && code->text() != nullptr ? *code->text() : "no code";
}

Wire::Wire(std::uint16_t port) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error{"cannot connect"};
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Wire::~Wire() {
    close();
}

void Wire::close() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

void Wire::half_close() {
    ::shutdown(socket_, SHUT_WR);
}

bool Wire::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Wire::fill(std::chrono::milliseconds time) {
    pollfd ready{socket_, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(time.count())) <= 0) return false;
    std::array<char, 65536> bytes{};
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

Answer Wire::receive(bool head) {
    constexpr std::chrono::seconds patience{20};
    Answer answer;
    std::size_t end = 0;
    for (;;) {
        while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
            if (!fill(patience)) return answer;
        }
        answer.head = buffer_.substr(0, end + 2);
        answer.status = std::stoi(answer.head.substr(9, 3));
        buffer_.erase(0, end + 4);
        if (answer.status != 100) break;
    }
    if (head || answer.status == 204 || answer.status == 304) return answer;
    if (const std::string length = answer.header("Content-Length"); !length.empty()) {
        const std::size_t size = std::stoul(length);
        while (buffer_.size() < size && fill(patience)) {
        }
        answer.body = buffer_.substr(0, size);
        buffer_.erase(0, size);
    } else if (answer.header("Transfer-Encoding") == "chunked") {
        while (buffer_.find("0\r\n\r\n") == std::string::npos && fill(patience)) {
        }
        answer.body = unchunk(buffer_);
        buffer_.clear();
    } else {
        while (fill(patience)) {
        }
        answer.body = std::exchange(buffer_, {});
    }
    return answer;
}

std::string Wire::read_until(std::string_view text, std::chrono::milliseconds at_most) {
    const auto end = std::chrono::steady_clock::now() + at_most;
    while (buffer_.find(text) == std::string::npos) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !fill(left)) break;
    }
    return std::exchange(buffer_, {});
}

bool Wire::closed_within(std::chrono::milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd ready{socket_, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return false;
        std::array<char, 4096> bytes{};
        if (::recv(socket_, bytes.data(), bytes.size(), 0) <= 0) return true;
    }
}

Result<SignedIn> FakeGate::actor_of(const Credentials& credentials) {
    if (auto known = remembered(credentials)) return *known;
    return refuse(Kind::unauthenticated, "http.sign_in");
}

std::optional<SignedIn> FakeGate::remembered(const Credentials& credentials) {
    const bool by_token = !credentials.token.empty();
    const auto& known = by_token ? tokens_ : sessions_;
    const auto found = known.find(by_token ? credentials.token : credentials.session);
    if (found == known.end()) return std::nullopt;
    return SignedIn{found->second.actor, found->second.csrf};
}

access::Actor actor_with(access::Role role, std::int64_t account) {
    access::Actor actor;
    actor.account = AccountId{account};
    actor.language = "en";
    actor.grants.push_back({role, std::nullopt});
    return actor;
}

TestServer::TestServer() {
    gate.token("hr", actor_with(access::Role::hr));
    gate.token("employee", actor_with(access::Role::employee, 8));
    gate.session("session", actor_with(access::Role::hr), "the-csrf-token");
    dispatching.check_answers = true;
    dispatching.language = "en";
    dispatching.requests_per_second_of_client = 0;
    dispatching.requests_per_second_of_account = 0;
    settings.io_threads = 2;
    settings.workers = 4;
    settings.sweep = std::chrono::milliseconds{20};
    settings.linger_time = std::chrono::milliseconds{200};
    settings.log_requests = false;
    settings.stop_time = std::chrono::seconds{5};
    services.router = &api;
    services.gatekeeper = &gate;
    services.metrics = &metrics;
    log::divert([](std::string_view) {});
}

void TestServer::start() {
    dispatch_ = std::make_unique<Dispatch>(services, dispatching);
    server_ = std::make_unique<Server>(*dispatch_, settings);
    server_->start();
}

void TestServer::stop() {
    if (server_) server_->stop();
}

Answer TestServer::ask(std::string_view method, std::string_view path, Headers headers, std::string_view body) {
    const bool signs_in = std::any_of(headers.begin(), headers.end(),
                                      [](const auto& h) { return h.first == "Cookie" || h.first == "Authorization"; });
    if (!signs_in) headers.emplace_back("Authorization", "Bearer hr");
    std::string request = fmt::format("{} {} HTTP/1.1\r\nHost: kunna.test\r\n", method, path);
    for (const auto& [name, value] : headers) {
        if (!value.empty()) request += fmt::format("{}: {}\r\n", name, value);
    }
    if (!body.empty() || method == "POST" || method == "PUT" || method == "PATCH")
        request += fmt::format("Content-Length: {}\r\n", body.size());
    request += "\r\n";
    request += body;
    Wire wire{port()};
    wire.send(request);
    return wire.receive(method == "HEAD");
}

Answer TestServer::post(std::string_view path, std::string_view json, Headers headers) {
    headers.emplace_back("Content-Type", "application/json");
    return ask("POST", path, std::move(headers), json);
}

Answer TestServer::as(std::string_view who, std::string_view method, const std::string& path, std::string_view json,
                      std::string_view version) {
    Headers headers;
    // Of nobody: a header without a token that is known.
    headers.emplace_back("Authorization", who.empty() ? "Bearer nobody" : "Bearer " + std::string{who});
    if (!json.empty()) headers.emplace_back("Content-Type", "application/json");
    if (!version.empty()) headers.emplace_back("If-Match", version);
    return ask(method, "/api/v1" + path, std::move(headers), json);
}

} // namespace kunna::http::test
