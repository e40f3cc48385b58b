// Starting the loops, and stopping them so that nothing acknowledged is lost.
#include "http/server.hpp"

#include "base/log.hpp"
#include "http/loop.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <condition_variable>

namespace kunna::http {

struct Server::Held {
    Shared shared;
    std::vector<std::unique_ptr<Loop>> loops;
    std::vector<std::thread> threads;
    std::uint16_t port = 0;
    std::uint16_t metrics_port = 0;
    std::mutex stop_guard;
    bool started = false;
    bool stopped = false;
    asio::io_context waiting;
    std::optional<asio::signal_set> signals;

    Held(Dispatch& dispatch, ServerSettings settings) : shared(dispatch, std::move(settings)) {}
};

Server::Server(Dispatch& dispatch, ServerSettings settings) :
    held_(std::make_unique<Held>(dispatch, std::move(settings))) {
    Shared& shared = held_->shared;
    if (Metrics* metrics = dispatch.services().metrics) {
        metrics->gauge("kunna_http_connections", "Open connections.",
                       [&shared] { return static_cast<double>(shared.connections.load()); });
        metrics->gauge("kunna_http_requests_in_flight", "Requests being read or answered.",
                       [&shared] { return static_cast<double>(shared.in_flight.load()); });
        metrics->gauge("kunna_http_queue_length", "Requests waiting for a worker.",
                       [&shared] { return static_cast<double>(shared.workers.queued()); });
        metrics->gauge("kunna_http_workers_busy", "Workers at work.",
                       [&shared] { return static_cast<double>(shared.workers.busy()); });
        metrics->gauge("kunna_http_event_streams", "Open event streams.",
                       [&shared] { return static_cast<double>(shared.event_streams.load()); });
    }
}

Server::~Server() {
    stop();
}

void Server::start() {
    Held& held = *held_;
    const ServerSettings& settings = held.shared.settings;
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const int count = settings.io_threads > 0 ? settings.io_threads : std::min(cores, 8);
    try {
        tcp::endpoint endpoint{asio::ip::make_address(settings.address), settings.port};
        // Sharing a port is for our own loops alone: another process on it is an error to be told.
        {
            asio::io_context probe;
            tcp::acceptor alone{probe};
            alone.open(endpoint.protocol());
            alone.set_option(tcp::acceptor::reuse_address(true));
            alone.bind(endpoint);
            endpoint.port(alone.local_endpoint().port());
        }
        for (int i = 0; i < count; ++i) {
            held.loops.push_back(std::make_unique<Loop>(held.shared));
            held.loops.back()->listen(endpoint, false);
        }
        held.port = endpoint.port();
        if (settings.metrics_port) {
            held.loops.front()->listen({asio::ip::address_v4::loopback(), *settings.metrics_port}, true);
            held.metrics_port = held.loops.front()->listening(true).port();
        }
    } catch (const boost::system::system_error& failed) {
        held.loops.clear();
        throw std::runtime_error{
            fmt::format("cannot listen on {} port {}: {}", settings.address, settings.port, failed.code().message())};
    }
    for (const auto& loop : held.loops) held.threads.emplace_back([&loop = *loop] { loop.run(); });
    held.started = true;
    log::info("http.listening", {{"address", settings.address}, {"port", std::int64_t{held.port}}});
}

void Server::stop() {
    Held& held = *held_;
    const std::lock_guard lock{held.stop_guard};
    if (!held.started || held.stopped) return;
    held.stopped = true;
    log::info("http.stopping", {{"in_flight", static_cast<std::int64_t>(held.shared.in_flight.load())}});
    held.shared.stopping = true;
    for (const auto& loop : held.loops) asio::post(loop->io, [&loop = *loop] { loop.stop_accepting(); });
    const auto end = std::chrono::steady_clock::now() + held.shared.settings.stop_time;
    while (held.shared.connections.load() > 0 && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    for (const auto& loop : held.loops) asio::post(loop->io, [&loop = *loop] { loop.abandon(); });
    for (std::thread& thread : held.threads) thread.join();
    held.shared.workers.stop();
    log::info("http.stopped");
    log::flush();
}

void Server::heed_signals() {
    if (held_->signals) return;
    held_->signals.emplace(held_->waiting, SIGTERM, SIGINT);
    held_->signals->async_wait([](boost::system::error_code, int) {});
}

void Server::run_until_signal() {
    heed_signals();
    held_->waiting.run();
    stop();
}

std::uint16_t Server::port() const {
    return held_->port;
}
std::uint16_t Server::metrics_port() const {
    return held_->metrics_port;
}
std::size_t Server::connections() const {
    return held_->shared.connections.load();
}
std::size_t Server::queued() const {
    return held_->shared.workers.queued();
}

} // namespace kunna::http
