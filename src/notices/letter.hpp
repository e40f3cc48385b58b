// Letter: what waits for one account, as a message. Pure: from words to headers and bodies.
#pragma once

#include "notices/notice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kunna::notices {

struct Line {
    Words words{};
    std::string path{};

    bool operator==(const Line&) const = default;
};

struct Letter {
    std::string message_id{}; // the same each time the letter is tried: "17.x3f@example.org"
    Instant date{};
    std::string language{"sv"};
    std::string organisation{};
    std::string sender{};    // address
    std::string name{};      // of the recipient
    std::string to{};        // address
    std::string house{};     // where people reach Kunna
    bool required = false;   // something in it is
    bool invitation = false; // to whoever has no account yet, or cannot come in
    std::vector<Line> lines{};
};

struct Message {
    std::vector<std::string> headers{}; // "Name: value", folded
    std::string plain{};
    std::string html{};
};
Message message_of(const Letter& letter);

// As RFC 2047 writes it when it is not plain ASCII; never with a line end of its own.
std::string header_text(std::string_view text);
// Name <address>
std::string header_mailbox(std::string_view name, std::string_view address);
// Sun, 22 Nov 2026 09:00:00 +0000
std::string header_date(Instant instant);

} // namespace kunna::notices
