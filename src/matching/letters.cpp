// Trigrams to labels. Nearly all the time of a question goes into adding up, one number a trigram to every label that
// has it, and into looking through the sums; hence small numbers, and the frequent trigrams last.
#include "matching/letters.hpp"

#include "matching/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace kunna::matching {

namespace {

constexpr float weighed_later = 0.25F; // of what is asked: the share of the most frequent trigrams

// Characters of UTF-8 as far as they distinguish: what is not UTF-8 counts byte for byte.
void add_characters(std::string_view word, std::vector<std::uint32_t>& into) {
    for (std::size_t at = 0; at < word.size();) {
        const auto first = static_cast<unsigned char>(word[at]);
        const std::size_t length = first < 0x80U ? 1 : first < 0xE0U ? 2 : first < 0xF0U ? 3 : 4;
        std::uint32_t character = 0;
        for (std::size_t i = at; i < std::min(at + length, word.size()); ++i)
            character = character << 8U | static_cast<unsigned char>(word[i]);
        into.push_back(character);
        at += length;
    }
}

// "kyla vin" → "  k", " ky", "kyl", "yla", "la ", "a v", " vi", "vin", "in ".
std::vector<std::uint64_t> distinct_grams(std::string_view folded) {
    std::vector<std::uint32_t> run{' '};
    for (const std::string_view word : words_of(folded)) {
        run.push_back(' ');
        add_characters(word, run);
    }
    run.push_back(' ');
    std::vector<std::uint64_t> grams;
    for (std::size_t i = 0; i + 3 <= run.size(); ++i) {
        std::uint64_t mixed = (std::uint64_t{run[i]} * 0x9E3779B97F4A7C15ULL ^ run[i + 1]) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ mixed >> 31U ^ run[i + 2]) * 0x94D049BB133111EBULL;
        grams.push_back(mixed);
    }
    std::sort(grams.begin(), grams.end());
    grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
    return grams;
}

constexpr std::size_t stretch = 32; // labels looked through at once

// Stays under 2^15, as the sums do.
std::int16_t rough_cosine(std::uint16_t sum, std::uint16_t rough) {
    return static_cast<std::int16_t>(std::uint32_t{sum} * rough >> 16U);
}

// Of a stretch.
std::int16_t largest(const std::uint16_t* sums, const std::uint16_t* rough) {
    std::int16_t most = 0;
    for (std::size_t i = 0; i < stretch; ++i) most = std::max(most, rough_cosine(sums[i], rough[i]));
    return most;
}

// The n nearest, in no order.
void keep_first(std::vector<LetterIndex::Near>& all, std::size_t n) {
    if (all.size() <= n) return;
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n) - 1, all.end(), nearer);
    all.resize(n);
}

} // namespace

