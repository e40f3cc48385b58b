// What the words around a skill say of its level.
#include "matching/level_hint.hpp"

#include <gtest/gtest.h>

namespace kunna::matching {
namespace {

// The level and its words, of `skill` in the sentence.
std::string hint(std::string_view text, std::string_view skill) {
    const auto sentences = sentences_of(text);
    const std::size_t from = text.find(skill);
    const auto found = level_hint(sentences.at(0), from, from + skill.size());
    if (!found) return "nothing";
    return std::to_string(found->level) + (found->years ? " years: " : ": ") +
           std::string{text.substr(found->from, found->to - found->from)};
}

TEST(LevelHint, WordsNearTheSkillDecide) {
    EXPECT_EQ(hint("Du har grundl\u00E4ggande kunskaper i SQL", "SQL"), "2: grundl\u00E4ggande");
    EXPECT_EQ(hint("Goda kunskaper i SQL kr\u00E4vs", "SQL"), "3: Goda");
    EXPECT_EQ(hint("Mycket goda kunskaper i SQL", "SQL"), "4: Mycket goda");
    EXPECT_EQ(hint("Du \u00E4r expert p\u00E5 SQL", "SQL"), "5: expert");
    EXPECT_EQ(hint("Advanced SQL", "SQL"), "4: Advanced");
    EXPECT_EQ(hint("SQL, basic level", "SQL"), "2: basic");
}

TEST(LevelHint, TheNearestWordCounts) {
    EXPECT_EQ(hint("Basic Java and advanced SQL", "SQL"), "4: advanced");
    EXPECT_EQ(hint("Basic Java and advanced SQL", "Java"), "2: Basic");
}

TEST(LevelHint, YearsCountWhereNoWordDoes) {
    EXPECT_EQ(hint("1 \u00E5rs erfarenhet av SQL", "SQL"), "2 years: 1 \u00E5rs");
    EXPECT_EQ(hint("At least 3+ years of SQL", "SQL"), "3 years: 3+ years");
    EXPECT_EQ(hint("5 years with SQL", "SQL"), "4 years: 5 years");
    EXPECT_EQ(hint("5 years of advanced SQL", "SQL"), "4: advanced");
}

TEST(LevelHint, WordsFarAwayAndTheSkillsOwnSayNothing) {
    EXPECT_EQ(hint("Ett gott kaff\u00E9 st\u00E5r alltid framme p\u00E5 morgonen och sedan skriver vi SQL", "SQL"),
              "nothing");
    EXPECT_EQ(hint("advanced driving", "advanced driving"), "nothing");
    EXPECT_EQ(hint("SQL", "SQL"), "nothing");
}

TEST(LevelHint, WhatIsOnlyWelcomeIsTold) {
    EXPECT_TRUE(only_welcome(sentences_of("Truckkort \u00E4r meriterande")[0]));
    EXPECT_TRUE(only_welcome(sentences_of("SQL is a plus")[0]));
    EXPECT_FALSE(only_welcome(sentences_of("Truckkort kr\u00E4vs")[0]));
}

} // namespace
} // namespace kunna::matching
