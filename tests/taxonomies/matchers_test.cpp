// Words to the concepts of an imported taxonomy.
#include "mini_esco.hpp"
#include "support/small_company.hpp"
#include "taxonomies/matchers.hpp"
#include "taxonomies/release_import.hpp"

#include <gmock/gmock.h>
#include <semaphore>

namespace kunna::taxonomies {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Matching : public kunna::test::SmallCompany {
protected:
    void import(const Result<Release>& read) {
        ASSERT_TRUE(read.ok());
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        const ReleaseChange change = TRY(plan_release(tx, *read));
                        apply_release(tx, hr(), *read, change);
                        return {};
                    }).ok());
    }
    std::vector<ConceptMatch> match(MatchKind kind, std::string_view text,
                                    matching::Language language = matching::Language::sv) {
        const auto matcher = matchers.of(kind, std::nullopt);
        return matcher.ok() ? (*matcher)->match(text, language, 10) : std::vector<ConceptMatch>{};
    }
    // Of another taxonomy, which calls a title of ISCO-08 group 7212 otherwise.
    static Release titles() {
        Release release;
        release.key = "titles";
        release.name = "Titles";
        release.concepts = {{.uri = "t:group", .type = ConceptType::occupation_group, .code = "7212", .isco = "7212"},
                            {.uri = "t:fogare", .type = ConceptType::occupation}};
        release.concepts[0].labels = {{"sv", "Fogande yrken", "", "", ""}};
        release.concepts[1].labels = {{"sv", "Metallfogare", "", "", ""}};
        release.relations = {{1, RelationKind::broader, 0}};
        return release;
    }

    Matchers matchers{*db};
};

TEST_P(Matching, WithoutATaxonomyOneIsToldToImportOne) {
    const auto none = matchers.of(MatchKind::skill, std::nullopt);
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, "taxonomy.none");
}

TEST_P(Matching, ASkillIsFoundByAnyOfItsNamesAndShownInTheLanguageAsked) {
    import(test::read(test::mini()));
    const auto found = match(MatchKind::skill, "steel types");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].uri, test::skill("steel"));
    EXPECT_EQ(found[0].label, (Wording{"st\u00E5lsorter", "sv"}));
    EXPECT_EQ(found[0].found_by, "STEEL TYPES");
    EXPECT_EQ(found[0].reason, "Heter likadant");
    const auto english = match(MatchKind::skill, "join metal", matching::Language::en);
    ASSERT_FALSE(english.empty());
    EXPECT_EQ(english[0].uri, test::skill("welding"));
    EXPECT_EQ(english[0].reason, "Has this name");
}

TEST_P(Matching, AConceptWithoutANameInTheLanguageShowsTheOtherAndSaysSo) {
    import(test::read(test::mini()));
    const auto found = match(MatchKind::skill, "weld metal");
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].label, (Wording{"weld metal", "en"}));
}

TEST_P(Matching, KindsAreKeptApart) {
    import(test::read(test::mini()));
    for (const ConceptMatch& match : match(MatchKind::occupation, "weld metal"))
        EXPECT_THAT(match.type, AnyOf(ConceptType::occupation, ConceptType::occupation_group)) << match.uri;
}

TEST_P(Matching, ATitleOfAnotherTaxonomyLeadsToItsGroupAndIsNamed) {
    import(test::read(test::mini()));
    for (const ConceptMatch& match : match(MatchKind::occupation, "Metallfogare"))
        EXPECT_THAT(match.reason, Not(HasSubstr("Metallfogare"))) << "only the letters are alike";
    import(titles());
    const auto found = match(MatchKind::occupation, "Metallfogare");
    ASSERT_FALSE(found.empty()) << "a release makes the index anew";
    EXPECT_THAT(found[0].code, HasSubstr("7212"));
    EXPECT_THAT(found[0].reason, HasSubstr("Metallfogare"));
}

TEST_P(Matching, ATaxonomyIsChosenByItsKey) {
    import(test::read(test::mini()));
    import(titles());
    const auto own = matchers.of(MatchKind::occupation, "titles");
    ASSERT_TRUE(own.ok());
    const auto found = (*own)->match("metallfogare", matching::Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].uri, "t:fogare");
    const auto unknown = matchers.of(MatchKind::occupation, "nothing");
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().code, "taxonomy.not_found");
}

TEST_P(Matching, WhatIsRetiredIsNoLongerProposed) {
    import(test::read(test::mini()));
    execute("UPDATE concept SET retired = 1 WHERE uri = '" + test::skill("welding") + "'");
    for (const ConceptMatch& match : match(MatchKind::skill, "weld metal"))
        EXPECT_NE(match.uri, test::skill("welding"));
}

TEST_P(Matching, TheUsualIndexesAreMadeInTheBackgroundAtOnceAndAfterAnImport) {
    using namespace std::chrono_literals;
    import(test::read(test::mini()));
    execute("ALTER TABLE counterpart RENAME TO elsewhere"); // whoever makes an index is told
    std::counting_semaphore<> broken{0};
    matchers.keep_ready([&](const std::exception&) { broken.release(); });
    EXPECT_TRUE(broken.try_acquire_for(30s)) << "at once";
    matchers.imported();
    EXPECT_TRUE(broken.try_acquire_for(30s)) << "after an import";
}

INSTANTIATE_ON_BOTH(Matching);

} // namespace
} // namespace kunna::taxonomies
