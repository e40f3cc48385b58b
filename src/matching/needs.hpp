// NeedIndex: the skills that occupations need, found by the occupations' names. "Limousinkörning" shares no word with
// "tillhandahålla exklusiva transporttjänster", but is spelled like an occupation that needs it.
#pragma once

#include "matching/letters.hpp"
#include "matching/matcher.hpp"

#include <map>
#include <optional>

namespace kunna::matching {

class NeedIndex {
public:
    struct Need {
        float weight = 0;     // √ Σ overlap² · (1 for essential, ½ for optional) / √ occupations that need it
        std::uint32_t by = 0; // the label of the occupation that is spelled most alike
    };
    using Needs = std::map<std::uint32_t, Need>; // by concept

    NeedIndex(std::span<const Occupation> occupations, std::size_t concepts);

    // By the occupations nearest to any of the alternatives.
    [[nodiscard]] Needs of(std::span<const std::string> alternatives) const;
    [[nodiscard]] const std::string& label(std::uint32_t number) const { return label_text_[number]; }
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Needed {
        std::uint32_t concept_ = 0;
        float weight = 0;
    };

    std::optional<LetterIndex> letters_; // none without occupations
    std::vector<std::string> label_text_;
    std::vector<std::uint32_t> occupation_of_;   // by label
    std::vector<std::vector<Needed>> needed_by_; // by occupation
};

} // namespace kunna::matching
