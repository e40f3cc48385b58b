// Tables that say which concepts of two taxonomies correspond.
#include "mini_esco.hpp"
#include "support/small_company.hpp"
#include "tabular/xlsx.hpp"
#include "taxonomies/crosswalk.hpp"
#include "taxonomies/jobtech.hpp"
#include "taxonomies/matchers.hpp"
#include "taxonomies/release_import.hpp"
#include "taxonomies/taxonomies.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string header = "escoUri,escoPrefLabelSv,jobtechUri,jobtechPrefLabelSv,mappingRelation\n";

std::string own(const std::string& id) {
    return "http://data.jobtechdev.se/taxonomy/concept/" + id;
}
std::string row(const std::string& esco, const std::string& id, const std::string& relation) {
    return esco + ",whatever," + own(id) + ",whatever," + relation + "\n";
}

class Crosswalks : public kunna::test::SmallCompany {
protected:
    void SetUp() override {
        import(*test::read(mini()));
        import(trades());
    }
    void import(const Release& release) {
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        const ReleaseChange change = TRY(plan_release(tx, release));
                        apply_release(tx, hr(), release, change);
                        return {};
                    }).ok());
    }
    // As JobTech calls it, with no word in common.
    static Release trades() {
        Release release;
        release.key = "trades";
        release.name = "Trades";
        release.concepts = {
            {.uri = own("fog")}, {.uri = own("tak")}, {.uri = own("yrke"), .type = ConceptType::occupation}};
        release.concepts[0].labels = {{"sv", "Tunnpl\u00E5tsfogning", "", "", ""}};
        release.concepts[1].labels = {{"sv", "Takarbete", "", "", ""}};
        release.concepts[2].labels = {{"sv", "Fogare", "", "", ""}};
        return release;
    }
    Result<CrosswalkReport> hand_in(const std::string& text, bool dry_run = false) {
        const Folder folder{{{"table.csv", text}}};
        return taxonomies::hand_in(*db, hr(), {folder.path() / "table.csv", {}}, dry_run);
    }
    static std::string counts(const Result<CrosswalkReport>& told) {
        if (!told.ok()) return refusal(told);
        return fmt::format("new {} changed {} dropped {} same {} unknown {} unstated {}", told->added, told->changed,
                           told->dropped, told->unchanged, told->unknown, told->unstated);
    }
    // "exact Tunnplåtsfogning" for each.
    std::vector<std::string> counterparts(const std::string& uri) {
        std::vector<std::string> told;
        const auto found = look([&](db::Tx& tx) { return find_concept(tx, uri, "sv"); });
        for (const Counterpart& one : found->counterparts)
            told.push_back(std::string{db::enum_name(one.correspondence)} + " " + one.concept_.label.text);
        return told;
    }
    std::vector<Crosswalk> all() {
        return look([](db::Tx& tx) { return crosswalks(tx); });
    }
    std::int64_t revision_now() {
        return look([](db::Tx& tx) { return revision(tx); });
    }
    std::string first_match(const std::string& text, std::string* reason = nullptr) {
        const auto found = (*matchers.of(MatchKind::skill, std::nullopt))->match(text, matching::Language::sv, 3);
        if (reason != nullptr) *reason = found.empty() ? "" : found[0].reason;
        return found.empty() ? "" : found[0].uri;
    }

    Matchers matchers{*db};
};

TEST_P(Crosswalks, WhatCorrespondsIsShownAtBothConceptsEachFromItsOwnSide) {
    EXPECT_EQ(counts(hand_in(header + row(skill("welding"), "fog", "skos:exactMatch") +
                             row(skill("steel"), "fog", "skos:broadMatch") +
                             row(skill("reading"), "tak", "http://www.w3.org/2004/02/skos/core#closeMatch"))),
              "new 3 changed 0 dropped 0 same 0 unknown 0 unstated 0");
    EXPECT_THAT(counterparts(skill("welding")), ElementsAre("exact Tunnpl\u00E5tsfogning"));
    EXPECT_THAT(counterparts(skill("steel")), ElementsAre("broad Tunnpl\u00E5tsfogning"));
    EXPECT_THAT(counterparts(own("fog")), ElementsAre("exact weld metal", "narrow st\u00E5lsorter"));
    const auto listed = all();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].one.name, "ESCO");
    EXPECT_EQ(listed[0].other.name, "Trades");
    EXPECT_EQ(listed[0].filename, "table.csv");
    EXPECT_EQ(listed[0].pairs.exact, 1);
    EXPECT_EQ(listed[0].pairs.close, 1);
    EXPECT_EQ(listed[0].pairs.broad, 1);
    EXPECT_EQ(last_entry(), "crosswalk.imported 1 added=3,changed=0,dropped=0");
}

