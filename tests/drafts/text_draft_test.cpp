// A job description as a draft of a role.
#include "documents/document.hpp"
#include "drafts/text_draft.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"
#include "taxonomies/links.hpp"
#include "taxonomies/release_import.hpp"

#include <gmock/gmock.h>

namespace kunna::drafts {
namespace {

using taxonomies::ConceptType;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class TextDrafts : public kunna::test::SmallCompany {
protected:
    taxonomies::Matchers matchers{*db};

    void import_esco() {
        taxonomies::Release esco;
        esco.key = "esco";
        esco.name = "ESCO";
        esco.attribution = "From ESCO.";
        for (const auto& [uri, sv, en] : {std::tuple{"welding", "svetsa metall", "weld metal"},
                                          std::tuple{"drawings", "l\u00E4sa ritningar", "read drawings"},
                                          std::tuple{"trucks", "k\u00F6ra truck", "drive trucks"},
                                          std::tuple{"budgets", "hantera budgetar", "manage budgets"}}) {
            auto& made = esco.concepts.emplace_back();
            made.uri = uri;
            made.labels = {{"en", en, "", "", ""}, {"sv", sv, "", "", ""}};
        }
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        const auto change = TRY(taxonomies::plan_release(tx, esco));
                        taxonomies::apply_release(tx, hr(), esco, change);
                        return {};
                    }).ok());
    }
    SkillId add_skill(const skills::Text& name) {
        const auto added = act([&](db::Tx& tx) {
            skills::SkillInput wanted;
            wanted.name = name;
            skills::ensure_scales(tx);
            return skills::add_skill(tx, learning(), wanted);
        });
        return added.ok() ? added->id : SkillId{};
    }
    Result<TextDraft> draft(const std::string& text, std::optional<std::string> taxonomy = {}) {
        return of_text(*db, matchers, learning(), {text, {}, std::move(taxonomy)});
    }
    // "concept [skill] level importance: words, words".
    std::vector<std::string> told(const std::string& text) {
        const auto made = draft(text);
        if (!made.ok()) return {code(made)};
        std::vector<std::string> lines;
        for (const TextLine& line : made->lines) {
            std::string one = line.concept_ ? line.concept_->uri : "-";
            if (line.skill) one += " [" + line.name.sv + "]";
            one += " " + std::to_string(line.level) + " " + std::to_string(line.importance);
            for (const Place& place : line.places) one += (&place == line.places.data() ? ": " : ", ") + place.words;
            lines.push_back(one);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
};

TEST_P(TextDrafts, EverySkillIsProposedWithItsWordsItsPlaceAndALevel) {
    import_esco();
    const std::string text = "Svetsare till \u00C5re\n\nDu \u00E4r expert p\u00E5 att svetsa metall. Erfarenhet av att "
                             "l\u00E4sa ritningar. Att k\u00F6ra truck \u00E4r meriterande.";
    EXPECT_THAT(told(text), ElementsAre("drawings 3 2: l\u00E4sa ritningar", "trucks 2 1: k\u00F6ra truck",
                                        "welding 5 2: svetsa metall"));
    const auto made = draft(text);
    EXPECT_EQ(made->language, matching::Language::sv);
    EXPECT_EQ(made->title, "Svetsare till \u00C5re");
    EXPECT_EQ(made->attribution, "From ESCO.");
    for (const TextLine& line : made->lines) {
        EXPECT_GT(line.confidence, 0);
        EXPECT_FALSE(line.must);
        if (line.concept_->uri != "welding") continue;
        EXPECT_EQ(line.level_reason, "niv\u00E5n av \u201Dexpert\u201D");
        // Characters, not bytes.
        EXPECT_EQ(line.places.at(0).from, 39);
        EXPECT_EQ(line.places.at(0).to, 52);
        EXPECT_EQ(line.places.at(0).sentence, "Du \u00E4r expert p\u00E5 att svetsa metall.");
    }
}

TEST_P(TextDrafts, ASkillThatIsNamedTwiceIsOneLineWithTwoPlaces) {
    import_esco();
    EXPECT_THAT(told("Experience to weld metal.\nYou have knowledge of metal welding."),
                ElementsAre("welding 3 2: weld metal, metal welding"));
}

TEST_P(TextDrafts, SkillsOfTheCatalogueAreFoundByTheirOwnNameAndByTheConceptTheyStandFor) {
    import_esco();
    const SkillId joining = add_skill({"Fogning", ""});
    const auto welding = look([](db::Tx& tx) { return taxonomies::find_concept(tx, "welding", "sv"); });
    ASSERT_TRUE(act([&](db::Tx& tx) { return taxonomies::link(tx, learning(), joining, welding->id); }).ok());
    add_skill({"Lindvakens kvalitetsmodell", ""});
    EXPECT_THAT(told("Du kan svetsa metall och har kunskaper i Lindvakens kvalitetsmodell."),
                ElementsAre("- [Lindvakens kvalitetsmodell] 3 2: Lindvakens kvalitetsmodell",
                            "welding [Fogning] 3 2: svetsa metall"));
}

TEST_P(TextDrafts, WithoutATaxonomyTheCatalogueIsEnough) {
    add_skill({"Svetsning", "Welding"});
    EXPECT_THAT(told("Kunskaper i svetsning"), ElementsAre("- [Svetsning] 3 2: svetsning"));
    EXPECT_EQ(code(draft("svetsning", "esco")), "taxonomy.not_found");
}

TEST_P(TextDrafts, NothingIsStored) {
    import_esco();
    const std::int64_t before = entries();
    ASSERT_TRUE(draft("Du kan svetsa metall.").ok());
    EXPECT_EQ(entries(), before);
    EXPECT_TRUE(look([](db::Tx& tx) { return skills::catalogue(tx).items.empty(); }));
}

TEST_P(TextDrafts, AnEmptyOrEndlessTextIsRefused) {
    EXPECT_EQ(code(draft(" \n")), "/text draft.no_text");
    EXPECT_EQ(code(draft(std::string(documents::most_characters + 1, 'a'))), "/text document.too_long");
    EXPECT_THAT(draft("Ingenting h\u00E4r")->lines, IsEmpty());
}

INSTANTIATE_ON_BOTH(TextDrafts);

} // namespace
} // namespace kunna::drafts
