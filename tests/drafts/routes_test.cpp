// The HTTP face of drafts: who may, and what is answered.
#include "drafts/routes.hpp"
#include "skills/catalogue.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"
#include "taxonomies/matchers.hpp"
#include "taxonomies/release_import.hpp"

#include <gmock/gmock.h>

namespace kunna::drafts {
namespace {

using http::test::Answer;
using taxonomies::ConceptType;
using ::testing::HasSubstr;

class DraftRoutes : public kunna::test::SmallCompany {
protected:
    std::unique_ptr<taxonomies::Matchers> matchers; // the server's handlers use it to the end
    http::test::TestServer server;

    void SetUp() override {
        taxonomies::Release esco;
        esco.key = "esco";
        esco.name = "ESCO";
        esco.concepts = {{.uri = "welder", .type = ConceptType::occupation},
                         {.uri = "welding", .type = ConceptType::skill}};
        esco.concepts[0].labels = {{"sv", "svetsare", "", "", ""}};
        esco.concepts[1].labels = {{"sv", "svetsa", "", "", ""}};
        esco.relations = {{0, taxonomies::RelationKind::essential, 1}};
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        skills::ensure_scales(tx);
                        const auto change = TRY(taxonomies::plan_release(tx, esco));
                        taxonomies::apply_release(tx, hr(), esco, change);
                        return {};
                    }).ok());
        server.gate.token("bo", employee(bo));
        server.gate.token("hr", hr());
        matchers = std::make_unique<taxonomies::Matchers>(*db);
        declare_routes(server.api, matchers.get(), nullptr);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    Answer send(std::string_view who, const char* method, const std::string& path, const std::string& body = "") {
        return server.ask(method, "/api/v1" + path,
                          {{"Authorization", "Bearer " + std::string{who}}, {"Content-Type", "application/json"}},
                          body);
    }
};

TEST_P(DraftRoutes, WhoeverEditsRolesGetsADraftAndConfirmsIt) {
    const std::string role = R"({"name":{"sv":"Svetsare","en":""},"description":{"sv":"","en":""},"note":"",)"
                             R"("requirements":[{"concept":2,"level":3,"importance":2,"must":false}]})";
    for (const char* nobody : {"nobody", "bo"}) {
        const int status = std::string_view{nobody} == "bo" ? 403 : 401;
        EXPECT_EQ(send(nobody, "GET", "/drafts/occupations/1").status, status);
        EXPECT_EQ(send(nobody, "POST", "/drafts/roles", role).status, status);
    }
    const Answer draft = send("hr", "GET", "/drafts/occupations/1");
    ASSERT_EQ(draft.status, 200) << draft.body;
    EXPECT_THAT(draft.body, HasSubstr(R"("name":{"sv":"Svetsa","en":""},"relation":"essential","level":3)"));
    EXPECT_EQ(send("hr", "GET", "/drafts/occupations/2").status, 422);
    EXPECT_EQ(send("hr", "GET", "/drafts/occupations/999").status, 404);
    const Answer made = send("hr", "POST", "/drafts/roles", role);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_THAT(made.body, HasSubstr(R"("level":3,"importance":2,"must":false)"));
    const Answer again = send("hr", "POST", "/drafts/roles", role);
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body, HasSubstr("role.name_taken"));
}

INSTANTIATE_ON_BOTH(DraftRoutes);

} // namespace
} // namespace kunna::drafts
