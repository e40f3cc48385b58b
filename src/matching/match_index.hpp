// MatchIndex: what a matcher knows of its concepts, their labels and fields, and of the titles and occupations known
// beside them. Made
// once, never changed.
#pragma once

#include "matching/letters.hpp"
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

    MatchIndex(std::span<const Concept> concepts, const Context& context);
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
    NeedIndex needs;

private:
    std::uint32_t field_of(const std::string& code);
    void learn_parts();
    void learn_fields();
};

// "Controller/Redovisningsekonom": each for itself, and together. At most a handful.
std::vector<std::string> alternatives(std::string_view folded);

} // namespace kunna::matching
