// Texts in two languages.
#include "base/texts.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace kunna::texts {
namespace {

TEST(Texts, AreSaidInTheAskedLanguageWithTheirValues) {
    const std::vector<std::pair<std::string, std::string>> values{{"min", "1"}, {"max", "5 {min}"}};
    EXPECT_EQ(say("en", "input.out_of_range", values), "The number must be between 1 and 5 {min}.");
    EXPECT_EQ(say("sv", "input.out_of_range", values), "Talet ska vara mellan 1 och 5 {min}.");
    EXPECT_EQ(say("sv", "input.out_of_range"), "Talet ska vara mellan {min} och {max}.");
    EXPECT_EQ(say("en", "no.such_code"), "no.such_code");
}

TEST(Texts, TheReaderChoosesTheLanguage) {
    EXPECT_EQ(choose("sv-SE,sv;q=0.9,en;q=0.8", "en"), "sv");
    EXPECT_EQ(choose("en-GB", "sv"), "en");
    EXPECT_EQ(choose("de, en;q=0.4, sv;q=0.7", "en"), "sv");
    EXPECT_EQ(choose("de", "sv"), "sv");
    EXPECT_EQ(choose("", "en"), "en");
    EXPECT_EQ(choose("sv;q=0, en;q=rubbish", "en"), "en");
}

TEST(Texts, TheTableIsSortedForSearch) {
    ASSERT_FALSE(all().empty());
    for (std::size_t i = 1; i < all().size(); ++i) EXPECT_LT(all()[i - 1].code, all()[i].code);
    for (const Text& text : all()) EXPECT_TRUE(known(text.code));
}

} // namespace
} // namespace kunna::texts
