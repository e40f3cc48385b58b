// From a text to its candidates, and from their features to a score.
#include "matching/matcher.hpp"

#include "base/text.hpp"
#include "matching/parts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

namespace kunna::matching {

namespace {

constexpr std::size_t labels_by_letters = 120;
constexpr std::size_t labels_by_parts = 60;
constexpr std::size_t labels_that_vote = 30; // for their field
constexpr std::size_t concepts_weighed = 80;
constexpr std::size_t fields_weighed = 25; // whose groups are candidates
constexpr std::size_t titles_weighed = 10;
constexpr float field_of_titles = 0.2F; // from this share on, all concepts of the field are candidates
constexpr std::size_t most_alternatives = 4;
constexpr std::size_t longest_text = 400; // bytes; titles and skills are a line

constexpr std::uint32_t none = 0xFFFFFFFF;

// "Controller/Redovisningsekonom": each for itself, and together.
std::vector<std::string> alternatives(std::string_view folded) {
    std::vector<std::string> all;
    for (const std::string_view one : text::split(folded, '/'))
        if (!words_of(one).empty() && all.size() < most_alternatives) all.emplace_back(text::trim(one));
    if (all.size() > 1) all.emplace_back(folded);
    return all;
}

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

struct Matcher::Index {
    struct KnownLabel {
        std::uint32_t concept_ = 0;
        std::uint32_t place = 0; // among its concept's
        Language language = Language::sv;
        bool preferred = false;
    };
    struct KnownConcept {
        std::uint32_t first_label = 0;
        std::uint32_t labels = 0;
        std::uint32_t field = none;
        bool group = false;
    };
    struct Field {
        std::uint32_t group = none;           // the concept that is the group
        std::vector<std::uint32_t> members{}; // the others
    };
    struct Share {
        std::uint32_t field = 0;
        float of = 0;
    };
    using Shares = std::vector<float>; // by field

    Index(std::span<const Concept> concepts, std::span<const Title> titles);
    std::uint32_t field_of(const std::string& code) {
        const auto [at, fresh] = field_number.emplace(code, static_cast<std::uint32_t>(fields.size()));
        if (fresh) fields.emplace_back();
        return at->second;
    }
    void learn_parts();
    void learn_fields();

