// Sentences of a text as people write it: headings, bullets and all; and the words in each, with their places.
#pragma once

#include "matching/words.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::matching {

struct Word {
    std::size_t from = 0; // bytes of the text
    std::size_t to = 0;
    std::string folded{};
    bool marked = false; // a capital inside a sentence, a digit, + or #: "Python", "SQL", "C++"
};

struct Sentence {
    std::size_t from = 0; // bytes of the text
    std::size_t to = 0;
    std::vector<Word> words{};
};

// Those that have words. A line ends one; so do . ! ? ; and a bullet, unless an abbreviation does ("t.ex."). One of
// more than a hundred words is cut. Broken UTF-8 is passed over.
std::vector<Sentence> sentences_of(std::string_view text);
// The language that most of its small words are in; Swedish when they are as many.
Language language_of(std::span<const Sentence> text);

} // namespace kunna::matching
