// Own lists, from CSV and XLSX, into the database.
#include "mini_esco.hpp"
#include "support/small_company.hpp"
#include "tabular/xlsx.hpp"
#include "taxonomies/own_list.hpp"
#include "taxonomies/release_import.hpp"
#include "taxonomies/taxonomies.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::HasSubstr;

Result<Release> read_list(const std::string& csv, const std::string& key = "own") {
    const Folder folder{{{"list.csv", csv}}};
    return read_own_list(folder.path() / "list.csv", key);
}

TEST(OwnList, SwedishHeadingsAndEnglishOnesMeanTheSame) {
    const auto sv = read_list("id;namn;name;andra namn;beskrivning;typ;\u00F6verordnad\r\n"
                              "K1;Svetsning;Welding;MIG|tig;F\u00F6rst.;;Verkstad\r\n"
                              "G1;Verkstad;Workshop;;;Kompetensgrupp;\r\n");
    const auto en = read_list("Parent,Type,Description SV,Alternatives SV,Name EN,Name SV,URI\n"
                              "G1,skill,F\u00F6rst.,\"MIG\ntig\",Welding,Svetsning,K1\n"
                              ",skill group,,,Workshop,Verkstad,G1\n");
    ASSERT_TRUE(sv.ok()) << refusal(sv);
    ASSERT_TRUE(en.ok()) << refusal(en);
    for (const Release* read : {&*sv, &*en}) {
        EXPECT_EQ(labels(at(*read, "K1")), "sv:Svetsning(MIG/tig) en:Welding");
        EXPECT_EQ(at(*read, "K1").labels[0].description, "F\u00F6rst.");
        EXPECT_EQ(at(*read, "G1").type, ConceptType::skill_group);
        EXPECT_TRUE(related(*read, "K1", RelationKind::broader, "G1"));
    }
}

TEST(OwnList, WithoutAnIdTheNameIsWhatAConceptIsKnownBy) {
    const auto read = read_list("namn;\nL\u00F6dning;\n", "verkstad");
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_EQ(read->concepts[0].uri, "verkstad:l\u00F6dning");
    EXPECT_EQ(read->key, "verkstad");
}

TEST(OwnList, AWorkbookReadsAsACsvDoes) {
    const Folder folder{Files{}};
    const auto path = folder.path() / "list.xlsx";
    {
        auto sink = tabular::file_sink(path);
        ASSERT_TRUE(sink.ok());
        auto writer = tabular::write_xlsx(*sink, "Lista", {{"Namn"}, {"Typ"}});
        ASSERT_TRUE(writer.ok());
        const std::vector<tabular::Cell> row{std::string_view{"L\u00F6dning"}, std::string_view{"kunskap"}};
        ASSERT_TRUE((*writer)->row(row).ok());
        ASSERT_TRUE((*writer)->finish().ok());
    }
    const auto read = read_own_list(path);
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_EQ(read->concepts[0].type, ConceptType::knowledge);
    EXPECT_EQ(labels(read->concepts[0]), "sv:L\u00F6dning");
}

TEST(OwnList, EveryWrongRowIsToldWithRowColumnAndValue) {
    const auto read = read_list("id;namn;typ;\u00F6verordnad\n"
                                "1;Svetsning;magi;\n"
                                "2;;;\n"
                                "3;L\u00F6dning;;Ingenting\n"
                                "3;Limning;;\n"
                                ";Nitning;;\n"
                                ";nitning;;\n"
                                "4;Dubbel;;\n"
                                "5;Dubbel;;\n"
                                "6;Under;;Dubbel\n"
                                "7;" +
                                std::string(201, 'x') + ";;\n");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, "taxonomy.list_refused");
    std::vector<std::string> told;
    for (const FieldError& field : read.error().fields) told.push_back(field.where + ": " + field.code);
    EXPECT_THAT(told, ::testing::ElementsAre(
                          "row 2, column typ: taxonomy.type_unknown", "row 3, column namn: taxonomy.name_missing",
                          "row 5, column id: taxonomy.id_twice", "row 7, column namn: taxonomy.name_twice",
                          "row 11, column namn: taxonomy.name_too_long",
                          "row 4, column \u00F6verordnad: taxonomy.parent_unknown",
                          "row 10, column \u00F6verordnad: taxonomy.parent_ambiguous"));
    EXPECT_THAT(read.error().fields[0].values,
                ::testing::Contains(std::pair<std::string, std::string>{"value", "magi"}));
    EXPECT_THAT(read.error().fields[3].values, ::testing::Contains(std::pair<std::string, std::string>{"first", "6"}));
}

TEST(OwnList, AListWithoutNamesAKeyOfAnotherAndACircleAreRefused) {
    EXPECT_EQ(refusal(read_list("id;typ\n1;skill\n")), "taxonomy.missing_columns file=list.csv columns=namn / name");
    EXPECT_EQ(refusal(read_list("namn;\nx;\n", "esco")), "taxonomy.key_reserved key=esco");
    EXPECT_EQ(refusal(read_list("namn;\nx;\n", "Min lista")), "taxonomy.key_form key=Min lista");
    EXPECT_THAT(refusal(read_list("namn;\u00F6verordnad\na;b\nb;a\n")), HasSubstr("taxonomy.cycle"));
    EXPECT_THAT(refusal(read_list("")), HasSubstr("[list.csv file.empty]"));
}

class OwnListImport : public kunna::test::SmallCompany {};

TEST_P(OwnListImport, AListIsImportedAndALaterOneRetiresWhatItLacks) {
    const auto import = [&](const std::string& csv) {
        const auto read = read_list(csv);
        return act([&](db::Tx& tx) -> Result<ReleaseCounts> {
            const ReleaseChange change = TRY(plan_release(tx, *read));
            apply_release(tx, hr(), *read, change);
            return change.counts;
        });
    };
    EXPECT_EQ(import("namn;\u00F6verordnad\nSvetsning;Verkstad\nL\u00F6dning;Verkstad\nVerkstad;\n")->added, 3);
    const auto later = import("namn;\u00F6verordnad\nSvetsning;\nVerkstad;\n");
    EXPECT_EQ(later->retired, 1);
    EXPECT_EQ(later->relations_dropped, 1);
    EXPECT_EQ(later->unchanged, 2);
    const auto all = look([](db::Tx& tx) { return taxonomies(tx); });
    EXPECT_EQ(all.at(0).key, "own");
    EXPECT_EQ(all.at(0).name, "list") << "as the file, since a key is no name";
    EXPECT_EQ(all.at(0).skills, 2);
    EXPECT_EQ(all.at(0).retired, 1);
}

INSTANTIATE_ON_BOTH(OwnListImport);

} // namespace
} // namespace kunna::taxonomies
