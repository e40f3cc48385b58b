// From what is spelled like a question to what that needs.
#include "matching/needs.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::matching {

namespace {

constexpr std::size_t labels_near = 90;
constexpr std::size_t occupations_near = 30;
constexpr float optional_weight = 0.5F;

} // namespace

NeedIndex::NeedIndex(std::span<const Occupation> occupations, std::size_t concepts) {
    std::vector<float> times(concepts, 0);
    for (const Occupation& occupation : occupations) {
        for (const std::uint32_t concept_ : occupation.essential) ++times[concept_];
        for (const std::uint32_t concept_ : occupation.optional) ++times[concept_];
    }
    std::vector<std::string> folded;
    for (const Occupation& occupation : occupations) {
        for (const std::string& label : occupation.labels) {
            label_text_.push_back(label);
            folded.push_back(text::fold(label));
            occupation_of_.push_back(static_cast<std::uint32_t>(needed_by_.size()));
        }
        std::vector<Needed>& needed = needed_by_.emplace_back();
        for (const std::uint32_t concept_ : occupation.essential)
            needed.push_back({concept_, 1 / std::sqrt(times[concept_])});
        for (const std::uint32_t concept_ : occupation.optional)
            needed.push_back({concept_, optional_weight / std::sqrt(times[concept_])});
    }
    if (!folded.empty()) letters_.emplace(folded);
}

NeedIndex::Needs NeedIndex::of(std::span<const std::string> alternatives) const {
    if (!letters_) return {};
    std::map<std::uint32_t, LetterIndex::Near> nearest; // by occupation
    for (const std::string& alternative : alternatives)
        for (const LetterIndex::Near& near : letters_->nearest(letters_->question(alternative), labels_near)) {
            const auto [at, fresh] = nearest.emplace(occupation_of_[near.label], near);
            if (!fresh && nearer(near, at->second)) at->second = near;
        }
    std::vector<LetterIndex::Near> order;
    for (const auto& [occupation, near] : nearest) order.push_back(near);
    std::sort(order.begin(), order.end(), nearer);
    order.resize(std::min(order.size(), occupations_near));
    Needs needs;
    for (const LetterIndex::Near& near : order) {
        const float vote = near.overlap * near.overlap;
        for (const Needed& needed : needed_by_[occupation_of_[near.label]])
            needs.emplace(needed.concept_, Need{0, near.label}).first->second.weight += vote * needed.weight;
    }
    for (auto& [concept_, need] : needs) need.weight = std::sqrt(need.weight);
    return needs;
}

std::size_t NeedIndex::bytes() const {
    std::size_t bytes = letters_ ? letters_->bytes() : 0;
    for (const std::string& label : label_text_) bytes += sizeof(std::string) + label.capacity();
    for (const auto& needed : needed_by_) bytes += needed.capacity() * sizeof(Needed);
    return bytes + occupation_of_.capacity() * sizeof(std::uint32_t);
}

} // namespace kunna::matching
