// Concepts and titles into an index.
#include "matching/match_index.hpp"

#include "base/text.hpp"

#include <cmath>
#include <map>

namespace kunna::matching {

namespace {

constexpr std::size_t most_alternatives = 4;

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

MatchIndex::MatchIndex(std::span<const Concept> given, const Context& context) :
    needs{context.occupations, given.size()} {
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
    for (const Title& title : context.titles) {
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

void MatchIndex::learn_parts() {
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
    return letters->bytes() + needs.bytes() + (title_letters ? title_letters->bytes() : 0) + text(folded) +
           text(titles) + text(title_text) + parts->bytes() + labels.capacity() * sizeof(KnownLabel) +
           concepts.capacity() * sizeof(KnownConcept) + field_grams_at.capacity() * sizeof(std::uint32_t) +
           field_grams.capacity() * sizeof(Share);
}

} // namespace kunna::matching
