// Kind → status, and the text of a problem.
#include "http/problem.hpp"

#include "base/json_write.hpp"
#include "base/texts.hpp"

namespace kunna::http {

namespace {

std::string_view title_of(Kind kind) {
    switch (kind) {
    case Kind::invalid:
        return "title.invalid";
    case Kind::unauthenticated:
        return "title.unauthenticated";
    case Kind::forbidden:
        return "title.forbidden";
    case Kind::not_found:
        return "title.not_found";
    case Kind::conflict:
        return "title.conflict";
    case Kind::stale:
        return "title.stale";
    case Kind::precondition:
        return "title.precondition";
    case Kind::too_large:
        return "title.too_large";
    case Kind::too_many:
        return "title.too_many";
    case Kind::unavailable:
        return "title.unavailable";
    case Kind::storage_full:
        return "title.storage_full";
    }
    return "title.internal";
}

void add(std::string& out, std::string_view name, std::string_view text) {
    out += out.size() == 1 ? "\"" : ",\"";
    out += name;
    out += "\":";
    json::write_text(out, text);
}

// The codes and numbers a client may act on, apart from the sentence.
void add_values(std::string& out, const std::vector<std::pair<std::string, std::string>>& values) {
    if (values.empty()) return;
    out += ",\"values\":{";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        json::write_text(out, values[i].first);
        out += ':';
        json::write_text(out, values[i].second);
    }
    out += '}';
}

} // namespace

int status_of(Kind kind) {
    switch (kind) {
    case Kind::invalid:
        return 422;
    case Kind::unauthenticated:
        return 401;
    case Kind::forbidden:
        return 403;
    case Kind::not_found:
        return 404;
    case Kind::conflict:
        return 409;
    case Kind::stale:
        return 412;
    case Kind::precondition:
        return 428;
    case Kind::too_large:
        return 413;
    case Kind::too_many:
        return 429;
    case Kind::unavailable:
        return 503;
    case Kind::storage_full:
        return 507;
    }
    return 500;
}

Reply problem_reply(int status, std::string_view title, const Error& error, std::string_view language,
                    std::string_view trace) {
    Reply reply;
    reply.status = status;
    reply.content_type = "application/problem+json";
    std::string& out = reply.body;
    out = "{";
    add(out, "type", "urn:kunna:problem:" + error.code);
    add(out, "title", texts::say(language, title));
    out += ",\"status\":" + std::to_string(status);
    add(out, "detail", texts::say(language, error.code, error.values));
    add(out, "code", error.code);
    add_values(out, error.values);
    if (!error.fields.empty()) {
        out += ",\"errors\":[";
        for (std::size_t i = 0; i < error.fields.size(); ++i) {
            const FieldError& field = error.fields[i];
            if (i > 0) out += ',';
            std::string one = "{";
            add(one, "where", field.where);
            add(one, "code", field.code);
            add(one, "detail", texts::say(language, field.code, field.values));
            add_values(one, field.values);
            out += one + '}';
        }
        out += ']';
    }
    if (!trace.empty()) add(out, "trace", trace);
    out += '}';
    reply.set("Cache-Control", "no-store");
    reply.set("Content-Language", std::string{language});
    if (status == 401) reply.set("WWW-Authenticate", "Bearer realm=\"kunna\"");
    if (status == 429 || status == 503) {
        std::string seconds = "1";
        for (const auto& [name, value] : error.values) {
            if (name == "seconds") seconds = value;
        }
        reply.set("Retry-After", seconds);
    }
    return reply;
}

Reply problem_reply(const Error& error, std::string_view language, std::string_view trace) {
    return problem_reply(status_of(error.kind), title_of(error.kind), error, language, trace);
}

Reply broken_reply(std::string_view language, std::string_view trace) {
    return problem_reply(500, "title.internal", Error{Kind::unavailable, "http.internal"}, language, trace);
}

} // namespace kunna::http
