#include "skills/catalogue.hpp"
#include "skills/queries.hpp"
#include "support/small_company.hpp"

namespace kunna::skills {
namespace {

class TheCatalogue : public test::SmallCompany {
protected:
    Result<Skill> add(const SkillInput& wanted) {
        return act([&](db::Tx& tx) { return add_skill(tx, hr(), wanted); });
    }
    static SkillInput welding() {
        SkillInput wanted;
        wanted.name = {" Svetsning ", "Welding"};
        wanted.alternative = {{"MIG-svetsning", "TIG"}, {"arc welding"}};
        wanted.anchors = {{2, {"Svetsar med stöd.", "Welds with support."}}};
        wanted.hours_per_level = 120;
        return wanted;
    }
};

TEST_P(TheCatalogue, EveryQueryCanBePrepared) {
    look([](db::Tx& tx) {
        for (const db::Query& query : queries::all) tx.connection().prepare(query);
    });
}

TEST_P(TheCatalogue, KeepsASkillAsItWasWrittenAndMakesItsKey) {
    const auto added = add(welding());
    ASSERT_TRUE(added.ok()) << code(added);
    const auto found = look([&](db::Tx& tx) { return find_skill(tx, added.ok() ? SkillId{1} : SkillId{}); });
    ASSERT_TRUE(found.ok());
    Result<Skill> copy = found;
    EXPECT_EQ(copy->key, "welding");
    EXPECT_EQ(copy->name, (Text{"Svetsning", "Welding"}));
    EXPECT_EQ(copy->alternative, (Words{{"MIG-svetsning", "TIG"}, {"arc welding"}}));
    EXPECT_EQ(copy->anchors, (std::vector<Anchor>{{2, {"Svetsar med stöd.", "Welds with support."}}}));
    EXPECT_EQ(copy->scale.key, "kunna");
    EXPECT_EQ(copy->scale.max, 5);
    EXPECT_EQ(copy->scale.levels.size(), 6U);
    EXPECT_EQ(copy->hours_per_level, 120);
    EXPECT_EQ(copy->version, 1);
    EXPECT_EQ(last_entry(), "skill.added 1 ");
}

TEST_P(TheCatalogue, RefusesWhatCannotBeToldApartOrRead) {
    ASSERT_TRUE(add(welding()).ok());
    SkillInput wanted = welding();
    wanted.name = {"SVETSNING", ""};
    EXPECT_EQ(code(add(wanted)), "/name/sv skill.name_taken");
    wanted.name = {"  ", ""};
    EXPECT_EQ(code(add(wanted)), "/name skill.name_missing");
    wanted.name = {"Lödning", ""};
    wanted.key = "Lödning";
    EXPECT_EQ(code(add(wanted)), "/key skill.key_form");
    wanted.key = "welding";
    EXPECT_EQ(code(add(wanted)), "/key skill.key_taken");
    wanted.key.reset();
    wanted.anchors = {{6, {"x", "x"}}};
    EXPECT_EQ(code(add(wanted)), "/anchors/0/level level.outside_scale");
    wanted.anchors = {{2, {"x", "x"}}, {2, {"y", "y"}}};
    EXPECT_EQ(code(add(wanted)), "/anchors/1/level skill.anchor_twice");
    wanted.anchors = {};
    wanted.hours_per_level = -1;
    EXPECT_EQ(code(add(wanted)), "/hours_per_level skill.hours_out_of_range");
    wanted.hours_per_level = 10;
    wanted.group = SkillGroupId{99};
    EXPECT_EQ(code(add(wanted)), "/group skill_group.not_found");
    wanted.group.reset();
    wanted.scale = ScaleId{99};
    EXPECT_EQ(code(add(wanted)), "/scale scale.not_found");
    EXPECT_EQ(entries(), 1);
}

TEST_P(TheCatalogue, AnEditNamesWhatItChangedAndNeedsTheVersionItBeganFrom) {
    ASSERT_TRUE(add(welding()).ok());
    SkillInput edit;
    edit.name = {"Svetsning", "Welding"};
    edit.alternative = {{"MIG-svetsning", "TIG"}, {"arc welding"}};
    edit.anchors = {{3, {"Svetsar själv.", ""}}, {2, {"Svetsar med stöd.", "Welds with support."}}};
    edit.hours_per_level = 120;
    const auto change = [&](std::optional<std::int64_t> version) {
        return act([&](db::Tx& tx) { return edit_skill(tx, hr(), SkillId{1}, version, edit); });
    };
    auto edited = change(1);
    ASSERT_TRUE(edited.ok()) << code(edited);
    EXPECT_EQ(edited->version, 2);
    EXPECT_EQ(edited->anchors.size(), 2U);
    EXPECT_EQ(last_entry(), "skill.edited 1 anchors");
    EXPECT_EQ(code(change(1)), "http.stale");
    const std::int64_t before = entries();
    EXPECT_EQ(change({})->version, 2); // the same again is no change
    EXPECT_EQ(entries(), before);
    EXPECT_EQ(code(act([&](db::Tx& tx) { return edit_skill(tx, hr(), SkillId{9}, {}, edit); })), "skill.not_found");
    edit.key = "arc_welding";
    EXPECT_EQ(code(change({})), "/key skill.key_fixed");
    edit.key = "welding"; // the same may be sent back
    edit.scale = ScaleId{2};
    EXPECT_EQ(code(change({})), "/scale skill.scale_fixed");
    edit.scale.reset();
    edit.retired = true;
    EXPECT_TRUE(change({})->retired);
    edit.retired.reset();
    EXPECT_TRUE(change({})->retired);
}

TEST_P(TheCatalogue, ALevelIsCheckedAgainstTheSkillsOwnScale) {
    ASSERT_TRUE(add(welding()).ok());
    const auto check = [&](std::int32_t level) {
        return code(look([&](db::Tx& tx) { return check_level(tx, SkillId{1}, level); }));
    };
    EXPECT_EQ(check(0), "");
    EXPECT_EQ(check(5), "");
    EXPECT_EQ(check(6), "/level level.outside_scale");
    EXPECT_EQ(check(-1), "/level level.outside_scale");
    EXPECT_EQ(code(look([&](db::Tx& tx) { return check_level(tx, SkillId{2}, 1); })), "skill.not_found");
}

TEST_P(TheCatalogue, GroupsFormATree) {
    const auto group = [&](const NewGroup& wanted) {
        return act([&](db::Tx& tx) { return add_group(tx, hr(), wanted); });
    };
    ASSERT_TRUE(group({{}, {"Verkstad", "Workshop"}, {}}).ok());
    auto below = group({{}, {"Fogning", "Joining"}, SkillGroupId{1}});
    ASSERT_TRUE(below.ok());
    EXPECT_EQ(below->parent, SkillGroupId{1});
    EXPECT_EQ(code(group({{}, {"X", ""}, SkillGroupId{7}})), "/parent skill_group.not_found");
    EXPECT_EQ(look([](db::Tx& tx) { return catalogue(tx).groups.size(); }), 2U);
}

TEST_P(TheCatalogue, ASkillIsFoundByKeyNameOrAlternativeNameAndSeveralAreNamed) {
    ASSERT_TRUE(add(welding()).ok());
    SkillInput other;
    other.name = {"Gasvolframsvetsning", ""};
    other.alternative.sv = {"tig", "Svetsning"};
    ASSERT_TRUE(add(other).ok());
    look([](db::Tx& tx) {
        SkillFinder finder{tx};
        EXPECT_EQ(finder.find("welding")->id, SkillId{1});
        EXPECT_EQ(finder.find("  svetsning ")->id, SkillId{1}); // a name outdoes an alternative name
        EXPECT_EQ(finder.find("ARC  WELDING")->id, SkillId{1});
        EXPECT_EQ(finder.find("tig"), nullptr);
        EXPECT_EQ(finder.candidates("tig"), "welding, gasvolframsvetsning");
        EXPECT_EQ(finder.find("lödning"), nullptr);
        EXPECT_EQ(finder.candidates("lödning"), "");
        EXPECT_EQ(finder.by_id(SkillId{2})->highest, 5);
        EXPECT_EQ(finder.by_id(SkillId{3}), nullptr);
    });
}

TEST(Keys, AreAsciiWhateverTheName) {
    EXPECT_EQ(key_from("Läkemedelshantering (vård)"), "lakemedelshantering_vard");
    EXPECT_EQ(key_from("C++ & Qt 6"), "c_qt_6");
    EXPECT_EQ(key_from("日本語"), "unnamed");
}

INSTANTIATE_ON_BOTH(TheCatalogue);

} // namespace
} // namespace kunna::skills
