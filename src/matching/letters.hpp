// LetterIndex: labels found by their spelling. A text, its words parted by one space, two spaces before and one behind,
// is cut into trigrams of characters. A trigram is worth (1 + ln((N + 1) / (n + 1)))^1.5 where n of N labels have it;
// two texts are as alike as their weighted Jaccard index,
//   overlap(a, b) = Σ worth of the trigrams of both / Σ worth of the trigrams of either.
// A trigram counts once a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kunna::matching {

class LetterIndex {
public:
    struct Near {
        std::uint32_t label = 0;
        float overlap = 0;
    };
    // A text's trigrams as far as labels have them, by number; `worth` is that of the others too.
    struct Grams {
        std::vector<std::uint32_t> number{};
        float worth = 0;
    };
    // A text that is asked for: what each trigram there is counts for, 0 for those it has not.
    struct Question {
        Grams grams{};
        std::vector<float> worth{};
    };

    explicit LetterIndex(std::span<const std::string> folded);

    [[nodiscard]] Grams grams_of(std::string_view folded) const;
    [[nodiscard]] Question question(std::string_view folded) const;
    [[nodiscard]] float overlap(const Question& asked, std::uint32_t label) const;
    // The n most alike, most alike first, ties by number; none that shares nothing. The most frequent trigrams, worth
    // a quarter of what is asked, only weigh those that the others find.
    [[nodiscard]] std::vector<Near> nearest(const Question& asked, std::size_t n) const;

    [[nodiscard]] float worth(std::uint32_t gram) const { return worth_[gram]; }
    [[nodiscard]] std::size_t gram_count() const { return worth_.size(); }
    [[nodiscard]] std::size_t size() const { return label_worth_.size(); }
    [[nodiscard]] std::size_t bytes() const;

private:
    std::unordered_map<std::uint64_t, std::uint32_t> number_; // of a trigram
    std::vector<float> worth_;                                // by trigram
    float unseen_worth_ = 0;                                  // of a trigram that no label has
    std::vector<std::uint32_t> holders_at_;                   // trigram → first in `holders_`
    std::vector<std::uint32_t> holders_;                      // labels, ascending
    std::vector<std::uint32_t> grams_at_;                     // label → first in `grams_`
    std::vector<std::uint32_t> grams_;                        // a label's trigrams, ascending
    std::vector<float> label_worth_;                          // of all its trigrams
    std::vector<std::uint16_t> rough_;                        // 1 / √ of it, as a share of the largest, in 65,535ths
};

// Larger overlap first, ties by number.
inline bool nearer(const LetterIndex::Near& a, const LetterIndex::Near& b) {
    return a.overlap != b.overlap ? a.overlap > b.overlap : a.label < b.label;
}

} // namespace kunna::matching
