// The HTTP face of wishes: who may and who may not.
#include "access/trail_page.hpp"
#include "skills/catalogue.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"
#include "wishes/routes.hpp"

namespace kunna::wishes {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;

class WishRoutes : public test::SmallCompany {
protected:
    http::test::TestServer server;

    void SetUp() override {
        skills::SkillInput wanted;
        wanted.name.sv = "Svetsning";
        ASSERT_TRUE(act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); }).ok());
        server.gate.token("bo", employee(bo));
        server.gate.token("cia", employee(cia));
        server.gate.token("anna", manager(anna));
        declare_routes(server.api);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
};

TEST_P(WishRoutes, NobodyReadsOrWishesWithoutSigningIn) {
    EXPECT_EQ(server.as("", "GET", "/people/2/wishes").status, 401);
    EXPECT_EQ(server.as("", "PUT", "/people/2/wishes/skills/1", "{}").status, 401);
    EXPECT_EQ(server.as("", "PUT", "/people/2/consent", R"({"edition":1,"own_ratings":false})").status, 401);
}

TEST_P(WishRoutes, APersonWishesAndTheManagerReadsItWhichIsNoted) {
    const Answer wished = server.as("bo", "PUT", "/people/2/wishes/skills/1", R"({"level":4})");
    ASSERT_EQ(wished.status, 200) << wished.body;
    EXPECT_THAT(wished.body, HasSubstr(R"("level":4)"));
    EXPECT_THAT(server.as("anna", "GET", "/people/2/wishes").body, HasSubstr("Svetsning"));
    const auto reads = look([&](db::Tx& tx) { return access::reads_about(tx, bo, 1 << 30, 10); });
    ASSERT_EQ(reads.size(), 1U);
    EXPECT_EQ(reads[0].what, "wishes");
    EXPECT_EQ(server.as("cia", "GET", "/people/2/wishes").code(), "person.not_found");
    EXPECT_EQ(server.as("cia", "GET", "/people/999/wishes").code(), "person.not_found");
    EXPECT_EQ(server.as("anna", "DELETE", "/people/2/wishes/skills/1").status, 403);
    EXPECT_EQ(server.as("bo", "DELETE", "/people/2/wishes/skills/1").status, 200);
}

TEST_P(WishRoutes, ConsentTellsItsWordsAndTakesOnlyThoseThatWereRead) {
    const Answer before = server.as("bo", "GET", "/people/2/consent");
    EXPECT_THAT(before.body, HasSubstr(R"("findable":false)"));
    EXPECT_THAT(before.body, HasSubstr("frivilligt"));
    EXPECT_EQ(server.as("bo", "PUT", "/people/2/consent", R"({"edition":0,"own_ratings":false})").status, 409);
    EXPECT_THAT(server.as("bo", "PUT", "/people/2/consent", R"({"edition":1,"own_ratings":true})").body,
                HasSubstr(R"("findable":true,"own_ratings":true)"));
    EXPECT_THAT(server.as("bo", "DELETE", "/people/2/consent").body, HasSubstr(R"("findable":false)"));
    EXPECT_EQ(server.as("anna", "GET", "/people/2/consent").status, 403);
    EXPECT_EQ(server.as("cia", "GET", "/people/2/consent").status, 404);
}

INSTANTIATE_ON_BOTH(WishRoutes);

} // namespace
} // namespace kunna::wishes
