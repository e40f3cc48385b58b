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
    EXPECT_EQ(stem("rengöring", Language::sv), stem("rengöra", Language::sv));
    EXPECT_EQ(stem("gjutning", Language::sv), stem("gjuta", Language::sv));
    EXPECT_EQ(stem("welding", Language::en), stem("welder", Language::en)) << "English has endings of its own";
    EXPECT_EQ(stem("manage", Language::en), stem("managing", Language::en));
    EXPECT_EQ(stem("rad", Language::sv), "rad") << "what is left has three letters or more";
    EXPECT_EQ(stem("e-post", Language::sv), "e-post") << "what is not of letters is left as it is";
}

TEST(Words, FormsThatChangeTheWordMeet) {
    EXPECT_EQ(stem("möbel", Language::sv), stem("möbler", Language::sv));
    EXPECT_EQ(stem("planering", Language::sv), stem("planera", Language::sv));
    EXPECT_EQ(stem("installation", Language::sv), stem("installera", Language::sv));
    EXPECT_EQ(stem("skötsel", Language::sv), stem("sköta", Language::sv));
    EXPECT_EQ(stem("böcker", Language::sv), "bok");
    EXPECT_EQ(stem("sömnad", Language::sv), stem("sy", Language::sv));
}

TEST(Words, AWordThatIsCommonByItselfStaysWhole) {
    std::vector<std::string> labels{"an", "svar", "ansvar", "ansvara för personal"};
    for (int i = 0; i < 40; ++i) labels.push_back("ansvar för område " + std::to_string(i));
    EXPECT_THAT(Words{labels}.pieces("ansvar"), ElementsAre("ansvar"));
}

TEST(Words, AnEndingIsNoPiece) {
    const std::vector<std::string> labels{"spara", "sparande", "ande", "ande", "ande", "ande"};
    EXPECT_THAT(Words{labels}.pieces("sparande"), ElementsAre("sparande"));
}

TEST(Words, PartsAreStemsInOrderWithoutWordsThatSayNothing) {
    EXPECT_THAT(learned().parts("erfarenhet av möbelrengöring och gjutning", Language::sv),
                ElementsAre("gjut", "möbl", "rengör"));
    EXPECT_THAT(learned().parts("och av", Language::sv), IsEmpty());
}

TEST(Words, WhatIsTooLongToBeAWordStaysWhole) {
    std::string endless;
    for (int i = 0; i < 2'000; ++i) endless += "betonggjutning";
    EXPECT_THAT(learned().pieces(endless), ElementsAre(endless));
}

TEST(Words, EnglishWordsAreNotCut) {
    EXPECT_THAT(learned().parts("betonggjutning", Language::en), ElementsAre("betonggjutn"));
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
