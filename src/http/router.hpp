// Router: routes that describe themselves. The input and output types come from the handler's signature.
//
//   void declare_routes(http::Router& api) {
//       api.post("/assessments", {.summary = "Record a person's level in a skill",
//                                 .needs = Permission::record_assessment}, assessments::record);
//   }
//
// A handler is a function or lambda Result<Out>(arguments…); arguments in any order out of
//   db::Db&   const access::Actor&   http::Call&   http::IfMatch   http::Upload (by value or &&)
//   one described struct of path placeholders and query parameters; for POST, PUT and PATCH the last struct is the
//   JSON body (with one struct only: the body when the path has no placeholder, else the placeholders).
#pragma once

#include "http/bind.hpp"

#include <boost/describe.hpp>
#include <deque>
#include <memory>

namespace kunna::http {

class Router {
public:
    // file tells the folder, which becomes the tag; a builtin, since clang 14 has no std::source_location.
    explicit Router(std::string prefix = "/api/v1") : prefix_(std::move(prefix)) {}
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    template <class F>
    void get(std::string_view path, About about, F handler, const char* file = __builtin_FILE()) {
        declare(Method::get, path, about, std::move(handler), file);
    }
    template <class F>
    void post(std::string_view path, About about, F handler, const char* file = __builtin_FILE()) {
        declare(Method::post, path, about, std::move(handler), file);
    }
    template <class F>
    void put(std::string_view path, About about, F handler, const char* file = __builtin_FILE()) {
        declare(Method::put, path, about, std::move(handler), file);
    }
    template <class F>
    void patch(std::string_view path, About about, F handler, const char* file = __builtin_FILE()) {
        declare(Method::patch, path, about, std::move(handler), file);
    }
    template <class F>
    void del(std::string_view path, About about, F handler, const char* file = __builtin_FILE()) {
        declare(Method::del, path, about, std::move(handler), file);
    }

    [[nodiscard]] const std::deque<Route>& routes() const { return routes_; }
    [[nodiscard]] const std::string& prefix() const { return prefix_; }

    struct Match {
        const Route* route = nullptr;
        std::vector<std::string> values; // of the placeholders, percent-decoded
        std::string allow;               // when another method would do: "GET, HEAD, POST"
    };
    // The path as sent, without its query. HEAD finds the GET route.
    [[nodiscard]] Match match(Method method, std::string_view path) const;

private:
    struct Branch {
        std::map<std::string, std::unique_ptr<Branch>, std::less<>> named;
        std::unique_ptr<Branch> any; // a placeholder
        std::vector<const Route*> routes;
    };

    template <class F>
    void declare(Method method, std::string_view path, const About& about, F handler, const char* file) {
        Route& route = add(method, path, about, file);
        detail::bind(route, std::move(handler));
        check(route);
    }
    Route& add(Method method, std::string_view path, const About& about, std::string_view file);
    // Throws std::logic_error when what was declared cannot work: a programming error, found at start and in tests.
    void check(const Route& route);

    std::string prefix_;
    std::deque<Route> routes_; // a deque: routes keep their address
    Branch root_;
};

} // namespace kunna::http
