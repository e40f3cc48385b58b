// HTTP framing: a head that passes is read by Beast in the same way, and no split of the bytes changes the outcome.
#include "http/framing.hpp"
#include "http/request_parser.hpp"
#include "http/target.hpp"

#include <cstdlib>

using namespace kunna::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        (void)check_start(bytes);
        return 0;
    }
    const std::string_view head = bytes.substr(0, end + 4);
    Framing framing;
    if (check_head(head, framing)) return 0;
    if (check_start(head)) std::abort(); // refused early what is fine as a whole

    Request request;
    RequestParser parser{request, 16385};
    std::string_view rest = head;
    if (!parser.feed(rest) || !parser.is_header_done() || !rest.empty()) return 0;
    // The two readers agree on where the request ends.
    if (parser.chunked() != framing.chunked) std::abort();
    if (!framing.chunked && parser.content_length().value_or(0) != framing.content_length) std::abort();
    if (request.target.empty() || request.target.front() != '/') std::abort();
    (void)percent_decode(request.path());
    (void)query_parameters(request.query());

    // The body at once, and byte by byte.
    parser.limit_body(1 << 16);
    std::string_view body = bytes.substr(end + 4);
    const std::string_view whole = body;
    const bool good = parser.feed(body);

    Request slow_request;
    RequestParser slow{slow_request, 16385};
    rest = head;
    (void)slow.feed(rest);
    slow.limit_body(1 << 16);
    std::string waiting;
    bool slow_good = true;
    for (const char c : whole) {
        if (slow.is_done()) break;
        waiting += c;
        std::string_view view = waiting;
        slow_good = slow.feed(view);
        if (!slow_good) break;
        waiting.erase(0, waiting.size() - view.size());
    }
    if (good && slow_good && parser.is_done() && slow.is_done() && request.body != slow_request.body) std::abort();
    return 0;
}
