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

// t(told | teller), and how often the one told the other.
class Shares {
public:
    struct Share {
        std::uint32_t teller = 0;
        std::uint32_t told = 0;
        double of = 0;
        double seen = 0;
    };

    std::uint32_t number(std::uint32_t teller, std::uint32_t told) {
        const auto [at, fresh] = number_.emplace(key(teller, told), static_cast<std::uint32_t>(all_.size()));
        if (fresh) all_.push_back({teller, told, 0, 0});
        return at->second;
    }
    [[nodiscard]] const Share* find(std::uint32_t teller, std::uint32_t told) const {
        const auto at = number_.find(key(teller, told));
        return at == number_.end() ? nullptr : &all_[at->second];
    }
    std::vector<Share>& all() { return all_; }
    [[nodiscard]] const std::vector<Share>& all() const { return all_; }

private:
    static std::uint64_t key(std::uint32_t teller, std::uint32_t told) { return std::uint64_t{teller} << 32U | told; }

    std::unordered_map<std::uint64_t, std::uint32_t> number_;
    std::vector<Share> all_;
};

// What each word of the first text of a pair says in the second.
Shares shares_of(const Texts& texts, std::size_t tellers, std::size_t tolds) {
    Shares shares;
    std::vector<std::uint32_t> cells; // by text and told word: the shares of its tellers, the empty word first
    for (const auto& [one, other] : texts)
        for (const std::uint32_t told : other) {
            cells.push_back(shares.number(0, told));
            for (const std::uint32_t teller : one) cells.push_back(shares.number(teller, told));
        }
    for (Shares::Share& share : shares.all()) share.of = 1.0 / static_cast<double>(tolds);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Shares::Share>& all = shares.all();
        const std::uint32_t* cell = cells.data();
        for (const auto& [one, other] : texts)
            for (std::size_t told = 0; told < other.size(); ++told, cell += one.size() + 1) {
                double sum = 0;
                for (std::size_t i = 0; i <= one.size(); ++i) sum += all[cell[i]].of;
                for (std::size_t i = 0; i <= one.size(); ++i) all[cell[i]].seen += all[cell[i]].of / sum;
            }
        std::vector<double> said(tellers, doubt);
        for (const Shares::Share& share : all) said[share.teller] += share.seen;
        const bool last = round + 1 == rounds;
        for (Shares::Share& share : all) {
            share.of = share.seen / said[share.teller];
            if (!last) share.seen = 0;
        }
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
    for (const Shares::Share& share : says.all()) {
        const Shares::Share* const returned = said.find(share.told, share.teller);
        if (share.teller == 0 || returned == nullptr) continue;
        const auto likeness = static_cast<float>(std::sqrt(share.of * returned->of));
        if (likeness >= least)
            found.push_back({std::string{one.word(share.teller)}, std::string{other.word(share.told)}, likeness,
                             static_cast<float>(share.seen)});
    }
    std::sort(found.begin(), found.end(), [](const WordPair& a, const WordPair& b) {
        if (a.one != b.one) return a.one < b.one;
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.other < b.other;
    });
    return found;
}

} // namespace kunna::matching
