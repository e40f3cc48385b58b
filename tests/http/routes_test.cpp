// Declaring routes and calling them: binding, answers, permissions.
#include "support/harness.hpp"

namespace kunna::http::test {
namespace {

using access::Actor;
using access::Permission;
using access::Role;
using testing::HasSubstr;
using testing::MatchesRegex;

BOOST_DEFINE_ENUM_CLASS(Flavour, sweet, sour, default_)

struct Cake {
    std::int64_t id = 0;
    std::string name;
    std::int64_t version = 1;
    std::optional<Date> baked{};
    Flavour flavour = Flavour::sweet;
    std::vector<std::string> layers{};
    std::map<std::string, double> weights{};
};
BOOST_DESCRIBE_STRUCT(Cake, (), (id, name, version, baked, flavour, layers, weights))

struct CakePath {
    std::int64_t cake = 0;
};
BOOST_DESCRIBE_STRUCT(CakePath, (), (cake))

struct CakeQuery : PageAsked {
    std::optional<Flavour> flavour;
    std::vector<PersonId> baker;
    std::optional<bool> fresh;
};
BOOST_DESCRIBE_STRUCT(CakeQuery, (PageAsked), (flavour, baker, fresh))

struct NewCake {
    std::string name;
    Flavour flavour = Flavour::sweet;
    std::optional<Date> baked{};
    std::vector<std::string> layers{};
};
BOOST_DESCRIBE_STRUCT(NewCake, (), (name, flavour, baked, layers))

struct Rename {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (name))

Result<Cake> find(const Actor&, const CakePath& path) {
    if (path.cake != 17) return refuse(Kind::not_found, "http.not_found");
    return Cake{17, "Prinsesstårta", 4, Date::of(2026, 3, 1), Flavour::sweet, {"sponge", "cream"}, {{"g", 1.5}}};
}

Result<Created<Cake>> bake(const NewCake& wanted) {
    return Created<Cake>{"/cakes/18", Cake{18, wanted.name, 1, wanted.baked, wanted.flavour, wanted.layers, {}}};
}

class Routes : public testing::Test {
protected:
    void SetUp() override {
        server.api.get("/cakes/{cake}", {.summary = "One cake", .needs = Permission::view_people}, find);
        server.api.get("/cakes",
                       {.summary = "Cakes", .needs = {Permission::view_people, Permission::view_own}, .quick = true},
                       [](const CakeQuery& query) -> Result<Page<Cake>> {
                           Page<Cake> page;
                           for (const PersonId baker : query.baker)
                               page.items.push_back({.id = baker.value, .name = "by"});
                           if (query.flavour) page.items.push_back({.id = 1, .name = "a", .flavour = *query.flavour});
                           if (query.limit_or(50) == 1) page.next = "more & more";
                           return page;
                       });
        server.api.post("/cakes", {.summary = "Bake", .needs = Permission::edit_people}, bake);
        server.api.patch("/cakes/{cake}", {.summary = "Rename a cake", .needs = Permission::edit_people},
                         [](const CakePath& path, const Rename& to, IfMatch match) -> Result<Cake> {
                             if (!match.allows(4)) return refuse(Kind::stale, "http.stale");
                             return Cake{.id = path.cake, .name = to.name, .version = 5};
                         });
        server.api.del("/cakes/{cake}", {.summary = "Eat a cake", .needs = Permission::edit_people},
                       [](const CakePath&) -> Result<void> { return {}; });
        server.api.get("/hello", {.summary = "Hello", .needs = Needs::nothing()},
                       [](Call& call) -> Result<std::string> { return "hello in " + std::string{call.language}; });
        server.api.get("/broken", {.summary = "Breaks", .needs = Needs::sign_in()},
                       []() -> Result<std::string> { throw std::runtime_error{"secret detail"}; });
        server.api.get("/lies", {.summary = "Answers against its schema", .needs = Needs::nothing()},
                       []() -> Result<CachedBody<Cake>> {
                           return CachedBody<Cake>{std::make_shared<const Cached>(R"({"id":"seventeen"})")};
                       });
        server.start();
    }

