// Handlers' answers as replies, and the cookies they set.
#include "base/text.hpp"
#include "http/bind.hpp"
#include "http/compress.hpp"
#include "http/target.hpp"

namespace kunna::http {

Reply json_reply(int status, std::string body) {
    Reply reply;
    reply.status = status;
    reply.content_type = "application/json";
    reply.body = std::move(body);
    return reply;
}

Reply cached_reply(std::shared_ptr<const Cached> cached) {
    Reply reply;
    reply.content_type = "application/json";
    reply.set("ETag", cached->etag());
    reply.bytes = cached->json();
    reply.cached = cached.get();
    reply.kept = std::move(cached);
    return reply;
}

Reply file_reply(File file) {
    Reply reply;
    reply.content_type = std::move(file.content_type);
    reply.body = std::move(file.bytes);
    reply.next = std::move(file.next);
    // An ASCII name for old readers, the whole one beside it (RFC 6266).
    std::string plain;
    for (const char c : file.filename) plain += (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') ? c : '_';
    reply.set("Content-Disposition",
              fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", file.shown ? "inline" : "attachment", plain,
                          percent_encode(file.filename)));
    return reply;
}

Reply event_reply(EventStream events) {
    Reply reply;
    reply.content_type = "text/event-stream";
    reply.events = std::move(events);
    reply.may_compress = false;
    return reply;
}

void set_version(Reply& reply, std::int64_t version) {
    // More than the version is told beside it: sums, names, what the reader may do. A browser that kept what another
    // reader was told, or what was true an hour ago, must not be told that it knows.
    reply.set("ETag", fmt::format("\"{}-{}\"", version, hash_of_content(reply.content())));
}

void set_location(Reply& reply, const std::string& location) {
    reply.set("Location", "/api/v1" + location);
}

// The same address with the cursor of the next part.
void set_next(Reply& reply, const Call& call, const std::optional<std::string>& cursor) {
    if (!cursor) return;
    std::string target{call.request.path()};
    char mark = '?';
    for (const std::string_view pair : text::split(call.request.query(), '&')) {
        if (pair.empty() || pair.substr(0, pair.find('=')) == "cursor") continue;
        target += mark;
        target += pair;
        mark = '&';
    }
    target += fmt::format("{}cursor={}", mark, percent_encode(*cursor));
    reply.set("Link", fmt::format("<{}>; rel=\"next\"", target));
}

void Call::set_cookie(std::string_view name, std::string_view value, std::optional<std::int64_t> max_age_s) {
    std::string cookie = fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Lax", name, value);
    if (max_age_s) cookie += fmt::format("; Max-Age={}", *max_age_s);
    cookies.push_back(std::move(cookie));
}

void Call::drop_cookie(std::string_view name) {
    set_cookie(name, "", 0);
}

} // namespace kunna::http
