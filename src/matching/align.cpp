// Expectation and maximisation over the words that stand in one pair of texts.
#include "matching/align.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace kunna::matching {

namespace {

constexpr int rounds = 8;
constexpr double doubt = 1;

// Words of one side by number; 0 is the empty word.
class Vocabulary {
public:
    std::uint32_t number(std::string_view word) {
        const auto [at, fresh] = number_.emplace(word, static_cast<std::uint32_t>(word_.size()));
        if (fresh) word_.push_back(word);
        return at->second;
    }
    [[nodiscard]] std::string_view word(std::uint32_t number) const { return word_[number]; }
    [[nodiscard]] std::size_t size() const { return word_.size(); }

private:
    std::unordered_map<std::string_view, std::uint32_t> number_{{"", 0}};
    std::vector<std::string_view> word_{""};
};

using Texts = std::vector<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>>;

struct Share {
    double of = 0;   // t(told | teller)
    double seen = 0; // how often
};
using Shares = std::unordered_map<std::uint64_t, Share>; // by teller and told

std::uint64_t key(std::uint32_t teller, std::uint32_t told) {
    return std::uint64_t{teller} << 32U | told;
}

// What each word of the first text of a pair says in the second.
Shares shares_of(const Texts& texts, std::size_t tellers, std::size_t tolds) {
    Shares shares;
    std::vector<std::vector<Share*>> cells; // by text: tellers of one told word after each other
    for (const auto& [one, other] : texts) {
        auto& of = cells.emplace_back();
        for (const std::uint32_t told : other) {
            of.push_back(&shares[key(0, told)]);
            for (const std::uint32_t teller : one) of.push_back(&shares[key(teller, told)]);
        }
    }
    for (auto& [words, share] : shares) share.of = 1.0 / static_cast<double>(tolds);
    for (int round = 0; round < rounds; ++round) {
        for (auto& [words, share] : shares) share.seen = 0;
        for (std::size_t text = 0; text < texts.size(); ++text) {
            const std::size_t width = texts[text].first.size() + 1;
            const auto& of = cells[text];
            for (std::size_t begin = 0; begin < of.size(); begin += width) {
                double all = 0;
                for (std::size_t i = begin; i < begin + width; ++i) all += of[i]->of;
                for (std::size_t i = begin; i < begin + width; ++i) of[i]->seen += of[i]->of / all;
            }
        }
        std::vector<double> said(tellers, doubt);
        for (const auto& [words, share] : shares) said[words >> 32U] += share.seen;
        for (auto& [words, share] : shares) share.of = share.seen / said[words >> 32U];
    }
    return shares;
}

} // namespace

std::vector<WordPair> align(std::span<const PairOfTexts> pairs, float least) {
    Vocabulary one;
    Vocabulary other;
    Texts there;
    Texts back;
    for (const PairOfTexts& pair : pairs) {
        auto& texts = there.emplace_back();
        for (const std::string& word : pair.one) texts.first.push_back(one.number(word));
        for (const std::string& word : pair.other) texts.second.push_back(other.number(word));
        back.emplace_back(texts.second, texts.first);
    }
    const Shares says = shares_of(there, one.size(), other.size());
    const Shares said = shares_of(back, other.size(), one.size());
    std::vector<WordPair> found;
    for (const auto& [words, share] : says) {
        const auto from = static_cast<std::uint32_t>(words >> 32U);
        const auto to = static_cast<std::uint32_t>(words);
        const auto returned = said.find(key(to, from));
        if (from == 0 || returned == said.end()) continue;
        const auto likeness = static_cast<float>(std::sqrt(share.of * returned->second.of));
        if (likeness >= least)
            found.push_back(
                {std::string{one.word(from)}, std::string{other.word(to)}, likeness, static_cast<float>(share.seen)});
    }
    std::sort(found.begin(), found.end(), [](const WordPair& a, const WordPair& b) {
        if (a.one != b.one) return a.one < b.one;
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.other < b.other;
    });
    return found;
}

} // namespace kunna::matching
