// Loop: one I/O thread with its io_context, its listener and its connections. Private to the transport.
#pragma once

#include "http/server.hpp"
#include "http/worker_pool.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <unordered_set>

namespace kunna::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class Connection;

// What all loops share.
struct Shared {
    Dispatch& dispatch;
    ServerSettings settings;
    WorkerPool workers;
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> in_flight{0};
    std::atomic<std::size_t> event_streams{0};
    std::atomic<std::size_t> body_bytes{0}; // of buffered bodies
    std::atomic<bool> stopping{false};

    Shared(Dispatch& d, ServerSettings s);
    [[nodiscard]] bool trusts(std::string_view peer) const;
};

class Loop {
public:
    using Time = std::chrono::steady_clock::time_point;

    Loop(Shared& shared);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    // Takes one more listener; metrics ones answer /metrics and nothing else.
    void listen(const tcp::endpoint& endpoint, bool metrics);
    [[nodiscard]] tcp::endpoint listening(bool metrics) const;
    void run(); // on its own thread, until no work is left after stop
    void stop_accepting();
    void abandon(); // closes every connection at once

    void add(Connection& connection) { connections_.insert(&connection); }
    void remove(Connection& connection) { connections_.erase(&connection); }
    void log_request(const Plan& plan, const Request& request, int status, std::uint64_t bytes,
                     std::chrono::nanoseconds took);
    std::string_view http_date(); // of this second

    asio::io_context io{1};
    Shared& shared;

private:
    struct Listener {
        tcp::acceptor acceptor;
        bool metrics;
    };

    void accept(Listener& listener);
    void accepted(tcp::socket socket, bool metrics);
    void sweep();

    std::vector<std::unique_ptr<Listener>> listeners_;
    std::unordered_set<Connection*> connections_;
    asio::steady_timer timer_{io};
    std::string log_;
    std::string date_;
    std::time_t date_second_ = 0;
};

} // namespace kunna::http
