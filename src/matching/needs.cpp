// From what is called like a question to what that needs.
#include "matching/needs.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace kunna::matching {

namespace {

constexpr std::size_t labels_near = 90;
constexpr std::size_t occupations_near = 30;
constexpr std::size_t titles_near = 10;
constexpr std::size_t titles_by_letters = 30;
constexpr std::size_t titles_by_parts = 30;
constexpr float share_of_parts = 0.5F;
constexpr float optional_weight = 0.5F;
constexpr float least_needed = 0.05F; // what hardly any occupation needs says no more than this

// Sums by concept, of which most stay 0.
class Tally {
public:
    explicit Tally(std::size_t concepts) {
        if (sum_.size() < concepts) {
            sum_.resize(concepts, 0);
            by_.resize(concepts, 0);
            touched_.resize(concepts / 64 + 1, 0);
        }
    }
    // Whoever adds first is who it is by.
    void add(std::uint32_t concept_, float weight, std::uint32_t by) {
        if (sum_[concept_] == 0) {
            touched_[concept_ / 64] |= std::uint64_t{1} << concept_ % 64;
            by_[concept_] = by;
        }
        sum_[concept_] += weight;
    }
    NeedIndex::Needs take() {
        std::vector<NeedIndex::Need> all;
        for (std::uint32_t block = 0; block < touched_.size(); ++block)
            for (std::uint64_t& left = touched_[block]; left != 0; left &= left - 1) {
                const auto concept_ = block * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
                all.push_back({concept_, std::sqrt(sum_[concept_]), by_[concept_]});
                sum_[concept_] = 0;
            }
        return NeedIndex::Needs{std::move(all)};
    }

private:
    static thread_local std::vector<float> sum_; // all 0 between tallies
    static thread_local std::vector<std::uint32_t> by_;
    static thread_local std::vector<std::uint64_t> touched_; // a bit each, which keeps them in order
};
thread_local std::vector<float> Tally::sum_;
thread_local std::vector<std::uint32_t> Tally::by_;
thread_local std::vector<std::uint64_t> Tally::touched_;

void keep_nearest(std::vector<LetterIndex::Near>& all, std::size_t n) {
    std::sort(all.begin(), all.end(), nearer);
    all.resize(std::min(all.size(), n));
}

} // namespace

const NeedIndex::Need* NeedIndex::Needs::find(std::uint32_t concept_) const {
    const auto at = std::lower_bound(all_.begin(), all_.end(), concept_,
                                     [](const Need& need, std::uint32_t of) { return need.concept_ < of; });
    return at == all_.end() || at->concept_ != concept_ ? nullptr : &*at;
}

NeedIndex::NeedIndex(std::span<const Occupation> occupations, std::span<const Title> titles, const Words& words,
                     std::size_t concepts) :
    concepts_{concepts} {
    std::vector<float> times(concepts, 0);
    for (const Occupation& occupation : occupations) {
        for (const std::uint32_t concept_ : occupation.essential) ++times[concept_];
        for (const std::uint32_t concept_ : occupation.optional) ++times[concept_];
    }
    std::vector<std::string> folded;
    for (const Occupation& occupation : occupations) {
        for (const Label& label : occupation.labels) {
            label_text_.push_back(label.text);
            folded.push_back(text::fold(label.text));
            occupation_of_.push_back(static_cast<std::uint32_t>(needed_by_.size()));
        }
        std::vector<Needed>& needed = needed_by_.emplace_back();
        for (const std::uint32_t concept_ : occupation.essential)
            needed.push_back({concept_, 1 / std::sqrt(times[concept_])});
        for (const std::uint32_t concept_ : occupation.optional)
            needed.push_back({concept_, optional_weight / std::sqrt(times[concept_])});
    }
    if (!folded.empty()) letters_.emplace(folded);
    add_titles(occupations, titles, words);
}

