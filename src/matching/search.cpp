// From a text to its candidates and their features.
#include "matching/search.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace kunna::matching {

namespace {

constexpr std::size_t labels_by_letters = 120;
constexpr std::size_t labels_by_parts = 100;
constexpr std::size_t labels_that_vote = 30; // for their field
constexpr std::size_t concepts_weighed = 30; // the nearest
constexpr std::size_t concepts_covered = 50; // those whose parts are shared most
constexpr std::size_t fields_weighed = 25;   // whose groups are candidates
constexpr std::size_t titles_weighed = 10;
constexpr std::size_t needed_weighed = 10; // of what occupations need
constexpr std::size_t mapped_weighed = 20; // of what mapped names stand for
constexpr float field_of_titles = 0.2F;    // from this share on, all concepts of the field are candidates
constexpr float all_words = 0.75F;         // of what is asked: the words are the label's
constexpr float pair_means = 0.3F;         // of a learned pair: it is the reason
constexpr std::size_t longest_text = 400;  // bytes; titles and skills are a line

// What a question ends with that names a doing, not a subject.
constexpr std::string_view doings[] = {"ing",   "sel",    "ande",     "arbete", "service",    "montage", "vård",
                                       "drift", "analys", "kontroll", "tion",   "erfarenhet", "slageri"};

// "Betonggjutning, vana" → of "betonggjutning".
bool is_doing(std::string_view folded) {
    const auto words = words_of(folded.substr(0, folded.find_first_of(",/")));
    const auto ends = [&](std::string_view ending) { return !words.empty() && words.back().ends_with(ending); };
    return std::any_of(std::begin(doings), std::end(doings), ends) || folded.find("vana") != std::string_view::npos;
}

// |ln| of the one to the other, in characters; a few more or less do not matter.
float difference_in_length(std::string_view one, std::string_view other) {
    const auto length = [](std::string_view text) { return static_cast<float>(characters(text)) + 3; };
    return std::abs(std::log(length(one) / length(other)));
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

Search::Search(const MatchIndex& index, std::string_view text, Language language) :
    index_{index}, language_{language}, folded_{text::fold(text::cut(text, longest_text))}, alternatives_{alternatives(
                                                                                                folded_)},
    neighbours_(index.fields.size(), 0), field_(neighbours_), near_titles_(neighbours_), same_title_(neighbours_) {
    for (const std::string& alternative : alternatives_) {
        letters_.push_back(index_.letters->question(alternative));
        cut_.push_back(index_.words->parts(alternative, language_));
        parts_.push_back(index_.parts->question(cut_.back()));
    }
    std::set<std::string_view> seen;
    for (const auto& parts : cut_)
        for (const std::string& part : parts)
            if (const auto pairs = index_.stands_for.find(part);
                seen.insert(part).second && pairs != index_.stands_for.end())
                stand_for_.push_back(&pairs->second);
    names_doing_ = is_doing(folded_);
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

Features Search::features(std::uint32_t concept_, const Nearest& nearest) const {
    const auto& of = index_.concepts[concept_];
    const auto& label = index_.labels[nearest.label];
    const auto share = [&](const MatchIndex::Shares& shares) { return of.field == none ? 0 : shares[of.field]; };
    const NeedIndex::Need* const needed = needed_.find(concept_);
    const NeedIndex::Need* const titled = titled_.find(concept_);
    const auto own = static_cast<std::size_t>(language_);
    const std::uint32_t named = of.preferred[own] == none ? nearest.label : of.preferred[own];
    const float known_of = known(concept_);
    float paired = 0;
    for (const PartIndex::Likes* const pairs : stand_for_) paired += index_.parts->most(*pairs, named);
    const float group = of.group ? 1 : 0;
    const std::size_t members = of.group && of.field != none ? index_.fields[of.field].members.size() : 0;
    const auto at = mapped_.find(concept_);
    const MappedNames::Found mapped = at == mapped_.end() ? MappedNames::Found{} : at->second;
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
            needed == nullptr ? 0 : needed->weight,
            titled == nullptr ? 0 : titled->weight,
            known_of * nearest.coverage.covering,
            translated(concept_),
            known_of,
            paired,
            difference_in_length(index_.folded[named], folded_),
            names_doing_ && of.knowledge ? 1.0F : 0.0F,
            0,
            mapped.mapped,
            mapped.mapped_broad,
            mapped.same,
            std::min(index_.mapped->broader(concept_), 2.0F)};
}

float Search::translated(std::uint32_t concept_) const {
    const std::uint32_t other = index_.concepts[concept_].preferred[1 - static_cast<std::size_t>(language_)];
    float most = 0;
    if (other != none)
        for (const PartIndex::Question& asked : parts_)
            most = std::max(most, index_.parts->coverage(asked, other).covering);
    return most;
}

float Search::known(std::uint32_t concept_) const {
    float most_covered = 0;
    for (const PartIndex::Question& asked : parts_) {
        float all = 0;
        float covered = 0;
        for (const PartIndex::AskedPart& part : asked) {
            float most = 0;
            for (std::uint32_t i = index_.known_at[concept_]; i < index_.known_at[concept_ + 1]; ++i)
                most =
                    std::max(most, static_cast<float>(part.alike[index_.known[i].part]) / 255 * index_.known[i].share);
            all += part.weight;
            covered += part.weight * most;
        }
        if (all > 0) most_covered = std::max(most_covered, covered / all);
    }
    return most_covered;
}

// By hand: the learned weights ranked the rivals no better, and would have to be learned before the rank is known.
float Search::fit(const Features& features) {
    const auto of = [&](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
    return 2 * of(Feature::letters) + of(Feature::covered) + of(Feature::covering) + 3 * of(Feature::both) +
           of(Feature::translated) + 2 * of(Feature::needed);
}

float Search::rank(std::uint32_t concept_, const Features& features) const {
    if (index_.rival_fits.empty()) return 0;
    const auto& fits = index_.rival_fits[concept_];
    const auto better =
        std::count_if(fits.begin(), fits.end(), [own = fit(features) + 1e-4F](float rival) { return rival > own; });
    return std::log(1 + static_cast<float>(better));
}

const std::string* Search::title(std::uint32_t concept_) const {
    const auto at = title_of_.find(index_.concepts[concept_].field);
    return at == title_of_.end() ? nullptr : &index_.title_text[at->second];
}

const std::string* Search::occupation(std::uint32_t concept_) const {
    const NeedIndex::Need* const needed = needed_.find(concept_);
    const NeedIndex::Need* const titled = titled_.find(concept_);
    if (needed == nullptr && titled == nullptr) return nullptr;
    const bool by_title = needed == nullptr || (titled != nullptr && titled->weight > needed->weight);
    return by_title ? &index_.needs->title(*titled) : &index_.needs->occupation(*needed);
}

const std::string* Search::mapped(std::uint32_t concept_) const {
    const auto at = mapped_.find(concept_);
    return at == mapped_.end() ? nullptr : &index_.mapped->name(at->second.by);
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
    const std::uint32_t label = index_.concepts[candidate.concept_].first_label + candidate.label;
    if (std::find(alternatives_.begin(), alternatives_.end(), index_.folded[label]) != alternatives_.end())
        return Reason::same;
    const double letters = share({Feature::letters, Feature::group_letters});
    const double titles =
        share({Feature::near_titles, Feature::same_title, Feature::group_near_titles, Feature::group_same_title});
    const double words = share({Feature::covered, Feature::covering, Feature::both, Feature::known});
    const double meaning = share({Feature::translated, Feature::paired});
    const double field = share({Feature::neighbours, Feature::field});
    const double mapped = share({Feature::mapped, Feature::mapped_broad, Feature::same_mapped});
    if (titles > std::max(letters + words + meaning, field) && title(candidate.concept_) != nullptr)
        return Reason::title;
    const double needed = share({Feature::needed, Feature::titled});
    if (mapped > std::max({letters + words + meaning, field, titles, needed})) return Reason::mapped;
    if (needed > std::max(letters + words + meaning, field)) return Reason::needed;
    if (field > letters + words + meaning) return Reason::field;
    float spelled = 0;
    for (const PartIndex::Question& asked : parts_) spelled = std::max(spelled, index_.parts->spelled(asked, label));
    if (spelled >= all_words) return Reason::words;
    const auto of = [&](Feature feature) { return candidate.features[static_cast<std::size_t>(feature)]; };
    return of(Feature::covered) >= all_words || of(Feature::paired) >= pair_means ? Reason::meaning : Reason::letters;
}

std::vector<Candidate> Search::candidates() {
    if (alternatives_.empty()) return {};
    count_neighbours();
    compare_fields();
    compare_titles();
    needed_ = index_.needs->by_occupations(alternatives_);
    titled_ = index_.needs->by_titles(alternatives_, cut_);
    mapped_ = index_.mapped->find(alternatives_, cut_);
    std::vector<std::uint32_t> chosen;
    std::vector<std::pair<float, std::uint32_t>> order; // by what is left out last
    const auto choose = [&](std::size_t n) {
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(n, order.size()));
        std::nth_element(order.begin(), end, order.end());
        for (auto at = order.begin(); at != end; ++at) chosen.push_back(at->second);
        order.clear();
    };
    for (const auto& [concept_, nearest] : nearest_) order.emplace_back(-nearest.nearness, concept_);
    choose(concepts_weighed);
    for (const auto& [concept_, nearest] : nearest_) {
        const PartIndex::Coverage& coverage = nearest.coverage;
        order.emplace_back(-(coverage.covered + coverage.covering + translated(concept_)), concept_);
    }
    choose(concepts_covered);
    for (const NeedIndex::Need& need : needed_.all()) order.emplace_back(-need.weight, need.concept_);
    choose(needed_weighed);
    for (const auto& [concept_, found] : mapped_) order.emplace_back(-found.by_alike, concept_);
    choose(mapped_weighed);
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
        Candidate& made = weighed.emplace_back();
        made = {concept_, index_.labels[nearest.label].place, features(concept_, nearest)};
        made.features[static_cast<std::size_t>(Feature::rank)] = rank(concept_, made.features);
    }
    return weighed;
}

} // namespace kunna::matching
