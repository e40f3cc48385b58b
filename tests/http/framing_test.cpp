// Requests that two readers could understand differently are refused, and the connection closed.
#include "http/framing.hpp"
#include "support/harness.hpp"

#include <fmt/format.h>

namespace kunna::http::test {
namespace {

using access::Permission;

struct Text {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Text, (), (text))

class Framed : public testing::Test {
protected:
    void SetUp() override {
        server.api.get("/a", {.summary = "a", .needs = Needs::nothing(), .quick = true},
                       []() -> Result<std::string> { return std::string{"a"}; });
        server.api.post("/echo", {.summary = "echo", .needs = Needs::nothing()},
                        [](const Text& text) -> Result<Text> { return text; });
        server.start();
    }

    // The status of the first answer, and whether the connection closed after it.
    std::pair<int, bool> tried(std::string_view request) {
        Wire wire{server.port()};
        wire.send(request);
        const int status = wire.receive().status;
        return {status, wire.closed_within(std::chrono::milliseconds{status >= 400 ? 3000 : 60})};
    }

    TestServer server;
};

struct Variant {
    std::string_view what;
    std::string request;
    int status;
};

std::string with(std::string_view headers, std::string_view body = "") {
    return "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + std::string{headers} +
           "\r\n" + std::string{body};
}

std::string line(std::string_view request_line, std::string_view headers = "Host: a\r\n") {
    return std::string{request_line} + "\r\n" + std::string{headers} + "\r\n";
}

const std::string json = R"({"text":"x"})"; // 12 bytes
const std::string chunked_json = "c\r\n" + json + "\r\n0\r\n\r\n";

const std::vector<Variant>& refused() {
    static const std::vector<Variant> variants{
        // Transfer-Encoding
        {"TE and CL", with("Content-Length: 12\r\nTransfer-Encoding: chunked\r\n", chunked_json), 400},
        {"CL and TE, the other way round", with("Transfer-Encoding: chunked\r\nContent-Length: 12\r\n", chunked_json),
         400},
        {"TE and CL 0", with("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", chunked_json), 400},
        {"TE identity", with("Transfer-Encoding: identity\r\nContent-Length: 12\r\n", json), 400},
        {"TE identity alone", with("Transfer-Encoding: identity\r\n", json), 400},
        {"TE gzip", with("Transfer-Encoding: gzip\r\n", json), 400},
        {"TE gzip, chunked", with("Transfer-Encoding: gzip, chunked\r\n", chunked_json), 400},
        {"TE chunked, identity", with("Transfer-Encoding: chunked, identity\r\n", chunked_json), 400},
        {"TE chunked twice in one line", with("Transfer-Encoding: chunked, chunked\r\n", chunked_json), 400},
        {"TE chunked in two lines", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunked_json),
         400},
        {"TE x-chunked", with("Transfer-Encoding: xchunked\r\n", chunked_json), 400},
        {"TE with a parameter", with("Transfer-Encoding: chunked;q=1\r\n", chunked_json), 400},
        {"TE quoted", with("Transfer-Encoding: \"chunked\"\r\n", chunked_json), 400},
        {"TE empty", with("Transfer-Encoding:\r\n", chunked_json), 400},
        {"TE with a space before the colon", with("Transfer-Encoding : chunked\r\n", chunked_json), 400},
        {"TE with a tab before the colon", with("Transfer-Encoding\t: chunked\r\n", chunked_json), 400},
        {"TE behind a vertical tab",
         with("Transfer-Encoding: \x0B"
              "chunked\r\n",
              chunked_json),
         400},
        {"TE folded", with("Transfer-Encoding:\r\n chunked\r\n", chunked_json), 400},
        {"TE hidden behind a fold", with("X: a\r\n\tTransfer-Encoding: chunked\r\n", chunked_json), 400},
        {"TE in HTTP/1.0",
         "POST /api/v1/echo HTTP/1.0\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: "
         "chunked\r\n\r\n" +
             chunked_json,
         400},
        // Content-Length
        {"CL twice, equal", with("Content-Length: 12\r\nContent-Length: 12\r\n", json), 400},
        {"CL twice, different", with("Content-Length: 12\r\nContent-Length: 0\r\n", json), 400},
        {"CL as a list", with("Content-Length: 12, 12\r\n", json), 400},
        {"CL with a plus", with("Content-Length: +12\r\n", json), 400},
        {"CL with a minus", with("Content-Length: -12\r\n", json), 400},
        {"CL hexadecimal", with("Content-Length: 0xc\r\n", json), 400},
        {"CL with a point", with("Content-Length: 12.0\r\n", json), 400},
        {"CL empty", with("Content-Length:\r\n", json), 400},
        {"CL with a space inside", with("Content-Length: 1 2\r\n", json), 400},
        {"CL beyond 64 bits", with("Content-Length: 99999999999999999999\r\n", json), 400},
        {"CL with a space before the colon", with("Content-Length : 12\r\n", json), 400},
        {"CL in words", with("Content-Length: twelve\r\n", json), 400},
        {"CL quoted", with("Content-Length: \"12\"\r\n", json), 400},
        // Host
        {"no Host", line("GET /api/v1/a HTTP/1.1", ""), 400},
        {"two Hosts", line("GET /api/v1/a HTTP/1.1", "Host: a\r\nHost: b\r\n"), 400},
        {"two equal Hosts", line("GET /api/v1/a HTTP/1.1", "Host: a\r\nHost: a\r\n"), 400},
        {"an empty Host", line("GET /api/v1/a HTTP/1.1", "Host:\r\n"), 400},
        {"a Host with a slash", line("GET /api/v1/a HTTP/1.1", "Host: a/b\r\n"), 400},
        {"a Host list", line("GET /api/v1/a HTTP/1.1", "Host: a, b\r\n"), 400},
        {"a Host with a user", line("GET /api/v1/a HTTP/1.1", "Host: a@b\r\n"), 400},
        {"a folded Host", line("GET /api/v1/a HTTP/1.1", "Host:\r\n a\r\n"), 400},
        {"a Host with a space before the colon", line("GET /api/v1/a HTTP/1.1", "Host : a\r\n"), 400},
        // Lines
        {"bare line feeds", "GET /api/v1/a HTTP/1.1\nHost: a\n\n", 400},
        {"one bare line feed", "GET /api/v1/a HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400},
        {"a bare carriage return", "GET /api/v1/a HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", 400},
        {"two carriage returns", "GET /api/v1/a HTTP/1.1\r\r\nHost: a\r\n\r\n", 400},
        {"a NUL in a value", "GET /api/v1/a HTTP/1.1\r\nHost: a\r\nX: a" + std::string(1, '\0') + "b\r\n\r\n", 400},
        {"a control byte in a value", line("GET /api/v1/a HTTP/1.1", "Host: a\r\nX: \x01\r\n"), 400},
        {"DEL in a value", line("GET /api/v1/a HTTP/1.1", "Host: a\r\nX: \x7F\r\n"), 400},
        {"a header without a colon", line("GET /api/v1/a HTTP/1.1", "Host: a\r\nnonsense\r\n"), 400},
        {"a header without a name", line("GET /api/v1/a HTTP/1.1", "Host: a\r\n: b\r\n"), 400},
        {"a header name in brackets", line("GET /api/v1/a HTTP/1.1", "Host: a\r\n[x]: b\r\n"), 400},
        {"a space before the first header", line("GET /api/v1/a HTTP/1.1", " Host: a\r\n"), 400},
        {"an empty line before the request", "\r\nGET /api/v1/a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a hundred and one headers",
         line("GET /api/v1/a HTTP/1.1",
              [] {
                  std::string many = "Host: a\r\n";
                  for (int i = 0; i < 100; ++i) many += "X: y\r\n";
                  return many;
              }()),
         431},
        // The request line
        {"two spaces after the method", line("GET  /api/v1/a HTTP/1.1"), 400},
        {"two spaces before the version", line("GET /api/v1/a  HTTP/1.1"), 400},
        {"a tab instead of a space", line("GET\t/api/v1/a HTTP/1.1"), 400},
        {"a space behind the version", line("GET /api/v1/a HTTP/1.1 "), 400},
        {"no version", line("GET /api/v1/a"), 400},
        {"version in lower case", line("GET /api/v1/a http/1.1"), 400},
        {"version 1.2", line("GET /api/v1/a HTTP/1.2"), 505},
        {"version 2.0", line("GET /api/v1/a HTTP/2.0"), 505},
        {"version 1.10", line("GET /api/v1/a HTTP/1.10"), 400},
        {"a method with a bracket", line("G(T /api/v1/a HTTP/1.1"), 400},
        {"absolute form", line("GET http://a/api/v1/a HTTP/1.1"), 400},
        {"authority form", line("CONNECT a:443 HTTP/1.1"), 400},
        {"asterisk form", line("OPTIONS * HTTP/1.1"), 400},
        {"a target of two slashes", line("GET //evil.example/ HTTP/1.1"), 400},
        {"a target with a fragment", line("GET /api/v1/a#b HTTP/1.1"), 400},
        {"a target with a backslash", line("GET /api\\v1/a HTTP/1.1"), 400},
        {"a target with dot segments", line("GET /api/../api/v1/a HTTP/1.1"), 400},
        {"a target with raw UTF-8", line("GET /api/v1/\xC3\xA5 HTTP/1.1"), 400},
        {"a target beyond 8 KiB", line("GET /" + std::string(9000, 'a') + " HTTP/1.1"), 414},
        {"an unknown expectation", with("Expect: 200-ok\r\nContent-Length: 12\r\n", json), 417},
        {"HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        // Chunks
        {"a chunk size that is no number", with("Transfer-Encoding: chunked\r\n", "zz\r\n" + json + "\r\n0\r\n\r\n"),
         400},
        {"a chunk size with a minus", with("Transfer-Encoding: chunked\r\n", "-c\r\n" + json + "\r\n0\r\n\r\n"), 400},
        {"a chunk size in 0x", with("Transfer-Encoding: chunked\r\n", "0xc\r\n" + json + "\r\n0\r\n\r\n"), 400},
        {"a chunk size beyond 64 bits",
         with("Transfer-Encoding: chunked\r\n", "fffffffffffffffffff\r\n" + json + "\r\n0\r\n\r\n"), 400},
        {"a chunk ended by a bare line feed", with("Transfer-Encoding: chunked\r\n", "c\n" + json + "\n0\n\n"), 400},
        {"a chunk longer than it says", with("Transfer-Encoding: chunked\r\n", "5\r\n" + json + "\r\n0\r\n\r\n"), 400},
    };
    return variants;
}

TEST_F(Framed, WhatIsUnclearIsRefusedAndTheConnectionClosed) {
    EXPECT_GE(refused().size(), 60U);
    for (const Variant& variant : refused()) {
        const auto [status, closed] = tried(variant.request);
        EXPECT_EQ(status, variant.status) << variant.what;
        EXPECT_TRUE(closed) << variant.what;
    }
}

TEST_F(Framed, WhatIsClearIsAnsweredAndTheConnectionStays) {
    const std::vector<Variant> variants{
        {"a plain GET", line("GET /api/v1/a HTTP/1.1"), 200},
        {"a POST with a length", with("Content-Length: 12\r\n", json), 200},
        {"a length with zeros in front", with("Content-Length: 0012\r\n", json), 200},
        {"a chunked POST", with("Transfer-Encoding: chunked\r\n", chunked_json), 200},
        {"Chunked in capitals", with("Transfer-Encoding: CHUNKED\r\n", chunked_json), 200},
        {"chunks of several sizes and an extension",
         with("Transfer-Encoding: chunked\r\n", "2;a=b\r\n{\"\r\nA\r\ntext\":\"x\"}\r\n0\r\n\r\n"), 200},
        {"a chunked POST with a trailer",
         with("Transfer-Encoding: chunked\r\n", "c\r\n" + json + "\r\n0\r\nX-After: y\r\n\r\n"), 200},
        {"a port in Host", line("GET /api/v1/a HTTP/1.1", "Host: a:8080\r\n"), 200},
        {"an IPv6 Host", line("GET /api/v1/a HTTP/1.1", "Host: [::1]:8080\r\n"), 200},
        {"header names in any case and no space", line("GET /api/v1/a HTTP/1.1", "hOST:a\r\n"), 200},
        {"UTF-8 in a header", line("GET /api/v1/a HTTP/1.1", "Host: a\r\nX: \xC3\xA5\r\n"), 200},
    };
    for (const Variant& variant : variants) {
        const auto [status, closed] = tried(variant.request);
        EXPECT_EQ(status, variant.status) << variant.what;
        EXPECT_FALSE(closed) << variant.what;
    }
}

TEST_F(Framed, Http10ClosesUnlessAskedToStay) {
    EXPECT_EQ(tried("GET /api/v1/a HTTP/1.0\r\n\r\n").first, 200);
    Wire wire{server.port()};
    wire.send("GET /api/v1/a HTTP/1.0\r\n\r\n");
    EXPECT_EQ(wire.receive().header("Connection"), "close");
    EXPECT_TRUE(wire.closed_within(std::chrono::seconds{3}));
    Wire kept{server.port()};
    kept.send("GET /api/v1/a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.receive().header("Connection"), "keep-alive");
}

TEST_F(Framed, ATrailerDoesNotPassForAHeader) {
    server.stop();
    TestServer second;
    second.api.post("/who", {.summary = "who", .needs = Permission::edit_people},
                    [](const Text& text) -> Result<Text> { return text; });
    second.start();
    Wire wire{second.port()};
    wire.send("POST /api/v1/who HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: "
              "chunked\r\n\r\nc\r\n" +
              json + "\r\n0\r\nAuthorization: Bearer hr\r\n\r\n");
    EXPECT_EQ(wire.receive().status, 401);
}

TEST_F(Framed, PipelinedRequestsAreAnsweredInOrder) {
    Wire wire{server.port()};
    std::string many;
    for (int i = 0; i < 50; ++i) {
        const std::string body = fmt::format(R"({{"text":"{:03}"}})", i);
        many += with(fmt::format("Content-Length: {}\r\n", body.size()), body);
        many += line("GET /api/v1/a HTTP/1.1");
    }
    wire.send(many);
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(wire.receive().body, fmt::format(R"({{"text":"{:03}"}})", i));
        EXPECT_EQ(wire.receive().body, R"("a")");
    }
}

TEST_F(Framed, ARequestMayComeByteByByte) {
    Wire wire{server.port()};
    for (const char c : with("Transfer-Encoding: chunked\r\n", chunked_json)) wire.send(std::string_view{&c, 1});
    EXPECT_EQ(wire.receive().body, json);
    wire.send(line("GET /api/v1/a HTTP/1.1"));
    EXPECT_EQ(wire.receive().status, 200);
}

TEST_F(Framed, AnEmptyChunkedBodyMayComeByteByByte) {
    Wire wire{server.port()};
    for (const char c : with("Transfer-Encoding: chunked\r\n", "0\r\nX-After: y\r\n\r\n"))
        wire.send(std::string_view{&c, 1});
    const Answer answer = wire.receive();
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(answer.code(), "http.body_missing");
}

TEST_F(Framed, ABodyNobodyAskedForIsNotTakenForTheNextRequest) {
    const std::string hidden = line("GET /api/v1/a HTTP/1.1");
    Wire wire{server.port()};
    wire.send("GET /api/v1/a HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(hidden.size()) + "\r\n\r\n" +
              hidden);
    EXPECT_EQ(wire.receive().status, 400);
    EXPECT_EQ(wire.receive().status, 0);
    // Nor is the body of a request that is refused for its address.
    Wire other{server.port()};
    other.send("POST /api/v1/nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(hidden.size()) +
               "\r\n\r\n" + hidden);
    EXPECT_EQ(other.receive().status, 404);
    EXPECT_EQ(other.receive().status, 0);
}

} // namespace
} // namespace kunna::http::test
