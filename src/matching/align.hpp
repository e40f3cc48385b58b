// align: which words stand for each other, learned from pairs of texts that say the same. IBM Model 1 (Brown et al.,
// "The Mathematics of Statistical Machine Translation", 1993), eight rounds in both directions, with an empty word
// beside those of the text that explains. What was seen once is half as sure: 1 is added to how often a word occurs
// before shares of it are taken.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace kunna::matching {

struct PairOfTexts {
    std::vector<std::string> one{}; // words, each once
    std::vector<std::string> other{};
};

struct WordPair {
    std::string one{};
    std::string other{};
    float likeness = 0; // √(t(other | one) · t(one | other)), 0–1
    float times = 0;    // how often the one stood for the other, as far as can be told
};

// Pairs of at least `least` likeness, in the order of `one`, the most alike first.
std::vector<WordPair> align(std::span<const PairOfTexts> pairs, float least);

} // namespace kunna::matching
