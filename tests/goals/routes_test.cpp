// The HTTP face of goals: who may and who may not.
#include "goals/routes.hpp"
#include "skills/catalogue.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"

namespace kunna::goals {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;

constexpr std::string_view automation =
    R"({"goal":{"name":{"sv":"Automation","en":""},"description":{"sv":"","en":""},"owner":1,)"
    R"("metric":{"sv":"Timmar","en":""},"measure":{"sv":"%","en":"%"},"baseline":15,"target":40,)"
    R"("starts":"2026-11-21","due":"2028-11-21","weight":3}})";

class GoalRoutes : public test::SmallCompany {
protected:
    http::test::TestServer server;

    void SetUp() override {
        (void)act([&](db::Tx& tx) -> Result<void> {
            skills::ensure_scales(tx);
            return {};
        });
        server.gate.token("hr", hr());
        server.gate.token("anna", employee(anna));
        server.gate.token("bo", employee(bo));
        declare_routes(server.api);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
};

TEST_P(GoalRoutes, EverybodySeesTheGoalsAndOnlyThoseWhoMaySetThemDo) {
    EXPECT_EQ(server.as("nobody", "GET", "/goals").status, 401);
    ASSERT_EQ(server.as("hr", "POST", "/goals", automation).status, 201);
    EXPECT_THAT(server.as("bo", "GET", "/goals").body, HasSubstr(R"("may_edit":false)"));
    EXPECT_THAT(server.as("bo", "GET", "/goals/1").body, HasSubstr("Anna Alm"));
    EXPECT_EQ(server.as("bo", "POST", "/goals", automation).status, 403);
    EXPECT_EQ(server.as("bo", "PUT", "/goals/1/needs", R"({"needs":[]})").status, 403);
    EXPECT_EQ(server.as("bo", "POST", "/goals/1/drop", R"({"because":"nej"})").status, 403);
    EXPECT_EQ(server.as("bo", "GET", "/goals/leaders").status, 403);
    EXPECT_EQ(server.as("hr", "GET", "/goals/99").status, 404);
}

TEST_P(GoalRoutes, TheOwnerReportsWithoutBeingAllowedToEdit) {
    ASSERT_EQ(server.as("hr", "POST", "/goals", automation).status, 201);
    const std::string_view reading = R"({"day":"2026-11-21","value":16.5,"note":"Första linjen"})";
    const Answer told = server.as("anna", "POST", "/goals/1/readings", reading);
    ASSERT_EQ(told.status, 200) << told.body;
    EXPECT_THAT(told.body, HasSubstr(R"("value":16.5)"));
    EXPECT_THAT(told.body, HasSubstr(R"("may_report":true)"));
    EXPECT_EQ(server.as("bo", "POST", "/goals/1/readings", reading).code(), "goal.not_yours");
    EXPECT_EQ(server.as("bo", "DELETE", "/goals/1/readings/2026-11-21").status, 403);
    EXPECT_EQ(server.as("anna", "DELETE", "/goals/1/readings/2026-11-21").status, 200);
    EXPECT_EQ(server.as("anna", "PUT", "/goals/1", automation).status, 403);
}

TEST_P(GoalRoutes, AGoalWhoseNeedsAreWrongIsNotSetAtAll) {
    std::string wanted{automation};
    wanted.insert(wanted.size() - 1, R"(,"needs":[{"skill":99,"level":3,"headcount":1,"due":"2027-12-31","must":true,)"
                                     R"("consequence":2,"scarcity":2}])");
    const Answer refused = server.as("hr", "POST", "/goals", wanted);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("/needs/0/skill"));
    EXPECT_THAT(server.as("hr", "GET", "/goals").body, HasSubstr(R"("items":[])"));
}

INSTANTIATE_ON_BOTH(GoalRoutes);

} // namespace
} // namespace kunna::goals
