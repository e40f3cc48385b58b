// The HTTP face of rounds: who may and who may not, and what each answer says.
#include "round_company.hpp"
#include "rounds/routes.hpp"
#include "support/harness.hpp"

namespace kunna::rounds {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

class RoundRoutes : public RoundCompany {
protected:
    http::test::TestServer server;

    void SetUp() override {
        RoundCompany::SetUp();
        server.gate.token("cia", employee(cia));
        server.gate.token("bo", employee(bo));
        server.gate.token("anna", manager(anna));
        server.gate.token("hr", hr());
        declare_routes(server.api);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    static constexpr const char* autumn =
        R"({"name":"Hösten","units":[1],"roles":[],"skills_from":"profile","skills":[],"voices":["self","manager"],)"
        R"("opens":"2026-11-21","closes":"2026-12-05"})";
};

TEST_P(RoundRoutes, OnlyHrRunsRounds) {
    for (const char* who : {"bo", "anna"}) {
        EXPECT_EQ(server.as(who, "GET", "/rounds").status, 403);
        EXPECT_EQ(server.as(who, "POST", "/rounds", autumn).status, 403);
        EXPECT_EQ(server.as(who, "GET", "/rounds/1").status, 403);
        EXPECT_EQ(server.as(who, "POST", "/rounds/1/opening").status, 403);
        EXPECT_EQ(server.as(who, "POST", "/rounds/1/closing").status, 403);
        EXPECT_EQ(server.as(who, "GET", "/rounds/1/progress").status, 403);
        EXPECT_EQ(server.as(who, "GET", "/rounds/1/comparison").status, 403);
        EXPECT_EQ(server.as(who, "GET", "/rounds/1/comparison/export").status, 403);
        EXPECT_EQ(server.as(who, "GET", "/rounds/mine").status, 200);
    }
    EXPECT_EQ(server.as("bo", "GET", "/rounds/1/team").status, 403);
    EXPECT_EQ(server.as("anna", "GET", "/rounds/1/team").status, 404);
    EXPECT_EQ(server.as("hr", "GET", "/rounds/1").status, 404);
}

TEST_P(RoundRoutes, ARoundFromDraftToComparison) {
    const Answer made = server.as("hr", "POST", "/rounds", autumn);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_THAT(made.header("Location"), HasSubstr("/rounds/1"));
    EXPECT_THAT(made.body, HasSubstr(R"("would_ask":{"chosen":3,"asked":2})"));
    EXPECT_EQ(server.as("hr", "PUT", "/rounds/1", autumn).status, 428);
    EXPECT_EQ(server.as("hr", "PUT", "/rounds/1", autumn, "\"1\"").status, 200);
    EXPECT_EQ(server.as("hr", "PUT", "/rounds/1", autumn, "\"1\"").status, 412);
    EXPECT_EQ(server.as("hr", "POST", "/rounds/1/opening").status, 200);
    const Answer twice = server.as("hr", "POST", "/rounds/1/opening");
    EXPECT_EQ(twice.status, 409);
    EXPECT_EQ(twice.code(), "round.not_draft");

    const std::string own = "/rounds/cases/" + std::to_string(own_case(cia).value);
    EXPECT_THAT(server.as("cia", "GET", "/rounds/mine").body, HasSubstr(R"("questions":2,"answered":0)"));
    EXPECT_THAT(server.as("cia", "GET", own).body, HasSubstr("Svetsning"));
    EXPECT_EQ(server.as("bo", "GET", own).status, 404);
    const std::string about = own + "/answers/" + std::to_string(welding.value);
    EXPECT_THAT(server.as("cia", "PUT", about, R"({"kind":"level","level":3})").body, HasSubstr(R"("answered":1)"));
    EXPECT_EQ(server.as("bo", "PUT", about, R"({"kind":"level","level":3})").status, 404);
    EXPECT_EQ(server.as("cia", "PUT", about, R"({"kind":"maybe"})").status, 422);
    EXPECT_THAT(server.as("cia", "DELETE", about).body, HasSubstr(R"("answered":0)"));
    EXPECT_THAT(server.as("anna", "GET", "/rounds/1/team").body, HasSubstr("Cia Ceder"));

    EXPECT_THAT(server.as("hr", "GET", "/rounds/1/progress").body, HasSubstr(R"("name":"Line")"));
    EXPECT_EQ(server.as("hr", "GET", "/rounds/1/comparison").status, 409);
    EXPECT_EQ(server.as("hr", "POST", "/rounds/1/closing").status, 200);
    EXPECT_EQ(server.as("cia", "PUT", about, R"({"kind":"level","level":3})").code(), "round.closed");
    EXPECT_EQ(server.as("hr", "GET", "/rounds/1/comparison").status, 200);
    EXPECT_EQ(server.as("hr", "GET", "/rounds/1/comparison/export").status, 200);
}

INSTANTIATE_ON_BOTH(RoundRoutes);

} // namespace
} // namespace kunna::rounds
