// What every reply leaves with: security headers, caching, ETag answers, compression, HEAD.
#include "base/text.hpp"
#include "http/answers.hpp"
#include "http/compress.hpp"
#include "http/dispatch.hpp"

namespace kunna::http {

namespace {

// style-src: the component library writes style attributes for positions and colours of charts.
constexpr std::string_view page_policy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";
// An answer of the API is never a page: nothing in it may run, whatever it holds.
constexpr std::string_view data_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

bool names(std::string_view list, std::string_view etag) {
    if (text::trim(list) == "*") return true;
    for (std::string_view one : text::split(list, ',')) {
        one = text::trim(one);
        if (one.substr(0, 2) == "W/") one.remove_prefix(2);
        if (one == etag) return true;
    }
    return false;
}

bool is_text(std::string_view type) {
    return type.substr(0, 16) == "application/json" || type.substr(0, 19) == "application/problem" ||
           type.substr(0, 5) == "text/" || type == "image/svg+xml" || type == "application/javascript";
}

void encode(Reply& reply, Encoding encoding) {
    if (encoding == Encoding::identity) return;
    if (reply.cached != nullptr) {
        const bool br = encoding == Encoding::brotli;
        reply.bytes = br ? reply.cached->brotli() : reply.cached->gzip();
    } else {
        reply.body = compress(reply.content(), encoding);
        reply.bytes.reset();
    }
    reply.set("Content-Encoding", std::string{name_of(encoding)});
}

} // namespace

void finish(Reply& reply, const Request& request) {
    const bool page = reply.content_type.substr(0, 9) == "text/html";
    reply.headers.emplace_back("Content-Security-Policy", page ? page_policy : data_policy);
    reply.headers.emplace_back("X-Content-Type-Options", "nosniff");
    reply.headers.emplace_back("Referrer-Policy", "same-origin");
    reply.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    reply.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    reply.headers.emplace_back("X-Frame-Options", "DENY");
    if (request.secure) reply.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");

    const std::string_view etag = reply.header("ETag");
    if (reply.header("Cache-Control").empty()) {
        // Answers are about people: kept nowhere. Only large sums, made once for many, are asked for again every time.
        reply.headers.emplace_back("Cache-Control", reply.cached == nullptr ? "no-store" : "private, no-cache");
    }
    if (!etag.empty() && reply.status == 200 && (request.method == Method::get || request.method == Method::head)) {
        const std::string_view known = request.header("if-none-match");
        if (!known.empty() && names(known, etag)) {
            reply.status = 304;
            reply.body.clear();
            reply.bytes = std::string_view{};
            reply.content_type.clear();
            return;
        }
    }
    if (reply.may_compress && !reply.next && !reply.events && reply.content().size() >= worth_compressing &&
        is_text(reply.content_type) && reply.header("Content-Encoding").empty()) {
        reply.headers.emplace_back("Vary", "Accept-Encoding");
        encode(reply, choose_encoding(request.header("accept-encoding")));
    }
}

} // namespace kunna::http
