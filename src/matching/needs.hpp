// NeedIndex: the skills that occupations need, found by the occupations' names. "Limousinkörning" shares no word with
// "tillhandahålla exklusiva transporttjänster", but is spelled like an occupation that needs it.
//
// Two ways lead there: names of the occupations themselves, and known titles, whose fields (ISCO-08) say which
// occupations they may be:
//   needed(skill) = √ Σ overlap² · (1 for essential, ½ for optional) / √ all that occupations need it
//   titled(skill) = √ Σ alike² · Σ fields of the title, the mean of their occupations' needs / √ the sum of these means
// over the occupations, or titles, that are nearest.
#pragma once

#include "matching/letters.hpp"
#include "matching/matcher.hpp"
#include "matching/parts.hpp"

#include <optional>

namespace kunna::matching {

class NeedIndex {
public:
    struct Need {
        std::uint32_t concept_ = 0;
        float weight = 0;
        std::uint32_t by = 0; // the label of the occupation, or the title, that is most alike
    };
    // In the order of concepts.
    class Needs {
    public:
        Needs() = default;
        explicit Needs(std::vector<Need> all) : all_(std::move(all)) {}
        [[nodiscard]] const Need* find(std::uint32_t concept_) const;
        [[nodiscard]] const std::vector<Need>& all() const { return all_; }

    private:
        std::vector<Need> all_;
    };

    // Titles are cut by `words`.
    NeedIndex(std::span<const Occupation> occupations, std::span<const Title> titles, const Words& words,
              std::size_t concepts);

    // By the occupations nearest to any of the alternatives.
    [[nodiscard]] Needs by_occupations(std::span<const std::string> alternatives) const;
    // By the titles nearest to any of the alternatives, which have these parts.
    [[nodiscard]] Needs by_titles(std::span<const std::string> alternatives,
                                  std::span<const std::vector<std::string>> parts) const;
    [[nodiscard]] const std::string& occupation(const Need& need) const { return label_text_[need.by]; }
    [[nodiscard]] const std::string& title(const Need& need) const { return title_text_[need.by]; }
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Needed {
        std::uint32_t concept_ = 0;
        float weight = 0;
    };
    using NeededBy = std::vector<std::vector<Needed>>;

    void add_titles(std::span<const Occupation> occupations, std::span<const Title> titles, const Words& words);

    std::size_t concepts_;
    std::optional<LetterIndex> letters_; // none without occupations
    std::vector<std::string> label_text_;
    std::vector<std::uint32_t> occupation_of_; // by label
    NeededBy needed_by_;                       // by occupation
    std::optional<LetterIndex> title_letters_; // none without titles, or when no occupation is of their fields
    std::optional<PartIndex> title_parts_;
    std::vector<std::string> title_text_;
    std::vector<std::vector<std::uint32_t>> title_fields_;
    NeededBy needed_in_; // by field
};

} // namespace kunna::matching
