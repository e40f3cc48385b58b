// The web UI's files, embedded in the binary compressed at build time (tools/embed_web.py).
#pragma once

#include "http/request.hpp"

#include <span>

namespace kunna::http {

struct WebFile {
    std::string_view path; // "/assets/index-4f2a.js"
    std::string_view content_type;
    std::string_view etag; // with its quotes
    std::string_view plain;
    std::string_view brotli; // empty when compression gains nothing
    std::string_view gzip;
    bool immutable; // its name holds its hash
};

// Sorted by path.
std::span<const WebFile> web_files();
const WebFile* find_web_file(std::string_view path);

// A file of the UI; for any other path of a page a browser asks for, index.html: the UI routes on its own.
std::optional<Reply> web_reply(const Request& request);

} // namespace kunna::http
