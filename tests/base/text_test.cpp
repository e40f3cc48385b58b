#include "base/text.hpp"

#include <gtest/gtest.h>

namespace kunna::text {
namespace {

TEST(Text, TrimsTheSpacesThatExportsLeaveBehind) {
    EXPECT_EQ(trim("\xEF\xBB\xBF Anna\xC2\xA0\t"), "Anna");
    EXPECT_EQ(squeeze("  Anna \xC2\xA0 Maria  "), "Anna Maria");
    EXPECT_EQ(trim(" \t "), "");
}

TEST(Text, FoldsCaseAndFormSoThatTheSameWordIsEqual) {
    EXPECT_EQ(fold("  ÅSA  Öberg "), fold("åsa öberg"));
    EXPECT_EQ(fold("A\xCC\x8A"), fold("Å")); // A + combining ring
}

TEST(Text, SwedishLettersSortAfterZ) {
    EXPECT_LT(sort_key("Zetterberg", "sv"), sort_key("Åberg", "sv"));
    EXPECT_LT(sort_key("Åberg", "en"), sort_key("Zetterberg", "en"));
}

TEST(Text, AnEntryOfAListBeginsWithACapitalUnlessItsWordHasOneAlready) {
    EXPECT_EQ(capitalise("gjuta betong"), "Gjuta betong");
    EXPECT_EQ(capitalise("\u00E5ka truck"), "\u00C5ka truck");
    EXPECT_EQ(capitalise("iOS"), "iOS");
    EXPECT_EQ(capitalise("use SQL"), "Use SQL");
    EXPECT_EQ(capitalise("3D-modellering"), "3D-modellering");
    EXPECT_EQ(capitalise(""), "");
}

TEST(Text, CutsAtACharactersBorder) {
    EXPECT_EQ(cut("åäö", 3), "å");
    EXPECT_EQ(cut("abc", 10), "abc");
}

TEST(Text, RefusesBrokenUtf8) {
    EXPECT_FALSE(valid_utf8("\xC3"));
    EXPECT_FALSE(valid_utf8("\xED\xA0\x80")); // a lone surrogate
    EXPECT_TRUE(valid_utf8("åäö 漢"));
}

TEST(Text, RecognisesAnEmailWithoutBeingClever) {
    EXPECT_TRUE(looks_like_email("anna.svensson@lindvaken.example"));
    EXPECT_FALSE(looks_like_email("anna"));
    EXPECT_FALSE(looks_like_email("a@b@c"));
    EXPECT_FALSE(looks_like_email("a b@c"));
}

} // namespace
} // namespace kunna::text
