#include "matching/words.hpp"

#include <gmock/gmock.h>

namespace kunna::matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Words learned() {
    const std::vector<std::string> labels{"rengöra möbler", "rengöring",    "möbelsnickare", "möbelhandlare",
                                          "möbelpolerare",  "möbellagning", "snickare",      "handlare",
                                          "polerare",       "lagning",      "betong",        "gjutning",
                                          "avtalsjuridik",  "avtal",        "juridik",       "arbetsledare",
                                          "arbete",         "ledare",       "järn",          "järnväg"};
    return Words{labels};
}

TEST(Words, ACompoundIsCutIntoKnownWords) {
    EXPECT_THAT(learned().pieces("betonggjutning"), ElementsAre("betong", "gjutning"));
}

TEST(Words, TheLinkingSIsTakenOff) {
    EXPECT_THAT(learned().pieces("avtalsjuridik"), ElementsAre("avtal", "juridik"));
}

TEST(Words, WhatStandsBeforeKnownWordsInSeveralCompoundsIsAPieceToo) {
    EXPECT_THAT(learned().pieces("möbelrengöring"), ElementsAre("möbel", "rengöring"));
}

TEST(Words, AWordOfUnknownPiecesStaysWhole) {
    EXPECT_THAT(learned().pieces("hydroponik"), ElementsAre("hydroponik"));
    EXPECT_THAT(learned().pieces("betonghydroponik"), ElementsAre("betonghydroponik"));
}

TEST(Words, ANounOfDoingMeetsItsVerb) {
    EXPECT_EQ(stem("rengöring"), stem("rengöra"));
    EXPECT_EQ(stem("gjutning"), stem("gjuta"));
    EXPECT_EQ(stem("welding"), stem("welder")) << "English endings come off as well";
    EXPECT_EQ(stem("rad"), "rad") << "what is left has four letters or more";
}

TEST(Words, PartsAreStemsInOrderWithoutWordsThatSayNothing) {
    EXPECT_THAT(learned().parts("erfarenhet av möbelrengöring och gjutning", Language::sv),
                ElementsAre("gjut", "möbel", "rengör"));
    EXPECT_THAT(learned().parts("och av", Language::sv), IsEmpty());
}

TEST(Words, EnglishWordsAreNotCut) {
    EXPECT_THAT(learned().parts("betonggjutning", Language::en), ElementsAre("betonggjut"));
}

TEST(Words, LikenessIsTheShareOfACommonBeginning) {
    EXPECT_FLOAT_EQ(likeness("tekniker", "tekniker"), 1);
    EXPECT_FLOAT_EQ(likeness("teknik", "tekniker"), 0.75F);
    EXPECT_FLOAT_EQ(likeness("tek", "teknik"), 0) << "three letters are no likeness";
    EXPECT_FLOAT_EQ(likeness("teknik", "teknologi"), 0) << "five of nine are too few";
}

TEST(Words, WordsAreOfLettersAndDigits) {
    EXPECT_THAT(words_of("c++, c# & 3d-grafik (åäö)"), ElementsAre("c++", "c#", "3d", "grafik", "åäö"));
    EXPECT_THAT(words_of(" -- "), IsEmpty());
}

} // namespace
} // namespace kunna::matching
