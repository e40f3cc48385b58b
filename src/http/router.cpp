// Declaring routes and finding them again.
#include "http/router.hpp"

#include "base/text.hpp"
#include "http/target.hpp"

#include <stdexcept>

namespace kunna::http {

namespace {

std::vector<std::string_view> segments(std::string_view path) {
    return text::split(path.substr(1), '/');
}

bool is_placeholder(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

// .../src/people/routes.cpp → people
std::string folder_of(std::string_view file) {
    const auto parts = text::split(file, '/');
    return parts.size() < 2 ? std::string{} : std::string{parts[parts.size() - 2]};
}

// GET /people/{person}/gaps → get_people_person_gaps
std::string made_id(Method method, std::string_view path) {
    std::string id;
    for (const char c : name_of(method)) id += static_cast<char>(c | 0x20);
    for (const char c : path) {
        if (c == '/' || c == '-' || c == '.') {
            id += '_';
        } else if (c != '{' && c != '}') {
            id += c;
        }
    }
    return id;
}

[[noreturn]] void wrong(const Route& route, std::string_view why) {
    throw std::logic_error{fmt::format("route {} {}: {}", name_of(route.method), route.path, why)};
}

} // namespace

bool Needs::met_by(const access::Actor& actor) const {
    if (any_of_.empty()) return true;
    return std::any_of(any_of_.begin(), any_of_.end(), [&](access::Permission one) { return actor.may(one); });
}

Route& Router::add(Method method, std::string_view path, const About& about, std::string_view file) {
    if (path.empty() || path.front() != '/') throw std::logic_error{"a path begins with /: " + std::string{path}};
    Route& route = routes_.emplace_back();
    route.method = method;
    route.path = prefix_ + std::string{path};
    route.summary = about.summary;
    route.description = about.description;
    route.id = about.id.empty() ? made_id(method, path) : std::string{about.id};
    route.tag = folder_of(file);
    route.produces = about.produces;
    route.needs = about.needs;
    route.quick = about.quick;
    route.body_limit = about.body_limit;

    Branch* at = &root_;
    for (const std::string_view segment : segments(route.path)) {
        if (is_placeholder(segment)) {
            route.placeholders.emplace_back(segment.substr(1, segment.size() - 2));
            if (!at->any) at->any = std::make_unique<Branch>();
            at = at->any.get();
        } else {
            auto& next = at->named[std::string{segment}];
            if (!next) next = std::make_unique<Branch>();
            at = next.get();
        }
    }
    for (const Route* other : at->routes) {
        if (other->method == method) wrong(route, "declared twice");
    }
    at->routes.push_back(&route);
    return route;
}

void Router::check(const Route& declared) {
    auto& route = const_cast<Route&>(declared); // our own, in routes_
    if (route.body_limit == 0) route.body_limit = route.takes_upload ? upload_limit : json_limit;
    if (route.summary.empty()) wrong(route, "says nothing of itself");
    if (!route.placeholders.empty() && route.parameters == nullptr)
        wrong(route, "takes no struct for its placeholders");
    if (route.parameters != nullptr && route.parameters->kind != Shape::Kind::object)
        wrong(route, "parameters are a struct");
    if (route.parameters != nullptr) {
        const auto members = route.parameters->members();
        for (const std::string& name : route.placeholders) {
            const bool there =
                std::any_of(members.begin(), members.end(), [&](const ShapeMember& m) { return m.name == name; });
            if (!there) wrong(route, "has no member named " + name);
        }
    }
    if ((route.method == Method::put || route.method == Method::patch) && route.versioned && !route.if_match) {
        wrong(route, "changes a thing with a version, so it takes IfMatch");
    }
    if (route.quick && (route.takes_upload || route.needs_db)) wrong(route, "quick routes read from memory");
    for (const Route& other : routes_) {
        if (&other != &route && other.id == route.id) wrong(route, "shares its operationId; give it an .id");
    }
}

Router::Match Router::match(Method method, std::string_view path) const {
    Match found;
    if (path.empty() || path.front() != '/') return found;
    const auto parts = segments(path);
    // A named branch wins over a placeholder; where it leads nowhere the placeholder is tried.
    struct Walk {
        const std::vector<std::string_view>& parts;
        std::vector<std::string> values{};

        const Branch* down(const Branch& at, std::size_t i) {
            if (i == parts.size()) return at.routes.empty() ? nullptr : &at;
            if (const auto named = at.named.find(parts[i]); named != at.named.end()) {
                if (const Branch* end = down(*named->second, i + 1)) return end;
            }
            if (!at.any || parts[i].empty()) return nullptr;
            auto value = percent_decode(parts[i]);
            if (!value) return nullptr;
            values.push_back(std::move(*value));
            if (const Branch* end = down(*at.any, i + 1)) return end;
            values.pop_back();
            return nullptr;
        }
    };
    Walk walk{parts};
    const Branch* end = walk.down(root_, 0);
    if (end == nullptr) return found;
    const Method wanted = method == Method::head ? Method::get : method;
    for (const Route* route : end->routes) {
        if (route->method == wanted) {
            found.route = route;
            found.values = std::move(walk.values);
            return found;
        }
    }
    for (const Route* route : end->routes) {
        found.allow += std::string{name_of(route->method)} + ", ";
        if (route->method == Method::get) found.allow += "HEAD, ";
    }
    found.allow += "OPTIONS";
    return found;
}

} // namespace kunna::http
