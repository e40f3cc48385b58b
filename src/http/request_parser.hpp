// RequestParser: Beast's parser filling our Request. Heads have passed check_head before; Beast reads them once more,
// and the body, chunked or not.
#pragma once

#include "http/request.hpp"

#include <boost/beast/http/basic_parser.hpp>

namespace kunna::http {

class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    // The body goes into request.upload when there is one, else into request.body.
    RequestParser(Request& request, std::size_t head_limit);

    // Between head and body.
    void limit_body(std::uint64_t bytes) {
        body_limit(bytes);
        eager(true);
    }
    [[nodiscard]] std::uint64_t body_bytes() const { return body_bytes_; }
    // Consumes what it can of the bytes, at most the head when that is still to come. False when it cannot be read.
    bool feed(std::string_view& bytes);
    [[nodiscard]] bool too_large() const { return too_large_; }

private:
    using error_code = boost::beast::error_code;
    using string_view = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb method, string_view, string_view target, int version,
                         error_code&) override;
    void on_response_impl(int, string_view, int, error_code&) override {}
    void on_field_impl(boost::beast::http::field, string_view name, string_view value, error_code&) override;
    void on_header_impl(error_code&) override { head_done_ = true; }
    void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}
    std::size_t on_body_impl(string_view body, error_code&) override;
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code&) override;
    void on_finish_impl(error_code&) override {}

    Request& request_;
    std::uint64_t body_bytes_ = 0;
    bool head_done_ = false;
    bool too_large_ = false;
};

} // namespace kunna::http
