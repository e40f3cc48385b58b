// Releases into the database: what a newer one changes, what nothing changes, and that nothing is half done.
#include "db/backup.hpp"
#include "mini_esco.hpp"
#include "support/small_company.hpp"
#include "taxonomies/queries.hpp"
#include "taxonomies/release_import.hpp"
#include "taxonomies/taxonomies.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace kunna::taxonomies {
namespace {

using namespace test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Import : public kunna::test::SmallCompany {
protected:
    Result<ReleaseChange> import(const Release& release) {
        return act([&](db::Tx& tx) -> Result<ReleaseChange> {
            ReleaseChange change = TRY(plan_release(tx, release));
            apply_release(tx, hr(), release, change);
            return change;
        });
    }
    Result<ReleaseChange> import(const Files& files) {
        const auto read = test::read(files);
        if (!read.ok()) return read.error();
        return import(*read);
    }
    Concept find(const std::string& uri, std::string_view language = "en") {
        auto found = look([&](db::Tx& tx) { return find_concept(tx, uri, language); });
        return found.ok() ? std::move(found).unwrap() : Concept{};
    }
    Taxonomy only_one() {
        return look([](db::Tx& tx) { return taxonomies(tx); }).at(0);
    }
    // "name: change language before" of a release, oldest concept first.
    std::vector<std::string> changes_of(TaxonomyReleaseId release) {
        std::vector<std::string> told;
        for (const ChangeRow& c : look([&](db::Tx& tx) { return changes(tx, release, {}, Asked{}); })) {
            std::string line = c.uri.substr(c.uri.rfind('/') + 1) + " " + std::string{db::enum_name(c.change)};
            if (!c.language.empty()) line += " " + c.language + " " + c.before;
            told.push_back(line);
        }
        return told;
    }
    std::vector<ReleaseRow> all_releases() {
        return look([&](db::Tx& tx) { return releases(tx, TaxonomyId{1}); });
    }
    std::int64_t now() {
        return look([](db::Tx& tx) { return revision(tx); });
    }
    static std::string counts(const Result<ReleaseChange>& change) {
        if (!change.ok()) return refusal(change);
        const ReleaseCounts& c = change->counts;
        return fmt::format("new {} renamed {} retired {} replaced {} restored {} amended {} same {} rel +{} -{}",
                           c.added, c.relabelled, c.retired, c.replaced, c.restored, c.amended, c.unchanged,
                           c.relations_added, c.relations_dropped);
    }
};

TEST_P(Import, EveryQueryCanBePrepared) {
    look([](db::Tx& tx) {
        for (const db::Query& query : queries::all) tx.connection().prepare(query);
    });
}

TEST_P(Import, TheFirstReleaseBringsEverythingAndTheTrailSaysSo) {
    EXPECT_EQ(now(), 0);
    EXPECT_EQ(counts(import(mini())), "new 8 renamed 0 retired 0 replaced 0 restored 0 amended 0 same 0 rel +10 -0");
    EXPECT_EQ(last_entry(), "taxonomy.imported 1 added=8,relabelled=0,retired=0,replaced=0,restored=0,amended=0");
    EXPECT_EQ(now(), 1);
    const Taxonomy esco = only_one();
    EXPECT_EQ(esco.key, "esco");
    EXPECT_EQ(esco.release, "v1.2.0");
    EXPECT_EQ(esco.attribution, esco_attribution());
    EXPECT_EQ(esco.licence, "CC BY 4.0");
    EXPECT_EQ(esco.version, 1);
    EXPECT_THAT(esco.languages, ElementsAre("de", "en", "sv"));
    EXPECT_EQ(esco.skills, 3);
    EXPECT_EQ(esco.skill_groups, 2);
    EXPECT_EQ(esco.occupations, 2);
    EXPECT_EQ(esco.occupation_groups, 1);
    EXPECT_EQ(esco.relations, 10);
    EXPECT_EQ(all_releases().at(0).counts.added, 8);
    EXPECT_EQ(changes_of(TaxonomyReleaseId{1}).size(), 8U);
}

TEST_P(Import, TheSameReleaseAgainChangesNothingAndWritesNothing) {
    ASSERT_TRUE(import(mini()).ok());
    const std::int64_t before = entries();
    const auto again = import(mini());
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again->nothing());
    EXPECT_EQ(again->counts.unchanged, 8);
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(now(), 1);
    EXPECT_EQ(only_one().version, 1);
}

