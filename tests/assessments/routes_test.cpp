// The HTTP face of assessments: who may and who may not, and what each answer says.
#include "assessments/routes.hpp"
#include "skills/catalogue.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"

namespace kunna::assessments {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;

class AssessmentRoutes : public test::SmallCompany {
protected:
    http::test::TestServer server;

    void SetUp() override {
        skills::SkillInput wanted;
        wanted.name.sv = "Svetsning";
        ASSERT_TRUE(act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); }).ok());
        server.gate.token("bo", employee(bo));
        server.gate.token("cia", employee(cia));
        server.gate.token("anna", manager(anna));
        server.gate.token("erik", manager(erik));
        server.gate.token("hr", hr());
        server.gate.token("learning", learning());
        declare_routes(server.api);
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
    static std::string about(int person, const char* source = "manager", int level = 3) {
        return R"({"person":)" + std::to_string(person) + R"(,"skill":1,"level":)" + std::to_string(level) +
               R"(,"source":")" + source + R"("})";
    }
    static constexpr const char* why = R"({"reason":"Jag svetsar själv."})";
};

TEST_P(AssessmentRoutes, NobodyDoesAnythingWithoutSigningIn) {
    EXPECT_EQ(server.as("", "POST", "/assessments", about(2)).status, 401);
    EXPECT_EQ(server.as("", "GET", "/contests").status, 401);
    EXPECT_EQ(server.as("", "POST", "/contests/1/answer", R"({"outcome":"upheld","answer":"x"})").status, 401);
}

TEST_P(AssessmentRoutes, TheManagerRecordsAboutAReportAndEveryoneAboutThemself) {
    const Answer recorded = server.as("anna", "POST", "/assessments", about(2));
    ASSERT_EQ(recorded.status, 201) << recorded.body;
    EXPECT_EQ(recorded.body, R"({"id":1})");
    EXPECT_THAT(recorded.header("Location"), HasSubstr("/assessments/1"));
    EXPECT_EQ(server.as("bo", "POST", "/assessments", about(2, "self")).status, 201);
    EXPECT_EQ(server.as("bo", "POST", "/assessments", about(2, "manager")).status, 403);
    EXPECT_EQ(server.as("anna", "POST", "/assessments", about(2, "self")).status, 403);
    EXPECT_EQ(server.as("erik", "POST", "/assessments", about(2)).status, 403);
    EXPECT_EQ(server.as("hr", "POST", "/assessments", about(2)).status, 422) << "HR has heard, not seen";
    EXPECT_EQ(server.as("hr", "POST", "/assessments", about(2, "interview")).status, 201);
}

TEST_P(AssessmentRoutes, AnInvisiblePersonIsAnsweredLikeAMissingOne) {
    const Answer missing = server.as("anna", "POST", "/assessments", about(999));
    const Answer invisible = server.as("anna", "POST", "/assessments", about(4));
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(invisible.status, 404);
    EXPECT_EQ(missing.code(), invisible.code());
    EXPECT_EQ(server.as("bo", "POST", "/assessments", about(3, "self")).status, 404);
}

TEST_P(AssessmentRoutes, WhatCannotBeTrueIsNamedByItsPointer) {
    const Answer outside = server.as("anna", "POST", "/assessments", about(2, "manager", 6));
    EXPECT_EQ(outside.status, 422);
    EXPECT_THAT(outside.body, HasSubstr("/level"));
    std::string future = about(2);
    future.insert(1, R"("day":"2026-11-22",)");
    const Answer later = server.as("anna", "POST", "/assessments", future);
    EXPECT_EQ(later.status, 422);
    EXPECT_THAT(later.body, HasSubstr("assessment.day_in_future"));
    EXPECT_EQ(server.as("anna", "POST", "/assessments", about(2, "rumour")).status, 422);
}

TEST_P(AssessmentRoutes, AContestGoesFromThePersonToTheManagerAndBack) {
    ASSERT_EQ(server.as("anna", "POST", "/assessments", about(2)).status, 201);
    EXPECT_EQ(server.as("cia", "POST", "/assessments/1/contests", why).status, 404);
    EXPECT_EQ(server.as("anna", "POST", "/assessments/1/contests", why).status, 403);
    EXPECT_EQ(server.as("bo", "POST", "/assessments/1/contests", R"({"reason":" "})").status, 422);
    const Answer opened = server.as("bo", "POST", "/assessments/1/contests", why);
    ASSERT_EQ(opened.status, 201) << opened.body;
    EXPECT_THAT(opened.body, HasSubstr(R"("state":"open")"));
    EXPECT_EQ(server.as("bo", "POST", "/assessments/1/contests", why).status, 409);

    EXPECT_THAT(server.as("anna", "GET", "/contests?state=open").body, HasSubstr("Bo Berg"));
    EXPECT_THAT(server.as("erik", "GET", "/contests?state=open").body, HasSubstr(R"("items":[])"));
    EXPECT_THAT(server.as("cia", "GET", "/contests").body, HasSubstr(R"("items":[])"));
    EXPECT_EQ(server.as("bo", "GET", "/contests?state=lost").status, 422);

    const char* corrected = R"({"outcome":"corrected","answer":"Du har rätt.","level":4})";
    EXPECT_EQ(server.as("bo", "POST", "/contests/1/answer", corrected).status, 403);
    EXPECT_EQ(server.as("learning", "POST", "/contests/1/answer", corrected).status, 403);
    EXPECT_EQ(server.as("erik", "POST", "/contests/1/answer", corrected).status, 404);
    EXPECT_EQ(server.as("anna", "POST", "/contests/1/answer", R"({"outcome":"corrected","answer":"Ja"})").status, 422);
    const Answer answered = server.as("anna", "POST", "/contests/1/answer", corrected);
    ASSERT_EQ(answered.status, 200) << answered.body;
    EXPECT_THAT(answered.body, HasSubstr(R"("answered_by":"Anna Alm")"));
    EXPECT_EQ(server.as("anna", "POST", "/contests/1/answer", corrected).status, 409);
    EXPECT_EQ(server.as("bo", "DELETE", "/contests/1").status, 409);
}

