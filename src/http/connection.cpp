// Reading requests off a socket, and the clocks that guard it.
#include "http/connection.hpp"

#include "base/log.hpp"
#include "base/text.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <system_error>

namespace kunna::http {

namespace {

constexpr std::size_t head_read = 4096;
constexpr std::size_t body_read = 65536;

bool has_word(std::string_view list, std::string_view lower) {
    for (std::string_view one : text::split(list, ',')) {
        one = text::trim(one);
        if (std::equal(one.begin(), one.end(), lower.begin(), lower.end(),
                       [](char a, char b) { return (a | 0x20) == b; }))
            return true;
    }
    return false;
}

bool has_bare_line_feed(std::string_view bytes) {
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        if (at == 0 || bytes[at - 1] != '\r') return true;
    }
    return false;
}

} // namespace

Connection::Connection(Loop& loop, tcp::socket socket, std::string peer, bool metrics) :
    loop_(loop), shared_(loop.shared), socket_(std::move(socket)), timer_(loop.io), metrics_(metrics) {
    request_.peer = std::move(peer);
    request_.client = request_.peer;
    loop_.add(*this);
    shared_.connections.fetch_add(1);
}

Connection::~Connection() {
    release_body();
    if (counted_) shared_.in_flight.fetch_sub(1);
    if (is_stream_) shared_.event_streams.fetch_sub(1);
    shared_.connections.fetch_sub(1);
    loop_.remove(*this);
}

void Connection::start() {
    phase_ = Phase::head;
    since_ = std::chrono::steady_clock::now();
    read();
}

void Connection::close() {
    phase_ = Phase::closed;
    error_code ignored;
    socket_.close(ignored);
    timer_.cancel();
}

void Connection::wind_down() {
    error_code ec;
    const bool waiting = phase_ == Phase::idle || (phase_ == Phase::head && in_.empty());
    if (waiting && socket_.available(ec) == 0) {
        close();
    } else {
        close_after_ = true;
    }
}

void Connection::look_at_clock(Loop::Time now) {
    const ServerSettings& limits = shared_.settings;
    const auto passed = now - since_;
    // At least so many bytes since the phase began, once the grace is over.
    const auto too_slow = [&](std::uint64_t bytes) {
        if (passed <= limits.transfer_grace) return false;
        const double seconds = std::chrono::duration<double>(passed).count();
        return static_cast<double>(bytes) < seconds * static_cast<double>(limits.least_bytes_per_second);
    };
    switch (phase_) {
    case Phase::idle:
        if (passed > limits.idle_time) close();
        break;
    case Phase::head:
        if (passed <= limits.head_time) break;
        if (in_.empty()) {
            close();
        } else {
            refuse(408, kunna::refuse(Kind::invalid, "http.timeout"));
        }
        break;
    case Phase::body:
        if (too_slow(parser_->body_bytes())) refuse(408, kunna::refuse(Kind::invalid, "http.timeout"));
        break;
    case Phase::writing:
        if (now - progress_ > limits.stall_time || too_slow(sent_)) close();
        break;
    case Phase::lingering:
        if (passed > limits.linger_time) close();
        break;
    case Phase::working:
    case Phase::streaming:
    case Phase::closed:
        break;
    }
}

void Connection::read() {
    if (reading_ || phase_ == Phase::closed) return;
    reading_ = true;
    landing_.resize(phase_ == Phase::body ? body_read : head_read);
    socket_.async_read_some(asio::buffer(landing_), [self = shared_from_this()](error_code ec, std::size_t count) {
        self->reading_ = false;
        self->on_read(ec, count);
    });
}

void Connection::on_read(error_code ec, std::size_t count) {
    if (phase_ != Phase::idle && phase_ != Phase::head && phase_ != Phase::body) return;
    if (ec) return close();
    in_.append(landing_.data(), count);
    try {
        process();
    } catch (const std::exception& broken) {
        log::error("http.connection_broken", {{"what", std::string_view{broken.what()}}});
        close();
    }
}

void Connection::process() {
    if (phase_ == Phase::closed) return;
    if (phase_ == Phase::body) return take_body();
    if (in_.empty()) return read();
    if (phase_ == Phase::idle || begun_ < since_) {
        phase_ = Phase::head;
        since_ = begun_ = std::chrono::steady_clock::now();
    }
    const std::size_t end = in_.find("\r\n\r\n", scanned_ > 3 ? scanned_ - 3 : 0);
    const std::size_t limit = shared_.settings.head_limit;
    if (end == std::string::npos ? in_.size() > limit : end + 4 > limit) {
        Error error = kunna::refuse(Kind::too_large, "http.header_too_large");
        error.values = {{"limit", std::to_string(limit)}};
        return refuse(431, error);
    }
    if (end == std::string::npos) {
        if (const auto fault = check_start(in_, scanned_)) return malformed(*fault);
        scanned_ = in_.size();
        return read();
    }
    head_complete(end + 4);
}

