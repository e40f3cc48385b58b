// Concepts and titles into an index.
#include "matching/match_index.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kunna::matching {

namespace {

constexpr std::size_t most_alternatives = 4;
constexpr float least_translation = 0.05F;
constexpr float least_synonym = 0.25F;
constexpr float synonym_share = 0.8F;     // of what the word itself counts for
constexpr float alternative_share = 0.9F; // of a part of the preferred label
constexpr float description_share = 0.6F;

} // namespace

std::vector<std::string> alternatives(std::string_view folded) {
    std::vector<std::string> all;
    for (const std::string_view one : text::split(folded, '/'))
        if (!words_of(one).empty() && all.size() < most_alternatives) all.emplace_back(text::trim(one));
    if (all.size() > 1) all.emplace_back(folded);
    return all;
}

std::uint32_t MatchIndex::field_of(const std::string& code) {
    const auto [at, fresh] = field_number.emplace(code, static_cast<std::uint32_t>(fields.size()));
    if (fresh) fields.emplace_back();
    return at->second;
}

MatchIndex::MatchIndex(std::span<const Concept> given, const Context& context, std::span<const LearnedPair> pairs) {
    for (const Concept& concept_ : given) {
        KnownConcept made{static_cast<std::uint32_t>(labels.size()), static_cast<std::uint32_t>(concept_.labels.size()),
                          none, concept_.group, concept_.knowledge};
        const auto number = static_cast<std::uint32_t>(concepts.size());
        if (!concept_.field.empty()) {
            made.field = field_of(concept_.field);
            if (concept_.group)
                fields[made.field].group = number;
            else
                fields[made.field].members.push_back(number);
        }
        for (std::uint32_t i = 0; i < concept_.labels.size(); ++i) {
            const Label& label = concept_.labels[i];
            std::uint32_t& preferred = made.preferred[static_cast<std::size_t>(label.language)];
            if (label.preferred && preferred == none) preferred = static_cast<std::uint32_t>(labels.size());
            labels.push_back({number, i, label.language, label.preferred});
            folded.push_back(text::fold(concept_.labels[i].text));
        }
        concepts.push_back(made);
    }
    const bool to_occupations = !context.occupations.empty();
    for (const Title& title : to_occupations ? std::span<const Title>{} : context.titles) {
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
    const std::vector<std::vector<std::string>> cut = learn_parts(context);
    learn_translations(cut, context.occupations);
    learn_known(cut, given);
    learn_fields();
    needs.emplace(context.occupations, context.titles, *words, given.size());
    mapped.emplace(context.mapped, *words, given.size());
    for (const LearnedPair& pair : pairs)
        if (const auto named = parts->number(pair.named))
            stands_for[std::string{pair.asked}].emplace_back(*named, pair.likeness);
    for (auto& [part, likes] : stands_for) in_order(likes);
}

std::vector<std::vector<std::string>> MatchIndex::learn_parts(const Context& context) {
    std::vector<std::string> swedish = titles;
    for (std::size_t label = 0; label < labels.size(); ++label)
        if (labels[label].language == Language::sv) swedish.push_back(folded[label]);
    for (const Occupation& occupation : context.occupations)
        for (const Label& label : occupation.labels)
            if (label.language == Language::sv) swedish.push_back(text::fold(label.text));
    for (const std::string& rival : context.rivals) swedish.push_back(text::fold(rival));
    words.emplace(swedish);
    std::vector<std::vector<std::string>> of_rivals;
    for (const std::string& rival : context.rivals) of_rivals.push_back(words->parts(text::fold(rival), Language::sv));
    std::vector<std::vector<std::string>> of_labels;
    std::vector<std::uint32_t> concept_of;
    for (std::size_t label = 0; label < labels.size(); ++label) {
        of_labels.push_back(words->parts(folded[label], labels[label].language));
        concept_of.push_back(labels[label].concept_);
    }
    parts.emplace(of_labels, concept_of, of_rivals);
    return of_labels;
}

void MatchIndex::learn_translations(const std::vector<std::vector<std::string>>& cut,
                                    std::span<const Occupation> occupations) {
    std::vector<PairOfTexts> pairs;
    for (const KnownConcept& of : concepts) {
        const auto [sv, en] = of.preferred;
        if (sv != none && en != none) pairs.push_back({cut[sv], cut[en]});
    }
    for (const Occupation& occupation : occupations) {
        PairOfTexts pair;
        for (const Label& label : occupation.labels) {
            auto& of = label.language == Language::sv ? pair.one : pair.other;
            if (label.preferred && of.empty()) of = words->parts(text::fold(label.text), label.language);
        }
        if (!pair.one.empty() && !pair.other.empty()) pairs.push_back(std::move(pair));
    }
    learn_synonyms(align(pairs, least_translation));
}

// Words that are translated alike: the cosine of their likeness to words of the other language.
void MatchIndex::learn_synonyms(std::span<const WordPair> aligned) {
    struct Said {
        std::vector<std::pair<std::string_view, float>> as{};
        float length = 0;
    };
    for (const bool back : {false, true}) {
        std::map<std::string_view, Said> words_by;
        std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, float>>> said_by;
        for (const WordPair& pair : aligned) {
            Said& of = words_by[back ? pair.other : pair.one];
            of.as.emplace_back(back ? pair.one : pair.other, pair.likeness);
            of.length += pair.likeness * pair.likeness;
        }
        for (auto& [word, of] : words_by) {
            of.length = std::sqrt(of.length);
            for (const auto& [other, likeness] : of.as) said_by[other].emplace_back(word, likeness / of.length);
        }
        for (const auto& [word, of] : words_by) {
            std::map<std::string_view, float> cosine;
            PartIndex::Likes likes;
            for (const auto& [other, likeness] : of.as) {
                if (const auto number = parts->number(other)) likes.emplace_back(*number, likeness);
                for (const auto& [synonym, share] : said_by[other]) cosine[synonym] += likeness / of.length * share;
            }
            for (const auto& [synonym, alike] : cosine)
                if (const auto number = parts->number(synonym); number && alike >= least_synonym && synonym != word)
                    likes.emplace_back(*number, synonym_share * alike);
            parts->learn(std::string{word}, likes);
        }
    }
}

void MatchIndex::learn_known(const std::vector<std::vector<std::string>>& cut, std::span<const Concept> given) {
    std::vector<std::map<std::uint32_t, float>> shares(given.size());
    const auto add = [&](std::uint32_t concept_, const std::vector<std::string>& of, float share) {
        for (const std::string& part : of)
            if (const auto number = parts->number(part)) {
                float& most = shares[concept_][*number];
                most = std::max(most, share);
            }
    };
    for (std::size_t label = 0; label < labels.size(); ++label)
        add(labels[label].concept_, cut[label], labels[label].preferred ? 1 : alternative_share);
    for (std::uint32_t i = 0; i < given.size(); ++i)
        add(i, words->parts(text::fold(given[i].description.text), given[i].description.language), description_share);
    known_at.push_back(0);
    for (const auto& of : shares) {
        for (const auto& [part, share] : of) known.push_back({part, share});
        known_at.push_back(static_cast<std::uint32_t>(known.size()));
    }
}

void MatchIndex::learn_fields() {
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

std::size_t MatchIndex::bytes() const {
    const auto text = [](const std::vector<std::string>& all) {
        std::size_t bytes = all.capacity() * sizeof(std::string);
        for (const std::string& one : all) bytes += one.capacity() > 15 ? one.capacity() + 1 : 0;
        return bytes;
    };
    std::size_t fits = rival_fits.capacity() * sizeof(std::vector<float>);
    for (const auto& of : rival_fits) fits += of.capacity() * sizeof(float);
    return letters->bytes() + needs->bytes() + mapped->bytes() + (title_letters ? title_letters->bytes() : 0) +
           text(folded) + text(titles) + text(title_text) + parts->bytes() + labels.capacity() * sizeof(KnownLabel) +
           concepts.capacity() * sizeof(KnownConcept) + field_grams_at.capacity() * sizeof(std::uint32_t) +
           field_grams.capacity() * sizeof(Share) + known_at.capacity() * sizeof(std::uint32_t) +
           known.capacity() * sizeof(KnownPart) + bytes_of(stands_for) + fits;
}

} // namespace kunna::matching
