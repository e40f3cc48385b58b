// From a text to its candidates and their features.
#include "matching/search.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::matching {

namespace {

constexpr std::size_t labels_by_letters = 120;
constexpr std::size_t labels_by_parts = 60;
constexpr std::size_t labels_that_vote = 30; // for their field
constexpr std::size_t concepts_weighed = 80;
constexpr std::size_t fields_weighed = 25; // whose groups are candidates
constexpr std::size_t titles_weighed = 10;
constexpr std::size_t needed_weighed = 40; // of what occupations need
constexpr float field_of_titles = 0.2F;    // from this share on, all concepts of the field are candidates
constexpr std::size_t longest_text = 400;  // bytes; titles and skills are a line

// The n largest, that first.
std::vector<LetterIndex::Near> first(std::vector<LetterIndex::Near> all, std::size_t n) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(n, all.size()));
    std::partial_sort(all.begin(), end, all.end(), nearer);
    all.erase(end, all.end());
    return all;
}

// Near to any of the alternatives, each with its largest overlap.
std::vector<LetterIndex::Near> nearest(const LetterIndex& index, std::span<const LetterIndex::Question> alternatives,
                                       std::size_t n) {
    if (alternatives.size() == 1) return index.nearest(alternatives.front(), n);
    std::map<std::uint32_t, float> largest;
    for (const LetterIndex::Question& asked : alternatives)
        for (const LetterIndex::Near& near : index.nearest(asked, n))
            largest[near.label] = std::max(largest[near.label], near.overlap);
    std::vector<LetterIndex::Near> all;
    for (const auto& [label, overlap] : largest) all.push_back({label, overlap});
    return first(std::move(all), n);
}

float to_the_fourth(float x) {
    return x * x * x * x;
}

} // namespace

Search::Search(const MatchIndex& index, std::string_view text, Language language) :
    index_{index}, language_{language}, folded_{text::fold(text::cut(text, longest_text))}, alternatives_{alternatives(
                                                                                                folded_)},
    neighbours_(index.fields.size(), 0), field_(neighbours_), near_titles_(neighbours_), same_title_(neighbours_) {
    for (const std::string& alternative : alternatives_) {
        letters_.push_back(index_.letters->question(alternative));
        parts_.push_back(index_.parts->question(index_.words->parts(alternative, language_)));
    }
}

Search::Nearest Search::nearest_of(std::uint32_t label) const {
    Nearest best;
    for (std::size_t alternative = 0; alternative < alternatives_.size(); ++alternative) {
        Nearest of{label, index_.letters->overlap(letters_[alternative], label),
                   index_.parts->coverage(parts_[alternative], label), 0};
        of.nearness = of.letters + (of.coverage.covered + of.coverage.covering) / 2;
        if (of.nearness > best.nearness) best = of;
    }
    return best;
}

Search::Nearest Search::nearest_label(std::uint32_t concept_) const {
    if (const auto at = nearest_.find(concept_); at != nearest_.end()) return at->second;
    Nearest best;
    const auto& of = index_.concepts[concept_];
    for (std::uint32_t label = of.first_label; label < of.first_label + of.labels; ++label)
        if (const Nearest one = nearest_of(label); one.nearness > best.nearness) best = one;
    return best;
}

void Search::count_neighbours() {
    std::vector<std::uint32_t> labels;
    for (const LetterIndex::Near& label : nearest(*index_.letters, letters_, labels_by_letters))
        labels.push_back(label.label);
    for (const PartIndex::Question& parts : parts_) {
        const auto near = index_.parts->nearest(parts, labels_by_parts);
        labels.insert(labels.end(), near.begin(), near.end());
    }
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    std::vector<Nearest> near;
    for (const std::uint32_t label : labels) {
        near.push_back(nearest_of(label));
        Nearest& best = nearest_[index_.labels[label].concept_];
        if (near.back().nearness > best.nearness) best = near.back();
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const Nearest& a, const Nearest& b) { return a.nearness > b.nearness; });
    near.resize(std::min(near.size(), labels_that_vote));
    float all = 0;
    for (const Nearest& label : near) {
        const std::uint32_t field = index_.concepts[index_.labels[label.label].concept_].field;
        const float vote = to_the_fourth(label.nearness);
        all += vote;
        if (field != none) neighbours_[field] += vote;
    }
    if (all > 0)
        for (float& share : neighbours_) share /= all;
}

void Search::compare_fields() {
    MatchIndex::Shares one(field_.size());
    for (const LetterIndex::Question& asked : letters_) {
        const LetterIndex::Grams& grams = asked.grams;
        std::fill(one.begin(), one.end(), 0.0F);
        for (const std::uint32_t gram : grams.number)
            for (std::uint32_t i = index_.field_grams_at[gram]; i < index_.field_grams_at[gram + 1]; ++i)
                one[index_.field_grams[i].field] +=
                    index_.field_grams[i].of * std::sqrt(index_.letters->worth(gram) / grams.worth);
        for (std::size_t field = 0; field < one.size(); ++field) field_[field] = std::max(field_[field], one[field]);
    }
}

