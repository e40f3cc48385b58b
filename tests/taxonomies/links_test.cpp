// Skills of the catalogue and the concepts they stand for.
#include "mini_esco.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"
#include "taxonomies/links.hpp"
#include "taxonomies/release_import.hpp"

#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Links : public kunna::test::SmallCompany {
protected:
    void SetUp() override { import(test::read(mini())); }
    void import(const Result<Release>& read) {
        ASSERT_TRUE(read.ok());
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        skills::ensure_scales(tx);
                        const ReleaseChange change = TRY(plan_release(tx, *read));
                        apply_release(tx, hr(), *read, change);
                        return {};
                    }).ok());
    }
    ConceptId concept_at(const std::string& uri) {
        auto found = look([&](db::Tx& tx) { return find_concept(tx, uri, "en"); });
        return found.ok() ? found->id : ConceptId{};
    }
    SkillId skill_called(const std::string& sv) {
        const auto added = act([&](db::Tx& tx) {
            skills::SkillInput wanted;
            wanted.name = {sv, ""};
            return skills::add_skill(tx, learning(), wanted);
        });
        return added.ok() ? added->id : SkillId{};
    }
    skills::Skill skill_at(SkillId id) {
        return std::move(look([&](db::Tx& tx) { return skills::find_skill(tx, id); })).unwrap();
    }
    std::string join(SkillId skill, ConceptId to) {
        return code(act([&](db::Tx& tx) { return link(tx, learning(), skill, to); }));
    }
    std::string part(SkillId skill, ConceptId from) {
        return code(act([&](db::Tx& tx) { return unlink(tx, learning(), skill, from); }));
    }
    Result<SkillId> take(ConceptId concept_) {
        return act([&](db::Tx& tx) { return take_in(tx, learning(), concept_); });
    }
    // "now" of each link, or "now (was before)".
    std::vector<std::string> links(SkillId skill) {
        std::vector<std::string> said;
        const auto found = look([&](db::Tx& tx) { return links_of(tx, skill, "en"); });
        if (!found.ok()) return {found.error().code};
        for (const SkillLink& one : *found)
            said.push_back(one.concept_.label.text + (one.linked ? " (was " + one.linked->label.text + ")" : ""));
        return said;
    }
    std::vector<SkillId> standing_for(ConceptId concept_) {
        std::vector<SkillId> ids;
        const auto found = look([&](db::Tx& tx) { return stand_ins(tx, concept_); });
        if (found.ok())
            for (const StandIn& one : *found) ids.push_back(one.skill);
        return ids;
    }
    // A newer release without "welding", whose name "fusing" has taken.
    void replace_welding() {
        Files next = mini();
        replace(next[english + "skills_en.csv"],
                skill_row("welding", "weld metal", "join metal\nfuse metal\njoin metal"),
                skill_row("fusing", "weld metal"));
        for (auto& [name, text] : next) {
            for (std::size_t at = 0; (at = text.find(test::skill("welding"), at)) != std::string::npos;)
                text.replace(at, test::skill("welding").size(), test::skill("fusing"));
        }
        import(test::read(next, "v1.3.0"));
    }
};

TEST_P(Links, ASkillStandsForOneConceptOfATaxonomyAndTheTrailSaysSo) {
    const SkillId welding = skill_called("Svetsning");
    EXPECT_THAT(links(welding), IsEmpty());
    EXPECT_EQ(join(welding, concept_at(skill("welding"))), "");
    EXPECT_EQ(last_entry(), "skill.linked " + std::to_string(welding.value) + " concept");
    EXPECT_THAT(links(welding), ElementsAre("weld metal"));
    EXPECT_THAT(standing_for(concept_at(skill("welding"))), ElementsAre(welding));
    // Another one of the same taxonomy takes its place.
    EXPECT_EQ(join(welding, concept_at(skill("reading"))), "");
    EXPECT_THAT(links(welding), ElementsAre("read drawings"));
    EXPECT_THAT(standing_for(concept_at(skill("welding"))), IsEmpty());
    // The same once more changes nothing.
    const std::int64_t before = entries();
    EXPECT_EQ(join(welding, concept_at(skill("reading"))), "");
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(part(welding, concept_at(skill("reading"))), "");
    EXPECT_EQ(last_entry(), "skill.unlinked " + std::to_string(welding.value) + " concept");
    EXPECT_THAT(links(welding), IsEmpty());
    EXPECT_EQ(part(welding, concept_at(skill("reading"))), "concept.not_linked");
}

TEST_P(Links, ConceptsOfTwoTaxonomiesStandSideBySide) {
    Release own;
    own.key = "own";
    own.name = "Own";
    own.concepts = {{.uri = "own:svets", .type = ConceptType::skill}};
    own.concepts[0].labels = {{"sv", "Svets", "", "", ""}};
    import(own);
    const SkillId welding = skill_called("Svetsning");
    EXPECT_EQ(join(welding, concept_at(skill("welding"))), "");
    EXPECT_EQ(join(welding, concept_at("own:svets")), "");
    EXPECT_THAT(links(welding), ElementsAre("weld metal", "Svets"));
}

