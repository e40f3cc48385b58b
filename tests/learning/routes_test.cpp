// The HTTP face of learning: who may and who may not.
#include "learning/routes.hpp"
#include "shelf.hpp"
#include "support/harness.hpp"

namespace kunna::learning {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view plc_course =
    R"({"name":{"sv":"PLC, grund","en":""},"description":{"sv":"","en":""},"kind":"course","provider":"",)"
    R"("language":"sv","online":false,"place":"Västerås","seat_cost":1250000,"session_cost":0,"hours":24,"seats":12,)"
    R"("raises":[{"skill":1,"from":0,"to":2,"probability":0.8}]})";

class ActivityRoutes : public test::Shelf {
protected:
    http::test::TestServer server;

    void SetUp() override {
        Shelf::SetUp();
        server.gate.token("lo", learning());
        server.gate.token("anna", manager(anna));
        server.gate.token("bo", employee(bo));
        declare_routes(server.api);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
};

TEST_P(ActivityRoutes, EverybodyReadsTheCatalogueAndLAndDKeepsIt) {
    EXPECT_EQ(server.as("nobody", "GET", "/activities").status, 401);
    EXPECT_EQ(server.as("bo", "POST", "/activities", plc_course).status, 403);
    EXPECT_EQ(server.as("anna", "POST", "/activities", plc_course).status, 403);
    ASSERT_EQ(server.as("lo", "POST", "/activities", plc_course).status, 201);
    const Answer read = server.as("bo", "GET", "/activities/1");
    EXPECT_EQ(read.status, 200);
    EXPECT_THAT(read.body, Not(HasSubstr("1250000"))) << "what it costs is not for everybody";
    EXPECT_THAT(read.body, HasSubstr(R"("may_edit":false)"));
    EXPECT_THAT(server.as("anna", "GET", "/activities/1").body, HasSubstr("1250000"));
    EXPECT_EQ(server.as("bo", "PUT", "/activities/1", plc_course).status, 403);
    EXPECT_EQ(server.as("bo", "POST", "/activities/1/archive").status, 403);
    EXPECT_EQ(server.as("bo", "POST", "/activities/starters").status, 403);
    EXPECT_EQ(server.as("lo", "GET", "/activities/99").code(), "activity.not_found");
}

TEST_P(ActivityRoutes, EveryWrongFieldIsNamedAtOnce) {
    std::string wrong{plc_course};
    wrong.replace(wrong.find("1250000"), 7, "-500000");
    wrong.replace(wrong.find(R"("hours":24)"), 10, R"("hours":0)");
    wrong.replace(wrong.find(R"("to":2)"), 6, R"("to":0)");
    const Answer refused = server.as("lo", "POST", "/activities", wrong);
    EXPECT_EQ(refused.status, 422);
    for (const char* place : {"/seat_cost", "/hours", "/raises/0/to"}) EXPECT_THAT(refused.body, HasSubstr(place));
    EXPECT_THAT(server.as("lo", "GET", "/activities").body, HasSubstr(R"("items":[])"));
}

TEST_P(ActivityRoutes, AListIsCutIntoPagesAndTellsHowManyThereAre) {
    for (const char* name : {"A", "B", "C"}) {
        std::string one{plc_course};
        one.replace(one.find("PLC, grund"), 10, name);
        ASSERT_EQ(server.as("lo", "POST", "/activities", one).status, 201);
    }
    const Answer first = server.as("bo", "GET", "/activities?limit=2");
    EXPECT_THAT(first.body, HasSubstr(R"("total":3)"));
    EXPECT_THAT(first.body, HasSubstr(R"("next":")"));
    EXPECT_THAT(server.as("bo", "GET", "/activities?query=b").body, HasSubstr(R"("total":1)"));
    EXPECT_THAT(server.as("bo", "GET", "/activities?serving=none").body, HasSubstr(R"("total":3)"));
    EXPECT_EQ(server.as("bo", "GET", "/activities?kind=party").status, 422);
}

INSTANTIATE_ON_BOTH(ActivityRoutes);

} // namespace
} // namespace kunna::learning
