// The starter catalogue: what the packs bring, and that every skill can be learned from nothing.
#include "learning/starters.hpp"
#include "shelf.hpp"
#include "skills/packs.hpp"

#include <gmock/gmock.h>
#include <map>
#include <set>

namespace kunna::learning {
namespace {

class StarterCatalogue : public test::Shelf {
protected:
    void install(const char* key) {
        ASSERT_TRUE(act([&](db::Tx& tx) { return skills::install_pack(tx, hr(), key); }).ok());
    }
    std::int64_t take_in() {
        return act([&](db::Tx& tx) -> Result<StartersAdded> { return add_starter_activities(tx, learning()); })->added;
    }
};

TEST_P(StarterCatalogue, EverySkillOfEveryPackCanBeRaisedFromNothingToThreeAtLeast) {
    for (const char* pack : {"core", "tech", "manufacturing", "public_care", "retail_warehouse"}) install(pack);
    EXPECT_GT(take_in(), 100);
    std::map<SkillId, std::set<std::pair<int, int>>> steps;
    for (const Activity& one : look([](db::Tx& tx) { return every_activity(tx); }))
        for (const SkillRaise& raise : one.raises) steps[raise.skill].emplace(raise.from, raise.to);
    const auto catalogue = look([](db::Tx& tx) { return skills::catalogue(tx); });
    for (const skills::SkillRow& skill : catalogue.items) {
        if (skill.id == plc || skill.id == welding || skill.id == lean) continue;
        int reached = 0;
        for (const auto& [from, to] : steps[skill.id]) // by the level they begin at
            if (from <= reached) reached = std::max(reached, to);
        EXPECT_GE(reached, 3) << skill.key;
    }
}

TEST_P(StarterCatalogue, WhatThePacksBringIsWhatAnEditorCouldHaveWritten) {
    for (const char* pack : {"tech", "manufacturing", "public_care", "retail_warehouse"}) install(pack);
    take_in();
    for (const Activity& one : look([](db::Tx& tx) { return every_activity(tx); })) {
        EXPECT_FALSE(one.name.sv.empty() || one.name.en.empty() || one.description.sv.empty() ||
                     one.description.en.empty())
            << one.key;
        EXPECT_FALSE(one.raises.empty()) << one.key;
        const auto same = edit(one.id, input_of(one));
        EXPECT_TRUE(same.ok()) << one.key << ": " << code(same);
    }
}

TEST_P(StarterCatalogue, TakenInTwiceItChangesNothingAndAnEditorsOwnStays) {
    install("manufacturing");
    ActivityInput own = course("Svetsning, grund");
    own.raises.clear();
    ASSERT_TRUE(add(own).ok());
    const auto offered = look([](db::Tx& tx) { return starter_activities(tx); });
    EXPECT_TRUE(std::none_of(offered.begin(), offered.end(), [](const auto& one) {
        return one.key == "welding_start";
    })) << "one of that name is there";
    EXPECT_EQ(take_in(), static_cast<std::int64_t>(offered.size()));
    const std::int64_t before = entries();
    EXPECT_EQ(take_in(), 0);
    EXPECT_EQ(entries(), before);
}

TEST_P(StarterCatalogue, WithoutPacksThereIsNothingToTakeIn) {
    EXPECT_EQ(take_in(), 0);
}

INSTANTIATE_ON_BOTH(StarterCatalogue);

} // namespace
} // namespace kunna::learning
