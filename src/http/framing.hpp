// Framing: whether the head of a request can mean only one thing. Two readers that disagree on where a request ends let
// one client speak in another's name (request smuggling), so whatever is unclear is refused and the connection closed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kunna::http {

struct Fault {
    int status;              // 400, 417, 431 or 505
    std::string_view reason; // English, for the log and for whoever wrote the client
};

// What is wrong already with the first bytes of a head that is not whole: a bare line feed, a NUL, a control byte.
// Bytes before `from` have been checked earlier.
std::optional<Fault> check_start(std::string_view bytes, std::size_t from = 0);

struct Framing {
    bool chunked = false;
    std::uint64_t content_length = 0; // when not chunked
    bool expects_continue = false;

    [[nodiscard]] bool has_body() const { return chunked || content_length > 0; }
};

// A whole head, including the empty line. Stricter than RFC 9112 where it leaves a choice.
std::optional<Fault> check_head(std::string_view head, Framing& framing);

} // namespace kunna::http