void Connection::head_complete(std::size_t size) {
    request_.clear();
    std::string_view head = std::string_view{in_}.substr(0, size);
    if (const auto fault = check_head(head, framing_)) return malformed(*fault);
    parser_.emplace(request_, shared_.settings.head_limit + 1);
    if (!parser_->feed(head) || !parser_->is_header_done()) return malformed({400, "the head cannot be read"});
    in_.erase(0, size);
    scanned_ = 0;
    if (const std::string_view connection = request_.header("connection"); !connection.empty()) {
        if (has_word(connection, "close")) request_.keep_alive = false;
        if (has_word(connection, "keep-alive")) request_.keep_alive = true;
    }
    note_forwarded();
    counted_ = true;
    shared_.in_flight.fetch_add(1);
    if (metrics_) return metrics_answer();

    plan_ = shared_.dispatch.plan(request_);
    if (plan_->body == Plan::Body::none || plan_->reply || !framing_.has_body()) {
        // What is not read must not be taken for the next request.
        if (framing_.has_body()) {
            if (!plan_->reply) return refuse(400, kunna::refuse(Kind::invalid, "http.body_unwanted"));
            close_after_ = true;
        }
        return answer();
    }
    if (!framing_.chunked && framing_.content_length > plan_->limit) {
        Error error = kunna::refuse(Kind::too_large, "http.body_too_large");
        error.values = {{"limit", std::to_string(plan_->limit)}};
        return refuse(413, error);
    }
    if (plan_->body == Plan::Body::uploaded) return admit_upload();
    if (!reserve_body(framing_.content_length)) return refuse(503, kunna::refuse(Kind::unavailable, "http.busy"));
    begin_body();
}

// Only a proxy we were told to trust may speak for others; each adds itself at the right.
void Connection::note_forwarded() {
    if (!shared_.trusts(request_.peer)) return;
    std::string_view client = request_.peer;
    std::string chain;
    for (const auto& [name, value] : request_.headers) {
        if (name == "x-forwarded-for") chain += (chain.empty() ? "" : ",") + value;
    }
    const auto hops = text::split(chain, ',');
    for (auto hop = hops.rbegin(); hop != hops.rend() && shared_.trusts(client); ++hop) {
        const std::string_view address = text::trim(*hop);
        if (address.empty() || address.size() > 64) break;
        client = address;
    }
    request_.client = std::string{client};
    request_.secure = request_.header("x-forwarded-proto") == "https";
}

bool Connection::reserve_body(std::uint64_t bytes) {
    if (bytes <= reserved_) return true;
    const std::uint64_t more = bytes - reserved_;
    if (shared_.body_bytes.fetch_add(more) + more > shared_.settings.buffered_bodies) {
        shared_.body_bytes.fetch_sub(more);
        return false;
    }
    reserved_ = bytes;
    return true;
}

void Connection::release_body() {
    shared_.body_bytes.fetch_sub(std::exchange(reserved_, 0));
}

void Connection::begin_body() {
    phase_ = Phase::body;
    since_ = std::chrono::steady_clock::now();
    parser_->limit_body(plan_->limit);
    if (framing_.expects_continue && in_.empty()) return say_continue();
    take_body();
}

void Connection::say_continue() {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(socket_, asio::buffer(go_on), [self = shared_from_this()](error_code ec, std::size_t) {
        if (ec) return self->close();
        if (self->phase_ == Phase::body) self->read();
    });
}

void Connection::take_body() {
    std::string_view bytes = in_;
    bool good = false;
    try {
        good = parser_->feed(bytes);
    } catch (const std::system_error& failed) {
        log::error("http.upload_failed", {{"what", std::string_view{failed.what()}}});
        const bool full = failed.code() == std::errc::no_space_on_device;
        return refuse(full ? 507 : 500,
                      kunna::refuse(Kind::storage_full, full ? "http.storage_full" : "http.internal"));
    }
    in_.erase(0, in_.size() - bytes.size());
    if (!good && parser_->too_large()) {
        Error error = kunna::refuse(Kind::too_large, "http.body_too_large");
        error.values = {{"limit", std::to_string(plan_->limit)}};
        return refuse(413, error);
    }
    // A chunk's own head is a line; whoever never ends it shall not fill memory.
    if (!good || in_.size() > shared_.settings.head_limit)
        return malformed({400, "the body is not what its head says"});
    // What the parser leaves is the unfinished line of a chunk's head; it waits for a line end that must not be bare.
    if (!parser_->is_done() && has_bare_line_feed(in_))
        return malformed({400, "a chunk's line ends without a carriage return"});
    if (!reserve_body(request_.body.size())) return refuse(503, kunna::refuse(Kind::unavailable, "http.busy"));
    if (!parser_->is_done()) return read();
    if (request_.upload) request_.upload->finish();
    answer();
}

void Connection::malformed(const Fault& fault) {
    Error error = kunna::refuse(Kind::invalid, fault.status == 505   ? "http.version"
                                               : fault.status == 417 ? "http.expectation"
                                                                     : "http.malformed");
    error.values = {{"reason", std::string{fault.reason}}};
    refuse(fault.status, error);
}

void Connection::refuse(int status, const Error& error) {
    close_after_ = true;
    request_.upload.reset(); // before the answer: who reads it finds nothing left behind
    if (!plan_) plan_ = shared_.dispatch.unplanned();
    respond(shared_.dispatch.transport_problem(status, error, request_, *plan_));
}

} // namespace kunna::http
