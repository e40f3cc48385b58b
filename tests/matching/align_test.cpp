#include "matching/align.hpp"

#include <gmock/gmock.h>

namespace kunna::matching {
namespace {

using testing::IsEmpty;

const std::vector<PairOfTexts> sentences{{{"svets", "rör"}, {"weld", "pipe"}},
                                         {{"svets", "plåt"}, {"weld", "sheet"}},
                                         {{"mål", "rör"}, {"paint", "pipe"}},
                                         {{"mål", "plåt"}, {"paint", "sheet"}}};

float likeness(std::string_view one, std::string_view other) {
    for (const WordPair& pair : align(sentences, 0))
        if (pair.one == one && pair.other == other) return pair.likeness;
    return 0;
}

TEST(Align, WordsThatOccurTogetherStandForEachOther) {
    EXPECT_GT(likeness("svets", "weld"), 0.5F);
    EXPECT_GT(likeness("svets", "weld"), 5 * likeness("svets", "pipe"));
    EXPECT_EQ(likeness("svets", "paint"), 0) << "never seen together";
}

TEST(Align, WhatWasSeenOnceIsLessSure) {
    std::vector<PairOfTexts> more{{{"baka"}, {"bake"}}};
    const float once = align(more, 0).front().likeness;
    more.insert(more.end(), 9, {{"baka"}, {"bake"}});
    EXPECT_GT(align(more, 0).front().likeness, once);
}

TEST(Align, PairsAreInOrderTheMostAlikeFirst) {
    const auto found = align(sentences, 0.01F);
    for (std::size_t i = 1; i < found.size(); ++i) {
        EXPECT_LE(found[i - 1].one, found[i].one);
        EXPECT_TRUE(found[i - 1].one != found[i].one || found[i - 1].likeness >= found[i].likeness);
        EXPECT_GE(found[i].likeness, 0.01F);
    }
}

TEST(Align, NothingIsLearnedFromNothing) {
    EXPECT_THAT(align({}, 0), IsEmpty());
    const std::vector<PairOfTexts> empty{{{}, {"weld"}}, {{"svets"}, {}}};
    EXPECT_THAT(align(empty, 0), IsEmpty());
}

} // namespace
} // namespace kunna::matching
