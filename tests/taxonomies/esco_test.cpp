// Reading ESCO's files: what is taken, and what is refused.
#include "mini_esco.hpp"
#include "support/zip.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::HasSubstr;

TEST(Esco, ConceptsGetTheirTypesCodesAndLabelsInEveryLanguageThatNamesThem) {
    const auto read = test::read(mini());
    ASSERT_TRUE(read.ok()) << refusal(read);
    const Release& release = *read;
    EXPECT_EQ(release.key, "esco");
    EXPECT_EQ(release.release, "v1.2.0");
    EXPECT_EQ(release.licence, "CC BY 4.0");
    EXPECT_EQ(release.attribution, "This service uses the ESCO classification of the European Commission.");
    EXPECT_EQ(release.concepts.size(), 8U);
    EXPECT_EQ(at(release, skill("welding")).type, ConceptType::skill);
    EXPECT_EQ(at(release, skill("steel")).type, ConceptType::knowledge);
    EXPECT_EQ(at(release, skill("steel")).reuse, "cross-sector");
    EXPECT_EQ(at(release, skill("making")).type, ConceptType::skill_group);
    EXPECT_EQ(at(release, skill("making")).code, "S1");
    EXPECT_EQ(at(release, occupation("diver")).type, ConceptType::occupation);
    EXPECT_EQ(at(release, occupation("diver")).code, "7212.3.1");
    EXPECT_EQ(at(release, occupation("diver")).isco, "7212");
    EXPECT_EQ(at(release, isco("7212")).type, ConceptType::occupation_group);
    EXPECT_EQ(at(release, isco("7212")).isco, "7212");
    EXPECT_EQ(labels(at(release, skill("reading"))), "en:read drawings sv:l\u00E4sa ritningar");
    EXPECT_EQ(labels(at(release, occupation("diver"))), "en:diver, welding");
}

TEST(Esco, OtherNamesAreSplitBothWaysCleanedAndNeverRepeatThePreferredLabel) {
    const auto read = test::read(mini());
    ASSERT_TRUE(read.ok());
    // German only where there is German; no Swedish row for welding.
    EXPECT_EQ(labels(at(*read, skill("welding"))), "en:weld metal(join metal/fuse metal) de:Metall schwei\u00DF"
                                                   "en");
    EXPECT_EQ(labels(at(*read, skill("steel"))),
              "en:types of steel(kinds of steel/STEEL TYPES) sv:st\u00E5lsorter(sl\u00E4ktet st\u00E5l)");
    EXPECT_EQ(at(*read, skill("steel")).labels[0].hidden, "stel");
    EXPECT_EQ(at(*read, skill("steel")).labels[0].description, "What steel is.\n\nAnd what it is not.");
}

TEST(Esco, AConceptMayHaveSeveralParentsAndRelationsKeepTheirKind) {
    const auto read = test::read(mini());
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(related(*read, skill("reading"), RelationKind::broader, skill("making")));
    EXPECT_TRUE(related(*read, skill("reading"), RelationKind::broader, skill("knowing")));
    EXPECT_TRUE(related(*read, occupation("diver"), RelationKind::broader, occupation("welder")));
    EXPECT_TRUE(related(*read, occupation("welder"), RelationKind::essential, skill("welding")));
    EXPECT_TRUE(related(*read, occupation("diver"), RelationKind::optional, skill("welding")));
    EXPECT_TRUE(related(*read, skill("welding"), RelationKind::optional, skill("steel")));
    EXPECT_EQ(read->relations.size(), 10U);
    EXPECT_EQ(read->unknown_ends, 0);
    EXPECT_EQ(read->relation_files.size(), 4U);
}

