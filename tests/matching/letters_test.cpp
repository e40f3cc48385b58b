#include "matching/letters.hpp"
#include "matching/words.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <random>
#include <set>

namespace kunna::matching {
namespace {

// The formula of letters.hpp, written out.
std::set<std::string> grams(const std::string& label) {
    std::string run = " ";
    for (const std::string_view word : words_of(label)) run.append(" ").append(word);
    run += ' ';
    std::set<std::string> all;
    for (std::size_t i = 0; i + 3 <= run.size(); ++i) all.insert(run.substr(i, 3));
    return all;
}

double overlap(const std::vector<std::string>& labels, const std::string& a, const std::string& b) {
    const auto worth = [&](const std::string& gram) {
        double with = 0;
        for (const std::string& label : labels) with += grams(label).contains(gram) ? 1 : 0;
        return std::pow(1 + std::log((static_cast<double>(labels.size()) + 1) / (with + 1)), 1.5);
    };
    double both = 0;
    double either = 0;
    for (const std::string& gram : grams(a)) {
        either += worth(gram);
        if (grams(b).contains(gram)) both += worth(gram);
    }
    for (const std::string& gram : grams(b))
        if (!grams(a).contains(gram)) either += worth(gram);
    return both / either;
}

TEST(Letters, AreAsAlikeAsTheFormulaSays) {
    const std::vector<std::string> labels{"plc programming", "programmer", "welding", "project management",
                                          "programming c++"};
    const LetterIndex index{labels};
    for (const std::string asked : {"programming plc", "weldning", "projekt manager", "c++"}) {
        const auto grams = index.question(asked);
        for (std::uint32_t i = 0; i < labels.size(); ++i)
            EXPECT_NEAR(index.overlap(grams, i), overlap(labels, asked, labels[i]), 1e-5)
                << asked << " ~ " << labels[i];
    }
}

std::vector<LetterIndex::Near> nearest(const LetterIndex& index, std::string_view asked, std::size_t n) {
    return index.nearest(index.question(asked), n);
}

TEST(Letters, TheSameLabelComesFirstWithOne) {
    const LetterIndex index{std::vector<std::string>{"svetsning", "svetsare", "lödning"}};
    const auto near = nearest(index, "svetsare", 2);
    ASSERT_EQ(near.size(), 2U);
    EXPECT_EQ(near[0].label, 1U);
    EXPECT_NEAR(near[0].overlap, 1, 1e-5);
    EXPECT_EQ(near[1].label, 0U);
}

TEST(Letters, WhatSharesNothingIsNotFound) {
    const LetterIndex index{std::vector<std::string>{"svetsning", "lödning"}};
    EXPECT_TRUE(nearest(index, "qqq", 5).empty());
    EXPECT_TRUE(nearest(index, "", 5).empty());
}

// Words of few syllables: many labels share trigrams, and many are equally alike.
std::string made_up(std::mt19937& random) {
    static constexpr const char* syllables[] = {"ka", "lo", "mi", "ter", "nik", "svet", "pro", "da", "ren", "gör"};
    std::string label;
    for (auto words = 1 + random() % 3; words > 0; --words) {
        if (!label.empty()) label += ' ';
        for (auto n = 2 + random() % 3; n > 0; --n) label += syllables[random() % std::size(syllables)];
    }
    return label;
}

TEST(Letters, TheNearestAreThoseOfComparingWithEveryLabel) {
    std::mt19937 random{7};
    std::vector<std::string> labels(3000);
    for (std::string& label : labels) label = made_up(random);
    const LetterIndex index{labels};
    int same = 0;
    for (int asked = 0; asked < 200; ++asked) {
        const auto grams = index.question(made_up(random));
        std::vector<LetterIndex::Near> all;
        for (std::uint32_t i = 0; i < labels.size(); ++i)
            if (const float overlap = index.overlap(grams, i); overlap > 0) all.push_back({i, overlap});
        std::sort(all.begin(), all.end(), nearer);
        const auto found = index.nearest(grams, 10);
        ASSERT_EQ(found.size(), std::min<std::size_t>(10, all.size()));
        EXPECT_FLOAT_EQ(found[0].overlap, all[0].overlap);
        for (std::size_t i = 0; i < found.size(); ++i) same += found[i].label == all[i].label ? 1 : 0;
    }
    EXPECT_GE(same, 1960) << "of 2,000: what frequent trigrams alone find is left out";
}

TEST(Letters, BytesThatAreNoTextAreNoTrouble) {
    const LetterIndex index{std::vector<std::string>{"svetsning \xff\xfe", std::string(3, '\xc3')}};
    EXPECT_FALSE(nearest(index, "svetsning\xf0", 5).empty());
}

} // namespace
} // namespace kunna::matching
