// Reading people files as HR systems send them: what each row says, and what is wrong with it.
#include "files.hpp"
#include "imports/people_file.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kunna::imports {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PeopleFiles : public ::testing::Test {
protected:
    test::Files files;
    Problems problems;
    std::vector<KnownPerson> known;

    PeopleFile read(std::string_view content, ImportOptions options = {}) {
        const SourceFile source = files.write("people.csv", content);
        const Mapping mapping = test::guessed(source, ImportKind::people, std::move(options));
        auto lines = Lines::open(source, ImportKind::people, mapping, problems, {});
        if (!lines.ok()) throw std::runtime_error{lines.error().code};
        auto file = read_people(*lines, problems, [&] { return known; }, {});
        return std::move(file).unwrap();
    }
    std::vector<std::string> managers(const PeopleFile& file) {
        std::vector<std::string> all;
        for (const auto& record : file.records) all.push_back(record.manager.value_or("?"));
        return all;
    }
};

TEST_F(PeopleFiles, ARowWithASeparatorTooManyIsNotTrusted) {
    const auto file =
        read("Anst.nr;Förnamn;Efternamn;E-post;Enhetskod;Enhet;Befattning;Roller;Chefsnr;Sysselsättningsgrad;Anställd "
             "från;Slutdatum\n"
             "  00123 ; Anna-Karin ;af Geijerstam;anna@example.se;41;Produktion;Chef ;Ledare; Operatör;9;80 "
             "%;2019-03-01;2026-12-31\n"
             "9;Bo;Ek;;41;Produktion;VD;;;1;2001-01-01;2026-12-31\n");
    EXPECT_THAT(test::codes(problems), ElementsAre("table.cells_beyond_header"));
    EXPECT_EQ(file.records.size(), 1U);
}

TEST_F(PeopleFiles, AFullRowSaysAllItSays) {
    const auto file = read("Anst.nr;Förnamn;Efternamn;E-post;Enhetskod;Enhet;Befattning;Roller;Chefsnr;"
                           "Sysselsättningsgrad;Anställd från;Slutdatum\n"
                           "  00123 ; Anna-Karin ;af  Geijerstam;anna@example.se;41;Produktion;Chef ;\"Ledare; "
                           "Operatör\";9;80 %;2019-03-01;\n"
                           "9;Bo;Ek;;41;Produktion;VD;;;1;2001-01-01;2026-12-31\n");
    EXPECT_THAT(test::codes(problems), IsEmpty());
    ASSERT_EQ(file.records.size(), 2U);
    const auto& anna = file.records[0];
    EXPECT_EQ(anna.row, 2);
    EXPECT_EQ(anna.number, "00123");
    EXPECT_EQ(anna.given, "Anna-Karin");
    EXPECT_EQ(anna.family, "af Geijerstam");
    EXPECT_EQ(anna.email, "anna@example.se");
    EXPECT_EQ(anna.unit_code, "41");
    EXPECT_EQ(anna.unit_name, "Produktion");
    EXPECT_EQ(anna.title, "Chef");
    EXPECT_EQ(anna.manager, "9");
    EXPECT_EQ(anna.fte, 0.8);
    EXPECT_EQ(anna.hired->iso(), "2019-03-01");
    EXPECT_FALSE(anna.left.has_value());
    EXPECT_TRUE(anna.left_stated);
    EXPECT_EQ(file.records[1].left->iso(), "2026-12-31");
    EXPECT_EQ(file.records[1].manager, "");
    EXPECT_TRUE(file.states_roles);
    EXPECT_THAT(file.roles.at(0).roles, ElementsAre("Ledare", "Operatör"));
}

TEST_F(PeopleFiles, AFormulaIsRefusedAndAGuardedOneIsTheTextItGuards) {
    const auto file = read("Anst.nr;Förnamn;Efternamn\n1;=HYPERLINK(1);Ek\n2; =1+1;Al\n3;\"=2\";Os\n4;'=1+1;By\n");
    EXPECT_THAT(test::codes(problems), ElementsAre("value.formula", "value.formula", "value.formula"));
    EXPECT_EQ(file.records.back().given, "=1+1");
}

TEST_F(PeopleFiles, AGenderIsReadAsItIsWrittenInEitherLanguage) {
    const auto file = read("Anst.nr;Namn;Kön\n1;Anna Ek;Kvinna\n2;Bo Ek;M\n3;Cia Ek;other\n4;Dag Ek;\n5;Eva Ek;tolv\n");
    using people::Gender;
    const std::vector<std::optional<Gender>> read_as{Gender::woman, Gender::man, Gender::other, Gender::unstated, {}};
    ASSERT_EQ(file.records.size(), read_as.size());
    for (std::size_t i = 0; i < read_as.size(); ++i) EXPECT_EQ(file.records[i].gender, read_as[i]) << i;
    EXPECT_THAT(test::codes(problems), ElementsAre("import.gender_form"));
    EXPECT_FALSE(read("Anst.nr;Namn\n1;Anna Ek\n").records.at(0).gender) << "no column";
}

