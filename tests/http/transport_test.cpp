// Limits, slow clients, uploads, streams and stopping.
#include "base/log.hpp"
#include "support/harness.hpp"

#include <boost/describe.hpp>
#include <condition_variable>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace kunna::http::test {
namespace {

using access::Permission;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;

struct Text {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Text, (), (text))

struct Received {
    std::int64_t bytes = 0;
    std::string filename;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(Received, (), (bytes, filename, type))

// A door that opens when the test says so.
struct Door {
    std::mutex guard;
    std::condition_variable moved;
    bool open = false;
    int waiting = 0;

    void pass() {
        std::unique_lock lock{guard};
        ++waiting;
        moved.notify_all();
        moved.wait(lock, [&] { return open; });
    }
    void unlock() {
        const std::lock_guard lock{guard};
        open = true;
        moved.notify_all();
    }
    void await(int count) {
        std::unique_lock lock{guard};
        moved.wait(lock, [&] { return waiting >= count; });
    }
};

std::string get(std::string_view path, std::string_view headers = "") {
    return fmt::format("GET /api/v1{} HTTP/1.1\r\nHost: a\r\n{}\r\n", path, headers);
}

class Transport : public testing::Test {
protected:
    void SetUp() override {
        auto& api = server.api;
        api.get("/quick", {.summary = "quick", .needs = Needs::nothing(), .quick = true},
                []() -> Result<std::string> { return std::string{"quick"}; });
        api.get("/slow", {.summary = "slow", .needs = Needs::nothing()}, [this]() -> Result<std::string> {
            door.pass();
            return std::string{"slow"};
        });
        api.get("/big", {.summary = "big", .needs = Needs::nothing()},
                []() -> Result<std::string> { return std::string(8 << 20, 'x'); });
        api.post("/echo", {.summary = "echo", .needs = Needs::nothing()},
                 [](const Text& text) -> Result<Text> { return text; });
        api.post("/small", {.summary = "small", .needs = Needs::nothing(), .body_limit = 100},
                 [](const Text& text) -> Result<Text> { return text; });
        api.post(
            "/files", {.summary = "upload", .needs = Permission::import_files, .body_limit = 1 << 20},
            [this](Upload upload) -> Result<Received> {
                kept_path = upload.path();
                std::ifstream file{upload.path(), std::ios::binary};
                const std::string content{std::istreambuf_iterator<char>{file}, {}};
                EXPECT_EQ(content.size(), upload.size());
                return Received{static_cast<std::int64_t>(upload.size()), upload.filename(), upload.content_type()};
            });
        api.get("/rows.csv", {.summary = "rows", .needs = Needs::nothing(), .produces = "text/csv"},
                []() -> Result<File> {
                    auto left = std::make_shared<int>(1000);
                    return File{"text/csv", "rader åäö.csv", {}, [left](std::string& piece) {
                                    piece += std::string(999, 'r') + '\n';
                                    return --*left > 0;
                                }};
                });
        api.get("/breaks.csv", {.summary = "breaks", .needs = Needs::nothing(), .produces = "text/csv"},
                []() -> Result<File> {
                    auto pieces = std::make_shared<int>(0);
                    return File{"text/csv", "breaks.csv", {}, [pieces](std::string& piece) {
                                    if (++*pieces > 3) throw std::runtime_error{"lost"};
                                    piece = "row\n";
                                    return true;
                                }};
                });
        api.get("/events", {.summary = "events", .needs = Needs::nothing()}, [](Call& call) -> Result<EventStream> {
            auto at = std::make_shared<int>(call.last_event().empty() ? 0 : std::stoi(std::string{call.last_event()}));
            return EventStream{[at](std::vector<Event>& fresh) {
                                   ++*at;
                                   fresh.push_back({std::to_string(*at), "progress", fmt::format("{}\nline two", *at)});
                                   return *at < 3;
                               },
                               5};
        });
        api.get("/quiet", {.summary = "quiet", .needs = Needs::nothing()}, [this](Call&) -> Result<EventStream> {
            return EventStream{[this](std::vector<Event>&) {
                                   ++polls;
                                   return true;
                               },
                               5};
        });
        server.settings.head_time = milliseconds{300};
        server.settings.idle_time = milliseconds{300};
        server.settings.transfer_grace = milliseconds{300};
        server.settings.stall_time = milliseconds{500};
        server.settings.heartbeat = milliseconds{50};
    }

