// Path placeholders, query parameters and If-Match into a handler's own types.
#include "http/bind.hpp"
#include "http/target.hpp"

namespace kunna::http {

namespace {

using json::Node;

bool is_text(const Shape& shape) {
    return shape.kind == Shape::Kind::text || shape.kind == Shape::Kind::date || shape.kind == Shape::Kind::instant ||
           shape.kind == Shape::Kind::choice;
}

// What the text would be in JSON, by the shape; a text that is no such thing stays a text and is refused by the reader.
Node as_node(const Shape& shape, const std::string& value) {
    if (is_text(shape)) return Node{value};
    if (shape.kind == Shape::Kind::boolean) {
        if (value == "true" || value == "1") return Node{true};
        if (value == "false" || value == "0") return Node{false};
        return Node{value};
    }
    std::int64_t integer = 0;
    const char* end = value.data() + value.size();
    if (const auto read = std::from_chars(value.data(), end, integer); read.ec == std::errc{} && read.ptr == end) {
        return Node{integer};
    }
    double real = 0;
    if (const auto read = std::from_chars(value.data(), end, real); read.ec == std::errc{} && read.ptr == end) {
        return Node{real};
    }
    return Node{value};
}

const Shape& inner(const Shape& shape) {
    return shape.nullable ? shape.item() : shape;
}

} // namespace

Result<void> read_parameters(const Call& call, const std::vector<std::string>& placeholders, const Shape& shape,
                             const std::vector<json::Field>& fields, void* into) {
    const auto asked = query_parameters(call.request.query());
    if (!asked) return refuse(Kind::invalid, "query.malformed");
    const auto members = shape.members(); // in the order of fields
    std::vector<bool> used(asked->size());
    json::Problems problems;
    const json::Place root;
    const json::Place query = root.member("query");
    for (std::size_t m = 0; m < members.size(); ++m) {
        const Shape& wanted = inner(members[m].shape());
        const auto placeholder = std::find(placeholders.begin(), placeholders.end(), members[m].name);
        void* member = fields[m].address(into);
        if (placeholder != placeholders.end()) {
            const auto& value = call.path_values[static_cast<std::size_t>(placeholder - placeholders.begin())];
            json::Problems unreadable;
            fields[m].read(as_node(wanted, value), member, root, unreadable);
            // A path that names no possible thing is the path of a missing thing.
            if (!unreadable.none()) return refuse(Kind::not_found, "http.not_found");
            continue;
        }
        const json::Place place = query.member(members[m].name);
        Node::List several;
        std::size_t given = 0;
        for (std::size_t i = 0; i < asked->size(); ++i) {
            if ((*asked)[i].first != members[m].name) continue;
            used[i] = true;
            ++given;
            several.push_back(
                as_node(wanted.kind == Shape::Kind::list ? inner(wanted.item()) : wanted, (*asked)[i].second));
        }
        if (given == 0) {
            if (fields[m].required) problems.add(place, "input.missing");
        } else if (wanted.kind == Shape::Kind::list) {
            fields[m].read(Node{std::move(several)}, member, place, problems);
        } else if (given > 1) {
            problems.add(place, "input.given_twice");
        } else {
            fields[m].read(several.front(), member, place, problems);
        }
    }
    for (std::size_t i = 0; i < asked->size(); ++i) {
        if (!used[i]) problems.add(query.member((*asked)[i].first), "input.unknown_member");
    }
    if (!problems.none()) return std::move(problems).error();
    return {};
}

Result<IfMatch> read_if_match(const Call& call) {
    std::string_view value = call.request.header("if-match");
    if (value.empty()) return refuse(Kind::precondition, "http.if_match_missing");
    if (value == "*") return IfMatch{};
    // Proxies that compress make strong tags weak; our versions compare by value all the same. What stands after the
    // version is of what was read with it, which others may have been told otherwise.
    if (value.substr(0, 2) == "W/") value.remove_prefix(2);
    std::int64_t version = 0;
    if (value.size() > 2 && value.front() == '"' && value.back() == '"') {
        const char* end = value.data() + value.size() - 1;
        const auto read = std::from_chars(value.data() + 1, end, version);
        if (read.ec == std::errc{} && (read.ptr == end || *read.ptr == '-')) return IfMatch{version};
    }
    return refuse(Kind::stale, "http.stale");
}

} // namespace kunna::http