    std::vector<std::string> folded; // by label; then gone over once
    std::vector<KnownLabel> labels;
    std::vector<KnownConcept> concepts;
    std::unordered_map<std::string, std::uint32_t> field_number;
    std::vector<Field> fields;
    std::optional<Words> words;
    std::optional<LetterIndex> letters;
    std::optional<PartIndex> parts;
    // Trigram → the fields it occurs in, with its place in the direction of all their labels together.
    std::vector<std::uint32_t> field_grams_at;
    std::vector<Share> field_grams;
    // Known titles, each of several names of one for itself.
    std::vector<std::string> titles; // folded
    std::vector<std::string> title_text;
    std::vector<std::vector<std::uint32_t>> title_fields;
    std::optional<LetterIndex> title_letters;
};

Matcher::Index::Index(std::span<const Concept> given, std::span<const Title> known) {
    for (const Concept& concept_ : given) {
        KnownConcept made{static_cast<std::uint32_t>(labels.size()), static_cast<std::uint32_t>(concept_.labels.size()),
                          none, concept_.group};
        const auto number = static_cast<std::uint32_t>(concepts.size());
        if (!concept_.field.empty()) {
            made.field = field_of(concept_.field);
            if (concept_.group)
                fields[made.field].group = number;
            else
                fields[made.field].members.push_back(number);
        }
        for (std::uint32_t i = 0; i < concept_.labels.size(); ++i) {
            labels.push_back({number, i, concept_.labels[i].language, concept_.labels[i].preferred});
            folded.push_back(text::fold(concept_.labels[i].text));
        }
        concepts.push_back(made);
    }
    for (const Title& title : known) {
        std::vector<std::uint32_t> of;
        for (const std::string& code : title.fields)
            if (field_number.contains(code)) of.push_back(field_number.at(code));
        for (std::string& alternative : alternatives(text::fold(title.text))) {
            titles.push_back(std::move(alternative));
            title_text.push_back(title.text);
            title_fields.push_back(of);
        }
    }
    letters.emplace(folded);
    if (!titles.empty()) title_letters.emplace(titles);
    learn_parts();
    learn_fields();
}

void Matcher::Index::learn_parts() {
    std::vector<std::string> all = folded;
    all.insert(all.end(), titles.begin(), titles.end());
    words.emplace(all);
    std::vector<std::vector<std::string>> of_labels;
    std::vector<std::uint32_t> concept_of;
    for (std::size_t label = 0; label < labels.size(); ++label) {
        of_labels.push_back(words->parts(folded[label], labels[label].language));
        concept_of.push_back(labels[label].concept_);
    }
    parts.emplace(of_labels, concept_of);
}

void Matcher::Index::learn_fields() {
    std::vector<std::map<std::uint32_t, float>> direction(fields.size());
    for (std::size_t label = 0; label < labels.size(); ++label) {
        const KnownConcept& of = concepts[labels[label].concept_];
        if (of.field == none) continue;
        const LetterIndex::Grams grams = letters->grams_of(folded[label]);
        const float scale = 1 / std::sqrt(grams.worth * static_cast<float>(of.labels));
        for (const std::uint32_t gram : grams.number)
            direction[of.field][gram] += std::sqrt(letters->worth(gram)) * scale;
    }
    std::vector<std::vector<Share>> by_gram(letters->gram_count());
    for (std::uint32_t field = 0; field < fields.size(); ++field) {
        float square = 0;
        for (const auto& [gram, value] : direction[field]) square += value * value;
        for (const auto& [gram, value] : direction[field]) by_gram[gram].push_back({field, value / std::sqrt(square)});
    }
    field_grams_at.push_back(0);
    for (const auto& shares : by_gram) {
        field_grams.insert(field_grams.end(), shares.begin(), shares.end());
        field_grams_at.push_back(static_cast<std::uint32_t>(field_grams.size()));
    }
}

// One question: what is found out about it, step by step.
class Matcher::Asked {
public:
    Asked(const Index& index, std::string_view text, Language language);
    std::vector<Candidate> candidates();
    // Of a candidate, after candidates().
    [[nodiscard]] Reason reason(const Candidate& candidate, const Weights& weights) const;
    // The known title nearest to what is asked that belongs to the concept's field; null when there is none.
    [[nodiscard]] const std::string* title(std::uint32_t concept_) const;

private:
    struct Nearest {
        std::uint32_t label = none;
        float letters = 0; // the most of any alternative
        PartIndex::Coverage coverage{};
        float nearness = -1; // letters, and half of what is covered both ways
    };

    void hear_titles();
    void hear_neighbours();
    void hear_fields();
    [[nodiscard]] Nearest nearest_of(std::uint32_t label) const;
    [[nodiscard]] Nearest nearest_label(std::uint32_t concept_) const;
    [[nodiscard]] Features features(std::uint32_t concept_, const Nearest& nearest) const;

