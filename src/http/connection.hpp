// Connection: one client's socket and the request on it. Lives on its loop's thread; a worker borrows request and plan
// while it answers. Private to the transport.
#pragma once

#include "http/framing.hpp"
#include "http/loop.hpp"
#include "http/request_parser.hpp"

namespace kunna::http {

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Loop& loop, tcp::socket socket, std::string peer, bool metrics);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start();
    // Closes whoever is too slow. Called by the loop several times a second.
    void look_at_clock(Loop::Time now);
    // The server stops: idle connections close, others after their answer.
    void wind_down();
    void close();

private:
    enum class Phase : std::uint8_t { idle, head, body, working, writing, streaming, lingering, closed };

    // Reading (connection.cpp)
    void read();
    void on_read(error_code ec, std::size_t count);
    void process();
    void head_complete(std::size_t size);
    void begin_body();
    void take_body();
    void refuse(int status, const Error& error);
    void malformed(const Fault& fault);
    void note_forwarded();
    bool reserve_body(std::uint64_t bytes);
    void release_body();

    // Answering (connection_answer.cpp)
    void admit_upload();
    void answer();
    void hand_to_worker(std::function<void()> work);
    void respond(Reply reply);
    void write_head(std::optional<std::uint64_t> length);
    void write_out();
    void on_written(error_code ec, std::size_t count);
    void answered();
    void linger();
    void on_linger(error_code ec);
    void say_continue();
    void metrics_answer();

    // Streams (connection_stream.cpp)
    void next_piece();
    void send_piece(const std::string& piece, bool more);
    void begin_events();
    void poll_events();
    void send_events(const std::vector<Event>& events, bool more);
    void wait_for_events();
    void watch_for_leaving();

    Loop& loop_;
    Shared& shared_;
    tcp::socket socket_;
    asio::steady_timer timer_;
    bool metrics_;

    Phase phase_ = Phase::idle;
    Loop::Time since_{};    // when the phase began
    Loop::Time progress_{}; // when the client last took something of the answer
    Loop::Time begun_{};    // the request's first byte

    std::vector<char> landing_; // where the socket reads to
    std::string in_;            // received and not yet consumed
    std::size_t scanned_ = 0;   // of in_, in search of the end of the head
    Request request_;
    Framing framing_;
    std::optional<RequestParser> parser_;
    std::optional<Plan> plan_;
    std::uint64_t reserved_ = 0; // of shared_.body_bytes

    Reply reply_;
    std::string out_;       // head and small bodies
    std::string_view rest_; // what is still to be written after out_
    std::size_t out_done_ = 0;
    std::uint64_t sent_ = 0;       // of the piece being written
    std::uint64_t total_sent_ = 0; // of the whole answer
    bool chunked_ = false;         // the answer is
    bool more_pieces_ = false;
    bool close_after_ = false;
    bool counted_ = false; // in shared_.in_flight
    bool reading_ = false;
    bool is_stream_ = false; // counted in shared_.event_streams
    Loop::Time last_event_{};
    std::array<char, 512> ignored_{};
};

} // namespace kunna::http
