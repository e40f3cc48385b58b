// SpanFinder: the concepts that a text speaks of, and the words in which it does.
//
// Within a sentence, each label's parts (words.hpp) are looked for in any order and form, with a few words between:
// "you will manage our budgets" speaks of "budget management". Where enough of a label is found close together, that is
// a candidate; its confidence is learned from marked sentences (logistic, span_weights.hpp) from features that can be
// told. Of candidates that overlap the most probable stays.
#pragma once

#include "matching/matcher.hpp"
#include "matching/sentences.hpp"

#include <unordered_map>

namespace kunna::matching {

enum class SpanFeature : std::uint8_t {
    always,      // 1
    covered,     // share of the label that is found; its parts weigh by rarity
    whole,       // all of it is
    dense,       // share of the words from the first to the last that belong to it
    rarest,      // weight of the rarest part found, against a part that only one concept has
    weight,      // of all parts found together, likewise
    one_part,    // one part only is found
    many_parts,  // three or more
    same,        // the words stand exactly as in the label
    preferred,   // the label is the preferred one
    marked,      // a word found is marked (Word)
    short_word,  // one word of three letters or fewer
    asked_for,   // words that ask for skills stand before it ("experience of", "kunskaper i")
    asking,      // such words stand in the sentence
    several,     // three labels or more are found whole in the sentence
    own_language // the label is in the text's language
};
inline constexpr std::size_t span_feature_count = 16;
using SpanFeatures = std::array<float, span_feature_count>;
using SpanWeights = std::array<double, span_feature_count>;

struct SpanCandidate {
    std::size_t from = 0; // bytes of the text
    std::size_t to = 0;
    std::uint32_t sentence = 0; // its number
    std::uint32_t concept_ = 0; // in the order they were given in
    std::uint32_t label = 0;    // in Concept::labels
    SpanFeatures features{};
};

// A candidate that stays, and how probable it is that the text speaks of a skill there: 0–1.
struct SpanChoice {
    SpanCandidate candidate{};
    double confidence = 0;
};
// The most probable of those that overlap; none below `least`. By place.
std::vector<SpanChoice> choose(std::span<const SpanCandidate> candidates, const SpanWeights& weights, double least);

struct Span {
    std::size_t from = 0; // bytes of the text: from the first word found to the last
    std::size_t to = 0;
    std::size_t sentence_from = 0;
    std::size_t sentence_to = 0;
    std::uint32_t concept_ = 0;
    std::uint32_t label = 0;
    double confidence = 0; // 0–1: how probable it is that the text speaks of a skill here
};

class SpanFinder {
public:
    // Keeps what it needs of the concepts.
    explicit SpanFinder(std::span<const Concept> concepts);

    // By place, without overlaps; none below `least`.
    [[nodiscard]] std::vector<Span> find(std::string_view text, Language language, double least) const;
    // All that are weighed; what weights are learned from.
    [[nodiscard]] std::vector<SpanCandidate> candidates(std::span<const Sentence> sentences, Language language) const;

private:
    struct KnownLabel {
        std::uint32_t concept_ = 0;
        std::uint32_t place = 0; // in Concept::labels
        bool preferred = false;
        Language language = Language::sv;
        std::uint16_t parts = 0;
        float weight = 0;    // of all its parts
        std::string words{}; // folded, one space between
    };
    struct Hit {
        std::uint32_t label = 0;
        std::uint32_t word = 0;
        std::uint32_t part = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    [[nodiscard]] std::vector<std::string> parts_of(std::string_view folded, Language language) const;
    [[nodiscard]] std::vector<Hit> hits_in(const Sentence& sentence, Language language) const;
    void weigh(const Sentence& sentence, std::uint32_t number, std::span<const Hit> hits, Language language,
               std::vector<SpanCandidate>& into) const;

    std::unique_ptr<const Words> words_;
    std::vector<KnownLabel> labels_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> part_;
    std::vector<float> part_weight_; // 1: one concept has it
    std::vector<std::uint32_t> holders_at_;
    std::vector<std::uint32_t> holders_; // labels by part
};

} // namespace kunna::matching
