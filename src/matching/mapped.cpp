// From names that are alike to what they stand for.
#include "matching/mapped.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace kunna::matching {

namespace {

constexpr std::size_t names_near = 40;

} // namespace

MappedNames::MappedNames(std::span<const MappedName> names, const Words& words, std::size_t concepts) :
    names_(names.begin(), names.end()) {
    if (names.empty()) return;
    broader_.resize(concepts, 0);
    std::vector<std::vector<std::string>> parts;
    std::vector<std::uint32_t> itself;
    for (const MappedName& name : names) {
        folded_.push_back(text::fold(name.text));
        parts.push_back(words.parts(folded_.back(), Language::sv));
        itself.push_back(static_cast<std::uint32_t>(itself.size()));
        for (const std::uint32_t concept_ : name.broader_than) ++broader_[concept_];
    }
    letters_.emplace(folded_);
    parts_.emplace(parts, itself);
}

MappedNames::AllFound MappedNames::find(std::span<const std::string> alternatives,
                                        std::span<const std::vector<std::string>> parts) const {
    AllFound all;
    if (!letters_) return all;
    std::map<std::uint32_t, float> alike; // by name
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        const LetterIndex::Question letters = letters_->question(alternatives[i]);
        const PartIndex::Question asked = parts_->question(parts[i]);
        const auto compare = [&](std::uint32_t name) {
            const PartIndex::Coverage coverage = parts_->coverage(asked, name);
            float& most = alike[name];
            most = std::max(most, letters_->overlap(letters, name) / 2 + (coverage.covered + coverage.covering) / 4);
        };
        for (const LetterIndex::Near& near : letters_->nearest(letters, names_near)) compare(near.label);
        for (const std::uint32_t name : parts_->nearest(asked, names_near)) compare(name);
    }
    // Whoever stands for it comes before whoever is broader.
    const auto by = [](Found& found, std::uint32_t name, float rank) {
        if (rank > found.by_alike) found.by = name, found.by_alike = rank;
    };
    for (const auto& [name, likeness] : alike) {
        const MappedName& of = names_[name];
        const bool itself = std::find(alternatives.begin(), alternatives.end(), folded_[name]) != alternatives.end();
        for (const std::uint32_t concept_ : of.stands_for) {
            Found& found = all[concept_];
            found.mapped += likeness * likeness;
            if (itself) found.same = 1 / static_cast<float>(of.stands_for.size());
            by(found, name, 1 + likeness);
        }
        for (const std::uint32_t concept_ : of.broader_than) {
            Found& found = all[concept_];
            found.mapped_broad += likeness * likeness;
            by(found, name, likeness);
        }
    }
    for (auto& [concept_, found] : all) {
        found.mapped = std::sqrt(found.mapped);
        found.mapped_broad = std::sqrt(found.mapped_broad);
    }
    return all;
}

std::size_t MappedNames::bytes() const {
    std::size_t bytes = broader_.capacity() * sizeof(float);
    if (letters_) bytes += letters_->bytes() + parts_->bytes();
    for (std::size_t i = 0; i < names_.size(); ++i)
        bytes += sizeof(MappedName) + sizeof(std::string) + names_[i].text.capacity() + folded_[i].capacity() +
                 (names_[i].stands_for.capacity() + names_[i].broader_than.capacity()) * sizeof(std::uint32_t);
    return bytes;
}

} // namespace kunna::matching
