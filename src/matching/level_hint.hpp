// LevelHint: what the words around a skill say of how well it has to be, or is, mastered.
#pragma once

#include "matching/sentences.hpp"
#include "matching/words.hpp"

#include <cstdint>
#include <optional>

namespace kunna::matching {

// Steps of the Kunna scale: 2 does with support, 3 does alone, 4 handles hard cases, 5 sets direction.
struct LevelHint {
    std::int32_t level = 0;
    bool years = false;   // from a number of years, else from words
    std::size_t from = 0; // bytes of the text: the words that say it
    std::size_t to = 0;
};

// The rule. Of the words of either language ("grundläggande" 2, "goda kunskaper" 3, "advanced" 4, "expert" 5 …) those
// that stand nearest count, within eight words before the skill and four after it, in its sentence. Years of experience
// count where no word does: under two years 2, under five 3, else 4.
// span: bytes of the text that the sentence is of.
std::optional<LevelHint> level_hint(const Sentence& sentence, std::size_t span_from, std::size_t span_to);

// The sentence says that what it names is welcome rather than needed ("meriterande", "a plus").
bool only_welcome(const Sentence& sentence);

} // namespace kunna::matching
