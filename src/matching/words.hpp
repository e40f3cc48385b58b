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
    // Learns from folded labels (text::fold) which words there are, and of which pieces compounds are made: a piece is
    // a word of its own, or what stands before or behind known words in several compounds.
    explicit Words(std::span<const std::string> folded);

    // The stems of the pieces, sorted, each once; without words that say nothing ("och", "of", "erfarenhet").
    // English writes its compounds apart, so its words stay whole.
    [[nodiscard]] std::vector<std::string> parts(std::string_view folded, Language language) const;
    // The pieces of one word, as written but without a linking s; the word itself when it is no compound.
    [[nodiscard]] std::vector<std::string> pieces(std::string_view word) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Weights = std::unordered_map<std::string, float, Hash, std::equal_to<>>;

    Weights known_; // piece → how readily a compound is cut there: the logarithm of how often it occurs
};

// Words of letters and digits; "c++" and "c#" are words.
std::vector<std::string_view> words_of(std::string_view folded);
// Without the endings of Swedish and English that change neither the thing nor the doing: "rengöra", "rengöring" →
// "rengör". Light: what remains has four letters or more.
std::string_view stem(std::string_view word);
// How alike two stems are, 0–1: the share of the longer one that both begin with; below 0.6, or under four letters, 0.
float likeness(std::string_view a, std::string_view b);
// So many bytes of a stem any other shares that is like it.
std::size_t least_shared(std::string_view stem);

} // namespace kunna::matching
