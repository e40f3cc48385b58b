// The server under a load generator: bench_http serve answers small authenticated reads until SIGTERM;
// bench_http loris PORT COUNT SECONDS holds that many connections that send a byte a second.
#include "http/server.hpp"

#include <arpa/inet.h>
#include <boost/describe.hpp>
#include <cstdio>
#include <shared_mutex>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace kunna;

struct Profile {
    PersonId person{};
    std::string name{};
    std::string unit{};
    Date since{};
    std::vector<std::int64_t> roles{};
};
BOOST_DESCRIBE_STRUCT(Profile, (), (person, name, unit, since, roles))

// Sessions in memory under a lock, as a server that has seen them before holds them.
class Sessions final : public http::Gatekeeper {
public:
    Sessions() {
        for (std::int64_t account = 1; account <= 10'000; ++account) {
            auto actor = std::make_shared<access::Actor>();
            actor->account = AccountId{account};
            actor->person = PersonId{account};
            actor->grants.push_back({access::Role::employee, std::nullopt});
            held_.emplace("session-" + std::to_string(account), http::SignedIn{std::move(actor), "token"});
        }
    }
    Result<http::SignedIn> actor_of(const http::Credentials& credentials) override {
        if (auto known = remembered(credentials)) return *known;
        return refuse(Kind::unauthenticated, "http.sign_in");
    }
    std::optional<http::SignedIn> remembered(const http::Credentials& credentials) override {
        const std::shared_lock lock{guard_};
        const auto found = held_.find(std::string{credentials.session});
        return found == held_.end() ? std::nullopt : std::optional{found->second};
    }

private:
    std::shared_mutex guard_;
    std::unordered_map<std::string, http::SignedIn> held_;
};

int serve() {
    http::Router api;
    api.get("/me", {.summary = "My profile", .needs = access::Permission::view_own, .quick = true},
            [](const access::Actor& actor) -> Result<Profile> {
                return Profile{actor.person, "Åsa Öberg", "Drift och underhåll", *Date::of(2019, 8, 1), {3, 17}};
            });
    Sessions sessions;
    http::Metrics metrics;
    http::Services services;
    services.router = &api;
    services.gatekeeper = &sessions;
    services.metrics = &metrics;
    http::DispatchSettings dispatching;
    dispatching.requests_per_second_of_client = 0; // one client is all there is
    dispatching.requests_per_second_of_account = 0;
    http::Dispatch dispatch{services, dispatching};
    http::Server server{dispatch, {}};
    server.start();
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    server.run_until_signal();
    return 0;
}

int loris(int port, int count, int seconds) {
    std::vector<int> sockets;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto fresh = [&] {
        const int one = ::socket(AF_INET, SOCK_STREAM, 0);
        if (::connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return -1;
        constexpr std::string_view start = "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX: ";
        if (::send(one, start.data(), start.size(), MSG_NOSIGNAL) < 0) return -1;
        return one;
    };
    for (int i = 0; i < count; ++i) sockets.push_back(fresh());
    for (int second = 0; second < seconds; ++second) {
        for (int& one : sockets) {
            // Whoever is cut off comes back.
            if (one >= 0 && ::send(one, "x", 1, MSG_NOSIGNAL) == 1) continue;
            if (one >= 0) ::close(one);
            one = fresh();
        }
        std::this_thread::sleep_for(std::chrono::seconds{1});
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "serve") return serve();
    if (what == "loris" && argc == 5) return loris(std::atoi(argv[2]), std::atoi(argv[3]), std::atoi(argv[4]));
    std::fputs("bench_http serve | bench_http loris PORT COUNT SECONDS\n", stderr);
    return 2;
}
