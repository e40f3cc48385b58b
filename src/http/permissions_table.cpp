// The permissions as a table, for people.
#include "http/openapi.hpp"

namespace kunna::http {

namespace {

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

} // namespace

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
