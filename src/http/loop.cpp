// One I/O thread: accepting, sweeping, logging.
#include "http/loop.hpp"

#include "base/internet_date.hpp"
#include "base/log.hpp"
#include "http/connection.hpp"

#include <boost/asio/post.hpp>
#include <sys/socket.h>

namespace kunna::http {

Shared::Shared(Dispatch& d, ServerSettings s) :
    dispatch(d), settings(std::move(s)),
    workers(static_cast<std::size_t>(settings.workers > 0
                                         ? settings.workers
                                         : static_cast<int>(std::max(8U, 4 * std::thread::hardware_concurrency()))),
            settings.queue_limit) {}

bool Shared::trusts(std::string_view peer) const {
    return std::find(settings.trusted_proxies.begin(), settings.trusted_proxies.end(), peer) !=
           settings.trusted_proxies.end();
}

Loop::Loop(Shared& all) : shared(all) {}

Loop::~Loop() = default;

void Loop::listen(const tcp::endpoint& endpoint, bool metrics) {
    auto listener = std::make_unique<Listener>(Listener{tcp::acceptor{io}, metrics});
    tcp::acceptor& acceptor = listener->acceptor;
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    // Every loop listens on the same port; the kernel spreads connections over them.
    const int on = 1;
    if (!metrics && ::setsockopt(acceptor.native_handle(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) {
        throw std::system_error{errno, std::generic_category(), "SO_REUSEPORT"};
    }
    acceptor.bind(endpoint);
    acceptor.listen(4096);
    listeners_.push_back(std::move(listener));
}

tcp::endpoint Loop::listening(bool metrics) const {
    for (const auto& listener : listeners_) {
        if (listener->metrics == metrics) return listener->acceptor.local_endpoint();
    }
    return {};
}

void Loop::run() {
    for (const auto& listener : listeners_) accept(*listener);
    sweep();
    io.run();
    if (!log_.empty()) log::write(log_);
}

void Loop::accept(Listener& listener) {
    listener.acceptor.async_accept(io, [this, &listener](error_code ec, tcp::socket socket) {
        if (ec == asio::error::operation_aborted || !listener.acceptor.is_open()) return;
        if (ec) {
            // Out of file descriptors, most likely: breathe, then go on.
            log::warn("http.accept_failed", {{"what", ec.message()}});
            auto pause = std::make_shared<asio::steady_timer>(io, std::chrono::milliseconds{100});
            pause->async_wait([this, &listener, pause](error_code) {
                if (listener.acceptor.is_open()) accept(listener);
            });
            return;
        }
        accepted(std::move(socket), listener.metrics);
        accept(listener);
    });
}

void Loop::accepted(tcp::socket socket, bool metrics) {
    error_code ec;
    const auto peer = socket.remote_endpoint(ec);
    if (ec) return; // gone already
    socket.set_option(tcp::no_delay(true), ec);
    socket.non_blocking(true, ec);
    if (shared.connections.load() >= shared.settings.max_connections) {
        constexpr std::string_view full =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        socket.write_some(asio::buffer(full), ec);
        return;
    }
    auto address = peer.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    std::make_shared<Connection>(*this, std::move(socket), address.to_string(), metrics)->start();
}

void Loop::sweep() {
    const auto now = std::chrono::steady_clock::now();
    // A connection that closes itself leaves the set while we walk it.
    const std::vector<Connection*> all{connections_.begin(), connections_.end()};
    for (Connection* connection : all) {
        if (connections_.contains(connection)) connection->look_at_clock(now);
    }
    if (!log_.empty()) {
        log::write(log_);
        log_.clear();
    }
    if (shared.stopping && connections_.empty()) return; // nothing keeps the loop any longer
    timer_.expires_after(shared.settings.sweep);
    timer_.async_wait([this](error_code ec) {
        if (!ec) sweep();
    });
}

void Loop::stop_accepting() {
    for (const auto& listener : listeners_) {
        // Whoever is in the backlog has been promised a connection: take them, so that closing resets nobody.
        error_code ec;
        listener->acceptor.non_blocking(true, ec);
        while (!ec) {
            tcp::socket socket{io};
            listener->acceptor.accept(socket, ec);
            if (!ec) accepted(std::move(socket), listener->metrics);
        }
        listener->acceptor.close(ec);
    }
    const std::vector<Connection*> all{connections_.begin(), connections_.end()};
    for (Connection* connection : all) {
        if (connections_.contains(connection)) connection->wind_down();
    }
}

void Loop::abandon() {
    const std::vector<Connection*> all{connections_.begin(), connections_.end()};
    for (Connection* connection : all) {
        if (connections_.contains(connection)) connection->close();
    }
}

void Loop::log_request(const Plan& plan, const Request& request, int status, std::uint64_t bytes,
                       std::chrono::nanoseconds took) {
    const double seconds = std::chrono::duration<double>(took).count();
    if (Metrics* metrics = shared.dispatch.services().metrics) metrics->finished(plan.slot, status, seconds);
    if (!shared.settings.log_requests) return;
    fmt::format_to(
        std::back_inserter(log_),
        R"({{"at":"{}","level":"info","event":"http.request","method":"{}","route":"{}","status":{},"ms":{:.3f},"bytes":{},"trace":"{}"}})"
        "\n",
        system_clock().now().rfc3339(), name_of(request.method), plan.logged, status, seconds * 1000, bytes,
        plan.trace);
    if (log_.size() > 65536) {
        log::write(log_);
        log_.clear();
    }
}

std::string_view Loop::http_date() {
    const std::time_t now = std::time(nullptr);
    if (now != date_second_) {
        date_second_ = now;
        date_ = internet_date({std::int64_t{now} * 1000}, "GMT");
    }
    return date_;
}

} // namespace kunna::http
