// Refusing what is unclear in the head of a request.
#include "http/framing.hpp"

#include <algorithm>
#include <charconv>

namespace kunna::http {

namespace {

constexpr std::size_t max_fields = 100;

bool is_token_char(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
    return std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view strip(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool same(std::string_view a, std::string_view lower) {
    return std::equal(a.begin(), a.end(), lower.begin(), lower.end(),
                      [](char x, char y) { return (x >= 'A' && x <= 'Z' ? static_cast<char>(x + 32) : x) == y; });
}

std::optional<Fault> bad(std::string_view reason) {
    return Fault{400, reason};
}

std::optional<Fault> check_target(std::string_view target) {
    if (target.empty() || target.front() != '/') return bad("the target is not a path");
    if (target.size() > 8192) return Fault{414, "the target is too long"};
    if (target.size() > 1 && target[1] == '/') return bad("the target begins with two slashes");
    const auto odd = [](char c) {
        return c <= 0x20 || c >= 0x7F || c == '#' || c == '"' || c == '<' || c == '>' || c == '\\';
    };
    if (std::any_of(target.begin(), target.end(), odd)) return bad("the target holds a character that must be encoded");
    std::string_view path = target.substr(0, target.find('?'));
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view segment = path.substr(0, end);
        if (segment == "." || segment == "..") return bad("the target holds a dot segment");
        path.remove_prefix(end);
    }
    return std::nullopt;
}

std::optional<Fault> check_request_line(std::string_view line, bool& http_1_0) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return bad("the request line has not three parts");
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!is_token(method) || method.size() > 32) return bad("the method is no word");
    if (version.size() != 8 || version.substr(0, 5) != "HTTP/" || !is_digit(version[5]) || version[6] != '.' ||
        !is_digit(version[7])) {
        return bad("the version is malformed");
    }
    if (version[5] != '1' || version[7] > '1') return Fault{505, "only HTTP/1.1 and HTTP/1.0 are spoken here"};
    http_1_0 = version[7] == '0';
    return check_target(target);
}

std::optional<Fault> check_host(std::string_view host) {
    if (host.empty() || host.size() > 255) return bad("Host is empty or too long");
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '.' || c == '-' || c == '_' ||
               c == ':' || c == '[' || c == ']';
    };
    if (!std::all_of(host.begin(), host.end(), good)) return bad("Host is no host name");
    return std::nullopt;
}

struct Fields {
    int hosts = 0;
    int lengths = 0;
    int encodings = 0;
    Framing& framing;
};

std::optional<Fault> check_field(std::string_view line, Fields& seen) {
    if (line.front() == ' ' || line.front() == '\t') return bad("a header line is folded");
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return bad("a header line has no colon");
    const std::string_view name = line.substr(0, colon);
    if (!is_token(name)) return bad("a header name holds a space or another odd character");
    const std::string_view value = strip(line.substr(colon + 1));
    if (same(name, "host")) {
        if (++seen.hosts > 1) return bad("Host stands twice");
        return check_host(value);
    }
    if (same(name, "content-length")) {
        if (++seen.lengths > 1) return bad("Content-Length stands twice");
        if (value.empty() || value.size() > 15 || !std::all_of(value.begin(), value.end(), is_digit)) {
            return bad("Content-Length is no number");
        }
        std::from_chars(value.data(), value.data() + value.size(), seen.framing.content_length);
        return std::nullopt;
    }
    if (same(name, "transfer-encoding")) {
        if (++seen.encodings > 1) return bad("Transfer-Encoding stands twice");
        if (!same(value, "chunked")) return bad("Transfer-Encoding is not chunked");
        seen.framing.chunked = true;
        return std::nullopt;
    }
    if (same(name, "expect")) {
        if (!same(value, "100-continue")) return Fault{417, "Expect is not 100-continue"};
        seen.framing.expects_continue = true;
    }
    return std::nullopt;
}

} // namespace

std::optional<Fault> check_start(std::string_view bytes, std::size_t from) {
    // One byte back: a carriage return may have been the last one then.
    for (std::size_t i = from > 0 ? from - 1 : 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c == '\n' && (i == 0 || bytes[i - 1] != '\r')) return bad("a line ends without a carriage return");
        if (c == '\r' && i + 1 < bytes.size() && bytes[i + 1] != '\n')
            return bad("a carriage return stands inside a line");
        if ((c < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7F)
            return bad("a control byte stands in the head");
    }
    // Whoever speaks TLS or HTTP/2 here need not wait for the head to end.
    if (!bytes.empty() && !is_token_char(bytes.front())) return bad("the method is no word");
    return std::nullopt;
}

std::optional<Fault> check_head(std::string_view head, Framing& framing) {
    framing = {};
    if (head.size() < 4 || head.substr(head.size() - 4) != "\r\n\r\n") return bad("the head is not whole");
    if (auto fault = check_start(head)) return fault;
    head.remove_suffix(2);
    std::size_t end = head.find("\r\n");
    bool http_1_0 = false;
    if (auto fault = check_request_line(head.substr(0, end), http_1_0)) return fault;
    head.remove_prefix(end + 2);
    Fields seen{.framing = framing};
    for (std::size_t count = 0; !head.empty(); ++count) {
        if (count == max_fields) return Fault{431, "there are more than 100 header lines"};
        end = head.find("\r\n");
        if (end == 0) return bad("the head ends twice");
        if (auto fault = check_field(head.substr(0, end), seen)) return fault;
        head.remove_prefix(end + 2);
    }
    if (seen.hosts == 0 && !http_1_0) return bad("Host is missing");
    if (seen.encodings > 0 && seen.lengths > 0) return bad("Transfer-Encoding stands beside Content-Length");
    if (seen.encodings > 0 && http_1_0) return bad("Transfer-Encoding stands in HTTP/1.0");
    return std::nullopt;
}

} // namespace kunna::http
