// Answering: worker or at once, the head of the answer, and writing it to clients of every speed.
#include "base/log.hpp"
#include "base/text.hpp"
#include "http/connection.hpp"
#include "http/problem.hpp"
#include "http/target.hpp"

#include <boost/asio/post.hpp>

namespace kunna::http {

namespace {

constexpr std::size_t head_room = 4096; // an idle connection keeps no more
constexpr std::size_t copied = 16384;   // bodies up to this go out in one piece with the head

std::string_view reason_of(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return status < 400 ? "OK" : "Error";
    }
}

bool has_content(int status) {
    return status >= 200 && status != 204 && status != 304;
}

// The last part of the name a client gives its file; what is no text or too long is no name.
std::string file_name(const Request& request) {
    std::string_view given = request.header("x-filename");
    const std::string_view disposition = request.header("content-disposition");
    if (given.empty()) {
        if (const std::size_t at = disposition.find("filename*=UTF-8''"); at != std::string_view::npos) {
            given = disposition.substr(at + 17);
            given = given.substr(0, given.find(';'));
        } else if (const std::size_t plain = disposition.find("filename=\""); plain != std::string_view::npos) {
            given = disposition.substr(plain + 10);
            given = given.substr(0, given.find('"'));
        }
    }
    auto name = percent_decode(given);
    if (!name) return {};
    const std::size_t slash = name->find_last_of("/\\");
    if (slash != std::string::npos) name->erase(0, slash + 1);
    return std::string{text::cut(*name, 255)};
}

} // namespace

void Connection::hand_to_worker(std::function<void()> work) {
    if (shared_.workers.submit(std::move(work))) return;
    respond(shared_.dispatch.transport_problem(503, kunna::refuse(Kind::unavailable, "http.busy"), request_, *plan_));
}

// Who may not upload is told so before the first gigabyte.
void Connection::admit_upload() {
    phase_ = Phase::working;
    close_after_ = true; // until the body is taken
    hand_to_worker([self = shared_from_this()]() mutable {
        std::optional<Reply> refused;
        try {
            Dispatch& dispatch = self->shared_.dispatch;
            refused = dispatch.admit(*self->plan_, self->request_);
            if (refused) {
                finish(*refused, self->request_);
            } else {
                self->request_.upload = Upload::in(dispatch.settings().temp_folder);
                self->request_.upload->describe(file_name(self->request_),
                                                std::string{self->request_.header("content-type")});
            }
        } catch (const std::exception& failed) {
            log::error("http.upload_failed", {{"what", std::string_view{failed.what()}}});
            refused = self->shared_.dispatch.transport_problem(
                503, kunna::refuse(Kind::unavailable, "http.unavailable"), self->request_, *self->plan_);
        }
        auto& io = self->loop_.io;
        asio::post(io, [self = std::move(self), reply = std::move(refused)]() mutable {
            if (self->phase_ == Phase::closed) return;
            if (reply) return self->respond(std::move(*reply));
            self->close_after_ = false;
            self->begin_body();
        });
    });
}

void Connection::answer() {
    phase_ = Phase::working;
    if (auto reply = shared_.dispatch.answer_quickly(*plan_, request_)) return respond(std::move(*reply));
    hand_to_worker([self = shared_from_this()]() mutable {
        self->reply_ = self->shared_.dispatch.answer(*self->plan_, self->request_);
        auto& io = self->loop_.io;
        asio::post(io, [self = std::move(self)] { self->respond(std::move(self->reply_)); });
    });
}

void Connection::metrics_answer() {
    plan_ = shared_.dispatch.unplanned();
    plan_->logged = "metrics";
    Reply reply;
    const Metrics* metrics = shared_.dispatch.services().metrics;
    const bool known = request_.method == Method::get && request_.path() == "/metrics" && metrics != nullptr;
    reply.status = known ? 200 : 404;
    reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
    reply.body = known ? metrics->text() : "only GET /metrics is here\n";
    if (framing_.has_body()) close_after_ = true;
    finish(reply, request_);
    respond(std::move(reply));
}