TEST_P(Import, AnotherNameForTheReleaseIsAChangeAndNoNameKeepsTheOneThereIs) {
    ASSERT_TRUE(import(mini()).ok());
    auto renamed = test::read(mini(), "v1.2.1");
    ASSERT_TRUE(import(*renamed).ok());
    EXPECT_EQ(only_one().release, "v1.2.1");
    EXPECT_EQ(now(), 2);
    renamed->release.clear();
    EXPECT_TRUE(import(*renamed)->nothing());
    EXPECT_EQ(only_one().release, "v1.2.1");
}

TEST_P(Import, ANewerReleaseTellsWhatCameWasRenamedRetiredAndReplaced) {
    ASSERT_TRUE(import(mini()).ok());
    Files files;
    for (auto& [name, text] : mini()) {
        std::string path = name;
        replace(path, "v1.2.0", "v1.3.0");
        files[path] = text;
    }
    std::string en = english;
    replace(en, "v1.2.0", "v1.3.0");
    std::string sv = swedish;
    replace(sv, "v1.2.0", "v1.3.0");
    std::string de = german;
    replace(de, "v1.2.0", "v1.3.0");
    // welding goes, and another concept bears its German name; steel is renamed in Swedish; reading is deprecated.
    files[en + "skills_en.csv"] = skill_header + skill_row("fusing", "fuse metal") +
                                  skill_row("reading", "read drawings", "", "skill/competence", "deprecated") +
                                  "KnowledgeSkillCompetence," + skill("steel") +
                                  ",knowledge,cross-sector,types of steel,kinds of steel | STEEL TYPES,stel,released,,"
                                  ",,,\"What steel is.\n\nAnd what it is not.\"\n";
    files[sv + "skills_sv.csv"] = "conceptUri,preferredLabel,skillType,altLabels\n" + skill("steel") +
                                  ",st\u00E5l,knowledge,sl\u00E4ktet st\u00E5l\n";
    replace(files[de + "skills_de.csv"], skill("welding"), skill("fusing"));
    replace(files[en + "occupationSkillRelations_en.csv"], "optional,knowledge," + skill("steel"),
            "essential,knowledge," + skill("steel"));
    const auto change = import(files);
    EXPECT_EQ(counts(change), "new 1 renamed 1 retired 1 replaced 1 restored 0 amended 0 same 5 rel +1 -1");
    EXPECT_THAT(changes_of(TaxonomyReleaseId{2}), ElementsAre("welding replaced", "steel relabelled sv st\u00E5lsorter",
                                                              "reading retired", "fusing added"));
    EXPECT_EQ(
        look([](db::Tx& tx) { return changes(tx, TaxonomyReleaseId{2}, Change::retired, Asked{.limit = 1}); }).size(),
        1U);
    EXPECT_EQ(look([](db::Tx& tx) { return changes(tx, TaxonomyReleaseId{2}, {}, Asked{.limit = 2}); }).size(), 2U);
    EXPECT_EQ(change->examples.at(Change::replaced).at(0).before, skill("fusing"));
    EXPECT_EQ(change->examples.at(Change::relabelled).at(0).before, "st\u00E5lsorter");
    EXPECT_EQ(last_entry(), "taxonomy.imported 1 added=1,relabelled=1,retired=1,replaced=1,restored=0,amended=0");
    const Concept welding = find(skill("welding"));
    EXPECT_TRUE(welding.retired);
    ASSERT_TRUE(welding.replaced_by.has_value());
    EXPECT_EQ(welding.replaced_by->uri, skill("fusing"));
    EXPECT_EQ(welding.label.text, "weld metal"); // what was linked to it can still be shown
    EXPECT_TRUE(find(skill("reading")).retired);
    EXPECT_FALSE(find(skill("reading")).replaced_by.has_value());
    EXPECT_EQ(find(skill("steel"), "sv").label.text, "st\u00E5l");
    EXPECT_EQ(only_one().retired, 2);
    EXPECT_EQ(only_one().release, "v1.3.0");
    EXPECT_EQ(all_releases().at(0).release, "v1.3.0");

    // What comes back is restored, with the relations it had.
    const auto back = import(mini());
    EXPECT_EQ(back->counts.restored, 2);
    EXPECT_EQ(back->counts.retired, 1); // fusing
    EXPECT_FALSE(find(skill("welding")).retired);
    EXPECT_FALSE(find(skill("welding")).replaced_by.has_value());
    EXPECT_EQ(find(skill("reading")).parents.size(), 2U);
}