void NeedIndex::add_titles(std::span<const Occupation> occupations, std::span<const Title> titles, const Words& words) {
    std::map<std::string, std::pair<float, std::map<std::uint32_t, float>>> fields; // occupations, and what they need
    for (const Occupation& occupation : occupations) {
        if (occupation.field.empty()) continue;
        auto& [n, needed] = fields[occupation.field];
        ++n;
        for (const std::uint32_t concept_ : occupation.essential) ++needed[concept_];
        for (const std::uint32_t concept_ : occupation.optional) needed[concept_] += optional_weight;
    }
    std::vector<float> all(concepts_, 0);
    std::map<std::string, std::uint32_t> number;
    for (auto& [code, field] : fields) {
        number.emplace(code, static_cast<std::uint32_t>(number.size()));
        for (auto& [concept_, weight] : field.second) all[concept_] += weight /= field.first;
    }
    for (const auto& [code, field] : fields) {
        std::vector<Needed>& needed = needed_in_.emplace_back();
        for (const auto& [concept_, weight] : field.second)
            needed.push_back({concept_, weight / std::sqrt(std::max(all[concept_], least_needed))});
    }
    std::vector<std::string> folded;
    std::vector<std::vector<std::string>> parts;
    std::vector<std::uint32_t> itself;
    for (const Title& title : titles) {
        std::vector<std::uint32_t> of;
        for (const std::string& code : title.fields)
            if (const auto field = number.find(code); field != number.end()) of.push_back(field->second);
        if (of.empty()) continue;
        title_text_.push_back(title.text);
        title_fields_.push_back(std::move(of));
        folded.push_back(text::fold(title.text));
        parts.push_back(words.parts(folded.back(), Language::sv));
        itself.push_back(static_cast<std::uint32_t>(itself.size()));
    }
    if (folded.empty()) return;
    title_letters_.emplace(folded);
    title_parts_.emplace(parts, itself);
}

NeedIndex::Needs NeedIndex::by_occupations(std::span<const std::string> alternatives) const {
    if (!letters_) return {};
    std::map<std::uint32_t, LetterIndex::Near> nearest; // by occupation
    for (const std::string& alternative : alternatives)
        for (const LetterIndex::Near& near : letters_->nearest(letters_->question(alternative), labels_near)) {
            const auto [at, fresh] = nearest.emplace(occupation_of_[near.label], near);
            if (!fresh && nearer(near, at->second)) at->second = near;
        }
    std::vector<LetterIndex::Near> order;
    for (const auto& [occupation, near] : nearest) order.push_back(near);
    keep_nearest(order, occupations_near);
    Tally tally{concepts_};
    for (const LetterIndex::Near& near : order) {
        const float vote = near.overlap * near.overlap;
        for (const Needed& needed : needed_by_[occupation_of_[near.label]])
            tally.add(needed.concept_, vote * needed.weight, near.label);
    }
    return tally.take();
}

NeedIndex::Needs NeedIndex::by_titles(std::span<const std::string> alternatives,
                                      std::span<const std::vector<std::string>> parts) const {
    if (!title_letters_) return {};
    std::map<std::uint32_t, float> alike; // by title
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        const LetterIndex::Question letters = title_letters_->question(alternatives[i]);
        const PartIndex::Question asked = title_parts_->question(parts[i]);
        const auto compare = [&](std::uint32_t title) {
            float& most = alike[title];
            most = std::max(most, title_letters_->overlap(letters, title) +
                                      share_of_parts * title_parts_->coverage(asked, title).covered);
        };
        for (const LetterIndex::Near& near : title_letters_->nearest(letters, titles_by_letters)) compare(near.label);
        for (const std::uint32_t title : title_parts_->nearest(asked, titles_by_parts)) compare(title);
    }
    std::vector<LetterIndex::Near> order;
    for (const auto& [title, most] : alike) order.push_back({title, most});
    keep_nearest(order, titles_near);
    Tally tally{concepts_};
    for (const LetterIndex::Near& near : order) {
        const auto& fields = title_fields_[near.label];
        const float vote = near.overlap * near.overlap / static_cast<float>(fields.size());
        for (const std::uint32_t field : fields)
            for (const Needed& needed : needed_in_[field]) tally.add(needed.concept_, vote * needed.weight, near.label);
    }
    return tally.take();
}

std::size_t NeedIndex::bytes() const {
    std::size_t bytes = letters_ ? letters_->bytes() : 0;
    if (title_letters_) bytes += title_letters_->bytes() + title_parts_->bytes();
    for (const auto* texts : {&label_text_, &title_text_})
        for (const std::string& label : *texts) bytes += sizeof(std::string) + label.capacity();
    for (const auto* all : {&needed_by_, &needed_in_})
        for (const auto& needed : *all) bytes += needed.capacity() * sizeof(Needed);
    return bytes + occupation_of_.capacity() * sizeof(std::uint32_t);
}

} // namespace kunna::matching
