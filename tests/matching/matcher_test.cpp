#include "matching/matcher.hpp"
#include "matching/weights.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace kunna::matching {
namespace {

using testing::ElementsAre;

Label sv(std::string text, bool preferred = true) {
    return {std::move(text), Language::sv, preferred};
}
Label en(std::string text, bool preferred = true) {
    return {std::move(text), Language::en, preferred};
}

// Two ISCO-08 groups with their occupations; 0 and 3 are the groups.
std::vector<Concept> occupations() {
    return {{{sv("Svetsare och gasskärare"), en("Welders and flame cutters")}, "7212", true},
            {{sv("svetsare"), en("welder")}, "7212", false},
            {{sv("svetsoperatör"), sv("operatör, svetsrobot", false), en("welding robot operator")}, "7212", false},
            {{sv("Planerare och utredare"), en("Policy administration professionals")}, "2422", true},
            {{sv("utredare, socialpolitik"), en("social policy officer")}, "2422", false},
            {{sv("kulturplanerare"), en("cultural policy officer")}, "2422", false}};
}

Matcher matcher(const std::vector<Title>& titles = {}) {
    return {occupations(), {.titles = titles, .occupations = {}, .rivals = {}}, occupation_weights};
}

TEST(Matcher, ALabelIsItsConcept) {
    const auto found = matcher().match("  Svetsare ", Language::sv, 3);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].concept_, 1U);
    EXPECT_EQ(found[0].reason, Reason::same);
    EXPECT_GT(found[0].score, 0.5);
}

TEST(Matcher, AnyLabelInAnyLanguageFindsTheConceptAndIsTold) {
    const auto found = matcher().match("welding robot operator", Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 2U);
    EXPECT_EQ(found[0].label, 2U) << "the label that was found";
}

TEST(Matcher, ScoresAreSharesOfAllCandidates) {
    double all = 0;
    double before = 1;
    for (const Match& match : matcher().match("svetsrobotoperatör", Language::sv, 100)) {
        EXPECT_LE(match.score, before) << "the most probable first";
        before = match.score;
        all += match.score;
    }
    EXPECT_NEAR(all, 1, 1e-9);
}

TEST(Matcher, ACompoundIsFoundByItsParts) {
    const auto found = matcher().match("operatör av svetsrobotar", Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 2U);
}

TEST(Matcher, OneOfSeveralNamesIsEnough) {
    const auto found = matcher().match("Kvalificerad handläggare/Svetsare", Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 1U);
}

TEST(Matcher, AKnownTitleLeadsToItsFieldAndIsNamed) {
    const auto without = matcher().match("Verksamhetsstrateg", Language::sv, 1);
    EXPECT_TRUE(without.empty() || without[0].reason != Reason::title);
    const auto with = matcher({{"Verksamhetsstrateg", {"2422"}}}).match("verksamhetsstrateg", Language::sv, 1);
    ASSERT_EQ(with.size(), 1U);
    EXPECT_EQ(with[0].concept_, 3U) << "no occupation is called so: the group is the answer";
    EXPECT_EQ(with[0].reason, Reason::title);
    EXPECT_EQ(with[0].known, "Verksamhetsstrateg");
}

TEST(Matcher, ATitleOfAnUnknownFieldChangesNothing) {
    const auto found = matcher({{"Svetsare", {"9999"}}}).match("Svetsare", Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 1U);
}

TEST(Matcher, WhatAnOccupationOfThatNameNeedsIsFoundAndTheOccupationNamed) {
    const std::vector<Concept> skills{
        {{sv("exklusiva transporter")}, "", false}, {{sv("läsa kartor")}, "", false}, {{sv("vinprovning")}, "", false}};
    const std::vector<Occupation> occupations{{{sv("limousinförare"), sv("privatchaufför", false)}, "8322", {0}, {1}},
                                              {{sv("bussförare")}, "8331", {1}, {}},
                                              {{sv("sommelier")}, "5131", {2}, {}}};
    const auto match = [&](const Context& context) {
        return Matcher{skills, context, skill_weights}.match("Limousinkörning", Language::sv, 1);
    };
    const auto without = match({});
    EXPECT_TRUE(without.empty() || without[0].concept_ != 0);
    const auto with = match({.titles = {}, .occupations = occupations, .rivals = {}});
    ASSERT_EQ(with.size(), 1U);
    EXPECT_EQ(with[0].concept_, 0U) << "what it needs most, and hardly any other needs";
    EXPECT_EQ(with[0].reason, Reason::needed);
    EXPECT_EQ(with[0].known, "limousinförare");
}

TEST(Matcher, AKnownTitleSpeaksForWhatTheOccupationsOfItsFieldNeedAndIsNamed) {
    const std::vector<Concept> skills{{{sv("planera körning")}}, {{sv("planera odling")}}};
    const std::vector<Occupation> occupations{{{sv("privatchaufför")}, "8322", {0}, {}},
                                              {{sv("växthusodlare")}, "6113", {1}, {}}};
    const std::vector<Title> titles{
        {"Trädgårdsmästare", {"6113"}}, {"Taxiförare", {"8322"}}, {"Ubåtskapten", {"3152"}}};
    const auto growing = [&](std::span<const Title> known) {
        const Matcher matcher{skills, {.titles = known, .occupations = occupations, .rivals = {}}, skill_weights};
        const auto found = matcher.match("planering trädgårdsmästare", Language::sv, 2);
        return *std::find_if(found.begin(), found.end(), [](const Match& match) { return match.concept_ == 1; });
    };
    EXPECT_GT(growing(titles).score, growing({}).score);
    EXPECT_EQ(growing(titles).reason, Reason::needed);
    EXPECT_EQ(growing(titles).known, "Trädgårdsmästare");
}

