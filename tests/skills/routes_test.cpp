// The HTTP face of skills: who may and who may not, and what each answer says.
#include "skills/routes.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"

namespace kunna::skills {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

class SkillRoutes : public test::SmallCompany {
protected:
    http::test::TestServer server;

    void SetUp() override {
        server.gate.token("bo", employee(bo));
        server.gate.token("anna", manager(anna));
        server.gate.token("hr", hr());
        server.gate.token("learning", learning());
        server.gate.token("office", hr_of_office());
        declare_routes(server.api);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    static constexpr const char* welding =
        R"({"name":{"sv":"Svetsning","en":"Welding"},"description":{"sv":"","en":""},"alternative":{"sv":[],"en":[]},)"
        R"("kind":"technical","anchors":[{"level":2,"text":{"sv":"Med stöd","en":"With support"}}],)"
        R"("hours_per_level":80,"retired":false})";
    static constexpr const char* fitter = R"({"name":{"sv":"Montör","en":"Fitter"},"description":{"sv":"","en":""}})";
};

TEST_P(SkillRoutes, NobodyIsToldAnythingWithoutSigningIn) {
    for (const char* path : {"/skills", "/skills/1", "/scales", "/packs", "/roles", "/roles/1", "/people/2/roles"})
        EXPECT_EQ(server.as("", "GET", path).status, 401) << path;
    EXPECT_EQ(server.as("", "POST", "/skills", welding).status, 401);
    EXPECT_EQ(server.as("", "POST", "/packs/core").status, 401);
}

TEST_P(SkillRoutes, WhoLacksTheVerbIsRefused) {
    for (const char* who : {"bo", "anna"}) {
        EXPECT_EQ(server.as(who, "POST", "/skills", welding).status, 403);
        EXPECT_EQ(server.as(who, "PUT", "/skills/1", welding, "\"1\"").status, 403);
        EXPECT_EQ(server.as(who, "POST", "/skills/groups", R"({"name":{"sv":"X","en":""}})").status, 403);
        EXPECT_EQ(server.as(who, "POST", "/packs/core").status, 403);
        EXPECT_EQ(server.as(who, "POST", "/roles", fitter).status, 403);
        EXPECT_EQ(server.as(who, "POST", "/people/2/roles", R"({"role":1})").status, 403);
        EXPECT_EQ(server.as(who, "DELETE", "/people/2/roles/1").status, 403);
        EXPECT_EQ(server.as(who, "GET", "/skills").status, 200);
    }
}

TEST_P(SkillRoutes, ASkillIsAddedWithLocationAndEditedOnlyFromItsVersion) {
    const Answer added = server.as("learning", "POST", "/skills", welding);
    ASSERT_EQ(added.status, 201) << added.body;
    EXPECT_THAT(added.header("Location"), HasSubstr("/skills/1"));
    const Answer read = server.as("bo", "GET", "/skills/1");
    EXPECT_EQ(read.status, 200);
    EXPECT_THAT(read.body, HasSubstr(R"("text":{"sv":"Med stöd","en":"With support"})"));
    EXPECT_THAT(read.body, HasSubstr(R"("key":"kunna")"));
    EXPECT_FALSE(read.header("ETag").empty());
    EXPECT_EQ(server.as("hr", "PUT", "/skills/1", welding).status, 428);
    std::string longer = welding;
    longer.replace(longer.find("80"), 2, "90");
    EXPECT_EQ(server.as("hr", "PUT", "/skills/1", longer, read.header("ETag")).status, 200);
    EXPECT_EQ(server.as("hr", "PUT", "/skills/1", welding, read.header("ETag")).status, 412);
    EXPECT_EQ(server.as("bo", "GET", "/skills/99").status, 404);
    const Answer twice = server.as("hr", "POST", "/skills", welding);
    EXPECT_EQ(twice.status, 422);
    EXPECT_THAT(twice.body, HasSubstr("skill.name_taken"));
}

TEST_P(SkillRoutes, APackIsInstalledOnceAndTheCatalogueShowsIt) {
    const Answer first = server.as("hr", "POST", "/packs/tech");
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(first.body, R"({"skills":24,"roles":9})");
    EXPECT_EQ(server.as("hr", "POST", "/packs/tech").body, R"({"skills":0,"roles":0})");
    EXPECT_EQ(server.as("hr", "POST", "/packs/demonstration").status, 404);
    EXPECT_THAT(server.as("bo", "GET", "/skills").body, HasSubstr(R"("key":"programming")"));
    EXPECT_THAT(server.as("bo", "GET", "/packs").body, Not(HasSubstr("demonstration")));
    EXPECT_THAT(server.as("bo", "GET", "/scales").body, HasSubstr(R"("max":5)"));
    EXPECT_THAT(server.as("bo", "GET", "/roles").body, HasSubstr(R"("key":"backend_developer")"));
}

TEST_P(SkillRoutes, ARoleGetsAProfileAndARequirementOutsideTheScaleIsNamedByItsPointer) {
    ASSERT_EQ(server.as("hr", "POST", "/skills", welding).status, 201);
    ASSERT_EQ(server.as("learning", "POST", "/roles", fitter).status, 201);
    const auto profile = [](int level) {
        return R"({"valid_from":"2026-11-21","note":"Första","requirements":[{"skill":1,"level":)" +
               std::to_string(level) + R"(,"importance":3,"must":true}]})";
    };
    const Answer wrong = server.as("hr", "POST", "/roles/1/profiles", profile(7));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("/requirements/0/level"));
    const Answer added = server.as("hr", "POST", "/roles/1/profiles", profile(3));
    ASSERT_EQ(added.status, 201) << added.body;
    EXPECT_THAT(added.body, HasSubstr(R"("level":3,"importance":3,"must":true)"));
    EXPECT_THAT(server.as("bo", "GET", "/roles/1?as_of=2026-11-20").body, HasSubstr(R"("versions":[{)"));
    EXPECT_THAT(server.as("bo", "GET", "/roles/1?as_of=2026-11-20").body, Not(HasSubstr(R"("requirements":[{)")));
    EXPECT_THAT(server.as("bo", "GET", "/skills/1").body, HasSubstr(R"("required_by":[{"role":1)"));
    EXPECT_EQ(server
                  .as("hr", "PUT", "/roles/1",
                      R"({"name":{"sv":"Montör","en":"Assembler"},"description":{"sv":"","en":""}})", "\"2\"")
                  .status,
              200);
    EXPECT_EQ(server.as("hr", "GET", "/roles/9").status, 404);
}

TEST_P(SkillRoutes, AnInvisiblePersonIsAnsweredLikeAMissingOne) {
    ASSERT_EQ(server.as("hr", "POST", "/roles", fitter).status, 201);
    const Answer missing = server.as("office", "POST", "/people/999/roles", R"({"role":1})");
    const Answer invisible = server.as("office", "POST", "/people/2/roles", R"({"role":1})");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(invisible.status, 404);
    EXPECT_EQ(missing.code(), invisible.code());
    EXPECT_EQ(server.as("learning", "POST", "/people/2/roles", R"({"role":1})").status, 404);
    EXPECT_EQ(server.as("bo", "GET", "/people/3/roles").status, 404);
    EXPECT_EQ(server.as("bo", "GET", "/people/999/roles").status, 404);
}

TEST_P(SkillRoutes, ARoleIsGivenSeenAndEnded) {
    ASSERT_EQ(server.as("hr", "POST", "/roles", fitter).status, 201);
    const Answer given = server.as("hr", "POST", "/people/2/roles", R"({"role":1,"from":"2026-01-01"})");
    ASSERT_EQ(given.status, 201) << given.body;
    EXPECT_EQ(server.as("hr", "POST", "/people/2/roles", R"({"role":1})").status, 409);
    EXPECT_EQ(server.as("hr", "POST", "/people/2/roles", R"({"role":7})").status, 422);
    EXPECT_THAT(server.as("bo", "GET", "/people/2/roles").body, HasSubstr(R"("from":"2026-01-01")"));
    EXPECT_EQ(server.as("hr", "DELETE", "/people/2/roles/1?to=2026-10-31").status, 204);
    EXPECT_THAT(server.as("anna", "GET", "/people/2/roles").body, HasSubstr(R"("to":"2026-10-31")"));
    EXPECT_EQ(server.as("hr", "DELETE", "/people/2/roles/1").status, 404);
}

INSTANTIATE_ON_BOTH(SkillRoutes);

} // namespace
} // namespace kunna::skills