TEST_P(Crosswalks, ATableThatLeadsTheOtherWayIsTheSameCrosswalk) {
    ASSERT_TRUE(hand_in(header + row(skill("steel"), "fog", "skos:broadMatch")).ok());
    // As countries hand it to EURES, with a title above the headings.
    EXPECT_EQ(counts(hand_in("Mapping table;;\n2023-11-30;;\n"
                             "Classification 1 URI;Mapping relation;Classification 2 URI\n" +
                             own("fog") + ";skos:narrowMatch;" + skill("steel") + "\n")),
              "new 0 changed 0 dropped 0 same 1 unknown 0 unstated 0");
    EXPECT_EQ(all().size(), 1U);
}

TEST_P(Crosswalks, AWorkbookReadsAsACsvDoes) {
    const Folder folder{Files{}};
    const auto path = folder.path() / "table.xlsx";
    {
        auto sink = tabular::file_sink(path);
        ASSERT_TRUE(sink.ok());
        auto writer = tabular::write_xlsx(*sink, "Mapping", {{"escoUri"}, {"mappingRelation"}, {"jobtechUri"}});
        ASSERT_TRUE(writer.ok());
        const std::string esco = skill("welding");
        const std::string jobtech = own("fog");
        const std::vector<tabular::Cell> row{std::string_view{esco}, std::string_view{"skos:exactMatch"},
                                             std::string_view{jobtech}};
        ASSERT_TRUE((*writer)->row(row).ok());
        ASSERT_TRUE((*writer)->finish().ok());
    }
    EXPECT_EQ(counts(taxonomies::hand_in(*db, hr(), {path, "koppling.xlsx"}, false)),
              "new 1 changed 0 dropped 0 same 0 unknown 0 unstated 0");
    EXPECT_THAT(counterparts(skill("welding")), ElementsAre("exact Tunnpl\u00E5tsfogning"));
    EXPECT_EQ(all()[0].filename, "koppling.xlsx");
}

TEST_P(Crosswalks, ANewerTableAddsChangesAndDropsAndTheSameAgainChangesNothing) {
    ASSERT_TRUE(hand_in(header + row(skill("welding"), "fog", "skos:exactMatch") +
                        row(skill("steel"), "tak", "skos:closeMatch"))
                    .ok());
    const std::int64_t before = revision_now();
    const std::string newer =
        header + row(skill("welding"), "fog", "skos:closeMatch") + row(skill("reading"), "tak", "skos:exactMatch");
    EXPECT_EQ(counts(hand_in(newer, true)), "new 1 changed 1 dropped 1 same 0 unknown 0 unstated 0");
    EXPECT_THAT(counterparts(skill("welding")), ElementsAre("exact Tunnpl\u00E5tsfogning")) << "it was a dry run";
    EXPECT_EQ(counts(hand_in(newer)), "new 1 changed 1 dropped 1 same 0 unknown 0 unstated 0");
    EXPECT_THAT(counterparts(skill("welding")), ElementsAre("close Tunnpl\u00E5tsfogning"));
    EXPECT_THAT(counterparts(skill("steel")), IsEmpty());
    EXPECT_GT(revision_now(), before) << "or nobody would make the index anew";
    const auto again = hand_in(newer);
    EXPECT_EQ(counts(again), "new 0 changed 0 dropped 0 same 2 unknown 0 unstated 0");
    EXPECT_TRUE(again->nothing && !again->applied);
}

TEST_P(Crosswalks, ATableOfSkillsLeavesThoseOfOccupationsAsTheyAre) {
    ASSERT_TRUE(hand_in(header + row(occupation("welder"), "yrke", "skos:exactMatch")).ok());
    ASSERT_TRUE(hand_in(header + row(skill("welding"), "fog", "skos:exactMatch")).ok());
    EXPECT_THAT(counterparts(occupation("welder")), ElementsAre("exact Fogare"));
    EXPECT_THAT(counterparts(skill("welding")), ElementsAre("exact Tunnpl\u00E5tsfogning"));
}

TEST_P(Crosswalks, RowsThatLeadNowhereOrSayNothingAreCountedWithTheirPlace) {
    const auto told =
        hand_in(header + "Instudering,x,dans,y,skos:broadMatch\n" + row(skill("welding"), "fog", "skos:exactMatch") +
                row(skill("steel"), "tak", "") + row(skill("steel"), "gone", "skos:closeMatch") +
                row(skill("welding"), "gone", "skos:closeMatch") + row(skill("steel"), "tak", "skos:relatedMatch"));
    EXPECT_EQ(counts(told), "new 1 changed 0 dropped 0 same 0 unknown 3 unstated 2");
    ASSERT_EQ(told->examples.size(), 2U);
    EXPECT_EQ(told->examples[0].row, 2);
    EXPECT_EQ(told->examples[0].uri, "Instudering");
    EXPECT_EQ(told->examples[1].uri, own("gone"));
}

