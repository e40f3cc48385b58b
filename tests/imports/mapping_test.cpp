// Guessing which column is what, from the headings HR systems write.
#include "base/texts.hpp"
#include "imports/mapping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kunna::imports {
namespace {

using ::testing::Pair;
using ::testing::UnorderedElementsAre;

std::vector<SeenColumn> columns(std::initializer_list<const char*> names) {
    std::vector<SeenColumn> all;
    for (const char* name : names) all.push_back({name, {}});
    return all;
}

TEST(Mapping, SwedishHeadingsAreFoundWhateverTheirDotsAndCase) {
    const auto found = suggest(ImportKind::people, columns({"Anst.nr", "FÖRNAMN", "Efternamn", "E-post", "Avdelning",
                                                            "Närmaste chef", "Befattning", "Anställd fr.o.m.",
                                                            "Slutdatum", "Sysselsättningsgrad", "Skonummer"}));
    EXPECT_THAT(found.columns,
                UnorderedElementsAre(Pair("number", "Anst.nr"), Pair("given", "FÖRNAMN"), Pair("family", "Efternamn"),
                                     Pair("email", "E-post"), Pair("unit_name", "Avdelning"),
                                     Pair("manager_name", "Närmaste chef"), Pair("title", "Befattning"),
                                     Pair("hired", "Anställd fr.o.m."), Pair("left", "Slutdatum"),
                                     Pair("fte", "Sysselsättningsgrad")));
}

TEST(Mapping, EnglishHeadingsAreFound) {
    const auto found =
        suggest(ImportKind::people, columns({"Employee ID", "Full Name", "Work Email", "Department", "Department Code",
                                             "Manager ID", "Job Title", "Hire Date", "Termination Date", "FTE"}));
    EXPECT_THAT(found.columns, UnorderedElementsAre(Pair("number", "Employee ID"), Pair("name", "Full Name"),
                                                    Pair("email", "Work Email"), Pair("unit_name", "Department"),
                                                    Pair("unit_code", "Department Code"), Pair("manager", "Manager ID"),
                                                    Pair("title", "Job Title"), Pair("hired", "Hire Date"),
                                                    Pair("left", "Termination Date"), Pair("fte", "FTE")));
}

TEST(Mapping, TheTemplatesOwnHeadingsAreFoundInBothLanguages) {
    for (const ImportKind kind : {ImportKind::people, ImportKind::roles, ImportKind::assessments})
        for (const char* language : {"sv", "en"}) {
            std::vector<SeenColumn> all;
            for (const Field& field : fields(kind)) all.push_back({field_name(kind, field.key, language), {}});
            const auto found = suggest(kind, all);
            for (const Field& field : fields(kind)) {
                const auto mapped = found.columns.find(std::string{field.key});
                ASSERT_NE(mapped, found.columns.end()) << field.key << " in " << language;
                EXPECT_EQ(mapped->second, field_name(kind, field.key, language));
            }
        }
}

TEST(Mapping, SamplesDecideWhatAColumnOfManagersHolds) {
    const auto guess = [](std::vector<std::string> samples) {
        const std::vector<SeenColumn> all{{"Anställningsnummer", {"1"}}, {"Chef", std::move(samples)}};
        std::string field;
        for (const auto& [key, column] : suggest(ImportKind::people, all).columns)
            if (column == "Chef") field = key;
        return field;
    };
    EXPECT_EQ(guess({"Svensson, Anna", "Omar Ali"}), "manager_name");
    EXPECT_EQ(guess({"1001", "A-17", ""}), "manager");
    EXPECT_EQ(guess({"anna@example.se", "omar@example.se"}), "manager_email");
}

TEST(Mapping, AColumnHeadedEmployedHoldsNamesNumbersOrDays) {
    const auto guess = [](std::vector<std::string> samples) {
        const std::vector<SeenColumn> all{{"Anställd", std::move(samples)}};
        return suggest(ImportKind::people, all).columns.begin()->first;
    };
    EXPECT_EQ(guess({"Svensson, Anna", "Omar Ali"}), "name");
    EXPECT_EQ(guess({"1001", "A-17"}), "number");
    EXPECT_EQ(guess({"46082", "46083"}), "number");
    EXPECT_EQ(guess({"2019-03-01", "15/2 2021", "2020-01-01"}), "hired");
}

TEST(Mapping, AFileOfAnEverydayExportIsMappedWhole) {
    const std::vector<SeenColumn> all{{"Anst.nr", {"90001"}},       {"Efternamn, Förnamn", {"Svensson, Anna"}},
                                      {"E-post", {"a@example.se"}}, {"Enhet", {"Produktion"}},
                                      {"Befattning", {"Operatör"}}, {"Chef", {"Anna Svensson"}},
                                      {"Anställd", {"2019-03-01"}}, {"Sysselsättning", {"100%"}}};
    EXPECT_EQ(suggest(ImportKind::people, all).columns,
              (std::map<std::string, std::string>{{"number", "Anst.nr"},
                                                  {"name", "Efternamn, Förnamn"},
                                                  {"email", "E-post"},
                                                  {"unit_name", "Enhet"},
                                                  {"title", "Befattning"},
                                                  {"manager_name", "Chef"},
                                                  {"hired", "Anställd"},
                                                  {"fte", "Sysselsättning"}}));
}

TEST(Mapping, AUnitColumnWithPathsIsAPath) {
    const std::vector<SeenColumn> all{{"Enhet", {"Bolaget > Produktion", "Bolaget"}}};
    EXPECT_THAT(suggest(ImportKind::people, all).columns, UnorderedElementsAre(Pair("unit_path", "Enhet")));
}

TEST(Mapping, ANationalIdentityNumberIsNeverGuessedToBeTheKey) {
    EXPECT_TRUE(suggest(ImportKind::people, columns({"Personnummer"})).columns.empty());
}

TEST(Mapping, OneColumnServesOneFieldAndTheBetterHeadingWins) {
    const auto found = suggest(ImportKind::people, columns({"ID", "Anställningsnummer"}));
    EXPECT_THAT(found.columns, UnorderedElementsAre(Pair("number", "Anställningsnummer")));
}

std::string refusal(ImportKind kind, const Mapping& mapping, const std::vector<SeenColumn>& all) {
    const auto checked = check_mapping(kind, mapping, all);
    return checked.ok() ? "" : checked.error().fields.at(0).code;
}

TEST(Mapping, WhatAFileCannotDoWithoutIsAskedFor) {
    const auto all = columns({"A", "B", "C", "D", "E"});
    EXPECT_EQ(refusal(ImportKind::people, {{{"given", "A"}}, {}}, all), "import.number_needed");
    EXPECT_EQ(refusal(ImportKind::people, {{{"number", "A"}}, {}}, all), "");
    EXPECT_EQ(refusal(ImportKind::people, {{{"number", "Z"}}, {}}, all), "import.column_gone");
    EXPECT_EQ(refusal(ImportKind::people, {{{"shoe", "A"}}, {}}, all), "import.unknown_field");
    EXPECT_EQ(refusal(ImportKind::roles, {{{"level", "A"}, {"skill", "B"}}, {}}, all), "import.role_needed");
    EXPECT_EQ(refusal(ImportKind::roles, {{{"level", "A"}, {"role_en", "B"}}, {}}, all), "import.skill_needed");
    Mapping assessments{{{"level", "A"}, {"skill", "B"}, {"email", "C"}}, {}};
    EXPECT_EQ(refusal(ImportKind::assessments, assessments, all), "import.source_needed");
    assessments.options.source = "chef";
    EXPECT_EQ(refusal(ImportKind::assessments, assessments, all), "import.day_needed");
    assessments.columns["day"] = "D";
    EXPECT_EQ(refusal(ImportKind::assessments, assessments, all), "");
}

TEST(Mapping, EverySourceIsReadBackFromItsWordInBothLanguages) {
    for (const auto source : {engine::Source::self, engine::Source::manager, engine::Source::peer,
                              engine::Source::interview, engine::Source::talk, engine::Source::test,
                              engine::Source::project, engine::Source::certificate, engine::Source::expert})
        for (const char* language : {"sv", "en"}) EXPECT_EQ(source_of(source_word(source, language)), source);
    EXPECT_EQ(source_of(" Självskattning "), engine::Source::self);
    EXPECT_EQ(source_of("gissning"), std::nullopt);
    EXPECT_FALSE(check_options(ImportKind::assessments, {.source = "gissning"}).ok());
}

TEST(Mapping, EveryFieldHasItsNameAndHelpInBothLanguages) {
    for (const ImportKind kind : {ImportKind::people, ImportKind::roles, ImportKind::assessments})
        for (const ShownField& field : shown_fields(kind))
            for (const std::string& text : {field.name.sv, field.name.en, field.help.sv, field.help.en}) {
                EXPECT_FALSE(text.empty());
                EXPECT_FALSE(text.starts_with("import.field")) << text;
            }
}

} // namespace
} // namespace kunna::imports
