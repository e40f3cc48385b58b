// The real ESCO and JobTech, which stand beside the project where it is built; elsewhere there is nothing to read.
#include "mini_esco.hpp"
#include "support/small_company.hpp"
#include "taxonomies/jobtech.hpp"
#include "taxonomies/onet.hpp"
#include "taxonomies/release_import.hpp"
#include "taxonomies/taxonomies.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::ElementsAre;

class RealTaxonomies : public kunna::test::SmallCompany {
protected:
    const std::filesystem::path data = std::filesystem::path{KUNNA_SOURCE_DIR} / "../shared/data";

    Result<ReleaseChange> import(const Release& release) {
        return act([&](db::Tx& tx) -> Result<ReleaseChange> {
            ReleaseChange change = TRY(plan_release(tx, release));
            apply_release(tx, hr(), release, change);
            return change;
        });
    }
};

TEST_P(RealTaxonomies, AllOfEscoIsReadImportedAndFoundAgain) {
    if (!std::filesystem::exists(data / "esco"))
        GTEST_SKIP() << "no ESCO files at " << data / "esco"
                     << "; the small ones are tested all the same";
    const auto read = read_esco(data / "esco");
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_EQ(read->release, "v1.2.0");
    EXPECT_EQ(read->unknown_ends, 0);
    const auto first = import(*read);
    ASSERT_TRUE(first.ok()) << refusal(first);
    EXPECT_EQ(first->counts.added, 13'939 + 640 + 3'039 + 619);
    EXPECT_EQ(first->counts.relations_added, 129'004 + 20'822 + 3'652 + 5'818);
    EXPECT_TRUE(import(*read)->nothing());

    const auto all = look([](db::Tx& tx) { return taxonomies(tx); });
    EXPECT_EQ(all.at(0).skills, 13'939);
    EXPECT_EQ(all.at(0).occupations, 3'039);
    EXPECT_THAT(all.at(0).languages, ElementsAre("en", "sv"));
    std::map<std::string, int> labels;
    look([&](db::Tx& tx) {
        const std::vector types{ConceptType::skill, ConceptType::knowledge};
        all_labels(tx, TaxonomyId{1}, types, [&](const LabelRow& row) { ++labels[std::string{row.language}]; });
    });
    EXPECT_EQ(labels, (std::map<std::string, int>{{"en", 13'939}, {"sv", 13'185}}));
    Asked asked;
    const auto top = look([&](db::Tx& tx) { return roots(tx, all[0].id, asked); });
    EXPECT_EQ(top.size(), 14U); // ten groups of ISCO, four of skills
    const auto director = look([](db::Tx& tx) {
        return find_concept(
            tx, std::string_view{"http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34"}, "sv");
    });
    ASSERT_TRUE(director.ok());
    EXPECT_EQ(director->label, (Wording{"teknisk ledare", "sv"}));
    EXPECT_EQ(director->labels.at(0).alternatives.size(), 6U);
    EXPECT_EQ(director->essential.size(), 9U);
}

TEST_P(RealTaxonomies, AllOfOnetIsReadImportedAndFoundAgain) {
    if (!std::filesystem::exists(data / "onet"))
        GTEST_SKIP() << "no O*NET files at " << data / "onet"
                     << "; the small ones are tested all the same";
    const auto read = read_onet(data / "onet", "29.2");
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_EQ(read->unknown_ends, 0);
    ASSERT_TRUE(import(*read).ok());
    EXPECT_TRUE(import(*read)->nothing());
    const auto all = look([](db::Tx& tx) { return taxonomies(tx); });
    EXPECT_EQ(all.at(0).occupations, 1'016);
    const auto developer =
        look([](db::Tx& tx) { return find_concept(tx, std::string_view{"onet:occupation/15-1252.00"}, "sv"); });
    ASSERT_TRUE(developer.ok());
    EXPECT_EQ(developer->label, (Wording{"Software Developers", "en"})) << "English, for want of Swedish";
}

TEST_P(RealTaxonomies, TheSwedishFilesAloneAddToTheEnglishOnesAndRetireNothing) {
    const auto folder = data / "esco";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "no ESCO files at " << folder << "; the small ones are tested all the same";
    ASSERT_TRUE(import(*read_esco(folder / english)).ok());
    const auto change = import(*read_esco(folder / swedish));
    ASSERT_TRUE(change.ok()) << refusal(change);
    EXPECT_EQ(change->counts.amended, 13'185 + 3'004 + 619);
    EXPECT_EQ(change->counts.retired + change->counts.replaced + change->counts.relabelled, 0);
    EXPECT_EQ(change->counts.relations_dropped, 0);
}

TEST_P(RealTaxonomies, AllOfJobtechIsReadAndImported) {
    const auto folder = data / "jobtech";
    if (!std::filesystem::exists(folder / "skills.json"))
        GTEST_SKIP() << "no JobTech files at " << folder << "; the small ones are tested all the same";
    const auto read = read_jobtech(folder);
    ASSERT_TRUE(read.ok()) << refusal(read);
    EXPECT_EQ(import(*read)->counts.added, 6'657 + 10 + 46 + 147 + 400 + 2'412);
    EXPECT_TRUE(import(*read)->nothing());
    for (const ReleaseConcept& one : read->concepts)
        EXPECT_EQ(one.isco.empty(), one.code.size() != 4) << one.uri; // groups of level 4 have their bridge
}

INSTANTIATE_ON_BOTH(RealTaxonomies);

} // namespace
} // namespace kunna::taxonomies