TEST_P(AssessmentRoutes, ThePersonTakesAContestBackAndOthersCannot) {
    ASSERT_EQ(server.as("anna", "POST", "/assessments", about(2)).status, 201);
    ASSERT_EQ(server.as("bo", "POST", "/assessments/1/contests", why).status, 201);
    EXPECT_EQ(server.as("cia", "DELETE", "/contests/1").status, 404);
    EXPECT_EQ(server.as("anna", "DELETE", "/contests/1").status, 403);
    EXPECT_EQ(server.as("bo", "DELETE", "/contests/1").status, 204);
}

TEST_P(AssessmentRoutes, AStatementIsCommentedAndWithdrawnWithAReason) {
    ASSERT_EQ(server.as("anna", "POST", "/assessments", about(2)).status, 201);
    const Answer said = server.as("bo", "POST", "/assessments/1/comments", R"({"text":"Mer än så."})");
    ASSERT_EQ(said.status, 201) << said.body;
    EXPECT_THAT(said.body, HasSubstr("Bo Berg"));
    EXPECT_EQ(server.as("cia", "POST", "/assessments/1/comments", R"({"text":"Hm."})").status, 404);
    const Answer silent = server.as("hr", "POST", "/assessments/1/comments", R"({"text":"Hm."})");
    EXPECT_EQ(silent.status, 403);
    EXPECT_EQ(silent.code(), "access.reason_needed");
    EXPECT_EQ(server.as("hr", "POST", "/assessments/1/comments?reason=Tvist", R"({"text":"Hm."})").status, 201);
    EXPECT_EQ(server.as("bo", "DELETE", "/assessments/1?reason=Nej").status, 403);
    EXPECT_EQ(server.as("anna", "DELETE", "/assessments/1").status, 422);
    EXPECT_EQ(server.as("anna", "DELETE", "/assessments/1?reason=Fel%20person").status, 204);
    EXPECT_EQ(server.as("anna", "DELETE", "/assessments/1?reason=Igen").status, 409);
}

TEST_P(AssessmentRoutes, AFileIsAttachedAndComesBackToBeSavedNotShown) {
    ASSERT_EQ(server.as("anna", "POST", "/assessments", about(2, "certificate")).status, 201);
    const Answer attached =
        server.ask("POST", "/api/v1/assessments/1/files?filename=intyg.pdf",
                   {{"Authorization", "Bearer bo"}, {"Content-Type", "application/octet-stream"}}, "%PDF-1.7");
    ASSERT_EQ(attached.status, 201) << attached.body;
    EXPECT_THAT(attached.body, HasSubstr(R"("name":"intyg.pdf")"));
    const Answer opened = server.as("anna", "GET", "/attachments/1");
    EXPECT_EQ(opened.status, 200);
    EXPECT_EQ(opened.body, "%PDF-1.7");
    EXPECT_THAT(opened.header("Content-Disposition"), HasSubstr("attachment"));
    EXPECT_EQ(opened.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(server.as("erik", "GET", "/attachments/1").status, 404);
    EXPECT_EQ(server.as("bo", "POST", "/assessments/1/links", R"({"link":"javascript:x","name":""})").status, 422);
    EXPECT_EQ(server.as("bo", "POST", "/assessments/1/links", R"({"link":"https://example.org","name":""})").status,
              201);
    EXPECT_EQ(server.as("anna", "DELETE", "/attachments/1").status, 404);
    EXPECT_EQ(server.as("bo", "DELETE", "/attachments/1").status, 204);
}

TEST_P(AssessmentRoutes, CalibrationIsForHrAndForTheRater) {
    EXPECT_EQ(server.as("hr", "GET", "/calibrations").status, 200);
    EXPECT_EQ(server.as("anna", "GET", "/calibrations").status, 403);
    EXPECT_EQ(server.as("learning", "GET", "/calibrations").status, 403);
    EXPECT_EQ(server.as("anna", "GET", "/calibrations/mine").body, R"({"of_others":null,"of_oneself":null})");
}

TEST_P(AssessmentRoutes, TheListOfContestsGoesOnFromItsCursor) {
    for (int i = 1; i <= 3; ++i) {
        ASSERT_EQ(server.as("anna", "POST", "/assessments", about(2, "test", i)).status, 201);
        ASSERT_EQ(server.as("bo", "POST", "/assessments/" + std::to_string(i) + "/contests", why).status, 201);
    }
    const Answer first = server.as("anna", "GET", "/contests?state=open&limit=2");
    EXPECT_THAT(first.header("Link"), HasSubstr("rel=\"next\""));
    EXPECT_THAT(first.body, HasSubstr(R"("id":3)"));
    std::string cursor = first.body.substr(first.body.find(R"("next":")") + 8);
    cursor.resize(cursor.find('"'));
    const Answer second = server.as("anna", "GET", "/contests?state=open&limit=2&cursor=" + cursor);
    EXPECT_THAT(second.body, HasSubstr(R"("contest":{"id":1)"));
    EXPECT_EQ(server.as("anna", "GET", "/contests?limit=2&cursor=" + cursor).status, 422);
}

INSTANTIATE_ON_BOTH(AssessmentRoutes);

} // namespace
} // namespace kunna::assessments
