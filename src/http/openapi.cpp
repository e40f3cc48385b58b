// OpenAPI 3.1 from routes and shapes.
#include "http/openapi.hpp"

#include "base/ascii.hpp"
#include "base/json_write.hpp"
#include "base/text.hpp"
#include "http/schemas.hpp"

namespace kunna::http {

namespace {

using json::Node;
using Object = Node::Object;

Node text(std::string_view value) {
    return Node{std::string{value}};
}
Node problem_ref() {
    return Node{Object{{"$ref", text("#/components/responses/Problem")}}};
}

Node header(std::string_view description) {
    return Node{Object{{"description", text(description)}, {"schema", Node{Object{{"type", text("string")}}}}}};
}

Node parameter(std::string_view name, std::string_view in, bool required, Node schema,
               std::string_view description = {}) {
    Object made{{"name", text(name)}, {"in", text(in)}};
    if (!description.empty()) made.push_back({"description", text(description)});
    if (required) made.push_back({"required", Node{true}});
    made.push_back({"schema", std::move(schema)});
    return Node{std::move(made)};
}

Node string_schema() {
    return Node{Object{{"type", text("string")}}};
}

Node parameters_of(const Route& route, const Schemas& schemas) {
    Node::List list;
    if (route.parameters != nullptr) {
        for (const ShapeMember& member : route.parameters->members()) {
            const bool in_path = std::find(route.placeholders.begin(), route.placeholders.end(), member.name) !=
                                 route.placeholders.end();
            // In a query absent is absent: there is no way to write null.
            const Shape& shape = member.shape().nullable ? member.shape().item() : member.shape();
            list.push_back(
                parameter(member.name, in_path ? "path" : "query", in_path || member.required, schemas.of(shape)));
        }
    }
    if (route.if_match)
        list.push_back(
            parameter("If-Match", "header", true, string_schema(), "The ETag of the version that is changed."));
    if (route.method == Method::post && !route.takes_upload && route.kind != Route::Answer::file &&
        route.kind != Route::Answer::events) {
        list.push_back(parameter("Idempotency-Key", "header", false, string_schema(),
                                 "The same key and content within 24 hours take effect once and answer the same."));
    }
    if (route.kind == Route::Answer::events) {
        list.push_back(
            parameter("Last-Event-ID", "header", false, string_schema(), "Where an interrupted stream goes on."));
    }
    return Node{std::move(list)};
}

Node content(std::string_view type, Node schema) {
    return Node{Object{{std::string{type}, Node{Object{{"schema", std::move(schema)}}}}}};
}

Node binary() {
    return Node{Object{{"type", text("string")}, {"format", text("binary")}}};
}

Node success_of(const Route& route, const Schemas& schemas) {
    Object made{{"description", text(route.status == 201   ? "Created."
                                     : route.status == 202 ? "Accepted; the work goes on."
                                     : route.status == 204 ? "Done."
                                                           : "As asked.")}};
    Object headers;
    if (route.status == 201 || route.status == 202) headers.push_back({"Location", header("Where it is.")});
    if (route.versioned)
        headers.push_back(
            {"ETag", header("The version, then a hash of the answer. If-Match compares the version alone.")});
    if (route.paged) headers.push_back({"Link", header("rel=next: the part after this one.")});
    if (!headers.empty()) made.push_back({"headers", Node{std::move(headers)}});
    switch (route.kind) {
    case Route::Answer::nothing:
        break;
    case Route::Answer::json:
        made.push_back({"content", content("application/json", schemas.of(*route.answer))});
        break;
    case Route::Answer::events:
        made.push_back({"content", content("text/event-stream", string_schema())});
        break;
    case Route::Answer::file: {
        Object kinds;
        std::string_view produces = route.produces;
        if (produces.empty()) produces = "application/octet-stream";
        for (const std::string_view kind : text::split(produces, ','))
            kinds.push_back({std::string{text::trim(kind)}, Node{Object{{"schema", binary()}}}});
        made.push_back({"content", Node{std::move(kinds)}});
        break;
    }
    }
    return Node{std::move(made)};
}

Node responses_of(const Route& route, const Schemas& schemas) {
    std::map<std::string, Node> by_status;
    by_status.emplace(std::to_string(route.status), success_of(route, schemas));
    const auto refused = [&](const char* status) { by_status.emplace(status, problem_ref()); };
    if (route.body != nullptr || route.parameters != nullptr || route.takes_upload) {
        refused("400");
        refused("422");
    }
    if (route.needs.needs_actor()) {
        refused("401");
        refused("403");
    }
    if (!route.placeholders.empty()) refused("404");
    if (!is_safe(route.method)) refused("409");
    if (route.body != nullptr || route.takes_upload) {
        refused("413");
        if (route.body != nullptr) refused("415");
    }
    if (route.if_match) {
        refused("412");
        refused("428");
    }
    refused("429");
    refused("503");
    // Whatever else: a thing named in the query or the body is not there, an origin is foreign, a disk is full.
    refused("default");
    Object made;
    for (auto& [status, response] : by_status) made.push_back({status, std::move(response)});
    return Node{std::move(made)};
}

Node operation_of(const Route& route, const Schemas& schemas) {
    Object made{
        {"operationId", text(route.id)}, {"tags", Node{Node::List{text(route.tag)}}}, {"summary", text(route.summary)}};
    if (!route.description.empty()) made.push_back({"description", text(route.description)});
    Node parameters = parameters_of(route, schemas);
    if (!parameters.list()->empty()) made.push_back({"parameters", std::move(parameters)});
    if (route.body != nullptr) {
        made.push_back(
            {"requestBody", Node{Object{{"required", Node{true}},
                                        {"content", content("application/json", schemas.of(*route.body))}}}});
    } else if (route.takes_upload) {
        made.push_back({"requestBody", Node{Object{{"required", Node{true}},
                                                   {"content", content("application/octet-stream", binary())}}}});
    }
    made.push_back({"responses", responses_of(route, schemas)});
    if (!route.needs.needs_actor()) made.push_back({"security", Node{Node::List{}}});
    Node::List permissions;
    for (const access::Permission one : route.needs.any_of()) permissions.push_back(text(access::name_of(one)));
    made.push_back({"x-permission", Node{std::move(permissions)}});
    return Node{std::move(made)};
}

// Written by hand: problems are made by http itself, not by a handler.
constexpr std::string_view problem_schema = R"({
  "type": "object", "description": "A refusal (RFC 9457).",
  "required": ["type", "title", "status", "detail", "code"], "additionalProperties": false,
  "properties": {
    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"},
    "code": {"type": "string", "description": "Stable; what a program should look at."},
    "values": {"type": "object", "additionalProperties": {"type": "string"}},
    "errors": {"type": "array", "items": {
      "type": "object", "required": ["where", "code", "detail"], "additionalProperties": false,
      "properties": {
        "where": {"type": "string", "description": "A JSON pointer into the body, /query/name, or a cell of a file."},
        "code": {"type": "string"}, "detail": {"type": "string"},
        "values": {"type": "object", "additionalProperties": {"type": "string"}}}}},
    "trace": {"type": "string"}}})";

