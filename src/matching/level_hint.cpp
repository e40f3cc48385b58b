// Words of level.
#include "matching/level_hint.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

namespace kunna::matching {

namespace {

constexpr std::size_t words_before = 8;
constexpr std::size_t words_after = 4;

struct SaidLevel {
    std::string_view words; // folded, one space between
    std::int32_t level;
};

// Longer ones stand before those they begin with.
constexpr SaidLevel said_levels[] = {{"mycket god", 4},
                                     {"mycket goda", 4},
                                     {"mycket bra", 4},
                                     {"very good", 4},
                                     {"god kännedom", 3},
                                     {"känna till", 2},
                                     {"känner till", 2},
                                     {"kännedom om", 2},
                                     {"lång erfarenhet", 4},
                                     {"flerårig", 4},
                                     {"mångårig", 4},
                                     {"bred erfarenhet", 4},
                                     {"some experience", 2},
                                     {"working knowledge", 3},
                                     {"hands on", 3},
                                     {"a plus", 2},
                                     {"in depth", 4},
                                     {"grundläggande", 2},
                                     {"viss", 2},
                                     {"visst", 2},
                                     {"meriterande", 2},
                                     {"bekant", 2},
                                     {"basic", 2},
                                     {"basics", 2},
                                     {"fundamental", 2},
                                     {"fundamentals", 2},
                                     {"familiarity", 2},
                                     {"familiar", 2},
                                     {"awareness", 2},
                                     {"god", 3},
                                     {"goda", 3},
                                     {"bra", 3},
                                     {"van", 3},
                                     {"vana", 3},
                                     {"erfaren", 3},
                                     {"självständigt", 3},
                                     {"good", 3},
                                     {"solid", 3},
                                     {"independently", 3},
                                     {"confident", 3},
                                     {"avancerad", 4},
                                     {"avancerade", 4},
                                     {"gedigen", 4},
                                     {"gedigna", 4},
                                     {"djup", 4},
                                     {"djupa", 4},
                                     {"stark", 4},
                                     {"utmärkt", 4},
                                     {"utmärkta", 4},
                                     {"advanced", 4},
                                     {"strong", 4},
                                     {"extensive", 4},
                                     {"excellent", 4},
                                     {"deep", 4},
                                     {"proven", 4},
                                     {"proficient", 4},
                                     {"proficiency", 4},
                                     {"fluent", 4},
                                     {"flytande", 4},
                                     {"expert", 5},
                                     {"expertis", 5},
                                     {"expertise", 5},
                                     {"specialist", 5},
                                     {"mastery", 5},
                                     {"världsledande", 5},
                                     {"spetskompetens", 5}};

constexpr std::string_view welcome_words[] = {"advantage", "advantageous", "bonus", "desirable", "fördel",
                                              "merit",     "meriterande",  "nice",  "plus",      "önskvärt"};
constexpr std::string_view year_words[] = {"år", "års", "year", "years", "yrs"};

// How many words of the sentence from `at` on are the phrase; 0 when they are not.
std::size_t stands(const Sentence& sentence, std::size_t at, std::string_view phrase) {
    std::size_t words = 0;
    while (!phrase.empty()) {
        const std::string_view word = phrase.substr(0, phrase.find(' '));
        phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
        if (at + words >= sentence.words.size() || sentence.words[at + words].folded != word) return 0;
        ++words;
    }
    return words;
}

std::optional<std::int32_t> number_in(std::string_view word) {
    if (word.ends_with('+')) word.remove_suffix(1);
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size() || number > 50) return std::nullopt;
    return number;
}

} // namespace

std::optional<LevelHint> level_hint(const Sentence& sentence, std::size_t span_from, std::size_t span_to) {
    const auto& words = sentence.words;
    const auto first = static_cast<std::size_t>(
        std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.to > span_from; }) - words.begin());
    const auto past = static_cast<std::size_t>(
        std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.from >= span_to; }) - words.begin());
    const std::size_t from = first > words_before ? first - words_before : 0;
    const std::size_t to = std::min(words.size(), past + words_after);
    std::optional<LevelHint> best;
    std::size_t nearest = words.size();
    const auto offer = [&](std::size_t at, std::size_t count, std::int32_t level, bool of_years) {
        if (at < past && at + count > first) return; // the skill's own words
        const std::size_t away = at < first ? first - (at + count) : at - past;
        const bool better = !best || (best->years && !of_years) || (best->years == of_years && away < nearest);
        if (!better) return;
        best = LevelHint{level, of_years, words[at].from, words[at + count - 1].to};
        nearest = away;
    };
    for (std::size_t at = from; at < to;) {
        const auto* phrase = std::find_if(std::begin(said_levels), std::end(said_levels),
                                          [&](const SaidLevel& k) { return stands(sentence, at, k.words) > 0; });
        const bool fits = phrase != std::end(said_levels);
        const std::size_t count = fits ? stands(sentence, at, phrase->words) : 1;
        if (fits) offer(at, count, phrase->level, false);
        if (at + 1 < to &&
            std::find(std::begin(year_words), std::end(year_words), words[at + 1].folded) != std::end(year_words))
            if (const auto number = number_in(words[at].folded))
                offer(at, 2, *number < 2 ? 2 : *number < 5 ? 3 : 4, true);
        at += count;
    }
    return best;
}

bool only_welcome(const Sentence& sentence) {
    return std::any_of(sentence.words.begin(), sentence.words.end(), [](const Word& word) {
        return std::find(std::begin(welcome_words), std::end(welcome_words), word.folded) != std::end(welcome_words);
    });
}

} // namespace kunna::matching