void Connection::respond(Reply reply) {
    if (phase_ == Phase::closed) return;
    reply_ = std::move(reply);
    release_body();
    phase_ = Phase::writing;
    since_ = progress_ = std::chrono::steady_clock::now();
    if (reply_.close || !request_.keep_alive || shared_.stopping) close_after_ = true;
    out_.clear();
    rest_ = {};
    out_done_ = 0;
    sent_ = total_sent_ = 0;
    more_pieces_ = false;
    chunked_ = false;
    const bool head_only = request_.method == Method::head;
    if (has_content(reply_.status) && (reply_.next || reply_.events) && !head_only) {
        // HTTP/1.0 does not know chunks: the end of the connection ends the answer.
        chunked_ = request_.keep_alive || !request_.header("host").empty();
        if (!chunked_) close_after_ = true;
        if (reply_.events) {
            if (shared_.event_streams.fetch_add(1) >= shared_.settings.max_event_streams) {
                shared_.event_streams.fetch_sub(1);
                return respond(shared_.dispatch.transport_problem(503, kunna::refuse(Kind::unavailable, "http.busy"),
                                                                  request_, *plan_));
            }
            is_stream_ = true;
            close_after_ = true;
        }
        more_pieces_ = true;
        write_head(std::nullopt);
        return write_out();
    }
    if (head_only && (reply_.next || reply_.events)) {
        write_head(std::nullopt); // how long it would be is not known
        return write_out();
    }
    const std::string_view content = has_content(reply_.status) ? reply_.content() : std::string_view{};
    write_head(content.size());
    if (!head_only) {
        if (content.size() <= copied) {
            out_ += content;
        } else {
            rest_ = content;
        }
    }
    write_out();
}

void Connection::write_head(std::optional<std::uint64_t> length) {
    const auto out = std::back_inserter(out_);
    fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {}\r\n", reply_.status, reason_of(reply_.status), loop_.http_date());
    if (!reply_.content_type.empty()) fmt::format_to(out, "Content-Type: {}\r\n", reply_.content_type);
    if (length && has_content(reply_.status)) fmt::format_to(out, "Content-Length: {}\r\n", *length);
    if (!length && chunked_) out_ += "Transfer-Encoding: chunked\r\n";
    for (const auto& [name, value] : reply_.headers) {
        // Whatever a handler put there: it never becomes a second header.
        if (value.find_first_of("\r\n") != std::string::npos) continue;
        out_ += name;
        out_ += ": ";
        out_ += value;
        out_ += "\r\n";
    }
    out_ += close_after_ ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
}

void Connection::write_out() {
    // Most answers fit the socket at once: no need to come back for them.
    for (;;) {
        const std::array<asio::const_buffer, 2> buffers{asio::buffer(out_.data() + out_done_, out_.size() - out_done_),
                                                        asio::buffer(rest_)};
        error_code ec;
        const std::size_t count = socket_.write_some(buffers, ec);
        if (ec == asio::error::would_block || ec == asio::error::try_again) break;
        if (ec) return close();
        const std::size_t of_out = std::min(count, out_.size() - out_done_);
        out_done_ += of_out;
        rest_.remove_prefix(count - of_out);
        sent_ += count;
        total_sent_ += count;
        progress_ = std::chrono::steady_clock::now();
        if (out_done_ == out_.size() && rest_.empty()) return answered();
    }
    socket_.async_wait(tcp::socket::wait_write, [self = shared_from_this()](error_code ec) {
        if (self->phase_ == Phase::closed) return;
        if (ec) return self->close();
        self->write_out();
    });
}

// A piece of the answer is out, or all of it.
void Connection::answered() {
    if (more_pieces_) {
        phase_ = Phase::streaming;
        if (!reply_.events) return next_piece();
        return last_event_ == Loop::Time{} ? begin_events() : wait_for_events();
    }
    const auto now = std::chrono::steady_clock::now();
    loop_.log_request(*plan_, request_, reply_.status, total_sent_,
                      begun_ < now ? now - begun_ : std::chrono::nanoseconds{0});
    if (std::exchange(counted_, false)) shared_.in_flight.fetch_sub(1);
    if (close_after_ || shared_.stopping) return linger();
    reply_ = Reply{};
    plan_.reset();
    parser_.reset();
    request_.clear();
    if (landing_.size() > head_room) landing_ = {};
    phase_ = Phase::idle;
    since_ = now;
    if (in_.empty()) return read();
    // The next request is here already; not called directly, or a long pipeline would grow the stack.
    asio::post(loop_.io, [self = shared_from_this()] { self->on_read({}, 0); });
}

// Closing while the client still sends would reset the connection and lose it our answer: read on for a moment.
void Connection::linger() {
    phase_ = Phase::lingering;
    since_ = std::chrono::steady_clock::now();
    request_.upload.reset();
    error_code ec;
    socket_.shutdown(tcp::socket::shutdown_send, ec);
    if (ec) return close();
    on_linger({});
}

void Connection::on_linger(error_code ec) {
    if (ec || phase_ != Phase::lingering) return close();
    socket_.async_read_some(asio::buffer(ignored_),
                            [self = shared_from_this()](error_code failed, std::size_t) { self->on_linger(failed); });
}

} // namespace kunna::http
