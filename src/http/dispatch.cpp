// From a request to its reply.
#include "http/dispatch.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "base/texts.hpp"
#include "db/db.hpp"
#include "http/headers.hpp"
#include "http/openapi.hpp"
#include "http/problem.hpp"

#include <cstring>
#include <sodium.h>
#include <system_error>

namespace kunna::http {

namespace {

const access::Actor nobody{};

} // namespace

Dispatch::Dispatch(Services services, DispatchSettings settings) :
    services_(std::move(services)), settings_(std::move(settings)),
    clients_(settings_.requests_per_second_of_client, settings_.burst_of_client),
    accounts_(settings_.requests_per_second_of_account, settings_.burst_of_account) {
    std::vector<std::pair<std::string, std::string>> labels;
    for (const Route& route : services_.router->routes()) {
        if (route.needs_db && services_.db == nullptr) throw std::logic_error{route.path + " needs a database"};
        slots_.emplace(&route, labels.size());
        labels.emplace_back(name_of(route.method), route.path);
    }
    labels.emplace_back("*", "other");
    openapi_ = std::make_shared<const Cached>(openapi(*services_.router, settings_.version));
    if (services_.metrics != nullptr) services_.metrics->slots(labels);
}

Plan Dispatch::plan(const Request& request) {
    Plan plan;
    plan.slot = slots_.size();
    plan.logged = "other";
    plan.language = texts::choose(request.header("accept-language"), settings_.language);
    plan.trace = trace_of(request.header("traceparent"));
    const std::string_view path = request.path();

    if (path == "/livez") {
        plan.logged = path;
        plan.reply = json_reply(200, R"({"status":"alive"})");
        plan.quick = true;
        return plan;
    }
    if (path == "/readyz") {
        plan.logged = path;
        plan.readiness = true;
        return plan;
    }
    if (clients_.on()) {
        const auto verdict = clients_.take(request.client, services_.clock->now());
        if (!verdict.allowed) {
            Error error = refuse(Kind::too_many, "http.too_many");
            error.values = {{"seconds", std::to_string(verdict.retry_after_s)}};
            plan.reply = problem(error, plan);
            plan.reply->set("RateLimit-Policy",
                            fmt::format("\"client\";q={};w={}", clients_.burst(), clients_.window_s()));
            plan.reply->set("RateLimit", fmt::format("\"client\";r=0;t={}", verdict.retry_after_s));
            return plan;
        }
    }

    auto match = services_.router->match(request.method, path);
    if (match.route != nullptr) {
        plan.route = match.route;
        plan.values = std::move(match.values);
        plan.slot = slots_.at(plan.route);
        plan.logged = plan.route->path;
        plan.quick = plan.route->quick;
        plan.limit = plan.route->body_limit;
        if (plan.route->takes_upload) {
            plan.body = Plan::Body::uploaded;
        } else if (plan.route->body != nullptr) {
            plan.body = Plan::Body::buffered;
        }
        return plan;
    }
    if (auto documentation = describe(request)) {
        plan.logged = "documentation";
        plan.reply = std::move(*documentation);
        return plan;
    }
    if (!match.allow.empty()) {
        if (request.method == Method::options) {
            Reply reply;
            reply.status = 204;
            plan.reply = std::move(reply);
        } else {
            Error error = refuse(Kind::not_found, "http.method_not_allowed");
            error.values = {{"method", std::string{name_of(request.method)}}, {"allow", match.allow}};
            plan.reply = problem_reply(405, "title.malformed", error, plan.language, plan.trace);
        }
        plan.reply->set("Allow", match.allow);
        return plan;
    }
    if (!path.starts_with("/api/") || path == "/api/docs") plan.reply = web_reply(request);
    if (plan.reply) {
        plan.logged = "web";
        plan.quick = true;
    } else {
        plan.reply = problem(refuse(Kind::not_found, "http.not_found"), plan);
    }
    return plan;
}

// The API as it is, for programs; people read it at /api/docs, a page of the web UI.
std::optional<Reply> Dispatch::describe(const Request& request) const {
    const std::string& prefix = services_.router->prefix();
    const std::string_view path = request.path();
    if (request.method != Method::get && request.method != Method::head) return std::nullopt;
    if (path.substr(0, prefix.size()) != prefix) return std::nullopt;
    const std::string_view rest = path.substr(prefix.size());
    if (rest == "/openapi.json") {
        Reply reply = cached_reply(openapi_);
        reply.set("Cache-Control", "no-cache");
        return reply;
    }
    return std::nullopt;
}

Plan Dispatch::unplanned() const {
    Plan plan;
    plan.slot = slots_.size();
    plan.logged = "unreadable";
    plan.trace = fresh_trace();
    return plan;
}

Result<void> Dispatch::identify(Plan& plan, const Request& request, bool from_memory, bool& unknown) {
    unknown = false;
    if (plan.who) return {};
    const Credentials credentials = credentials_of(request);
    if (!credentials.given()) return {};
    if (from_memory) {
        plan.who = services_.gatekeeper->remembered(credentials);
        unknown = !plan.who;
        return {};
    }
    auto who = services_.gatekeeper->actor_of(credentials);
    if (who.ok()) {
        plan.who = std::move(*who);
    } else if (plan.route->needs.needs_actor()) {
        return std::move(who).error();
    }
    return {};
}

bool Dispatch::same_origin(const Request& request) const {
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    const std::string_view origin = request.header("origin");
    if (origin.empty()) return !site.empty();
    if (!settings_.origins.empty()) {
        return std::find(settings_.origins.begin(), settings_.origins.end(), origin) != settings_.origins.end();
    }
    const std::string expected = fmt::format("{}://{}", request.secure ? "https" : "http", request.header("host"));
    return origin == expected;
}

Result<void> Dispatch::permit(const Plan& plan, const Request& request) const {
    const Needs& needs = plan.route->needs;
    if (!plan.who && needs.needs_actor()) return refuse(Kind::unauthenticated, "http.sign_in");
    if (!is_safe(request.method) && credentials_of(request).token.empty()) {
        const bool says = !request.header("origin").empty() || !request.header("sec-fetch-site").empty();
        // Without a cookie there is nothing to ride on, but a page of another site may not sign anyone in either.
        if ((plan.who || says) && !same_origin(request)) return refuse(Kind::forbidden, "http.cross_site");
        if (plan.who && needs.needs_actor()) {
            const std::string_view given = request.header("x-csrf-token");
            const std::string& wanted = plan.who->csrf;
            if (wanted.empty() || given.size() != wanted.size() ||
                sodium_memcmp(given.data(), wanted.data(), wanted.size()) != 0) {
                return refuse(Kind::forbidden, "http.csrf");
            }
        }
    }
    if (needs.needs_actor() && !needs.met_by(*plan.who->actor)) return access::lacks(needs.any_of().front());
    return {};
}

std::optional<Reply> Dispatch::admit(Plan& plan, const Request& request) {
    if (plan.reply || plan.readiness || plan.admitted) return std::nullopt;
    bool unknown = false;
    auto identified = identify(plan, request, false, unknown);
    if (!identified.ok()) return problem(identified.error(), plan);
    if (plan.who) plan.language = texts::choose(request.header("accept-language"), plan.who->actor->language);
    const auto permitted = permit(plan, request);
    if (!permitted.ok()) return problem(permitted.error(), plan);
    if (plan.who && accounts_.on()) {
        const auto verdict = accounts_.take(std::to_string(plan.who->actor->account.value), services_.clock->now());
        if (!verdict.allowed) {
            Error error = refuse(Kind::too_many, "http.too_many");
            error.values = {{"seconds", std::to_string(verdict.retry_after_s)}};
            Reply reply = problem(error, plan);
            reply.set("RateLimit", fmt::format("\"account\";r=0;t={}", verdict.retry_after_s));
            return reply;
        }
    }
    plan.admitted = true;
    return std::nullopt;
}

std::optional<Reply> Dispatch::answer_quickly(Plan& plan, Request& request) {
    if (plan.reply) {
        Reply reply = std::move(*plan.reply);
        finish(reply, request);
        return reply;
    }
    if (!plan.quick) return std::nullopt;
    bool unknown = false;
    const auto remembered = identify(plan, request, true, unknown);
    if (unknown) return std::nullopt;
    return answer(plan, request);
}

Reply Dispatch::answer(Plan& plan, Request& request) {
    Reply reply = run(plan, request);
    try {
        finish(reply, request);
    } catch (const std::exception& broken) {
        log::error("http.broken",
                   {{"route", plan.logged}, {"trace", plan.trace}, {"what", std::string_view{broken.what()}}});
        reply = broken_reply(plan.language, plan.trace);
    }
    return reply;
}

// The one place where exceptions are caught.
Reply Dispatch::run(Plan& plan, Request& request) {
    const auto broken = [&](const char* what) {
        log::error("http.broken", {{"route", plan.logged}, {"trace", plan.trace}, {"what", std::string_view{what}}});
    };
    try {
        if (plan.reply) return std::move(*plan.reply);
        if (plan.readiness) return readiness();
        if (auto refused = admit(plan, request)) return std::move(*refused);
        auto handled = handle(plan, request);
        if (handled.ok()) {
            if (settings_.check_answers) check_answer(*plan.route, *handled);
            return std::move(*handled);
        }
        const Error& error = handled.error();
        // What cannot be read at all is a malformed request, not a wrong value.
        if (error.code.substr(0, 5) == "json." || error.code == "query.malformed" ||
            error.code == "http.body_missing") {
            return problem_reply(400, "title.malformed", error, plan.language, plan.trace);
        }
        if (error.code == "http.not_json")
            return problem_reply(415, "title.malformed", error, plan.language, plan.trace);
        return problem(error, plan);
    } catch (const db::StorageFull& full) {
        broken(full.what());
        return problem(refuse(Kind::storage_full, "http.storage_full"), plan);
    } catch (const db::Unavailable& away) {
        broken(away.what());
        return problem(refuse(Kind::unavailable, "http.unavailable"), plan);
    } catch (const db::Constraint& rule) {
        broken(rule.what());
        return problem(refuse(Kind::conflict, "http.conflict"), plan);
    } catch (const std::system_error& failed) {
        broken(failed.what());
        if (failed.code() == std::errc::no_space_on_device)
            return problem(refuse(Kind::storage_full, "http.storage_full"), plan);
        return broken_reply(plan.language, plan.trace);
    } catch (const std::exception& failed) {
        broken(failed.what());
        return broken_reply(plan.language, plan.trace);
    }
}

Result<Reply> Dispatch::handle(Plan& plan, Request& request) {
    const Route& route = *plan.route;
    const Credentials credentials = credentials_of(request);
    Call call{.request = request, .actor = plan.who ? *plan.who->actor : nobody};
    call.db = services_.db;
    call.language = plan.language;
    call.session = credentials.session;
    call.csrf = plan.who ? std::string_view{plan.who->csrf} : std::string_view{};
    call.trace = plan.trace;
    call.now = services_.clock->now();
    call.path_values = plan.values;
    json::Node body;
    if (route.body != nullptr) {
        const std::string_view type = request.header("content-type");
        const std::string_view bare = text::trim(type.substr(0, type.find(';')));
        if (bare != "application/json") return refuse(Kind::invalid, "http.not_json");
        if (request.body.empty()) return refuse(Kind::invalid, "http.body_missing");
        body = TRY(json::parse(request.body));
        call.body = &body;
    }
    if (route.takes_upload) {
        if (!request.upload) return refuse(Kind::invalid, "http.body_missing");
        call.upload = std::move(request.upload);
        request.upload.reset();
    }
    const std::string_view key = request.header("idempotency-key");
    const bool once = route.method == Method::post && !key.empty() && plan.who && services_.idempotency != nullptr &&
                      route.kind != Route::Answer::file && route.kind != Route::Answer::events && !route.takes_upload;
    Reply reply = once ? TRY(handle_once(plan, call, key)) : TRY(route.run(call));
    for (std::string& cookie : call.cookies) reply.headers.emplace_back("Set-Cookie", std::move(cookie));
    if (route.kind == Route::Answer::file && reply.content_type.empty()) reply.content_type = route.produces;
    return reply;
}

Reply Dispatch::readiness() {
    bool ready = true;
    std::string checks;
    for (const ReadyCheck& check : services_.ready) {
        bool good = false;
        try {
            good = check.ready();
        } catch (const std::exception& failed) {
            log::warn("readyz.failed", {{"check", check.name}, {"what", std::string_view{failed.what()}}});
        }
        ready = ready && good;
        if (!checks.empty()) checks += ',';
        json::write_text(checks, check.name);
        checks += good ? ":true" : ":false";
    }
    return json_reply(ready ? 200 : 503,
                      fmt::format(R"({{"status":"{}","checks":{{{}}}}})", ready ? "ready" : "not ready", checks));
}

Reply Dispatch::problem(const Error& error, const Plan& plan) const {
    return problem_reply(error, plan.language, plan.trace);
}

Reply Dispatch::transport_problem(int status, const Error& error, const Request& request, const Plan& plan) const {
    const std::string_view language =
        plan.language.empty() ? texts::choose(request.header("accept-language"), settings_.language) : plan.language;
    const std::string_view title = status == 413 || status == 431 ? "title.too_large"
                                   : status == 503                ? "title.unavailable"
                                                                  : "title.malformed";
    Reply reply = problem_reply(status, title, error, language, plan.trace);
    finish(reply, request);
    return reply;
}

void Dispatch::check_answer(const Route& route, const Reply& reply) const {
    if (route.kind != Route::Answer::json || route.answer == nullptr || reply.status >= 300) return;
    const auto node = json::parse(reply.content());
    if (!node.ok()) throw std::logic_error{route.path + " answered with broken JSON"};
    const auto wrong = misfits(*route.answer, *node);
    if (!wrong.empty()) throw std::logic_error{route.path + " answered against its schema: " + wrong.front()};
}

} // namespace kunna::http
