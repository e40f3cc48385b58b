// Answers compressed, cached and revalidated; the embedded web files.
#include "http/compress.hpp"
#include "support/harness.hpp"

#include <boost/describe.hpp>
#include <brotli/decode.h>
#include <zlib.h>

namespace kunna::http::test {
namespace {

using testing::HasSubstr;

struct Many {
    std::vector<std::string> words{};
};
BOOST_DESCRIBE_STRUCT(Many, (), (words))

Many many(std::size_t count) {
    return Many{std::vector<std::string>(count, "kompetens")};
}

std::string unbrotli(std::string_view packed) {
    std::string plain(1 << 20, '\0');
    std::size_t size = plain.size();
    const auto result = BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()),
                                                &size, reinterpret_cast<std::uint8_t*>(plain.data()));
    EXPECT_EQ(result, BROTLI_DECODER_RESULT_SUCCESS);
    plain.resize(size);
    return plain;
}

std::string gunzip(std::string_view packed) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string plain(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

class Compressed : public testing::Test {
protected:
    void SetUp() override {
        auto& api = server.api;
        api.get("/many", {.summary = "many", .needs = Needs::nothing()}, []() -> Result<Many> { return many(500); });
        api.get("/few", {.summary = "few", .needs = Needs::nothing()}, []() -> Result<Many> { return many(5); });
        const auto cached = CachedBody<Many>::of(many(500));
        api.get("/cached", {.summary = "cached", .needs = Needs::nothing(), .quick = true},
                [cached]() -> Result<CachedBody<Many>> { return cached; });
        server.start();
    }

    Answer get(std::string_view path, std::string_view encodings) {
        return server.get(path, {{"Accept-Encoding", std::string{encodings}}});
    }

    TestServer server;
};

TEST_F(Compressed, TheClientChoosesTheEncoding) {
    for (const char* path : {"/api/v1/many", "/api/v1/cached"}) {
        const std::string plain = server.get(path).body;
        const Answer br = get(path, "gzip, deflate, br");
        EXPECT_EQ(br.header("Content-Encoding"), "br");
        EXPECT_EQ(unbrotli(br.body), plain);
        EXPECT_EQ(br.header("Vary"), "Accept-Encoding");
        const Answer gz = get(path, "gzip, br;q=0");
        EXPECT_EQ(gz.header("Content-Encoding"), "gzip");
        EXPECT_EQ(gunzip(gz.body), plain);
        EXPECT_LT(gz.body.size(), plain.size() / 10);
        EXPECT_EQ(server.get(path).header("Content-Encoding"), "");
    }
}

TEST_F(Compressed, ASmallAnswerGoesAsItIs) {
    EXPECT_EQ(get("/api/v1/few", "br").header("Content-Encoding"), "");
}

TEST_F(Compressed, ACachedAnswerIsRevalidatedByItsTag) {
    const Answer first = server.get("/api/v1/cached");
    EXPECT_EQ(first.header("Cache-Control"), "private, no-cache");
    const Answer again = server.get("/api/v1/cached", {{"If-None-Match", first.header("ETag")}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    // The connection goes on behind an answer without a body.
    Wire wire{server.port()};
    for (int i = 0; i < 3; ++i) {
        wire.send("GET /api/v1/cached HTTP/1.1\r\nHost: a\r\nIf-None-Match: " + first.header("ETag") + "\r\n\r\n");
        EXPECT_EQ(wire.receive().status, 304);
    }
}

TEST_F(Compressed, PagesOfTheUiAnswerEveryPathABrowserOpens) {
    const TestServer::Headers browser{{"Accept", "text/html,*/*;q=0.8"}};
    const Answer page = server.get("/people/17", browser);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(page.header("Cache-Control"), "no-cache");
    EXPECT_THAT(page.header("Content-Security-Policy"), HasSubstr("script-src 'self'"));
    EXPECT_EQ(page.body, server.get("/").body);
    EXPECT_EQ(server.get("/", {{"If-None-Match", page.header("ETag")}}).status, 304);
    // A missing script is missing, and nothing of the API is a page.
    EXPECT_EQ(server.get("/assets/gone-12345678.js", {{"Accept", "*/*"}}).status, 404);
    EXPECT_EQ(server.get("/api/v1/gone", browser).status, 404);
    EXPECT_EQ(server.ask("POST", "/people/17", browser, "").status, 404);
}

TEST_F(Compressed, TheApiDescribesItself) {
    const Answer document = server.get("/api/v1/openapi.json");
    EXPECT_EQ(document.status, 200);
    EXPECT_THAT(document.body, HasSubstr("\"openapi\": \"3.1.0\""));
    EXPECT_EQ(server.get("/api/docs", {{"Accept", "text/html"}}).body, server.get("/").body);
}

TEST(AcceptEncoding, WeightsDecide) {
    EXPECT_EQ(choose_encoding(""), Encoding::identity);
    EXPECT_EQ(choose_encoding("gzip"), Encoding::gzip);
    EXPECT_EQ(choose_encoding("gzip;q=1.0, br;q=0.5"), Encoding::gzip);
    EXPECT_EQ(choose_encoding("*"), Encoding::brotli);
    EXPECT_EQ(choose_encoding("*;q=0"), Encoding::identity);
    EXPECT_EQ(choose_encoding("identity, br;q=0, gzip;q=0.001"), Encoding::gzip);
    EXPECT_EQ(choose_encoding("bravo, gzipped"), Encoding::identity);
}

} // namespace
} // namespace kunna::http::test