TEST_P(Import, SwedishAfterEnglishAddsLabelsAndTakesNothingAway) {
    ASSERT_TRUE(import(only(mini(), english)).ok());
    EXPECT_THAT(only_one().languages, ElementsAre("en"));
    Files sv = only(mini(), swedish);
    // The official Swedish download repeats the relations.
    sv[swedish + "broaderRelationsSkillPillar_sv.csv"] = mini()[english + "broaderRelationsSkillPillar_en.csv"];
    const auto change = import(sv);
    EXPECT_EQ(counts(change), "new 0 renamed 0 retired 0 replaced 0 restored 0 amended 3 same 0 rel +0 -0");
    const Taxonomy esco = only_one();
    EXPECT_THAT(esco.languages, ElementsAre("en", "sv"));
    EXPECT_EQ(esco.retired, 0);
    EXPECT_EQ(esco.relations, 10);
    EXPECT_EQ(find(skill("steel"), "sv").label, (Wording{"st\u00E5lsorter", "sv"}));
    EXPECT_EQ(find(skill("steel"), "en").label, (Wording{"types of steel", "en"}));
    EXPECT_EQ(find(skill("welding"), "sv").label, (Wording{"weld metal", "en"}));
    EXPECT_EQ(find(skill("steel")).reuse, "cross-sector"); // the Swedish file does not say
    // And English again changes nothing: the Swedish labels stay.
    EXPECT_TRUE(import(only(mini(), english))->nothing());
    EXPECT_THAT(only_one().languages, ElementsAre("en", "sv"));
    // A Swedish file that loses a concept it had named does retire it.
    sv[swedish + "skills_sv.csv"] = "conceptUri,preferredLabel\n" + skill("reading") + ",l\u00E4sa ritningar\n";
    EXPECT_EQ(counts(import(sv)), "new 0 renamed 0 retired 1 replaced 0 restored 0 amended 0 same 2 rel +0 -0");
    EXPECT_TRUE(find(skill("steel")).retired);
    EXPECT_FALSE(find(skill("welding")).retired);
}

TEST_P(Import, FilesOfOneKindRetireNothingOfAnother) {
    ASSERT_TRUE(import(mini()).ok());
    const auto change = import({{english + "skills_en.csv", mini()[english + "skills_en.csv"]}});
    EXPECT_TRUE(change->nothing()) << counts(change);
    EXPECT_EQ(only_one().relations, 10);
}

TEST_P(Import, ARelationIsDroppedOnlyWhenItsOwnFileNoLongerHasIt) {
    ASSERT_TRUE(import(mini()).ok());
    Files files = mini();
    files.erase(english + "occupationSkillRelations_en.csv");
    EXPECT_TRUE(import(files)->nothing());
    files[english + "occupationSkillRelations_en.csv"] =
        "occupationUri,relationType,skillUri\n" + occupation("welder") + ",essential," + skill("welding") + "\n";
    EXPECT_EQ(counts(import(files)), "new 0 renamed 0 retired 0 replaced 0 restored 0 amended 0 same 8 rel +0 -2");
    EXPECT_THAT(find(occupation("diver")).optional, IsEmpty());
}

