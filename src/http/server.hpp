// Server: listens, keeps slow and broken clients from harming others, and hands requests to Dispatch.
//
//   Dispatch dispatch{services, {}};
//   Server server{dispatch, {.port = 8080}};
//   server.start();
//   server.run_until_signal();   // SIGTERM or SIGINT: stops accepting, finishes what is in flight, returns
#pragma once

#include "http/dispatch.hpp"

#include <chrono>

namespace kunna::http {

struct ServerSettings {
    std::string address{"127.0.0.1"};
    std::uint16_t port = 0;                      // 0: any free one, see Server::port()
    int io_threads = 0;                          // 0: one a core, at most 8
    int workers = 0;                             // 0: four a core, at least 8
    std::optional<std::uint16_t> metrics_port{}; // on 127.0.0.1; 0: any free one
    std::vector<std::string> trusted_proxies{};  // addresses whose X-Forwarded-For and -Proto are believed

    std::size_t max_connections = 20000;
    std::size_t max_event_streams = 1000;
    std::size_t queue_limit = 1024; // requests waiting for a worker
    std::size_t head_limit = 16384;
    std::size_t buffered_bodies = std::size_t{256} << 20U; // of all requests together
    std::chrono::milliseconds head_time{10'000};
    std::chrono::milliseconds idle_time{60'000};
    std::chrono::milliseconds transfer_grace{10'000}; // before the rate counts
    std::uint64_t least_bytes_per_second = 1024;      // of bodies and of answers being read
    std::chrono::milliseconds stall_time{30'000};     // an answer of which the client takes nothing
    std::chrono::milliseconds stop_time{30'000};
    std::chrono::milliseconds linger_time{2'000}; // for the last answer to be read before closing
    std::chrono::milliseconds heartbeat{15'000};  // of event streams
    std::chrono::milliseconds sweep{250};         // how often clocks are looked at
    bool log_requests = true;
};

class Server {
public:
    Server(Dispatch& dispatch, ServerSettings settings);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Throws std::runtime_error when the address cannot be listened on.
    void start();
    // Stops accepting, finishes what is in flight (at most stop_time), closes. Safe to call twice.
    void stop();
    // From now on SIGTERM and SIGINT wait for run_until_signal() and kill nobody. For the program that serves, before
    // it can be found: whoever stops it a moment later is heard as well.
    void heed_signals();
    void run_until_signal();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::uint16_t metrics_port() const;
    [[nodiscard]] std::size_t connections() const;
    [[nodiscard]] std::size_t queued() const; // requests that wait for a worker

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

} // namespace kunna::http
