// MappedNames: names of which a crosswalk says what concepts they stand for (Arbetsförmedlingen's, from JobTech's
// skills to ESCO's). What is spelled like such a name stands for the same, or for a neighbour:
//   mapped(concept) = √ Σ alike² over the names that stand for it
//   alike(asked, name) = ½ overlap of letters (letters.hpp) + ¼ covered + ¼ covering (parts.hpp)
#pragma once

#include "matching/letters.hpp"
#include "matching/matcher.hpp"
#include "matching/parts.hpp"

#include <map>
#include <optional>

namespace kunna::matching {

class MappedNames {
public:
    struct Found {
        float mapped = 0;       // by names that stand for it
        float mapped_broad = 0; // by names that are broader
        float same = 0;         // its share of what the name asked for stands for
        std::uint32_t by = 0;   // the most alike of the names that stand for it, else of the broader
        float by_alike = 0;
    };
    using AllFound = std::map<std::uint32_t, Found>; // by concept

    // Names are cut by `words`.
    MappedNames(std::span<const MappedName> names, const Words& words, std::size_t concepts);

    // By the names nearest to any of the alternatives, which have these parts.
    [[nodiscard]] AllFound find(std::span<const std::string> alternatives,
                                std::span<const std::vector<std::string>> parts) const;
    // How many names are known that are broader than the concept.
    [[nodiscard]] float broader(std::uint32_t concept_) const { return broader_.empty() ? 0 : broader_[concept_]; }
    [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number].text; }
    [[nodiscard]] std::size_t bytes() const;

private:
    std::vector<MappedName> names_;
    std::vector<std::string> folded_;
    std::vector<float> broader_; // by concept; empty without names
    std::optional<LetterIndex> letters_;
    std::optional<PartIndex> parts_;
};

} // namespace kunna::matching