    TestServer server;
};

TEST_F(Routes, AGetBindsItsPathAndAnswersWithJson) {
    const Answer answer = server.get("/api/v1/cakes/17");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, R"({"id":17,"name":"Prinsesstårta","version":4,"baked":"2026-03-01","flavour":"sweet",)"
                           R"("layers":["sponge","cream"],"weights":{"g":1.5}})");
    EXPECT_THAT(std::string{answer.header("ETag")}, MatchesRegex("\"4-[0-9a-f]{32}\""));
    EXPECT_EQ(answer.header("Cache-Control"), "no-store") << "the browser keeps nothing of what may be about people";
    EXPECT_EQ(answer.header("Content-Type"), "application/json");
}

TEST_F(Routes, APathThatNamesNoPossibleThingIsNotFound) {
    EXPECT_EQ(server.get("/api/v1/cakes/18").status, 404);
    const Answer answer = server.get("/api/v1/cakes/seventeen");
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(answer.code(), "http.not_found");
    EXPECT_EQ(server.get("/api/v1/cakes/1%00").status, 404);
    EXPECT_EQ(server.get("/api/v1/pies").status, 404);
}

TEST_F(Routes, AQueryBindsByNameAndRefusesWhatItDoesNotKnow) {
    const Answer good = server.get("/api/v1/cakes?flavour=default&baker=3&baker=4&limit=1");
    EXPECT_EQ(good.status, 200);
    EXPECT_THAT(good.body, HasSubstr(R"("id":3)"));
    EXPECT_THAT(good.body, HasSubstr(R"("flavour":"default")"));
    EXPECT_EQ(good.header("Link"),
              "</api/v1/cakes?flavour=default&baker=3&baker=4&limit=1&cursor=more%20%26%20more>; rel=\"next\"");
    const Answer bad = server.get("/api/v1/cakes?flavour=salt&limit=many&size=3&fresh=perhaps");
    EXPECT_EQ(bad.status, 422);
    EXPECT_THAT(bad.body, HasSubstr(R"("where":"/query/flavour","code":"input.not_one_of")"));
    EXPECT_THAT(bad.body, HasSubstr(R"("where":"/query/limit","code":"input.not_a_number")"));
    EXPECT_THAT(bad.body, HasSubstr(R"("where":"/query/size","code":"input.unknown_member")"));
    EXPECT_THAT(bad.body, HasSubstr(R"("where":"/query/fresh","code":"input.not_true_or_false")"));
    EXPECT_EQ(server.get("/api/v1/cakes?flavour=%zz").status, 400);
}

TEST_F(Routes, APostAnswersCreatedWithItsLocation) {
    const Answer answer =
        server.post("/api/v1/cakes", R"({"name":"Ost","flavour":"sour","baked":"2026-02-28","layers":["x"]})");
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(answer.header("Location"), "/api/v1/cakes/18");
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
}

TEST_F(Routes, EveryWrongMemberIsNamedByItsPointer) {
    const Answer answer =
        server.post("/api/v1/cakes", R"({"flavour":"salt","baked":"2026-02-30","layers":["a",7],"sugar":true})");
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    EXPECT_THAT(answer.body, HasSubstr(R"("where":"/name","code":"input.missing")"));
    EXPECT_THAT(answer.body, HasSubstr(R"("where":"/flavour","code":"input.not_one_of")"));
    EXPECT_THAT(answer.body, HasSubstr(R"("where":"/baked","code":"input.not_a_date")"));
    EXPECT_THAT(answer.body, HasSubstr(R"("where":"/layers/1","code":"input.not_a_text")"));
    EXPECT_THAT(answer.body, HasSubstr(R"("where":"/sugar","code":"input.unknown_member")"));
}

TEST_F(Routes, ABodyThatIsNoJsonIsMalformed) {
    EXPECT_EQ(server.post("/api/v1/cakes", R"({"name":)").status, 400);
    EXPECT_EQ(server.post("/api/v1/cakes", R"({"name":"a","name":"b"})").code(), "json.duplicate_key");
    EXPECT_EQ(server.post("/api/v1/cakes", std::string(100, '[')).code(), "json.too_deep");
    EXPECT_EQ(server.post("/api/v1/cakes", "{\"name\":\"\xC3\"}").status, 400);
    EXPECT_EQ(server.post("/api/v1/cakes", "").code(), "http.body_missing");
    EXPECT_EQ(server.ask("POST", "/api/v1/cakes", {{"Content-Type", "text/plain"}}, "{}").status, 415);
}

TEST_F(Routes, ChangingAVersionedThingNeedsTheVersion) {
    const auto patch = [&](std::string_view match) {
        return server.ask("PATCH", "/api/v1/cakes/17",
                          {{"Content-Type", "application/json"}, {"If-Match", std::string{match}}}, R"({"name":"Ny"})");
    };
    EXPECT_EQ(patch("").status, 428);
    EXPECT_EQ(patch("\"3\"").status, 412);
    EXPECT_EQ(patch("rubbish").status, 412);
    const Answer done = patch("\"4\"");
    EXPECT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.header("ETag").substr(0, 3), "\"5-");
    EXPECT_EQ(patch("\"4-0123\"").status, 200)
        << "as it came with the answer; what others are told beside is not asked";
    EXPECT_EQ(patch("\"3-0123\"").status, 412);
    EXPECT_EQ(patch("*").status, 200);
}