TEST_P(Import, AReleaseRefusedLeavesNothingBehind) {
    ASSERT_TRUE(import(mini()).ok());
    const std::int64_t before = entries();
    // Refused after everything was written: the transaction takes it all back.
    Files more = mini();
    more[english + "skills_en.csv"] += skill_row("extra", "extra skill");
    const auto read = test::read(more);
    const auto refused = act([&](db::Tx& tx) -> Result<void> {
        const ReleaseChange change = TRY(plan_release(tx, *read));
        apply_release(tx, hr(), *read, change);
        return refuse(Kind::conflict, "row.has_errors");
    });
    EXPECT_FALSE(refused.ok());
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(now(), 1);
    EXPECT_EQ(find(skill("extra")).uri, "");
    EXPECT_EQ(only_one().skills, 3);
}

TEST_P(Import, ACircleThatOnlyArisesWithWhatIsStoredIsRefused) {
    ASSERT_TRUE(import(mini()).ok());
    // Alone this file is no circle; welding is below making already.
    Files files{{"skills_en.csv", skill_header + skill_row("welding", "weld metal")},
                {"skillGroups_en.csv", mini()[english + "skillGroups_en.csv"]}};
    files["skillsHierarchy_en.csv"] = "Level 0 URI,Level 1 URI\n" + skill("welding") + "," + skill("making") + "\n";
    EXPECT_TRUE(refusal(import(files)).starts_with("taxonomy.cycle")) << refusal(import(files));
    EXPECT_EQ(now(), 1);
}

TEST_P(Import, WhatHasNoNameInAnyLanguageIsLeftOutAndCounted) {
    Files files = mini();
    files[english + "skills_en.csv"] += skill_row("nameless", "\u00A0");
    files[english + "broaderRelationsSkillPillar_en.csv"] +=
        "KnowledgeSkillCompetence," + skill("nameless") + ",SkillGroup," + skill("making") + "\n";
    const auto change = import(files);
    ASSERT_TRUE(change.ok());
    EXPECT_EQ(change->nameless, 1);
    EXPECT_EQ(change->counts.added, 8);
    EXPECT_EQ(change->counts.relations_added, 10);
    EXPECT_TRUE(import(files)->nothing());
}

TEST_P(Import, TwoTaxonomiesLeaveEachOtherAlone) {
    ASSERT_TRUE(import(mini()).ok());
    auto other = test::read(mini());
    other->key = "mine";
    other->concepts.resize(1);
    other->relations.clear();
    ASSERT_TRUE(import(*other).ok());
    const auto both = look([](db::Tx& tx) { return taxonomies(tx); });
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].retired, 0);
    EXPECT_EQ(both[1].relations, 0);
    EXPECT_TRUE(import(mini())->nothing());
}

TEST_P(Import, ABackupHoldsAConceptAndTheYoungerOneThatReplacedIt) {
    ASSERT_TRUE(import(mini()).ok());
    Files files = mini();
    replace(files[english + "occupations_en.csv"], occupation("diver"), occupation("undersea"));
    ASSERT_EQ(import(files)->counts.replaced, 1);
    const kunna::test::TempFolder folder;
    ASSERT_TRUE(db::back_up(*db, folder.path() + "/a.db").ok());
    for (const db::Engine engine : {db::Engine::sqlite, db::Engine::postgres}) {
        const kunna::test::FreshDatabase other{engine};
        const auto restored = db::restore(folder.path() + "/a.db", other.options());
        ASSERT_TRUE(restored.ok()) << restored.error().code;
        const auto opened = other.open();
        const auto diver = opened->read([](db::Tx& tx) { return find_concept(tx, occupation("diver"), "en"); });
        ASSERT_TRUE(diver.ok());
        EXPECT_EQ(diver->replaced_by->uri, occupation("undersea"));
    }
}

INSTANTIATE_ON_BOTH(Import);

} // namespace
} // namespace kunna::taxonomies