TEST(Esco, AZipReadsAsTheFolderDoesWhateverTheCaseOfItsNames) {
    kunna::test::Parts parts;
    for (const auto& [name, text] : mini()) parts.emplace_back(name, text);
    parts.emplace_back("readme.txt", "nothing");
    const Folder folder{{{"download.zip", kunna::test::zip_of(parts)}}};
    const auto zipped = read_esco(folder.path() / "download.zip");
    ASSERT_TRUE(zipped.ok()) << refusal(zipped);
    const auto plain = test::read(mini());
    EXPECT_EQ(zipped->release, "v1.2.0");
    EXPECT_EQ(zipped->files, plain->files);
    EXPECT_EQ(zipped->relations, plain->relations);
    ASSERT_EQ(zipped->concepts.size(), plain->concepts.size());
    for (std::size_t i = 0; i < plain->concepts.size(); ++i) {
        EXPECT_EQ(zipped->concepts[i].uri, plain->concepts[i].uri);
        EXPECT_EQ(zipped->concepts[i].labels, plain->concepts[i].labels);
    }
}

TEST(Esco, RelationsRepeatedInEveryLanguageAreReadOnce) {
    Files files = mini();
    files[swedish + "broaderRelationsSkillPillar_sv.csv"] = "conceptUri,broaderUri\nnobody,no one\n";
    const auto read = test::read(files);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->unknown_ends, 0);
    EXPECT_EQ(read->relations.size(), 10U);
    // Without the English folder the Swedish one is read.
    Files sv = only(files, swedish);
    EXPECT_EQ(test::read(sv)->unknown_ends, 1);
}

TEST(Esco, ARelationToAConceptThatNoFileHasIsSkippedAndCounted) {
    Files files = mini();
    files[english + "occupationSkillRelations_en.csv"] += occupation("welder") + ",essential,," + skill("unheard") +
                                                          "\n" + occupation("nobody") + ",optional,," +
                                                          skill("welding") + "\n";
    const auto read = test::read(files);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->unknown_ends, 2);
    EXPECT_EQ(read->relations.size(), 10U);
}

TEST(Esco, WhatIsNotReleasedInAnyLanguageIsNoLongerInForce) {
    Files files = mini();
    files[english + "skills_en.csv"] += skill_row("old", "old skill", "", "knowledge", "deprecated");
    replace(files[english + "skills_en.csv"], "stel,released", "stel,deprecated"); // Swedish has it still
    const auto read = test::read(files);
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_TRUE(at(*read, skill("old")).retired);
    EXPECT_FALSE(at(*read, skill("steel")).retired);
}

TEST(Esco, TheReleaseThatIsGivenOutdoesTheFoldersName) {
    EXPECT_EQ(test::read(mini(), "1.2")->release, "1.2");
    EXPECT_EQ(test::read({{"skills_en.csv", mini()[english + "skills_en.csv"]}})->release, "");
}

TEST(Esco, AColumnThatIsMissingIsNamedWithItsFile) {
    Files files = mini();
    replace(files[swedish + "skills_sv.csv"], "preferredLabel,conceptUri", "label,uri");
    EXPECT_EQ(refusal(test::read(files)),
              "taxonomy.missing_columns file=skills_sv.csv columns=conceptUri, preferredLabel");
    files = mini();
    replace(files[english + "occupationSkillRelations_en.csv"], "relationType", "kind");
    EXPECT_EQ(refusal(test::read(files)),
              "taxonomy.missing_columns file=occupationSkillRelations_en.csv columns=relationType");
}

TEST(Esco, ACircleOfBroaderConceptsIsRefusedWithOneOnIt) {
    Files files = mini();
    files[english + "broaderRelationsSkillPillar_en.csv"] +=
        "SkillGroup," + skill("making") + ",KnowledgeSkillCompetence," + skill("welding") + "\n";
    const std::string said = refusal(test::read(files));
    EXPECT_THAT(said, HasSubstr("taxonomy.cycle label="));
    EXPECT_TRUE(said.ends_with(skill("making")) || said.ends_with(skill("welding"))) << said;
}

TEST(Esco, AUriTwiceInAFileIsRefusedUnlessTheRowsAreEqual) {
    Files files = mini();
    files[english + "skills_en.csv"] += skill_row("reading", "read drawings");
    EXPECT_EQ(refusal(test::read(files)), "ok");
    files[english + "skills_en.csv"] += skill_row("reading", "read maps");
    EXPECT_EQ(refusal(test::read(files)), "esco.uri_twice file=skills_en.csv row=10 uri=" + skill("reading"));
}

