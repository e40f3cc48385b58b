// Answers in pieces: files made while they are sent, and server-sent events.
#include "base/log.hpp"
#include "http/connection.hpp"

#include <boost/asio/post.hpp>

namespace kunna::http {

namespace {

constexpr std::chrono::milliseconds retry{50}; // when every worker is busy

void add_line(std::string& out, std::string_view name, std::string_view value) {
    // A line break inside data becomes a second data line; elsewhere it would forge a field.
    for (;;) {
        const std::size_t end = std::min(value.find('\n'), value.size());
        std::string_view line = value.substr(0, end);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        fmt::format_to(std::back_inserter(out), "{}: {}\n", name, line);
        if (end == value.size() || name != "data") return;
        value.remove_prefix(end + 1);
    }
}

} // namespace

void Connection::next_piece() {
    const bool taken = shared_.workers.submit([self = shared_from_this()]() mutable {
        std::string piece;
        bool more = false;
        bool broken = false;
        try {
            while (piece.empty()) {
                more = self->reply_.next(piece);
                if (!more) break;
            }
        } catch (const std::exception& failed) {
            log::error("http.broken", {{"route", self->plan_->logged},
                                       {"trace", self->plan_->trace},
                                       {"what", std::string_view{failed.what()}}});
            broken = true;
        }
        auto& io = self->loop_.io;
        asio::post(io, [self = std::move(self), piece = std::move(piece), more, broken] {
            // Half a file must not look whole: no last chunk, the connection just ends.
            if (broken) return self->close();
            self->send_piece(piece, more);
        });
    });
    if (taken) return;
    timer_.expires_after(retry);
    timer_.async_wait([self = shared_from_this()](error_code ec) {
        if (!ec) self->next_piece();
    });
}

void Connection::send_piece(const std::string& piece, bool more) {
    if (phase_ == Phase::closed) return;
    out_.clear();
    out_done_ = 0;
    sent_ = 0;
    if (chunked_ && !piece.empty()) fmt::format_to(std::back_inserter(out_), "{:x}\r\n", piece.size());
    out_ += piece;
    if (chunked_ && !piece.empty()) out_ += "\r\n";
    if (chunked_ && !more) out_ += "0\r\n\r\n";
    more_pieces_ = more;
    phase_ = Phase::writing;
    since_ = progress_ = std::chrono::steady_clock::now();
    if (out_.empty()) return answered();
    write_out();
}

void Connection::begin_events() {
    last_event_ = std::chrono::steady_clock::now();
    watch_for_leaving();
    poll_events();
}

// A client that leaves closes its side; whatever it sends on such a connection is ignored.
void Connection::watch_for_leaving() {
    socket_.async_read_some(asio::buffer(ignored_), [self = shared_from_this()](error_code ec, std::size_t) {
        if (self->phase_ == Phase::closed || self->phase_ == Phase::lingering) return;
        if (ec) return self->close();
        self->watch_for_leaving();
    });
}

void Connection::poll_events() {
    if (phase_ == Phase::closed) return;
    if (shared_.stopping) return send_piece({}, false);
    const bool taken = shared_.workers.submit([self = shared_from_this()]() mutable {
        std::vector<Event> fresh;
        bool more = false;
        try {
            more = self->reply_.events->poll(fresh);
        } catch (const std::exception& failed) {
            log::error("http.broken", {{"route", self->plan_->logged},
                                       {"trace", self->plan_->trace},
                                       {"what", std::string_view{failed.what()}}});
        }
        auto& io = self->loop_.io;
        asio::post(io, [self = std::move(self), fresh = std::move(fresh), more] { self->send_events(fresh, more); });
    });
    if (!taken) send_events({}, true);
}

void Connection::send_events(const std::vector<Event>& events, bool more) {
    if (phase_ == Phase::closed) return;
    std::string text;
    for (const Event& event : events) {
        if (!event.id.empty()) add_line(text, "id", event.id);
        if (!event.name.empty()) add_line(text, "event", event.name);
        add_line(text, "data", event.data);
        text += '\n';
    }
    const auto now = std::chrono::steady_clock::now();
    if (text.empty() && more && now - last_event_ > shared_.settings.heartbeat) text = ": still here\n\n";
    if (!text.empty()) last_event_ = now;
    if (!text.empty() || !more) return send_piece(text, more);
    wait_for_events();
}

void Connection::wait_for_events() {
    timer_.expires_after(std::chrono::milliseconds{reply_.events->every_ms});
    timer_.async_wait([self = shared_from_this()](error_code ec) {
        if (!ec) self->poll_events();
    });
}

} // namespace kunna::http
