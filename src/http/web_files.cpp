// Serving the embedded web UI.
#include "http/web_files.hpp"

#include "http/compress.hpp"

#include <algorithm>

namespace kunna::http {

const WebFile* find_web_file(std::string_view path) {
    const auto files = web_files();
    const auto found =
        std::lower_bound(files.begin(), files.end(), path,
                         [](const WebFile& file, std::string_view wanted) { return file.path < wanted; });
    return found == files.end() || found->path != path ? nullptr : &*found;
}

std::optional<Reply> web_reply(const Request& request) {
    if (request.method != Method::get && request.method != Method::head) return std::nullopt;
    std::string_view path = request.path();
    if (path == "/") path = "/index.html";
    const WebFile* file = find_web_file(path);
    // A page asks for text/html; a script or picture that is missing must not be answered with a page.
    if (file == nullptr && request.header("accept").find("text/html") != std::string_view::npos)
        file = find_web_file("/index.html");
    if (file == nullptr) return std::nullopt;
    Reply reply;
    reply.content_type = file->content_type;
    reply.bytes = file->plain;
    reply.may_compress = false;
    if (!file->brotli.empty()) {
        reply.set("Vary", "Accept-Encoding");
        const Encoding encoding = choose_encoding(request.header("accept-encoding"));
        if (encoding == Encoding::brotli) reply.bytes = file->brotli;
        if (encoding == Encoding::gzip) reply.bytes = file->gzip;
        if (encoding != Encoding::identity) reply.set("Content-Encoding", std::string{name_of(encoding)});
    }
    reply.set("ETag", std::string{file->etag});
    reply.set("Cache-Control", file->immutable ? "public, max-age=31536000, immutable" : "no-cache");
    return reply;
}

} // namespace kunna::http
