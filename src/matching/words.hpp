// Words: takes a label apart into the pieces that carry its meaning. Swedish writes "möbelrengöring" where a list of
// skills says "rengöra möbler"; as möbel + rengör they meet.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kunna::matching {

enum class Language : std::uint8_t { sv, en };
BOOST_DESCRIBE_ENUM(Language, sv, en)

class Words {
public:
    // Learns from folded labels in Swedish (text::fold) which words there are, and of which pieces compounds are made:
    // a piece is a word of its own, or what stands before or behind known words in several compounds.
    explicit Words(std::span<const std::string> folded);

    // The stems of the pieces, sorted, each once; without words that say nothing ("och", "of", "erfarenhet").
    // English writes its compounds apart, so its words stay whole.
    [[nodiscard]] std::vector<std::string> parts(std::string_view folded, Language language) const;
    // The pieces of one word, two or three, as written but without a linking s; the word itself when it is no compound:
    // when the mean of ln(1 + labels a piece occurs in) is less than 0.62 of the word's own.
    [[nodiscard]] std::vector<std::string> pieces(std::string_view word) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Weights = std::unordered_map<std::string, float, Hash, std::equal_to<>>;

    void learn_pieces();
    [[nodiscard]] float times(std::string_view word) const;
    [[nodiscard]] float worth_before(std::string_view piece) const;
    [[nodiscard]] float worth_behind(std::string_view piece) const;
    [[nodiscard]] std::vector<std::string_view> cut(std::string_view word) const;
    [[nodiscard]] std::vector<std::string_view> cut_by_one(std::string_view word,
                                                           std::span<const std::size_t> starts) const;

    Weights count_;      // word → labels it occurs in
    Weights stem_count_; // stem → the sum of these
    Weights front_;      // what stands before another piece → ln(1 + how often), 0.3 of that when it is short
    Weights back_;       // what stands last
};

// Of UTF-8.
std::size_t characters(std::string_view text);
// Words of letters and digits; "c++" and "c#" are words.
std::vector<std::string_view> words_of(std::string_view folded);
// Without the endings that change neither the thing nor the doing: "rengöra", "rengöring" → "rengör", "welding",
// "welder" → "weld". What remains has three letters or more and a vowel, in English four.
std::string stem(std::string_view word, Language language);
// How alike two stems are, 0–1: the share of the longer one that both begin with; below 0.6, or under four letters, 0.
float likeness(std::string_view a, std::string_view b);
// So many bytes of a stem any other shares that is like it.
std::size_t least_shared(std::string_view stem);

} // namespace kunna::matching
