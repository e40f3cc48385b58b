// MatchIndex: what a matcher knows of its concepts, their labels and fields, and of the titles, occupations, rivals and
// mappings known beside them. Made once, never changed.
#pragma once

#include "matching/align.hpp"
#include "matching/letters.hpp"
#include "matching/mapped.hpp"
#include "matching/matcher.hpp"
#include "matching/needs.hpp"
#include "matching/parts.hpp"
#include "matching/words.hpp"

#include <optional>

namespace kunna::matching {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

struct MatchIndex {
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
        bool knowledge = false;
        std::array<std::uint32_t, 2> preferred{none, none}; // label, by Language
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

    MatchIndex(std::span<const Concept> concepts, const Context& context, std::span<const LearnedPair> pairs);
    [[nodiscard]] std::size_t bytes() const;

    std::vector<std::string> folded; // by label
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
    // A part that something known of a concept has: its names, its description.
    struct KnownPart {
        std::uint32_t part = 0;
        float share = 0; // it counts for so much
    };
    std::vector<std::uint32_t> known_at; // concept → first in `known`
    std::vector<KnownPart> known;
    std::optional<NeedIndex> needs;
    std::optional<MappedNames> mapped;
    // Part → those that it stands for in concepts' names.
    std::unordered_map<std::string, PartIndex::Likes> stands_for;
    // Concept → how well the rivals fit it, the best first.
    std::vector<std::vector<float>> rival_fits;

private:
    std::uint32_t field_of(const std::string& code);
    // Returns the parts of each label, as they are written.
    std::vector<std::vector<std::string>> learn_parts(const Context& context);
    void learn_translations(const std::vector<std::vector<std::string>>& cut, std::span<const Occupation> occupations);
    void learn_synonyms(std::span<const WordPair> aligned);
    void learn_known(const std::vector<std::vector<std::string>>& cut, std::span<const Concept> given);
    void learn_fields();
};

// "Controller/Redovisningsekonom": each for itself, and together. At most a handful.
std::vector<std::string> alternatives(std::string_view folded);

} // namespace kunna::matching
