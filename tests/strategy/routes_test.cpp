// The HTTP face of strategies: who may and who may not, and what each answer says.
#include "strategy/routes.hpp"
#include "strategy_company.hpp"
#include "support/harness.hpp"

#include <gmock/gmock.h>

namespace kunna::strategy {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

class StrategyRoutes : public StrategyCompany {
protected:
    http::test::TestServer server;

    void SetUp() override {
        server.gate.token("bo", employee(bo));
        server.gate.token("anna", manager(anna));
        server.gate.token("erik", executive(erik));
        server.gate.token("hr", hr());
        declare_routes(server.api, &workforces);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    Answer as(std::string_view who, std::string_view method, const std::string& path, std::string_view body = "",
              std::string_view version = "") {
        http::test::TestServer::Headers headers;
        headers.emplace_back("Authorization", "Bearer " + std::string{who});
        if (!body.empty()) headers.emplace_back("Content-Type", "application/json");
        if (!version.empty()) headers.emplace_back("If-Match", version);
        return server.ask(method, "/api/v1" + path, headers, body);
    }
    static constexpr const char* draft_body =
        R"({"name":{"sv":"Kompetens 2030","en":""},"starts":"2026-12-01","ends":"2029-12-31","owner":1,"sponsor":5,)"
        R"("aim":"","principles":"","communication":"","years":[]})";
};

TEST_P(StrategyRoutes, EmployeesReadTheDecidedStrategyManagersSeeAllAndHrAndExecutivesRunIt) {
    EXPECT_EQ(as("hr", "POST", "/strategies", draft_body).status, 201);
    EXPECT_EQ(as("anna", "POST", "/strategies", draft_body).status, 403);
    EXPECT_EQ(as("erik", "POST", "/strategies", draft_body).status, 201);
    for (const char* path : {"/strategies", "/strategies/1", "/strategies/1/standing", "/strategies/1/anchoring",
                             "/strategies/1/log", "/strategies/1/reviews", "/strategies/1/document"}) {
        EXPECT_EQ(as("bo", "GET", path).status, 403) << path;
        EXPECT_EQ(as("anna", "GET", path).status, 200) << path;
    }
    EXPECT_EQ(as("bo", "GET", "/strategy").status, 404);
    EXPECT_EQ(as("hr", "GET", "/strategies/99/standing").status, 404);
}

TEST_P(StrategyRoutes, AChangeNamesTheVersionItWasMadeFrom) {
    ASSERT_EQ(as("hr", "POST", "/strategies", draft_body).status, 201);
    EXPECT_EQ(as("hr", "PUT", "/strategies/1", draft_body).status, 428);
    EXPECT_EQ(as("hr", "PUT", "/strategies/1", draft_body, "\"1\"").status, 200);
    const Answer stale = as("erik", "PUT", "/strategies/1", draft_body, "\"1\"");
    EXPECT_EQ(stale.status, 412);
    const Answer decision = as("hr", "PUT", "/strategies/1/decision",
                               R"({"decided":"2026-11-20","decided_by":"Ledningsgruppen"})", "\"2\"");
    EXPECT_EQ(decision.status, 204) << decision.body;
}

TEST_P(StrategyRoutes, ActivationAnswersWithEveryPlaceThatIsLacking) {
    ASSERT_EQ(as("hr", "POST", "/strategies", draft_body).status, 201);
    const Answer refused = as("hr", "POST", "/strategies/1/activation");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("strategy.lack.negotiation"));
    EXPECT_THAT(refused.body, HasSubstr("/readiness/execution"));
    EXPECT_THAT(refused.body, Not(HasSubstr("strategy.lack.sponsor")));
    const char* why = R"({"why":"Vi börjar med de linjer som är redo och tar resten i vår."})";
    EXPECT_EQ(as("hr", "PUT", "/strategies/1/override", why, "\"1\"").status, 403);
    EXPECT_EQ(as("erik", "PUT", "/strategies/1/override", why, "\"1\"").status, 200);
    const Answer active = as("hr", "POST", "/strategies/1/activation");
    EXPECT_EQ(active.status, 200) << active.body;
    EXPECT_EQ(as("bo", "GET", "/strategy").status, 200);
}

INSTANTIATE_ON_BOTH(StrategyRoutes);

} // namespace
} // namespace kunna::strategy