constexpr std::string_view security_schemes = R"({
  "session": {"type": "apiKey", "in": "cookie", "name": "__Host-kunna",
    "description": "A browser's session. Unsafe methods also need the header X-CSRF-Token and an Origin of our own."},
  "token": {"type": "http", "scheme": "bearer", "description": "An API token: kunna_…"}})";

Node fixed(std::string_view json) {
    return std::move(*json::parse(json));
}

void indent(std::string& out, int depth) {
    out += '\n';
    out.append(std::size_t{2} * static_cast<std::size_t>(depth), ' ');
}

void pretty(std::string& out, const Node& node, int depth) {
    if (const Object* object = node.object(); object != nullptr && !object->empty()) {
        out += '{';
        for (std::size_t i = 0; i < object->size(); ++i) {
            if (i > 0) out += ',';
            indent(out, depth + 1);
            json::write_text(out, (*object)[i].key);
            out += ": ";
            pretty(out, (*object)[i].value, depth + 1);
        }
        indent(out, depth);
        out += '}';
    } else if (const Node::List* list = node.list(); list != nullptr && !list->empty()) {
        out += '[';
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (i > 0) out += ',';
            indent(out, depth + 1);
            pretty(out, (*list)[i], depth + 1);
        }
        indent(out, depth);
        out += ']';
    } else {
        json::write_node(out, node);
    }
}

} // namespace

std::string openapi(const Router& router, std::string_view version) {
    const Schemas schemas{router};
    std::map<std::string, std::map<std::string, const Route*>> paths;
    std::map<std::string, bool> tags;
    for (const Route& route : router.routes()) {
        paths[route.path.substr(router.prefix().size())].emplace(ascii::lower(name_of(route.method)), &route);
        tags[route.tag] = true;
    }
    Object path_items;
    for (const auto& [path, methods] : paths) {
        Object operations;
        for (const auto& [method, route] : methods) operations.push_back({method, operation_of(*route, schemas)});
        path_items.push_back({path, Node{std::move(operations)}});
    }
    Node::List tag_list;
    for (const auto& [tag, used] : tags) tag_list.push_back(Node{Object{{"name", text(tag)}}});

    Object components = *schemas.components().object();
    components.push_back({"Problem", fixed(problem_schema)});
    std::sort(components.begin(), components.end(),
              [](const json::Member& a, const json::Member& b) { return a.key < b.key; });
    const Node problem{Object{{"description", text("Refused; code says why.")},
                              {"content", content("application/problem+json",
                                                  Node{Object{{"$ref", text("#/components/schemas/Problem")}}})}}};
    const Node document{Object{
        {"openapi", text("3.1.0")},
        {"info",
         Node{Object{{"title", text("Kunna")},
                     {"version", text(version)},
                     {"license", Node{Object{{"name", text("Apache-2.0")}, {"identifier", text("Apache-2.0")}}}}}}},
        {"servers", Node{Node::List{Node{Object{{"url", text(router.prefix())}}}}}},
        {"security",
         Node{Node::List{Node{Object{{"session", Node{Node::List{}}}}}, Node{Object{{"token", Node{Node::List{}}}}}}}},
        {"tags", Node{std::move(tag_list)}},
        {"paths", Node{std::move(path_items)}},
        {"components", Node{Object{{"schemas", Node{std::move(components)}},
                                   {"responses", Node{Object{{"Problem", problem}}}},
                                   {"securitySchemes", fixed(security_schemes)}}}}}};
    std::string out;
    pretty(out, document, 0);
    out += '\n';
    return out;
}

} // namespace kunna::http