    const Index& index_;
    Language language_;
    std::string folded_;
    std::vector<std::string> alternatives_;
    std::vector<LetterIndex::Question> letters_; // by alternative
    std::vector<PartIndex::Question> parts_;     // by alternative
    std::map<std::uint32_t, Nearest> nearest_;   // of the concepts of the nearest labels
    Index::Shares neighbours_, field_, near_titles_, same_title_;
    std::map<std::uint32_t, std::uint32_t> title_of_; // field → the title that spoke for it first
};

Matcher::Asked::Asked(const Index& index, std::string_view text, Language language) :
    index_{index}, language_{language}, folded_{text::fold(text::cut(text, longest_text))}, alternatives_{alternatives(
                                                                                                folded_)},
    neighbours_(index.fields.size(), 0), field_(neighbours_), near_titles_(neighbours_), same_title_(neighbours_) {
    for (const std::string& alternative : alternatives_) {
        letters_.push_back(index_.letters->question(alternative));
        parts_.push_back(index_.parts->question(index_.words->parts(alternative, language_)));
    }
}

Matcher::Asked::Nearest Matcher::Asked::nearest_of(std::uint32_t label) const {
    Nearest best;
    for (std::size_t alternative = 0; alternative < alternatives_.size(); ++alternative) {
        Nearest of{label, index_.letters->overlap(letters_[alternative], label),
                   index_.parts->coverage(parts_[alternative], label), 0};
        of.nearness = of.letters + (of.coverage.covered + of.coverage.covering) / 2;
        if (of.nearness > best.nearness) best = of;
    }
    return best;
}

Matcher::Asked::Nearest Matcher::Asked::nearest_label(std::uint32_t concept_) const {
    if (const auto at = nearest_.find(concept_); at != nearest_.end()) return at->second;
    Nearest best;
    const auto& of = index_.concepts[concept_];
    for (std::uint32_t label = of.first_label; label < of.first_label + of.labels; ++label)
        if (const Nearest one = nearest_of(label); one.nearness > best.nearness) best = one;
    return best;
}

void Matcher::Asked::hear_neighbours() {
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

void Matcher::Asked::hear_fields() {
    Index::Shares one(field_.size());
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

void Matcher::Asked::hear_titles() {
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

Features Matcher::Asked::features(std::uint32_t concept_, const Nearest& nearest) const {
    const auto& of = index_.concepts[concept_];
    const auto& label = index_.labels[nearest.label];
    const auto share = [&](const Index::Shares& shares) { return of.field == none ? 0 : shares[of.field]; };
    const float group = of.group ? 1 : 0;
    const std::size_t members = of.group ? index_.fields[of.field].members.size() : 0;
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
            group * share(same_title_)};
}

const std::string* Matcher::Asked::title(std::uint32_t concept_) const {
    const auto at = title_of_.find(index_.concepts[concept_].field);
    return at == title_of_.end() ? nullptr : &index_.title_text[at->second];
}

Reason Matcher::Asked::reason(const Candidate& candidate, const Weights& weights) const {
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
    if (field > letters + words) return Reason::field;
    return candidate.features[static_cast<std::size_t>(Feature::covered)] >= 0.75F ? Reason::words : Reason::letters;
}

std::vector<Candidate> Matcher::Asked::candidates() {
    if (alternatives_.empty()) return {};
    hear_neighbours();
    hear_fields();
    hear_titles();
    std::vector<std::uint32_t> chosen;
    {
        std::vector<std::pair<float, std::uint32_t>> near;
        for (const auto& [concept_, nearest] : nearest_) near.emplace_back(-nearest.nearness, concept_);
        std::sort(near.begin(), near.end());
        for (std::size_t i = 0; i < std::min(near.size(), concepts_weighed); ++i) chosen.push_back(near[i].second);
    }
    std::vector<LetterIndex::Near> heard;
    for (std::uint32_t field = 0; field < field_.size(); ++field)
        heard.push_back({field, neighbours_[field] + field_[field] + near_titles_[field] + same_title_[field]});
    for (const LetterIndex::Near& field : first(std::move(heard), fields_weighed)) {
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

Matcher::Matcher(std::span<const Concept> concepts, std::span<const Title> titles, const WeightsByLanguage& weights) :
    index_{std::make_unique<const Index>(concepts, titles)}, weights_{weights} {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<Candidate> Matcher::candidates(std::string_view text, Language language) const {
    return Asked{*index_, text, language}.candidates();
}

std::vector<Match> Matcher::match(std::string_view text, Language language, std::size_t n) const {
    const Weights& weights = weights_.of(language);
    Asked asked{*index_, text, language};
    const std::vector<Candidate> weighed = asked.candidates();
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < weighed.size(); ++i)
        order.emplace_back(-std::inner_product(weights.begin(), weights.end(), weighed[i].features.begin(), 0.0), i);
    std::sort(order.begin(), order.end());
    double all = 0;
    for (const auto& [below, i] : order) all += std::exp(order.front().first - below);
    std::vector<Match> matches;
    for (std::size_t i = 0; i < std::min(n, order.size()); ++i) {
        const Candidate& candidate = weighed[order[i].second];
        Match match{candidate.concept_,
                    candidate.label,
                    std::exp(order.front().first - order[i].first) / all,
                    asked.reason(candidate, weights),
                    {}};
        if (match.reason == Reason::title) match.title = *asked.title(candidate.concept_);
        matches.push_back(std::move(match));
    }
    return matches;
}

std::size_t Matcher::bytes() const {
    const Index& i = *index_;
    const auto text = [](const std::vector<std::string>& all) {
        std::size_t bytes = all.capacity() * sizeof(std::string);
        for (const std::string& one : all) bytes += one.capacity() > 15 ? one.capacity() + 1 : 0;
        return bytes;
    };
    return i.letters->bytes() + (i.title_letters ? i.title_letters->bytes() : 0) + text(i.folded) + text(i.titles) +
           text(i.title_text) + i.parts->bytes() + i.labels.capacity() * sizeof(Index::KnownLabel) +
           i.concepts.capacity() * sizeof(Index::KnownConcept) + i.field_grams_at.capacity() * sizeof(std::uint32_t) +
           i.field_grams.capacity() * sizeof(Index::Share);
}

} // namespace kunna::matching
