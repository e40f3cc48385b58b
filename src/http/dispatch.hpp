// Dispatch: from a request to its reply. Finds the route and the actor, checks permission, origin and versions, reads
// the input, calls the handler, and turns refusals and breakdowns into problems. Knows no sockets.
#pragma once

#include "http/gatekeeper.hpp"
#include "http/idempotency.hpp"
#include "http/metrics.hpp"
#include "http/rate_limit.hpp"
#include "http/router.hpp"
#include "http/web_files.hpp"

#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace kunna::http {

struct ReadyCheck {
    std::string name; // "database"
    std::function<bool()> ready;
};

// What the server stands on; everything outlives it.
struct Services {
    const Router* router = nullptr;
    Gatekeeper* gatekeeper = nullptr;
    db::Db* db = nullptr;               // null only where no handler takes one
    Idempotency* idempotency = nullptr; // without it the Idempotency-Key is ignored
    Metrics* metrics = nullptr;
    const Clock* clock = &system_clock();
    std::vector<ReadyCheck> ready{};
};

struct DispatchSettings {
    // Origins the UI may be served from, such as https://kunna.example.org; empty: the one the Host header names.
    std::vector<std::string> origins{};
    std::string temp_folder{"/tmp"};
    // A client's address, and an account. 0 is no limit.
    double requests_per_second_of_client = 1000; // an office may share one address
    double burst_of_client = 5000;
    double requests_per_second_of_account = 100;
    double burst_of_account = 1000;
    std::string language{"sv"};   // when nobody asks for another
    std::string version{"0.1.0"}; // in openapi.json
    bool check_answers = false;   // tests: an answer that does not fit its schema is a breakdown
};

// What is known of a request once its head has been read.
struct Plan {
    enum class Body : std::uint8_t { none, buffered, uploaded };

    const Route* route = nullptr;
    std::vector<std::string> values{};
    std::size_t slot = 0;      // of the metrics
    std::string_view logged{}; // the route's template
    Body body = Body::none;
    std::uint64_t limit = 0; // of the body
    bool quick = false;
    bool readiness = false;
    std::optional<Reply> reply{}; // already decided
    std::optional<SignedIn> who{};
    bool admitted = false; // actor and permission are checked
    std::string language{};
    std::string trace{};
};

class Dispatch {
public:
    Dispatch(Services services, DispatchSettings settings);

    // On the I/O thread, after the head.
    Plan plan(const Request& request);
    // Before an upload's body is taken: who, may they. A reply when not.
    std::optional<Reply> admit(Plan& plan, const Request& request);
    // The whole work; on a worker.
    Reply answer(Plan& plan, Request& request);
    // On the I/O thread; nothing when a worker must do it.
    std::optional<Reply> answer_quickly(Plan& plan, Request& request);
    // Of a request that could not be read: only a trace and the place it is counted in.
    Plan unplanned() const;
    // A refusal of the transport itself.
    Reply transport_problem(int status, const Error& error, const Request& request, const Plan& plan) const;

    [[nodiscard]] const DispatchSettings& settings() const { return settings_; }
    [[nodiscard]] const Services& services() const { return services_; }

private:
    Reply run(Plan& plan, Request& request);
    Result<Reply> handle(Plan& plan, Request& request);
    Result<Reply> handle_once(Plan& plan, Call& call, std::string_view key);
    Result<void> identify(Plan& plan, const Request& request, bool from_memory, bool& unknown);
    Result<void> permit(const Plan& plan, const Request& request) const;
    Reply readiness();
    std::optional<Reply> describe(const Request& request) const;
    Reply problem(const Error& error, const Plan& plan) const;
    void check_answer(const Route& route, const Reply& reply) const;
    bool same_origin(const Request& request) const;

    Services services_;
    DispatchSettings settings_;
    std::shared_ptr<const Cached> openapi_{};
    RateLimit clients_;
    RateLimit accounts_;
    std::unordered_map<const Route*, std::size_t> slots_{};
    std::mutex running_guard_{};
    std::unordered_set<std::string> running_{}; // idempotency keys under way on this node
};

// What every reply leaves with: security headers, caching, ETag answers, compression, HEAD.
void finish(Reply& reply, const Request& request);

} // namespace kunna::http
