// Beast's events into a Request.
#include "http/request_parser.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>

namespace kunna::http {

namespace beast_http = boost::beast::http;

RequestParser::RequestParser(Request& request, std::size_t head_limit) : request_(request) {
    header_limit(static_cast<std::uint32_t>(head_limit));
    body_limit(boost::none); // known once the route is
    eager(false);
}

bool RequestParser::feed(std::string_view& bytes) {
    if (is_done()) return true;
    // Beast 1.81 asserts that a last chunk it has begun has five bytes. Fewer never end a chunked body: wait for them.
    if (head_done_ && chunked() && bytes.size() < 5) return true;
    error_code ec;
    const std::size_t used = put(boost::asio::const_buffer{bytes.data(), bytes.size()}, ec);
    bytes.remove_prefix(used);
    if (!ec || ec == beast_http::error::need_more) return true;
    too_large_ = ec == beast_http::error::body_limit;
    return false;
}

void RequestParser::on_request_impl(beast_http::verb method, string_view, string_view target, int version,
                                    error_code&) {
    using beast_http::verb;
    switch (method) {
    case verb::get:
        request_.method = Method::get;
        break;
    case verb::head:
        request_.method = Method::head;
        break;
    case verb::post:
        request_.method = Method::post;
        break;
    case verb::put:
        request_.method = Method::put;
        break;
    case verb::patch:
        request_.method = Method::patch;
        break;
    case verb::delete_:
        request_.method = Method::del;
        break;
    case verb::options:
        request_.method = Method::options;
        break;
    default:
        request_.method = Method::other;
    }
    request_.target.assign(target.data(), target.size());
    request_.keep_alive = version == 11;
}

void RequestParser::on_field_impl(beast_http::field, string_view name, string_view value, error_code&) {
    if (head_done_) return; // a trailer: it must not pass for a header
    auto& [key, held] =
        request_.headers.emplace_back(std::string{name.data(), name.size()}, std::string{value.data(), value.size()});
    std::transform(key.begin(), key.end(), key.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

std::size_t RequestParser::on_body_impl(string_view body, error_code&) {
    body_bytes_ += body.size();
    if (request_.upload) {
        request_.upload->write(body.data(), body.size());
    } else {
        request_.body.append(body.data(), body.size());
    }
    return body.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, string_view body, error_code& ec) {
    return on_body_impl(body, ec);
}

} // namespace kunna::http
