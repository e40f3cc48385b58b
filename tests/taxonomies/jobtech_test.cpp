// Reading JobTech's files.
#include "mini_esco.hpp"
#include "support/zip.hpp"
#include "taxonomies/jobtech.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::HasSubstr;

std::string uri(const std::string& id) {
    return "http://data.jobtechdev.se/taxonomy/concept/" + id;
}

Files small() {
    return {
        {"skills.json",
         R"({"data":{"concepts":[{"id":"sk1","preferred_label":"Kylteknik","type":"skill","alternative_labels":["Kyla","kylteknik"]},
             {"id":"sk2","preferred_label":" St\u00e5l\u00a0\u0000konstruktion ","type":"skill"},
             {"id":"sk3","preferred_label":"Gammalt","type":"skill","deprecated":true,"replaced_by":[{"id":"sk1"}]},
             {"id":"x","preferred_label":"Rubrik","type":"skill-headline"}]}})"},
        {"the-ssyk-hierarchy-with-occupations.json",
         R"({"data":{"concepts":[{"id":"g7","preferred_label":"Hantverk","ssyk_code_2012":"7","type":"ssyk-level-1","narrower":[
             {"id":"g7212","preferred_label":"Svetsare","ssyk_code_2012":"7212","type":"ssyk-level-4","definition":"kort","narrower":[
               {"id":"o1","preferred_label":"Licenssvetsare","type":"occupation-name"},
               {"id":"k1","preferred_label":"annat","type":"keyword"}]}]}]}})"},
        {"ssyk-level-4-groups.json",
         R"({"data":{"concepts":[{"id":"g7212","preferred_label":"Svetsare","ssyk_code_2012":"7212","type":"ssyk-level-4",
             "definition":"Svetsar metall.\r\nOch sk\u00e4r."}]}})"},
        {"ssyk-level-4-with-related-isco-level-4-groups.json",
         R"({"data":{"concepts":[{"id":"g7212","preferred_label":"Svetsare","type":"ssyk-level-4","related":[
             {"id":"a","isco_code_08":"7213","type":"isco-level-4"},{"id":"b","isco_code_08":"7212","type":"isco-level-4"},
             {"id":"c","isco_code_08":"7212","type":"isco-level-4"}]}]}})"},
        {"languages.json", "no JSON, and nobody asks"},
    };
}

Result<Release> read_small(const Files& files) {
    const Folder folder{files};
    return read_jobtech(folder.path());
}

TEST(Jobtech, SkillsGroupsAndOccupationNamesComeWithTheirBridgeToIsco) {
    const auto read = read_small(small());
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_EQ(read->key, "jobtech");
    EXPECT_EQ(read->licence, "CC0 1.0");
    EXPECT_EQ(read->attribution, "Arbetsf\u00F6rmedlingen, JobTech Taxonomy");
    EXPECT_EQ(read->concepts.size(), 6U);
    EXPECT_EQ(labels(at(*read, uri("sk1"))), "sv:Kylteknik(Kyla)");
    EXPECT_EQ(labels(at(*read, uri("sk2"))), "sv:St\u00E5l konstruktion");
    const ReleaseConcept& group = at(*read, uri("g7212"));
    EXPECT_EQ(group.type, ConceptType::occupation_group);
    EXPECT_EQ(group.code, "7212");
    EXPECT_EQ(group.isco, "7212 7213");
    EXPECT_EQ(group.labels[0].description, "Svetsar metall.\nOch sk\u00E4r.");
    EXPECT_EQ(at(*read, uri("o1")).type, ConceptType::occupation);
    EXPECT_EQ(at(*read, uri("o1")).isco, ""); // its group's
    EXPECT_TRUE(related(*read, uri("o1"), RelationKind::broader, uri("g7212")));
    EXPECT_TRUE(related(*read, uri("g7212"), RelationKind::broader, uri("g7")));
    EXPECT_EQ(read->relations.size(), 2U);
}

TEST(Jobtech, WhatIsDeprecatedNamesTheOneInItsPlace) {
    const auto read = read_small(small());
    EXPECT_TRUE(at(*read, uri("sk3")).retired);
    EXPECT_EQ(at(*read, uri("sk3")).replaced_by, uri("sk1"));
}

TEST(Jobtech, EitherOfItsTwoFilesIsEnough) {
    Files files = small();
    files.erase("skills.json");
    EXPECT_EQ(read_small(files)->files.size(), 2U);
    EXPECT_EQ(read_small({{"skills.json", small()["skills.json"]}})->concepts.size(), 3U);
    EXPECT_THAT(refusal(read_small({{"ssyk-level-4-groups.json", "{}"}})),
                HasSubstr("jobtech.no_files skills=skills.json hierarchy=the-ssyk-hierarchy-with-occupations.json"));
}

TEST(Jobtech, AZipIsReadAsItsFolder) {
    kunna::test::Parts parts;
    for (const auto& [name, text] : small()) parts.emplace_back("taxonomy/" + name, text);
    const Folder folder{{{"upload", kunna::test::zip_of(parts)}, {"notes.txt", "no zip"}}};
    const auto zipped = read_jobtech(folder.path() / "upload", "", "jobtech.zip");
    ASSERT_TRUE(zipped.ok()) << refusal(zipped);
    const auto plain = read_small(small());
    EXPECT_EQ(zipped->concepts.size(), plain->concepts.size());
    EXPECT_EQ(zipped->relations, plain->relations);
    EXPECT_THAT(refusal(read_jobtech(folder.path() / "notes.txt")), HasSubstr("path=notes.txt"));
}

TEST(Jobtech, BrokenFilesAreRefusedByName) {
    EXPECT_THAT(refusal(read_small({{"skills.json", "{\"data\":"}})),
                HasSubstr("taxonomy.file_refused file=skills.json"));
    EXPECT_EQ(refusal(read_small({{"skills.json", "{\"data\":{\"concepts\":{}}}"}})),
              "jobtech.layout file=skills.json");
    EXPECT_EQ(refusal(read_small({{"skills.json", R"({"data":{"concepts":[{"id":"a","type":"skill"}]}})"}})),
              "jobtech.bad_concept file=skills.json id=a label=");
    EXPECT_EQ(refusal(read_small({{"skills.json", "[1]"}})), "jobtech.layout file=skills.json");
}

} // namespace
} // namespace kunna::taxonomies