TEST(Esco, BrokenValuesAreRefusedWithTheirPlace) {
    Files files = mini();
    replace(files[english + "occupationSkillRelations_en.csv"], "essential", "vital");
    EXPECT_EQ(refusal(test::read(files)), "taxonomy.bad_value file=occupationSkillRelations_en.csv row=2 "
                                          "column=relationType value=vital");
    files = mini();
    files[english + "skills_en.csv"] += "Robot," + skill("robot") + ",,,robot,,,released,,,,,\n";
    EXPECT_EQ(refusal(test::read(files)), "taxonomy.bad_value file=skills_en.csv row=9 column=conceptType value=Robot");
    files = mini();
    files[english + "ISCOGroups_en.csv"] += "ISCOGroup,,1,x,released\n";
    EXPECT_EQ(refusal(test::read(files)), "esco.bad_uri file=ISCOGroups_en.csv row=3 column=conceptUri value=");
}

TEST(Esco, WhatTheCsvReaderRefusesIsToldWithTheFile) {
    Files files = mini();
    files[english + "skills_en.csv"] += skill_row("big", std::string(300 * 1024, 'x'));
    EXPECT_EQ(refusal(test::read(files)),
              "taxonomy.file_refused file=skills_en.csv [skills_en.csv, row 9, column preferredLabel "
              "table.cell_too_long]");
    files = mini();
    files[swedish + "skills_sv.csv"] += "sm\xE5land," + skill("x") + ",,,\n";
    EXPECT_THAT(refusal(test::read(files)), HasSubstr("file=skills_sv.csv [skills_sv.csv, row 4, column preferredLabel "
                                                      "csv.mixed_encodings]"));
    files = mini();
    files[english + "skills_en.csv"] += skill_row("nul", std::string{"a\0b", 3});
    EXPECT_THAT(refusal(test::read(files)), HasSubstr("csv.nul_byte"));
    files = mini();
    files[english + "skills_en.csv"] += "KnowledgeSkillCompetence," + skill("x") + ",,,a,b,c,d,e,f,g,h,i,j\n";
    EXPECT_THAT(refusal(test::read(files)), HasSubstr("table.cells_beyond_header"));
}

TEST(Esco, SeveralDownloadsInOneFolderAreRefused) {
    Files files = mini();
    files["other/skills_en.csv"] = files[english + "skills_en.csv"];
    EXPECT_THAT(refusal(test::read(files)), HasSubstr("esco.file_twice file=skills_en.csv"));
    files = mini();
    files["ESCO dataset - v1.1.1 - classification - fi - csv/skills_fi.csv"] = skill_header;
    EXPECT_THAT(refusal(test::read(files)), HasSubstr("esco.two_releases"));
}

TEST(Esco, AFolderOrAFileWithoutEscoIsRefused) {
    EXPECT_THAT(refusal(test::read({{"notes.txt", "x"}})), HasSubstr("esco.no_files"));
    EXPECT_THAT(refusal(test::read({{"broaderRelationsOccPillar_en.csv", "conceptUri,broaderUri\n"}})),
                HasSubstr("esco.no_files"));
    const Folder folder{{{"esco.zip", "no zip at all"}, {"skills_en.csv", skill_header}}};
    EXPECT_EQ(refusal(read_esco(folder.path() / "skills_en.csv")), "esco.no_files path=skills_en.csv");
    EXPECT_THAT(refusal(read_esco(folder.path() / "esco.zip")), HasSubstr("[esco.zip zip.damaged]"));
}

TEST(Circles, AreFoundWhereverTheyAre) {
    EXPECT_EQ(on_a_cycle(3, {{0, 1}, {1, 2}, {0, 2}}), std::nullopt);
    EXPECT_EQ(on_a_cycle(2, {{1, 1}}), 1U);
    const auto round = on_a_cycle(5, {{0, 1}, {1, 2}, {2, 3}, {3, 2}, {3, 4}});
    ASSERT_TRUE(round.has_value());
    EXPECT_TRUE(*round == 2 || *round == 3) << *round;
}

} // namespace
} // namespace kunna::taxonomies
