// The API as a page and the permissions as a table, for people.
#include "http/openapi.hpp"
#include "http/schemas.hpp"

namespace kunna::http {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

// By folder, path and method: the order people look in.
std::vector<const Route*> sorted(const Router& router) {
    std::vector<const Route*> routes;
    for (const Route& route : router.routes()) routes.push_back(&route);
    std::sort(routes.begin(), routes.end(), [](const Route* a, const Route* b) {
        return std::tie(a->tag, a->path, a->method) < std::tie(b->tag, b->path, b->method);
    });
    return routes;
}

std::string needs_of(const Route& route) {
    if (!route.needs.needs_actor()) return "nothing";
    if (route.needs.any_of().empty()) return "sign in";
    std::string out;
    for (const access::Permission one : route.needs.any_of())
        out += (out.empty() ? "" : " or ") + std::string{access::name_of(one)};
    return out;
}

void add_members(std::string& out, const Shape& shape, const Schemas& schemas) {
    out += "<ul>";
    for (const ShapeMember& member : shape.members()) {
        fmt::format_to(std::back_inserter(out), "<li><code>{}</code> {}{}</li>", member.name,
                       escaped(schemas.words(member.shape())), member.required ? "" : ", may be left out");
    }
    out += "</ul>";
}

void add_route(std::string& out, const Route& route, const Schemas& schemas) {
    fmt::format_to(std::back_inserter(out),
                   "<article id=\"{}\"><h3><code>{} {}</code></h3><p>{}. {}</p><p>Needs: {}.</p>", route.id,
                   name_of(route.method), escaped(route.path), escaped(route.summary), escaped(route.description),
                   needs_of(route));
    if (route.parameters != nullptr) {
        out += "<p>Parameters:</p>";
        add_members(out, *route.parameters, schemas);
    }
    if (route.body != nullptr)
        fmt::format_to(std::back_inserter(out), "<p>Takes: {}.</p>", escaped(schemas.words(*route.body)));
    if (route.takes_upload) out += "<p>Takes: a file as the body; its name in X-Filename.</p>";
    fmt::format_to(std::back_inserter(out), "<p>Answers {}: {}.</p></article>", route.status,
                   route.answer != nullptr               ? escaped(schemas.words(*route.answer))
                   : route.kind == Route::Answer::file   ? "a file"
                   : route.kind == Route::Answer::events ? "server-sent events"
                                                         : "nothing");
}

} // namespace

std::string api_page(const Router& router, std::string_view version) {
    const Schemas schemas{router};
    std::string out = fmt::format(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>Kunna API {0}</title>"
        "<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
        "1rem;color-scheme:light dark}}"
        "article{{border-top:1px solid #8886;padding:.5rem 0}}code{{overflow-wrap:anywhere}}</style></head>"
        "<body><h1>Kunna API {0}</h1><p>The same for programs: <a href=\"{1}/openapi.json\">openapi.json</a>.</p>",
        escaped(version), router.prefix());
    std::string tag;
    for (const Route* route : sorted(router)) {
        if (route->tag != tag) {
            tag = route->tag;
            out += "<h2>" + escaped(tag) + "</h2>";
        }
        add_route(out, *route, schemas);
    }
    out += "<h2>Types</h2>";
    for (const auto& [name, shape] : schemas.named()) {
        out += "<article id=\"type-" + name + "\"><h3><code>" + name + "</code></h3>";
        if (shape->members != nullptr) {
            add_members(out, *shape, schemas);
        } else {
            out += "<p>One of:";
            for (const std::string_view choice : shape->choices()) out += " <code>" + std::string{choice} + "</code>";
            out += "</p>";
        }
        out += "</article>";
    }
    return out + "</body></html>\n";
}

std::string permissions_table(const Router& router) {
    std::vector<access::Role> roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Role>>(
        [&](auto d) { roles.push_back(d.value); });
    std::string out =
        "# Who may call what\n\nWritten by `kunna openapi` from the routes and `access/permission.cpp`. A tick says "
        "that the role may call "
        "the operation; which rows it then sees is decided by `access/visibility.cpp`.\n\n| operation | needs |";
    std::string rule = "|---|---|";
    for (const access::Role role : roles) {
        out += ' ' + std::string{access::name_of(role)} + " |";
        rule += "---|";
    }
    out += '\n' + rule + '\n';
    for (const Route* route : sorted(router)) {
        fmt::format_to(std::back_inserter(out), "| `{} {}` | {} |", name_of(route->method), route->path,
                       needs_of(*route));
        for (const access::Role role : roles) {
            const auto& any_of = route->needs.any_of();
            const bool may = any_of.empty() || std::any_of(any_of.begin(), any_of.end(), [&](access::Permission p) {
                                 return access::holds(role, p);
                             });
            out += may ? " ✓ |" : " |";
        }
        out += '\n';
    }
    return out;
}

} // namespace kunna::http
