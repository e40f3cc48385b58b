// Where sentences and words begin and end.
#include "matching/sentences.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace kunna::matching {

namespace {

constexpr std::size_t most_words = 100;
constexpr std::size_t longest_abbreviation = 2; // letters before the stop: "e.g.", "t.ex.", "m.m."

constexpr std::string_view swedish[] = {"att", "av", "du", "en",  "ett",  "för", "har", "med",
                                        "och", "om", "på", "som", "till", "vi",  "är"};
constexpr std::string_view english[] = {"a",   "and", "are", "as", "for",  "have", "is", "of",
                                        "our", "the", "to",  "we", "will", "with", "you"};

bool in_word(UChar32 c) {
    return u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK;
}

bool always_ends(UChar32 c) {
    return c == '\n' || c == '\r' || c == ';' || c == '!' || c == '?' || c == 0x2022 || c == 0x00B7 || c == 0x2028;
}

} // namespace

std::vector<Sentence> sentences_of(std::string_view text) {
    std::vector<Sentence> all;
    Sentence open;
    const auto end_at = [&](std::size_t to) {
        if (!open.words.empty()) {
            open.from = open.words.front().from;
            open.to = std::max(to, open.words.back().to);
            all.push_back(std::move(open));
        }
        open = {};
    };
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t at = 0;
    const auto peek = [&] {
        std::int32_t next = at;
        UChar32 c = ' ';
        if (next < size) U8_NEXT(bytes, next, size, c);
        return c;
    };
    while (at < size) {
        const std::int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) continue;
        if (!in_word(c)) {
            const bool after_short = !open.words.empty() && open.words.back().to == static_cast<std::size_t>(from) &&
                                     open.words.back().to - open.words.back().from <= longest_abbreviation &&
                                     !open.words.back().marked;
            if (always_ends(c)) {
                end_at(static_cast<std::size_t>(from));
            } else if (c == '.' && !after_short && u_isUWhiteSpace(peek()) != 0) {
                end_at(static_cast<std::size_t>(at));
            }
            continue;
        }
        Word word;
        word.from = static_cast<std::size_t>(from);
        bool capital = u_isupper(c) != 0;
        bool odd = u_isdigit(c) != 0;
        std::int32_t to = at;
        for (std::int32_t next = at; next < size; to = next) {
            U8_NEXT(bytes, next, size, c);
            if (c < 0) break;
            const bool sign = c == '+' || c == '#';
            if (!in_word(c) && !sign) break;
            odd = odd || sign || u_isdigit(c) != 0 || u_isupper(c) != 0;
        }
        at = to;
        word.to = static_cast<std::size_t>(to);
        word.marked = odd || (capital && !open.words.empty());
        word.folded = text::fold(text.substr(word.from, word.to - word.from));
        open.words.push_back(std::move(word));
        if (open.words.size() == most_words) end_at(static_cast<std::size_t>(at));
    }
    end_at(text.size());
    return all;
}

Language language_of(std::span<const Sentence> text) {
    std::ptrdiff_t more_swedish = 0;
    for (const Sentence& sentence : text)
        for (const Word& word : sentence.words)
            more_swedish += std::count(std::begin(swedish), std::end(swedish), word.folded) -
                            std::count(std::begin(english), std::end(english), word.folded);
    return more_swedish >= 0 ? Language::sv : Language::en;
}

} // namespace kunna::matching
