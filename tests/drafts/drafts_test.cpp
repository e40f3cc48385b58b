// An occupation as a draft of a role, and the role that is made of what was confirmed.
#include "drafts/drafts.hpp"
#include "skills/catalogue.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"
#include "taxonomies/links.hpp"
#include "taxonomies/release_import.hpp"

#include <gmock/gmock.h>

namespace kunna::drafts {
namespace {

using taxonomies::ConceptType;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Drafts : public kunna::test::SmallCompany {
protected:
    void SetUp() override {
        taxonomies::Release esco;
        esco.key = "esco";
        esco.name = "ESCO";
        esco.attribution = "From ESCO.";
        esco.concepts = {{.uri = "welder", .type = ConceptType::occupation},
                         {.uri = "welding", .type = ConceptType::skill},
                         {.uri = "reading", .type = ConceptType::skill},
                         {.uri = "steel", .type = ConceptType::knowledge}};
        esco.concepts[0].labels = {{"en", "welder", "", "", "Welds."}, {"sv", "svetsare", "", "", ""}};
        esco.concepts[1].labels = {{"en", "weld metal", "", "", ""}, {"sv", "svetsa metall", "", "", ""}};
        esco.concepts[2].labels = {{"en", "read drawings", "", "", ""}};
        esco.concepts[3].labels = {{"en", "types of steel", "", "", ""}, {"sv", "st\u00E5lsorter", "", "", ""}};
        esco.relations = {
            {0, RelationKind::essential, 1}, {0, RelationKind::essential, 2}, {0, RelationKind::optional, 3}};
        ASSERT_TRUE(act([&](db::Tx& tx) -> Result<void> {
                        skills::ensure_scales(tx);
                        const auto change = TRY(taxonomies::plan_release(tx, esco));
                        taxonomies::apply_release(tx, hr(), esco, change);
                        return {};
                    }).ok());
    }
    ConceptId at(const std::string& uri) {
        auto found = look([&](db::Tx& tx) { return taxonomies::find_concept(tx, uri, "en"); });
        return found.ok() ? found->id : ConceptId{};
    }
    SkillId add_skill(const skills::Text& name) {
        const auto added = act([&](db::Tx& tx) {
            skills::SkillInput wanted;
            wanted.name = name;
            return skills::add_skill(tx, learning(), wanted);
        });
        return added.ok() ? added->id : SkillId{};
    }
    Result<OccupationDraft> draft(ConceptId occupation) {
        return look([&](db::Tx& tx) { return of_occupation(tx, learning(), occupation); });
    }
    Result<skills::RoleProfile> confirm(const ConfirmedRole& wanted, const access::Actor& actor) {
        return act([&](db::Tx& tx) { return add_confirmed(tx, actor, wanted); });
    }
    std::size_t skill_count() {
        return look([](db::Tx& tx) { return skills::catalogue(tx).items.size(); });
    }
    // "concept level importance skill".
    static std::vector<std::string> told(const OccupationDraft& draft) {
        std::vector<std::string> lines;
        for (const DraftLine& line : draft.lines)
            lines.push_back(line.concept_.uri + " " + std::to_string(line.level) + " " +
                            std::to_string(line.importance) + (line.must ? " must" : "") +
                            (line.skill ? " as " + (line.name.sv.empty() ? line.name.en : line.name.sv) : ""));
        return lines;
    }
    static ConfirmedLine of(ConceptId concept_, int level = 3) { return {{}, concept_, level, 2, false}; }
};

TEST_P(Drafts, AnOccupationProposesItsSkillsWithLevelsByTheRuleItTells) {
    const auto made = draft(at("welder"));
    ASSERT_TRUE(made.ok());
    EXPECT_EQ(made->name, (skills::Text{"Svetsare", "Welder"}));
    EXPECT_EQ(made->description.en, "Welds.");
    EXPECT_EQ(made->attribution, "From ESCO.");
    EXPECT_THAT(told(*made), ElementsAre("welding 3 2", "reading 3 2", "steel 2 1"));
    EXPECT_EQ(made->lines[0].name, (skills::Text{"Svetsa metall", ""}));
    EXPECT_EQ(made->lines[1].name, (skills::Text{"", "Read drawings"}));
    EXPECT_THAT(made->rule, HasSubstr("niv\u00E5 3"));
    EXPECT_EQ(code(draft(at("welding"))), "draft.no_occupation");
    EXPECT_EQ(code(draft(ConceptId{999})), "concept.not_found");
}

TEST_P(Drafts, SkillsThatTheCatalogueHasAreProposedByTheirLinkOrTheirName) {
    const SkillId joining = add_skill({"Foga", ""});
    ASSERT_TRUE(act([&](db::Tx& tx) { return taxonomies::link(tx, learning(), joining, at("welding")); }).ok());
    add_skill({"", "Read Drawings"});
    EXPECT_THAT(told(*draft(at("welder"))),
                ElementsAre("welding 3 2 as Foga", "reading 3 2 as Read Drawings", "steel 2 1"));
}

TEST_P(Drafts, AConfirmedDraftBecomesARoleWithTheSkillsThatWereMissing) {
    const SkillId reading = add_skill({"", "Read drawings"});
    ConfirmedRole wanted;
    wanted.name = {"Svetsare", "Welder"};
    wanted.requirements = {of(at("welding"), 4), {reading, at("reading"), 2, 1, true}};
    const auto role = confirm(wanted, learning());
    ASSERT_TRUE(role.ok()) << code(role);
    ASSERT_TRUE(role->profile.has_value());
    EXPECT_EQ(role->profile->valid_from, look([](db::Tx& tx) { return tx.today(); }));
    const auto& requirements = role->profile->requirements;
    ASSERT_EQ(requirements.size(), 2U);
    EXPECT_EQ(requirements[0].skill, reading);
    EXPECT_TRUE(requirements[0].must);
    EXPECT_EQ(requirements[1].name->sv, "Svetsa metall");
    EXPECT_EQ(requirements[1].level, 4);
    // Both are linked now, so that the next draft knows them.
    EXPECT_THAT(told(*draft(at("welder"))),
                ElementsAre("welding 3 2 as Svetsa metall", "reading 3 2 as Read drawings", "steel 2 1"));
}

TEST_P(Drafts, ARefusedDraftLeavesNeitherRoleNorSkillsBehind) {
    ConfirmedRole wanted;
    wanted.name = {"Svetsare", ""};
    const std::int64_t before = entries();
    EXPECT_EQ(code(confirm(wanted, learning())), "/requirements draft.empty");
    wanted.requirements = {of(at("welding")), of(at("steel"), 9)};
    EXPECT_EQ(code(confirm(wanted, learning())), "/requirements/1/level requirement.level_outside");
    wanted.requirements = {of(at("welding")), of(at("welding"))};
    EXPECT_EQ(code(confirm(wanted, learning())), "/requirements/1/skill requirement.twice");
    wanted.requirements = {of(at("welding")), {}};
    EXPECT_EQ(code(confirm(wanted, learning())), "/requirements/1 draft.of_what");
    wanted.requirements = {of(at("welder"))};
    EXPECT_EQ(code(confirm(wanted, learning())), "concept.no_skill");
    EXPECT_EQ(skill_count(), 0U);
    EXPECT_EQ(look([](db::Tx& tx) { return skills::RoleFinder{tx}.all().size(); }), 0U);
    EXPECT_EQ(entries(), before);
}

TEST_P(Drafts, WhoMayNotEditTheCatalogueTakesNothingIn) {
    access::Actor limited = learning();
    limited.scopes.reset(static_cast<std::size_t>(access::Permission::edit_catalogue));
    limited.token = TokenId{1};
    ConfirmedRole wanted;
    wanted.name = {"Svetsare", ""};
    wanted.requirements = {of(at("welding"))};
    EXPECT_EQ(code(confirm(wanted, limited)), "http.forbidden");
    wanted.requirements = {{add_skill({"Svetsning", ""}), at("welding"), 3, 2, false}};
    EXPECT_TRUE(confirm(wanted, limited).ok());
}

INSTANTIATE_ON_BOTH(Drafts);

} // namespace
} // namespace kunna::drafts