TEST_P(Links, WhatIsNotThereAndWhatIsNoSkillIsRefused) {
    const SkillId welding = skill_called("Svetsning");
    EXPECT_EQ(join(SkillId{999}, concept_at(skill("welding"))), "skill.not_found");
    EXPECT_EQ(join(welding, ConceptId{999}), "concept.not_found");
    EXPECT_EQ(join(welding, concept_at(occupation("welder"))), "concept.no_skill");
    EXPECT_EQ(code(take(concept_at(skill("making")))), "concept.no_skill");
    EXPECT_EQ(links(SkillId{999}).at(0), "skill.not_found");
    Files next = mini();
    replace(next[english + "skills_en.csv"], skill_row("reading", "read drawings"), "");
    replace(next[swedish + "skills_sv.csv"],
            "l\u00E4sa ritningar," + skill("reading") + ",,skill/competence,KnowledgeSkillCompetence\r\n", "");
    import(test::read(next, "v1.3.0"));
    EXPECT_EQ(join(welding, concept_at(skill("reading"))), "concept.retired");
}

TEST_P(Links, WhenAReleaseReplacesAConceptTheLinkLeadsToTheOneInItsPlace) {
    const SkillId welding = skill_called("Svetsning");
    const ConceptId old = concept_at(skill("welding"));
    ASSERT_EQ(join(welding, old), "");
    replace_welding();
    const ConceptId now = concept_at(skill("fusing"));
    ASSERT_TRUE(now.given());
    EXPECT_THAT(links(welding), ElementsAre("weld metal (was weld metal)"));
    EXPECT_THAT(standing_for(now), ElementsAre(welding));
    EXPECT_EQ(look([](db::Tx& tx) { return all_stand_ins(tx); }).at(now), welding);
    // Pointing at the old one links to the new one; the skill is the same all along.
    EXPECT_EQ(take(old).ok() ? *take(old) : SkillId{}, welding);
    EXPECT_EQ(join(welding, old), "");
    EXPECT_THAT(links(welding), ElementsAre("weld metal"));
}

TEST_P(Links, AConceptIsTakenIntoTheCatalogueOnceWithItsNames) {
    const auto taken = take(concept_at(skill("steel")));
    ASSERT_TRUE(taken.ok());
    const skills::Skill made = skill_at(*taken);
    EXPECT_EQ(made.name, (skills::Text{"St\u00E5lsorter", "Types of steel"}));
    EXPECT_EQ(made.description.en, "What steel is.\n\nAnd what it is not.");
    EXPECT_EQ(made.source, esco_attribution());
    EXPECT_THAT(links(*taken), ElementsAre("types of steel"));
    const std::int64_t before = entries();
    EXPECT_EQ(*take(concept_at(skill("steel"))), *taken);
    EXPECT_EQ(entries(), before);
}

TEST_P(Links, ASkillOfTheSameNameIsLinkedInsteadOfMadeTwice) {
    const SkillId own = skill_called("l\u00C4sa  ritningar");
    EXPECT_EQ(*take(concept_at(skill("reading"))), own);
    EXPECT_THAT(links(own), ElementsAre("read drawings"));
}

TEST_P(Links, WhatATaxonomySaysOfTwoConceptsIsSaidOfTheSkillsThatStandForThem) {
    const SkillId welding = *take(concept_at(skill("welding")));
    const SkillId steel = *take(concept_at(skill("steel")));
    const SkillId reading = *take(concept_at(skill("reading")));
    const SkillId fusing = skill_called("Sammanfogning");
    ASSERT_EQ(join(fusing, concept_at(skill("welding"))), "");
    std::vector<std::string> said;
    const std::map<SkillId, std::string> called{
        {welding, "welding"}, {steel, "steel"}, {reading, "reading"}, {fusing, "fusing"}};
    for (const SkillEdge& edge : look([](db::Tx& tx) { return skill_edges(tx); }))
        said.push_back(called.at(edge.one) + " " + called.at(edge.other) + " " + std::string{db::enum_name(edge.kind)});
    EXPECT_THAT(said, ::testing::UnorderedElementsAre("welding fusing same", "welding steel optional",
                                                      "fusing steel optional", "welding fusing siblings",
                                                      "welding reading siblings", "fusing reading siblings",
                                                      "steel reading siblings"));
    ASSERT_EQ(part(fusing, concept_at(skill("welding"))), "");
    ASSERT_EQ(part(welding, concept_at(skill("welding"))), "");
    EXPECT_EQ(look([](db::Tx& tx) { return skill_edges(tx); }).size(), 1U);
}

INSTANTIATE_ON_BOTH(Links);

} // namespace
} // namespace kunna::taxonomies
