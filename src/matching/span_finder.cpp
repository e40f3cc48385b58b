// Parts of labels in the words of sentences.
#include "matching/span_finder.hpp"

#include "base/text.hpp"
#include "matching/span_weights.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <tuple>

namespace kunna::matching {

namespace {

constexpr float all_covered = 0.999F;
constexpr float least_covered = 0.6F;    // of a label's weight
constexpr std::size_t words_between = 1; // a span may have so many more than twice the words found
constexpr std::size_t asked_before = 6;  // words

// Words that carry no skill, in labels and in texts; beside those of words.cpp.
constexpr std::string_view small_words[] = {
    "about", "all",   "an",  "any",   "are",  "as",   "at",   "att",   "be",    "by",   "can",  "de",    "den",
    "det",   "din",   "do",  "du",    "e",    "ej",   "en",   "er",    "ett",   "from", "g",    "has",   "have",
    "hos",   "how",   "ii",  "is",    "it",   "its",  "kan",  "n",     "new",   "not",  "ny",   "om",    "on",
    "or",    "our",   "own", "som",   "such", "t",    "that", "their", "them",  "they", "this", "under", "up",
    "upp",   "us",    "use", "using", "ut",   "vara", "vi",   "we",    "which", "who",  "will", "with",  "within",
    "work",  "works", "you", "your",  "är",   "över", "s",    "etc",   "ex"};

// Words after which a text names what it asks for; as they are folded.
constexpr std::string_view asking_words[] = {
    "ability",      "able",     "background",    "competence", "competent", "experience",  "experienced", "expert",
    "expertise",    "familiar", "familiarity",   "fluent",     "knowledge", "proficiency", "proficient",  "skill",
    "skilled",      "skills",   "understanding", "bakgrund",   "behärska",  "behärskar",   "erfaren",     "erfarenhet",
    "erfarenheter", "expertis", "förmåga",       "insikt",     "kompetens", "kunna",       "kunskap",     "kunskaper",
    "kunnig",       "utbildad", "vana",          "van"};

// Endings of English nouns and adjectives made from verbs, which stem() leaves: "management" and "manages" meet.
constexpr std::string_view derived[] = {"ement", "ment", "ation", "ition", "tion", "ion",
                                        "ance",  "ence", "ity",   "ive",   "al"};

template <std::size_t N>
bool among(std::string_view word, const std::string_view (&list)[N]) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// One form for what is written in several: endings go as long as there are any ("budgets", "budget"), the English ones
// of nouns made from verbs too.
std::string root(std::string word, Language language) {
    for (std::string shorter = stem(word, language); shorter != word; shorter = stem(word, language))
        word = std::move(shorter);
    if (language == Language::en)
        for (const std::string_view ending : derived)
            if (word.size() >= ending.size() + 4 && word.ends_with(ending))
                return word.substr(0, word.size() - ending.size());
    return word;
}

// "python (computer programming)" → "python": what stands in brackets tells concepts apart, texts do not say it.
std::string without_brackets(std::string folded) {
    const std::size_t open = folded.find(" (");
    if (open != std::string::npos && open > 0) folded.resize(open);
    return folded;
}

std::string joined(std::span<const std::string_view> words) {
    std::string all;
    for (const std::string_view word : words) all.append(all.empty() ? "" : " ").append(word);
    return all;
}

// How well the words found say the label: which of the concepts that overlap is meant. What the words weigh together
// comes in, since of "project" and "project management" the longer one is meant.
float fit_of(const SpanFeatures& features) {
    const auto of = [&](SpanFeature feature) { return features[static_cast<std::size_t>(feature)]; };
    return of(SpanFeature::covered) + of(SpanFeature::dense) / 2 + of(SpanFeature::weight) / 2 +
           of(SpanFeature::same) / 2 + of(SpanFeature::preferred) / 10 + of(SpanFeature::own_language) / 10;
}

} // namespace

std::vector<std::string> SpanFinder::parts_of(std::string_view folded, Language language) const {
    std::vector<std::string> parts;
    for (const std::string_view word : words_of(folded)) {
        if (among(word, small_words)) continue;
        for (const std::string& part : words_->parts(word, language)) parts.push_back(root(part, language));
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

SpanFinder::SpanFinder(std::span<const Concept> concepts) {
    std::vector<std::string> folded;
    std::vector<std::string> in_swedish;
    for (const Concept& one : concepts)
        for (const Label& label : one.labels) {
            folded.push_back(without_brackets(text::fold(label.text)));
            if (label.language == Language::sv) in_swedish.push_back(folded.back());
        }
    words_ = std::make_unique<const Words>(in_swedish);
    std::vector<std::vector<std::uint32_t>> parts_by_label;
    std::vector<std::uint32_t> last_concept; // of each part, to count concepts
    std::vector<std::uint32_t> concepts_with;
    std::size_t next = 0;
    for (std::uint32_t number = 0; number < concepts.size(); ++number) {
        for (std::uint32_t place = 0; place < concepts[number].labels.size(); ++place, ++next) {
            const Label& label = concepts[number].labels[place];
            std::vector<std::uint32_t> numbers;
            for (std::string& part : parts_of(folded[next], label.language)) {
                const auto [at, fresh] = part_.try_emplace(std::move(part), static_cast<std::uint32_t>(part_.size()));
                if (fresh) {
                    last_concept.push_back(number + 1);
                    concepts_with.push_back(1);
                } else if (last_concept[at->second] != number + 1) {
                    last_concept[at->second] = number + 1;
                    ++concepts_with[at->second];
                }
                numbers.push_back(at->second);
            }
            if (numbers.empty()) continue;
            const auto words = words_of(folded[next]);
            labels_.push_back({number, place, label.preferred, label.language,
                               static_cast<std::uint16_t>(numbers.size()), 0, joined(words)});
            parts_by_label.push_back(std::move(numbers));
        }
    }
    const double one_of = std::log(static_cast<double>(concepts.size() + 1) / 2) + 0.5;
    for (const std::uint32_t with : concepts_with)
        part_weight_.push_back(
            static_cast<float>((std::log(static_cast<double>(concepts.size() + 1) / (with + 1)) + 0.5) / one_of));
    holders_at_.assign(part_.size() + 1, 0);
    for (std::size_t label = 0; label < labels_.size(); ++label)
        for (const std::uint32_t part : parts_by_label[label]) {
            labels_[label].weight += part_weight_[part];
            ++holders_at_[part + 1];
        }
    std::partial_sum(holders_at_.begin(), holders_at_.end(), holders_at_.begin());
    holders_.resize(holders_at_.back());
    std::vector<std::uint32_t> filled{holders_at_.begin(), holders_at_.end() - 1};
    for (std::uint32_t label = 0; label < labels_.size(); ++label)
        for (const std::uint32_t part : parts_by_label[label]) holders_[filled[part]++] = label;
}

std::vector<SpanFinder::Hit> SpanFinder::hits_in(const Sentence& sentence, Language language) const {
    std::vector<Hit> hits;
    for (std::uint32_t word = 0; word < sentence.words.size(); ++word) {
        for (const std::string& part : parts_of(sentence.words[word].folded, language)) {
            const auto at = part_.find(part);
            if (at == part_.end()) continue;
            for (std::uint32_t i = holders_at_[at->second]; i < holders_at_[at->second + 1]; ++i)
                hits.push_back({holders_[i], word, at->second});
        }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return std::tie(a.label, a.word, a.part) < std::tie(b.label, b.word, b.part);
    });
    return hits;
}

// Of one label's hits, the run of words that covers most of it; of several the shortest.
void SpanFinder::weigh(const Sentence& sentence, std::uint32_t number, std::span<const Hit> hits, Language language,
                       std::vector<SpanCandidate>& into) const {
    const KnownLabel& label = labels_[hits.front().label];
    struct Run {
        float covered = 0;
        float rarest = 0;
        std::size_t parts = 0;
        std::size_t words = 0; // that belong to it
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    } best;
    std::vector<std::uint32_t> seen;
    for (std::size_t from = 0; from < hits.size(); ++from) {
        Run run;
        run.first = hits[from].word;
        seen.clear();
        std::uint32_t last_word = ~0U;
        for (std::size_t i = from; i < hits.size(); ++i) {
            if (std::find(seen.begin(), seen.end(), hits[i].part) != seen.end()) continue;
            const std::size_t length = hits[i].word - run.first + 1;
            if (length > 2 * (run.words + 1) + words_between) break;
            seen.push_back(hits[i].part);
            run.covered += part_weight_[hits[i].part];
            run.rarest = std::max(run.rarest, part_weight_[hits[i].part]);
            ++run.parts;
            if (hits[i].word != last_word) ++run.words;
            last_word = run.last = hits[i].word;
        }
        const auto length = [](const Run& r) { return r.last - r.first; };
        if (run.covered > best.covered + 1e-4F || (run.covered > best.covered - 1e-4F && length(run) < length(best)))
            best = run;
    }
    const float share = best.covered / label.weight;
    // One word of several says little of which concept is meant: "agile" is not yet "agile project management".
    if (share < (best.parts == 1 ? all_covered : least_covered)) return;
    bool marked = false;
    std::vector<std::string_view> written;
    for (std::uint32_t i = best.first; i <= best.last; ++i) {
        marked = marked || sentence.words[i].marked;
        written.push_back(sentence.words[i].folded);
    }
    bool asked_for = false;
    bool asking = false;
    for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
        if (!among(sentence.words[i].folded, asking_words)) continue;
        asking = true;
        asked_for = asked_for || (i < best.first && best.first - i <= asked_before);
    }
    const auto yes = [](bool is) { return is ? 1.0F : 0.0F; };
    const std::size_t length = best.last - best.first + 1;
    into.push_back(
        {sentence.words[best.first].from,
         sentence.words[best.last].to,
         number,
         label.concept_,
         label.place,
         // In the order of SpanFeature.
         {1, share, yes(share >= all_covered), static_cast<float>(best.words) / static_cast<float>(length), best.rarest,
          best.covered, yes(best.parts == 1), yes(best.parts >= 3), yes(joined(written) == label.words),
          yes(label.preferred), yes(marked), yes(length == 1 && written.front().size() <= 3), yes(asked_for),
          yes(asking), 0, yes(label.language == language)}});
}

std::vector<SpanCandidate> SpanFinder::candidates(std::span<const Sentence> sentences, Language language) const {
    std::vector<SpanCandidate> all;
    for (std::uint32_t number = 0; number < sentences.size(); ++number) {
        const std::vector<Hit> hits = hits_in(sentences[number], language);
        const std::size_t first = all.size();
        for (std::size_t from = 0; from < hits.size();) {
            std::size_t to = from;
            while (to < hits.size() && hits[to].label == hits[from].label) ++to;
            weigh(sentences[number], number, std::span{hits}.subspan(from, to - from), language, all);
            from = to;
        }
        const auto whole = static_cast<std::size_t>(SpanFeature::whole);
        const auto found_whole = std::count_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                                               [&](const SpanCandidate& one) { return one.features[whole] > 0; });
        for (std::size_t i = first; i < all.size(); ++i)
            all[i].features[static_cast<std::size_t>(SpanFeature::several)] = found_whole > 2 ? 1 : 0;
    }
    return all;
}

