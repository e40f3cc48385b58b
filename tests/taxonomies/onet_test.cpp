// Reading O*NET's text files as a taxonomy.
#include "mini_esco.hpp"
#include "support/zip.hpp"
#include "taxonomies/onet.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::HasSubstr;

constexpr const char* rated =
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tRecommend Suppress\tNot Relevant\n";

Files small() {
    return {
        {"Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\n"
                                "51-4121.00\tWelders, Cutters\tUse \"hand\" welding equipment.\n"
                                "15-1252.00\tSoftware Developers\tDevelop software.\n"},
        {"Alternate Titles.txt", "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n"
                                 "51-4121.00\tArc Welder\t\t08\n51-4121.00\tCertified Welder\tCW\t08\n"},
        {"Skills.txt", rated + std::string{"51-4121.00\t2.A.1.a\tReading Comprehension\tIM\t2.50\t8\tN\t\n"
                                           "51-4121.00\t2.A.1.a\tReading Comprehension\tLV\t2.00\t8\tN\tN\n"
                                           "15-1252.00\t2.A.1.a\tReading Comprehension\tIM\t3.50\t8\tN\t\n"
                                           "51-4121.00\t2.B.3.e\tProgramming\tIM\t1.50\t8\tN\t\n"
                                           "15-1252.00\t2.B.3.e\tProgramming\tIM\t4.50\t8\tY\t\n"}},
        {"Knowledge.txt", rated + std::string{"51-4121.00\t2.C.3.e\tMechanical\tIM\t3.49\t8\tN\t\n"}},
        {"Content Model Reference.txt",
         "Element ID\tElement Name\tDescription\n"
         "2\tWorker Requirements\tWhat workers need\n2.A\tBasic Skills\tSkills to learn\n"
         "2.A.1\tContent\tBackground\n2.A.1.a\tReading Comprehension\tUnderstanding text.\n"
         "4\tOccupational Requirements\tNobody asks\n"},
        {"Technology Skills.txt",
         "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n"
         "15-1252.00\tC++\t43232402\tDevelopment environment software\tY\tY\n"
         "51-4121.00\tC++\t43232405\tProgramming languages\tN\tN\n"},
        {"Task Statements.txt", "another layout, and nobody asks"},
    };
}

Result<Release> read_small(const Files& files) {
    const Folder folder{files};
    return read_onet(folder.path(), "29.2");
}

std::vector<std::string> relations_of(const Release& release) {
    std::vector<std::string> told;
    for (const ReleaseRelation& one : release.relations)
        told.push_back(release.concepts[one.source].labels[0].preferred + " " + std::string{db::enum_name(one.kind)} +
                       " " + release.concepts[one.target].labels[0].preferred);
    return told;
}

TEST(Onet, AZipIsReadAsItsFolder) {
    kunna::test::Parts parts;
    for (const auto& [name, text] : small()) parts.emplace_back("db_29_2_text/" + name, text);
    const Folder folder{{{"upload", kunna::test::zip_of(parts)}}};
    const auto zipped = read_onet(folder.path() / "upload", "29.2", "db_29_2_text.zip");
    ASSERT_TRUE(zipped.ok()) << refusal(zipped);
    const auto plain = read_small(small());
    EXPECT_EQ(zipped->concepts.size(), plain->concepts.size());
    EXPECT_EQ(relations_of(*zipped), relations_of(*plain));
    EXPECT_THAT(refusal(read_onet(folder.path() / "upload" / "no")), HasSubstr("onet.no_files"));
}

TEST(Onet, OccupationsHaveTheirTitlesAndElementsTheirTree) {
    const auto read = read_small(small());
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_EQ(read->key, "onet");
    EXPECT_EQ(read->release, "29.2");
    EXPECT_THAT(read->attribution, HasSubstr("O*NET is a trademark of USDOL/ETA"));
    const ReleaseConcept& welder = at(*read, "onet:occupation/51-4121.00");
    EXPECT_EQ(labels(welder), "en:Welders, Cutters(Arc Welder/Certified Welder/CW)");
    EXPECT_EQ(welder.labels[0].description, "Use \"hand\" welding equipment.");
    EXPECT_EQ(at(*read, "onet:element/2.A.1").type, ConceptType::skill_group);
    EXPECT_EQ(at(*read, "onet:element/2.A.1.a").labels[0].description, "Understanding text.");
    EXPECT_EQ(at(*read, "onet:element/2.C.3.e").type, ConceptType::knowledge);
    EXPECT_EQ(std::count_if(read->concepts.begin(), read->concepts.end(),
                            [](const auto& one) { return one.uri == "onet:element/4"; }),
              0)
        << "a branch without elements is none";
}

TEST(Onet, WhatIsImportantIsEssentialAndWhatIsSuppressedIsLeftOut) {
    const auto read = read_small(small());
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_THAT(relations_of(*read),
                ::testing::UnorderedElementsAre(
                    "Welders, Cutters optional Reading Comprehension",
                    "Software Developers essential Reading Comprehension", "Welders, Cutters optional Mechanical",
                    "Reading Comprehension broader Content", "Content broader Basic Skills",
                    "Basic Skills broader Worker Requirements", "C++ broader Development environment software",
                    "C++ broader Programming languages", "Software Developers essential C++",
                    "Welders, Cutters optional C++"));
}

TEST(Onet, AFolderOrFileOfAnotherKindIsRefusedByName) {
    EXPECT_THAT(refusal(read_small({{"skills_en.csv", "x"}})), HasSubstr("onet.no_files"));
    Files other = small();
    other["Skills.txt"] = "O*NET-SOC Code\tElement ID\tScale ID\nx\ty\tz\n";
    const auto lacking = read_small(other);
    EXPECT_THAT(refusal(lacking), HasSubstr("taxonomy.missing_columns"));
    EXPECT_THAT(refusal(lacking), HasSubstr("Element Name, Data Value"));
    other = small();
    other["Knowledge.txt"] = rated + std::string{"51-4121.00\t2.C.3.e\tMechanical\tIM\tmuch\t8\tN\t\n"};
    EXPECT_THAT(refusal(read_small(other)), HasSubstr("taxonomy.bad_value"));
    EXPECT_THAT(refusal(read_small(other)), HasSubstr("much"));
}

} // namespace
} // namespace kunna::taxonomies
