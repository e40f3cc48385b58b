// Reading taxonomies: trees, needs, labels in the language asked for.
#include "mini_esco.hpp"
#include "support/small_company.hpp"
#include "taxonomies/release_import.hpp"
#include "taxonomies/taxonomies.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Reading : public kunna::test::SmallCompany {
protected:
    void SetUp() override {
        const auto read = test::read(mini());
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        const ReleaseChange change = TRY(plan_release(tx, *read));
                        apply_release(tx, hr(), *read, change);
                        return {};
                    }).ok());
    }
    Concept find(const std::string& uri, std::string_view language) {
        auto found = look([&](db::Tx& tx) { return find_concept(tx, uri, language); });
        return found.ok() ? std::move(found).unwrap() : Concept{};
    }
    static std::vector<std::string> names(const std::vector<ConceptRow>& rows) {
        std::vector<std::string> all;
        for (const ConceptRow& row : rows) all.push_back(row.label.text);
        return all;
    }
};

TEST_P(Reading, ALabelSaysWhichLanguageItIsInWhenTheOneAskedForIsMissing) {
    EXPECT_EQ(find(skill("steel"), "sv").label, (Wording{"st\u00E5lsorter", "sv"}));
    EXPECT_EQ(find(skill("welding"), "sv").label, (Wording{"weld metal", "en"}));
    EXPECT_EQ(find(skill("welding"), "de").label, (Wording{"Metall schwei\u00DF"
                                                           "en",
                                                           "de"}));
    EXPECT_EQ(find(skill("steel"), "fi").label.language, "en");
    // Without English: the first there is.
    execute("DELETE FROM concept_label WHERE language = 'en'");
    EXPECT_EQ(find(skill("steel"), "fi").label.language, "sv");
    EXPECT_EQ(find(skill("making"), "fi").label, Wording{});
}

TEST_P(Reading, AnOccupationTellsWhatItNeedsAndASkillWhoNeedsIt) {
    const Concept welder = find(occupation("welder"), "sv");
    EXPECT_EQ(welder.label.text, "svetsare");
    EXPECT_EQ(welder.taxonomy_name, "ESCO");
    EXPECT_EQ(welder.attribution, esco_attribution());
    EXPECT_THAT(welder.isco, ElementsAre("7212"));
    EXPECT_THAT(names(welder.parents), ElementsAre("Welders and flamecutters"));
    EXPECT_THAT(names(welder.essential), ElementsAre("weld metal"));
    EXPECT_THAT(names(welder.optional), ElementsAre("st\u00E5lsorter"));
    EXPECT_EQ(welder.children, 1);
    ASSERT_EQ(welder.labels.size(), 2U);
    EXPECT_EQ(welder.labels[0].description, "Welds.");

    const Concept welding = find(skill("welding"), "en");
    EXPECT_THAT(welding.labels[1].alternatives, ElementsAre("join metal", "fuse metal"));
    EXPECT_EQ(welding.needed_by, 2);
    Asked asked;
    asked.language = "en";
    const auto who = look([&](db::Tx& tx) { return needed_by(tx, welding.id, asked); });
    ASSERT_EQ(who.size(), 2U);
    EXPECT_EQ(who[0].row.label.text, "welder");
    EXPECT_EQ(who[0].kind, RelationKind::essential);
    EXPECT_EQ(who[1].row.label.text, "diver, welding");
    EXPECT_EQ(who[1].kind, RelationKind::optional);
    asked.after = who[0].row.id;
    EXPECT_EQ(look([&](db::Tx& tx) { return needed_by(tx, welding.id, asked); }).size(), 1U);
    asked = {};
    asked.type = ConceptType::skill;
    EXPECT_THAT(look([&](db::Tx& tx) { return needed_by(tx, welding.id, asked); }), IsEmpty());
}

