// Which skills a text speaks of, and where.
#include "matching/span_finder.hpp"
#include "matching/span_weights.hpp"

#include <gmock/gmock.h>

namespace kunna::matching {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<Concept> catalogue() {
    const auto both = [](const char* sv, const char* en) {
        Concept made;
        if (*sv != 0) made.labels.push_back({sv, Language::sv, true});
        if (*en != 0) made.labels.push_back({en, Language::en, true});
        return made;
    };
    std::vector<Concept> all{
        both("svetsa metall", "weld metal"),          both("", "Python (computer programming)"),
        both("budgethantering", "manage budgets"),    both("m\u00F6belreng\u00F6ring", "clean furniture"),
        both("projektledning", "project management"), both("arbetsmilj\u00F6", "working environment"),
        both("reng\u00F6ring av golv", ""),           both("lacka en m\u00F6bel", "")};
    // Others, so that words have a rarity.
    for (const char* name :
         {"read drawings", "plan work", "train staff", "drive trucks", "repair engines", "paint walls", "sell goods",
          "write reports", "manage staff", "manage projects", "clean windows"})
        all.push_back(both("", name));
    return all;
}

// "label: words" of what is found.
std::vector<std::string> found(std::string_view text, Language language = Language::en) {
    static const std::vector<Concept> concepts = catalogue();
    static const SpanFinder finder{concepts};
    std::vector<std::string> told;
    for (const Span& span : finder.find(text, language, usual_confidence)) {
        told.push_back(concepts[span.concept_].labels[span.label].text + ": " +
                       std::string{text.substr(span.from, span.to - span.from)});
        EXPECT_LE(span.sentence_from, span.from);
        EXPECT_GE(span.sentence_to, span.to);
        EXPECT_GE(span.confidence, usual_confidence);
        EXPECT_LE(span.confidence, 1);
    }
    return told;
}

TEST(SpanFinder, FindsALabelAsItIsWrittenWithItsPlace) {
    EXPECT_THAT(found("Experience: you can weld metal."), ElementsAre("weld metal: weld metal"));
    EXPECT_THAT(found("Du har erfarenhet av att svetsa metall.", Language::sv),
                ElementsAre("svetsa metall: svetsa metall"));
}

TEST(SpanFinder, FindsItsPartsInAnyOrderAndForm) {
    EXPECT_THAT(found("Experience of managing the yearly budget"),
                ElementsAre("manage budgets: managing the yearly budget"));
    EXPECT_THAT(found("Erfarenhet av att reng\u00F6ra m\u00F6bler", Language::sv),
                ElementsAre("m\u00F6belreng\u00F6ring: reng\u00F6ra m\u00F6bler"));
}

TEST(SpanFinder, PassesOverWhatStandsInBracketsOfALabel) {
    EXPECT_THAT(found("Good knowledge of Python"), ElementsAre("Python (computer programming): Python"));
}

TEST(SpanFinder, LongerWordsOutdoTheShorterOnesInThem) {
    const auto all = found("Skills in project management");
    EXPECT_THAT(all, ElementsAre("project management: project management"));
}

TEST(SpanFinder, PartsFarApartOrInTwoSentencesAreNoSpan) {
    EXPECT_THAT(found("We weld. The house stands far away from every town, and there is some metal."),
                Not(Contains("weld metal: weld. The house stands far away from every town, and there is some metal")));
    EXPECT_THAT(found("Lunch at noon\nWe sing"), IsEmpty());
}

TEST(SpanFinder, ATextOfNoWordsOrOfBrokenBytesIsPassedOver) {
    EXPECT_THAT(found(""), IsEmpty());
    EXPECT_THAT(found(" \n\t.,;"), IsEmpty());
    EXPECT_THAT(found("knowledge of weld\xFF metal \xC3"), ElementsAre("weld metal: weld\xFF metal"));
    const SpanFinder nothing{{}};
    EXPECT_TRUE(nothing.find("weld metal", Language::en, 0).empty());
}

TEST(Sentences, EndAtLinesStopsAndBulletsButNotAtAbbreviations) {
    const std::string_view text = "Du kan t.ex. svetsa. Vi har C++\n\u2022 rita";
    std::vector<std::string> told;
    for (const Sentence& one : sentences_of(text)) told.emplace_back(text.substr(one.from, one.to - one.from));
    EXPECT_THAT(told, ElementsAre("Du kan t.ex. svetsa.", "Vi har C++", "rita"));
}

TEST(Sentences, KnowTheirWordsAndWhichAreMarked) {
    const auto sentences = sentences_of("Vi anv\u00E4nder SQL, C# och Word");
    ASSERT_EQ(sentences.size(), 1U);
    std::vector<std::string> marked;
    for (const Word& word : sentences[0].words)
        if (word.marked) marked.push_back(word.folded);
    EXPECT_THAT(marked, ElementsAre("sql", "c#", "word"));
}

TEST(Sentences, AreSwedishOrEnglishByTheirSmallWords) {
    EXPECT_EQ(language_of(sentences_of("Vi s\u00F6ker en svetsare som har k\u00F6rkort")), Language::sv);
    EXPECT_EQ(language_of(sentences_of("We are looking for a welder with a licence")), Language::en);
    EXPECT_EQ(language_of(sentences_of("Python")), Language::sv);
}

} // namespace
} // namespace kunna::matching