TEST_F(PeopleFiles, WhatHasNoColumnIsLeftAsItIs) {
    const auto file = read("Anst.nr;Namn\n1;Anna Ek\n");
    const auto& anna = file.records.at(0);
    EXPECT_FALSE(anna.email.has_value());
    EXPECT_FALSE(anna.title.has_value());
    EXPECT_FALSE(anna.manager.has_value());
    EXPECT_FALSE(anna.left_stated);
    EXPECT_FALSE(file.states_roles);
    EXPECT_THAT(file.roles, IsEmpty());
}

TEST_F(PeopleFiles, JoinedNamesAreSplitWhicheverWayTheyAreWritten) {
    const auto file = read(
        "Anst.nr;Namn\n1;\"Svensson, Anna\"\n2;Omar Ali\n3;\"von der Leyen, Ursula\"\n4;Anna-Karin af Geijerstam\n");
    std::vector<std::string> names;
    for (const auto& record : file.records) names.push_back(*record.given + "|" + *record.family);
    EXPECT_THAT(names, ElementsAre("Anna|Svensson", "Omar|Ali", "Ursula|von der Leyen", "Anna-Karin|af Geijerstam"));
}

TEST_F(PeopleFiles, NamesSaidToBeFamilyNameFirstAreReadSo) {
    const auto file = read("Anst.nr;Namn\n1;Svensson Anna Maria\n2;af Geijerstam Eva\n3;\"Ek, Bo\"\n",
                           {.name_order = NameOrder::family_given});
    std::vector<std::string> names;
    for (const auto& record : file.records) names.push_back(*record.given + "|" + *record.family);
    EXPECT_THAT(names, ElementsAre("Anna Maria|Svensson", "Eva|af Geijerstam", "Bo|Ek"));
}

TEST_F(PeopleFiles, ManagersAreFoundByNumberAddressAndName) {
    known.push_back({"77", "Ulla", "Gammal", "ulla@example.se"});
    const auto file = read("Anst.nr;Namn;E-post;Chefsnr;Chefens e-post;Chef\n"
                           "1;\"Svensson, Anna\";anna@example.se;;;\n"
                           "2;Omar Ali;;1;;\n"
                           "3;Bo Ek;;;ANNA@example.se;\n"
                           "4;Eva Al;;;;Anna Svensson\n"
                           "5;Per Bo;;;;\"Svensson, Anna\"\n"
                           "6;Liv Os;;;ulla@example.se;\n"
                           "7;Jan Id;;;;Gammal Ulla\n"
                           "8;Kim Ro;;;;Okänd Namn (2)\n");
    EXPECT_THAT(test::codes(problems), IsEmpty());
    EXPECT_THAT(managers(file), ElementsAre("", "1", "1", "1", "1", "77", "77", "2"));
}

TEST_F(PeopleFiles, AColumnOfManagersMayHoldNumbersAndAddressesAmongNames) {
    const auto file = read("Anst.nr;Namn;E-post;Chef\n"
                           "1;Anna Ek;anna@example.se;\n"
                           "2;Bo Al;;Anna Ek\n"
                           "3;Eva Bo;;1\n"
                           "4;Liv Os;;ANNA@example.se\n");
    EXPECT_THAT(test::codes(problems), IsEmpty());
    EXPECT_THAT(managers(file), ElementsAre("", "1", "1", "1"));
}

TEST_F(PeopleFiles, AManagerNobodyKnowsIsAProblemWithItsPlace) {
    read("Anst.nr;Namn;Chef\n1;Anna Ek;\n2;Bo Al;Carl Bild\n");
    const auto list = problems.list();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].row, 3);
    EXPECT_EQ(list[0].column, "Chef");
    EXPECT_EQ(list[0].value, "Carl Bild");
    EXPECT_EQ(list[0].code, "import.manager_name_unknown");
    EXPECT_EQ(say(list[0], "sv"),
              "Ingen person heter ”Carl Bild”. Rätta namnet i kolumnen Chef, eller ta med chefen i filen.");
}

TEST_F(PeopleFiles, TwoManagersOfOneNameAreListedByNumber) {
    read("Anst.nr;Namn;Chef\n10;Anna Ek;\n11;\"Ek, Anna\";\n12;Bo Al;Anna Ek\n");
    const auto list = problems.list();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].code, "import.manager_name_ambiguous");
    EXPECT_THAT(say(list[0], "en"), ::testing::HasSubstr("(10, 11)"));
}

TEST_F(PeopleFiles, AnAddressedManagerWithoutANumberIsNotAnotherOfTheSameName) {
    read("Anst.nr;Namn;E-post;Chefens e-post\n1;Anna Ek;anna@example.se;nobody@example.se\n");
    EXPECT_THAT(test::codes(problems), ElementsAre("import.manager_email_unknown"));
}

