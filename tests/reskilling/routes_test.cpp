// The HTTP face of reskilling: who may and who may not.
#include "access/trail_page.hpp"
#include "moving_company.hpp"
#include "reskilling/routes.hpp"
#include "support/harness.hpp"

namespace kunna::reskilling {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

class ReskillingRoutes : public test::MovingCompany {
protected:
    http::test::TestServer server;
    ProgrammeId id{};

    void SetUp() override {
        MovingCompany::SetUp();
        id = open_programme();
        server.gate.token("hr", hr());
        server.gate.token("lo", learning());
        server.gate.token("ulla", hr_of_office());
        server.gate.token("anna", manager(anna));
        server.gate.token("bo", employee(bo));
        server.gate.token("dag", employee(dag));
        declare_routes(server.api, &workforces);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    [[nodiscard]] std::string interest_for(RoleId role) const {
        return R"({"edition":1,"roles":[)" + std::to_string(role.value) + R"(],"words":"Gärna"})";
    }
};

TEST_P(ReskillingRoutes, NobodyComesInWithoutSigningIn) {
    for (const char* path : {"/reskilling/roles", "/reskilling/programmes", "/reskilling/mine", "/programmes",
                             "/programmes/1", "/programmes/1/candidates", "/programmes/1/cohorts"})
        EXPECT_EQ(server.as("", "GET", path).status, 401) << path;
}

TEST_P(ReskillingRoutes, FromInterestToThePlacementWithTheCheckOfMentorAndManager) {
    ASSERT_EQ(server.as("bo", "PUT", "/reskilling/programmes/1/interest", interest_for(technician)).status, 200);
    const Answer board = server.as("hr", "GET", "/programmes/1/candidates");
    EXPECT_THAT(board.body, HasSubstr("Bo Berg"));
    const auto reads = look([&](db::Tx& tx) { return access::reads_about(tx, bo, 1 << 30, 10); });
    ASSERT_EQ(reads.size(), 1U);
    EXPECT_EQ(reads[0].what, "reskilling");
    ASSERT_EQ(server.as("hr", "PUT", "/programmes/1/members/2", R"({"role":2})").status, 200);
    ASSERT_EQ(server
                  .as("hr", "POST", "/programmes/1/cohorts",
                      R"({"name":"Våren","starts":"2026-11-21","place":"Västerås","mentor":4,"members":[1]})")
                  .status,
              201);
    ASSERT_EQ(server.as("hr", "PUT", "/reskilling/members/1/stage", R"({"stage":"learning"})").status, 200);
    EXPECT_EQ(server.as("bo", "PUT", "/reskilling/steps/1", R"({"done":true})").code(), "step.not_found");
    for (const char* step : {"/reskilling/steps/1", "/reskilling/steps/2"})
        ASSERT_EQ(server.as("dag", "PUT", step, R"({"done":true})").status, 200);
    ASSERT_EQ(server.as("hr", "PUT", "/reskilling/members/1/stage", R"({"stage":"trial"})").status, 200);
    EXPECT_EQ(server.as("dag", "PUT", "/reskilling/trials/1", R"({"passed":true})").status, 404);
    ASSERT_EQ(server.as("anna", "PUT", "/reskilling/trials/1", R"({"passed":true})").status, 200);
    ASSERT_EQ(server.as("hr", "PUT", "/reskilling/members/1/stage", R"({"stage":"placed"})").status, 200);
    EXPECT_THAT(server.as("bo", "GET", "/reskilling/mine").body, HasSubstr(R"("stage":"placed")"));
    EXPECT_THAT(server.as("hr", "GET", "/programmes/1").body, HasSubstr(R"("placed":1)"));
}

TEST_P(ReskillingRoutes, OnlyThoseWhoRunItSeeWhoIsInterestedOthersSeeSumsOfMany) {
    ASSERT_EQ(server.as("bo", "PUT", "/reskilling/programmes/1/interest", interest_for(technician)).status, 200);
    EXPECT_EQ(server.as("anna", "GET", "/programmes/1/candidates").status, 403);
    EXPECT_EQ(server.as("bo", "GET", "/programmes").status, 403);
    EXPECT_EQ(server.as("ulla", "GET", "/programmes/1/candidates").code(), "programme.not_yours");
    EXPECT_EQ(server.as("ulla", "PUT", "/programmes/1/state", R"({"state":"running"})", R"("2")").code(),
              "programme.not_yours");
    const Answer told = server.as("anna", "GET", "/programmes/1");
    EXPECT_EQ(told.status, 200);
    EXPECT_THAT(told.body, HasSubstr(R"("hidden":true)"));
    EXPECT_THAT(told.body, Not(HasSubstr(R"("interested":1)")));
    EXPECT_THAT(server.as("lo", "GET", "/programmes/1").body, HasSubstr(R"("interested":1)"));
}

TEST_P(ReskillingRoutes, TheBoardAndTheCohortsAreFilesToo) {
    ASSERT_EQ(server.as("bo", "PUT", "/reskilling/programmes/1/interest", interest_for(technician)).status, 200);
    const Answer board = server.as("hr", "GET", "/programmes/1/candidates/export?format=csv");
    EXPECT_THAT(board.body, HasSubstr("Bo Berg"));
    EXPECT_THAT(board.body, HasSubstr("plc, english")) << "to be assessed first";
    ASSERT_EQ(server.as("hr", "PUT", "/programmes/1/members/2", R"({"role":2})").status, 200);
    EXPECT_THAT(server.as("hr", "GET", "/programmes/1/cohorts/export").body, HasSubstr("utvald"));
}

TEST_P(ReskillingRoutes, WrongInputIsNamedByField) {
    const Answer refused = server.as("hr", "POST", "/programmes",
                                     R"({"name":"","description":"","unit":1,"ready":"2020-01-01","hours_a_week":0,)"
                                     R"("recruitment_cost":-1,"onboarding_weeks":0,"monthly_salary":0,"hour_cost":0})");
    EXPECT_EQ(refused.status, 422);
    for (const char* place : {"/name", "/ready", "/hours_a_week", "/roles", "/recruitment_cost"})
        EXPECT_THAT(refused.body, HasSubstr(place));
    EXPECT_EQ(server
                  .as("hr", "PUT", "/programmes/1",
                      R"({"name":"A","description":"","unit":1,"ready":"2028-01-01","hours_a_week":8,)"
                      R"("recruitment_cost":0,"onboarding_weeks":0,"monthly_salary":0,"hour_cost":0})",
                      "0")
                  .status,
              412);
}

INSTANTIATE_ON_BOTH(ReskillingRoutes);

} // namespace
} // namespace kunna::reskilling