LetterIndex::LetterIndex(std::span<const std::string> folded) {
    std::vector<std::uint32_t> labels_with;
    grams_at_.push_back(0);
    for (const std::string& label : folded) {
        for (const std::uint64_t gram : distinct_grams(label)) {
            const auto [at, fresh] = number_.emplace(gram, static_cast<std::uint32_t>(number_.size()));
            if (fresh) labels_with.push_back(0);
            ++labels_with[at->second];
            grams_.push_back(at->second);
        }
        std::sort(grams_.begin() + grams_at_.back(), grams_.end());
        grams_at_.push_back(static_cast<std::uint32_t>(grams_.size()));
    }
    grams_.shrink_to_fit();
    const auto worth = [all = static_cast<float>(folded.size()) + 1](std::uint32_t labels) {
        return std::pow(1 + std::log(all / (static_cast<float>(labels) + 1)), 1.5F);
    };
    unseen_worth_ = worth(0);
    holders_at_.push_back(0);
    for (const std::uint32_t n : labels_with) {
        worth_.push_back(worth(n));
        holders_at_.push_back(holders_at_.back() + n);
    }
    holders_.resize(grams_.size());
    std::vector<std::uint32_t> next(holders_at_.begin(), holders_at_.end() - 1);
    float least = std::numeric_limits<float>::max();
    for (std::uint32_t label = 0; label < folded.size(); ++label) {
        float& all = label_worth_.emplace_back(0);
        for (std::uint32_t i = grams_at_[label]; i < grams_at_[label + 1]; ++i) {
            all += worth_[grams_[i]];
            holders_[next[grams_[i]]++] = label;
        }
        if (all > 0) least = std::min(least, all);
    }
    for (const float all : label_worth_)
        rough_.push_back(all > 0 ? static_cast<std::uint16_t>(std::sqrt(least / all) * 65'535) : 0);
    rough_.resize((rough_.size() + stretch - 1) / stretch * stretch, 0);
}

LetterIndex::Grams LetterIndex::grams_of(std::string_view folded) const {
    Grams of;
    for (const std::uint64_t gram : distinct_grams(folded)) {
        const auto at = number_.find(gram);
        of.worth += at == number_.end() ? unseen_worth_ : worth_[at->second];
        if (at != number_.end()) of.number.push_back(at->second);
    }
    std::sort(of.number.begin(), of.number.end());
    return of;
}

LetterIndex::Question LetterIndex::question(std::string_view folded) const {
    Question asked{grams_of(folded), std::vector<float>(gram_count(), 0)};
    for (const std::uint32_t gram : asked.grams.number) asked.worth[gram] = worth_[gram];
    return asked;
}

float LetterIndex::overlap(const Question& asked, std::uint32_t label) const {
    float both = 0;
    const float* const worth = asked.worth.data();
    const std::uint32_t* const end = grams_.data() + grams_at_[label + 1];
    for (const std::uint32_t* gram = grams_.data() + grams_at_[label]; gram < end; ++gram) both += worth[*gram];
    return both > 0 ? both / (asked.grams.worth + label_worth_[label] - both) : 0;
}

std::vector<LetterIndex::Near> LetterIndex::nearest(const Question& asked, std::size_t n) const {
    if (asked.grams.number.empty() || n == 0) return {};
    std::vector<std::uint32_t> grams = asked.grams.number;
    std::sort(grams.begin(), grams.end(), [&](std::uint32_t a, std::uint32_t b) { return worth_[a] < worth_[b]; });
    float all = 0;
    for (const std::uint32_t gram : grams) all += worth_[gram];
    float left = 0;
    auto first = grams.begin();
    for (; left + worth_[*first] <= weighed_later * all; ++first) left += worth_[*first];

    // 15 bits hold what a label that shares all of them gets, the rounding of some hundred trigrams included.
    thread_local std::vector<std::uint16_t> sums;
    sums.assign(rough_.size(), 0);
    std::uint16_t* const sum = sums.data();
    const float scale = 32'000.0F / (all - left);
    for (auto gram = first; gram != grams.end(); ++gram) {
        const auto worth = static_cast<std::uint16_t>(worth_[*gram] * scale);
        const std::uint32_t* const end = holders_.data() + holders_at_[*gram + 1];
        for (const std::uint32_t* label = holders_.data() + holders_at_[*gram]; label < end; ++label)
            sum[*label] = static_cast<std::uint16_t>(sum[*label] + worth);
    }

    // Some more than asked for by a rough cosine, then exactly: at least as many as there are stretches whose peak is
    // `least` or higher.
    const std::size_t wanted = 2 * n + 60;
    thread_local std::vector<std::int16_t> peaks;
    peaks.resize(sums.size() / stretch);
    std::array<std::size_t, 512> peaks_at{}; // by their upper nine bits
    for (std::size_t s = 0; s < peaks.size(); ++s) {
        peaks[s] = largest(sum + s * stretch, rough_.data() + s * stretch);
        ++peaks_at[static_cast<std::size_t>(peaks[s]) / 64];
    }
    std::size_t step = peaks_at.size() - 1;
    for (std::size_t above = peaks_at[step]; step > 0 && above < wanted; above += peaks_at[step]) --step;
    const auto least = static_cast<std::int16_t>(std::max<std::size_t>(1, step * 64));
    std::vector<Near> kept;
    for (std::size_t s = 0; s < peaks.size(); ++s) {
        if (peaks[s] < least) continue;
        for (std::size_t i = s * stretch; i < (s + 1) * stretch; ++i)
            if (const std::int16_t rough = rough_cosine(sum[i], rough_[i]); rough >= least)
                kept.push_back({static_cast<std::uint32_t>(i), static_cast<float>(rough)});
    }
    keep_first(kept, wanted);
    for (Near& near : kept) near.overlap = overlap(asked, near.label);
    keep_first(kept, n);
    std::sort(kept.begin(), kept.end(), nearer);
    return kept;
}

std::size_t LetterIndex::bytes() const {
    return (holders_.capacity() + holders_at_.capacity() + grams_.capacity() + grams_at_.capacity()) *
               sizeof(std::uint32_t) +
           (worth_.capacity() + label_worth_.capacity()) * sizeof(float) + rough_.capacity() * sizeof(std::uint16_t) +
           number_.size() * (sizeof(std::pair<std::uint64_t, std::uint32_t>) + 2 * sizeof(void*)) +
           number_.bucket_count() * sizeof(void*);
}

} // namespace kunna::matching