TEST_F(PeopleFiles, TheColumnDecidesWhetherDaysOrMonthsComeFirst) {
    const auto file = read("Anst.nr;Namn;Startdatum\n1;Anna Ek;01/03/2026\n2;Bo Al;25/12/2025\n");
    EXPECT_EQ(file.records[0].hired->iso(), "2026-03-01");
    const auto american = read("Anst.nr;Namn;Startdatum\n1;Anna Ek;01/03/2026\n2;Bo Al;12/25/2025\n");
    EXPECT_EQ(american.records[0].hired->iso(), "2026-01-03");
    EXPECT_THAT(test::codes(problems), IsEmpty());
}

TEST_F(PeopleFiles, DaysThatCanBeReadTwoWaysAreAskedAboutOnceAndNotRowByRow) {
    const char* content = "Anst.nr;Namn;Startdatum\n1;Anna Ek;01/03/2026\n2;Bo Al;02/03/2026\n3;Eva Os;2026-03-04\n";
    read(content);
    EXPECT_THAT(test::codes(problems), ElementsAre("import.dates_undecided"));
    problems = Problems{};
    const auto file = read(content, {.date_order = DayOrder::mdy});
    EXPECT_THAT(test::codes(problems), IsEmpty());
    EXPECT_EQ(file.records[1].hired->iso(), "2026-02-03");
}

TEST_F(PeopleFiles, AColumnThatContradictsItselfIsRefusedEvenWhenAnOrderIsChosen) {
    read("Anst.nr;Namn;Startdatum\n1;Anna Ek;25/12/2025\n2;Bo Al;12/25/2025\n3;Bo Al;01/02/2025\n",
         {.date_order = DayOrder::dmy});
    EXPECT_THAT(test::codes(problems), ElementsAre("import.dates_mixed"));
}

TEST_F(PeopleFiles, WhatCannotBeReadIsNamedByRowColumnAndValue) {
    read("Anst.nr;Namn;E-post;Sysselsättningsgrad;Startdatum\n"
         ";Anna Ek;anna@example.se;1;2026-01-01\n"
         "2;Bo Al;bo at example.se;1;2026-01-01\n"
         "3;Eva Os;;mycket;2026-01-01\n"
         "4;Per Id;;1;2026-02-30\n"
         "1,23457E+11;Liv Ro;;1;2026-01-01\n");
    std::vector<std::string> places;
    for (const Problem& problem : problems.list())
        places.push_back(fmt::format("{} {} {} {}", problem.row, problem.column, problem.value, problem.code));
    EXPECT_THAT(places, ElementsAre("2 Anst.nr  import.number_missing", "3 E-post bo at example.se import.email_form",
                                    "4 Sysselsättningsgrad mycket value.number_form",
                                    "5 Startdatum 2026-02-30 value.no_such_day",
                                    "6 Anst.nr 1,23457E+11 value.number_lost_digits"));
}

TEST_F(PeopleFiles, AQuoteNeverClosedIsAProblemOfItsRowAndEndsTheFile) {
    const auto file = read("Anst.nr;Namn\n1;Anna Ek\n2;\"Bo Al\n3;Eva Os\n");
    EXPECT_EQ(file.records.size(), 1U);
    const auto list = problems.list();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].row, 3);
    EXPECT_TRUE(list[0].code.starts_with("csv.")) << list[0].code;
}

TEST_F(PeopleFiles, PathsOfUnitsAreSplitAtTheirSigns) {
    const auto file = read("Anst.nr;Namn;Enhetens väg\n1;Anna Ek;Bolaget > Produktion >  Linje 2\n2;Bo Al;Bolaget / "
                           "Lager\n3;Eva Os;Bolaget\n");
    EXPECT_THAT(file.records[0].unit_path, ElementsAre("Bolaget", "Produktion", "Linje 2"));
    EXPECT_THAT(file.records[1].unit_path, ElementsAre("Bolaget", "Lager"));
    EXPECT_THAT(file.records[2].unit_path, ElementsAre("Bolaget"));
}

TEST(ProblemList, AProblemThatManyRowsShareIsListedForTheFirstAndCountedForTheRest) {
    Problems problems{3};
    for (int row = 2; row < 12; ++row) problems.add({row, "Chef", "X", "import.manager_name_unknown", {}});
    problems.add({5, "E-post", "y", "import.email_form", {}});
    problems.add({1, "", "", "import.no_rows", {}, true});
    EXPECT_EQ(problems.errors(), 11);
    EXPECT_EQ(problems.warnings(), 1);
    std::vector<std::string> list;
    for (const Problem& problem : problems.list()) list.push_back(fmt::format("{} {}", problem.row, problem.code));
    EXPECT_THAT(list, ElementsAre("1 import.no_rows", "2 import.manager_name_unknown", "3 import.manager_name_unknown",
                                  "4 import.manager_name_unknown", "4 import.more_rows", "5 import.email_form"));
    EXPECT_EQ(say(problems.list()[4], "en"), "… and 7 more rows with the same problem.");
}

} // namespace
} // namespace kunna::imports
