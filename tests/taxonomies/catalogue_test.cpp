// Finding the organisation's own skills by free words: by name, other names, the other language, misspelt, in parts.
#include "mini_esco.hpp"
#include "support/small_company.hpp"
#include "taxonomies/links.hpp"
#include "taxonomies/matchers.hpp"
#include "taxonomies/release_import.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CatalogueSearch : public kunna::test::SmallCompany {
protected:
    CatalogueIndex index{*db};
    SkillId welding{};

    void SetUp() override {
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        skills::ensure_scales(tx);
                        const Release release = TRY(test::read(test::mini()));
                        apply_release(tx, hr(), release, TRY(plan_release(tx, release)));
                        return {};
                    }).ok());
        welding = skill({"Svetsning", "Welding"});
        skill({"PLC-programmering", "PLC programming"});
        skill({"Kundservice", "Customer service"});
        skill({"Plåtslageri", "Sheet metal work"}, {{"Tunnplåt"}, {}});
        skill({"Svetsrobotar", "Welding robots"});
    }
    SkillId skill(skills::Text name, skills::Words other = {}) {
        skills::SkillInput wanted;
        wanted.name = std::move(name);
        wanted.alternative = std::move(other);
        return act([&](db::Tx& tx) { return skills::add_skill(tx, learning(), wanted); })->id;
    }
    void edit(SkillId id, const std::function<void(skills::SkillInput&)>& change) {
        const auto edited = act([&](db::Tx& tx) -> Result<skills::Skill> {
            const skills::Skill now = TRY(skills::find_skill(tx, id));
            skills::SkillInput wanted{.name = now.name, .alternative = now.alternative};
            change(wanted);
            return skills::edit_skill(tx, learning(), id, {}, wanted);
        });
        ASSERT_TRUE(edited.ok()) << code(edited);
    }
    std::vector<SkillMatch> found(const char* text, const char* language = "sv", std::size_t n = 10) {
        return index.current()->find(text, language, n);
    }
    std::vector<std::string> names(const char* text, const char* language = "sv") {
        std::vector<std::string> names;
        for (const SkillMatch& one : found(text, language)) names.push_back(one.name.sv);
        return names;
    }
    std::string first(const char* text, const char* language = "sv") {
        const auto all = names(text, language);
        return all.empty() ? "" : all.front();
    }
};

TEST_P(CatalogueSearch, WhatBeginsWithTheWordsComesFirstThenWhatContainsThem) {
    EXPECT_THAT(names("svets"), ElementsAre("Svetsning", "Svetsrobotar"));
    EXPECT_EQ(first("programmering"), "PLC-programmering");
    EXPECT_EQ(first("PROGRAMMING"), "PLC-programmering");
}

TEST_P(CatalogueSearch, WhoeverDoesItAndTheOtherLanguageAndAMisspellingFindTheSkill) {
    EXPECT_EQ(first("svetsare"), "Svetsning");
    EXPECT_EQ(first("weld"), "Svetsning");
    EXPECT_EQ(first("svestning"), "Svetsning");
    EXPECT_EQ(first("plc programering"), "PLC-programmering");
    EXPECT_EQ(found("svetsare")[0].reason, "Orden finns i namnet");
}

TEST_P(CatalogueSearch, OtherNamesFindItAndAreTold) {
    EXPECT_EQ(first("tunnplåt"), "Plåtslageri");
    EXPECT_EQ(found("tunnplåt")[0].reason, "Annat namn: Tunnplåt");
    EXPECT_THAT(names("fuse metal", "en"), ::testing::Not(::testing::Contains("Svetsning")));
    const auto concept_ = look([&](db::Tx& tx) { return find_concept(tx, test::skill("welding"), "en"); })->id;
    ASSERT_TRUE(act([&](db::Tx& tx) { return link(tx, learning(), welding, concept_); }).ok());
    EXPECT_EQ(first("fuse metal", "en"), "Svetsning");
    EXPECT_EQ(found("fuse metal", "en")[0].reason, "Other name: fuse metal");
}

TEST_P(CatalogueSearch, WhatResemblesNothingFindsNothing) {
    EXPECT_THAT(names("kvantfysik"), IsEmpty());
    EXPECT_THAT(names("  "), IsEmpty());
    EXPECT_THAT(names("%"), IsEmpty());
}

TEST_P(CatalogueSearch, ARetiredSkillIsFoundNoMoreAndARenamedOneByItsNewName) {
    EXPECT_EQ(first("kundservice"), "Kundservice");
    edit(found("kundservice")[0].skill, [](skills::SkillInput& wanted) { wanted.retired = true; });
    EXPECT_THAT(names("kundservice"), IsEmpty());
    edit(welding, [](skills::SkillInput& wanted) { wanted.name = {"Fogning", "Joining"}; });
    EXPECT_EQ(first("fogning"), "Fogning");
}

TEST_P(CatalogueSearch, WhoeverSearchesWhileTheCatalogueChangesIsAnsweredAtOnceFromTheOneBefore) {
    const auto before = index.kept();
    skill({"Lackering", "Painting"});
    EXPECT_EQ(index.kept(), before);
    EXPECT_THAT(before->find("lackering", "sv", 5), IsEmpty());
    EXPECT_EQ(first("lackering"), "Lackering");
    EXPECT_EQ(index.kept()->find("lackering", "sv", 5).size(), 1U);
}

TEST_P(CatalogueSearch, WhatIsNoneOfTheCatalogueLeavesTheIndexAsItIs) {
    const auto before = index.current();
    (void)act([&](db::Tx& tx) -> Result<void> {
        audit::append(tx, AccountId{}, "assessment.recorded", 1);
        return {};
    });
    EXPECT_EQ(index.current(), before);
}

INSTANTIATE_ON_BOTH(CatalogueSearch);

} // namespace
} // namespace kunna::taxonomies
