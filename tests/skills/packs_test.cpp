#include "skills/catalogue.hpp"
#include "skills/packs.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"

#include <set>

namespace kunna::skills {
namespace {

class StarterPacks : public test::SmallCompany {
protected:
    PackAdded install(std::string_view key) {
        auto added = act([&](db::Tx& tx) { return install_pack(tx, hr(), key); });
        EXPECT_TRUE(added.ok()) << code(added);
        return added.ok() ? *added : PackAdded{-1, -1};
    }
    std::set<std::string> installed() {
        std::set<std::string> keys;
        for (const PackRow& pack : look([](db::Tx& tx) { return packs(tx); }))
            if (pack.installed) keys.insert(pack.key);
        return keys;
    }
};

TEST_P(StarterPacks, TheCoreAndFourTradesAreOfferedButNotTheDemonstrations) {
    const auto offered = look([](db::Tx& tx) { return packs(tx); });
    std::vector<std::string> keys;
    for (const PackRow& pack : offered) keys.push_back(pack.key);
    ASSERT_EQ(keys.size(), 5U);
    EXPECT_EQ(keys[0], "core");
    EXPECT_EQ(std::set(keys.begin(), keys.end()),
              (std::set<std::string>{"core", "tech", "manufacturing", "public_care", "retail_warehouse"}));
    EXPECT_EQ(offered[0].skills, 12);
    EXPECT_EQ(code(act([&](db::Tx& tx) { return install_pack(tx, hr(), "demonstration"); })), "pack.not_found");
    EXPECT_EQ(code(act([&](db::Tx& tx) { return install_pack(tx, hr(), "nothing"); })), "pack.not_found");
}

TEST_P(StarterPacks, APackBringsTheCoreAlongAndTwiceChangesNothing) {
    const PackAdded first = install("tech");
    EXPECT_EQ(first.skills, 24);
    EXPECT_EQ(first.roles, 9);
    EXPECT_EQ(installed(), (std::set<std::string>{"core", "tech"}));
    const std::int64_t before = entries();
    const PackAdded second = install("tech");
    EXPECT_EQ(second.skills, 0);
    EXPECT_EQ(second.roles, 0);
    EXPECT_EQ(entries(), before);
}

TEST_P(StarterPacks, EverySkillHasAnchorsInBothLanguagesAndHangsInTheTree) {
    install("tech");
    const auto all = look([](db::Tx& tx) { return catalogue(tx); });
    ASSERT_EQ(all.items.size(), 24U);
    const auto programming =
        std::find_if(all.items.begin(), all.items.end(), [](const SkillRow& s) { return s.key == "programming"; });
    ASSERT_NE(programming, all.items.end());
    EXPECT_EQ(programming->kind, SkillKind::technical);
    EXPECT_GT(programming->roles, 0);
    const auto group =
        std::find_if(all.groups.begin(), all.groups.end(), [&](const Group& g) { return g.id == programming->group; });
    const auto top =
        std::find_if(all.groups.begin(), all.groups.end(), [&](const Group& g) { return g.id == group->parent; });
    EXPECT_EQ(group->key, "software");
    EXPECT_EQ(top->key, "tech");
    for (const SkillRow& row : all.items) {
        auto skill = look([&](db::Tx& tx) { return find_skill(tx, row.id); });
        ASSERT_TRUE(skill.ok());
        EXPECT_EQ(skill->anchors.size(), 5U) << row.key;
        for (const Anchor& anchor : skill->anchors) EXPECT_FALSE(anchor.text.sv.empty() || anchor.text.en.empty());
    }
}

TEST_P(StarterPacks, WhatSomebodyEditedStaysAsTheyLeftIt) {
    install("core");
    const auto id = look([](db::Tx& tx) { return SkillFinder{tx}.find("problem_solving")->id; });
    SkillInput edit;
    edit.name = {"Felsökning", "Fault finding"};
    edit.hours_per_level = 7;
    ASSERT_TRUE(act([&](db::Tx& tx) { return edit_skill(tx, hr(), id, {}, edit); }).ok());
    EXPECT_EQ(install("core").skills, 0);
    EXPECT_EQ(install("manufacturing").skills, 12);
    auto now = look([&](db::Tx& tx) { return find_skill(tx, id); });
    EXPECT_EQ(now->name.sv, "Felsökning");
    EXPECT_EQ(now->hours_per_level, 7);
    EXPECT_TRUE(now->anchors.empty());
}

TEST_P(StarterPacks, TheDemonstrationHasAllItsRolesSinceTheDayGiven) {
    ASSERT_TRUE(act([&](db::Tx& tx) -> Result<PackAdded> {
                    return install_demonstration(tx, access::Actor::system(), day("2024-11-01"));
                }).ok());
    const auto all = look([&](db::Tx& tx) { return roles(tx, hr(), day("2024-11-01")); });
    std::map<std::string, const RoleRow*> by_key;
    for (const RoleRow& role : all) by_key[role.key] = &role;
    EXPECT_EQ(demonstration_roles().size(), 32U);
    for (const std::string& key : demonstration_roles()) {
        ASSERT_TRUE(by_key.contains(key)) << key;
        EXPECT_GT(by_key[key]->requirements, 0) << key;
    }
}

INSTANTIATE_ON_BOTH(StarterPacks);

} // namespace
} // namespace kunna::skills