std::vector<SpanChoice> choose(std::span<const SpanCandidate> candidates, const SpanWeights& weights, double least) {
    struct Weighed : SpanChoice {
        float fit = 0;
    };
    std::vector<Weighed> weighed;
    for (const SpanCandidate& one : candidates) {
        const double sum = std::inner_product(weights.begin(), weights.end(), one.features.begin(), 0.0);
        const double confidence = 1 / (1 + std::exp(-sum));
        if (confidence >= least) weighed.push_back({{one, confidence}, fit_of(one.features)});
    }
    std::stable_sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return a.candidate.sentence != b.candidate.sentence ? a.candidate.sentence < b.candidate.sentence
                                                            : a.fit > b.fit;
    });
    std::vector<SpanChoice> kept;
    std::size_t first = 0; // of this sentence
    for (const Weighed& one : weighed) {
        if (!kept.empty() && kept.back().candidate.sentence != one.candidate.sentence) first = kept.size();
        if (std::none_of(kept.begin() + static_cast<std::ptrdiff_t>(first), kept.end(), [&](const SpanChoice& other) {
                return one.candidate.from < other.candidate.to && other.candidate.from < one.candidate.to;
            }))
            kept.push_back(one);
    }
    std::sort(kept.begin(), kept.end(),
              [](const SpanChoice& a, const SpanChoice& b) { return a.candidate.from < b.candidate.from; });
    return kept;
}

std::vector<Span> SpanFinder::find(std::string_view text, Language language, double least) const {
    const std::vector<Sentence> sentences = sentences_of(text);
    std::vector<Span> spans;
    for (const auto& [one, confidence] : choose(candidates(sentences, language), span_weights, least)) {
        const Sentence& in = sentences[one.sentence];
        spans.push_back({one.from, one.to, in.from, in.to, one.concept_, one.label, confidence});
    }
    return spans;
}

} // namespace kunna::matching