void Search::compare_titles() {
    if (!index_.title_letters) return;
    std::vector<LetterIndex::Question> asked;
    for (const std::string& alternative : alternatives_) asked.push_back(index_.title_letters->question(alternative));
    float all = 0;
    for (const LetterIndex::Near& title : nearest(*index_.title_letters, asked, titles_weighed)) {
        const float vote = to_the_fourth(title.overlap);
        all += vote;
        const auto& fields = index_.title_fields[title.label];
        for (const std::uint32_t field : fields) {
            near_titles_[field] += vote / static_cast<float>(fields.size());
            title_of_.emplace(field, title.label);
        }
        if (std::find(alternatives_.begin(), alternatives_.end(), index_.titles[title.label]) != alternatives_.end())
            for (const std::uint32_t field : fields) same_title_[field] = 1 / static_cast<float>(fields.size());
    }
    if (all > 0)
        for (float& share : near_titles_) share /= all;
}

void Search::compare_occupations() {
    needed_ = index_.needs.of(alternatives_);
}

Features Search::features(std::uint32_t concept_, const Nearest& nearest) const {
    const auto& of = index_.concepts[concept_];
    const auto& label = index_.labels[nearest.label];
    const auto share = [&](const MatchIndex::Shares& shares) { return of.field == none ? 0 : shares[of.field]; };
    const auto needed = needed_.find(concept_);
    const float group = of.group ? 1 : 0;
    const std::size_t members = of.group && of.field != none ? index_.fields[of.field].members.size() : 0;
    // In the order of Feature.
    return {nearest.letters,
            nearest.coverage.covered,
            nearest.coverage.covering,
            label.preferred ? 1.0F : 0.0F,
            std::log(static_cast<float>(of.labels)),
            label.language == language_ ? 1.0F : 0.0F,
            share(neighbours_),
            share(field_),
            group,
            group * nearest.letters,
            std::log(1 + static_cast<float>(members)),
            share(near_titles_),
            share(same_title_),
            group * share(near_titles_),
            group * share(same_title_),
            needed == needed_.end() ? 0 : needed->second.weight};
}

const std::string* Search::title(std::uint32_t concept_) const {
    const auto at = title_of_.find(index_.concepts[concept_].field);
    return at == title_of_.end() ? nullptr : &index_.title_text[at->second];
}

const std::string* Search::occupation(std::uint32_t concept_) const {
    const auto at = needed_.find(concept_);
    return at == needed_.end() ? nullptr : &index_.needs.label(at->second.by);
}

Reason Search::reason(const Candidate& candidate, const Weights& weights) const {
    const auto share = [&](std::initializer_list<Feature> of) {
        double sum = 0;
        for (const Feature feature : of) {
            const auto i = static_cast<std::size_t>(feature);
            sum += weights[i] * candidate.features[i];
        }
        return sum;
    };
    const std::string& label = index_.folded[index_.concepts[candidate.concept_].first_label + candidate.label];
    if (std::find(alternatives_.begin(), alternatives_.end(), label) != alternatives_.end()) return Reason::same;
    const double letters = share({Feature::letters, Feature::group_letters});
    const double titles =
        share({Feature::near_titles, Feature::same_title, Feature::group_near_titles, Feature::group_same_title});
    const double words = share({Feature::covered, Feature::covering});
    const double field = share({Feature::neighbours, Feature::field});
    if (titles > std::max(letters + words, field) && title(candidate.concept_) != nullptr) return Reason::title;
    const double needed = share({Feature::needed});
    if (needed > std::max(letters + words, field)) return Reason::needed;
    if (field > letters + words) return Reason::field;
    return candidate.features[static_cast<std::size_t>(Feature::covered)] >= 0.75F ? Reason::words : Reason::letters;
}

std::vector<Candidate> Search::candidates() {
    if (alternatives_.empty()) return {};
    count_neighbours();
    compare_fields();
    compare_titles();
    compare_occupations();
    std::vector<std::uint32_t> chosen;
    {
        std::vector<std::pair<float, std::uint32_t>> near;
        for (const auto& [concept_, nearest] : nearest_) near.emplace_back(-nearest.nearness, concept_);
        std::sort(near.begin(), near.end());
        for (std::size_t i = 0; i < std::min(near.size(), concepts_weighed); ++i) chosen.push_back(near[i].second);
    }
    {
        std::vector<std::pair<float, std::uint32_t>> needed;
        for (const auto& [concept_, need] : needed_) needed.emplace_back(-need.weight, concept_);
        std::sort(needed.begin(), needed.end());
        for (std::size_t i = 0; i < std::min(needed.size(), needed_weighed); ++i) chosen.push_back(needed[i].second);
    }
    std::vector<LetterIndex::Near> fields;
    for (std::uint32_t field = 0; field < field_.size(); ++field)
        fields.push_back({field, neighbours_[field] + field_[field] + near_titles_[field] + same_title_[field]});
    for (const LetterIndex::Near& field : first(std::move(fields), fields_weighed)) {
        const auto& of = index_.fields[field.label];
        if (of.group != none) chosen.push_back(of.group);
        if (same_title_[field.label] > 0 || near_titles_[field.label] > field_of_titles)
            chosen.insert(chosen.end(), of.members.begin(), of.members.end());
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    std::vector<Candidate> weighed;
    for (const std::uint32_t concept_ : chosen) {
        if (index_.concepts[concept_].labels == 0) continue;
        const Nearest nearest = nearest_label(concept_);
        weighed.push_back({concept_, index_.labels[nearest.label].place, features(concept_, nearest)});
    }
    return weighed;
}

} // namespace kunna::matching