TEST_F(Routes, AnUnchangedThingIsNotSentAgain) {
    const std::string etag{server.get("/api/v1/cakes/17").header("ETag")};
    const Answer answer = server.get("/api/v1/cakes/17", {{"If-None-Match", "\"3\", W/" + etag}});
    EXPECT_EQ(answer.status, 304);
    EXPECT_EQ(answer.header("ETag"), etag);
    EXPECT_EQ(server.get("/api/v1/cakes/17", {{"If-None-Match", "\"4\""}}).status, 200)
        << "the version alone does not say that all of the answer is known";
}

TEST_F(Routes, ADeleteAnswersWithNothing) {
    const Answer answer = server.ask("DELETE", "/api/v1/cakes/17", {}, "");
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.header("Content-Length"), "");
}

TEST_F(Routes, HeadAndOptionsAndWrongMethodsAreAnswered) {
    const Answer head = server.ask("HEAD", "/api/v1/cakes/17", {}, "");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), std::to_string(server.get("/api/v1/cakes/17").body.size()));
    const Answer options = server.ask("OPTIONS", "/api/v1/cakes/17", {}, "");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("Allow"), "GET, HEAD, PATCH, DELETE, OPTIONS");
    const Answer wrong = server.ask("POST", "/api/v1/cakes/17", {}, "");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("Allow"), "GET, HEAD, PATCH, DELETE, OPTIONS");
}

TEST_F(Routes, OnlyThoseWithTheVerbMayCall) {
    EXPECT_EQ(server.get("/api/v1/cakes/17", {{"Authorization", "Bearer nobody"}}).status, 401);
    EXPECT_EQ(server.get("/api/v1/cakes/17", {{"Cookie", "a=b"}}).code(), "http.sign_in");
    const Answer forbidden = server.ask("DELETE", "/api/v1/cakes/17", {{"Authorization", "Bearer employee"}}, "");
    EXPECT_EQ(forbidden.status, 403);
    EXPECT_EQ(forbidden.code(), "http.forbidden");
    // Any one of several verbs is enough.
    EXPECT_EQ(server.get("/api/v1/cakes", {{"Authorization", "Bearer employee"}}).status, 200);
    EXPECT_EQ(server.get("/api/v1/cakes", {{"Authorization", "Bearer nobody"}}).status, 401);
    EXPECT_EQ(server.get("/api/v1/hello", {{"Authorization", "Bearer nobody"}}).status, 200);
}

TEST_F(Routes, TheAnswerSpeaksTheReadersLanguage) {
    EXPECT_EQ(server.get("/api/v1/hello", {{"Accept-Language", "de, sv;q=0.8, en;q=0.5"}}).body, R"("hello in sv")");
    EXPECT_EQ(server.get("/api/v1/hello").body, R"("hello in en")");
    EXPECT_THAT(server.get("/api/v1/pies", {{"Accept-Language", "sv"}}).body, HasSubstr("Finns inte"));
    EXPECT_THAT(server.get("/api/v1/pies", {{"Accept-Language", "en"}}).body, HasSubstr("Not found"));
}

TEST_F(Routes, ABreakdownSaysNothingOfWhatBroke) {
    const Answer answer = server.get("/api/v1/broken");
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(answer.body, testing::Not(HasSubstr("secret")));
    EXPECT_THAT(answer.body, HasSubstr(R"("trace":")"));
}

TEST_F(Routes, ATestServerCatchesAnAnswerThatDoesNotFitItsSchema) {
    EXPECT_EQ(server.get("/api/v1/lies").status, 500);
}

TEST(RouterAtStart, RefusesRoutesThatCannotWork) {
    Router router;
    EXPECT_THROW(router.get("/x/{y}", {.summary = "s", .needs = Needs::nothing()}, []() -> Result<void> { return {}; }),
                 std::logic_error);
    EXPECT_THROW(router.get("/x/{y}", {.summary = "s", .needs = Needs::nothing()},
                            [](const CakePath&) -> Result<void> { return {}; }),
                 std::logic_error);
    EXPECT_THROW(router.put("/c/{cake}", {.summary = "s", .needs = Needs::nothing()},
                            [](const CakePath&, const Rename&) -> Result<Cake> { return Cake{}; }),
                 std::logic_error);
    router.get("/a", {.summary = "s", .needs = Needs::nothing()}, []() -> Result<void> { return {}; });
    EXPECT_THROW(router.get("/a", {.summary = "s", .needs = Needs::nothing()}, []() -> Result<void> { return {}; }),
                 std::logic_error);
}

} // namespace
} // namespace kunna::http::test
