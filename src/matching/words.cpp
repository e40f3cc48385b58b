// Cutting compounds: of all ways through the word, the one whose pieces are worth most.
#include "matching/words.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace kunna::matching {

namespace {

constexpr std::size_t shortest_compound = 7; // bytes
constexpr std::size_t shortest_piece = 3;
constexpr std::size_t shortest_learned = 4; // a piece that is no word of its own
constexpr int compounds_to_learn = 4;       // in which it has to occur
constexpr float cut_cost = 4.0F;            // a piece that occurs less than e^4 times makes a cut dearer
constexpr float link_cost = 0.3F;           // of an s between pieces
constexpr std::size_t least_likeness = 4;   // bytes that two stems begin with
constexpr float least_share = 0.6F;         // of the longer one
constexpr float learned_share = 0.3F;       // a learned piece counts for so much of a word

// Longest first: the first that fits is taken off.
constexpr std::string_view endings[] = {"ningarna", "ningens", "ningar", "ningen", "elsen", "elser", "ingar", "ingen",
                                        "andet",    "arnas",   "ernas",  "nings",  "ning",  "ings",  "else",  "arna",
                                        "erna",     "orna",    "ande",   "ers",    "ors",   "ing",   "ar",    "er",
                                        "or",       "en",      "et",     "es",     "ed",    "s",     "e",     "a"};

constexpr std::string_view says_nothing[] = {"a",
                                             "and",
                                             "arbete",
                                             "av",
                                             "erfarenhet",
                                             "erfarenheter",
                                             "fl",
                                             "for",
                                             "för",
                                             "i",
                                             "in",
                                             "inom",
                                             "inriktning",
                                             "kunskap",
                                             "kunskaper",
                                             "m",
                                             "med",
                                             "och",
                                             "of",
                                             "or",
                                             "other",
                                             "på",
                                             "programmeringsspråk",
                                             "samt",
                                             "the",
                                             "till",
                                             "to",
                                             "vana"};

bool means_something(std::string_view word) {
    return std::find(std::begin(says_nothing), std::end(says_nothing), word) == std::end(says_nothing);
}

bool letter_or_digit(unsigned char c) {
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#';
}

// Is this byte the first of a character?
bool starts_character(std::string_view word, std::size_t at) {
    return at == word.size() || (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U;
}

std::string_view without_link(std::string_view piece) {
    return piece.size() > shortest_learned && piece.back() == 's' ? piece.substr(0, piece.size() - 1) : piece;
}

} // namespace

std::vector<std::string_view> words_of(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && letter_or_digit(static_cast<unsigned char>(folded[end]))) ++end;
        if (end > at) words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string_view stem(std::string_view word) {
    for (const std::string_view ending : endings)
        if (word.size() >= ending.size() + 4 && word.ends_with(ending))
            return word.substr(0, word.size() - ending.size());
    return word;
}

float likeness(std::string_view a, std::string_view b) {
    if (a == b) return 1;
    const auto same = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    if (same < least_likeness) return 0;
    const float share = static_cast<float>(same) / static_cast<float>(std::max(a.size(), b.size()));
    return share >= least_share ? share : 0;
}

std::size_t least_shared(std::string_view stem) {
    const auto share = static_cast<std::size_t>(std::ceil(least_share * static_cast<float>(stem.size())));
    return std::min(stem.size(), std::max(least_likeness, share));
}

Words::Words(std::span<const std::string> folded) {
    std::unordered_map<std::string_view, int> seen;
    for (const std::string& label : folded)
        for (const std::string_view word : words_of(label))
            if (word.size() >= shortest_piece && means_something(word)) ++seen[word];
    // What is left of a compound when a known word is cut off it.
    std::unordered_map<std::string_view, int> rest;
    const auto known = [&](std::string_view piece) { return piece.size() >= shortest_learned && seen.contains(piece); };
    for (const auto& [word, times] : seen) {
        if (word.size() < shortest_compound) continue;
        for (std::size_t cut = shortest_piece; cut + shortest_piece <= word.size(); ++cut) {
            if (!starts_character(word, cut)) continue;
            const std::string_view front = word.substr(0, cut);
            const std::string_view back = word.substr(cut);
            if (known(back)) {
                ++rest[front];
                if (without_link(front) != front) ++rest[without_link(front)];
            }
            if (known(front) || (without_link(front) != front && known(without_link(front)))) ++rest[back];
        }
    }
    for (const auto& [word, times] : seen) known_.emplace(word, std::log(1 + static_cast<float>(times)) - cut_cost);
    for (const auto& [piece, times] : rest)
        if (times >= compounds_to_learn && piece.size() >= shortest_learned && !seen.contains(piece))
            known_.emplace(piece, std::log(1 + learned_share * static_cast<float>(times)) - cut_cost);
}

std::vector<std::string> Words::pieces(std::string_view word) const {
    const std::size_t size = word.size();
    if (size < shortest_compound) return {std::string{word}};
    constexpr float unreached = -1e9F;
    std::vector<float> best(size + 1, unreached);
    std::vector<std::size_t> from(size + 1, 0);
    best[0] = 0;
    for (std::size_t end = shortest_piece; end <= size; ++end) {
        if (!starts_character(word, end)) continue;
        for (std::size_t begin = 0; begin + shortest_piece <= end; ++begin) {
            if (best[begin] == unreached || (begin == 0 && end == size)) continue;
            const std::string_view piece = word.substr(begin, end - begin);
            auto found = known_.find(piece);
            float worth = found == known_.end() ? unreached : found->second;
            if (found == known_.end() && end < size && without_link(piece) != piece) {
                found = known_.find(without_link(piece));
                if (found != known_.end()) worth = found->second - link_cost;
            }
            if (worth == unreached || best[begin] + worth <= best[end]) continue;
            best[end] = best[begin] + worth;
            from[end] = begin;
        }
    }
    if (best[size] == unreached) return {std::string{word}};
    std::vector<std::string> pieces;
    for (std::size_t end = size; end > 0; end = from[end]) {
        const std::string_view piece = word.substr(from[end], end - from[end]);
        pieces.emplace_back(known_.contains(piece) ? piece : without_link(piece));
    }
    std::reverse(pieces.begin(), pieces.end());
    return pieces;
}

std::vector<std::string> Words::parts(std::string_view folded, Language language) const {
    std::vector<std::string> parts;
    for (const std::string_view word : words_of(folded)) {
        if (!means_something(word)) continue;
        if (language == Language::en) {
            parts.emplace_back(stem(word));
            continue;
        }
        for (const std::string& piece : pieces(word))
            if (means_something(piece)) parts.emplace_back(stem(piece));
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

} // namespace kunna::matching