    TestServer server;
    Door door;
    std::string kept_path;
    std::atomic<int> polls{0};
};

TEST_F(Transport, ASlowHeadIsCutOff) {
    server.start();
    Wire wire{server.port()};
    wire.send("GET /api/v1/quick HTTP/1.1\r\nHo");
    EXPECT_EQ(wire.receive().status, 408);
    EXPECT_TRUE(wire.closed_within(seconds{5}));
}

TEST_F(Transport, AByteNowAndThenDoesNotKeepAHeadAlive) {
    server.start();
    Wire wire{server.port()};
    wire.send("GET /api/v1/quick HTTP/1.1\r\nX: ");
    bool cut = false;
    for (int i = 0; i < 100 && !cut; ++i) {
        wire.send("x");
        cut = wire.read_until("408", milliseconds{20}).find("408") != std::string::npos;
    }
    EXPECT_TRUE(cut);
}

TEST_F(Transport, ASlowBodyIsCutOff) {
    server.start();
    Wire wire{server.port()};
    wire.send(
        "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
    EXPECT_EQ(wire.receive().status, 408);
}

TEST_F(Transport, ASilentConnectionIsClosed) {
    server.start();
    Wire never{server.port()};
    EXPECT_TRUE(never.closed_within(seconds{5}));
    Wire once{server.port()};
    once.send(get("/quick"));
    EXPECT_EQ(once.receive().status, 200);
    EXPECT_TRUE(once.closed_within(seconds{5}));
}

TEST_F(Transport, AClientThatDoesNotTakeItsAnswerIsClosed) {
    server.start();
    Wire wire{server.port()};
    wire.send(get("/big"));
    for (int i = 0; i < 500 && server.server().connections() > 0; ++i) std::this_thread::sleep_for(milliseconds{10});
    EXPECT_EQ(server.server().connections(), 0U);
}

TEST_F(Transport, ALargeAnswerArrivesWhole) {
    server.start();
    Wire wire{server.port()};
    wire.send(get("/big"));
    const Answer answer = wire.receive();
    EXPECT_EQ(answer.body.size(), (8U << 20U) + 2);
}

TEST_F(Transport, SlowClientsHarmNobody) {
    server.settings.head_time = seconds{20};
    server.start();
    std::vector<std::unique_ptr<Wire>> slow;
    for (int i = 0; i < 300; ++i) {
        slow.push_back(std::make_unique<Wire>(server.port()));
        slow.back()->send("GET /api/v1/quick HTTP/1.1\r\nX: ");
    }
    Wire wire{server.port()};
    for (int i = 0; i < 100; ++i) {
        wire.send(get("/quick"));
        ASSERT_EQ(wire.receive().status, 200);
    }
}

TEST_F(Transport, AHeadAndABodyHaveTheirLimits) {
    server.start();
    Wire head{server.port()};
    head.send("GET /api/v1/quick HTTP/1.1\r\nHost: a\r\nX: " + std::string(17000, 'x') + "\r\n\r\n");
    EXPECT_EQ(head.receive().status, 431);
    Wire declared{server.port()};
    declared.send(
        "POST /api/v1/small HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 101\r\n\r\n");
    EXPECT_EQ(declared.receive().status, 413);
    Wire chunked{server.port()};
    chunked.send("POST /api/v1/small HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                 "chunked\r\n\r\n40\r\n" +
                 std::string(64, ' ') + "\r\n40\r\n" + std::string(64, ' ') + "\r\n");
    EXPECT_EQ(chunked.receive().status, 413);
    EXPECT_EQ(server.post("/api/v1/small", R"({"text":"fits"})").status, 200);
}

TEST_F(Transport, BodiesTogetherHaveALimit) {
    server.settings.buffered_bodies = 1000;
    server.start();
    Wire first{server.port()};
    first.send(
        "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{");
    std::this_thread::sleep_for(milliseconds{50});
    EXPECT_EQ(server.post("/api/v1/echo", R"({"text":")" + std::string(200, 'x') + "\"}").status, 503);
    first.close();
    for (int i = 0; i < 100 && server.server().connections() > 0; ++i) std::this_thread::sleep_for(milliseconds{10});
    EXPECT_EQ(server.post("/api/v1/echo", R"({"text":")" + std::string(200, 'x') + "\"}").status, 200);
}

TEST_F(Transport, AFullQueueAnswersBusyAndQuickRoutesGoOn) {
    server.settings.workers = 1;
    server.settings.queue_limit = 1;
    server.start();
    Wire working{server.port()};
    working.send(get("/slow"));
    door.await(1);
    Wire queued{server.port()};
    queued.send(get("/slow"));
    for (int i = 0; i < 1000 && server.server().queued() == 0; ++i) std::this_thread::sleep_for(milliseconds{5});
    ASSERT_EQ(server.server().queued(), 1U);
    const Answer refused = server.post("/api/v1/echo", R"({"text":"x"})");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_EQ(server.get("/api/v1/quick").status, 200);
    door.unlock();
    EXPECT_EQ(working.receive().status, 200);
    EXPECT_EQ(queued.receive().status, 200);
}

TEST_F(Transport, AnUploadIsStreamedToAFileThatGoesAfterwards) {
    server.start();
    const Answer answer =
        server.ask("POST", "/api/v1/files", {{"X-Filename", "../../r%C3%A5data.csv"}, {"Content-Type", "text/csv"}},
                   std::string(300'000, 'x'));
    EXPECT_EQ(answer.body, R"({"bytes":300000,"filename":"rådata.csv","type":"text/csv"})");
    EXPECT_FALSE(kept_path.empty());
    for (int i = 0; i < 100 && std::filesystem::exists(kept_path); ++i) std::this_thread::sleep_for(milliseconds{5});
    EXPECT_FALSE(std::filesystem::exists(kept_path));
}

TEST_F(Transport, WhoMayNotUploadIsToldBeforeTheBody) {
    server.start();
    Wire wire{server.port()};
    wire.send("POST /api/v1/files HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\nAuthorization: Bearer "
              "employee\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(wire.receive().status, 403);
    Wire allowed{server.port()};
    allowed.send("POST /api/v1/files HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nAuthorization: Bearer hr\r\nExpect: "
                 "100-continue\r\n\r\n");
    EXPECT_THAT(allowed.read_until("100 Continue\r\n\r\n"), HasSubstr("100 Continue"));
    allowed.send("abc");
    EXPECT_EQ(allowed.receive().status, 200);
    EXPECT_EQ(server.ask("POST", "/api/v1/files", {}, std::string((1 << 20) + 1, 'x')).status, 413);
}

TEST_F(Transport, ATornUploadLeavesNothing) {
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("kunna-torn-{}", ::getpid());
    std::filesystem::create_directory(folder);
    server.dispatching.temp_folder = folder.string();
    server.start();
    {
        Wire wire{server.port()};
        wire.send("POST /api/v1/files HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\nAuthorization: Bearer "
                  "hr\r\n\r\nhalf of it");
        for (int i = 0; i < 500 && std::filesystem::is_empty(folder); ++i) std::this_thread::sleep_for(milliseconds{2});
        EXPECT_FALSE(std::filesystem::is_empty(folder));
    }
    for (int i = 0; i < 500 && !std::filesystem::is_empty(folder); ++i) std::this_thread::sleep_for(milliseconds{5});
    EXPECT_TRUE(std::filesystem::is_empty(folder));
    std::filesystem::remove_all(folder);
}

TEST_F(Transport, AFileIsMadeWhileItIsSent) {
    server.start();
    const Answer answer = server.get("/api/v1/rows.csv");
    EXPECT_EQ(answer.body.size(), 1'000'000U);
    EXPECT_EQ(answer.header("Content-Type"), "text/csv");
    EXPECT_EQ(answer.header("Content-Disposition"),
              "attachment; filename=\"rader ______.csv\"; filename*=UTF-8''rader%20%C3%A5%C3%A4%C3%B6.csv");
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
}

TEST_F(Transport, AFileThatBreaksInTheMiddleDoesNotLookWhole) {
    server.start();
    Wire wire{server.port()};
    wire.send(get("/breaks.csv"));
    const std::string all = wire.read_until("0\r\n\r\n", seconds{3});
    EXPECT_THAT(all, HasSubstr("row\n"));
    EXPECT_THAT(all, testing::Not(HasSubstr("0\r\n\r\n")));
    EXPECT_TRUE(wire.closed_within(seconds{3}));
}

TEST_F(Transport, EventsComeAsTheyHappenAndGoOnWhereTheyStopped) {
    server.start();
    Wire wire{server.port()};
    wire.send(get("/events"));
    const Answer all = wire.receive();
    EXPECT_EQ(all.header("Content-Type"), "text/event-stream");
    EXPECT_EQ(all.body,
              "id: 1\nevent: progress\ndata: 1\ndata: line two\n\nid: 2\nevent: progress\ndata: 2\ndata: line two\n\n"
              "id: 3\nevent: progress\ndata: 3\ndata: line two\n\n");
    Wire later{server.port()};
    later.send(get("/events", "Last-Event-ID: 2\r\n"));
    EXPECT_EQ(later.receive().body, "id: 3\nevent: progress\ndata: 3\ndata: line two\n\n");
}

TEST_F(Transport, AnEventStreamBeatsAndEndsWhenTheClientLeaves) {
    server.start();
    {
        Wire wire{server.port()};
        wire.send(get("/quiet"));
        EXPECT_THAT(wire.read_until(": still here"), HasSubstr(": still here"));
    }
    for (int i = 0; i < 500 && server.server().connections() > 0; ++i) std::this_thread::sleep_for(milliseconds{5});
    EXPECT_EQ(server.server().connections(), 0U);
    const int then = polls;
    std::this_thread::sleep_for(milliseconds{50});
    EXPECT_EQ(polls, then);
}

TEST_F(Transport, StoppingFinishesWhatIsInFlight) {
    server.start();
    Wire idle{server.port()};
    idle.send(get("/quick"));
    EXPECT_EQ(idle.receive().status, 200);
    Wire stream{server.port()};
    stream.send(get("/quiet"));
    EXPECT_THAT(stream.read_until("text/event-stream"), HasSubstr("200"));
    std::vector<std::unique_ptr<Wire>> working;
    for (int i = 0; i < 4; ++i) {
        working.push_back(std::make_unique<Wire>(server.port()));
        working.back()->send(get("/slow"));
    }
    door.await(4);
    std::thread stopping{[&] { server.stop(); }};
    EXPECT_TRUE(idle.closed_within(seconds{2}));
    const auto port = server.port();
    bool refused = false;
    for (int i = 0; i < 200 && !refused; ++i) {
        try {
            Wire late{port};
            refused = late.closed_within(milliseconds{20});
        } catch (const std::exception&) {
            refused = true;
        }
    }
    EXPECT_TRUE(refused);
    door.unlock();
    for (const auto& wire : working) {
        const Answer answer = wire->receive();
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.header("Connection"), "close");
    }
    stopping.join();
    EXPECT_EQ(server.server().connections(), 0U);
}

TEST_F(Transport, TheLogNamesTheRouteAndNeverTheThing) {
    server.settings.log_requests = true;
    server.start();
    std::string lines;
    std::mutex guard;
    log::divert([&](std::string_view more) {
        const std::lock_guard lock{guard};
        lines += more;
    });
    server.ask("GET", "/api/v1/quick?name=Anna",
               {{"traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}}, "");
    server.get("/api/v1/nowhere/Anna");
    server.stop();
    log::divert([](std::string_view) {});
    const std::lock_guard lock{guard};
    EXPECT_THAT(lines, HasSubstr(R"("method":"GET","route":"/api/v1/quick","status":200)"));
    EXPECT_THAT(lines, HasSubstr(R"("trace":"0af7651916cd43dd8448eb211c80319c")"));
    EXPECT_THAT(lines, HasSubstr(R"("route":"other","status":404)"));
    EXPECT_THAT(lines, testing::Not(HasSubstr("Anna")));
}

TEST_F(Transport, MetricsHaveTheirOwnListener) {
    server.settings.metrics_port = 0;
    server.start();
    server.get("/api/v1/quick");
    // A request is counted when its last byte has been sent, which the client may see first.
    Answer answer;
    for (int i = 0; i < 200 && answer.body.find("route=\"/api/v1/quick\"") == std::string::npos; ++i) {
        Wire wire{server.server().metrics_port()};
        wire.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
        answer = wire.receive();
    }
    EXPECT_THAT(answer.body,
                HasSubstr("kunna_http_requests_total{method=\"GET\",route=\"/api/v1/quick\",status=\"200\"} 1\n"));
    EXPECT_THAT(
        answer.body,
        HasSubstr(
            "kunna_http_request_duration_seconds_bucket{method=\"GET\",route=\"/api/v1/quick\",le=\"+Inf\"} 1\n"));
    EXPECT_THAT(answer.body, HasSubstr("# TYPE kunna_http_queue_length gauge\n"));
    EXPECT_EQ(server.get("/metrics").status, 404);
}

TEST_F(Transport, AliveAndReadyAreTwoThings) {
    bool ready = false;
    server.services.ready.push_back({"database", [&] { return ready; }});
    server.start();
    EXPECT_EQ(server.get("/livez").status, 200);
    EXPECT_EQ(server.get("/readyz").status, 503);
    ready = true;
    EXPECT_EQ(server.get("/readyz").body, R"({"status":"ready","checks":{"database":true}})");
}

TEST_F(Transport, APortInUseIsToldWithItsReason) {
    server.start();
    TestServer second;
    second.settings.port = server.port();
    EXPECT_THROW(second.start(), std::runtime_error);
}

} // namespace
} // namespace kunna::http::test
