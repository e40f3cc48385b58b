// The HTTP face of taxonomies: who may see them, and what each answer says.
#include "mini_esco.hpp"
#include "skills/catalogue.hpp"
#include "support/harness.hpp"
#include "support/small_company.hpp"
#include "taxonomies/matchers.hpp"
#include "taxonomies/release_import.hpp"
#include "taxonomies/routes.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using http::test::Answer;
using ::testing::HasSubstr;
using ::testing::Not;

class TaxonomyRoutes : public kunna::test::SmallCompany {
protected:
    std::unique_ptr<Matchers> matchers; // the server's handlers use it to the end
    http::test::TestServer server;

    void SetUp() override {
        const auto read = test::read(test::mini());
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        skills::ensure_scales(tx);
                        const ReleaseChange change = TRY(plan_release(tx, *read));
                        apply_release(tx, hr(), *read, change);
                        return {};
                    }).ok());
        server.gate.token("bo", employee(bo));
        server.gate.token("hr", hr());
        matchers = std::make_unique<Matchers>(*db);
        declare_routes(server.api, matchers.get());
        server.services.db = db.get();
        server.services.clock = &clock;
        server.start();
    }
};

TEST_P(TaxonomyRoutes, NobodyIsToldAnythingWithoutSigningInAndEverybodyWhoIsMayLook) {
    for (const char* path :
         {"/taxonomies", "/concepts?taxonomy=1", "/concepts/1", "/concepts/matches?text=svets&kind=skill",
          "/taxonomies/1/releases", "/taxonomies/releases/1/changes"}) {
        EXPECT_EQ(server.as("", "GET", path).status, 401) << path;
        EXPECT_EQ(server.as("bo", "GET", path).status, 200) << path;
        EXPECT_EQ(server.as("hr", "GET", path).status, 200) << path;
    }
}

TEST_P(TaxonomyRoutes, ACrosswalkIsHandedInByWhoEditsTheCatalogueAndSeenByAll) {
    const std::string table = "escoUri,jobtechUri,mappingRelation\na,b,skos:exactMatch\n";
    const char* const path = "/taxonomies/crosswalks?filename=table.csv";
    EXPECT_EQ(server.as("", "POST", path, table).status, 401);
    EXPECT_EQ(server.as("bo", "POST", path, table).status, 403);
    const Answer refused = server.as("hr", "POST", path, table);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("crosswalk.unknown_taxonomy"));
    const Answer listed = server.as("bo", "GET", "/taxonomies/crosswalks");
    EXPECT_EQ(listed.status, 200);
    EXPECT_EQ(listed.body, R"({"items":[]})");
}

