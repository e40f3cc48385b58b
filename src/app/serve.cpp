// kunna serve: the wiring of the server, on one page.
#include "access/accounts.hpp"
#include "app/api.hpp"
#include "app/command.hpp"
#include "app/gatekeeper.hpp"
#include "app/queries.hpp"
#include "base/log.hpp"
#include "http/cursor.hpp"
#include "http/server.hpp"
#include "imports/imports.hpp"
#include "plans/work.hpp"
#include "rounds/reminders.hpp"
#include "settings/settings.hpp"
#include "skills/catalogue.hpp"
#include "strategy/alarm.hpp"

#include <filesystem>
#include <iostream>
#include <malloc.h>
#include <sodium.h>
#include <thread>

namespace kunna::app {

namespace {

struct ServeOptions {
    Place place{};
    std::string address{"127.0.0.1"};
    std::uint16_t port = 8080;
    std::optional<std::uint16_t> metrics_port{};
    std::vector<std::string> origins{};
    std::vector<std::string> proxies{};
    double limit = 200; // requests a second of one client
};

// The same 32 bytes on every node of the tenant.
std::array<unsigned char, 32> server_secret(db::Db& db) {
    const auto kept = db.transact([](db::Tx& tx) -> Result<std::string> {
        if (const auto found = tx.one<std::string>(queries::server_secret)) return *found;
        std::array<unsigned char, 32> fresh{};
        randombytes_buf(fresh.data(), fresh.size());
        std::string hex(fresh.size() * 2 + 1, '\0');
        sodium_bin2hex(hex.data(), hex.size(), fresh.data(), fresh.size());
        hex.pop_back();
        tx.run(queries::keep_server_secret, {{"value", hex}});
        return hex;
    });
    std::array<unsigned char, 32> bytes{};
    sodium_hex2bin(bytes.data(), bytes.size(), kept->data(), kept->size(), nullptr, nullptr, nullptr);
    return bytes;
}

void register_figures(http::Metrics& metrics, db::Db& db, insights::Workforces& workforces) {
    metrics.gauge("kunna_trail_entries", "Entries of the trail of changes",
                  [&db] { return static_cast<double>(db.version()); });
    metrics.gauge("kunna_snapshot_bytes", "Memory of the picture of the workforce", [&workforces] {
        const auto picture = workforces.remembered();
        return picture ? static_cast<double>(picture->snapshot().bytes()) : 0.0;
    });
    metrics.counter("kunna_snapshot_builds_total", "Times the whole picture was read",
                    [&workforces] { return static_cast<double>(workforces.built().whole); });
    metrics.counter("kunna_snapshot_refreshes_total", "Times some people of it were read anew",
                    [&workforces] { return static_cast<double>(workforces.built().partial); });
}

bool disk_has_room(const std::string& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    return error || space.available > (std::uintmax_t{16} << 20U);
}

// glibc keeps, in each of up to eight arenas a core, the most that one ever needed; and whichever worker asks first
// makes the sums of the whole workforce. An arena a core is enough and halves the memory of a large company's server.
// Columns of everybody, which forecasts make anew for each question, are given back when they have been answered.
void keep_memory_small() {
    ::mallopt(M_ARENA_MAX, static_cast<int>(std::max(2U, std::thread::hardware_concurrency())));
    ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
}

// Taken out of the environment, so that the processes that read documents do not inherit it.
notices::SmtpSecrets mail_secrets() {
    const char* password = std::getenv("KUNNA_SMTP_PASSWORD");
    notices::SmtpSecrets secrets{.password = password == nullptr ? "" : password};
    ::unsetenv("KUNNA_SMTP_PASSWORD");
    return secrets;
}

int serve(const ServeOptions& asked, db::Db& db) {
    keep_memory_small();
    const Clock& clock = system_clock();
    http::set_cursor_key(server_secret(db));
    (void)db.transact([](db::Tx& tx) -> Result<void> {
        skills::ensure_scales(tx);
        return {};
    });
    access::Sessions sessions{db};
    Doorkeeper doorkeeper{sessions};
    KeptAnswers answers{db};
    insights::Workforces workforces{db};
    scenarios::Grounds grounds{db, workforces};
    analytics::Histories histories{db, workforces};
    http::Metrics metrics;
    register_figures(metrics, db, workforces);
    jobs::Runner runner{db, {.log = [](std::string_view what) { log::error("job.broken", {{"detail", what}}); }}};

    plans::add_kinds(runner, workforces);
    imports::add_kinds(runner, std::filesystem::path{asked.place.database.empty() ? asked.place.data : "/tmp"});

    const notices::SmtpSecrets secrets = mail_secrets();
    notices::add_kinds(runner, secrets);
    notices::Sender sender{db, {.secrets = secrets, .log = [](std::string_view what) {
                                    log::error("mail.broken", {{"detail", what}});
                                }}};
    rounds::add_notices(sender);
    strategy::add_notices(sender, workforces);

    taxonomies::Matchers matchers{db};
    documents::Reader reader{"/proc/self/exe"};
    http::Router api;
    declare_all(api, {&sessions, &workforces, &grounds, &histories, &runner, &matchers, &reader, &sender, clock.now(),
                      asked.place.database.empty() ? asked.place.data : ""});
    http::DispatchSettings settings;
    settings.origins = asked.origins;
    settings.requests_per_second_of_client = asked.limit;
    settings.burst_of_client = asked.limit * 5;
    settings.requests_per_second_of_account = asked.limit / 2;
    settings.burst_of_account = asked.limit * 5;
    settings.version = KUNNA_VERSION;
    if (asked.place.database.empty()) settings.temp_folder = asked.place.data;
    const std::string folder = settings.temp_folder;
    http::Dispatch dispatch{{.router = &api,
                             .gatekeeper = &doorkeeper,
                             .db = &db,
                             .idempotency = &answers,
                             .metrics = &metrics,
                             .clock = &clock,
                             .ready = {{"database",
                                        [&db] {
                                            return db.read([](db::Tx& tx) {
                                                return tx.one<std::int64_t>(queries::assessments).has_value();
                                            });
                                        }},
                                       {"disk", [folder] { return disk_has_room(folder); }}}},
                            settings};
    http::ServerSettings transport;
    transport.address = asked.address;
    transport.port = asked.port;
    transport.metrics_port = asked.metrics_port;
    transport.trusted_proxies = asked.proxies;
    http::Server server{dispatch, transport};
    // The first picture before the first request, so that nobody waits for it.
    workforces.current();
    server.heed_signals();
    server.start();
    runner.start();
    sender.start();
    matchers.keep_ready([](const std::exception& error) { log::error("index.broken", {{"detail", error.what()}}); });

    const std::string url = "http://localhost:" + std::to_string(server.port());
    log::info("server.started", {{"port", std::int64_t{server.port()}}, {"version", KUNNA_VERSION}});
    std::cout << "Kunna " KUNNA_VERSION "  " << url << '\n';
    if (const auto link = access::first_administrator_link(db))
        std::cout << "Create the first administrator (once, within a day):  " << url << *link << '\n';
    std::cout << std::flush;
    server.run_until_signal();
    sender.stop();
    runner.stop();
    log::info("server.stopped");
    log::flush();
    return done;
}

} // namespace

void add_serve(CLI::App& app, int& code) {
    auto* command = app.add_subcommand("serve", "Serve the web pages and the API");
    auto asked = std::make_shared<ServeOptions>();
    asked->place.add_to(*command);
    command->add_option("--address", asked->address, "Where to listen; TLS is the work of a proxy in front")
        ->capture_default_str();
    command->add_option("--port", asked->port, "0: any free one")->capture_default_str();
    command->add_option("--metrics-port", asked->metrics_port, "Prometheus figures, on 127.0.0.1 only");
    command->add_option("--origin", asked->origins, "Address that users see, such as https://kunna.example.org");
    command->add_option("--trusted-proxy", asked->proxies, "Address of a proxy whose X-Forwarded-* are believed");
    command->add_option("--requests-per-second", asked->limit, "Of one client; 0 is no limit")->capture_default_str();
    command->callback(
        [&code, asked] { code = with_db(asked->place, Use::write, [&](db::Db& db) { return serve(*asked, db); }); });
}

} // namespace kunna::app
