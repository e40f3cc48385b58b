// What guards a browser's session: origins, the CSRF token, cookies, security headers; and what guards the server.
#include "http/cursor.hpp"
#include "http/rate_limit.hpp"
#include "support/harness.hpp"

#include <boost/describe.hpp>

namespace kunna::http::test {
namespace {

using access::Permission;
using testing::HasSubstr;

struct Text {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Text, (), (text))

class Guarded : public testing::Test {
protected:
    void SetUp() override {
        auto& api = server.api;
        api.get("/thing", {.summary = "thing", .needs = Needs::sign_in()}, []() -> Result<Text> { return Text{"x"}; });
        api.post("/thing", {.summary = "change", .needs = Permission::edit_people},
                 [](const Text& text) -> Result<Text> { return text; });
        api.post("/sign-in", {.summary = "sign in", .needs = Needs::nothing()},
                 [](Call& call, const Text& text) -> Result<Text> {
                     call.set_cookie(session_cookie, "fresh", 3600);
                     call.drop_cookie("__Host-old");
                     return text;
                 });
    }

    Answer post(TestServer::Headers headers, std::string_view path = "/api/v1/thing") {
        return server.post(path, R"({"text":"x"})", std::move(headers));
    }

    TestServer server;
    const std::pair<std::string, std::string> cookie{"Cookie", "other=1; __Host-kunna=session"};
    const std::pair<std::string, std::string> csrf{"X-CSRF-Token", "the-csrf-token"};
    const std::pair<std::string, std::string> origin{"Origin", "http://kunna.test"};
};

TEST_F(Guarded, AChangeByCookieNeedsOriginAndToken) {
    server.start();
    EXPECT_EQ(post({cookie, csrf, origin}).status, 200);
    EXPECT_EQ(post({cookie, csrf, {"Sec-Fetch-Site", "same-origin"}}).status, 200);
    EXPECT_EQ(post({cookie, origin}).code(), "http.csrf");
    EXPECT_EQ(post({cookie, origin, {"X-CSRF-Token", "the-csrf-tokem"}}).code(), "http.csrf");
    EXPECT_EQ(post({cookie, csrf}).code(), "http.cross_site");
    EXPECT_EQ(post({cookie, csrf, {"Origin", "http://evil.test"}}).code(), "http.cross_site");
    EXPECT_EQ(post({cookie, csrf, {"Origin", "null"}}).code(), "http.cross_site");
    EXPECT_EQ(post({cookie, csrf, {"Origin", "https://kunna.test"}}).code(), "http.cross_site");
    EXPECT_EQ(post({cookie, csrf, origin, {"Sec-Fetch-Site", "cross-site"}}).code(), "http.cross_site");
    EXPECT_EQ(post({cookie, csrf, origin, {"Sec-Fetch-Site", "same-site"}}).code(), "http.cross_site");
    EXPECT_EQ(server.get("/api/v1/thing", {cookie}).status, 200);
}

TEST_F(Guarded, AChangeByTokenNeedsNeither) {
    server.start();
    EXPECT_EQ(post({}).status, 200);
    EXPECT_EQ(post({{"Authorization", "bearer hr"}, {"Origin", "http://evil.test"}}).status, 200);
    // A token that is wrong is not helped by a cookie.
    EXPECT_EQ(post({{"Authorization", "Bearer wrong"}, cookie, csrf, origin}).status, 401);
}

TEST_F(Guarded, AnotherSiteMaySignNobodyIn) {
    server.start();
    EXPECT_EQ(post({{"Cookie", "a=b"}}, "/api/v1/sign-in").status, 200);
    EXPECT_EQ(post({{"Cookie", "a=b"}, {"Origin", "http://evil.test"}}, "/api/v1/sign-in").status, 403);
    EXPECT_EQ(post({{"Cookie", "a=b"}, {"Sec-Fetch-Site", "cross-site"}}, "/api/v1/sign-in").status, 403);
}

TEST_F(Guarded, OnlyNamedOriginsCountWhenThereAreAny) {
    server.dispatching.origins = {"https://kunna.example.org"};
    server.start();
    EXPECT_EQ(post({cookie, csrf, origin}).status, 403);
    EXPECT_EQ(post({cookie, csrf, {"Origin", "https://kunna.example.org"}}).status, 200);
}

TEST_F(Guarded, OnlyATrustedProxySpeaksForTheClient) {
    server.start();
    EXPECT_EQ(post({cookie, csrf, {"Origin", "https://kunna.test"}, {"X-Forwarded-Proto", "https"}}).status, 403);
    EXPECT_EQ(server.get("/api/v1/thing", {{"X-Forwarded-Proto", "https"}}).header("Strict-Transport-Security"), "");
    server.stop();
    server.settings.trusted_proxies = {"127.0.0.1"};
    server.start();
    EXPECT_EQ(post({cookie, csrf, {"Origin", "https://kunna.test"}, {"X-Forwarded-Proto", "https"}}).status, 200);
    EXPECT_EQ(server.get("/api/v1/thing", {{"X-Forwarded-Proto", "https"}}).header("Strict-Transport-Security"),
              "max-age=31536000");
}

TEST_F(Guarded, CookiesAreForThisHostAlone) {
    server.start();
    const Answer answer = post({{"Cookie", "a=b"}}, "/api/v1/sign-in");
    EXPECT_THAT(answer.head,
                HasSubstr("Set-Cookie: __Host-kunna=fresh; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600\r\n"));
    EXPECT_THAT(answer.head,
                HasSubstr("Set-Cookie: __Host-old=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0\r\n"));
}

TEST_F(Guarded, EveryAnswerCarriesTheSecurityHeaders) {
    server.start();
    for (const char* path : {"/api/v1/thing", "/api/v1/nowhere", "/", "/livez", "/api/docs"}) {
        const Answer answer = server.get(path);
        EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff") << path;
        EXPECT_THAT(answer.header("Content-Security-Policy"), HasSubstr("frame-ancestors 'none'")) << path;
        EXPECT_EQ(answer.header("Cross-Origin-Resource-Policy"), "same-origin") << path;
        EXPECT_EQ(answer.header("Referrer-Policy"), "same-origin") << path;
    }
    EXPECT_EQ(server.get("/api/v1/thing").header("Cache-Control"), "no-store");
    EXPECT_EQ(server.get("/api/v1/thing").header("Content-Security-Policy"),
              "default-src 'none'; frame-ancestors 'none'; sandbox");
}

TEST_F(Guarded, AnAnonymousReaderCannotTellWhatExists) {
    server.start();
    const auto body = [&](std::string_view path) {
        std::string text = server.get(path, {{"Cookie", "a=b"}}).body;
        return text.substr(0, text.find("\"trace\""));
    };
    EXPECT_EQ(body("/api/v1/nowhere"), body("/api/v1/elsewhere/17"));
}

TEST_F(Guarded, AClientThatAsksTooOftenWaits) {
    server.dispatching.requests_per_second_of_client = 0.5;
    server.dispatching.burst_of_client = 2;
    server.start();
    EXPECT_EQ(server.get("/api/v1/thing").status, 200);
    EXPECT_EQ(server.get("/api/v1/thing").status, 200);
    const Answer refused = server.get("/api/v1/thing");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "2");
    EXPECT_EQ(refused.header("RateLimit"), "\"client\";r=0;t=2");
    EXPECT_EQ(server.get("/livez").status, 200);
}

TEST_F(Guarded, AnAccountThatAsksTooOftenWaitsWhereverItAsksFrom) {
    server.dispatching.requests_per_second_of_account = 0.5;
    server.dispatching.burst_of_account = 1;
    server.start();
    EXPECT_EQ(server.get("/api/v1/thing").status, 200);
    EXPECT_EQ(server.get("/api/v1/thing").status, 429);
    EXPECT_EQ(server.get("/api/v1/thing", {{"Authorization", "Bearer employee"}}).status, 200);
}

TEST(RateLimit, TokensFlowBackWithTime) {
    RateLimit limit{2.0, 4.0};
    Instant now{1'000'000};
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(limit.take("a", now).allowed);
    EXPECT_FALSE(limit.take("a", now).allowed);
    EXPECT_TRUE(limit.take("b", now).allowed);
    now = now + std::chrono::milliseconds{500};
    EXPECT_TRUE(limit.take("a", now).allowed);
    EXPECT_FALSE(limit.take("a", now).allowed);
    now = now + std::chrono::hours{1};
    EXPECT_EQ(limit.take("a", now).remaining, 3);
}

TEST(Cursor, ComesBackAsItWasGivenOut) {
    const std::string cursor = seal_cursor("people by name", {"Å \"quoted\"", "17"});
    EXPECT_EQ(cursor.find_first_of("+/= \""), std::string::npos);
    const auto opened = open_cursor("people by name", cursor);
    ASSERT_TRUE(opened.ok());
    EXPECT_THAT(*opened, testing::ElementsAre("Å \"quoted\"", "17"));
}

TEST(Cursor, OfAnotherListOrOfOnesOwnMakingIsRefused) {
    std::string cursor = seal_cursor("people by name", {"17"});
    EXPECT_FALSE(open_cursor("people by unit", cursor).ok());
    EXPECT_FALSE(open_cursor("people by name", "").ok());
    EXPECT_FALSE(open_cursor("people by name", "WyIxNyJd").ok());
    for (std::size_t i = 0; i < cursor.size(); ++i) {
        std::string forged = cursor;
        forged[i] = forged[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(open_cursor("people by name", forged).ok()) << i;
    }
    std::array<unsigned char, 32> key{1, 2, 3};
    set_cursor_key(key);
    EXPECT_FALSE(open_cursor("people by name", cursor).ok());
}

} // namespace
} // namespace kunna::http::test
