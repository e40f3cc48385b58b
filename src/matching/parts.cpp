// A part's number is its place in the order of all parts: whatever begins alike is a range.
#include "matching/parts.hpp"

#include "matching/words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kunna::matching {

namespace {

constexpr float least_weight = 0.1F; // of what nearly every rival has

} // namespace

void in_order(PartIndex::Likes& likes) {
    std::sort(likes.begin(), likes.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    likes.erase(std::unique(likes.begin(), likes.end(), same), likes.end());
}

std::size_t bytes_of(const std::unordered_map<std::string, PartIndex::Likes>& likes) {
    using Node = std::pair<std::string, PartIndex::Likes>;
    std::size_t bytes = likes.bucket_count() * sizeof(void*);
    for (const auto& [part, of] : likes)
        bytes += sizeof(Node) + 2 * sizeof(void*) + of.capacity() * sizeof(PartIndex::Likes::value_type);
    return bytes;
}

PartIndex::PartIndex(std::span<const std::vector<std::string>> parts, std::span<const std::uint32_t> concept_of,
                     std::span<const std::vector<std::string>> rivals) {
    for (const auto& of_label : parts) part_.insert(part_.end(), of_label.begin(), of_label.end());
    std::sort(part_.begin(), part_.end());
    part_.erase(std::unique(part_.begin(), part_.end()), part_.end());
    std::vector<std::uint32_t> concepts_with(part_.size(), 0);
    std::vector<std::uint32_t> last_with(part_.size(), 0); // 1 + the last concept counted
    at_.push_back(0);
    for (std::size_t label = 0; label < parts.size(); ++label) {
        for (const std::string& part : parts[label]) {
            const auto number =
                static_cast<std::uint32_t>(std::lower_bound(part_.begin(), part_.end(), part) - part_.begin());
            parts_.push_back(number);
            if (last_with[number] != concept_of[label] + 1) ++concepts_with[number];
            last_with[number] = concept_of[label] + 1;
        }
        at_.push_back(static_cast<std::uint32_t>(parts_.size()));
    }
    const float concepts = concept_of.empty() ? 1 : static_cast<float>(concept_of.back()) + 2;
    for (const std::uint32_t n : concepts_with)
        weight_.push_back(std::log(concepts / (static_cast<float>(n) + 1)) + 0.5F);
    unseen_weight_ = std::log(concepts) + 0.5F;
    weigh_by_rivals(rivals);
    holders_at_.assign(part_.size() + 1, 0);
    for (const std::uint32_t part : parts_) ++holders_at_[part + 1];
    std::partial_sum(holders_at_.begin(), holders_at_.end(), holders_at_.begin());
    holders_.resize(parts_.size());
    std::vector<std::uint32_t> next(holders_at_.begin(), holders_at_.end() - 1);
    for (std::uint32_t label = 0; label + 1 < at_.size(); ++label) {
        float& all = label_weight_.emplace_back(0);
        for (std::uint32_t i = at_[label]; i < at_[label + 1]; ++i) {
            all += weight_[parts_[i]];
            holders_[next[parts_[i]]++] = label;
        }
    }
}

void PartIndex::weigh_by_rivals(std::span<const std::vector<std::string>> rivals) {
    asked_weight_ = weight_;
    if (rivals.empty()) return;
    std::unordered_map<std::string_view, float> rivals_with;
    for (const auto& of_rival : rivals)
        for (const std::string& part : of_rival) ++rivals_with[part];
    const float all = static_cast<float>(rivals.size()) + 2;
    for (const auto& [part, n] : rivals_with) {
        const float weight = std::max(least_weight, std::log(all / (n + 1)) + 0.5F);
        if (const auto known = number(part))
            asked_weight_[*known] = std::min(asked_weight_[*known], weight);
        else
            rival_weight_.emplace(part, std::min(unseen_weight_, weight));
    }
}

std::optional<std::uint32_t> PartIndex::number(std::string_view part) const {
    const auto at = std::lower_bound(part_.begin(), part_.end(), part);
    if (at == part_.end() || *at != part) return {};
    return static_cast<std::uint32_t>(at - part_.begin());
}

float PartIndex::most(const Likes& likes, std::uint32_t label) const {
    float most = 0;
    for (std::uint32_t i = at_[label]; i < at_[label + 1]; ++i) {
        const auto like = std::lower_bound(likes.begin(), likes.end(), std::pair{parts_[i], 0.0F});
        if (like != likes.end() && like->first == parts_[i]) most = std::max(most, like->second);
    }
    return most;
}

void PartIndex::learn(const std::string& part, const Likes& likes) {
    Likes& all = learned_[part];
    all.insert(all.end(), likes.begin(), likes.end());
    in_order(all);
}

PartIndex::Question PartIndex::question(std::span<const std::string> parts) const {
    Question asked;
    for (const std::string& part : parts) {
        const std::string beginning = part.substr(0, least_shared(part));
        AskedPart& of = asked.emplace_back();
        const auto of_rivals = rival_weight_.find(part);
        of.weight = of_rivals == rival_weight_.end() ? unseen_weight_ : of_rivals->second;
        for (auto at = std::lower_bound(part_.begin(), part_.end(), beginning);
             at != part_.end() && at->starts_with(beginning); ++at) {
            const auto number = static_cast<std::uint32_t>(at - part_.begin());
            if (const float like = likeness(part, *at); like > 0) of.spelled.emplace_back(number, like);
            if (*at == part) of.weight = asked_weight_[number];
        }
        of.likes = of.spelled;
        if (const auto learned = learned_.find(part); learned != learned_.end()) {
            of.likes.insert(of.likes.end(), learned->second.begin(), learned->second.end());
            in_order(of.likes);
        }
        of.alike.assign(part_.size(), 0);
        for (const auto& [number, like] : of.likes)
            of.alike[number] = static_cast<std::uint8_t>(std::lround(like * 255));
    }
    return asked;
}

PartIndex::Coverage PartIndex::coverage(const Question& asked, std::uint32_t label) const {
    const std::span own{parts_.data() + at_[label], parts_.data() + at_[label + 1]};
    float all = 0;
    float covered = 0;
    for (const AskedPart& part : asked) {
        std::uint8_t most = 0;
        for (const std::uint32_t number : own) most = std::max(most, part.alike[number]);
        all += part.weight;
        covered += part.weight * static_cast<float>(most) / 255;
    }
    float own_all = 0;
    float covering = 0;
    for (const std::uint32_t number : own) {
        std::uint8_t most = 0;
        for (const AskedPart& part : asked) most = std::max(most, part.alike[number]);
        own_all += weight_[number];
        covering += weight_[number] * static_cast<float>(most) / 255;
    }
    return {all > 0 ? covered / all : 0, own_all > 0 ? covering / own_all : 0};
}

float PartIndex::spelled(const Question& asked, std::uint32_t label) const {
    float all = 0;
    float covered = 0;
    for (const AskedPart& part : asked) {
        all += part.weight;
        covered += part.weight * most(part.spelled, label);
    }
    return all > 0 ? covered / all : 0;
}

std::vector<std::uint32_t> PartIndex::nearest(const Question& asked, std::size_t n) const {
    thread_local std::vector<float> shared; // by label; 0 between questions
    shared.resize(std::max(shared.size(), label_weight_.size()), 0);
    std::vector<std::uint32_t> touched;
    float all = 0;
    for (const AskedPart& part : asked) {
        all += part.weight;
        for (const auto& [number, like] : part.likes)
            for (std::uint32_t at = holders_at_[number]; at < holders_at_[number + 1]; ++at) {
                float& sum = shared[holders_[at]];
                if (sum == 0) touched.push_back(holders_[at]);
                sum += part.weight * like;
            }
    }
    std::vector<std::pair<float, std::uint32_t>> near;
    for (const std::uint32_t label : touched) {
        near.emplace_back(-shared[label] / (all + label_weight_[label] - std::min(shared[label], all)), label);
        shared[label] = 0;
    }
    const auto end = near.begin() + static_cast<std::ptrdiff_t>(std::min(n, near.size()));
    std::nth_element(near.begin(), end, near.end());
    std::vector<std::uint32_t> labels;
    for (auto at = near.begin(); at != end; ++at) labels.push_back(at->second);
    return labels;
}

std::size_t PartIndex::bytes() const {
    std::size_t bytes =
        part_.capacity() * sizeof(std::string) + (weight_.capacity() + asked_weight_.capacity()) * sizeof(float) +
        label_weight_.capacity() * sizeof(float) +
        (at_.capacity() + parts_.capacity() + holders_at_.capacity() + holders_.capacity()) * sizeof(std::uint32_t);
    bytes += bytes_of(learned_) + rival_weight_.size() * (sizeof(std::pair<std::string, float>) + 2 * sizeof(void*));
    for (const std::string& part : part_) bytes += part.capacity() > 15 ? part.capacity() + 1 : 0;
    return bytes;
}

} // namespace kunna::matching