TEST_P(Crosswalks, AnotherLayoutOrContentIsRefusedAndNothingIsTaken) {
    EXPECT_EQ(
        refusal(hand_in("a,b\n1,2\n")),
        "taxonomy.missing_columns file=table.csv columns=Classification 1 URI, Mapping relation, Classification 2 "
        "URI");
    EXPECT_EQ(refusal(hand_in(header + row(skill("welding"), "fog", "skos:exactMatch") +
                              row(skill("steel"), "fog", "skos:fuzzyMatch"))),
              "taxonomy.bad_value file=table.csv row=3 column=mappingRelation value=skos:fuzzyMatch");
    EXPECT_EQ(refusal(hand_in(header + row(skill("welding"), "fog", "skos:exactMatch") +
                              row(skill("welding"), "fog", "skos:broadMatch"))),
              "crosswalk.said_twice file=table.csv row=3 first=2");
    EXPECT_EQ(refusal(hand_in(header + row(skill("welding"), "nobody", "skos:exactMatch"))),
              "crosswalk.unknown_taxonomy file=table.csv column=jobtechUri");
    EXPECT_EQ(refusal(hand_in("escoUri,jobtechUri,mappingRelation\n" + skill("welding") + "," + skill("steel") +
                              ",skos:closeMatch\n")),
              "crosswalk.one_taxonomy file=table.csv");
    EXPECT_THAT(refusal(hand_in(header + "\"never closed\n")), HasSubstr("taxonomy.file_refused"));
    EXPECT_THAT(all(), IsEmpty());
    EXPECT_THAT(counterparts(skill("welding")), IsEmpty());
}

TEST_P(Crosswalks, WordsFindWhatANameOfAnotherTaxonomyCorrespondsTo) {
    EXPECT_NE(first_match("tunnpl\u00E5tsfogning"), skill("welding"));
    ASSERT_TRUE(hand_in(header + row(skill("welding"), "fog", "skos:exactMatch")).ok());
    std::string reason;
    EXPECT_EQ(first_match("tunnpl\u00E5tsfogning", &reason), skill("welding"));
    EXPECT_EQ(reason, "En annan taxonomi kopplar hit \u201DTunnpl\u00E5tsfogning\u201D");
    EXPECT_EQ(first_match("fogning av tunnpl\u00E5t"), skill("welding")) << "a name that is nearly that";
}

TEST_P(Crosswalks, WhatHasBeenRetiredCorrespondsToNothing) {
    ASSERT_TRUE(hand_in(header + row(skill("welding"), "fog", "skos:exactMatch")).ok());
    Release without = trades();
    without.concepts[0].retired = true;
    import(without);
    EXPECT_THAT(counterparts(skill("welding")), IsEmpty());
    EXPECT_NE(first_match("tunnpl\u00E5tsfogning"), skill("welding"));
}

TEST_P(Crosswalks, TheNationalTableOfSkillsIsTakenIn) {
    const std::filesystem::path data = std::filesystem::path{KUNNA_SOURCE_DIR} / "../shared/data";
    if (!std::filesystem::exists(data / "jobtech-esco-skills-dev"))
        GTEST_SKIP() << "no table at " << data / "jobtech-esco-skills-dev"
                     << "; the small ones are tested all the same";
    import(*read_esco(data / "esco"));
    import(*read_jobtech(data / "jobtech"));
    const auto told =
        taxonomies::hand_in(*db, hr(), {data / "jobtech-esco-skills-dev" / "mapping.csv", "mapping.csv"}, false);
    ASSERT_TRUE(told.ok()) << refusal(told);
    EXPECT_EQ(told->other, "JobTech Taxonomy");
    EXPECT_EQ(told->unstated, 3);
    EXPECT_EQ(told->examples.at(0).uri, "Instudering"); // a row whose cells have moved
    EXPECT_EQ(told->added, told->pairs.exact + told->pairs.close + told->pairs.broad + told->pairs.narrow);
    EXPECT_EQ(told->added + told->unknown + told->unstated, 9'624);
    EXPECT_LT(told->unknown, 400); // ESCO 1.0.9 and an older JobTech than the files beside it
    EXPECT_THAT(counterparts("http://data.europa.eu/esco/skill/09699c24-8f0f-4789-b88f-fd86b19f1875"),
                ElementsAre("exact Limousinek\u00F6rning"));
}

INSTANTIATE_ON_BOTH(Crosswalks);

} // namespace
} // namespace kunna::taxonomies