TEST_P(TaxonomyRoutes, ATaxonomyIsShownWithItsAttribution) {
    const Answer answer = server.as("bo", "GET", "/taxonomies");
    EXPECT_THAT(answer.body, HasSubstr(R"("key":"esco","name":"ESCO","release":"v1.2.0","licence":"CC BY 4.0")"));
    EXPECT_THAT(answer.body, HasSubstr(R"("attribution":"This service uses the ESCO)"));
    EXPECT_THAT(answer.body, HasSubstr(R"("languages":["de","en","sv"],"skills":3)"));
}

TEST_P(TaxonomyRoutes, ALevelIsPagedAndALabelTellsItsLanguage) {
    const Answer first = server.as("bo", "GET", "/concepts?taxonomy=1&limit=1");
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_THAT(first.body, HasSubstr("Welders and flamecutters"));
    EXPECT_THAT(first.body, HasSubstr(R"("language":"en")")); // asked in Swedish, which there is none of
    EXPECT_THAT(first.body, Not(HasSubstr("making things")));
    const std::size_t from = first.body.find(R"("next":")") + 8;
    const std::string cursor = first.body.substr(from, first.body.find('"', from) - from);
    const Answer second = server.as("bo", "GET", "/concepts?taxonomy=1&limit=1&cursor=" + cursor);
    ASSERT_EQ(second.status, 200) << second.body;
    EXPECT_THAT(second.body, HasSubstr("making things"));
    EXPECT_EQ(server.as("bo", "GET", "/concepts?taxonomy=2&cursor=" + cursor).status, 422); // a cursor of another list
    EXPECT_THAT(server.as("bo", "GET", "/concepts?taxonomy=1&type=skill_group").body, Not(HasSubstr("Welders")));
    EXPECT_THAT(server.as("bo", "GET", "/concepts?parent=1").body, HasSubstr("svetsare"));
    EXPECT_THAT(server.as("bo", "GET", "/concepts?parent=1&language=en").body, HasSubstr(R"("text":"welder")"));
    const Answer neither = server.as("bo", "GET", "/concepts");
    EXPECT_EQ(neither.status, 422);
    EXPECT_THAT(neither.body, HasSubstr("concepts.of_what"));
}

TEST_P(TaxonomyRoutes, AConceptIsShownWithWhatItNeeds) {
    const Answer level = server.as("bo", "GET", "/concepts?parent=1");
    const std::size_t from = level.body.find(R"("id":)") + 5;
    const std::string id = level.body.substr(from, level.body.find(',', from) - from);
    const Answer welder = server.as("bo", "GET", "/concepts/" + id);
    ASSERT_EQ(welder.status, 200) << welder.body;
    EXPECT_THAT(welder.body, HasSubstr(R"("label":{"text":"svetsare","language":"sv"})"));
    EXPECT_THAT(welder.body, HasSubstr(R"("isco":["7212"])"));
    EXPECT_THAT(welder.body, HasSubstr("weld metal"));
    EXPECT_EQ(server.as("bo", "GET", "/concepts/999").status, 404);
}

TEST_P(TaxonomyRoutes, WhoNeedsASkillIsListedWithHow) {
    const Answer found = server.as("bo", "GET", "/concepts/matches?text=weld%20metal&kind=skill&language=en&limit=1");
    ASSERT_EQ(found.status, 200) << found.body;
    const std::size_t from = found.body.find(R"("id":)") + 5;
    const std::string id = found.body.substr(from, found.body.find(',', from) - from);
    const Answer needed = server.as("bo", "GET", "/concepts/" + id + "/needed-by?language=en");
    ASSERT_EQ(needed.status, 200) << needed.body;
    EXPECT_THAT(needed.body, HasSubstr(R"("text":"welder","language":"en")"));
    EXPECT_THAT(needed.body, HasSubstr(R"("kind":"essential")"));
    EXPECT_THAT(needed.body, HasSubstr("diver, welding"));
}

TEST_P(TaxonomyRoutes, AReleaseTellsWhatItChangedPageByPage) {
    const Answer releases = server.as("bo", "GET", "/taxonomies/1/releases");
    ASSERT_EQ(releases.status, 200) << releases.body;
    EXPECT_THAT(releases.body, HasSubstr(R"("release":"v1.2.0")"));
    EXPECT_THAT(releases.body, HasSubstr(R"("added":8)"));
    std::string told;
    std::string cursor;
    int pages = 0;
    do {
        const Answer page = server.as("bo", "GET", "/taxonomies/releases/1/changes?change=added&limit=3" + cursor);
        ASSERT_EQ(page.status, 200) << page.body;
        told += page.body;
        const std::size_t from = page.body.find(R"("next":")");
        cursor = from == std::string::npos
                     ? ""
                     : "&cursor=" + page.body.substr(from + 8, page.body.find('"', from + 8) - from - 8);
        ++pages;
    } while (!cursor.empty() && pages < 9);
    EXPECT_EQ(pages, 3);
    for (const char* label : {"weld metal", "svetsare", "making things"}) EXPECT_THAT(told, HasSubstr(label));
    EXPECT_THAT(server.as("bo", "GET", "/taxonomies/releases/1/changes?change=retired").body,
                HasSubstr(R"("items":[])"));
    EXPECT_EQ(server.as("bo", "GET", "/taxonomies/releases/1/changes?change=eaten").status, 422);
}

TEST_P(TaxonomyRoutes, WhatDoesNotExistIsNotFound) {
    for (const char* path :
         {"/concepts?taxonomy=9", "/concepts?parent=999", "/concepts/999", "/concepts/999/needed-by",
          "/taxonomies/9/releases", "/taxonomies/releases/9/changes", "/concepts/matches?text=x&kind=skill&taxonomy=x"})
        EXPECT_EQ(server.as("bo", "GET", path).status, 404) << path;
}

TEST_P(TaxonomyRoutes, MatchesSayWhatTheyAreAndWhy) {
    const Answer found = server.as("bo", "GET", "/concepts/matches?text=svetsare&kind=occupation");
    ASSERT_EQ(found.status, 200) << found.body;
    EXPECT_THAT(found.body, HasSubstr(R"("label":{"text":"svetsare","language":"sv"})"));
    EXPECT_THAT(found.body, HasSubstr(R"("reason":"Heter likadant")"));
    for (const char* limit : {"0", "51", "-1"})
        EXPECT_EQ(server.as("bo", "GET", std::string{"/concepts/matches?text=x&kind=skill&limit="} + limit).status, 422)
            << limit;
}

TEST_P(TaxonomyRoutes, WhoeverEditsTheCatalogueTakesConceptsInAndLinksSkills) {
    const Answer found = server.as("bo", "GET", "/concepts/matches?text=weld%20metal&kind=skill&language=en&limit=1");
    const std::size_t from = found.body.find(R"("id":)") + 5;
    const std::string concept_ = found.body.substr(from, found.body.find(',', from) - from);
    const auto send = [&](std::string_view who, const char* method, const std::string& path, const std::string& body) {
        return server.ask(method, "/api/v1" + path,
                          {{"Authorization", "Bearer " + std::string{who}}, {"Content-Type", "application/json"}},
                          body);
    };
    EXPECT_EQ(send("bo", "POST", "/concepts/" + concept_ + "/skills", "").status, 403);
    const Answer taken = send("hr", "POST", "/concepts/" + concept_ + "/skills", "");
    ASSERT_EQ(taken.status, 201) << taken.body;
    EXPECT_THAT(taken.body, HasSubstr(R"("en":"Weld metal")"));
    EXPECT_THAT(server.as("bo", "GET", "/concepts/" + concept_ + "/skills").body, HasSubstr(R"("en":"Weld metal")"));
    EXPECT_THAT(server.as("bo", "GET", "/skills/1/concepts").body,
                HasSubstr(R"("attribution":"This service uses the ESCO)"));
    EXPECT_EQ(server.as("bo", "GET", "/skills/1/concepts/proposals").status, 403);
    EXPECT_THAT(server.as("hr", "GET", "/skills/1/concepts/proposals").body, HasSubstr(R"("reason":)"));
    EXPECT_EQ(send("bo", "PUT", "/skills/1/concepts", R"({"concept":)" + concept_ + "}").status, 403);
    EXPECT_EQ(send("hr", "PUT", "/skills/1/concepts", R"({"concept":)" + concept_ + "}").status, 200);
    EXPECT_EQ(send("hr", "DELETE", "/skills/1/concepts/" + concept_, "").status, 204);
    EXPECT_EQ(send("hr", "DELETE", "/skills/1/concepts/" + concept_, "").status, 404);
    EXPECT_EQ(server.as("bo", "GET", "/skills/1/concepts").body, R"({"items":[]})");
    EXPECT_EQ(server.as("bo", "GET", "/skills/999/concepts").status, 404);
    EXPECT_EQ(server.as("hr", "GET", "/skills/999/concepts/proposals").status, 404);
}

TEST_P(TaxonomyRoutes, AnOwnListIsHandedInAfterOneHasSeenWhatItWouldChange) {
    const auto hand_in = [&](std::string_view who, const std::string& query, std::string_view bytes) {
        return server.ask("POST", "/api/v1/taxonomies/releases?kind=skills&filename=lista.csv" + query,
                          {{"Authorization", "Bearer " + std::string{who}}, {"Content-Type", "text/csv"}}, bytes);
    };
    const std::string list = "namn;typ\nSvetsning;\nMontör;yrke\n";
    EXPECT_EQ(hand_in("bo", "", list).status, 403);
    const Answer seen = hand_in("hr", "&dry_run=true", list);
    EXPECT_EQ(seen.status, 200) << seen.body;
    EXPECT_THAT(seen.body, HasSubstr(R"("added":2)"));
    EXPECT_THAT(seen.body, HasSubstr(R"("applied":false)"));
    EXPECT_THAT(server.as("bo", "GET", "/taxonomies").body, Not(HasSubstr(R"("key":"own")"))) << "only looked at";
    EXPECT_THAT(hand_in("hr", "", list).body, HasSubstr(R"("applied":true)"));
    EXPECT_THAT(server.as("bo", "GET", "/taxonomies").body, HasSubstr(R"("key":"own")"));
    EXPECT_THAT(hand_in("hr", "", list).body, HasSubstr(R"("nothing":true)"));
    const Answer wrong = hand_in("hr", "", "namn;typ\nSvetsning;färg\n");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("Rad 2, typ: "));
    EXPECT_THAT(hand_in("hr", "", "PK\x03\x04").body, HasSubstr("lista.csv"))
        << "a broken file is called what its owner calls it";
}

INSTANTIATE_ON_BOTH(TaxonomyRoutes);

} // namespace
} // namespace kunna::taxonomies