TEST_P(Reading, APairThatIsBothEssentialAndOptionalComesOnceAsEssential) {
    execute("INSERT INTO concept_relation (source, kind, target) SELECT source, 'essential', target FROM "
            "concept_relation WHERE kind = 'optional' AND source = (SELECT id FROM concept WHERE uri = '" +
            occupation("diver") + "')");
    const Concept diver = find(occupation("diver"), "en");
    EXPECT_THAT(names(diver.essential), ElementsAre("weld metal"));
    EXPECT_THAT(diver.optional, IsEmpty());
    const Concept welding = find(skill("welding"), "en");
    EXPECT_EQ(welding.needed_by, 2);
    EXPECT_EQ(look([&](db::Tx& tx) { return needed_by(tx, welding.id, {}); })[1].kind, RelationKind::essential);
}

TEST_P(Reading, ATreeIsReadLevelByLevelAndPageByPage) {
    Asked asked;
    asked.language = "en";
    const auto top = look([&](db::Tx& tx) { return roots(tx, TaxonomyId{1}, asked); });
    EXPECT_THAT(names(top), ElementsAre("Welders and flamecutters", "making things", "knowing things"));
    EXPECT_EQ(top[1].children, 2);
    asked.type = ConceptType::skill_group;
    EXPECT_EQ(look([&](db::Tx& tx) { return roots(tx, TaxonomyId{1}, asked); }).size(), 2U);
    asked.type.reset();
    const auto below = look([&](db::Tx& tx) { return children(tx, top[1].id, asked); });
    EXPECT_THAT(names(below), ElementsAre("weld metal", "read drawings"));
    asked.limit = 1;
    EXPECT_THAT(names(look([&](db::Tx& tx) { return children(tx, top[1].id, asked); })), ElementsAre("weld metal"));
    asked.after = below[0].id;
    EXPECT_THAT(names(look([&](db::Tx& tx) { return children(tx, top[1].id, asked); })), ElementsAre("read drawings"));
    EXPECT_THAT(look([&](db::Tx& tx) { return children(tx, ConceptId{999}, asked); }), IsEmpty());
    EXPECT_THAT(look([&](db::Tx& tx) { return roots(tx, TaxonomyId{9}, asked); }), IsEmpty());
}

TEST_P(Reading, WhatIsRetiredLeavesTheTreeAndItsChildrenBecomeRoots) {
    execute("UPDATE concept SET retired = 1 WHERE uri = '" + skill("making") + "'");
    Asked asked;
    asked.language = "en";
    EXPECT_THAT(names(look([&](db::Tx& tx) { return roots(tx, TaxonomyId{1}, asked); })),
                ElementsAre("Welders and flamecutters", "knowing things", "weld metal"));
    execute("UPDATE concept SET retired = 1 WHERE uri = '" + skill("welding") + "'");
    EXPECT_THAT(find(occupation("welder"), "en").essential, IsEmpty());
}

TEST_P(Reading, EveryLabelOfTheTypesAskedForIsStreamedWithItsCodes) {
    std::vector<std::string> told;
    const std::vector types{ConceptType::occupation, ConceptType::knowledge};
    const auto collect = [&](db::Tx& tx) {
        all_labels(tx, TaxonomyId{1}, types, [&](const LabelRow& row) {
            told.push_back(std::string{row.language} + " " + std::string{row.preferred} + " " + std::string{row.isco});
        });
    };
    look(collect);
    EXPECT_THAT(told, ElementsAre("en welder 7212", "sv svetsare 7212", "en diver, welding 7212", "en types of steel ",
                                  "sv st\u00E5lsorter "));
    told.clear();
    execute("UPDATE concept SET retired = 1 WHERE type = 'knowledge'");
    look(collect);
    EXPECT_EQ(told.size(), 3U);
}

TEST_P(Reading, AConceptIsFoundByUriAndAnUnknownOneIsRefused) {
    EXPECT_EQ(find(skill("steel"), "sv").uri, skill("steel"));
    EXPECT_EQ(code(look([](db::Tx& tx) { return find_concept(tx, ConceptId{99}, "sv"); })), "concept.not_found");
    EXPECT_EQ(code(look([](db::Tx& tx) { return find_concept(tx, std::string_view{"x"}, "sv"); })),
              "concept.not_found");
}

INSTANTIATE_ON_BOTH(Reading);

} // namespace
} // namespace kunna::taxonomies