TEST(Matcher, WordsThatAreTranslatedAlikeMeanTheSame) {
    // "sammanfoga" and "hopfoga" are both "join".
    const std::vector<Concept> skills{
        {{sv("sammanfoga plåt"), en("join sheet metal")}}, {{sv("hopfoga trä"), en("join wood")}},
        {{sv("sammanfoga rör"), en("join pipes")}},        {{sv("hopfoga plast"), en("join plastic")}},
        {{sv("måla plåt"), en("paint sheet metal")}},      {{sv("måla rör"), en("paint pipes")}}};
    const auto found = Matcher{skills, {}, skill_weights}.match("hopfoga rör", Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 2U);
}

TEST(Matcher, AWordOfTheOtherLanguageIsFoundByItsTranslation) {
    const std::vector<Concept> skills{{{sv("svetsa rör"), en("weld pipes")}},
                                      {{sv("svetsa plåt"), en("weld sheets")}},
                                      {{sv("måla rör"), en("paint pipes")}},
                                      {{sv("svetsa aluminium")}},
                                      {{sv("måla aluminium")}}};
    const auto found = Matcher{skills, {}, skill_weights}.match("weld aluminium", Language::en, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 3U) << "it has no English name";
}

TEST(Matcher, TheReasonTellsSpellingFromMeaning) {
    const std::vector<Concept> skills{{{sv("sy kläder")}}, {{sv("köra lastbil")}}, {{sv("baka bröd")}}};
    constexpr LearnedPair pairs[] = {{"skrädderi", "sy", 0.6F}, {"skrädderi", "kläd", 0.5F}};
    const Matcher matcher{skills, {}, {.sv = skill_weights.sv, .en = skill_weights.en, .pairs = pairs}};
    const auto spelled = matcher.match("kläder, sy", Language::sv, 1);
    ASSERT_EQ(spelled.size(), 1U);
    EXPECT_EQ(spelled[0].reason, Reason::words);
    const auto meant = matcher.match("skrädderi kläd", Language::sv, 1);
    ASSERT_EQ(meant.size(), 1U);
    EXPECT_EQ(meant[0].concept_, 0U);
}

TEST(Matcher, WhatARivalFitsBetterIsLessProbable) {
    const std::vector<Concept> skills{{{sv("underhålla maskiner")}}, {{sv("underhålla vägar")}}};
    const std::vector<std::string> rivals{"Underhålla maskiner"};
    const auto score = [&](std::span<const std::string> known) {
        const Matcher matcher{skills, {.titles = {}, .occupations = {}, .rivals = known}, skill_weights};
        const auto found = matcher.match("underhåll", Language::sv, 2);
        return std::find_if(found.begin(), found.end(), [](const Match& match) { return match.concept_ == 0; })->score;
    };
    EXPECT_LT(score(rivals), score({})) << "the other list calls that something else";
}

TEST(Matcher, WhatANameStandsForOutweighsWhatItLooksLikeAndABroaderNameSaysLess) {
    const std::vector<Concept> skills{{{sv("köra fordon")}}, {{sv("erbjuda exklusiva resor")}}, {{sv("baka bröd")}}};
    const std::vector<MappedName> names{{.text = "Limousinkörning", .stands_for = {1}, .broader_than = {2}}};
    const Matcher matcher{skills, {.titles = {}, .occupations = {}, .rivals = {}, .mapped = names}, skill_weights};
    const auto found = matcher.match("limousinkörning", Language::sv, 3);
    ASSERT_GE(found.size(), 2U);
    EXPECT_EQ(found[0].concept_, 1U);
    EXPECT_EQ(found[0].reason, Reason::mapped);
    EXPECT_EQ(found[0].known, "Limousinkörning");
    EXPECT_GT(found[0].score, 0.9);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const Match& match) { return match.concept_ == 2; }));
}

TEST(Matcher, TextWithoutWordsFindsNothing) {
    for (const char* text : {"", "   ", "///", "-- ()"})
        EXPECT_TRUE(matcher().match(text, Language::sv, 5).empty()) << text;
}

TEST(Matcher, NothingToFindFindsNothing) {
    EXPECT_TRUE(Matcher({}, {}, skill_weights).match("svetsare", Language::sv, 5).empty());
    const std::vector<Concept> nameless{{{}, "7212", false}};
    EXPECT_TRUE(Matcher(nameless, {}, skill_weights).match("svetsare", Language::sv, 5).empty());
}

TEST(Matcher, AGroupOutsideAllFieldsIsAConceptLikeOthers) {
    const std::vector<Concept> groups{{{sv("Yrken inom vård")}, "", true}, {{sv("Yrken inom handel")}, "", true}};
    const auto found = Matcher(groups, {}, occupation_weights).match("yrken inom handel", Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 1U);
}

TEST(Matcher, AHostileTextTakesNoLonger) {
    std::string endless;
    for (int i = 0; i < 200'000; ++i) endless += "svetsare/";
    const auto found = matcher().match(endless, Language::sv, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].concept_, 1U);
}

} // namespace
} // namespace kunna::matching
